// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/file_questions.h"

#include "app/files/conflict_dialog.h"
#include "document/bytes/visible_text.h"
#include "document/edit/file_save.h"
#include "document/json/json_value.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

int FileQuestions::show(QMessageBox &box) const {
    box.setTextFormat(Qt::PlainText);
    return m_wait([&box] { return box.exec(); });
}

void FileQuestions::complain(const QString &text) const {
    QMessageBox box(QMessageBox::Warning, u"Timeloom"_s, visibleText(text), QMessageBox::Ok, m_window);
    show(box);
}

QString FileQuestions::fileToOpen(const QString &nameNow) const {
    return askName([&](const QString &folder) {
        const QString beside = nameNow.isEmpty() ? folder : QFileInfo(nameNow).absolutePath();
        return QFileDialog::getOpenFileName(m_window, tr("Open events file"), beside, nameFilter());
    });
}

QString FileQuestions::fileToSave(const QString &nameNow) const {
    return askName([&](const QString &folder) {
        return QFileDialog::getSaveFileName(m_window, tr("Save events file"),
                                            nameNow.isEmpty() ? folder + u"/timeline.json"_s : nameNow,
                                            nameFilter());
    });
}

QString FileQuestions::nameFilter() {
    return tr("Events files (*.json);;All files (*)");
}

QString FileQuestions::askName(const std::function<QString(const QString &folder)> &ask) const {
    QSettings settings;
    QString name;
    m_wait([&] {
        name = ask(settings.value(u"openFolder"_s, QDir::homePath()).toString());
        return 0;
    });
    if (!name.isEmpty()) {
        settings.setValue(u"openFolder"_s, QFileInfo(name).absolutePath());
    }
    return name;
}

bool FileQuestions::decide(Merge &merge) const {
    if (merge.conflicts().empty()) {
        return true;
    }
    ConflictDialog dialog(merge.conflicts(), tr("In the file"), m_window);
    return m_wait([&dialog] { return dialog.exec(); }) == QDialog::Accepted;
}

FileQuestions::LeftBehind FileQuestions::leftBehind(const Journal::Content &content,
                                                    bool belongsToFile) const {
    const auto summaryOf = [](const PendingEdits::Change &change) {
        const auto titleOf = [](const QByteArray &text) {
            const JsonText json(text);
            const auto title = findMember(json, json.valueAt(0), "title");
            return title ? json.string(title->value.range).left(60) : QString();
        };
        return change.saved.isEmpty() ? tr("New: %1").arg(titleOf(change.now))
               : change.now.isEmpty() ? tr("Deleted: %1").arg(titleOf(change.saved))
                                      : tr("Edited: %1").arg(titleOf(change.now));
    };
    QStringList lines;
    constexpr std::size_t mostLines = 12;
    for (const PendingEdits::Change &change : content.edits.events) {
        if (lines.size() == mostLines) {
            lines += tr("… and more");
            break;
        }
        lines += visibleText(summaryOf(change)).simplified();
    }
    if (content.edits.head) {
        lines += tr("What stands around the events");
    }
    QMessageBox box(QMessageBox::Question, u"Timeloom"_s,
                    tr("Timeloom ended before edits of this file were saved (%1).")
                        .arg(QLocale().toString(content.written, QLocale::ShortFormat)),
                    QMessageBox::NoButton, m_window);
    // As rich text, since what is not said to be so is guessed to be.
    QString told = lines.join(u'\n');
    if (!belongsToFile) {
        told +=
            u"\n\n"_s + tr("The file has been changed since; the edits will be brought together with it.");
    }
    box.setInformativeText(told.toHtmlEscaped().replace(u'\n', "<br>"_L1));
    const QPushButton *restore = box.addButton(tr("&Restore the edits"), QMessageBox::AcceptRole);
    const QPushButton *drop = box.addButton(tr("&Throw them away"), QMessageBox::DestructiveRole);
    box.addButton(tr("&Later"), QMessageBox::RejectRole);
    show(box);
    return box.clickedButton() == restore ? LeftBehind::Restore
           : box.clickedButton() == drop  ? LeftBehind::ThrowAway
                                          : LeftBehind::Later;
}

FileQuestions::Changed FileQuestions::changedOnDisk() const {
    QMessageBox box(QMessageBox::Warning, u"Timeloom"_s,
                    tr("The file was changed by another program, and your edits have not been brought "
                       "together with that."),
                    QMessageBox::NoButton, m_window);
    const QPushButton *overwrite = box.addButton(tr("&Overwrite it"), QMessageBox::DestructiveRole);
    const QPushButton *merge = box.addButton(tr("&Bring together"), QMessageBox::AcceptRole);
    box.addButton(QMessageBox::Cancel);
    show(box);
    return box.clickedButton() == overwrite ? Changed::Overwrite
           : box.clickedButton() == merge   ? Changed::BringTogether
                                            : Changed::Cancel;
}

bool FileQuestions::mayPartNames(const QString &name) const {
    const int others = otherNamesOf(name);
    if (others == 0) {
        return true;
    }
    QMessageBox box(QMessageBox::Question, u"Timeloom"_s,
                    tr("%1 has %Ln other names (hard links). Saved, it is a file of its own; under the "
                       "others stays what is there now.",
                       nullptr, others)
                        .arg(QFileInfo(name).fileName()),
                    QMessageBox::Save | QMessageBox::Cancel, m_window);
    return show(box) == QMessageBox::Save;
}

QMessageBox::StandardButton FileQuestions::leaving(const QString &text) const {
    QMessageBox box(QMessageBox::Warning, u"Timeloom"_s, text,
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.setDefaultButton(QMessageBox::Save);
    return static_cast<QMessageBox::StandardButton>(show(box));
}

} // namespace timeloom
