// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/move_dialog.h"

#include "document/bytes/look_alike.h"
#include "time/edtf.h"
#include "time/shift_text.h"

#include <QBitArray>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr int examplesShown = 3;

/// Has room for so many lines from the beginning, so that nothing jumps when they come.
QLabel *plainLabel(int lines) {
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    label->setMinimumHeight(label->fontMetrics().lineSpacing() * lines);
    label->setMinimumWidth(label->fontMetrics().averageCharWidth() * 75);
    return label;
}

} // namespace

MoveDialog::MoveDialog(const Workspace &workspace, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_amount(new QLineEdit), m_which(new QComboBox),
      m_meaning(plainLabel(2)), m_outlook(plainLabel(examplesShown + 3)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)) {
    setWindowTitle(tr("Move by"));
    m_amount->setPlaceholderText(u"-7 min 12 s"_s);
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_which->setMinimumContentsLength(30);
    m_which->setPlaceholderText(tr("Choose anew: it is not there any more"));
    auto *form = new QFormLayout(this);
    form->addRow(tr("&By"), m_amount);
    form->addRow(QString(), m_meaning);
    form->addRow(tr("&What"), m_which);
    form->addRow(QString(), m_outlook);
    form->addRow(m_buttons);
    connect(m_amount, &QLineEdit::textChanged, this, &MoveDialog::read);
    connect(m_which, &QComboBox::currentIndexChanged, this, &MoveDialog::choose);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // Others may write the file meanwhile, which is then read again.
    connect(&workspace, &Workspace::layoutChanged, this, &MoveDialog::listWhich);
    connect(&workspace, &Workspace::documentEdited, this, &MoveDialog::listWhich);
    connect(workspace.selection(), &EventSelection::changed, this, &MoveDialog::listWhich);
    listWhich();
    m_which->setCurrentIndex(0);
    choose();
    read();
}

QString MoveDialog::stepName() const {
    return tr("Move by %1", "an amount of time").arg(m_amount->text().simplified());
}

/// A lane is found again by its key, which is the data of its line; what is selected has none. What is not
/// there any more, or not yet again, is no choice, and nothing else is in its place.
void MoveDialog::listWhich() {
    {
        const QSignalBlocker quiet(m_which);
        m_which->clear();
        if (const auto count = static_cast<int>(m_workspace.selection()->count()); count > 0) {
            m_which->addItem(tr("%Ln selected events", nullptr, count));
        }
        for (const Lane &lane : m_workspace.layout().lanes().lanes) {
            m_which->addItem(tr("All of “%1” (%2)", "a lane, how many it has")
                                 .arg(lane.title, QLocale().toString(lane.events.size())),
                             lane.key);
        }
        int line = 0;
        while (line < m_which->count() && m_which->itemData(line) != m_chosen) {
            ++line;
        }
        m_which->setCurrentIndex(line < m_which->count() ? line : -1);
    }
    gather();
}

void MoveDialog::choose() {
    m_chosen = m_which->currentData();
    gather();
}

void MoveDialog::gather() {
    const bool isThere = m_which->currentIndex() >= 0;
    std::vector<EventIndex> events;
    if (isThere && !m_chosen.isValid()) {
        events = m_workspace.selection()->events();
    }
    for (const Lane &lane : m_workspace.layout().lanes().lanes) {
        if (isThere && m_chosen.isValid() && lane.key == m_chosen.toString()) {
            QBitArray has(static_cast<qsizetype>(m_workspace.document()->eventCount())); // sorts at once
            lane.events.forEach([&has](EventIndex event) { has.setBit(event); });
            for (EventIndex event = 0; event < has.size(); ++event) {
                if (has.testBit(event)) {
                    events.push_back(event);
                }
            }
        }
    }
    m_events = std::make_shared<const std::vector<EventIndex>>(std::move(events));
    look();
}

void MoveDialog::read() {
    const auto read = readShift(m_amount->text());
    const auto *shift = std::get_if<Shift>(&read);
    m_shift = shift != nullptr ? *shift : Shift();
    m_meaning->setText(shift == nullptr    ? std::get<ShiftProblem>(read).words
                       : !m_shift.isNone() ? shiftName(m_shift)
                       : m_amount->text().trimmed().isEmpty()
                           ? tr("An amount of time: +3 days, -7 min 12 s, 1 year 2 months, 0:07:12, PT7M12S")
                           : tr("That is no time at all"));
    m_amount->setAccessibleDescription(m_meaning->text());
    look();
}

void MoveDialog::look() {
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    if (m_shift.isNone() || m_which->currentIndex() < 0) {
        m_looking.giveUp();
        tell({});
        return;
    }
    m_looking.begin([document = m_workspace.document(), events = events(), shift = m_shift](
                        const std::stop_token &stop) { return outlook(*document, events, shift, stop); },
                    [this](const Outlook &outlook) { tell(outlook); });
}

MoveDialog::Outlook MoveDialog::outlook(const Document &document, const std::vector<EventIndex> &events,
                                        const Shift &shift, const std::stop_token &stop) {
    Outlook outlook{countShift(document, events, shift, stop), {}};
    for (auto event = events.begin(); event != events.end() && !stop.stop_requested() &&
                                      outlook.examples.size() < examplesShown && outlook.count.moved > 0;
         ++event) {
        const std::string before = document.details(*event, 0).date.toStdString();
        if (const auto after = shiftedDate(before, shift)) {
            outlook.examples += tr("%1: %2 → %3", "a title, a date, that which it becomes")
                                    .arg(visibleName(document.eventTitle(*event), TextUse::Title).left(40),
                                         describeDate(before), describeDate(*after));
        }
    }
    return outlook;
}

void MoveDialog::tell(const Outlook &outlook) {
    QStringList lines = outlook.examples;
    for (const QString &words : {outlook.count.whatIsRounded(), outlook.count.whatStays()}) {
        if (!words.isEmpty()) {
            lines.prepend(words);
        }
    }
    m_outlook->setText(lines.join(u'\n'));
    if (const int height = layout()->totalHeightForWidth(width()); height > this->height()) {
        resize(width(), height); // long titles take more lines
    }
    m_which->setAccessibleDescription(m_outlook->text());
    QPushButton *move = m_buttons->button(QDialogButtonBox::Ok);
    move->setText(outlook.count.moved == 0 ? tr("&Move") : tr("&Move %L1").arg(outlook.count.moved));
    move->setEnabled(outlook.count.moved > 0);
}

} // namespace timeloom
