// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_line.h"

#include "app/commands/command.h"
#include "app/text/standard_streams.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace timeloom {

namespace {

bool looksLikeOption(const QString &argument) {
    const qsizetype dashes = argument.startsWith("--"_L1) ? 2 : argument.startsWith(u'-') ? 1 : 0;
    return dashes > 0 && dashes < argument.size() && argument[dashes].isLetter();
}

} // namespace

CommandLine::CommandLine(const QString &command, const QString &description) : m_command(command) {
    m_parser.setApplicationDescription(description);
    add({{u"h"_s, u"help"_s}, tr("Prints this help.")});
    QCommandLineOption helpAll(u"help-all"_s, tr("Prints all help that there is."));
    helpAll.setFlags(QCommandLineOption::HiddenFromHelp);
    add(helpAll);
    add({{u"v"_s, u"version"_s}, tr("Prints the version.")});
}

void CommandLine::add(const QCommandLineOption &option) {
    m_parser.addOption(option);
    m_options.append(option);
}

void CommandLine::addValue(const QString &name, const QString &description, const QString &syntax) {
    m_parser.addPositionalArgument(name, description, syntax);
}

std::optional<int> CommandLine::read(const QStringList &arguments) {
    const bool isUnderstood = m_parser.parse(sorted(arguments));
    // Who asks for help has perhaps got something else wrong.
    if (isSet(u"help"_s) || isSet(u"help-all"_s)) {
        print(help());
        return Fine;
    }
    if (isSet(u"version"_s)) {
        print(version());
        return Fine;
    }
    return isUnderstood ? std::nullopt : std::optional(refuse(m_parser.errorText()));
}

/// What may be options, --, and what is none: QCommandLineParser itself would take -0043 for four options.
QStringList CommandLine::sorted(const QStringList &arguments) const {
    QStringList options{name()};
    QStringList values;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == "--"_L1) {
            values += arguments.mid(i + 1);
            break;
        }
        const QCommandLineOption *known = optionOf(argument);
        const bool isFree =
            m_freeFrom && !values.isEmpty() && (known == nullptr || values.size() >= *m_freeFrom);
        if (!looksLikeOption(argument) || isFree) {
            values += argument;
            continue;
        }
        // -dash.json is no cluster of options that has -h in it.
        const QCommandLineOption *first = optionOf(argument.left(2));
        const bool isCluster = known == nullptr && argument.size() > 2 && argument[1] != u'-' &&
                               first != nullptr && first->valueName().isEmpty();
        options += isCluster ? u'-' + argument : argument;
        if (known != nullptr && !known->valueName().isEmpty() && !argument.contains(u'=')) {
            if (++i == arguments.size()) {
                return options; // whose last lacks its value: not what follows here
            }
            options += arguments[i];
        }
    }
    return options + QStringList(u"--"_s) + values;
}

const QCommandLineOption *CommandLine::optionOf(const QString &argument) const {
    const QString text = argument.section(u'=', 0, 0);
    const auto found = std::ranges::find_if(m_options, [&text](const QCommandLineOption &option) {
        return std::ranges::any_of(option.names(), [&text](const QString &named) {
            return text == u"--"_s + named || text == u"-"_s + named;
        });
    });
    return found != m_options.end() ? &*found : nullptr;
}

int CommandLine::refuse(const QString &why) const {
    complain(why);
    tell(tr("%1 --help tells more").arg(name()));
    return Usage;
}

int CommandLine::refuse(const timeline::Filter::Error &error) const {
    return refuse(tr("--filter, character %1: %2").arg(error.at + 1).arg(error.problem.message()));
}

void CommandLine::complain(const QString &what) const {
    tell(name() + u": "_s + what);
}

QString CommandLine::name() const {
    return m_command.isEmpty() ? u"timeloom"_s : u"timeloom "_s + m_command;
}

QString CommandLine::help() const {
    // Qt puts the program's path into the usage line, without the command.
    const QString program = QCoreApplication::arguments().constFirst();
    QString text = m_parser.helpText();
    return text.replace(text.indexOf(program), program.size(), name());
}

QString CommandLine::version() {
    return u"timeloom %1\n"_s.arg(QCoreApplication::applicationVersion());
}

std::optional<QSize> CommandLine::sizeOf(const QString &text, QSize least, QSize most) {
    static const QRegularExpression form(u"^([0-9]{1,6})[xX×]([0-9]{1,6})$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool isWithin = size == size.expandedTo(least) && size == size.boundedTo(most);
    return match.hasMatch() && isWithin ? std::optional(size) : std::nullopt;
}

} // namespace timeloom
