// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/store/edited_texts.h"

#include <QByteArrayList>
#include <algorithm>

namespace timeline {

namespace {

/// The text of an entry; lives as long as a copy of the entry and the file's bytes do.
QByteArray textOf(const EditedTexts::Entry &entry, QByteArrayView bytes) {
    const QByteArrayView text = entry.now(bytes);
    return QByteArray::fromRawData(text.data(), text.size());
}

/// Splices for the elements of one array. Commas belong to the gaps between elements, and gaps hold nothing
/// but one comma and blanks, so whatever stands beside an element is found by looking around it.
class ArraySplices {
public:
    ArraySplices(QByteArrayView bytes, ByteRange array, EventList list)
        : m_text(bytes), m_array(array), m_list(list) {}

    std::vector<Splice> make(const VersionedMap<EditedTexts::Entry> &entries) {
        entries.forEach([this](EventIndex /*event*/, const EditedTexts::Entry &entry) {
            const bool isFromHere = !entry.inFile().isEmpty() && m_array.contains(entry.inFile().begin);
            if (isFromHere) {
                if (isGone(entry) || entry.textInFile(m_text.bytes()) != entry.now(m_text.bytes())) {
                    m_old.push_back(&entry);
                }
            } else if (!isGone(entry)) {
                m_new.push_back(&entry);
            }
        });
        std::ranges::sort(m_old, {}, [](const auto *entry) { return entry->inFile().begin; });
        std::ranges::stable_sort(m_new, {}, [](const auto *entry) { return entry->after(); });
        changeFront();
        for (; m_oldAt < m_old.size(); ++m_oldAt) {
            const EditedTexts::Entry &entry = *m_old[m_oldAt];
            if (isGone(entry)) {
                m_changes.push_back({{endBefore(entry.inFile().begin), entry.inFile().end}, {}});
            } else {
                m_changes.push_back({entry.inFile(), textOf(entry)});
            }
        }
        for (; m_newAt < m_new.size(); ++m_newAt) {
            const qint64 at = m_new[m_newAt]->after();
            m_changes.push_back({{at, at}, separatorAt(at) + textOf(*m_new[m_newAt])});
        }
        // What is put in at a place goes before what is taken out from there on.
        std::ranges::stable_sort(m_changes, {}, [](const Splice &change) {
            return std::pair(change.range.begin, change.range.end);
        });
        return std::move(m_changes);
    }

private:
    QByteArray textOf(const EditedTexts::Entry &entry) const {
        return timeline::textOf(entry, m_text.bytes());
    }
    /// Deleted, or it belongs to the other list.
    bool isGone(const EditedTexts::Entry &entry) const {
        return entry.text.isEmpty() || entry.list() != m_list;
    }

    /// What is deleted at the array's beginning, and what comes before the first element that stays: there
    /// the comma stands behind, not before.
    void changeFront() {
        const qint64 first = m_text.skipBlanks(m_array.begin + 1);
        const qint64 close = m_array.end - 1;
        qint64 stays = first; // where the first element that stays begins, or the array's end
        qint64 lastEnd = first;
        while (m_oldAt < m_old.size() && isGone(*m_old[m_oldAt]) && m_old[m_oldAt]->inFile().begin == stays) {
            lastEnd = m_old[m_oldAt++]->inFile().end;
            stays = beginAfter(lastEnd);
        }
        const bool anyStays = stays < close;
        QByteArrayList texts;
        while (m_newAt < m_new.size() && (m_new[m_newAt]->after() <= stays || !anyStays)) {
            texts += textOf(*m_new[m_newAt++]);
        }
        if (texts.isEmpty() && stays == first) {
            return;
        }
        if (texts.isEmpty()) {
            m_changes.push_back(
                {anyStays ? ByteRange{first, stays} : ByteRange{m_array.begin + 1, close}, {}});
        } else if (anyStays) {
            const QByteArray separator = separatorAt(m_array.begin + 1);
            m_changes.push_back({{first, stays}, texts.join(separator) + separator});
        } else if (first < close) {
            m_changes.push_back({{first, lastEnd}, texts.join(separatorAt(m_array.begin + 1))});
        } else {
            const QByteArray indentation = lineIndentation();
            const QByteArray inner =
                indentation.isEmpty() ? QByteArray() : indentation + indentUnit(indentation);
            m_changes.push_back({{m_array.begin + 1, close},
                                 inner + texts.join(inner.isEmpty() ? ", " : "," + inner) + indentation});
        }
    }

    /// The line end and the blanks that the line of the array begins with; nothing where all is on one line.
    QByteArray lineIndentation() const {
        const QByteArrayView before = m_text.bytes().first(m_array.begin);
        const qsizetype line = std::max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
        if (line < 0) {
            return {};
        }
        const qsizetype begin =
            line > 0 && before[line] == '\n' && before[line - 1] == '\r' ? line - 1 : line;
        return m_text.raw({begin, m_text.skipBlanks(line)}).toByteArray();
    }
    /// A key of the file is one step in, and elements of its list are another.
    static QByteArray indentUnit(const QByteArray &indentation) {
        return indentation.sliced(std::max(indentation.lastIndexOf('\n'), indentation.lastIndexOf('\r')) + 1);
    }

    /// What parts two elements around a place: the gap after it, else that before the element that ends
    /// there.
    QByteArray separatorAt(qint64 end) const {
        if (end == m_array.begin + 1) {
            const qint64 first = m_text.skipBlanks(end);
            end = m_text.valueAt(first).range.end;
        }
        if (const qint64 next = beginAfter(end); next < m_array.end - 1) {
            return m_text.raw({end, next}).toByteArray();
        }
        // Of the last element the gap before it: back from the array's second element on.
        qint64 gapEnd = 0;
        if (const auto found = gapBeforeLast(end)) {
            gapEnd = found->end;
            return m_text.raw({found->begin, gapEnd}).toByteArray();
        }
        const QByteArray open =
            m_text.raw({m_array.begin + 1, m_text.skipBlanks(m_array.begin + 1)}).toByteArray();
        return "," + (open.isEmpty() && hasBlankAfterColon() ? QByteArray(" ") : open);
    }
    std::optional<ByteRange> gapBeforeLast(qint64 end) const {
        for (const EditedTexts::Entry *entry : m_old) {
            if (entry->inFile().end == end) {
                return gapBefore(entry->inFile().begin);
            }
        }
        // Not an edited one: step through the array's first elements instead.
        const qint64 first = m_text.valueAt(m_array.begin + 1).range.end;
        const qint64 second = beginAfter(first);
        return second < m_array.end - 1 ? std::optional(ByteRange{first, second}) : std::nullopt;
    }
    std::optional<ByteRange> gapBefore(qint64 begin) const {
        const qint64 end = endBefore(begin);
        return end > m_array.begin + 1 ? std::optional(ByteRange{end, begin}) : std::nullopt;
    }
    bool hasBlankAfterColon() const {
        const QByteArrayView start =
            m_text.bytes().sliced(m_array.begin).first(std::min<qint64>(200, m_array.size()));
        return start.contains("\": ");
    }

    /// Where the element before the gap ends that ends at `begin`; the array's beginning without one.
    qint64 endBefore(qint64 begin) const {
        const QByteArrayView bytes = m_text.bytes();
        const auto isGap = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ','; };
        while (begin > m_array.begin + 1 && isGap(bytes[begin - 1])) {
            --begin;
        }
        return begin;
    }
    /// Where the element after the gap begins that begins at `end`; where the array closes without one.
    qint64 beginAfter(qint64 end) const {
        const qint64 at = m_text.skipBlanks(end);
        return m_text.bytes()[at] == ',' ? m_text.skipBlanks(at + 1) : at;
    }

    JsonText m_text;
    ByteRange m_array;
    EventList m_list;
    std::vector<const EditedTexts::Entry *> m_old, m_new;
    std::size_t m_oldAt = 0;
    std::size_t m_newAt = 0;
    std::vector<Splice> m_changes;
};

/// Splices that put a head around the lists of a file.
std::vector<Splice> aroundLists(const QByteArray &head, QByteArrayView bytes, const EventLists &lists) {
    EventLists inHead = eventListsIn(head);
    inHead.undated = lists.undated.isEmpty() ? ByteRange() : inHead.undated;
    const std::vector<ByteRange> from = inHead.inOrder();
    const std::vector<ByteRange> to = lists.inOrder();
    Q_ASSERT(from.size() == to.size());
    std::vector<Splice> around;
    ByteRange gap; // begins where a list ends in the head, ends where the same does in the file
    for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i) {
        around.push_back({{gap.end, to[i].begin}, head.sliced(gap.begin, from[i].begin - gap.begin)});
        gap = {from[i].end, to[i].end};
    }
    around.push_back({{gap.end, bytes.size()}, head.sliced(gap.begin)});
    return around;
}

} // namespace

std::optional<EventIndex> EditedTexts::next(EventIndex from) const {
    const auto *found = m_entries.from(from);
    return found == nullptr ? std::nullopt : std::optional(found->key);
}

void EditedTexts::adopt(EventIndex event, const Entry &entry) {
    m_adopted.at(static_cast<std::uint32_t>(entry.inFile().begin)).push_back(event);
    set(event, entry);
}

std::optional<EventIndex> EditedTexts::adopted(ByteRange inFile) const {
    const std::vector<EventIndex> *events = m_adopted.find(static_cast<std::uint32_t>(inFile.begin));
    for (const EventIndex event : events != nullptr ? *events : std::vector<EventIndex>()) {
        if (const Entry *entry = find(event); entry != nullptr && entry->inFile() == inFile) {
            return event;
        }
    }
    return std::nullopt;
}

/// What is to stand in a list of undated events that the file has not got, in the order of their numbers.
QByteArrayList EditedTexts::newUndated(const EventLists &lists) const {
    QByteArrayList texts;
    m_entries.forEach([&](EventIndex /*event*/, const Entry &entry) {
        if (entry.list() == EventList::Undated && !entry.text.isEmpty() && lists.undated.isEmpty()) {
            texts += QByteArray(entry.text.view().data(), entry.text.view().size());
        }
    });
    return texts;
}

std::vector<Splice> EditedTexts::changes(QByteArrayView bytes, const EventLists &lists) const {
    std::vector<Splice> changes = ArraySplices(bytes, lists.events, EventList::Events).make(m_entries);
    const auto add = [&changes](std::vector<Splice> more) {
        std::ranges::move(more, std::back_inserter(changes));
    };
    if (!lists.undated.isEmpty()) {
        add(ArraySplices(bytes, lists.undated, EventList::Undated).make(m_entries));
    }
    const QByteArrayList undated = newUndated(lists);
    if (m_head) {
        QByteArray head = *m_head;
        if (!undated.isEmpty()) {
            const Splice list = timeline::newUndated(head, eventListsIn(head), undated);
            head.replace(list.range.begin, list.range.size(), list.text);
        }
        add(aroundLists(head, bytes, lists));
    } else if (!undated.isEmpty()) {
        add({timeline::newUndated(bytes, lists, undated)});
    }
    std::ranges::stable_sort(
        changes, {}, [](const Splice &change) { return std::pair(change.range.begin, change.range.end); });
    return changes;
}

} // namespace timeline
