// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/editor.h"

#include <QUndoView>

namespace timeloom {

/// The steps of the undo stack. One that is clicked is gone to by the Editor, which does what takes long
/// beside the window's thread; Qt's own view would wait for it.
class HistoryPane : public QUndoView {
    Q_OBJECT

public:
    explicit HistoryPane(timeline::Editor &editor, QWidget *parent = nullptr);

private:
    void showIndex();

    timeline::Editor &m_editor;
};

} // namespace timeloom
