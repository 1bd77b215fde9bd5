// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/finding_note.h"

#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "app/signs/signs.h"
#include "document/bytes/visible_text.h"
#include "paint/tokens.h"
#include "time/edtf.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace timeloom {

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostButtons = 6;
constexpr double radius = 6;
constexpr int textLeft = 36; // behind the sign
constexpr int signSide = 16;

/// What it does, and below that what it means.
class FixButton : public QPushButton {
public:
    FixButton(const QString &title, const QString &meaning, QWidget *parent)
        : QPushButton(parent), m_title(title), m_meaning(meaning) {
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override {
        const int line = QFontMetrics(textFont(12)).height();
        const int height = (m_meaning.isEmpty() ? 1 : 2) * line + 2 * padding;
        return {px(160), std::max(height, px(28))};
    }
    QSize minimumSizeHint() const override { return {px(28), sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &tokens = Tokens::forPalette(palette());
        const double line = hasFocus() ? 2 : 1;
        painter.setPen(QPen(hasFocus() ? tokens.accent : tokens.control, line));
        painter.setBrush(isDown() ? tokens.accentSoft : underMouse() ? tokens.hover : tokens.raised);
        painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), radius,
                                radius);
        const QRect room = rect().adjusted(2 * padding, padding, -2 * padding, -padding);
        const auto draw = [&](const QRect &place, const QString &words, const QColor &ink, int weight) {
            painter.setFont(textFont(12, weight));
            painter.setPen(ink);
            painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(words, Qt::ElideMiddle, place.width()));
        };
        if (m_meaning.isEmpty()) {
            draw(room, m_title, tokens.ink, QFont::Medium);
            return;
        }
        const QRect upper(room.left(), room.top(), room.width(), room.height() / 2);
        draw(upper, m_title, tokens.ink, QFont::Medium);
        draw(upper.translated(0, upper.height()), m_meaning, tokens.ink2, QFont::Normal);
    }

private:
    static constexpr int padding = 5;
    QString m_title, m_meaning;
};

bool isDate(const EventFix &fix) {
    return fix.field == "date"_L1 &&
           std::holds_alternative<ParsedDate>(parseDate(fix.value.toString().toStdString()));
}

/// Of a date, in words.
QString meaningOf(const EventFix &fix) {
    return isDate(fix) ? visibleText(describeDate(fix.value.toString().toStdString())) : QString();
}

} // namespace

FindingNote::FindingNote(QWidget *parent) : QWidget(parent), m_text(new QLabel), m_buttons(new QVBoxLayout) {
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_buttons->setContentsMargins({});
    m_buttons->setSpacing(4);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(m_text);
    column->addLayout(m_buttons);
    hide();
}

QString FindingNote::wordsOf(const EventFix &fix) {
    const QString title = visibleText(fix.title);
    const QString meaning = meaningOf(fix);
    return meaning.isEmpty() ? title : tr("%1: %2", "writing a date, what it means").arg(title, meaning);
}

void FindingNote::showFindings(const QString &text, Severity worst, const std::vector<EventFix> &fixes) {
    m_worst = worst;
    m_text->setText(text);
    const bool isQuiet = worst == Severity::Note;
    layout()->setContentsMargins(isQuiet ? 0 : textLeft, isQuiet ? 0 : 8, isQuiet ? 0 : 8, isQuiet ? 0 : 8);
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
    for (std::size_t i = 0; i < std::min(fixes.size(), std::size_t{mostButtons}); ++i) {
        auto *button = new FixButton(visibleText(fixes[i].title), meaningOf(fixes[i]), this);
        button->setText(wordsOf(fixes[i]).replace(u'&', u"&&"_s)); // is spoken
        button->setToolTip(wordsOf(fixes[i]));
        connect(button, &QPushButton::clicked, this, [this, fix = fixes[i]] { Q_EMIT fixChosen(fix); });
        m_buttons->addWidget(button);
        button->show(); // at once, where the note is shown already
    }
    setVisible(!text.isEmpty());
    update();
}

void FindingNote::paintEvent(QPaintEvent *) {
    if (m_worst == Severity::Note) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = Tokens::forPalette(palette());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_worst == Severity::Error ? tokens.errorSoft : tokens.warnSoft);
    painter.drawRoundedRect(rect(), radius, radius);
    paintIcon(painter, QRectF(10, 9, signSide, signSide), u"problems"_s,
              m_worst == Severity::Error ? tokens.error : tokens.warn);
}

} // namespace timeloom
