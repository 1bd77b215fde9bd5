// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/command.h"
#include "app/commands/command_line.h"
#include "app/files/window_per_file.h"
#include "app/shell/appearance.h"
#include "app/text/standard_streams.h"
#include "app/window/main_window.h"

#include "document/bytes/file_name.h"

#include <QApplication>
#include <QFileInfo>
#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <string_view>
#include <utility>
#include <variant>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

/// Where the texts of this file are translated.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(timeloom::Window)
};

QString overview() {
    return Texts::tr("timeloom [FILE]                      the window\n"
                     "timeloom render FILE -o OUT          a picture: png, svg or pdf\n"
                     "timeloom check FILE... [--json]      what is wrong with a file\n"
                     "timeloom info FILE [--json]          what is in it\n"
                     "timeloom set FILE EVENT FIELD VALUE  edits one field and leaves every other byte\n"
                     "timeloom date EDTF... | -            what dates mean\n"
                     "timeloom bench FILE [--window]        what it costs on this machine\n"
                     "Each command tells more with --help. FILE may be - or :story.\n"
                     "-- ends the options: what follows is a FILE, a value or a date.\n");
}

/// How many letters must be changed, added or left out to make one word of another.
qsizetype distance(QStringView a, QStringView b) {
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype changed = diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

/// The command that somebody probably meant; nothing where none is near.
QString commandLike(const QString &word) {
    constexpr qsizetype near = 2;
    const auto far = [&word](const Command &command) {
        return distance(word, QLatin1StringView(command.name).toString());
    };
    const auto *nearest = std::ranges::min_element(commands, {}, far);
    return far(*nearest) <= near ? QString::fromLatin1(nearest->name) : QString();
}

/// What is wrong with a word that is neither a command nor, as it seems, a file.
QString unknownCommand(const QString &word) {
    QStringList names;
    for (const Command &command : commands) {
        names += QString::fromLatin1(command.name);
    }
    const QString meant = commandLike(word);
    const QString all = names.join(u", "_s);
    return meant.isEmpty()
               ? Texts::tr("there is no command and no file %1; the commands are %2")
                     .arg(shownFileName(word), all)
               : Texts::tr("there is no command and no file %1; did you mean %2? The commands are %3")
                     .arg(shownFileName(word), meant, all);
}

bool mayBeOpened(const QString &fileName) {
    return fileName.startsWith(u':') || fileName == "-"_L1 || isThere(fileName);
}

/// Those of Qt that concern a window. Qt reads them itself, from argv; here they are known so that they are
/// not taken for mistakes.
void addOptionsOfQt(CommandLine &line) {
    const auto add = [&line](const char *name, const QString &value) {
        QCommandLineOption option(QLatin1StringView(name).toString(), QString(), value);
        option.setFlags(QCommandLineOption::HiddenFromHelp);
        line.add(option);
    };
    for (const char *name : {"platform", "platformpluginpath", "platformtheme", "plugin", "style",
                             "stylesheet", "display", "geometry", "qwindowgeometry", "title", "qwindowtitle",
                             "icon", "qwindowicon", "name", "session", "fontengine"}) {
        add(name, u"value"_s);
    }
    add("reverse", {});
}

/// What Qt says while it looks for a display. It has no way but to end the program where there is none.
void tellOfDisplay(QtMsgType type, const QMessageLogContext & /*context*/, const QString &message) {
    static QString said;
    if (type != QtFatalMsg) {
        said = said.isEmpty() && type == QtWarningMsg ? message : said;
        return;
    }
    tell(u"timeloom: "_s +
         Texts::tr("no window can be shown: %1").arg((said.isEmpty() ? message : said).simplified()));
    tell(Texts::tr("timeloom render, check, info and the other commands need no display"));
    std::_Exit(FileTrouble);
}

/// The file to open, or the exit code where there is none to open. Needs no display.
std::variant<QString, int> readArguments(const QStringList &arguments, char *program) {
    int count = 1;
    char *name[] = {program, nullptr};
    const QCoreApplication application(count, name);
    CommandLine line({}, overview());
    line.addValue(u"FILE"_s, Texts::tr("An events file, - for standard input, or :story."), u"[FILE]"_s);
    line.takeSingleDashes();
    addOptionsOfQt(line);
    const QString word = arguments.value(0);
    const bool isCommand = word.size() > 1 && !word.startsWith(u'-') && !word.contains(u'/') &&
                           !mayBeOpened(word) &&
                           (arguments.size() > 1 || (!word.contains(u'.') && !commandLike(word).isEmpty()));
    if (isCommand) {
        return line.refuse(unknownCommand(word));
    }
    if (const auto code = line.read(arguments)) {
        for (const Command &command : commands) {
            if (line.isSet(u"help-all"_s)) {
                print("\n");
                command.run({u"--help"_s});
            }
        }
        return *code;
    }
    if (line.values().size() > 1) {
        return line.refuse(Texts::tr("expected one FILE"));
    }
    return line.values().value(0);
}

} // namespace

int runWindow(const QStringList &arguments, int argc, char *argv[]) {
    const std::variant<QString, int> read = readArguments(arguments, argv[0]);
    if (const int *code = std::get_if<int>(&read)) {
        return *code;
    }
    const QString named = std::get<QString>(read);
    const QString file = named.isEmpty() ? u":story"_s : named;
    QGuiApplication::setDesktopFileName(u"org.timeloom.Timeloom"_s);
    // What stands behind -- is no option of Qt either.
    int count = static_cast<int>(std::find(argv, argv + argc, std::string_view("--")) - argv);
    qInstallMessageHandler(tellOfDisplay);
    const QApplication application(count, argv);
    qInstallMessageHandler(nullptr);
    const auto tellOfOther = [&file] {
        print(Texts::tr("%1 is open in another window.").arg(shownFileName(file)) + u'\n');
        return Fine;
    };
    if (!file.startsWith(u':') && file != "-"_L1 && WindowPerFile::raise(file)) {
        return tellOfOther();
    }
    applySavedAppearance();
    MainWindow window;
    // A large file goes on beside the window; another that was started at the same moment may have it.
    if (!window.open(file) && window.isElsewhere()) {
        return tellOfOther();
    }
    window.show();
    return QApplication::exec();
}

} // namespace timeloom
