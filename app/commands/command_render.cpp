// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/command.h"
#include "app/commands/command_line.h"
#include "app/pictures/picture_file.h"
#include "app/pictures/picture_size.h"
#include "app/text/standard_streams.h"

#include "document/bytes/file_name.h"
#include "document/bytes/visible_text.h"
#include "document/read/reader.h"
#include "document/search/filter.h"
#include "layout/page/page_content.h"
#include "paint/picture.h"
#include "time/edtf.h"

#include <QCoreApplication>
#include <span>

namespace timeloom {

namespace {

using namespace timeline;

/// The first instant of a date, or, `atEnd`, the first after it.
std::optional<Instant> instantOf(const QString &text, bool atEnd) {
    const QByteArray bytes = text.toUtf8();
    const auto parsed = parseDate({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    const auto *date = std::get_if<ParsedDate>(&parsed);
    if (date == nullptr || (atEnd ? date->span.isOpenAtEnd() : date->span.isOpenAtStart())) {
        return std::nullopt; // a picture has an end
    }
    return atEnd ? date->span.end : date->span.begin;
}

class Render {
    Q_DECLARE_TR_FUNCTIONS(timeloom::Render)

public:
    explicit Render(const CommandLine &line) : m_line(line), m_output(line.value(QStringLiteral("output"))) {}

    int run() {
        if (m_line.values().size() != 1) {
            return m_line.refuse(tr("expected one FILE"));
        }
        m_input = m_line.values().constFirst();
        const std::optional<PictureFormat> format = pictureFormatOf(m_output);
        if (!format) {
            return m_line.refuse(m_output.isEmpty()
                                     ? tr("expected -o OUT, the picture to write")
                                     : tr("-o is %1; expected a name that ends in .png, .svg or .pdf")
                                           .arg(shownFileName(m_output)));
        }
        PictureOptions options;
        if (const std::optional<int> code = readOptions(options)) {
            return *code;
        }
        options.filter = Filter(m_line.value(QStringLiteral("filter")));
        if (options.filter.error()) {
            return m_line.refuse(*options.filter.error());
        }
        for (const QString &category : m_line.valuesOf(QStringLiteral("without"))) {
            options.filter.setCategoryHidden(category, true);
        }
        if (isSameFile(m_input, m_output)) {
            return m_line.refuse(tr("-o names the events file itself"));
        }
        return draw(*format, options);
    }

private:
    /// The size and how many dots it has.
    std::optional<int> readSize(PictureOptions &options) const {
        bool isPaper = false;
        if (m_line.isSet(QStringLiteral("size"))) {
            const std::optional<PictureSize> size = pictureSizeFrom(m_line.value(QStringLiteral("size")));
            const QSizeF most(32000, 32000);
            if (!size || size->pixels.width() < 200 || size->pixels.height() < 120 ||
                size->pixels != size->pixels.boundedTo(most)) {
                return m_line.refuse(
                    tr("--size must be WIDTHxHEIGHT in pixels, from 200x120 to 32000x32000, or in "
                       "mm, in or pt (210x297mm), or a paper such as A4-landscape, A3 or Letter"));
            }
            options.size = size->pixels;
            isPaper = options.isPaper = size->isPaper;
        }
        constexpr double dotsOfPixel = 96; // an inch has so many pixels
        constexpr double ofPrint = 300;
        const bool hasDpi = m_line.isSet(QStringLiteral("dpi"));
        const bool hasScale = m_line.isSet(QStringLiteral("scale"));
        if (hasDpi && hasScale) {
            return m_line.refuse(tr("--dpi and --scale say the same; expected one of them"));
        }
        if (hasScale) {
            options.scale = m_line.value(QStringLiteral("scale")).toDouble();
            if (!(options.scale >= 0.1 && options.scale <= 16)) {
                return m_line.refuse(tr("--scale must be a number from 0.1 to 16"));
            }
        } else if (hasDpi || (isPaper && pictureFormatOf(m_output) == PictureFormat::Png)) {
            const double dpi = hasDpi ? m_line.value(QStringLiteral("dpi")).toDouble() : ofPrint;
            if (!(dpi >= 10 && dpi <= 1500)) {
                return m_line.refuse(tr("--dpi must be a number from 10 to 1500"));
            }
            options.scale = dpi / dotsOfPixel;
        }
        return std::nullopt;
    }

    /// Fills the options from the command line. The exit code where something is wrong with it, which has
    /// been said.
    std::optional<int> readOptions(PictureOptions &options) const {
        if (const std::optional<int> code = readSize(options)) {
            return code;
        }
        if (!options.isOfPossibleSize()) {
            return m_line.refuse(tr("the picture must not be larger than 32000 pixels either way"));
        }
        const QString theme = m_line.value(QStringLiteral("theme"));
        if (theme != QLatin1String("light") && theme != QLatin1String("dark")) {
            return m_line.refuse(tr("--theme must be light or dark"));
        }
        options.dark = theme == QLatin1String("dark");
        const auto grouping = laneGroupingFromString(m_line.value(QStringLiteral("lanes")));
        if (!grouping) {
            return m_line.refuse(
                tr("--lanes must be category, parent, status, tag, source, attribution, place or none"));
        }
        options.layout.grouping = *grouping;
        options.layout.folded = !m_line.isSet(QStringLiteral("linear"));
        const auto page = pageLayoutFromString(m_line.value(QStringLiteral("layout")));
        if (!page) {
            return m_line.refuse(tr("--layout must be auto, columns, lanes or list"));
        }
        options.page = *page;
        const bool isPage = *page == PageLayout::Columns || *page == PageLayout::List;
        if (isPage && m_line.isSet(QStringLiteral("links"))) {
            return m_line.refuse(tr("--links are drawn in lanes alone; expected --layout lanes"));
        }
        const auto isThere = [this](const char *part) {
            return !m_line.isSet(QStringLiteral("no-") + QLatin1String(part));
        };
        options.parts = {isThere("title"),  isThere("standfirst"), isThere("notes"), isThere("eras"),
                         isThere("legend"), isThere("source"),     isThere("count")};
        for (const bool atEnd : {false, true}) {
            const QString name = atEnd ? QStringLiteral("to") : QStringLiteral("from");
            if (!m_line.isSet(name)) {
                continue;
            }
            const std::optional<Instant> instant = instantOf(m_line.value(name), atEnd);
            if (!instant) {
                return m_line.refuse(tr("--%1 must be a date such as 2024 or 2025-01-20").arg(name));
            }
            (atEnd ? options.to : options.from) = instant;
        }
        if (options.from && options.to && *options.from >= *options.to) {
            return m_line.refuse(tr("--from must be earlier than --to"));
        }
        return std::nullopt;
    }

    int draw(PictureFormat format, PictureOptions options) {
        const Result<ReadResult> result = readFile(m_input);
        if (!result) {
            m_line.complain(result.error());
            return FileTrouble;
        }
        const ReadResult &read = *result;
        tellFindings(read, m_input);
        if (!read.document) {
            return FindingsInData;
        }
        if (m_line.isSet(QStringLiteral("links"))) {
            options.linked = allWithLinks(*read.document);
            options.page = PageLayout::Lanes; // a page has none
        }
        if (const std::optional<int> code = refuseTooMany(*read.document, options)) {
            return *code;
        }
        const Fonts fonts;
        const Picture picture(read.document, options, fonts);
        if (const Result<> saved = savePicture(picture, m_output, format); !saved) {
            m_line.complain(saved.error());
            return FileTrouble;
        }
        const std::vector<Drawing::Missing> missing = picture.drawing().missingCharacters();
        tellMissing(missing);
        if (picture.lanesLeftOut() > 0) {
            m_line.complain(tr("%n lanes have no room and are left out; --size %1x%2 has room for all",
                               nullptr, static_cast<int>(picture.lanesLeftOut()))
                                .arg(qRound(options.size.width()))
                                .arg(picture.heightOfAllLanes()));
        }
        const bool isAllThere = missing.empty() && picture.lanesLeftOut() == 0;
        return read.findings.areNotesOnly() && isAllThere ? Fine : FindingsInData;
    }

    /// Thousands of events make no page.
    std::optional<int> refuseTooMany(const Document &document, const PictureOptions &options) const {
        if (options.page == PageLayout::Lanes) {
            return std::nullopt;
        }
        PageOptions page;
        page.from = options.from;
        page.to = options.to;
        const std::size_t count = pageEventCount(document, options.filter.apply(document), page);
        if (options.page != PageLayout::Auto && count > mostOnPage) {
            return m_line.refuse(tr("%n events are too many for a page; use --layout lanes", nullptr,
                                    static_cast<int>(count)));
        }
        if (options.page == PageLayout::Auto && count > mostComposed) {
            m_line.complain(tr("%n events are more than a page is composed of, so they are drawn in lanes",
                               nullptr, static_cast<int>(count)));
        }
        return std::nullopt;
    }

    /// By name the first few.
    void tellMissing(const std::vector<Drawing::Missing> &missing) const {
        constexpr int mostNamed = 5;
        const auto named = std::span(missing).first(std::min<std::size_t>(missing.size(), mostNamed));
        for (const auto &[character, text] : named) {
            m_line.complain(
                tr("the picture has no glyph for U+%1 (in %2); its code stands in its place")
                    .arg(QString::number(character, 16).toUpper().rightJustified(4, u'0'), quoted(text)));
        }
        if (const auto others = static_cast<int>(missing.size()) - mostNamed; others > 0) {
            m_line.complain(tr("it has no glyphs for %n other characters", nullptr, others));
        }
    }

    const CommandLine &m_line;
    QString m_input, m_output;
};

} // namespace

int runRender(const QStringList &arguments) {
    CommandLine line(QStringLiteral("render"), Render::tr("Draws an events file into a picture."));
    line.addValue(QStringLiteral("FILE"), Render::tr("An events file, - for standard input, or :story."),
                  QStringLiteral("FILE -o OUT"));
    const QCommandLineOption options[] = {
        {{QStringLiteral("o"), QStringLiteral("output")},
         Render::tr("The picture: its ending png, svg or pdf says the format."),
         QStringLiteral("OUT")},
        {QStringLiteral("from"), Render::tr("Where the picture begins."), QStringLiteral("DATE")},
        {QStringLiteral("to"), Render::tr("Where it ends."), QStringLiteral("DATE")},
        {QStringLiteral("size"),
         Render::tr(
             "Its size in logical pixels, 1920x1080 without it, or 210x297mm, 8.5x11in, 595x842pt, A4, "
             "A3-landscape, Letter."),
         QStringLiteral("SIZE")},
        {QStringLiteral("dpi"), Render::tr("Dots an inch, for PNG; 300 on paper."), QStringLiteral("N")},
        {QStringLiteral("scale"), Render::tr("Device pixels in a logical one, for PNG."),
         QStringLiteral("N")},
        {QStringLiteral("theme"), Render::tr("light or dark."), QStringLiteral("THEME"),
         QStringLiteral("light")},
        {QStringLiteral("filter"), Render::tr("Only the events that match, for example status:confirmed."),
         QStringLiteral("QUERY")},
        {QStringLiteral("without"),
         Render::tr("Without the events of a category, by its id; may be given several times."),
         QStringLiteral("ID")},
        {QStringLiteral("lanes"),
         Render::tr("Lanes by category, by its topmost parent, by status, tag, source, attribution (who says "
                    "so), place or none."),
         QStringLiteral("BY"), QStringLiteral("category")},
        {QStringLiteral("layout"),
         Render::tr("auto, columns, list or lanes: a page of columns or a list where there are up to 300 "
                    "events, or the lanes of the window."),
         QStringLiteral("LAYOUT"), QStringLiteral("auto")},
        {QStringLiteral("linear"), Render::tr("A plain linear scale: nothing folded, one column.")},
        {QStringLiteral("links"), Render::tr("With the links between events.")},
        {QStringLiteral("no-title"), Render::tr("Without the title.")},
        {QStringLiteral("no-standfirst"), Render::tr("Without what the file says of itself.")},
        {QStringLiteral("no-notes"), Render::tr("Without what events are about.")},
        {QStringLiteral("no-eras"), Render::tr("Without the eras.")},
        {QStringLiteral("no-legend"), Render::tr("Without the legend.")},
        {QStringLiteral("no-source"), Render::tr("Without the sources.")},
        {QStringLiteral("no-count"), Render::tr("Without the number of events and of what is left out.")},
    };
    for (const QCommandLineOption &option : options) {
        line.add(option);
    }
    if (const auto code = line.read(arguments)) {
        return *code;
    }
    return Render(line).run();
}

} // namespace timeloom
