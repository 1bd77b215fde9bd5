// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/undated_model.h"

#include "document/bytes/look_alike.h"
#include "document/bytes/visible_text.h"
#include "document/format/wording.h"
#include "widgets/workspace/event_model.h"
#include "widgets/workspace/plain_tool_tip.h"
#include "widgets/workspace/workspace.h"

#include <QCoreApplication>
#include <QMimeData>
#include <algorithm>

namespace timeline {

namespace {

/// Numbers of events mean something only here: another program's are another file's.
QString mimeType() {
    return QStringLiteral("application/x-timeloom-undated-%1").arg(QCoreApplication::applicationPid());
}

} // namespace

UndatedModel::UndatedModel(Workspace *workspace, QObject *parent)
    : QAbstractListModel(parent), m_workspace(workspace) {
    m_due.setSingleShot(true);
    m_due.setInterval(0);
    connect(&m_due, &QTimer::timeout, this, &UndatedModel::refresh);
    connect(workspace, &Workspace::documentChanged, this, &UndatedModel::refresh);
    connect(workspace, &Workspace::layoutChanged, this, &UndatedModel::refresh);
    connect(workspace, &Workspace::documentEdited, this, [this] { m_due.start(); });
    refresh();
}

void UndatedModel::refresh() {
    m_due.stop();
    const Document &document = *m_workspace->document();
    std::vector<EventIndex> events;
    for (EventIndex event = 0; document.undatedCount() > 0 && event < document.eventCount(); ++event) {
        if (document.isUndated(event) && !document.isDeleted(event) && m_workspace->events()->rowOf(event)) {
            events.push_back(event);
        }
    }
    if (events == m_events) {
        if (!events.empty()) {
            Q_EMIT dataChanged(index(0), index(static_cast<int>(events.size()) - 1));
        }
        return;
    }
    beginResetModel();
    m_events = std::move(events);
    endResetModel();
}

QModelIndex UndatedModel::indexOf(EventIndex event) const {
    const auto found = std::ranges::lower_bound(m_events, event);
    return found != m_events.end() && *found == event ? index(static_cast<int>(found - m_events.begin()))
                                                      : QModelIndex();
}

int UndatedModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

QString UndatedModel::detail(EventIndex event, const QString &separator) const {
    const Document &document = *m_workspace->document();
    const EventDetails details = document.details(
        event, bit(EventField::Category) | bit(EventField::Status) | bit(EventField::Attribution) |
                   bit(EventField::Place) | bit(EventField::Description));
    QStringList parts{
        details.category.isEmpty() ? QString() : categoryTitle(document, document.category(event)),
        details.status == Status::Confirmed ? QString() : statusTitle(details.status, details.ownStatus),
        visibleName(details.attribution).simplified(), visibleName(placeText(details.place)).simplified(),
        visibleText(details.description.section(QLatin1Char('\n'), 0, 0).simplified())};
    parts.removeAll(QString());
    return parts.join(separator);
}

QVariant UndatedModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const EventIndex event = eventAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return visibleName(m_workspace->document()->eventTitle(event), TextUse::Title).simplified();
    case Qt::ToolTipRole:
        return plainToolTip(visibleName(m_workspace->document()->eventTitle(event), TextUse::Title) +
                            QLatin1Char('\n') + detail(event, QStringLiteral("\n")));
    case EventRole:
        return event;
    case DetailRole:
        return detail(event, QStringLiteral(" · "));
    case NoteRole: {
        const EventDetails details =
            m_workspace->document()->details(event, bit(EventField::Description) | bit(EventField::Place));
        const QString note = visibleText(details.description.section(QLatin1Char('\n'), 0, 0).simplified());
        QStringList parts{visibleText(details.date).simplified(), // which is none that can be read
                          note.isEmpty() ? visibleName(placeText(details.place)).simplified() : note};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    }
    case StatusRole:
        return static_cast<int>(m_workspace->document()->status(event));
    case WhoRole: {
        const EventDetails details =
            m_workspace->document()->details(event, bit(EventField::Status) | bit(EventField::Attribution));
        QStringList parts{statusTitle(details.status, details.ownStatus),
                          visibleName(details.attribution).simplified()};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    }
    default:
        return {};
    }
}

Qt::ItemFlags UndatedModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags there = QAbstractListModel::flags(index);
    return index.isValid() ? there | Qt::ItemIsDragEnabled : there;
}

QStringList UndatedModel::mimeTypes() const {
    return {mimeType()};
}

QMimeData *UndatedModel::mimeData(const QModelIndexList &indexes) const {
    QByteArrayList numbers;
    for (const QModelIndex &index : indexes) {
        numbers += QByteArray::number(eventAt(index));
    }
    auto *data = new QMimeData; // whoever drags it takes it
    data->setData(mimeType(), numbers.join(' '));
    return data;
}

QString UndatedModel::stepName(const Document &document, const std::vector<EventIndex> &events) {
    return events.size() == 1 ? tr("Date for “%1”").arg(document.eventTitle(events.front()).left(40))
                              : tr("Date for %Ln events", nullptr, static_cast<int>(events.size()));
}

std::vector<EventIndex> UndatedModel::dragged(const QMimeData *data) {
    std::vector<EventIndex> events;
    if (data != nullptr && data->hasFormat(mimeType())) {
        for (const QByteArray &number : data->data(mimeType()).split(' ')) {
            events.push_back(number.toUInt());
        }
    }
    return events;
}

} // namespace timeline
