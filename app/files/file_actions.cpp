// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/file_actions.h"

#include "app/files/events_file_name.h"
#include "app/files/recent_files.h"
#include "document/bytes/file_name.h"
#include "document/read/reader.h"

#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr int shortly = 3000; // milliseconds

} // namespace

FileActions::FileActions(Workspace &workspace, Editor &editor, QWidget *window)
    : m_workspace(workspace), m_editor(editor), m_window(window), m_opening(workspace),
      m_session(workspace, editor), m_views(workspace),
      m_questions(window, [this](const std::function<int()> &exec) { return ask(exec); }) {
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
    connect(&m_editor.work(), &EditWork::busyChanged, this, [this](bool isBusy) {
        if (!isBusy && m_session.isChangedOnDisk()) {
            QMetaObject::invokeMethod(this, &FileActions::takeChangeOnDisk, Qt::QueuedConnection);
        }
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
            this, [this, text] { m_questions.complain(text); }, Qt::QueuedConnection);
    } else {
        m_questions.complain(text);
    }
}

bool FileActions::isOtherFile(const QString &name) const {
    return !m_session.hasPlace() || Journal::keyOf(name) != Journal::keyOf(m_session.fileName());
}

bool FileActions::open(const QString &fileName) {
    m_isElsewhere = false;
    const bool isNone = fileName == "-"_L1;
    if (const Result<> checked = checkFileName(fileName); !checked) {
        complain(checked.error());
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
    keepView();
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
    if (const QString name = m_questions.fileToOpen(isFileName(fileName()) ? fileName() : QString());
        !name.isEmpty()) {
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
    m_views.begin(isFileName(fileName) ? fileName : QString(), m_opening.document());
    Q_EMIT titleChanged();
    if (isFileName(fileName)) {
        rememberFile(fileName);
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
    } else if (const Result<> checked = checkFileName(fileName()); !checked) {
        Q_EMIT told(checked.error(), 0); // another program has put that in its place
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

/// What is there is neither what it was nor what it will be. Says so, where it is.
bool FileActions::isEditingOrSaving() {
    if (m_editor.work().isBusy() || m_editor.isSaving()) {
        Q_EMIT told(m_editor.obstacle(), shortly);
        return true;
    }
    return false;
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
    if (isEditingOrSaving()) {
        return false;
    }
    if (fileName().isEmpty()) {
        Q_EMIT told(tr("No file is open."), shortly);
        return false;
    }
    return m_session.hasPlace() ? saveTo({}) : saveAs();
}

bool FileActions::saveAs() {
    commitFocus();
    if (isEditingOrSaving()) {
        return false;
    }
    if (fileName().isEmpty()) {
        Q_EMIT told(tr("No file is open."), shortly);
        return false;
    }
    const QString name = m_questions.fileToSave(m_session.hasPlace() ? fileName() : QString());
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
    rememberFile(name);
    return true;
}

bool FileActions::saveTo(const QString &name) {
    bool overChange = false;
    if (name.isEmpty() || !isOtherFile(name)) {
        m_session.watcher().look(); // what others wrote meanwhile is brought in before, or asked about
        if (m_session.isChangedOnDisk()) {
            const auto answer = m_questions.changedOnDisk();
            if (answer == FileQuestions::Changed::BringTogether) {
                takeChangeOnDisk();
            }
            if (answer != FileQuestions::Changed::Overwrite) {
                return false;
            }
            overChange = true;
        }
    }
    if (!m_questions.mayPartNames(name.isEmpty() ? fileName() : name)) {
        return false;
    }
    SaveResult result = ProblemCode::StillReading;
    ask([&] { // what others write meanwhile is looked at afterwards
        result = m_session.save(name, overChange);
        return 0;
    });
    if (result.is(ProblemCode::ChangedMeanwhile)) {
        Q_EMIT told(tr("The file was changed by another program in this very moment; it was left alone."), 0);
        m_session.watcher().look(); // brings both together, or asks
        return false;
    }
    if (!result) {
        complain(result.error());
        return false;
    }
    m_windowPerFile.renew();
    Q_EMIT told(tr("Saved."), shortly);
    Q_EMIT titleChanged();
    return true;
}

bool FileActions::mayLeave() {
    commitFocus();
    if (isEditingOrSaving()) {
        return false;
    }
    return m_session.isDirty() ? mayLeaveWith(tr("There are edits that are not saved."))
           : m_session.watcher().isVanished()
               ? mayLeaveWith(tr("%1 was deleted or moved by another program; it is only "
                                 "here now.")
                                  .arg(shownName(fileName())))
               : true;
}

bool FileActions::mayLeaveWith(const QString &text) {
    switch (m_questions.leaving(text)) {
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
    keepView();
    return true;
}

/// Of what may not be written nothing is written elsewhere, either.
void FileActions::keepView() const {
    if (m_session.hasPlace() && m_session.isShown() && !m_editor.isReadOnly()) {
        m_views.keep(fileName());
    }
}

void FileActions::fillRecentFiles(QMenu *menu) {
    menu->clear();
    const QStringList files = recentFiles();
    for (const QString &file : files) {
        QString shown = shownFileName(QDir::toNativeSeparators(file));
        menu->addAction(shown.replace(u'&', "&&"_L1), this, [this, file] { open(file); });
    }
    if (files.isEmpty()) {
        menu->addAction(tr("No files yet"))->setEnabled(false);
    }
}

} // namespace timeloom
