// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Events that come and go: new ones, copies, what the clipboard holds.

#include "document/edit/belongings.h"
#include "document/edit/new_events.h"
#include "document/read/reader.h"
#include "widgets/workspace/editor.h"

#include <QCoreApplication>
#include <algorithm>

namespace timeline {

/// Takes places in the document.
DocumentEdit Editor::insertion(Document &document, const std::vector<QByteArray> &texts,
                               std::optional<EventIndex> after, const std::optional<QByteArray> &head) {
    const std::vector<QByteArray> added = withFreeIds(document, texts);
    const std::vector<std::optional<EventIndex>> places =
        after ? std::vector(texts.size(), after) : placesFor(document, texts);
    DocumentEdit edit{{}, head};
    for (std::size_t i = 0; i < added.size(); ++i) {
        edit.events.push_back({document.addPlace(places[i]), added[i]});
    }
    return edit;
}

void Editor::insert(const std::vector<QByteArray> &texts, std::optional<EventIndex> after,
                    const QString &stepName, const std::optional<QByteArray> &head) {
    if (texts.size() > few) {
        start(
            [texts, after, head](Document &document, EditControl &) {
                return EditDraft{insertion(document, texts, after, head)};
            },
            stepName);
        return;
    }
    DocumentEdit edit;
    m_workspace.addPlaces([&](Document &document) { edit = insertion(document, texts, after, head); });
    push(std::move(edit), stepName);
}

std::optional<EventIndex> Editor::add(const QJsonObject &fields) {
    if (isRefused()) {
        return std::nullopt;
    }
    const Document document = *m_workspace.document();
    QByteArray text = EventEdit::write(fields, {});
    if (const QString problem = whyRefused(document.listForNew(text), text, {}); !problem.isEmpty()) {
        Q_EMIT refused(problem);
        return std::nullopt;
    }
    std::optional<EventIndex> like = placeFor(document, text);
    for (EventIndex event = 0; !like && event < document.eventCount(); ++event) {
        like = document.isDeleted(event) ? std::nullopt : std::optional(event);
    }
    if (like) {
        text = EventEdit::write(fields, document.eventText(*like));
    }
    insert({text}, std::nullopt, tr("New event"));
    return m_workspace.document()->eventCount() - 1;
}

void Editor::remove(const std::vector<EventIndex> &events) {
    if (events.empty() || isRefused()) {
        return;
    }
    DocumentEdit edit;
    for (const EventIndex event : events) {
        edit.events.push_back({event, {}});
    }
    push(std::move(edit),
         events.size() == 1
             ? tr("Deletion of “%1”").arg(m_workspace.document()->eventTitle(events.front()).left(40))
             : tr("Deletion of %Ln events", nullptr, static_cast<int>(events.size())));
}

void Editor::duplicate(const std::vector<EventIndex> &events) {
    if (events.empty() || isRefused()) {
        return;
    }
    std::vector<QByteArray> texts;
    std::ranges::transform(events, std::back_inserter(texts),
                           [this](EventIndex event) { return textOf(event); });
    insert(texts, events.back(), tr("Duplicate"));
}

namespace {

/// What a text from the clipboard adds to a document.
class Pasted {
    Q_DECLARE_TR_FUNCTIONS(timeline::Editor)

public:
    Pasted(const Document &document, const QByteArray &json) : m_document(document) {
        // Part of a list, cut out of a file, may begin or end with a comma.
        QByteArray part = json.trimmed();
        part = part.startsWith(',') ? part.sliced(1) : part;
        part = part.endsWith(',') ? part.chopped(1) : part;
        m_read = readDocument(json);
        if (!m_read.document) {
            const ReadResult list = readDocument("[" + part + "]");
            m_read = list.document ? list : m_read;
        }
        if (!m_read.document || m_read.document->eventCount() == 0) {
            complaints +=
                m_read.findings.empty()
                    ? tr("The clipboard holds no events.")
                    : tr("The clipboard holds no events: %1").arg(m_read.findings.front().message());
        } else {
            take();
        }
    }

    std::vector<QByteArray> texts; ///< none: nothing is to be pasted
    std::optional<QByteArray> head;
    QStringList complaints;

    QString stepName() const {
        return texts.size() == 1 ? tr("Paste")
                                 : tr("Paste of %Ln events", nullptr, static_cast<int>(texts.size()));
    }

private:
    void take() {
        std::vector<EventIndex> all;
        for (EventIndex event = 0; event < m_read.document->eventCount(); ++event) {
            const QByteArray text = m_read.document->eventText(event).toByteArray();
            if (readEvent(text).details.title.isEmpty() && writtenDates(text).isEmpty()) {
                continue; // any other object
            }
            texts.push_back(text);
            all.push_back(event);
        }
        if (texts.empty()) {
            complaints += tr("The clipboard holds no events.");
            return;
        }
        const Result<Belongings::Settled> settled =
            Belongings(*m_read.document, all).settledIn(m_document, texts);
        if (!settled) {
            complaints += settled.error();
            texts.clear();
        } else {
            texts = settled->texts;
            head = settled->head;
            complainOfUnread();
        }
    }
    void complainOfUnread() {
        const auto unread = std::ranges::find_if(m_read.findings, [&](const Finding &finding) {
            return finding.severity() == Severity::Error && !finding.event &&
                   m_read.document->lists().at(finding.offset);
        });
        if (unread != m_read.findings.end()) {
            complaints += tr("Not all could be pasted: line %1: %2")
                              .arg(m_read.located(*unread).line)
                              .arg((*unread).message());
        }
    }

    const Document &m_document;
    ReadResult m_read;
};

} // namespace

void Editor::paste(const QByteArray &json) {
    constexpr qsizetype mostAtOnce = 200'000; // bytes
    if (isRefused()) {
        return;
    }
    if (json.size() > mostAtOnce) {
        start(
            [json](Document &document, EditControl &control) {
                const Pasted pasted(document, json);
                const bool isNone = pasted.texts.empty() || control.isStopped();
                return EditDraft{isNone ? DocumentEdit() : insertion(document, pasted.texts, {}, pasted.head),
                                 pasted.stepName(), pasted.complaints, isNone};
            },
            {});
        return;
    }
    const Pasted pasted(*m_workspace.document(), json);
    if (!pasted.texts.empty()) {
        insert(pasted.texts, std::nullopt, pasted.stepName(), pasted.head);
    }
    for (const QString &complaint : pasted.complaints) {
        Q_EMIT refused(complaint);
    }
}

} // namespace timeline
