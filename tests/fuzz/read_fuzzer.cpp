// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/event_words.h"
#include "document/read/reader.h"
#include "document/store/event_texts.h"
#include "fuzz/fuzz_check.h"

#include <tuple>

using namespace timeline;
using timeline::fuzz::check;

namespace {

void checkFindings(const ReadResult &result, QByteArrayView bytes) {
    const auto lines = std::ranges::count(bytes, '\n') + std::ranges::count(bytes, '\r') + 1;
    std::tuple<qint64, qint64> last{1, 1};
    result.tellFindings([&](const Finding &finding) {
        check(finding.offset >= 0 && finding.offset <= bytes.size(),
              "a finding is about a place in the file");
        check(finding.line >= 1 && finding.line <= lines, "a finding's line is one of the file's");
        check(finding.column >= 1 && finding.column <= bytes.size() + 1,
              "a finding's column is one of the file's");
        check(!finding.message().isEmpty(), "a finding says something");
        check(last <= std::tuple(finding.line, finding.column), "findings are in the order of their places");
        last = {finding.line, finding.column};
        if (result.document && finding.event) {
            check(*finding.event < result.document->eventCount(),
                  "a finding is about an event that there is");
        }
    });
}

/// The columns come from the quick pass over the file, `read` from a careful one over this event alone.
void checkColumns(const Document &document, EventIndex event, const ReadEvent &read) {
    check(read.isShown, "an event is shown");
    check(document.span(event) == read.span, "both passes find the same span");
    check(document.status(event) == read.details.status, "both passes find the same status");
    check(document.importanceByte(event) == importanceByte(read.details.importance), "and importance");
    check(document.category(event) < document.categories().size(), "a category is one of the file's");
    const QString category = document.categories()[document.category(event)].id;
    check(category == read.details.category, "both passes find the same category");
    if (!read.details.id.isEmpty()) {
        const auto found = document.findEvent(read.details.id);
        check(found && *found <= event && document.details(*found).id == read.details.id,
              "an event is found by its id");
    }
}

void checkList(QByteArrayView bytes, ByteRange array) {
    check(array.begin >= 0 && array.size() >= 2 && array.end <= bytes.size(), "the array lies in the file");
    check(bytes[array.begin] == '[' && bytes[array.end - 1] == ']', "the array has its brackets");
}

void checkEvents(const Document &document) {
    const QByteArrayView bytes = document.bytes();
    const EventLists &lists = document.lists();
    std::ranges::for_each(lists.inOrder(), [bytes](ByteRange list) { checkList(bytes, list); });
    EventIndex undated = 0;
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        const EventList list = *lists.at(document.place(event).begin);
        const ByteRange array = list == EventList::Undated ? lists.undated : lists.events;
        undated += document.isUndated(event) ? 1 : 0;
        check(!document.isDeleted(event) && document.nextEdited(0) == std::nullopt,
              "events are as in the file");
        check(document.isNew(event) == (list == EventList::Undated), "those of the other list come last");
        const ByteRange place = document.place(event);
        check(place.begin > array.begin && place.end < array.end, "an event lies in its array");
        check(event + 1 >= document.runEnd(event) || document.place(event + 1).begin > place.end,
              "events follow each other");
        const QByteArrayView text = document.eventText(event);
        check(text.startsWith('{') && text.endsWith('}'), "an event is an object");

        const ReadEvent read = readEvent(text, list);
        checkColumns(document, event, read);
        const auto title = EventTexts(text, bit(EventField::Title)).next();
        const std::string seen =
            title ? decodeJsonString({title->data(), static_cast<std::size_t>(title->size())})
                  : std::string();
        check(seen == read.details.title.toStdString(), "searching sees the title that is shown");
        const QByteArray before =
            list == EventList::Undated ? R"({"events": [], "undated": [)" : R"({"events": [)";
        const auto alone = readDocument(before + text.toByteArray() + "]}").document;
        check(alone && alone->eventCount() == 1 && alone->span(0) == document.span(event),
              "an event's text is an event by itself");
    }
    check(undated == document.undatedCount(), "those without a date are counted");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const ReadResult result = readDocument(bytes);
    checkFindings(result, bytes);
    if (!result.document) {
        check(!result.findings.empty(), "where there is no document, a finding says why");
        return 0;
    }
    const Document &document = *result.document;
    check(result.isJson, "a document is JSON");
    check(document.bytes() == bytes, "bytes are kept");
    check(document.findings().size() <= result.findings.size(), "what a document has was found by reading");
    checkEvents(document);
    for (const Relation &relation : document.relations().all()) {
        check(relation.from < document.eventCount() && relation.to < document.eventCount(),
              "links lead somewhere");
    }
    check(document.changes().empty(), "nothing has been edited");
    const auto head = readDocument(document.head()).document;
    check(head && head->eventCount() == 0 && head->title() == document.title(),
          "the head is a file without events");
    return 0;
}
