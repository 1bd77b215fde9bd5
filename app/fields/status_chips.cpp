// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/status_chips.h"

#include "app/fields/chip.h"
#include "app/fields/flow_layout.h"
#include "document/format/wording.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace timeloom {

using namespace timeline;

namespace {

constexpr int gap = 8;

} // namespace

StatusChips::StatusChips(std::function<QStringList()> words, QWidget *parent)
    : QWidget(parent), m_flow(new FlowLayout(gap)), m_other(new Chip({}, tr("Another word…"))),
      m_box(new StatusBox(std::move(words))) {
    for (int i = 0; i < namedStatusCount; ++i) {
        const auto status = static_cast<Status>(i);
        auto *chip = new Chip(status, statusTitle(status));
        chip->setCheckable(true);
        chip->setToolTip(statusMeaning(status));
        m_chips.emplace_back(toString(status), chip);
        m_flow->addWidget(chip);
        // Not a group: its arrow keys would choose on the way.
        connect(chip, &QAbstractButton::clicked, this, [this, word = toString(status)] {
            m_box->hide();
            check(word);
            Q_EMIT chosen(word);
        });
    }
    m_flow->addWidget(m_other);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a word may be long
    m_box->setMinimumContentsLength(12);
    m_box->hide();
    connect(m_other, &QAbstractButton::clicked, this, &StatusChips::showBox);
    connect(m_box, &StatusBox::chosen, this, [this](const QString &word) {
        check(word);
        Q_EMIT chosen(word);
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(gap);
    column->addLayout(m_flow);
    column->addWidget(m_box);
    setFocusProxy(m_chips.front().second);
}

void StatusChips::setWord(const QString &word) {
    m_box->setWord(word);
    check(word);
}

void StatusChips::check(const QString &word) {
    bool isNamed = word.isEmpty();
    for (const auto &[each, chip] : m_chips) {
        chip->setChecked(each == word);
        isNamed |= each == word;
    }
    const QString title = statusTitle(Status::Own, word);
    if (m_own != nullptr && (isNamed || m_own->text() != title)) {
        m_flow->removeWidget(m_own);
        m_own->hide();
        m_own->deleteLater();
        m_own = nullptr;
    }
    if (!isNamed && m_own == nullptr) {
        m_own = new Chip(Status::Own, title, this);
        m_own->setCheckable(true);
        m_own->setChecked(true);
        connect(m_own, &QAbstractButton::clicked, this, [this] { m_own->setChecked(true); });
        m_flow->removeWidget(m_other);
        m_flow->addWidget(m_own);
        m_flow->addWidget(m_other);
        m_own->show();
    }
}

void StatusChips::showBox() {
    m_box->show();
    m_box->setFocus(Qt::OtherFocusReason);
    m_box->lineEdit()->selectAll();
}

} // namespace timeloom
