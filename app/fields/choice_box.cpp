// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/choice_box.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStringListModel>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>

namespace timeloom {

namespace {

/// A list of which one sees what has the typed text. The keys that move about in it do so while one types.
class SearchDialog : public QDialog {
public:
    SearchDialog(const ChoiceBox::Choices &choices, const QString &title, QWidget *parent)
        : QDialog(parent), m_choices(choices) {
        setWindowTitle(title);
        QStringList texts;
        for (const auto &[id, text] : choices) {
            texts += text;
        }
        m_found.setSourceModel(new QStringListModel(texts, this));
        m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
        m_line.setPlaceholderText(ChoiceBox::tr("A part of its title"));
        m_line.setAccessibleName(m_line.placeholderText());
        m_line.setClearButtonEnabled(true);
        m_line.installEventFilter(this);
        m_list.setModel(&m_found);
        m_list.setUniformItemSizes(true); // else each is measured
        m_list.setEditTriggers(QAbstractItemView::NoEditTriggers);
        m_list.setAccessibleName(title);
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(&m_line);
        layout->addWidget(&m_list, 1);
        layout->addWidget(&m_buttons);
        connect(&m_line, &QLineEdit::textChanged, this, &SearchDialog::find);
        connect(&m_list, &QAbstractItemView::activated, this, &QDialog::accept);
        connect(&m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
        connect(&m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        find({});
        resize(420, 480);
    }

    QString chosen() const {
        return m_choices[static_cast<std::size_t>(m_found.mapToSource(m_list.currentIndex()).row())].first;
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent *>(event)->key();
            if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp ||
                key == Qt::Key_PageDown) {
                QCoreApplication::sendEvent(&m_list, event);
                return true;
            }
        }
        return QDialog::eventFilter(watched, event);
    }

private:
    void find(const QString &text) {
        m_found.setFilterFixedString(text);
        m_list.setCurrentIndex(m_found.index(0, 0));
        m_buttons.button(QDialogButtonBox::Ok)->setEnabled(m_found.rowCount() > 0);
    }

    const ChoiceBox::Choices &m_choices;
    QSortFilterProxyModel m_found;
    QLineEdit m_line;
    QListView m_list;
    QDialogButtonBox m_buttons{QDialogButtonBox::Ok | QDialogButtonBox::Cancel};
};

} // namespace

std::optional<QString> ChoiceBox::lookFor(const Choices &choices, const QString &title, QWidget *parent) {
    SearchDialog dialog(choices, title, parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.chosen()) : std::nullopt;
}

ChoiceBox::ChoiceBox(QWidget *parent) : QComboBox(parent) {
    connect(this, &QComboBox::activated, this, &ChoiceBox::pick);
}

void ChoiceBox::addSearch(const QString &text, std::function<Choices()> all) {
    m_search = text;
    m_all = std::move(all);
    addItem(text);
}

void ChoiceBox::showPopup() {
    m_before = currentIndex();
    QComboBox::showPopup();
}

void ChoiceBox::pick(int index) {
    if (m_search.isEmpty() || itemText(index) != m_search || itemData(index).isValid()) {
        Q_EMIT picked(index);
        return;
    }
    setCurrentIndex(m_before); // till one is found
    const Choices all = m_all();
    const std::optional<QString> found = lookFor(all, m_search, this);
    if (!found) {
        return;
    }
    if (findData(*found) < 0) {
        const auto choice = std::ranges::find(all, *found, &Choices::value_type::first);
        insertItem(index, choice->second, *found);
    }
    setCurrentIndex(findData(*found));
    Q_EMIT picked(currentIndex());
}

void ChoiceBox::keyPressEvent(QKeyEvent *event) {
    const QString text = event->text();
    const bool isLetter = !isEditable() && !text.isEmpty() && text.front().isPrint() &&
                          !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        showPopup();
        return;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!isEditable()) {
            showPopup();
            return;
        }
        break;
    default:
        break;
    }
    if (isLetter) {
        showPopup();
        view()->keyboardSearch(text);
        return;
    }
    QComboBox::keyPressEvent(event);
}

/// It is meant for what the box stands in.
void ChoiceBox::wheelEvent(QWheelEvent *event) {
    event->ignore();
}

} // namespace timeloom
