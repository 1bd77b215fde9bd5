// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forms/known_words.h"

#include "app/fields/choice_box.h"
#include "document/store/event_status.h"
#include "widgets/workspace/workspace.h"

#include <QSet>
#include <algorithm>

namespace timeloom {

using namespace timeline;

namespace {

/// Of so many events they are read in a moment; who has more has met them there.
constexpr EventIndex mostRead = 20'000;

QStringList sorted(const QSet<QString> &words) {
    QStringList list(words.cbegin(), words.cend());
    list.sort(); // so that those which differ in case alone have one order, too
    std::ranges::stable_sort(
        list, [](const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) < 0; });
    return list;
}

KnownCategories::List named(const Document &document, const std::vector<CategoryIndex> &categories) {
    KnownCategories::List list;
    for (const CategoryIndex category : categories) {
        list.emplace_back(document.categories()[category].id, categoryTitle(document, category));
    }
    return list;
}

} // namespace

KnownCategories::List KnownCategories::all(const Document &document) {
    return named(document, document.presentCategories());
}

KnownCategories::KnownCategories(const Workspace &workspace, const QString &own) {
    const Document document = *workspace.document();
    std::vector<CategoryIndex> categories = document.presentCategories();
    if (const std::size_t count = categories.size(); count > ChoiceBox::mostListed) {
        more = tr("All %Ln categories…", nullptr, static_cast<int>(count));
        const auto rank = [&](CategoryIndex category) {
            return std::pair(workspace.categoryCounts().of(category), ~category);
        };
        const auto isOwn = [&](CategoryIndex category) { return document.categories()[category].id == own; };
        const auto rest = std::partition(categories.begin(), categories.end(), isOwn);
        std::ranges::nth_element(rest, categories.begin() + ChoiceBox::mostListed, categories.end(),
                                 std::ranges::greater(), rank);
        categories.resize(ChoiceBox::mostListed);
        std::ranges::sort(categories);
    }
    listed = named(document, categories);
}

void KnownCategories::addTo(ChoiceBox &box, const Workspace &workspace, const QString &own) {
    const KnownCategories known(workspace, own);
    for (const auto &[id, title] : known.listed) {
        if (!id.isEmpty()) {
            box.addItem(title, id);
        }
    }
    if (!known.more.isEmpty()) {
        box.addSearch(known.more, [&workspace] {
            List list = all(*workspace.document());
            std::erase_if(list, [](const List::value_type &each) { return each.first.isEmpty(); });
            return list;
        });
    }
}

QStringList knownTags(const Document &document) {
    QSet<QString> tags;
    for (EventIndex event = 0; event < std::min(document.eventCount(), mostRead); ++event) {
        if (!document.isDeleted(event)) {
            for (const QString &tag : document.details(event).tags) {
                tags.insert(tag);
            }
        }
    }
    return sorted(tags);
}

QStringList knownStatuses(const Document &document) {
    constexpr qsizetype mostOffered = 50;
    QSet<QString> words;
    for (EventIndex event = 0;
         event < std::min(document.eventCount(), mostRead) && words.size() < mostOffered; ++event) {
        if (!document.isDeleted(event) && document.status(event) == Status::Own) {
            words.insert(statusWord(document, event));
        }
    }
    return sorted(words);
}

} // namespace timeloom
