// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/page_frame.h"

#include "layout/scale/broken_text.h"
#include "layout/scene/page_words.h"

#include <cmath>

namespace timeline {

namespace {

constexpr double grows = 1920;      // wide pages and those beyond
constexpr double wide = 1200;       // enough for samples beside the title
constexpr double lowForLists = 500; // and narrow: there lists read better
constexpr double narrowForLists = 1000;

double lineHeight(const TextStyle &style, double share = 1.3) {
    return std::round(style.pixelSize * share);
}

/// How many of `names` are worth measuring for a line of `room` pixels: a character takes more than one.
/// A file may declare a hundred thousand.
qsizetype countWithin(const QStringList &names, double room) {
    qsizetype count = 0;
    for (double taken = 0; count < names.size() && taken <= room; ++count) {
        taken += static_cast<double>(names[count].size());
    }
    return count;
}

} // namespace

PageFrame::PageFrame(const PageContent &content, const PageOptions &options, PageLevel level,
                     const TextMeasure &measure)
    : m_content(content), m_options(options), m_measure(measure) {
    const double width = options.size.width();
    const double height = options.size.height();
    constexpr double high = 600; // enough for what is as large as on a page twice as wide as that
    m_factor = std::max(1.0, std::min(width / grows, height / high));
    m_isSmall = width < narrowForLists || height < lowForLists;
    const double share = std::clamp((width - 800) / (grows - 800), 0.0, 1.0);
    m_margin = m_isSmall ? 16 : std::round((16 + 40 * share) * m_factor / 8) * 8;
    constexpr double ofPaper = 10 * 96 / 25.4; // 10 mm
    m_margin = options.isPaper ? ofPaper : m_margin;
    m_margin = std::min(m_margin, std::min(width, height) / 10);
    m_gap = m_isSmall ? 4 : 8 * m_factor;
    m_top = m_isSmall ? m_margin / 2 : m_margin * 0.7;
    const int samples = sampleCount();
    if (width >= wide && !m_isSmall && options.parts.legend && level < PageLevel::NoLegend && samples > 0) {
        m_samplesLeft = m_margin + (width - 2 * m_margin) * 0.76;
    }
    if (options.parts.title) {
        addTitle();
    }
    if (options.parts.standfirst && level < PageLevel::NoStandfirst) {
        addStandfirst();
    }
    if (options.parts.legend && content.keys.size() > 1) {
        addKeys();
    } else {
        m_top += m_isSmall ? 2 : m_gap;
    }
    if (m_samplesLeft > 0) {
        m_top = std::max(m_top, samplesTop() + (samples + 1) * sampleHeight() + m_gap);
    }
    addFoot();
    m_body = {m_margin, m_top, width - 2 * m_margin,
              std::max(20.0, height - m_top - m_footHeight - (m_isSmall ? 6 : m_margin * 0.5))};
}

/// How many looks there may be that no word tells.
int PageFrame::sampleCount() const {
    constexpr double dayLength = 86'400'000;
    bool lasts = false;
    bool within = false;
    bool about = false;
    for (const PageEvent &event : m_content.events) {
        const bool isAbout = event.span.flags & (DateFlags(DateFlag::Approximate) |
                                                 DateFlag::StartApproximate | DateFlag::EndApproximate);
        lasts = lasts || (event.lasts() && !isAbout);
        about = about || (event.lasts() && isAbout);
        within =
            within || (!event.lasts() && millisecondsBetween(event.span.begin, event.span.end) > dayLength);
    }
    return int{lasts} + int{within} + int{about};
}

double PageFrame::addLines(const QString &text, const TextStyle &style, TextTone tone, double y, double room,
                           int most) {
    const BrokenText broken(text, style, m_measure);
    const BrokenText::Lines lines = broken.balanced(room, most);
    for (qsizetype i = 0; i < lines.texts.size(); ++i) {
        m_lines.push_back({{lines.texts[i], m_margin, y + lineHeight(style) / 2,
                            lines.widths[static_cast<std::size_t>(i)], style},
                           tone});
        y += lineHeight(style, i + 1 < lines.texts.size() ? 1.2 : 1.3);
    }
    return y;
}

void PageFrame::addTitle() {
    const double width = m_options.size.width();
    const double size = (width >= 1700 ? 46 : width >= wide ? 36 : 22) * m_factor;
    const double room = m_samplesLeft > 0 ? m_samplesLeft - m_margin - 32 * m_factor : width - 2 * m_margin;
    constexpr int mostLines = 3;
    // A title is never left out: a long one is smaller, and at last cut.
    for (const double share : {1.0, 0.8, 0.6, 0.5}) {
        const TextStyle style{std::max(std::round(size * share), 13.0), 700, true};
        const double before = m_top;
        m_top = addLines(m_content.title, style, TextTone::Ink, m_top, room, share == 1.0 ? 2 : mostLines);
        if (m_top > before || m_content.title.isEmpty()) {
            return;
        }
    }
    const TextStyle style{std::max(size * 0.5, 13.0), 700, true};
    const QString cut = m_measure.elided(m_content.title, style, room);
    m_lines.push_back(
        {{cut, m_margin, m_top + lineHeight(style) / 2, m_measure.width(cut, style), style}, {}});
    m_top += lineHeight(style);
}

void PageFrame::addStandfirst() {
    const double width = m_options.size.width();
    const TextStyle style{(width >= 1700 ? 18 : width >= wide ? 16 : 12) * m_factor, 400};
    const double room = m_samplesLeft > 0 ? m_samplesLeft - m_margin - 32 * m_factor : width - 2 * m_margin;
    m_top += m_isSmall ? 0 : m_gap / 2;
    m_top = addLines(m_content.standfirst, style, TextTone::Muted, m_top, room, 2);
}

void PageFrame::addKeys() {
    const TextStyle style{(m_isSmall ? 11 : 13) * m_factor, 600};
    const double size = (m_isSmall ? 9 : 12) * m_factor;
    const double height = lineHeight(style, 1.5);
    m_top += m_isSmall ? 2 : 1.5 * m_gap;
    double x = m_margin;
    const int mostRows = m_isSmall ? 2 : 3;
    int rows = 1;
    for (const PageKey &key : m_content.keys) {
        const double room = m_options.size.width() - 2 * m_margin - size - 6;
        const QString title = m_measure.elided(key.title, style, room);
        const double width = m_measure.width(title, style);
        if (x > m_margin && x + size + 6 + width > m_options.size.width() - m_margin) {
            if (++rows > mostRows) {
                break;
            }
            x = m_margin;
            m_top += height;
        }
        m_swatches.push_back({{x, m_top + height / 2 - size / 2, size, size}, key.color, key.symbol});
        m_lines.push_back({{title, x + size + 6, m_top + height / 2, width, style}, TextTone::Ink});
        x += size + 6 + width + (m_isSmall ? 14 : 24) * m_factor;
    }
    m_top += height + (m_isSmall ? 0 : m_gap / 2);
}

void PageFrame::addFoot() {
    const bool isAny = m_options.parts.source || m_options.parts.count;
    const TextStyle style{(m_isSmall ? 10 : 13) * m_factor, 400};
    const int lines = !isAny ? 0 : m_isSmall ? 1 : 2;
    m_footHeight = lines * lineHeight(style, 1.5) + (m_isSmall ? 4 : m_gap);
}

void PageFrame::addTo(Scene &scene, const QStringList &remarks, const QStringList &notes,
                      const std::vector<SceneItem> &samples) const {
    ScenePage &page = *scene.page;
    page.texts.insert(page.texts.end(), m_lines.begin(), m_lines.end());
    page.swatches = m_swatches;
    addSamples(scene, samples);
    const TextStyle style{(m_isSmall ? 10 : 13) * m_factor, 400};
    const double height = lineHeight(style, 1.5);
    const double left = m_margin;
    const double right = m_options.size.width() - m_margin;
    double y = m_body.bottom() + (m_isSmall ? 4 : m_gap);
    // Counts on the right, whole; sources on the left, as many as have room.
    double reserved = 0;
    const QString counts = notes.join(QStringLiteral(" · "));
    if (m_options.parts.count && !counts.isEmpty()) {
        const QString text = m_measure.elided(counts, style, right - left);
        const double width = m_measure.width(text, style);
        const double line = m_isSmall ? y : y + height;
        page.texts.push_back({{text, right - width, line + height / 2, width, style}, TextTone::Muted});
        reserved = width + 24;
    }
    if (!m_options.parts.source) {
        return;
    }
    const QString asOf =
        m_content.asOf.isEmpty() ? QString() : PageWords::tr("As of %1.").arg(m_content.asOf);
    const auto sourceLine = [&](const QStringList &names, qsizetype count) {
        const QString some = names.mid(0, count).join(QStringLiteral("; "));
        const qsizetype others = m_content.sources.size() - count;
        return others > 0
                   ? PageWords::tr("Sources: %1; and %n more.", nullptr, static_cast<int>(others)).arg(some)
                   : PageWords::tr("%n source(s): %1.", nullptr, static_cast<int>(count)).arg(some);
    };
    const auto fitting = [&](double room, const QString &after) {
        for (const QStringList &names : {m_content.sources, m_content.sourceNames}) {
            const bool isBrief = names.size() < m_content.sources.size() || names == m_content.sourceNames;
            for (qsizetype count = countWithin(names, room);
                 count > 0 && (isBrief || count == names.size() || !m_isSmall); --count) {
                QString line = (sourceLine(names, count) + QLatin1Char(' ') + after).trimmed();
                if (m_measure.width(line, style) <= room) {
                    return line;
                }
            }
        }
        return after;
    };
    const auto add = [&](const QString &text, double room) {
        if (!text.isEmpty() && m_measure.width(text, style) <= room) {
            page.texts.push_back(
                {{text, left, y + height / 2, m_measure.width(text, style), style}, TextTone::Muted});
        }
        y += height;
    };
    if (m_isSmall) {
        add(fitting(right - left - reserved, asOf), right - left - reserved);
    } else {
        add(fitting(right - left, {}), right - left);
        QStringList some = remarks; // as many as have room
        while (some.size() > 1 &&
               m_measure.width(some.join(QLatin1Char(' ')), style) > right - left - reserved) {
            some.removeLast();
        }
        add(some.join(QLatin1Char(' ')), right - left - reserved);
    }
}

void PageFrame::addSamples(Scene &scene, const std::vector<SceneItem> &samples) const {
    if (m_samplesLeft <= 0 || samples.empty()) {
        return;
    }
    ScenePage &page = *scene.page;
    const TextStyle head{13 * m_factor, 600};
    const TextStyle style{13 * m_factor, 400};
    const double height = sampleHeight();
    double y = samplesTop();
    const QString title = PageWords::tr("How to read the marks");
    page.texts.push_back({{title, m_samplesLeft, y + height / 2, m_measure.width(title, head), head}, {}});
    y += height;
    constexpr std::size_t most = 3; // below each other
    for (std::size_t i = 0; i < samples.size() && i < most; ++i) {
        SceneItem sample = samples[i];
        const double width = 36 * m_factor;
        sample.rect.moveCenter({m_samplesLeft + width / 2, y + height / 2});
        const QString text = sample.label ? sample.label->text : QString();
        sample.label.reset();
        page.marks.push_back(sample);
        page.texts.push_back({{text, m_samplesLeft + width + 10 * m_factor, y + height / 2,
                               m_measure.width(text, style), style},
                              TextTone::Muted});
        y += height;
    }
}

} // namespace timeline
