// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command.h"
#include "app/picture_file.h"

#include "document/filter.h"
#include "document/reader.h"
#include "paint/picture.h"
#include "time/edtf.h"

#include <QCommandLineParser>
#include <QTextStream>
#include <cmath>

namespace timeloom {

namespace {

using namespace timeline;

QString tr(const char *text) {
    return QCoreApplication::translate("render", text);
}

int complain(ExitCode code, const QString &message) {
    QTextStream(stderr) << QStringLiteral("timeloom render: ") << message << '\n';
    return code;
}

/// The first instant of a date, or, `atEnd`, the first after it.
std::optional<Instant> instantOf(const QString &text, bool atEnd) {
    const QByteArray bytes = text.toUtf8();
    const auto parsed = parseDate({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    const auto *date = std::get_if<ParsedDate>(&parsed);
    if (date == nullptr || (atEnd ? date->span.isOpenAtEnd() : date->span.isOpenAtStart())) {
        return std::nullopt;
    }
    if (atEnd ? date->span.isOpenAtEnd() : date->span.isOpenAtStart()) {
        return std::nullopt; // a picture has an end
    }
    return atEnd ? date->span.end : date->span.begin;
}

/// Fills the options from the command line; gives what is wrong with it, or nothing.
QString readOptions(const QCommandLineParser &parser, PictureOptions &options) {
    if (parser.isSet(QStringLiteral("size"))) {
        const QStringList parts = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
        const double width = parts.value(0).toDouble();
        const double height = parts.value(1).toDouble();
        if (parts.size() != 2 || width < 200 || height < 120 || width > 32000 || height > 32000) {
            return tr("--size must be WIDTHxHEIGHT in pixels, from 200x120 to 32000x32000");
        }
        options.size = QSizeF(std::floor(width), std::floor(height));
    }
    if (parser.isSet(QStringLiteral("scale"))) {
        options.scale = parser.value(QStringLiteral("scale")).toDouble();
        if (!(options.scale >= 0.1 && options.scale <= 16)) {
            return tr("--scale must be a number from 0.1 to 16");
        }
    }
    if (!options.isOfPossibleSize()) {
        return tr("the picture must not be larger than 32000 pixels either way");
    }
    const QString theme = parser.value(QStringLiteral("theme"));
    if (theme != QLatin1String("light") && theme != QLatin1String("dark")) {
        return tr("--theme must be light or dark");
    }
    options.dark = theme == QLatin1String("dark");
    const auto grouping = laneGroupingFromString(parser.value(QStringLiteral("lanes")));
    if (!grouping) {
        return tr("--lanes must be category, status, tag or none");
    }
    options.layout.grouping = *grouping;
    options.layout.folded = !parser.isSet(QStringLiteral("linear"));
    options.title = !parser.isSet(QStringLiteral("no-title"));
    options.legend = !parser.isSet(QStringLiteral("no-legend"));
    for (const bool atEnd : {false, true}) {
        const QString name = atEnd ? QStringLiteral("to") : QStringLiteral("from");
        if (!parser.isSet(name)) {
            continue;
        }
        const std::optional<Instant> instant = instantOf(parser.value(name), atEnd);
        if (!instant) {
            return tr("--%1 must be a date such as 2024 or 2025-01-20").arg(name);
        }
        (atEnd ? options.to : options.from) = instant;
    }
    if (options.from && options.to && *options.from >= *options.to) {
        return tr("--from must be earlier than --to");
    }
    return {};
}

} // namespace

int runRender(const QStringList &arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Draws an events file into a picture."));
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 tr("An events file, - for standard input, or :story."));
    parser.addOptions({
        {{QStringLiteral("o"), QStringLiteral("output")},
         tr("The picture: its ending png, svg or pdf says the format."),
         QStringLiteral("OUT")},
        {QStringLiteral("from"), tr("Where the picture begins."), QStringLiteral("DATE")},
        {QStringLiteral("to"), tr("Where it ends."), QStringLiteral("DATE")},
        {QStringLiteral("size"), tr("Its size in logical pixels, 1920x1080 without it."),
         QStringLiteral("WxH")},
        {QStringLiteral("scale"), tr("Device pixels in a logical one, for PNG."), QStringLiteral("N")},
        {QStringLiteral("theme"), tr("light or dark."), QStringLiteral("THEME"), QStringLiteral("light")},
        {QStringLiteral("filter"), tr("Only the events that match, for example status:confirmed."),
         QStringLiteral("QUERY")},
        {QStringLiteral("lanes"), tr("Lanes by category, status, tag or none."), QStringLiteral("BY"),
         QStringLiteral("category")},
        {QStringLiteral("linear"), tr("A plain linear scale: nothing folded.")},
        {QStringLiteral("no-title"), tr("Without the title.")},
        {QStringLiteral("no-legend"), tr("Without the legend.")},
    });
    parser.addHelpOption();
    if (!parser.parse(QStringList(QStringLiteral("timeloom render")) + arguments)) {
        return complain(Usage, parser.errorText());
    }
    if (parser.isSet(QStringLiteral("help"))) {
        QTextStream(stdout) << parser.helpText();
        return Fine;
    }
    const QStringList files = parser.positionalArguments();
    const QString output = parser.value(QStringLiteral("output"));
    const std::optional<PictureFormat> format = pictureFormatOf(output);
    if (files.size() != 1 || !format) {
        return complain(Usage, tr("needs one FILE and -o OUT.png, OUT.svg or OUT.pdf; --help tells more"));
    }
    PictureOptions options;
    if (const QString wrong = readOptions(parser, options); !wrong.isEmpty()) {
        return complain(Usage, wrong);
    }

    QString error;
    const ReadResult read = readFile(files.first(), &error);
    if (!error.isEmpty()) {
        return complain(FileTrouble, error);
    }
    for (const Finding &finding : read.findings) {
        QTextStream(stderr) << toString(finding, files.first()) << '\n';
    }
    if (!read.document) {
        return FindingsInData;
    }
    options.shown = Filter(parser.value(QStringLiteral("filter"))).apply(*read.document);

    const Fonts fonts;
    const QString trouble = savePicture(Picture(read.document, options, fonts), output, *format);
    if (!trouble.isEmpty()) {
        return complain(FileTrouble, trouble);
    }
    return read.findings.empty() ? Fine : FindingsInData;
}

} // namespace timeloom
