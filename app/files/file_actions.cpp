// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/file_actions.h"

#include "app/files/conflict_dialog.h"
#include "document/bytes/file_name.h"
#include "document/bytes/visible_text.h"
#include "document/read/reader.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QThread>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr int mostRecentFiles = 10;
constexpr int shortly = 3000; // milliseconds

/// A name that stands for a file on disk.
bool isFileName(const QString &name) {
    return name != ":story"_L1 && name != "-"_L1;
}

/// Whether a file is read before one could look up.
bool isSmall(const QString &fileName) {
    constexpr qint64 smallFile = 1 << 20; // bytes
    return !isFileName(fileName) || QFileInfo(fileName).size() < smallFile;
}

void remember(const QString &fileName) {
    QSettings settings;
    QStringList files = settings.value(u"recentFiles"_s).toStringList();
    const QString path = QFileInfo(fileName).absoluteFilePath();
    files.removeAll(path);
    files.prepend(path);
    settings.setValue(u"recentFiles"_s, files.mid(0, mostRecentFiles));
}

/// A file's name as it is shown.
QString shownName(const QString &fileName) {
    return visibleText(QFileInfo(fileName).fileName());
}

/// Why something that is there is none to be opened; empty where it is a file, or nothing.
QString whyNoFile(const QString &fileName) {
    return !isThere(fileName) || isRegularFile(fileName) ? QString()
           : QFileInfo(fileName).isDir()
               ? FileActions::tr("%1 is a folder; expected an events file.").arg(shownName(fileName))
               : FileActions::tr("%1 is a device or a pipe; expected an events file.")
                     .arg(shownName(fileName));
}

QString filter() {
    return FileActions::tr("Events files (*.json);;All files (*)");
}

} // namespace

FileActions::FileActions(Workspace &workspace, Editor &editor, QWidget *window)
    : m_workspace(workspace), m_editor(editor), m_window(window), m_opening(workspace),
      m_session(workspace, editor) {
    connect(&m_opening, &Opening::opened, this, &FileActions::showOpened);
    m_editor.setReadOnly(tr("No file is open.")); // until one is
    connect(&m_opening, &Opening::reloaded, this, [this] {
        m_session.begin(m_session.fileName(), m_opening.document(), m_windowPerFile.claimed());
        m_windowPerFile.renew();
        Q_EMIT told(tr("Read again from disk."), shortly);
        Q_EMIT titleChanged();
    });
    connect(&m_opening, &Opening::failed, this, [this](const QString &message, bool isReload) {
        m_discards = false;
        m_windowPerFile.giveUp();
        if (isReload) { // perhaps half written; the next change tells
            Q_EMIT told(tr("Not read again: %1").arg(message), 0);
        } else {
            complain(message);
        }
    });
    connect(&m_opening.loader(), &DocumentLoader::cancelled, this, [this] {
        m_editor.setReading(false);
        m_discards = false;
        m_windowPerFile.giveUp();
        if (m_session.isChangedOnDisk()) {
            takeChangeOnDisk();
        }
    });
    connect(&m_opening.loader(), &DocumentLoader::finished, this, [this] { m_editor.setReading(false); });
    connect(&m_session, &FileSession::dirtyChanged, this, &FileActions::titleChanged);
    connect(&m_session, &FileSession::changedOnDisk, this, &FileActions::takeChangeOnDisk);
    connect(&m_session, &FileSession::journalFailed, this, [this](const QString &path) {
        Q_EMIT told(tr("Unsaved edits cannot be kept safe: %1 cannot be written.").arg(path), 0);
    });
    connect(&m_session, &FileSession::journalUnreadable, this, [this](const QString &keptAs) {
        Q_EMIT told(tr("What was kept of unsaved edits cannot be read; it was put aside as %1.").arg(keptAs),
                    0);
    });
    connect(&m_session.watcher(), &FileWatcher::vanished, this, [this] {
        Q_EMIT told(
            tr("%1 was deleted or moved by another program. What is here stays; saving writes it again.")
                .arg(shownName(fileName())),
            0);
    });
    connect(&m_windowPerFile, &WindowPerFile::wanted, this, [this] {
        m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
        m_window->raise();
        m_window->activateWindow();
    });
}

void FileActions::complain(const QString &text) {
    if (!m_window->isVisible()) { // the window comes first
        QMetaObject::invokeMethod(
            this, [this, text] { showComplaint(text); }, Qt::QueuedConnection);
    } else {
        showComplaint(text);
    }
}

void FileActions::showComplaint(const QString &text) {
    QMessageBox box(QMessageBox::Warning, u"Timeloom"_s, visibleText(text), QMessageBox::Ok, m_window);
    box.setTextFormat(Qt::PlainText);
    ask([&box] { return box.exec(); });
}

bool FileActions::isOtherFile(const QString &name) const {
    return !m_session.hasPlace() || Journal::keyOf(name) != Journal::keyOf(m_session.fileName());
}

bool FileActions::open(const QString &fileName) {
    m_isElsewhere = false;
    const bool isNone = fileName == "-"_L1;
    if (const QString why = isFileName(fileName) ? whyNoFile(fileName) : QString(); !why.isEmpty()) {
        complain(why);
        return false;
    }
    std::unique_ptr<FileClaim> claim;
    if (!isNone && isOtherFile(fileName)) {
        claim = WindowPerFile::take(fileName);
        m_isElsewhere = !claim;
    }
    if (m_isElsewhere) {
        Q_EMIT told(tr("%1 is open in another window.").arg(shownName(fileName)), 0);
        return false;
    }
    if (!mayLeave()) {
        return false;
    }
    m_opening.cancel();
    m_windowPerFile.prepare(std::move(claim));
    return read(fileName, false);
}

void FileActions::openDropped(const QStringList &files) {
    if (open(files.front()) && files.size() > 1) {
        Q_EMIT told(tr("A window shows one file: of %n that were dropped only %1 was opened.", nullptr,
                       static_cast<int>(files.size()))
                        .arg(shownName(files.front())),
                    0);
    }
}

void FileActions::chooseFile() {
    QSettings settings;
    const QString folder = settings.value(u"openFolder"_s, QDir::homePath()).toString();
    QString name;
    ask([&] {
        name = QFileDialog::getOpenFileName(m_window, tr("Open events file"), folder, filter());
        return 0;
    });
    if (!name.isEmpty()) {
        settings.setValue(u"openFolder"_s, QFileInfo(name).absolutePath());
        open(name);
    }
}

/// The file is there, all of it.
void FileActions::showOpened(const QString &fileName, const QString & /*title*/) {
    if (std::exchange(m_discards, false)) {
        m_session.discard();
    }
    m_windowPerFile.settle(isOtherFile(fileName));
    m_session.begin(fileName, m_opening.document(), m_windowPerFile.claimed());
    Q_EMIT titleChanged();
    if (isFileName(fileName)) {
        remember(fileName);
    }
    if (fileName != "-"_L1) {
        // The window comes first, so that one sees what the question is about.
        QMetaObject::invokeMethod(this, &FileActions::offerLeftBehind, Qt::QueuedConnection);
    }
    // When the window is there: a status bar that is not shown yet does not make room for it. What has been
    // read is no obstacle any more then.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_editor.isReadOnly()) {
                Q_EMIT told(m_editor.obstacle(), 0);
            }
        },
        Qt::QueuedConnection);
}

void FileActions::reload() {
    if (fileName() == "-"_L1 || fileName().isEmpty()) {
        return;
    }
    if (m_session.isDirty() && !m_session.isChangedOnDisk()) {
        Q_EMIT told(tr("The file on disk is as it was; there are only your edits."), shortly);
    } else if (m_session.isDirty()) {
        takeChangeOnDisk();
    } else if (const QString why = isFileName(fileName()) ? whyNoFile(fileName()) : QString();
               !why.isEmpty()) {
        Q_EMIT told(why, 0); // another program has put that in its place
    } else {
        read(fileName(), true);
    }
}

/// What is edited while another document is on its way would be lost with this one.
bool FileActions::read(const QString &fileName, bool isReload) {
    m_isReloading = isReload;
    const bool isFine = m_opening.begin(fileName, isReload, isSmall(fileName));
    m_editor.setReading(m_opening.loader().isLoading());
    return isFine;
}

/// Somebody else has written the file: without edits here it is read again, else both are brought together.
void FileActions::takeChangeOnDisk() {
    if (m_isAsking || (m_opening.loader().isLoading() && !m_isReloading)) {
        return; // looked at again when the answer is there, or the other file is not
    }
    if (m_session.isDirty() && m_workspace.canEdit() && !m_editor.canEdit()) {
        Q_EMIT told(
            tr("The file was changed by another program and may not be written any more. Your edits are "
               "kept here: save them elsewhere."),
            0);
        return;
    }
    if (!m_session.isDirty()) {
        reload();
        return;
    }
    QString error;
    ReadResult theirs;
    const std::unique_ptr<QThread> reading(
        QThread::create([&, name = fileName()] { theirs = readFile(name, &error); }));
    ask([&reading] { // the window is drawn meanwhile, but takes no edits
        QEventLoop waiting;
        connect(reading.get(), &QThread::finished, &waiting, &QEventLoop::quit);
        reading->start();
        return waiting.exec(QEventLoop::ExcludeUserInputEvents);
    });
    reading->wait();        // the loop may have been ended by others
    if (!theirs.document) { // perhaps half written; the next change tells
        Q_EMIT told(tr("Not read again: %1").arg(error.isEmpty() ? theirs.findings.front().message() : error),
                    0);
        return;
    }
    Merge merge(m_session.pendingEdits(), *theirs.document);
    if (decide(merge)) {
        m_session.mergeInto(theirs.document, merge, tr("Edits of before, in the file as it is now"));
        Q_EMIT told(tr("The file was changed by another program; your edits were brought into it."), 0);
    } else {
        Q_EMIT told(tr("The file was changed by another program; saving will ask again."), 0);
    }
}

bool FileActions::decide(Merge &merge) {
    if (merge.conflicts().empty()) {
        return true;
    }
    ConflictDialog dialog(merge.conflicts(), tr("In the file"), m_window);
    return ask([&dialog] { return dialog.exec(); }) == QDialog::Accepted;
}

/// While somebody is asked nothing is read: the answer is about what is there now. What was written meanwhile
/// is looked at afterwards.
int FileActions::ask(const std::function<int()> &exec) {
    const bool wasChanged = m_session.isChangedOnDisk();
    const bool wasAsking = std::exchange(m_isAsking, true);
    const int answer = exec();
    m_isAsking = wasAsking;
    if (!m_isAsking && !wasChanged && m_session.isChangedOnDisk()) {
        QMetaObject::invokeMethod(this, &FileActions::takeChangeOnDisk, Qt::QueuedConnection);
    }
    return answer;
}

/// What a crash left behind is offered, with what would change.
void FileActions::offerLeftBehind() {
    if (!m_workspace.canEdit()) { // it is still being arranged
        connect(&m_workspace, &Workspace::documentChanged, this, &FileActions::offerLeftBehind,
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
        return;
    }
    const auto content = m_session.leftBehind();
    if (!content || m_session.isDirty() || !m_editor.canEdit()) {
        return;
    }
    QStringList lines;
    constexpr std::size_t mostLines = 12;
    for (const PendingEdits::Change &change : content->edits.events) {
        if (lines.size() == mostLines) {
            lines += tr("… and more");
            break;
        }
        lines += visibleText(summaryOf(change)).simplified();
    }
    if (content->edits.head) {
        lines += tr("What stands around the events");
    }
    QMessageBox box(QMessageBox::Question, u"Timeloom"_s,
                    tr("Timeloom ended before edits of this file were saved (%1).")
                        .arg(QLocale().toString(content->written, QLocale::ShortFormat)),
                    QMessageBox::NoButton, m_window);
    box.setTextFormat(Qt::PlainText);
    // As rich text, since what is not said to be so is guessed to be.
    const QString told =
        (lines.join(u'\n') + (m_session.belongsToFile(*content)
                                  ? QString()
                                  : tr("\n\nThe file has been changed since; the edits will be "
                                       "brought together with it.")));
    box.setInformativeText(told.toHtmlEscaped().replace(u'\n', "<br>"_L1));
    const QPushButton *restore = box.addButton(tr("&Restore the edits"), QMessageBox::AcceptRole);
    const QPushButton *drop = box.addButton(tr("&Throw them away"), QMessageBox::DestructiveRole);
    box.addButton(tr("&Later"), QMessageBox::RejectRole);
    ask([&box] { return box.exec(); });
    if (box.clickedButton() == restore) {
        Merge merge(content->edits, *m_workspace.document(), Merge::Origin::Journal);
        if (decide(merge)) {
            m_session.mergeInto(m_workspace.document(), merge, tr("Edits that were not saved"));
            m_session.keepSafe();
            m_session.dropLeftBehind();
        }
    } else if (box.clickedButton() == drop) {
        m_session.dropLeftBehind();
    }
}

QString FileActions::summaryOf(const PendingEdits::Change &change) {
    const auto titleOf = [](const QByteArray &text) {
        const JsonText json(text);
        const auto title = findMember(json, json.valueAt(0), "title");
        return title ? json.string(title->value.range).left(60) : QString();
    };
    return change.saved.isEmpty() ? tr("New: %1").arg(titleOf(change.now))
           : change.now.isEmpty() ? tr("Deleted: %1").arg(titleOf(change.saved))
                                  : tr("Edited: %1").arg(titleOf(change.now));
}

/// What stands in a cell or a field that is being edited belongs to the edits.
void FileActions::commitFocus() const {
    const QPointer<QWidget> focus = QApplication::focusWidget();
    if (focus && m_window->isAncestorOf(focus)) {
        focus->clearFocus();
        if (focus && QApplication::focusWidget() == nullptr) {
            focus->setFocus();
        }
    }
}

bool FileActions::save() {
    commitFocus();
    if (fileName().isEmpty()) {
        Q_EMIT told(tr("No file is open."), shortly);
        return false;
    }
    return m_session.hasPlace() ? saveTo({}) : saveAs();
}

bool FileActions::saveAs() {
    commitFocus();
    if (fileName().isEmpty()) {
        Q_EMIT told(tr("No file is open."), shortly);
        return false;
    }
    QSettings settings;
    const QString folder =
        m_session.hasPlace()
            ? m_session.fileName()
            : settings.value(u"openFolder"_s, QDir::homePath()).toString() + u"/timeline.json"_s;
    QString name;
    ask([&] {
        name = QFileDialog::getSaveFileName(m_window, tr("Save events file"), folder, filter());
        return 0;
    });
    if (name.isEmpty()) {
        return false;
    }
    const bool isOther = isOtherFile(name);
    auto claim = isOther ? WindowPerFile::take(name) : nullptr;
    if (isOther && !claim) {
        complain(tr("%1 is open in another window; nothing was saved there.").arg(shownName(name)));
        return false;
    }
    if (!saveTo(name)) {
        return false;
    }
    m_windowPerFile.prepare(std::move(claim));
    m_windowPerFile.settle(isOther);
    m_windowPerFile.renew();
    settings.setValue(u"openFolder"_s, QFileInfo(name).absolutePath());
    remember(name);
    return true;
}

bool FileActions::saveTo(const QString &name) {
    bool overChange = false;
    if (name.isEmpty() || !isOtherFile(name)) {
        m_session.watcher().look(); // what others wrote meanwhile is brought in before, or asked about
        if (m_session.isChangedOnDisk()) {
            QMessageBox box(
                QMessageBox::Warning, u"Timeloom"_s,
                tr("The file was changed by another program, and your edits have not been brought "
                   "together with that."),
                QMessageBox::NoButton, m_window);
            box.setTextFormat(Qt::PlainText);
            const QPushButton *overwrite = box.addButton(tr("&Overwrite it"), QMessageBox::DestructiveRole);
            const QPushButton *merge = box.addButton(tr("&Bring together"), QMessageBox::AcceptRole);
            box.addButton(QMessageBox::Cancel);
            ask([&box] { return box.exec(); });
            if (box.clickedButton() == merge) {
                takeChangeOnDisk();
                return false;
            }
            if (box.clickedButton() != overwrite) {
                return false;
            }
            overChange = true;
        }
    }
    if (!mayPartNames(name.isEmpty() ? fileName() : name)) {
        return false;
    }
    const SaveResult result = m_session.save(name, overChange);
    if (result.wasChanged) {
        Q_EMIT told(tr("The file was changed by another program in this very moment; it was left alone."), 0);
        m_session.watcher().look(); // brings both together, or asks
        return false;
    }
    if (!result.error.isEmpty()) {
        complain(result.error);
        return false;
    }
    m_windowPerFile.renew();
    Q_EMIT told(tr("Saved."), shortly);
    Q_EMIT titleChanged();
    return true;
}

/// A file that has several names keeps its text under the others: whoever saves it is asked before.
bool FileActions::mayPartNames(const QString &name) {
    const int others = otherNamesOf(name);
    if (others == 0) {
        return true;
    }
    QMessageBox box(QMessageBox::Question, u"Timeloom"_s,
                    tr("%1 has %Ln other name(s) (hard links). Saved, it is a file of its own; under the "
                       "others stays what is there now.",
                       nullptr, others)
                        .arg(QFileInfo(name).fileName()),
                    QMessageBox::Save | QMessageBox::Cancel, m_window);
    box.setTextFormat(Qt::PlainText);
    return ask([&box] { return box.exec(); }) == QMessageBox::Save;
}

bool FileActions::mayLeave() {
    commitFocus();
    return m_session.isDirty() ? askAboutLeaving(tr("There are edits that are not saved."))
           : m_session.watcher().isVanished()
               ? askAboutLeaving(tr("%1 was deleted or moved by another program; it is only "
                                    "here now.")
                                     .arg(shownName(fileName())))
               : true;
}

bool FileActions::askAboutLeaving(const QString &text) {
    QMessageBox box(QMessageBox::Warning, u"Timeloom"_s, text,
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Save);
    switch (ask([&box] { return box.exec(); })) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        m_discards = true; // when they are gone: what comes may turn out not to be readable
        return true;
    default:
        return false;
    }
}

bool FileActions::mayClose() {
    if (!mayLeave()) {
        return false;
    }
    if (std::exchange(m_discards, false)) {
        m_session.discard();
    }
    return true;
}

void FileActions::fillRecentFiles(QMenu *menu) {
    menu->clear();
    const QStringList files = QSettings().value(u"recentFiles"_s).toStringList();
    for (const QString &file : files) {
        QString shown = visibleText(QDir::toNativeSeparators(file));
        menu->addAction(shown.replace(u'&', "&&"_L1), this, [this, file] { open(file); });
    }
    if (files.isEmpty()) {
        menu->addAction(tr("No files yet"))->setEnabled(false);
    }
}

} // namespace timeloom
