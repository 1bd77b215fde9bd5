// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signs/trough.h"

#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "app/signs/signs.h"
#include "paint/tokens.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace timeloom {

using namespace timeline;

namespace {

constexpr double radius = 6;

/// Raised and semibold where it is checked.
class Choice : public QAbstractButton {
public:
    explicit Choice(const QString &text) {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override {
        const QFontMetrics metrics(textFont(13, QFont::DemiBold));
        const int picture = icon().isNull() ? 0 : px(26);
        return {metrics.horizontalAdvance(plain()) + picture + px(24), px(32)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &tokens = Tokens::forPalette(palette());
        const QRectF ground = QRectF(rect()).adjusted(1, 1, -1, -1);
        if (isChecked()) {
            painter.setPen(QPen(tokens.line, 1));
            painter.setBrush(tokens.raised);
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), radius - 1, radius - 1);
        }
        if (hasFocus()) {
            painter.setPen(QPen(tokens.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
        }
        painter.setFont(textFont(13, isChecked() ? QFont::DemiBold : QFont::Medium));
        painter.setPen(!isEnabled() ? tokens.ink3 : isChecked() || underMouse() ? tokens.ink : tokens.ink2);
        QRect room = rect();
        if (!icon().isNull()) {
            const int side = px(20);
            icon().paint(&painter, px(8), (height() - side) / 2, side, side);
            room.setLeft(px(24));
        }
        painter.drawText(room, Qt::AlignCenter | Qt::TextShowMnemonic, text());
    }

private:
    QString plain() const { return text().remove(u'&'); }
};

} // namespace

Trough::Trough(const QStringList &choices, QWidget *parent)
    : QWidget(parent), m_buttons(new QButtonGroup(this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(0);
    for (const QString &choice : choices) {
        auto *button = new Choice(choice);
        m_buttons->addButton(button, static_cast<int>(m_buttons->buttons().size()));
        row->addWidget(button);
    }
    setCurrent(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int id, bool isOn) {
        if (isOn) {
            Q_EMIT chosen(id);
        }
    });
}

int Trough::current() const {
    return m_buttons->checkedId();
}

void Trough::setCurrent(int choice) {
    const QSignalBlocker blocker(m_buttons);
    button(choice)->setChecked(true);
}

QAbstractButton *Trough::button(int choice) const {
    return m_buttons->button(choice);
}

void Trough::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Tokens::forPalette(palette()).hover);
    painter.drawRoundedRect(rect(), radius, radius);
}

} // namespace timeloom
