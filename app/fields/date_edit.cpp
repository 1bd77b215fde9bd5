// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/date_edit.h"

#include "app/fields/calendar_button.h"
#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "app/signs/signs.h"
#include "document/bytes/visible_text.h"
#include "time/edtf.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

DateEdit::DateEdit(QWidget *parent) : QWidget(parent), m_line(new QLineEdit), m_reading(new QLabel) {
    m_line->setAccessibleName(tr("Date"));
    m_line->setPlaceholderText(tr("2025-05-20, 2025-05, 2025~, 2024/2025"));
    m_line->setToolTip(tr(
        "<html>A date as exactly as it is known (EDTF):<br><b>2025-05-20</b> a day, <b>2025-05</b> a month, "
        "<b>2025</b> a year, <b>2025-05-20T10:30</b> a time<br><b>2025~</b> about then, "
        "<b>2025?</b> uncertain, <b>201X</b> in the 2010s, <b>2025-21</b> spring<br>"
        "<b>2024/2025-03</b> from, to; <b>2024/..</b> goes on, <b>2024/</b> end unknown</html>"));
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setWordWrap(true);
    m_reading->setFont(textFont(12));
    m_reading->setForegroundRole(QPalette::PlaceholderText);
    setFocusProxy(m_line);

    auto *calendar = new CalendarButton([this] { return text(); });
    calendar->setIcon(icon(u"calendar"_s));
    calendar->setToolButtonStyle(Qt::ToolButtonIconOnly);
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_line, 1);
    line->addWidget(calendar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_reading);

    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        showReading();
        Q_EMIT edited(text);
    });
    connect(calendar, &CalendarButton::picked, this, &DateEdit::pick);
    showReading();
}

void DateEdit::setText(const QString &text) {
    if (m_line->text() != text) {
        m_line->setText(text);
        showReading();
    }
}

void DateEdit::showReading() {
    // What is wrong is told by who checks the whole event.
    const std::string text = m_line->text().toStdString();
    const bool isDate = std::holds_alternative<ParsedDate>(parseDate(text));
    m_reading->setText(isDate ? visibleText(describeDate(text)) : QString());
    m_reading->setVisible(isDate);
    const bool isWrong = !isDate && !m_line->text().trimmed().isEmpty();
    if (m_line->property("wrong").toBool() != isWrong) {
        m_line->setProperty("wrong", isWrong); // its border tells
        m_line->update();
    }
}

/// Of an interval the end in which the cursor stands is replaced.
void DateEdit::pick(QDate day) {
    const QString picked = day.toString(Qt::ISODate);
    const QString text = m_line->text();
    const qsizetype slash = text.indexOf(u'/');
    const bool isEnd = slash >= 0 && m_line->cursorPosition() > slash;
    m_line->setText(slash < 0 ? picked
                    : isEnd   ? text.first(slash + 1) + picked
                              : picked + text.sliced(slash));
    showReading();
    Q_EMIT edited(m_line->text());
}

} // namespace timeloom
