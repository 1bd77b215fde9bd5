// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Events that come and go: new ones, copies, what the clipboard holds.

#include "document/edit/belongings.h"
#include "document/edit/new_events.h"
#include "document/read/reader.h"
#include "widgets/workspace/editor.h"

namespace timeline {

void Editor::insert(const std::vector<QByteArray> &texts, std::optional<EventIndex> after,
                    const QString &stepName, const std::optional<QByteArray> &head) {
    const Document document = *m_workspace.document();
    const std::vector<QByteArray> added = withFreeIds(document, texts);
    const std::vector<std::optional<EventIndex>> places =
        after ? std::vector(texts.size(), after) : placesFor(document, texts);
    DocumentEdit edit{{}, head};
    for (std::size_t i = 0; i < added.size(); ++i) {
        edit.events.push_back({m_workspace.addPlace(places[i]), added[i]});
    }
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

void Editor::paste(const QByteArray &json) {
    if (isRefused()) {
        return;
    }
    // Part of a list, cut out of a file, may begin or end with a comma.
    QByteArray part = json.trimmed();
    part = part.startsWith(',') ? part.sliced(1) : part;
    part = part.endsWith(',') ? part.chopped(1) : part;
    ReadResult read = readDocument(json);
    if (!read.document) {
        const ReadResult list = readDocument("[" + part + "]");
        read = list.document ? list : read;
    }
    if (!read.document || read.document->eventCount() == 0) {
        Q_EMIT refused(read.findings.empty()
                           ? tr("The clipboard holds no events.")
                           : tr("The clipboard holds no events: %1").arg(read.findings.front().message()));
        return;
    }
    const auto unread = std::ranges::find_if(read.findings, [&](const Finding &finding) {
        return finding.severity() == Severity::Error && !finding.event &&
               read.document->lists().at(finding.offset);
    });
    std::vector<QByteArray> texts;
    std::vector<EventIndex> all;
    for (EventIndex event = 0; event < read.document->eventCount(); ++event) {
        const QByteArray text = read.document->eventText(event).toByteArray();
        if (readEvent(text).details.title.isEmpty() && writtenDates(text).isEmpty()) {
            continue; // any other object
        }
        texts.push_back(text);
        all.push_back(event);
    }
    if (texts.empty()) {
        Q_EMIT refused(tr("The clipboard holds no events."));
        return;
    }
    const Result<Belongings::Settled> settled =
        Belongings(*read.document, all).settledIn(*m_workspace.document(), texts);
    if (!settled) {
        Q_EMIT refused(settled.error());
        return;
    }
    insert(settled->texts, std::nullopt,
           texts.size() == 1 ? tr("Paste")
                             : tr("Paste of %Ln events", nullptr, static_cast<int>(texts.size())),
           settled->head);
    if (unread != read.findings.end()) {
        Q_EMIT refused(tr("Not all could be pasted: line %1: %2")
                           .arg(read.located(*unread).line)
                           .arg((*unread).message()));
    }
}

void Editor::mend(ManyTexts texts, const QString &stepName) {
    if (isRefused()) {
        return;
    }
    if (!texts.unread.empty()) {
        std::vector<ByteRange> ranges;
        std::ranges::transform(texts.unread, std::back_inserter(ranges), &ManyTexts::Unread::inFile);
        const std::vector<EventIndex> events = m_workspace.adopt(ranges);
        for (std::size_t i = 0; i < events.size(); ++i) {
            texts.edit.events.push_back({events[i], std::move(texts.unread[i].text)});
        }
    }
    push(std::move(texts.edit), stepName);
}

} // namespace timeline
