// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/heading_look.h"
#include "widgets/view/scene_widget.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QHash>

namespace timeline {

/// A scene as those are told of it who do not see it: a list of what is in view, of the corner, eras, folds,
/// headings, events and clusters. What is out of view costs nothing.
class SceneAccessible : public QAccessibleWidget {
    Q_DECLARE_TR_FUNCTIONS(timeline::SceneAccessible)

public:
    explicit SceneAccessible(SceneWidget &view) : QAccessibleWidget(&view, QAccessible::List), m_view(view) {}
    ~SceneAccessible() override;

    static void install();                    ///< once is enough
    static void tellFocus(SceneWidget &view); ///< where keys go now

    /// What is in view: its kind, and its place in its list of the scene.
    enum class Kind : std::uint8_t { Era, Heading, Item, Corner, Fold, HiddenLanes };
    struct Entry {
        Kind kind = Kind::Item;
        std::size_t place = 0;
        quint64 key = 0; ///< the same for the same thing in another scene
    };

    static QRectF placeOf(const Entry &entry, const Scene &scene);
    /// A lane's heading, or the line of those that are hidden; nothing where it is something else.
    static std::optional<HeadingStates::Place> headingOf(const Entry &entry, const Scene &scene);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *focusChild() const override;

private:
    const std::vector<Entry> &entries() const;
    int indexOfFocus() const; ///< -1 where what keys go to is not in view

    SceneWidget &m_view;
    mutable std::vector<Entry> m_entries;
    mutable QHash<quint64, QAccessible::Id> m_children;
    /// Which scene the entries are of.
    struct Stamp {
        const SceneItem *items = nullptr;
        std::size_t count = 0;
        QRectF plot;
        Viewport viewport;
        std::size_t lanes = 0; ///< told by how they stand
        bool operator==(const Stamp &) const = default;
    };
    mutable Stamp m_stamp;
};

/// One thing of a scene.
class SceneAccessibleChild : public QAccessibleInterface, public QAccessibleActionInterface {
    Q_DECLARE_TR_FUNCTIONS(timeline::SceneAccessible)

public:
    SceneAccessibleChild(SceneWidget &view, quint64 key) : m_view(&view), m_key(key) {}

    bool isValid() const override { return m_view != nullptr && find().has_value(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

    static quint64 keyOf(const SceneItem &item);
    static quint64 keyOf(const SceneEra &era);
    static quint64 keyOf(const SceneLane &lane);
    static quint64 keyOf(const FramePart &part);
    static quint64 keyOfHiddenLanes();
    quint64 key() const { return m_key; }

private:
    std::optional<SceneAccessible::Entry> find() const;
    QString nameOf(const SceneItem &item) const;
    QString nameOf(const SceneLane &lane) const;

    QPointer<SceneWidget> m_view;
    quint64 m_key;
};

} // namespace timeline
