// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/page/label_setting.h"

#include <algorithm>
#include <cmath>

namespace timeline {

namespace {

constexpr double listDot = 8;       // before each title of a list
constexpr double listIndent = 14;   // of that title
constexpr double symbolSize = 8;    // before the date of what has a long mark
constexpr double symbolIndent = 13; // of that date
constexpr double widestTitle = 330; // that stands on a line of a list, before it is broken

} // namespace

LabelSetting labelSetting(PageTexts &texts, std::size_t index, const LabelRoom &room) {
    const PageEvent &event = texts.content().events[index];
    const PageType &type = texts.type();
    LabelSetting setting;
    const BrokenText::Lines &title = texts.title(index, room.lines);
    setting.lineCount = static_cast<int>(title.texts.size());
    const double indent = room.hasSymbol ? symbolIndent * type.factor : 0; // of the date
    // Who says so, where that makes the date no wider than what stands below it, or there is room anyway.
    QString date = event.date;
    const double beside = std::max(title.width, std::min(room.width, 280 * type.factor)) - indent;
    if (!event.word.isEmpty()) {
        const QString withWho = date + QStringLiteral("\u00A0· ") + event.by;
        const bool isTold = !event.by.isEmpty() && texts.dateWidth(withWho) <= beside;
        date = isTold ? withWho : date + QStringLiteral("\u00A0· ") + event.word;
    }
    double y = 0;
    const auto add = [&](const BrokenText::Lines &broken, const TextStyle &style, TextTone tone) {
        const double height = type.lineHeight(style);
        for (qsizetype i = 0; i < broken.texts.size(); ++i) {
            const double width = broken.widths[static_cast<std::size_t>(i)];
            const double x = setting.lines.empty() ? indent : 0;
            setting.lines.push_back({{broken.texts[i], x, y + height / 2, width, style}, tone});
            setting.lineEvents.push_back(index);
            setting.width = std::max(setting.width, x + width);
            y += height;
        }
    };
    add(texts.brokenDate(date, std::min(room.width - indent, std::max(title.width, texts.dateWidth(date)))),
        type.dateStyle(), TextTone::Muted);
    setting.firstLine = type.lineHeight(type.dateStyle()) / 2;
    if (room.hasSymbol) {
        const double size = symbolSize * type.factor;
        setting.dots.emplace_back(0, setting.firstLine - size / 2, size, size);
    }
    add(title, texts.titleStyle(index), TextTone::Ink);
    if (room.hasNote && !event.note.isEmpty()) {
        BrokenText::Lines note;
        for (const double wide : {220.0, 300.0}) { // the narrowest in which it has two lines
            if (note.texts.isEmpty()) {
                note = texts.note(index, std::min(room.width, std::max(setting.width, wide * type.factor)));
            }
        }
        setting.lacksNote = note.texts.isEmpty();
        add(note, type.dateStyle(), TextTone::Muted);
    }
    setting.height = y;
    return setting;
}

void LabelSetting::alignRight() {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double x = width - lines[i].width;
        if (i == 0 && !dots.empty()) { // its symbol stays before the date
            dots.front().translate(x - lines[i].x, 0);
        }
        lines[i].x = x;
    }
}

LabelSetting listSetting(PageTexts &texts, std::span<const std::size_t> events, double mostWidth,
                         double height) {
    const PageType &type = texts.type();
    const PageContent &content = texts.content();
    LabelSetting setting;
    setting.isList = true;
    const PageEvent &first = content.events[events.front()];
    const double dateHeight = type.lineHeight(type.dateStyle());
    setting.lines.push_back(
        {{first.date, 0, dateHeight / 2, texts.dateWidth(first.date), type.dateStyle()}, TextTone::Muted});
    setting.lineEvents.push_back(events.front());
    setting.firstLine = dateHeight / 2;
    const double indent = listIndent * type.factor;
    // One below the other, beside each other where that would be too high.
    double total = 0;
    double widest = setting.lines.front().width;
    struct Entry {
        std::size_t event;
        BrokenText::Lines title;
        QString word;
        double height;
    };
    std::vector<Entry> entries;
    for (const std::size_t event : events) {
        Entry entry{event, {}, content.events[event].word, 0};
        entry.title = texts.titleWithin(event, std::min(mostWidth, widestTitle * type.factor) - indent);
        double width = entry.title.widths.empty() ? 0 : entry.title.widths.back();
        if (!entry.word.isEmpty()) {
            entry.word = QStringLiteral(" · ") + entry.word;
            width += texts.dateWidth(entry.word);
        }
        widest = std::max({widest, indent + entry.title.width, indent + width});
        entry.height =
            static_cast<double>(entry.title.texts.size()) * type.lineHeight(texts.titleStyle(event));
        total += entry.height;
        entries.push_back(std::move(entry));
    }
    const double gutter = 2 * indent;
    const int most = std::max(1, static_cast<int>((mostWidth + gutter) / (widest + gutter)));
    const double room = std::isfinite(height) ? height * 0.7 : 420 * type.factor;
    const int columns = std::clamp(static_cast<int>(std::ceil(total / room)), 1, most);
    const double columnHeight = total / columns;
    double y = dateHeight;
    double x = 0;
    int inColumn = 0;
    for (const Entry &entry : entries) {
        if (inColumn > 0 && x + widest + gutter < mostWidth &&
            y - dateHeight + entry.height / 2 > columnHeight) {
            y = dateHeight;
            x += widest + gutter;
            inColumn = 0;
        }
        const TextStyle style = texts.titleStyle(entry.event);
        const double lineHeight = type.lineHeight(style);
        const double dot = listDot * type.factor;
        setting.dots.emplace_back(x, y + lineHeight / 2 - dot / 2, dot, dot);
        for (qsizetype i = 0; i < entry.title.texts.size(); ++i) {
            const double width = entry.title.widths[static_cast<std::size_t>(i)];
            setting.lines.push_back(
                {{entry.title.texts[i], x + indent, y + lineHeight / 2, width, style}, TextTone::Ink});
            setting.lineEvents.push_back(entry.event);
            if (i + 1 == entry.title.texts.size() && !entry.word.isEmpty()) {
                setting.lines.push_back({{entry.word, x + indent + width, y + lineHeight / 2,
                                          texts.dateWidth(entry.word), type.dateStyle()},
                                         TextTone::Muted});
                setting.lineEvents.push_back(entry.event);
            }
            y += lineHeight;
        }
        ++inColumn;
        setting.width = std::max(setting.width, x + widest);
        setting.height = std::max(setting.height, y);
    }
    setting.lineCount = 1;
    return setting;
}

} // namespace timeline
