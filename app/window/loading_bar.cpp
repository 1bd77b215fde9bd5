// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/loading_bar.h"

#include <QHBoxLayout>
#include <QLocale>

namespace timeloom {

LoadingBar::LoadingBar(Opening &opening, timeline::Workspace &workspace, timeline::Editor &editor,
                       QWidget *parent)
    : QWidget(parent), m_opening(opening), m_workspace(workspace), m_editor(editor), m_bar(new QProgressBar),
      m_text(new QLabel), m_cancel(new QToolButton) {
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(160);
    m_text->setTextFormat(Qt::PlainText);
    m_cancel->setText(tr("Cancel"));
    connect(m_cancel, &QToolButton::clicked, this, &LoadingBar::cancel);
    connect(&opening.loader(), &DocumentLoader::progressed, this, &LoadingBar::showReading);
    connect(&opening.loader(), &DocumentLoader::finished, this, &LoadingBar::settle);
    connect(&opening.loader(), &DocumentLoader::cancelled, this, &LoadingBar::settle);
    connect(&editor.work(), &timeline::EditWork::progressed, this, &LoadingBar::showEditing);
    connect(&editor, &timeline::Editor::obstacleChanged, this, &LoadingBar::settle);
    connect(&workspace, &timeline::Workspace::arrangingChanged, this, &LoadingBar::settle);
    hide();
}

void LoadingBar::showReading(qint64 bytesDone, qint64 bytesTotal, qint64 events) {
    constexpr int parts = 1000;
    m_bar->setRange(0, bytesTotal > 0 ? parts : 0);
    m_bar->setValue(bytesTotal > 0 ? static_cast<int>(bytesDone * parts / bytesTotal) : 0);
    const QLocale locale;
    m_text->setText(
        tr("Reading: %1 of %2, %Ln events", nullptr, static_cast<int>(events))
            .arg(locale.formattedDataSize(bytesDone, 0), locale.formattedDataSize(bytesTotal, 0)));
    m_bar->setAccessibleName(tr("How much of the file is read"));
    m_cancel->setToolTip(tr("Stop opening, and go back to what was open"));
    m_cancel->setVisible(true);
    show();
}

void LoadingBar::showEditing(qint64 done, qint64 total) {
    constexpr int parts = 1000;
    m_bar->setRange(0, total > 0 ? parts : 0);
    m_bar->setValue(total > 0 ? static_cast<int>(done * parts / total) : 0);
    m_text->setText(tr("Changing many events…"));
    m_bar->setAccessibleName(tr("How far the change of many events is"));
    m_cancel->setToolTip(tr("Leave all events as they were"));
    m_cancel->setVisible(m_editor.work().mayBeCancelled());
    show();
}

void LoadingBar::cancel() {
    if (m_opening.loader().isLoading()) {
        m_opening.cancel();
    } else if (m_editor.work().mayBeCancelled()) {
        m_editor.work().cancel();
    }
}

void LoadingBar::settle() {
    if (m_opening.loader().isLoading() || m_editor.work().isBusy()) {
        return; // which tells by itself
    }
    if (m_editor.isSaving()) {
        showWaiting(tr("Saving…"));
    } else if (m_workspace.isArranging()) {
        showWaiting(tr("Arranging…"));
    } else {
        hide();
    }
}

void LoadingBar::showWaiting(const QString &text) {
    m_bar->setRange(0, 0);
    m_text->setText(text);
    m_cancel->setVisible(false);
    show();
}

} // namespace timeloom
