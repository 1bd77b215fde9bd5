// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/search/filter.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSize>
#include <optional>

namespace timeloom {

/// What a command was told. All commands read their arguments here, so that they agree: each has --help and
/// --version; -- ends the options; what begins with a dash and no letter, a year before 1 for example, is a
/// value; what is not understood is told in one sentence.
class CommandLine {
    Q_DECLARE_TR_FUNCTIONS(timeloom::CommandLine)

public:
    /// `command` is empty for the window's.
    CommandLine(const QString &command, const QString &description);

    void add(const QCommandLineOption &option);
    /// A value that is not an option's; `syntax` is how it stands in the usage line.
    void addValue(const QString &name, const QString &description, const QString &syntax = {});
    /// From the first value on only what is named here is an option, and nothing from this value on: a text
    /// may begin as it likes.
    void setFreeFrom(qsizetype value) { m_freeFrom = value; }
    /// Options of one dash have long names too, as those of Qt.
    void takeSingleDashes() { m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions); }

    /// The exit code where all has been done: help or the version was asked for, or something is not
    /// understood. What was to be said has been said.
    std::optional<int> read(const QStringList &arguments);
    /// Says what is wrong with the arguments; gives the exit code.
    int refuse(const QString &why) const;
    int refuse(const timeline::Filter::Error &error) const; ///< of --filter
    /// Says what stands in the way, with the command's name.
    void complain(const QString &what) const;

    bool isSet(const QString &option) const { return m_parser.isSet(option); }
    QString value(const QString &option) const { return m_parser.value(option); }
    QStringList valuesOf(const QString &option) const {
        return m_parser.values(option);
    } ///< as often as given
    QStringList values() const { return m_parser.positionalArguments(); }

    QString help() const;
    static QString version();

    /// "1920x1080" as a size; nothing where it is none or not within these.
    static std::optional<QSize> sizeOf(const QString &text, QSize least, QSize most);

private:
    QStringList sorted(const QStringList &arguments) const;
    const QCommandLineOption *optionOf(const QString &argument) const;
    QString name() const;

    QString m_command;
    QCommandLineParser m_parser;
    QList<QCommandLineOption> m_options;
    std::optional<qsizetype> m_freeFrom;
};

} // namespace timeloom
