// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands around the events, edited, and what that means for the events.

#include "document/bytes/line_index.h"
#include "document/bytes/visible_text.h"
#include "document/format/duplicate_keys.h"
#include "document/read/file_reader.h"
#include "document/read/references.h"
#include "document/search/text_search.h"

#include <QSet>
#include <algorithm>
#include <iterator>
#include <tuple>

namespace timeline {

namespace {

/// The ids that the events of a document can name without a finding.
QSet<QString> declaredCategories(const Document &document) {
    QSet<QString> ids;
    for (const Category &category : document.categories()) {
        if (category.declared || !document.declaresCategories()) {
            ids.insert(category.id);
        }
    }
    return ids;
}

QSet<QString> declaredSources(const Document &document) {
    QSet<QString> ids;
    for (const Source &source : document.sources()) {
        ids.insert(source.id);
    }
    return ids;
}

} // namespace

QByteArray Document::head() const {
    return m_edited.head() ? *m_edited.head() : headInFile();
}

QByteArray Document::headInFile() const {
    return m_edited.headBefore() ? *m_edited.headBefore() : headOf(m_bytes.view(), m_lists);
}

/// Takes another head, and gives the events that may have something else wrong by it.
std::vector<EventIndex> Document::takeEditedHead(const QByteArray &text) {
    const auto categories = declaredCategories(*this);
    const auto sources = declaredSources(*this);
    replaceHead(text);
    return recheckNames(categories, sources);
}

/// The file declares other categories and sources than before: takes away what was found wrong with names
/// that it declares now, and gives the events that use those that it does not declare any more.
std::vector<EventIndex> Document::recheckNames(const QSet<QString> &categories,
                                               const QSet<QString> &sources) {
    const auto categoriesNow = declaredCategories(*this);
    const auto sourcesNow = declaredSources(*this);
    const auto forgive = [this](FindingCode code, const QSet<QString> &declared) {
        QSet<QString> mended;
        for (const QString &id : declared) {
            mended.insert(quoted(id));
        }
        if (!mended.isEmpty()) {
            m_findings.eraseOfEvents(code, mended);
        }
    };
    forgive(FindingCode::UndeclaredCategory, categoriesNow - categories);
    forgive(FindingCode::UndeclaredSource, sourcesNow - sources);
    std::vector<EventIndex> events;
    std::vector<bool> isLost;
    for (const Category &category : DocumentHead::categories()) {
        isLost.push_back(!category.id.isEmpty() && categories.contains(category.id) &&
                         !categoriesNow.contains(category.id));
    }
    const bool isAnyLost = std::ranges::count(isLost, true) > 0;
    for (EventIndex event = 0; isAnyLost && event < eventCount(); ++event) {
        if (!isDeleted(event) && isLost[category(event)]) {
            events.push_back(event);
        }
    }
    const QSet<QString> lostSources = sources - sourcesNow;
    std::vector<std::uint8_t> found(lostSources.isEmpty() ? 0 : eventCount());
    for (const QString &id : lostSources) {
        TextSearch(*this, id, TextSearch::Where::Source).search(0, found, {});
        for (EventIndex event = 0; event < eventCount(); ++event) {
            if (found[event] != 0) {
                events.push_back(event);
            }
        }
    }
    return events;
}

/// The number of a category in the columns; makes a category where there is none of that name.
CategoryIndex Document::columnCategory(const QString &id) {
    const CategoryIndex index = needCategory(id);
    if (m_categoryNumbers.empty()) {
        m_categoryNumbers.push_back(noCategory);
        m_categoryCounts.push_back(0);
    }
    if (id.isEmpty()) {
        m_categoryNumbers.back() = index;
        return noCategory;
    }
    const auto last = std::prev(m_categoryNumbers.end());
    auto number = std::find(m_categoryNumbers.begin(), last, index);
    if (number == last) {
        m_categoryCounts.insert(m_categoryCounts.end() - 1, 0);
        number = m_categoryNumbers.insert(last, index);
    }
    return static_cast<CategoryIndex>(number - m_categoryNumbers.begin());
}

void Document::replaceHead(const QByteArray &text) {
    const DocumentHead headBefore = *this;
    const std::vector<Category> &before = headBefore.categories();
    const std::vector<bool> wereUsed = categoriesInUse();
    if (!m_bytes.isOwn()) {
        m_edited.keepHead(head());
    }
    const bool isInFile = headInFile() == text;
    m_edited.setHead(isInFile ? std::nullopt : std::optional(text));
    const JsonText json(text);
    FindingSink sink;
    const JsonValue root = json.root();
    if (root.type == JsonType::Object) {
        reportDuplicateKeys(json, root, sink);
    }
    warnOfSurrogates(text, sink);
    takeHead(root.type == JsonType::Object ? FileReader(json, &sink).read(root) : FileHead());
    // Events know their categories by number: those of before that some event has come after the declared
    // ones, in the order that they had.
    std::vector<CategoryIndex> numberNow(before.size(), noCategory);
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (wereUsed[i]) {
            numberNow[i] = needCategory(before[i].id);
        }
    }
    for (CategoryIndex &number : m_categoryNumbers) {
        number = number == noCategory ? number : numberNow[number];
    }
    m_findings.eraseIf(
        [this](const FindingList::About &finding) { return !finding.event && !m_lists.at(finding.offset); });
    const EventLists inHead = eventListsIn(text);
    for (Finding finding : sink.findings()) {
        finding.offset = placeInFile(finding.offset, inHead, m_lists);
        m_findings.insert(finding);
    }
}

Finding Document::located(Finding finding) const {
    const bool isEdited =
        finding.event ? m_edited.find(*finding.event) != nullptr : m_edited.head().has_value();
    if (finding.line == 0 && !isEdited) {
        std::tie(finding.line, finding.column) = LineIndex::Sweep(m_lines.of(bytes()))(finding.offset);
    }
    return finding;
}

} // namespace timeline
