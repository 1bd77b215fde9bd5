// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/merge.h"
#include "document/read/reader.h"
#include "fuzz/fuzz_check.h"

using namespace timeline;
using timeline::fuzz::check;

namespace {

/// The file that the edits are made in; the third event has no date.
const QByteArray file = R"({"title": "T", "x": [1.0], "events": [
{"id": "a", "title": "A", "date": "2001", "x-note": 1.50e0},
{"title": "B", "start": "2002", "end": "2003", "tags": ["t"]},
{"title": "C", "date": "no date"},
{"id": "d", "title": "\u0044", "date": "2004", "status": "claimed"}]})";

/// A journal as it stands on the disk; or for readable inputs lines of JSON, two an event, the file's text
/// and that of now, at the end perhaps one more pair for the head, after an empty line.
std::optional<PendingEdits> editsOf(const QByteArray &input) {
    if (input.startsWith('\xA1') || input.startsWith('\xA2')) {
        return PendingEdits::fromBytes(input);
    }
    QByteArrayList lines = input.split('\n');
    PendingEdits edits;
    while (lines.size() >= 2) {
        const PendingEdits::Change change{lines.takeFirst(), lines.takeFirst()};
        if (change.saved.isEmpty() && change.now.isEmpty() && lines.size() >= 2) {
            edits.head = {lines[0], lines[1]};
            break;
        }
        if (!change.saved.isEmpty() || !change.now.isEmpty()) {
            edits.events.push_back(change);
        }
    }
    return PendingEdits::fromBytes(edits.toBytes());
}

void checkMerge(const PendingEdits &edits, Merge::Origin origin, bool takesOurs) {
    const auto document = readDocument(file).document;
    Merge merge(edits, *document, origin);
    for (Merge::Conflict &conflict : merge.conflicts()) {
        check(conflict.change <= edits.events.size(), "a conflict is about an edit");
        conflict.takesOurs = takesOurs;
    }
    const DocumentEdit edit = merge.edit(
        [&](const std::vector<QByteArray> &texts) {
            std::vector<EventIndex> places;
            for (std::size_t i = 0; i < texts.size(); ++i) {
                places.push_back(document->addPlace(std::nullopt));
            }
            return places;
        },
        [&](ByteRange unread) { return document->adopt(unread); });
    check(edit.events.size() <= edits.events.size(), "no more is changed than was edited");
    QSet<EventIndex> changed;
    for (const auto &[event, text] : edit.events) {
        check(event < document->eventCount() && !changed.contains(event), "an event is changed once");
        changed.insert(event);
    }
    const DocumentEdit undo = document->apply(edit);
    const QByteArray merged = fuzz::joined(*document);
    const auto again = readDocument(merged).document;
    check(again && again->eventCount() == document->presentCount(), "what comes of a merge reads again");
    document->apply(undo);
    check(fuzz::joined(*document) == file, "a merge can be undone");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto edits = editsOf(input)) {
        const auto again = PendingEdits::fromBytes(edits->toBytes());
        check(again && again->toBytes() == edits->toBytes(), "edits that are kept read again");
        for (const auto origin : {Merge::Origin::Window, Merge::Origin::Journal}) {
            checkMerge(*edits, origin, true);
            checkMerge(*edits, origin, false);
        }
    }
    return 0;
}
