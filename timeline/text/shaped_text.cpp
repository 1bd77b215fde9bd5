// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/shaped_text.h"

#include "document/bytes/visible_text.h"

#include <QTextBoundaryFinder>
#include <algorithm>
#include <map>
#include <memory>
#include <unicode/ubidi.h>

namespace timeline {

namespace {

/// Characters that are shaped together: of one face, one script and one direction.
struct Item {
    qsizetype begin = 0;
    qsizetype end = 0;
    const Face *face = nullptr; ///< null where none has the one character
    hb_script_t script = HB_SCRIPT_COMMON;
    UBiDiLevel level = 0; ///< odd: from right to left

    bool isRightToLeft() const { return level % 2 == 1; }
    bool goesOnWith(const Item &next) const {
        return face != nullptr && face == next.face && script == next.script && level == next.level;
    }
};

/// How deep each character lies in texts of the other direction (UAX #9).
std::vector<UBiDiLevel> levelsOf(const QString &text) {
    std::vector<UBiDiLevel> levels(static_cast<std::size_t>(text.size()));
    constexpr char16_t firstRightToLeft = 0x590;
    if (std::ranges::none_of(text, [](QChar c) { return c >= QChar(firstRightToLeft); })) {
        return levels;
    }
    const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), ubidi_close);
    UErrorCode error = U_ZERO_ERROR;
    ubidi_setPara(bidi.get(), reinterpret_cast<const UChar *>(text.utf16()), static_cast<int>(text.size()),
                  UBIDI_DEFAULT_LTR, nullptr, &error);
    if (const UBiDiLevel *found = ubidi_getLevels(bidi.get(), &error); U_SUCCESS(error)) {
        std::copy_n(found, levels.size(), levels.begin());
    }
    return levels;
}

char32_t firstOf(QStringView characters) {
    return characters.front().isHighSurrogate() && characters.size() > 1
               ? QChar::surrogateToUcs4(characters[0], characters[1])
               : characters.front().unicode();
}

/// What is of no script by itself is of that of its neighbours.
bool isOfAnyScript(hb_script_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

class Itemizer {
public:
    Itemizer(const QString &text, const TextStyle &style)
        : m_text(text), m_style(style), m_levels(levelsOf(text)) {}

    std::vector<Item> items() {
        const std::vector<qsizetype> edges = clusterEdges(m_text);
        for (std::size_t i = 1; i < edges.size(); ++i) {
            addCluster(edges[i - 1], edges[i]);
        }
        return std::move(m_items);
    }

private:
    void addCluster(qsizetype begin, qsizetype end) {
        const QStringView cluster = QStringView(m_text).sliced(begin, end - begin);
        const Face *face = faceFor(cluster, m_style);
        if (cluster == u" " && !m_items.empty() && !isSimple(m_items.back().script) &&
            m_items.back().face != nullptr && m_items.back().face->has(u' ')) {
            face = m_items.back().face; // words of one script are one run
        }
        const char32_t first = firstOf(cluster);
        const qsizetype firstSize = QChar::requiresSurrogates(first) ? 2 : 1;
        if (face == nullptr && cluster.size() > firstSize) { // no face has all of it
            addCluster(begin, begin + firstSize);
            addCluster(begin + firstSize, end);
            return;
        }
        if (face == nullptr && QChar::isSpace(first)) {
            face = &mainFace(m_style);
        }
        hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), first);
        if (isOfAnyScript(script)) {
            script = m_items.empty() ? HB_SCRIPT_COMMON : m_items.back().script;
        } else if (!m_items.empty() && m_items.back().script == HB_SCRIPT_COMMON) {
            m_items.back().script = script;
        }
        const Item item{begin, end, face, script, m_levels[static_cast<std::size_t>(begin)]};
        if (!m_items.empty() && m_items.back().goesOnWith(item)) {
            m_items.back().end = end;
        } else {
            m_items.push_back(item);
        }
    }

    const QString &m_text;
    const TextStyle &m_style;
    std::vector<UBiDiLevel> m_levels;
    std::vector<Item> m_items;
};

using Buffer = std::unique_ptr<hb_buffer_t, decltype(&hb_buffer_destroy)>;

/// A run with its origin at 0,0, and how wide it is.
struct ShapedRun {
    DrawnText::Run run;
    double width = 0;
};

ShapedRun shapedRun(const QString &text, const Item &item, const TextStyle &style) {
    // Nobody's locale has a say in how a text looks.
    static const hb_language_t language = hb_language_from_string("en", -1);
    const Buffer buffer(hb_buffer_create(), hb_buffer_destroy);
    hb_buffer_add_utf16(buffer.get(), reinterpret_cast<const uint16_t *>(text.utf16()),
                        static_cast<int>(text.size()), static_cast<unsigned>(item.begin),
                        static_cast<int>(item.end - item.begin));
    hb_buffer_set_flags(buffer.get(), HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_set_direction(buffer.get(), item.isRightToLeft() ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer.get(), item.script);
    hb_buffer_set_language(buffer.get(), language);
    hb_shape(item.face->font(), buffer.get(), nullptr, 0);

    unsigned count = 0;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer.get(), &count);
    const double scale = item.face->unit() * style.pixelSize;
    ShapedRun shaped{{item.face, style.pixelSize, false, {}}};
    std::map<qsizetype, std::vector<DrawnText::Glyph>> clusters; // by where they begin
    for (unsigned i = 0; i < count; ++i) {
        clusters[infos[i].cluster].push_back(
            {infos[i].codepoint, {shaped.width + places[i].x_offset * scale, -places[i].y_offset * scale}});
        shaped.width += places[i].x_advance * scale;
    }
    for (auto cluster = clusters.begin(); cluster != clusters.end(); ++cluster) {
        // What cannot be seen goes with what is before it, or else with what follows.
        const auto next = std::next(cluster);
        const qsizetype begin = cluster == clusters.begin() ? item.begin : cluster->first;
        const qsizetype end = next == clusters.end() ? item.end : next->first;
        shaped.run.clusters.push_back({text.mid(begin, end - begin), std::move(cluster->second)});
    }
    return shaped;
}

/// The code of a character in its place, smaller.
ShapedRun shapedCode(const QString &character, const TextStyle &style) {
    constexpr double share = 0.75;
    const TextStyle small{style.pixelSize * share, style.weight};
    const QString code = codePointText(character);
    ShapedRun shaped = shapedRun(code, {0, code.size(), &mainFace(small), HB_SCRIPT_LATIN, 0}, small);
    DrawnText::Cluster whole{character, {}};
    for (const DrawnText::Cluster &cluster : shaped.run.clusters) {
        std::ranges::copy(cluster.glyphs, std::back_inserter(whole.glyphs));
    }
    shaped.run.clusters = {std::move(whole)};
    shaped.run.isCode = true;
    return shaped;
}

/// In which order items stand, from left to right (UAX #9, L2).
std::vector<int> orderOf(const std::vector<Item> &items) {
    std::vector<UBiDiLevel> levels;
    std::ranges::transform(items, std::back_inserter(levels), &Item::level);
    std::vector<int> order(items.size());
    ubidi_reorderVisual(levels.data(), static_cast<int>(levels.size()), order.data());
    return order;
}

} // namespace

QString DrawnText::Run::text() const {
    QString all;
    for (const Cluster &cluster : clusters) {
        all += cluster.text;
    }
    return all;
}

QPainterPath DrawnText::outline(const Run &run) const {
    QPainterPath all;
    all.setFillRule(Qt::WindingFill); // neighbours may overlap
    for (const Cluster &cluster : run.clusters) {
        for (const Glyph &glyph : cluster.glyphs) {
            all.addPath(run.face->outline(glyph.index, run.pixelSize).translated(origin + glyph.offset));
        }
    }
    return all;
}

QPainterPath DrawnText::outline() const {
    QPainterPath all;
    all.setFillRule(Qt::WindingFill);
    for (const Run &run : runs) {
        all.addPath(outline(run));
    }
    return all;
}

std::vector<qsizetype> clusterEdges(const QString &text) {
    std::vector<qsizetype> edges{0};
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype edge = finder.toNextBoundary(); edge > 0; edge = finder.toNextBoundary()) {
        const bool isWithinPair =
            edge < text.size() && text[edge - 1].isHighSurrogate() && text[edge].isLowSurrogate();
        if (!isWithinPair) { // as Qt 6.4 finds behind some Indic letters
            edges.push_back(edge);
        }
    }
    return edges;
}

bool isSimple(hb_script_t script) {
    switch (script) {
    case HB_SCRIPT_COMMON:
    case HB_SCRIPT_LATIN:
    case HB_SCRIPT_GREEK:
    case HB_SCRIPT_CYRILLIC:
    case HB_SCRIPT_HAN:
    case HB_SCRIPT_HIRAGANA:
    case HB_SCRIPT_KATAKANA:
    case HB_SCRIPT_HANGUL:
        return true;
    default:
        return false;
    }
}

DrawnText shapedText(const QString &text, const TextStyle &style) {
    QString shown = text; // of the same length
    std::ranges::replace_if(
        shown, [](QChar c) { return c.category() == QChar::Other_Control; }, u' ');
    const std::vector<Item> items = Itemizer(shown, style).items();
    std::vector<ShapedRun> shaped;
    shaped.reserve(items.size());
    for (const Item &item : items) {
        shaped.push_back(item.face != nullptr
                             ? shapedRun(shown, item, style)
                             : shapedCode(shown.mid(item.begin, item.end - item.begin), style));
    }
    DrawnText drawn;
    drawn.text = text;
    drawn.style = style;
    for (const int index : orderOf(items)) {
        ShapedRun &run = shaped[static_cast<std::size_t>(index)];
        for (DrawnText::Cluster &cluster : run.run.clusters) {
            for (DrawnText::Glyph &glyph : cluster.glyphs) {
                glyph.offset.rx() += drawn.width;
            }
        }
        drawn.width += run.width;
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        DrawnText::Run &run = shaped[i].run;
        if (!run.clusters.empty()) {
            if (!drawn.runs.empty() && !run.isCode && !drawn.runs.back().isCode &&
                drawn.runs.back().face == run.face) {
                std::ranges::move(run.clusters, std::back_inserter(drawn.runs.back().clusters));
            } else {
                drawn.runs.push_back(std::move(run));
            }
        } else if (!drawn.runs.empty()) { // what cannot be seen
            drawn.runs.back().clusters.back().text +=
                shown.sliced(items[i].begin, items[i].end - items[i].begin);
        }
    }
    return drawn;
}

} // namespace timeline
