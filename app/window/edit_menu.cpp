// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/edit_menu.h"

#include "app/fields/choice_box.h"
#include "app/forms/file_properties.h"
#include "app/forms/known_words.h"
#include "app/signs/icons.h"
#include "app/window/move_dialog.h"
#include "app/window/surfaces.h"
#include "document/bytes/visible_text.h"
#include "document/edit/event_edit.h"
#include "document/edit/new_events.h"
#include "document/format/wording.h"
#include "widgets/view/frame_keys.h"
#include "widgets/view/scene_widget.h"
#include "widgets/workspace/event_model.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QIcon>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

/// Puts events on the clipboard: JSON for whoever asks for it, and as text, so that an editor takes it.
void copy(const Workspace &workspace) {
    if (workspace.selection()->isEmpty()) {
        return; // what is on the clipboard stays
    }
    const QByteArray json = copied(*workspace.document(), workspace.selection()->events());
    auto *data = new QMimeData;
    data->setText(QString::fromUtf8(json));
    data->setData(u"application/json"_s, json);
    QApplication::clipboard()->setMimeData(data);
}

void paste(Editor &editor) {
    const QMimeData *data = QApplication::clipboard()->mimeData();
    editor.paste(data->hasFormat(u"application/json"_s) ? data->data(u"application/json"_s)
                                                        : data->text().toUtf8());
}

class EditMenu : public QObject {
    Q_DECLARE_TR_FUNCTIONS(timeloom::EditMenu)

public:
    EditMenu(QMenuBar &bar, Workspace &workspace, Editor &editor, Surfaces &surfaces)
        : QObject(&bar), m_menu(bar.addMenu(tr("&Edit"))), m_workspace(workspace), m_editor(editor),
          m_surfaces(surfaces) {}

    EditActions make() {
        const QUndoStack *steps = m_editor.undoStack();
        QAction *undo = m_menu->addAction(icon(u"undo"_s), tr("&Undo"), this, [this] { m_editor.undo(); });
        QAction *redo = m_menu->addAction(icon(u"redo"_s), tr("&Redo"), this, [this] { m_editor.redo(); });
        undo->setShortcut(QKeySequence::Undo);
        QList<QKeySequence> keys = QKeySequence::keyBindings(QKeySequence::Redo);
        if (const QKeySequence usual(Qt::CTRL | Qt::Key_Y); !keys.contains(usual)) {
            keys += usual;
        }
        redo->setShortcuts(keys);
        const auto shown = [](const QString &step) { return visibleText(step).replace(u'&', "&&"_L1); };
        connect(steps, &QUndoStack::undoTextChanged, this, [undo, shown](const QString &step) {
            undo->setText(step.isEmpty() ? tr("&Undo") : tr("&Undo %1", "a step").arg(shown(step)));
        });
        connect(steps, &QUndoStack::redoTextChanged, this, [redo, shown](const QString &step) {
            redo->setText(step.isEmpty() ? tr("&Redo") : tr("&Redo %1", "a step").arg(shown(step)));
        });
        connect(steps, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
        connect(steps, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
        undo->setEnabled(false);
        redo->setEnabled(false);
        m_menu->addSeparator();
        add(tr("&Edit the event"), Qt::Key_F2, true, [this] {
            if (const auto selected = m_workspace.selection()->first(1); !selected.empty()) {
                Q_EMIT m_surfaces.editRequested(selected.front());
            }
        });
        QAction *newEvent =
            add(tr("&New event"), Qt::Key_Insert, false, [this] { m_surfaces.shown().addEvent(); });
        newEvent->setIcon(icon(u"new-event"_s));
        add(tr("Dupl&icate"), Qt::CTRL | Qt::Key_D, true,
            [this] { m_editor.duplicate(m_workspace.selection()->events()); });
        add(tr("&Delete"), QKeySequence::Delete, true,
            [this] { m_editor.remove(m_workspace.selection()->events()); });
        m_menu->addSeparator();
        add(tr("Cu&t"), QKeySequence::Cut, true, [this] {
            copy(m_workspace);
            m_editor.remove(m_workspace.selection()->events());
        });
        QAction *copyAction = add(tr("&Copy"), QKeySequence::Copy, true, [this] { copy(m_workspace); });
        copyAction->setProperty("writes", false);
        add(tr("&Paste"), QKeySequence::Paste, false, [this] { paste(m_editor); });
        add(tr("Select &all"), QKeySequence::SelectAll, false, [this] {
            m_workspace.selection()->selectAll();
        })->setProperty("writes", false);
        m_menu->addSeparator();
        add(tr("&Move by…"), Qt::CTRL | Qt::Key_M, false, [this] {
            if (MoveDialog dialog(m_workspace, m_surfaces.window()); dialog.exec() == QDialog::Accepted) {
                m_editor.moveBy(dialog.events(), dialog.shift(), dialog.stepName());
            }
        })->setProperty("needsEvents", true);
        add(tr("Draw a &link to…"), Qt::CTRL | Qt::Key_K, true, [this] { m_surfaces.shown().startLink(); });
        addSetMenu(tr("Set the cate&gory"), u"category"_s, [this](QMenu *menu) {
            const KnownCategories known(m_workspace);
            if (!known.more.isEmpty()) {
                menu->addAction(known.more, this, [this, title = known.more] {
                    const KnownCategories::List all = KnownCategories::all(*m_workspace.document());
                    if (const auto id = ChoiceBox::lookFor(all, title, m_surfaces.window())) {
                        set(u"category"_s, *id);
                    }
                });
            }
            return known.listed;
        });
        addSetMenu(tr("Set the &status"), u"status"_s, [this](QMenu *) {
            ChoiceBox::Choices choices;
            for (int i = 0; i < namedStatusCount; ++i) {
                choices.emplace_back(toString(static_cast<Status>(i)), statusTitle(static_cast<Status>(i)));
            }
            for (const QString &word : knownStatuses(*m_workspace.document())) {
                choices.emplace_back(word, statusTitle(Status::Own, word));
            }
            return choices;
        });
        m_menu->addSeparator();
        add(tr("&File properties…"), {}, false,
            [this] { FileProperties(m_workspace, m_editor, m_surfaces.window()).exec(); });
        connect(m_workspace.selection(), &EventSelection::changed, this, &EditMenu::enable);
        connect(&m_workspace, &Workspace::documentChanged, this, &EditMenu::enable);
        connect(&m_workspace, &Workspace::documentEdited, this, &EditMenu::enable);
        connect(&m_workspace, &Workspace::layoutChanged, this, &EditMenu::enable);
        connect(&m_editor, &Editor::obstacleChanged, this, &EditMenu::enable);
        enable();
        connect(&m_surfaces, &Surfaces::menuRequested, this, [this](QPoint at) { popUp(at); });
        return {undo, redo, newEvent};
    }

private:
    QAction *add(const QString &title, const QKeySequence &shortcut, bool needsSelection,
                 const std::function<void()> &run) {
        QAction *action = m_menu->addAction(title, this, run);
        action->setShortcut(shortcut);
        action->setProperty("needsSelection", needsSelection);
        return action;
    }

    /// `choices` may add something to the menu itself, which comes first.
    void addSetMenu(const QString &title, const QString &field,
                    const std::function<ChoiceBox::Choices(QMenu *)> &choices) {
        QMenu *menu = m_menu->addMenu(title);
        menu->menuAction()->setProperty("needsSelection", true);
        connect(menu, &QMenu::aboutToShow, this, [this, menu, field, choices] {
            menu->clear();
            for (const auto &[value, shown] : choices(menu)) {
                menu->addAction(QString(shown).replace(u'&', "&&"_L1), this,
                                [this, field, value = value] { set(field, value); });
            }
        });
    }

    /// The same, and what there is to do at that place of the canvas.
    void popUp(QPoint at) {
        SceneWidget &view = m_surfaces.shown();
        m_context.clear();
        addFoldActions(m_context, view, QPointF(view.viewport()->mapFromGlobal(at)));
        if (m_context.isEmpty()) {
            m_menu->popup(at);
            return;
        }
        m_context.addSeparator();
        m_context.addActions(m_menu->actions());
        m_context.popup(at);
    }

    void set(const QString &field, const QString &value) {
        m_editor.setField(m_workspace.selection()->events(), field,
                          value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(value));
    }

    void enable() {
        const bool hasSelection = !m_workspace.selection()->isEmpty();
        const bool hasEvents = hasSelection || m_workspace.layout().lanes().eventCount > 0;
        for (QAction *action : m_menu->actions()) {
            const QVariant needsSelection = action->property("needsSelection");
            const QVariant writes = action->property("writes");
            if (needsSelection.isValid()) {
                action->setEnabled((!needsSelection.toBool() || hasSelection) &&
                                   (!action->property("needsEvents").toBool() || hasEvents) &&
                                   (m_editor.canEdit() || (writes.isValid() && !writes.toBool())));
            }
        }
    }

    QMenu *m_menu;
    QMenu m_context;
    Workspace &m_workspace;
    Editor &m_editor;
    Surfaces &m_surfaces;
};

} // namespace

EditActions addEditMenu(QMenuBar &bar, Workspace &workspace, Editor &editor, Surfaces &surfaces) {
    return (new EditMenu(bar, workspace, editor, surfaces))->make();
}

} // namespace timeloom
