// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/mend_kind_dialog.h"

#include "document/bytes/look_alike.h"
#include "document/bytes/visible_text.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

QLabel *plainLabel(const QString &text) {
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

MendKindDialog::MendKindDialog(std::shared_ptr<const Document> document, const FindingGroup &group,
                               QWidget *parent)
    : QDialog(parent), m_count(group.findings.size()), m_told(plainLabel({})), m_progress(new QProgressBar),
      m_list(new QVBoxLayout), m_choice(new QButtonGroup(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)) {
    setWindowTitle(tr("Mend problems of one kind"));
    QLabel *kind = plainLabel(tr("%L1 × %2", "how many, of a kind of problems")
                                  .arg(m_count)
                                  .arg(visibleText(group.kind.sentence())));
    QFont font = kind->font();
    font.setBold(true);
    kind->setFont(font);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    auto *content = new QWidget;
    content->setLayout(m_list);
    m_list->setContentsMargins({});
    m_list->setSpacing(4);
    auto *area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *column = new QVBoxLayout(this);
    column->addWidget(kind);
    column->addWidget(m_told);
    column->addWidget(m_progress);
    column->addWidget(area, 1);
    column->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &MendKindDialog::makeTexts);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_choice, &QButtonGroup::idToggled, this, &MendKindDialog::showChoice);
    resize(560, 360);
    setWorking(tr("Looking at the values…"));
    m_looking.begin([document = std::move(document),
                     group](const std::stop_token &stop) { return mendsOf(document, group, stop); },
                    [this](std::vector<KindMend> ways) { showWays(std::move(ways)); });
}

QString MendKindDialog::stepName() const {
    const int chosen = m_choice->checkedId();
    return chosen < 0 ? QString()
                      : tr("Mending of %Ln problems", nullptr,
                           static_cast<int>(m_ways[static_cast<std::size_t>(chosen)].count));
}

void MendKindDialog::setWorking(const QString &what) {
    m_told->setText(what);
    m_told->setVisible(!what.isEmpty());
    m_progress->setVisible(!what.isEmpty());
    for (QAbstractButton *way : m_choice->buttons()) {
        way->setEnabled(what.isEmpty());
    }
    showChoice();
}

void MendKindDialog::showChoice() {
    QPushButton *ok = m_buttons->button(QDialogButtonBox::Ok);
    const int chosen = m_choice->checkedId();
    ok->setEnabled(chosen >= 0 && !m_progress->isVisibleTo(this));
    ok->setText(chosen < 0 ? tr("Mend") : tr("Mend %L1").arg(m_ways[static_cast<std::size_t>(chosen)].count));
}

void MendKindDialog::showWays(std::vector<KindMend> ways) {
    m_ways = std::move(ways);
    for (std::size_t i = 0; i < m_ways.size(); ++i) {
        addWay(m_ways[i], static_cast<int>(i));
    }
    m_list->addStretch();
    if (!m_ways.empty()) {
        m_choice->button(0)->setChecked(true);
        m_choice->button(0)->setFocus();
    }
    setWorking({});
    if (m_ways.empty()) {
        m_told->setText(
            tr("None of these values can be read in one way alone: they are to be changed by hand."));
        m_told->show();
        m_buttons->button(QDialogButtonBox::Ok)->hide();
    }
}

void MendKindDialog::addWay(const KindMend &way, int number) {
    const QString title =
        way.count == m_count
            ? way.title
            : tr("%1 (%L2 of %L3)", "what to do, of how many").arg(way.title).arg(way.count).arg(m_count);
    auto *button = new QRadioButton(title);
    QStringList lines{way.told};
    for (const auto &[before, after] : way.samples) {
        lines +=
            u"%1 → %2"_s.arg(visibleName(before),
                             after.isEmpty() ? tr("nothing", "what becomes of a value") : visibleName(after));
    }
    const QString told = visibleText(lines.join(u'\n'));
    button->setAccessibleDescription(told);
    m_choice->addButton(button, number);
    if (number > 0) {
        m_list->addSpacing(m_list->spacing());
    }
    m_list->addWidget(button);
    QLabel *label = plainLabel(told);
    label->setIndent(style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth) +
                     style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing));
    m_list->addWidget(label);
}

void MendKindDialog::makeTexts() {
    const int chosen = m_choice->checkedId();
    if (chosen < 0 || m_making.isBusy()) {
        return;
    }
    setWorking(tr("Making the new texts…"));
    m_making.begin(m_ways[static_cast<std::size_t>(chosen)].edit, [this](DocumentEdit edit) {
        m_edit = std::move(edit);
        accept();
    });
}

} // namespace timeloom
