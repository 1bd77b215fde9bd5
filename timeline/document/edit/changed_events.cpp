// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/changed_events.h"

#include "document/format/event_reader.h"
#include "document/format/event_words.h"
#include "document/read/scan_handler.h"

#include <algorithm>

namespace timeline {

namespace {

/// So few are read with care at once: to set a scan going takes longer.
constexpr std::size_t few = 8;

/// The texts of some events as one array in memory, and what a scan of it gives.
class ScannedTexts {
public:
    explicit ScannedTexts(qsizetype bytes) { m_array.reserve(bytes); }

    void add(std::uint32_t number, QByteArrayView text) {
        m_array += m_texts.empty() ? '[' : ',';
        m_texts.push_back({number, {m_array.size(), m_array.size() + text.size()}});
        m_array.append(text.data(), text.size());
    }

    void scan(const NameSet &sources) {
        m_array += ']';
        for (std::size_t first = 0; first < m_texts.size();
             ++first) { // one at which a scan stops is left out
            first = scanFrom(first, sources);
        }
    }
    /// The number that an event of a row was added with, and where its text begins.
    std::uint32_t number(std::size_t row) const { return m_texts[m_numbers[row]].number; }
    qint64 begin(std::size_t row) const { return m_texts[m_numbers[row]].range.begin; }
    std::size_t rows() const { return m_numbers.size(); }

    EventBatch batch;

private:
    struct Text {
        std::uint32_t number;
        ByteRange range;
    };

    /// Gives the text at which the scan stopped, if it did before the last.
    std::size_t scanFrom(std::size_t first, const NameSet &sources) {
        const ScanText text{m_array, m_array, {}};
        const char *bytes = m_array.constData();
        const std::size_t before = batch.columns.size();
        JsonStream stream(bytes, bytes + m_texts[first].range.begin - 1, bytes + m_array.size());
        stream.beginWithBracket();
        ScanHandler handler(
            text, stream, batch, &sources, [](qint64, qint64) { return true; }, [](qint64) { return true; });
        handler.beginWithin(1);
        ScanReader reader;
        reader.Parse<scanFlags | rapidjson::kParseStopWhenDoneFlag>(stream, handler);
        // What is no event, or more than one, ends here.
        std::size_t next = first;
        for (std::size_t row = before; row < batch.columns.size() && next < m_texts.size(); ++row, ++next) {
            const ByteRange range = m_texts[next].range;
            if (batch.columns.offset(row) != range.begin || batch.columns.length(row) != range.size()) {
                break;
            }
            m_numbers.push_back(next);
        }
        const bool isFine = m_numbers.size() == batch.columns.size();
        const auto isBeyond = [this](const Reference &each) { return each.row >= m_numbers.size(); };
        std::erase_if(batch.links, isBeyond);
        std::erase_if(batch.sources, isBeyond);
        return isFine ? next : m_texts.size(); // the rest with care
    }

    QByteArray m_array;
    std::vector<Text> m_texts;
    std::vector<std::size_t> m_numbers; ///< for each row its text
};

/// The id of an event as it is written; nothing without one.
QByteArrayView rawId(QByteArrayView text, std::uint16_t idOffset) {
    const JsonText json(text);
    return idOffset == 0 || text.isEmpty() ? QByteArrayView() : json.raw(idRange(json, 0, idOffset));
}

/// Whether two ids say the same; those that are written alike do, as nearly all.
bool areSameIds(QByteArrayView a, QByteArrayView b) {
    const auto utf8 = [](QByteArrayView raw) { return JsonText(raw).utf8({0, raw.size()}); };
    return a == b || (!a.isEmpty() && !b.isEmpty() && utf8(a) == utf8(b));
}

} // namespace

ChangeReader::ChangeReader(const Document &document) : m_document(document) {
    for (const Source &source : document.sources()) {
        m_sources.insert(source.id.toStdString());
    }
}

QByteArrayView ChangeReader::textOf(const ChangedEvent &event) const {
    return event.entry.now(m_document.bytes());
}

/// All but what the text says.
ChangedEvent ChangeReader::begin(const EventText &change) const {
    const Document &document = m_document;
    ChangedEvent changed;
    changed.event = change.event;
    const EditedTexts::Entry *known = document.m_edited.find(change.event);
    EditedTexts::Entry &entry = changed.entry;
    if (known != nullptr) {
        entry = *known;
        changed.before = known->text;
        changed.wasListed = !document.isDeleted(change.event) &&
                            document.m_events.idOffset(change.event) != 0 && !known->keepsId();
    } else {
        const ByteRange place = document.place(change.event);
        entry.setInFile(place, document.m_events.idOffset(change.event));
        entry.setList(document.m_lists.at(place.begin).value_or(EventList::Events));
        changed.before = KeptText::inFile();
        if (!document.m_bytes.isOwn()) {
            entry.keepBefore(document.eventText(change.event).toByteArray());
        }
    }
    entry.text = change.text;
    return changed;
}

ChangedEvents ChangeReader::read(std::span<const EventText> changes) const {
    ChangedEvents changed;
    changed.events.reserve(changes.size());
    for (const EventText &change : changes) {
        changed.events.push_back(begin(change));
    }
    if (changes.size() > few) {
        scan(changed);
    }
    for (ChangedEvent &event : changed.events) {
        if (!event.isPlain && !event.entry.text.isEmpty()) {
            readWithCare(event, changed.categories);
        }
        settle(event);
    }
    return changed;
}

/// Reads those at a glance that stand among the events, and stay there: all that has a plain date does.
void ChangeReader::scan(ChangedEvents &changed) const {
    qsizetype bytes = 2;
    for (const ChangedEvent &event : changed.events) {
        bytes += textOf(event).size() + 1;
    }
    ScannedTexts texts(bytes);
    for (std::uint32_t i = 0; i < changed.events.size(); ++i) {
        const ChangedEvent &event = changed.events[i];
        const ByteRange inFile = event.entry.inFile();
        const bool isUndated = !inFile.isEmpty() && m_document.m_lists.at(inFile.begin) == EventList::Undated;
        if (!event.entry.text.isEmpty() && !isUndated) {
            texts.add(i, textOf(event));
        }
    }
    texts.scan(m_sources);
    EventBatch &batch = texts.batch;
    changed.categories = std::move(batch.categories);
    std::vector<bool> areDoubtful(batch.columns.size());
    for (const std::uint32_t row : batch.doubtful) {
        areDoubtful[row] = true;
    }
    for (const DoubtfulValue &value : batch.doubtfulValues) {
        areDoubtful[value.row] = true;
    }
    for (std::uint32_t row = 0; row < texts.rows(); ++row) {
        if (!areDoubtful[row]) {
            ChangedEvent &event = changed.events[texts.number(row)];
            event.isPlain = true;
            event.row = batch.columns.row(row);
        }
    }
    const auto take = [&](const std::vector<Reference> &from, std::vector<Reference> &to) {
        for (Reference each : from) {
            if (!areDoubtful[each.row]) {
                each.at -= texts.begin(each.row);
                each.row = texts.number(each.row);
                to.push_back(each);
            }
        }
    };
    take(batch.links, changed.links);
    take(batch.sources, changed.sources);
}

void ChangeReader::readWithCare(ChangedEvent &event, NameTable &categories) const {
    const QByteArray text = textOf(event).toByteArray();
    const EventList list = m_document.listFor(event.event, text);
    m_document.putInList(event.entry, list);
    const ReadEvent read = readEvent(text, list);
    if (!read.isShown) {
        return;
    }
    event.row.length = text.size();
    event.row.span = read.span;
    event.row.status = read.details.status;
    event.row.importance = importanceByte(read.details.importance);
    event.row.category =
        read.details.category.isEmpty()
            ? noCategory
            : static_cast<CategoryIndex>(categories.add(read.details.category.toStdString()));
    event.row.setId(std::max<qint64>(read.idAt, 0));
}

/// What follows from the text beside what is in the row.
void ChangeReader::settle(ChangedEvent &event) const {
    const Document &document = m_document;
    const bool isShown = event.row.length > 0;
    const QByteArrayView text = textOf(event);
    EditedTexts::Entry &entry = event.entry;
    if (event.isPlain) {
        document.putInList(entry, EventList::Events);
    }
    const QByteArrayView id = isShown ? rawId(text, event.row.idOffset) : QByteArrayView();
    const bool hasPlace = !entry.inFile().isEmpty();
    const bool wasShown = !document.isDeleted(event.event);
    event.keepsId = areSameIds(
        id, wasShown ? rawId(document.eventText(event.event), document.m_events.idOffset(event.event))
                     : QByteArrayView());
    const QByteArrayView inFile = hasPlace ? entry.textInFile(document.bytes()) : QByteArrayView();
    event.isInFile = isShown && hasPlace && (entry.text.isInFile() || inFile == text);
    entry.setKeepsId(!id.isEmpty() && areSameIds(id, rawId(inFile, entry.idOffset())));
    event.row.offset = event.isInFile ? entry.inFile().begin : -1;
    event.row.idOffset = event.isInFile ? entry.idOffset() : event.row.idOffset;
}

} // namespace timeline
