// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/editor.h"

#include <QCoreApplication>

namespace timeline {

/// What can be done with the lanes that a workspace shows, each told by its key: how they stand, which nobody
/// has to undo, and what their category is called, which is an edit.
class LaneActions {
    Q_DECLARE_TR_FUNCTIONS(timeline::LaneActions)

public:
    explicit LaneActions(Workspace &workspace) : m_workspace(workspace) {} ///< must outlive it
    void setEditor(Editor *editor) { m_editor = editor; }                  ///< likewise

    Workspace &workspace() const { return m_workspace; }
    const Lanes &lanes() const { return m_workspace.layout().lanes(); }
    bool hidesSome() const { return lanes().openCount < lanes().lanes.size(); }

    void selectEvents(const QString &key) const;
    void hide(const QString &key) const;
    void show(const QString &key) const;
    void showAlone(const QString &key) const; ///< or all again where it is alone
    void showAll() const;
    void setFolded(const QString &key, bool isFolded) const;
    bool canMoveBy(const QString &key, int direction) const;
    void moveBy(const QString &key, int direction) const; ///< up or down by one
    /// Before the lane that stands at a place, or behind all.
    void moveTo(const QString &key, std::size_t place) const;
    void orderAsUsual() const;

    /// Why a lane cannot be renamed or recoloured; empty where it can.
    QString obstacle(const QString &key) const;
    void refuse(const QString &why) const;
    const Category *categoryOf(const QString &key) const; ///< of the document of now; null where it is none
    static QString titleOf(const Category &category);
    /// As one step each; refused where it may not be edited.
    void rename(const QString &key, const QString &title) const;
    void recolor(const QString &key, const QString &color) const;

private:
    void set(const QString &key, const QString &field, const QString &value, const QString &stepName) const;

    Workspace &m_workspace;
    Editor *m_editor = nullptr;
};

} // namespace timeline
