// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/picture_choice.h"

#include "app/pictures/picture_size.h"
#include "time/edtf.h"
#include "time/edtf_move.h"
#include "time/ticks.h"

#include <QRegularExpression>
#include <array>

namespace timeloom {

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

std::optional<Span> spanOf(const QString &date) {
    const std::string bytes = date.toStdString();
    const auto parsed = parseDate(bytes);
    const auto *read = std::get_if<ParsedDate>(&parsed);
    return read != nullptr ? std::optional(read->span) : std::nullopt;
}

/// The coarsest unit that is no longer than a pixel.
TickUnit unitBelow(double milliseconds) {
    static constexpr std::array<std::pair<double, TickUnit>, 6> units{{{366 * 86'400'000.0, TickUnit::Year},
                                                                       {31 * 86'400'000.0, TickUnit::Month},
                                                                       {86'400'000.0, TickUnit::Day},
                                                                       {3'600'000.0, TickUnit::Hour},
                                                                       {60'000.0, TickUnit::Minute},
                                                                       {1'000.0, TickUnit::Second}}};
    for (const auto &[length, unit] : units) {
        if (length <= milliseconds) {
            // What the clock counts EDTF writes to the second only.
            return unit == TickUnit::Hour || unit == TickUnit::Minute ? TickUnit::Second : unit;
        }
    }
    return TickUnit::Second;
}

QString wordOf(PageLayout layout) {
    return layout == PageLayout::Columns ? u"columns"_s : layout == PageLayout::List ? u"list"_s : u"lanes"_s;
}

QString wordOf(LaneGrouping grouping) {
    for (const QLatin1StringView word : {"category"_L1, "parent"_L1, "status"_L1, "tag"_L1, "source"_L1,
                                         "attribution"_L1, "place"_L1, "none"_L1}) {
        if (laneGroupingFromString(QString(word)) == grouping) {
            return {word};
        }
    }
    return u"category"_s;
}

} // namespace

std::optional<std::pair<QString, QString>> stretchInView(const Workspace &workspace) {
    const Viewport &view = workspace.navigation()->destination();
    const TimelineLayout &layout = workspace.layout();
    if (view == layout.fitAll(workspace.sceneSize()) || !layout.isDated()) {
        return std::nullopt;
    }
    const TimeScale &scale = layout.scale();
    const auto dateAt = [&](double axis) {
        const TickUnit unit = unitBelow(view.scale() / scale.rateAt(axis));
        return std::pair(tickAtOrBefore(scale.instant(axis), {unit, 1}), unit);
    };
    const auto [begin, beginUnit] = dateAt(view.left());
    const auto [end, endUnit] = dateAt(view.right());
    const QString from = QString::fromStdString(dateNearest(begin, beginUnit));
    const QString to = QString::fromStdString(dateNearest(end, endUnit));
    const std::optional<Span> first = spanOf(from);
    const std::optional<Span> last = spanOf(to);
    const bool isOne =
        first && last && !first->isOpenAtStart() && !last->isOpenAtEnd() && first->begin < last->end;
    return isOne ? std::optional(std::pair(from, to)) : std::nullopt;
}

std::optional<PictureOrder> PictureChoice::order(const Workspace &workspace) const {
    const std::optional<PictureSize> read = pictureSizeFrom(size);
    if (!read) {
        return std::nullopt;
    }
    PictureOrder order;
    order.document = workspace.document();
    order.hasLinks = hasLinks && layout == PageLayout::Lanes;
    PictureOptions &options = order.options;
    options.size = read->pixels;
    options.isPaper = read->isPaper;
    options.scale = format == PictureFormat::Png ? sharpness : 1;
    options.dark = dark;
    options.page = layout;
    options.parts = parts;
    options.layout.grouping = workspace.layoutOptions().grouping;
    options.layout.folded = workspace.layoutOptions().folded;
    if (isFiltered) {
        options.filter = workspace.filter();
    }
    if (const auto stretch = isInView ? stretchInView(workspace) : std::nullopt) {
        options.from = spanOf(stretch->first)->begin;
        options.to = spanOf(stretch->second)->end;
    }
    return order;
}

QStringList PictureChoice::command(const Workspace &workspace, const QString &fileName,
                                   const QString &output) const {
    QStringList words{u"timeloom"_s, u"render"_s};
    const auto add = [&words](const QString &option, const QString &value) {
        words << u"--"_s + option;
        if (!value.isNull()) {
            words << value;
        }
    };
    add(u"layout"_s, wordOf(layout));
    add(u"size"_s, size);
    if (format == PictureFormat::Png) {
        add(u"scale"_s, QString::number(sharpness));
    }
    if (dark) {
        add(u"theme"_s, u"dark"_s);
    }
    if (const LaneGrouping grouping = workspace.layoutOptions().grouping;
        grouping != LaneGrouping::Category) {
        add(u"lanes"_s, wordOf(grouping));
    }
    if (!workspace.layoutOptions().folded) {
        add(u"linear"_s, {});
    }
    if (const auto stretch = isInView ? stretchInView(workspace) : std::nullopt) {
        add(u"from"_s, stretch->first);
        add(u"to"_s, stretch->second);
    }
    if (isFiltered) {
        if (const QString query = workspace.filter().query(); !query.trimmed().isEmpty()) {
            add(u"filter"_s, query);
        }
        QStringList hidden(workspace.filter().hiddenCategories().cbegin(),
                           workspace.filter().hiddenCategories().cend());
        hidden.sort();
        for (const QString &id : std::as_const(hidden)) {
            add(u"without"_s, id.isNull() ? u""_s : id);
        }
    }
    if (hasLinks && layout == PageLayout::Lanes) {
        add(u"links"_s, {});
    }
    const std::array<std::pair<QLatin1StringView, bool>, 7> all{{{"title"_L1, parts.title},
                                                                 {"standfirst"_L1, parts.standfirst},
                                                                 {"notes"_L1, parts.notes},
                                                                 {"eras"_L1, parts.eras},
                                                                 {"legend"_L1, parts.legend},
                                                                 {"source"_L1, parts.source},
                                                                 {"count"_L1, parts.count}}};
    for (const auto &[part, isThere] : all) {
        if (!isThere) {
            add(u"no-"_s + part, {});
        }
    }
    words << u"-o"_s << output;
    if (fileName.startsWith(u'-')) {
        words << u"--"_s; // what follows is no option
    }
    return words << fileName;
}

QString shellLine(const QStringList &words) {
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:=@%+,-]+$"_s);
    QStringList quoted;
    for (QString word : words) {
        quoted << (plain.match(word).hasMatch()
                       ? word
                       : u'\'' + word.replace(u'\'', QLatin1String("'\\''")) + u'\'');
    }
    return quoted.join(u' ');
}

QString pictureName(const QString &title) {
    QString name;
    for (const QChar c : title) { // what a system forbids or a shell takes for something else
        const bool isForbidden = c.category() == QChar::Other_Control ||
                                 c.category() == QChar::Other_Format ||
                                 QStringView(u"/\\<>|\"*?").contains(c);
        name += c == u':' ? u" –"_s : isForbidden ? u" "_s : QString(c);
    }
    name = name.simplified();
    while (name.startsWith(u'.') || name.startsWith(u'-') || name.startsWith(u' ')) {
        name.remove(0, 1);
    }
    constexpr qsizetype most = 200; // bytes of a name with its ending are 255
    while (name.toUtf8().size() > most) {
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    }
    while (name.endsWith(u'.') || name.endsWith(u' ')) {
        name.chop(1);
    }
    return name.isEmpty() ? u"timeline"_s : name;
}

} // namespace timeloom
