// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/file_facts.h"

#include "document/search/inline_sources.h"
#include "document/store/event_status.h"

#include <QHash>
#include <algorithm>
#include <map>

namespace timeloom {

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

constexpr EventIndex mostDecoded = 50'000; // events whose sources are counted
constexpr std::size_t mostWords = 8;       // of the file's own that have a row each

/// What makes two sources one.
QString keyOf(const Source &source) {
    return source.id.isEmpty() ? source.title + QChar(u'\n') + source.url : source.id;
}

/// The keys of an event's sources, each once.
QStringList sourceKeys(const Document &document, EventIndex event) {
    const EventDetails details = document.details(event, bit(EventField::Sources));
    QStringList keys;
    for (qsizetype i = 0; i < details.sources.size(); ++i) {
        const Source *own = inlineSource(details, i);
        const Source *declared = own != nullptr ? declaredAs(document, *own) : nullptr;
        keys += declared != nullptr ? keyOf(*declared) : own != nullptr ? keyOf(*own) : details.sources[i];
    }
    keys.removeDuplicates();
    return keys;
}

void countStatuses(FileFacts &facts, const Document &document, const std::stop_token &stop) {
    std::array<EventIndex, statusCount> counts{};
    std::map<QString, EventIndex> words;
    EventIndex otherWords = 0;
    for (EventIndex event = 0; event < document.eventCount() && !stop.stop_requested(); ++event) {
        if (document.isDeleted(event)) {
            continue;
        }
        const Status status = document.status(event);
        ++counts.at(static_cast<std::size_t>(status));
        if (status == Status::Own) {
            const bool isRead = counts.back() <= mostDecoded;
            const QString word = isRead ? statusWord(document, event) : QString();
            if (isRead && (words.contains(word) || words.size() < mostWords)) {
                ++words[word];
            } else {
                ++otherWords;
            }
        }
        if (const Span span = document.span(event); !span.isNever()) {
            ++facts.exact.at(static_cast<std::size_t>(exactnessOf(span)));
        }
    }
    for (std::size_t i = 0; i < namedStatusCount; ++i) {
        if (counts.at(i) > 0) {
            facts.statuses.push_back({static_cast<Status>(i), {}, counts.at(i)});
        }
    }
    for (const auto &[word, events] : words) {
        facts.statuses.push_back({Status::Own, word, events});
    }
    if (otherWords > 0) {
        facts.statuses.push_back({Status::Own, {}, otherWords});
    }
}

} // namespace

FileFacts factsOf(const Document &document, const std::stop_token &stop) {
    FileFacts facts;
    countStatuses(facts, document, stop);
    const bool areCounted = document.eventCount() <= mostDecoded;
    QHash<QString, EventIndex> counts;
    for (EventIndex event = 0; areCounted && event < document.eventCount() && !stop.stop_requested();
         ++event) {
        if (!document.isDeleted(event)) {
            for (const QString &key : sourceKeys(document, event)) {
                ++counts[key];
            }
        }
    }
    const std::vector<Source> inEvents =
        areCounted && !stop.stop_requested() ? inlineSourcesOf(document) : std::vector<Source>();
    facts.sourceCount = document.sources().size() + inEvents.size();
    for (const std::vector<Source> *some : {&document.sources(), &inEvents}) {
        for (const Source &source : *some) {
            if (facts.sources.size() == FileFacts::mostSources) {
                break;
            }
            facts.sources.push_back(
                {source, areCounted ? std::optional(counts.value(keyOf(source))) : std::nullopt});
        }
    }
    return facts;
}

namespace {

QUrl address(const QString &scheme, const QString &path) {
    return {scheme + u':' + QString::fromLatin1(QUrl::toPercentEncoding(path)), QUrl::StrictMode};
}

QString pathOf(const QUrl &address) {
    return QUrl::fromPercentEncoding(address.path(QUrl::FullyEncoded).toLatin1());
}

} // namespace

QUrl addressOf(const FileFacts::OfStatus &status) {
    return address(u"status"_s, status.status == Status::Own ? u"own/"_s + status.word
                                                             : timeline::toString(status.status));
}

QUrl addressOf(Exactness exactness) {
    return address(u"exact"_s, QString::number(static_cast<int>(exactness)));
}

QUrl addressOf(const Source &source) {
    return address(u"source"_s, keyOf(source));
}

QBitArray eventsOf(const Document &document, const QUrl &address, const std::stop_token &stop) {
    const QString scheme = address.scheme();
    const QString path = pathOf(address);
    std::function<bool(EventIndex)> isMeant;
    if (scheme == u"status"_s && path.startsWith(u"own/"_s)) {
        isMeant = [&document, word = path.sliced(4)](EventIndex event) {
            return document.status(event) == Status::Own &&
                   (word.isEmpty() || statusWord(document, event) == word);
        };
    } else if (const auto status = statusFromString(path); scheme == u"status"_s && status) {
        isMeant = [&document, status](EventIndex event) { return document.status(event) == *status; };
    } else if (bool isNumber = false;
               scheme == u"exact"_s && path.toUInt(&isNumber) < exactnessCount && isNumber) {
        isMeant = [&document, exactness = static_cast<Exactness>(path.toUInt())](EventIndex event) {
            return !document.isUndated(event) && exactnessOf(document.span(event)) == exactness;
        };
    } else if (scheme == u"source"_s) {
        isMeant = [&document, path](EventIndex event) { return sourceKeys(document, event).contains(path); };
    } else {
        return {};
    }
    QBitArray events(static_cast<qsizetype>(document.eventCount()));
    for (EventIndex event = 0; event < document.eventCount() && !stop.stop_requested(); ++event) {
        if (!document.isDeleted(event) && isMeant(event)) {
            events.setBit(static_cast<qsizetype>(event));
        }
    }
    return events;
}

QString queryFor(const QUrl &address) {
    const QString scheme = address.scheme();
    QString value = pathOf(address);
    const bool isOwn = scheme == u"status"_s && value.startsWith(u"own/"_s);
    value = isOwn ? value.sliced(4) : value;
    const bool hasQuery = (scheme == u"status"_s || scheme == u"source"_s) && !value.isEmpty() &&
                          !value.contains(u'"') && !value.contains(u'\n');
    const bool needsQuotes = std::ranges::any_of(value, [](QChar c) { return c.isSpace(); });
    return !hasQuery ? QString() : needsQuotes ? u"%1:\"%2\""_s.arg(scheme, value) : scheme + u':' + value;
}

} // namespace timeloom
