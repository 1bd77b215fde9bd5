// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/workspace.h"

#include <QUndoCommand>

namespace timeline {

/// One edit of an Editor, made and taken back. Keeps only what leads to the other side: what was edited is in
/// the document, or what takes it back is.
class EditorStep : public QUndoCommand {
public:
    /// Of an edit that is still to be made.
    EditorStep(Workspace &workspace, DocumentEdit edit, const QString &name, QString burst,
               std::optional<EventIndex> subject);

    /// What makes it or takes it back, whichever comes next.
    std::shared_ptr<const DocumentEdit> next() const { return m_next; }
    /// It need not be made any more, only shown. A stack gives its steps to be looked at alone.
    void setReady(EditedVersion version) const { m_ready = std::move(version); }
    /// What the one event said that this step is about; nothing where it is no step of the burst.
    std::optional<QByteArray> textBefore(const QString &burst) const;

    int id() const override { return m_burst.isEmpty() ? -1 : 1; }
    void redo() override;
    void undo() override;
    bool mergeWith(const QUndoCommand *command) override;

private:
    void turn(bool reveals);
    void take(const EditorStep &next);
    bool changesNothing() const;
    void show(const std::vector<EventIndex> &edited, bool reveals) const;

    Workspace &m_workspace;
    std::shared_ptr<const DocumentEdit> m_next;
    mutable std::optional<EditedVersion> m_ready;
    QString m_burst;
    std::optional<EventIndex> m_subject; ///< what is selected then, where it is not all that is edited
    qint64 m_time;
    bool m_isAgain = false;
};

} // namespace timeline
