// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/calendar_button.h"

#include "time/calendar.h"
#include "time/edtf.h"

#include <QCalendarWidget>
#include <QMenu>
#include <QWidgetAction>

namespace timeloom {

using namespace timeline;

CalendarButton::CalendarButton(std::function<QString()> date, QWidget *parent) : QToolButton(parent) {
    setText(tr("Day…"));
    setToolTip(tr("Choose a day from a calendar"));
    setAccessibleName(tr("Choose a day"));
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(this);
    auto *action = new QWidgetAction(menu);
    auto *calendar = new QCalendarWidget;
    calendar->setAccessibleName(tr("Calendar"));
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [calendar, date = std::move(date)] {
        const auto parsed = parseDate(date().trimmed().toStdString());
        const auto *there = std::get_if<ParsedDate>(&parsed);
        const CivilDate day = there == nullptr || there->span.isOpenAtStart()
                                  ? CivilDate{0, 0, 0}
                                  : civilTime(there->span.begin).date;
        const bool isInCalendar = day.year >= calendar->minimumDate().year() && day.year <= 9999;
        calendar->setSelectedDate(isInCalendar ? QDate(static_cast<int>(day.year), day.month, day.day)
                                               : QDate::currentDate());
        calendar->setFocus();
    });
    for (const auto signal : {&QCalendarWidget::clicked, &QCalendarWidget::activated}) {
        connect(calendar, signal, this, [this, menu](QDate day) {
            menu->close();
            Q_EMIT picked(day);
        });
    }
}

} // namespace timeloom
