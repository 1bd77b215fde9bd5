// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/scene_frame.h"

#include "layout/scale/broken_text.h"
#include "layout/scale/metrics.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTextBoundaryFinder>
#include <algorithm>

namespace timeline {

namespace {

/// Where the texts of this file are translated.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(timeline::SceneFrame)
};

constexpr double wideFrom = 1240;  // pixels
constexpr double highFrom = 700;   // with less it is not wide
constexpr double smallBelow = 900; // wide
constexpr double lowBelow = 560;   // high
constexpr double wideHeadingsFrom = 1500;
constexpr double slimBelow = 1000; // wide: headings in a window
constexpr double slim = 60;        // headings that have less say a letter
constexpr double headingLeft = 14;
constexpr double headingRight = 8;
constexpr double nameLine = 17;
constexpr double countLine = 16;
constexpr double headingAir = 7; // above and below
constexpr int mostLines = 3;
constexpr TextStyle nameStyle{13, 600};
constexpr TextStyle countStyle{12, 400};
constexpr TextStyle slimStyle{14, 600};
constexpr TextStyle hiddenStyle{12, 500};
constexpr double handleSize = 24; // to be clicked at

/// In up to so many lines; the last one is cut where they do not do.
QStringList linesOf(const QString &name, double room, int most, const TextMeasure &measure) {
    const BrokenText whole(name, nameStyle, measure);
    if (const BrokenText::Lines lines = whole.balanced(room, most); !lines.texts.isEmpty()) {
        return lines.texts;
    }
    for (double share = 0.95; most > 1 && share > 0.5; share -= 0.1) {
        const BrokenText cut(measure.elided(name, nameStyle, room * most * share), nameStyle, measure);
        if (const BrokenText::Lines lines = cut.balanced(room, most); !lines.texts.isEmpty()) {
            return lines.texts;
        }
    }
    return {measure.elided(name, nameStyle, room)};
}

QString firstLetter(const QString &name) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
    const qsizetype end = finder.toNextBoundary();
    return end > 0 ? name.left(end).toUpper() : QString();
}

/// Beside the number, which is short, so that the name stays to be read. `y`: their middle.
void setHandles(SceneLane &lane, double y) {
    if (lane.place.height() < handleSize) {
        return;
    }
    const double half = handleSize / 2;
    const double middle = std::clamp(y, lane.place.top() + half, lane.place.bottom() - half);
    lane.more = QRectF(lane.place.right() - 6 - handleSize, middle - half, handleSize, handleSize);
    lane.grip = lane.more.translated(-handleSize, 0);
}

/// What tells it from others of a name of which the first characters do not.
QString shortName(const QString &name, qsizetype sharedBegin, double room, const TextMeasure &measure) {
    const QString own = name.mid(sharedBegin);
    if (sharedBegin == 0 || own.isEmpty()) {
        return firstLetter(name);
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, own);
    qsizetype end = finder.toNextBoundary();
    for (qsizetype next = end; next > 0 && measure.width(own.left(next), slimStyle) <= room;
         next = finder.toNextBoundary()) {
        end = next;
    }
    return own.left(end).trimmed();
}

void setSlimHeading(SceneLane &lane, double room, double top, double height, qsizetype sharedBegin,
                    const TextMeasure &measure) {
    const double middle = (4 + room) / 2;
    const auto add = [&](const QString &text, const TextStyle &style, double y) {
        const double width = measure.width(text, style);
        lane.heading.push_back({text, middle - width / 2, y, width, style});
    };
    const bool hasCount = height >= nameLine + countLine;
    add(shortName(lane.title, sharedBegin, room - 8, measure), slimStyle, top + nameLine / 2);
    if (const QString count = QLocale(QLocale::English).toString(lane.events);
        hasCount && measure.width(count, countStyle) <= room - 6) {
        const double width = measure.width(count, countStyle);
        lane.count = SceneText{count, middle - width / 2, top + nameLine + countLine / 2, width, countStyle};
    }
}

} // namespace

QString groupingName(LaneGrouping grouping) {
    switch (grouping) {
    case LaneGrouping::Category:
        return Texts::tr("Category");
    case LaneGrouping::Parent:
        return Texts::tr("Parent category");
    case LaneGrouping::Status:
        return Texts::tr("Status");
    case LaneGrouping::Tag:
        return Texts::tr("Tag");
    case LaneGrouping::Source:
        return Texts::tr("Source");
    case LaneGrouping::Attribution:
        return Texts::tr("Who says so");
    case LaneGrouping::Place:
        return Texts::tr("Place");
    case LaneGrouping::None:
        break;
    }
    return Texts::tr("Nothing", "lanes by nothing");
}

FrameSize FrameSize::of(QSizeF scene) {
    FrameSize size;
    if (scene.width() >= wideFrom && scene.height() >= highFrom) {
        return {84, 58, {30, 700, true}, true, 44, 21, 3, 24};
    }
    if (scene.width() >= smallBelow && scene.height() >= lowBelow) {
        return {38, 38, {20, 700, true}, false, 24, 18, 3, 16};
    }
    size.side = 12;
    return size;
}

double FrameSize::headingWidth(double sceneWidth, bool inWindow) {
    if (sceneWidth >= wideHeadingsFrom) { // whatever its height: opening a pane below moves nothing
        return 168;
    }
    constexpr double middle = 136;
    constexpr double least = 44;
    if (sceneWidth >= slimBelow) {
        return middle;
    }
    constexpr double mostShare = 0.2; // of a picture's width
    return inWindow ? std::min(least, sceneWidth / 4)
                    : std::clamp(sceneWidth * mostShare, std::min(least, sceneWidth / 4), middle);
}

void setHeading(SceneLane &lane, const QRectF &plot, qsizetype sharedBegin, const TextMeasure &measure) {
    const double room = plot.left();
    const double top = std::max(lane.rect.top(), plot.top());
    const double height = lane.rect.bottom() - top;
    lane.place =
        QRectF(lane.rect.left(), top, room, std::max(0.0, std::min(lane.rect.bottom(), plot.bottom()) - top));
    const double air = std::clamp((height - nameLine) / 2, 0.0, headingAir);
    const double free = height - 2 * air;
    if (room < slim) {
        setSlimHeading(lane, room, top + air, free, sharedBegin, measure);
        return;
    }
    const double width = room - headingLeft - headingRight;
    const QString count = Texts::tr("%Ln events", nullptr, static_cast<int>(lane.events));
    const double countWidth = measure.width(count, countStyle);
    // Rather the whole name than the number, which tips tell as well.
    const bool isLong = measure.width(lane.title, nameStyle) > width;
    const bool hasCount = free >= (isLong ? 2 : 1) * nameLine + countLine && countWidth <= width;
    const int most =
        std::clamp(static_cast<int>((free - (hasCount ? countLine : 0)) / nameLine), 1, mostLines);
    double y = std::min(top + air, lane.rect.bottom() - nameLine);
    for (const QString &line : linesOf(lane.title, width, most, measure)) {
        lane.heading.push_back(
            {line, headingLeft, y + nameLine / 2, measure.width(line, nameStyle), nameStyle});
        y += nameLine;
    }
    const SceneText &last = lane.heading.back();
    if (hasCount) {
        lane.count = SceneText{count, headingLeft, y + countLine / 2, countWidth, countStyle};
    } else if (lane.isFolded) { // behind the name
        const double x = last.rect().right() + headingRight;
        for (const QString &shown : {count, QLocale(QLocale::English).toString(lane.events)}) {
            const double its = measure.width(shown, countStyle);
            if (!lane.count && x + its <= room - headingRight) {
                lane.count = SceneText{shown, x, last.y, its, countStyle};
            }
        }
    }
    setHandles(lane, lane.count ? lane.count->y : last.y);
}

std::optional<SceneHiddenLanes> hiddenLanesOf(const Lanes &lanes, double top, double width,
                                              const TextMeasure &measure) {
    const std::size_t count = lanes.lanes.size() - lanes.openCount;
    if (count == 0) {
        return std::nullopt;
    }
    SceneHiddenLanes hidden;
    hidden.lanes = count;
    hidden.rect = QRectF(0, top, width, metrics::hiddenLanesHeight);
    const double y = hidden.rect.center().y();
    const QString text = Texts::tr("%Ln lanes hidden", nullptr, static_cast<int>(count));
    hidden.text = {text, headingLeft, y, measure.width(text, hiddenStyle), hiddenStyle};
    // An event may stand in several of them: then nobody knows their number at a glance.
    if (count == 1 || lanes.placementCount == lanes.eventCount) {
        EventIndex events = 0;
        for (std::size_t i = lanes.openCount; i < lanes.lanes.size(); ++i) {
            events += lanes.lanes[i].events.size();
        }
        const QString more = Texts::tr("with %Ln events", nullptr, static_cast<int>(events));
        SceneText its{more, hidden.text.rect().right() + 12, y, measure.width(more, countStyle), countStyle};
        if (its.rect().right() <= width - headingRight) {
            hidden.more = its;
        }
    }
    return hidden;
}

SceneCorner cornerOf(LaneGrouping grouping, const QRectF &area, const TextMeasure &measure) {
    SceneCorner corner;
    constexpr double height = 28;
    corner.rect = QRectF(area.left() + 6, area.center().y() - height / 2, area.width() - 10, height);
    const QString name = groupingName(grouping);
    const QString all = Texts::tr("Lanes by %1");
    const QString before = all.section(QStringLiteral("%1"), 0, 0);
    const double y = area.center().y();
    const double room = area.right() - headingLeft - 22; // for its arrow
    const double beforeWidth = measure.width(before, countStyle);
    const double nameWidth = measure.width(name, TextStyle{12, 600});
    double x = headingLeft;
    if (beforeWidth + nameWidth <= room) {
        corner.texts.push_back({before, x, y, beforeWidth, countStyle});
        x += beforeWidth;
    } else if (nameWidth > room) {
        return corner; // a sign alone
    }
    corner.texts.push_back({name, x, y, nameWidth, TextStyle{12, 600}});
    return corner;
}

QString sentencesWithin(const QString &text, const TextStyle &style, double width,
                        const TextMeasure &measure) {
    if (measure.width(text, style) <= width) {
        return text;
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, text);
    QString fitting;
    while (finder.toNextBoundary() > 0) {
        const QString some = text.left(finder.position()).trimmed();
        if (measure.width(some, style) > width) {
            break;
        }
        fitting = some;
    }
    return fitting;
}

} // namespace timeline
