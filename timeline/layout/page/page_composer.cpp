// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/page_composer.h"

#include "layout/page/carried_bars.h"
#include "layout/page/page_axis.h"
#include "layout/page/page_foot.h"
#include "layout/page/page_planner.h"
#include "layout/scene/column_words.h"
#include "layout/scene/page_words.h"

namespace timeline {

namespace {

class Composer {
public:
    Composer(const PageContent &content, const PageOptions &options, const TextMeasure &measure)
        : m_options(options), m_measure(measure), m_planner(content, options, measure) {}
    Scene compose() { return made(m_planner.plan()); }

private:
    Scene made(const PagePlan &plan);
    void addColumn(Scene &scene, const PagePlan &plan, std::size_t column, double left, PageEras &eras);
    void addEvents(Scene &scene, const PlacedColumn &placed, QPointF origin, std::uint16_t panel) const;
    SceneItem itemOf(const PageItem &placed, QPointF origin, std::uint16_t panel, const Scene &scene) const;

    const PageOptions &m_options;
    const TextMeasure &m_measure;
    PagePlanner m_planner;
};

SceneItem Composer::itemOf(const PageItem &placed, QPointF origin, std::uint16_t panelNumber,
                           const Scene &scene) const {
    const PageEvent &event = m_planner.content().events[placed.event];
    SceneItem item;
    item.shape = placed.mark.shape;
    item.symbol = event.symbol;
    item.status = event.status;
    item.flags = event.span.flags;
    item.color = event.color;
    item.event = event.event;
    item.panel = panelNumber;
    item.cutLeft = placed.mark.cutLeft;
    item.cutRight = placed.mark.cutRight;
    if (item.cutLeft && event.lasts()) {
        item.flags |= DateFlag::OpenStart;
        item.cutLeft = false;
    }
    if (item.cutRight && event.lasts()) { // runs on: an arrow head
        item.flags |= DateFlag::OpenEnd;
        item.cutRight = false;
    }
    item.rect = placed.mark.rect.translated(origin);
    for (SceneLine line : placed.lines) {
        line.x += origin.x();
        line.y += origin.y();
        item.lines.push_back(std::move(line));
    }
    const ScenePanel &panel = scene.panels[panelNumber];
    item.axisBegin = panel.scale.axis(event.begin());
    item.axisEnd = panel.scale.axis(event.end());
    return item;
}

void Composer::addEvents(Scene &scene, const PlacedColumn &placed, QPointF origin,
                         std::uint16_t panel) const {
    ScenePage &page = *scene.page;
    std::vector<PageItem> events = placed.events;
    if (m_planner.isList()) { // marks on one axis: what matters most lies above
        std::ranges::stable_sort(events, {}, [this](const PageItem &item) {
            return m_planner.content().events[item.event].importance;
        });
    }
    for (const PageItem &event : events) {
        scene.items.push_back(itemOf(event, origin, panel, scene));
        page.titled += event.isTitled ? 1 : 0;
    }
    for (const PageItem &shared : placed.shared) {
        page.marks.push_back(itemOf(shared, origin, panel, scene));
    }
    for (const PageItem &symbol : placed.symbols) {
        page.marks.push_back(itemOf(symbol, origin, panel, scene));
        page.marks.back().status = Status::Confirmed; // the long mark says how sure it is
        page.marks.back().flags = {};
    }
    for (const PlacedLeader &leader : placed.leaders) {
        page.leaders.push_back(
            {leader.from + origin, leader.to + origin, m_planner.content().events[leader.event].color});
    }
    page.withoutRoom += placed.withoutRoom;
}

void Composer::addColumn(Scene &scene, const PagePlan &plan, std::size_t number, double left,
                         PageEras &eras) {
    const PageGeometry &its = m_planner.geometry(plan.level);
    const TimeColumn &column = plan.columns[number];
    const bool small = its.frame.isSmall();
    const double width = plan.widths[number];
    const QRectF card(left, its.frame.body().top(), width, its.frame.body().height());
    ScenePage &page = *scene.page;
    page.cards.push_back(card);
    scene.panels.push_back(m_planner.panelOf(plan, number, left, width));
    ScenePanel &panel = scene.panels.back();
    const auto panelNumber = static_cast<std::uint16_t>(number);
    if (column.begin < column.end) {
        const TextStyle headStyle{(small ? 13 : 17) * m_planner.factor(), 700};
        const TextStyle smallStyle{(small ? 11 : 12) * m_planner.factor(), 400};
        const double room = width - 2 * its.padding;
        const auto add = [&](const QString &text, const TextStyle &style, TextTone tone, double y) {
            const QString shown = m_measure.elided(text, style, room);
            if (shown.isEmpty()) {
                return;
            }
            page.texts.push_back(
                {{shown, left + its.padding, y, m_measure.width(shown, style), style}, tone});
        };
        const QString head = columnHead(column);
        add(m_measure.width(head, headStyle) <= room ? head : columnHead(column, true), headStyle,
            TextTone::Ink, card.top() + its.headHeight * 0.6);
        if (!m_planner.isList()) {
            const std::optional<TickStep> step = columnStep(column, panel, smallStyle, m_measure);
            if (step) {
                addColumnTicks(panel, column, *step, smallStyle, m_measure);
            }
            const TimeColumn *before = number > 0 ? &plan.columns[number - 1] : nullptr;
            const bool isOneTick = panel.ticks.size() < 2; // and no other that it is so far from
            for (const QString &subhead : {columnSubhead(column, isOneTick ? std::nullopt : step, before),
                                           columnSubhead(column, std::nullopt, before)}) {
                if (m_measure.width(subhead, smallStyle) <= room) {
                    add(subhead, smallStyle, TextTone::Muted,
                        card.top() + its.headHeight + its.subheadHeight * 0.4);
                    break;
                }
            }
        }
    }
    if (column.begin == column.end && column.first == column.last) {
        const TextStyle style{(small ? 12 : 18) * m_planner.factor(), 400};
        const QString text = PageWords::tr("There are no events here");
        const double textWidth = m_measure.width(text, style);
        page.texts.push_back({{text, card.center().x() - textWidth / 2, card.center().y(), textWidth, style},
                              TextTone::Muted});
    } else if (m_planner.isList()) {
        const double x = panel.rect.left() + 8;
        page.rules.emplace_back(x, panel.rect.top(), x, panel.rect.bottom());
    } else {
        page.rules.emplace_back(left, panel.axisRect.bottom(), left + width, panel.axisRect.bottom());
    }
    eras.add(scene, panelNumber, column, panel.axisRect.bottom() + 4, m_planner.content().asOfEnd, m_measure);
    const PlacedColumn events = m_planner.placed(plan, number, width, its.plotHeight);
    addEvents(scene, events, m_planner.originOf(panel), panelNumber);
}

Scene Composer::made(const PagePlan &plan) {
    const PageGeometry &its = m_planner.geometry(plan.level);
    Scene scene;
    scene.size = m_options.size;
    scene.page.emplace();
    scene.fileColors = m_planner.content().fileColors;
    scene.plot = its.frame.body();
    scene.plot.setTop(its.plotTop);
    scene.contentHeight = scene.plot.height();
    PageEras eras = its.eras;
    double left = its.frame.body().left();
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        addColumn(scene, plan, i, left, eras);
        left += plan.widths[i] + its.gutter;
    }
    if (!m_planner.isList()) {
        addCarriedBars(scene, m_planner.content());
    }
    scene.page->erasLeftOut = m_options.parts.eras ? eras.leftOut() : 0;
    scene.unnamedEras = eras.unnamed();
    const QStringList remarks = footRemarks(m_planner.content(), scene, plan.columns.back().isAhead);
    its.frame.addTo(scene, remarks, footNotes(m_planner.content(), m_options, scene),
                    sampleMarks(scene, m_planner.factor()));
    return scene;
}

} // namespace

Scene composedPage(const PageContent &content, const PageOptions &options, const TextMeasure &measure) {
    return Composer(content, options, measure).compose();
}

} // namespace timeline
