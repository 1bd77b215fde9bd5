// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/page/page_content.h"
#include "layout/page/page_type.h"
#include "layout/scene/scene.h"

namespace timeline {

/// What may be left out of a small page, in this order: each level leaves out what those before it do.
enum class PageLevel : std::uint8_t { Full, NoLegend, OneEraRow, NoStandfirst, NoEras };

/// A page's margins, its title and what stands below that, and its foot: all around the columns.
class PageFrame {
public:
    PageFrame(const PageContent &content, const PageOptions &options, PageLevel level,
              const TextMeasure &measure);

    double margin() const { return m_margin; }
    double factor() const { return m_factor; } ///< in which large pages grow
    bool isSmall() const { return m_isSmall; } ///< so that lists are the layout for it
    /// Where the columns stand.
    QRectF body() const { return m_body; }

    /// Adds title, standfirst, key and foot. `remarks`: what the foot says of the whole, `notes`: of counts
    /// and of what is left out. `samples`: marks that occur and are to be explained.
    void addTo(Scene &scene, const QStringList &remarks, const QStringList &notes,
               const std::vector<SceneItem> &samples) const;

private:
    int sampleCount() const;
    double samplesTop() const { return m_margin * 0.75; }
    double sampleHeight() const { return 24 * m_factor; }
    void addTitle();
    void addStandfirst();
    void addKeys();
    void addFoot();
    double addLines(const QString &text, const TextStyle &style, TextTone tone, double y, double room,
                    int most);
    void addSamples(Scene &scene, const std::vector<SceneItem> &samples) const;

    const PageContent &m_content;
    const PageOptions &m_options;
    const TextMeasure &m_measure;
    double m_margin = 0;
    double m_factor = 1;
    bool m_isSmall = false;
    double m_gap = 8;
    double m_top = 0; ///< of what comes next
    QRectF m_body;
    std::vector<SceneLine> m_lines;
    std::vector<ScenePage::Swatch> m_swatches;
    double m_footHeight = 0;
    double m_samplesLeft = 0; ///< 0 where there is no room for samples
};

} // namespace timeline
