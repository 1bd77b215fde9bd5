// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/reader.h"
#include "document/search/filter.h"
#include "fuzz/fuzz_check.h"

using namespace timeline;
using timeline::fuzz::check;

namespace {

/// Where the input has no file.
const QByteArray file = R"({"categories": [{"id": "chips", "title": "Chips \u00e4"}], "events": [
{"id": "r1", "title": "\u00c4pfel stra\u00dfe", "date": "2020", "category": "chips", "tags": ["A100", "\u0130"]},
{"title": "a \"b\" c", "date": "2021", "description": "-x: y", "sources": ["report"], "status": "planned"},
{"id": "R1", "title": "\ud83d\ude00 ǅ", "date": "2022", "attribution": "STRASSE", "tags": [""], "category": "x"}]})";

/// A bit an event, also where all are shown.
QBitArray shown(const Filter &filter, const Document &document) {
    const QBitArray bits = filter.apply(document);
    check(bits.isEmpty() || bits.size() == document.eventCount(), "a bit for each event");
    return bits.isEmpty() ? QBitArray(document.eventCount(), true) : bits;
}

void checkEvents(const Filter &filter, const Document &document) {
    const QBitArray bits = shown(filter, document);
    for (EventIndex event = 0; event < document.eventCount(); ++event) {
        check(bits[event] == filter.matches(document, event),
              "searching the bytes finds what is found in the texts");
    }
}

} // namespace

/// The first line is a query, the rest a file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype end = input.indexOf('\n');
    const QString query = QString::fromUtf8(end < 0 ? input : input.first(end));
    auto document = end < 0 ? nullptr : readDocument(input.sliced(end + 1)).document;
    if (!document || document->eventCount() == 0) {
        document = readDocument(file).document;
    }
    Filter filter(query);
    check(filter.query() == query, "a filter keeps its query");
    check(filter == Filter(query), "the same query is the same filter");
    checkEvents(filter, *document);

    const QBitArray before = shown(filter, *document);
    document->apply({{{0, document->eventText(0).toByteArray() + ' '}}, {}});
    check(shown(filter, *document) == before, "an edited text is searched as one in the file is");
    checkEvents(filter, *document);

    filter.setCategoryHidden(document->categories()[document->category(0)].id, true);
    check(!shown(filter, *document)[0], "what is hidden is not shown");
    checkEvents(filter, *document);
    return 0;
}
