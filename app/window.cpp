// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/appearance.h"
#include "app/command.h"
#include "app/main_window.h"
#include "app/window_per_file.h"

#include <QApplication>
#include <QTextStream>

namespace timeloom {

int runOption(const QString &option) {
    if (option == QLatin1String("--version")) {
        QTextStream(stdout) << QStringLiteral("timeloom ") << QCoreApplication::applicationVersion() << '\n';
        return Fine;
    }
    const bool asked = option == QLatin1String("--help") || option == QLatin1String("-h");
    QTextStream(asked ? stdout : stderr) << QCoreApplication::translate(
        "window", "timeloom [FILE]                      the window\n"
                  "timeloom render FILE -o OUT          a picture: png, svg or pdf\n"
                  "timeloom check FILE... [--json]      what is wrong with a file\n"
                  "timeloom info FILE [--json]          what is in it\n"
                  "timeloom set FILE EVENT FIELD VALUE  edits one field and leaves every other byte\n"
                  "timeloom date EDTF... | -            what dates mean\n"
                  "timeloom bench FILE [--json]         what it costs on this machine\n"
                  "Each command tells more with --help. FILE may be - or :story.\n");
    return asked ? Fine : Usage;
}

int runWindow(const QStringList &arguments) {
    if (arguments.size() > 1) {
        return runOption(QString());
    }
    const auto tellOfOther = [](const QString &file) {
        QTextStream(stdout)
            << QCoreApplication::translate("window", "%1 is open in another window.").arg(file) << '\n';
        return Fine;
    };
    const QString file = arguments.value(0, QStringLiteral(":story"));
    if (!file.startsWith(u':') && file != QLatin1String("-") && WindowPerFile::raise(file)) {
        return tellOfOther(file);
    }
    applySavedAppearance();
    MainWindow window;
    // A large file goes on beside the window; another that was started at the same moment may have it.
    if (!window.open(file) && window.isElsewhere()) {
        return tellOfOther(file);
    }
    window.show();
    return QApplication::exec();
}

} // namespace timeloom
