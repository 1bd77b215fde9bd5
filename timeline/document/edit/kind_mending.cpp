// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/kind_mending.h"

#include "document/bytes/visible_text.h"
#include "document/edit/declare.h"
#include "document/edit/meant_value.h"
#include "document/edit/menders.h"
#include "document/format/event_fields.h"
#include "document/format/event_words.h"
#include "document/format/field_reader.h"
#include "document/format/record_fields.h"

#include <QCoreApplication>
#include <QJsonValue>
#include <QSet>
#include <array>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

/// What can be done about a kind.
enum class Way : std::uint8_t {
    None,
    Name,
    Status,
    Hidden,
    LookAlike,
    Key,
    Id,
    Ends,
    Date,
    Years,
    Share,
    Number,
    Text,
    List
};

Way wayOf(const FindingKind &kind) {
    switch (kind.code) {
    case FindingCode::UndeclaredCategory:
    case FindingCode::UndeclaredSource:
        return Way::Name;
    case FindingCode::OwnStatus:
        return Way::Status;
    case FindingCode::HiddenCharacter:
        return Way::Hidden;
    case FindingCode::EndBlank:
    case FindingCode::NoWidth:
    case FindingCode::NoBreakSpace:
        return Way::LookAlike;
    case FindingCode::RepeatedKey:
        return Way::Key;
    case FindingCode::RepeatedId:
        return Way::Id;
    case FindingCode::EndBeforeStart:
        return Way::Ends;
    case FindingCode::YearAndNext:
        return Way::Years;
    case FindingCode::NoDate:
    case FindingCode::UnusedDate:
        return Way::Date;
    case FindingCode::WrongValue:
    case FindingCode::UnusedValue:
        break;
    default:
        return Way::None;
    }
    const QByteArray expected = kind.arguments.value(2).toUtf8();
    const EventField field = eventField(kind.arguments.value(0).toStdString());
    if (kindOf(field) == FieldKind::Date) {
        return Way::Date;
    }
    if (kind.code == FindingCode::WrongValue) { // in the head, where each has its form
        return Way::None;
    }
    return expected == FieldReader::aShare                                       ? Way::Share
           : expected == FieldReader::aNumber                                    ? Way::Number
           : expected == FieldReader::aString || expected == FieldReader::aTitle ? Way::Text
           : expected == FieldReader::anArray && isStringList(field)             ? Way::List
                                                                                 : Way::None;
}

/// Whether nothing of this kind is left in a text that can be shown.
MendCheck isWithout(const std::shared_ptr<const Document> &document, const FindingKind &kind) {
    return [document, kind](const MendPlace &place, const QByteArray &text) {
        const EventList list = document->listFor(place.event, text);
        const JsonText json(text);
        FindingSink sink;
        const bool isShown = EventReader(json, &sink, list).read(json.valueAt(0)).isShown;
        return isShown && std::ranges::none_of(sink.findings(), [&kind](const Finding &finding) {
                   return FindingKind::of(finding) == kind;
               });
    };
}

/// Finds the ways to mend the findings of one kind.
class KindMends {
    Q_DECLARE_TR_FUNCTIONS(timeline::KindMends)

public:
    KindMends(const std::shared_ptr<const Document> &document, const FindingGroup &group,
              const std::stop_token &stop)
        : m_document(document), m_kind(group.kind), m_stop(stop),
          m_places(std::make_shared<const std::vector<MendPlace>>(placesOf(*document, group, stop))) {}

    std::vector<KindMend> find() {
        switch (wayOf(m_kind)) {
        case Way::None:
            break;
        case Way::Name:
            offerNames();
            break;
        case Way::Status:
            offer(
                tr("Write them as the format does"),
                tr("A status that is a known word in another case, with blanks or with a slip of the keys is "
                   "written as that word. Words of the file's own stay."),
                menders::knownStatus());
            break;
        case Way::Hidden:
            offer(tr("Take the characters out"),
                  tr("Characters that cannot be seen and turn or hide text are taken out. A line break or a "
                     "tab becomes a blank."),
                  menders::seenCharacters());
            break;
        case Way::LookAlike:
            offer(tr("Take the characters out"),
                  tr("Blanks at the ends and characters that take no room are taken out, where their script "
                     "has no use for them. Between words one common blank stays."),
                  menders::plainCharacters());
            break;
        case Way::Key:
            offer(tr("Take the second away"),
                  tr("What stands behind the key for the second time has never been used and is taken out "
                     "of the file. The first stays."),
                  menders::firstKey());
            break;
        case Way::Id:
            offerIds();
            break;
        case Way::Ends:
            offer(tr("Swap start and end"), tr("What is the start becomes the end, and the end the start."),
                  menders::swappedEnds(), isWithout(m_document, m_kind));
            break;
        case Way::Date:
            offer(tr("Write them as dates"),
                  tr("Dates that can be read in one way alone are written so that they are understood; an "
                     "interval that ends before it begins is turned round. Others stay."),
                  menders::date(), isWithout(m_document, m_kind));
            break;
        case Way::Years:
            offer(tr("Write them as two years"),
                  tr("Each becomes an interval of both years: 1920-21 becomes 1920/1921. Starts and ends "
                     "stay."),
                  menders::yearsAndNext());
            break;
        case Way::Share:
            offerShares();
            break;
        case Way::Number:
            offer(tr("Write them as numbers"), tr("Texts that are a number lose their quotes."),
                  menders::number());
            break;
        case Way::Text:
            offer(tr("Write them as text"), tr("Numbers get quotes, and stay as they are written."),
                  menders::text());
            break;
        case Way::List:
            offer(
                tr("Make each a list"),
                tr("Each value becomes the one element of a list. Texts with a comma or a semicolon stay, as "
                   "they may be several."),
                menders::list());
            break;
        }
        return m_stop.stop_requested() ? std::vector<KindMend>() : std::move(m_mends);
    }

private:
    using Places = std::shared_ptr<const std::vector<MendPlace>>;

    /// `edited` are the places that change with it, where those are more than have findings.
    void offer(const QString &title, const QString &told, const Mender &mender, const MendCheck &check = {},
               const Places &edited = {}) {
        const Mending::Survey survey = Mending(m_document, m_places, mender, check).survey(m_stop);
        if (survey.count == 0) {
            return;
        }
        const auto mending =
            std::make_shared<const Mending>(m_document, edited ? edited : m_places, mender, check);
        m_mends.push_back({title, told, survey.count, survey.samples,
                           [mending](const std::stop_token &stop) { return mending->edit(stop); }});
    }

    void offerShares() {
        double largest = 0;
        for (std::size_t i = 0; i < m_places->size() && !m_stop.stop_requested(); ++i) {
            const JsonText text(m_document->eventText((*m_places)[i].event));
            const auto found = valueAround(text, (*m_places)[i].at);
            const QByteArrayView raw = found ? text.raw(found->value.range) : QByteArrayView();
            const auto number = finiteNumber({raw.data(), static_cast<std::size_t>(raw.size())});
            largest = std::max(largest, number.value_or(0));
        }
        const auto [whole, areShares] = wholeOnes();
        std::vector<MendPlace> all = *m_places;
        all.insert(all.end(), whole.begin(), whole.end());
        std::ranges::stable_sort(all, {}, [](const MendPlace &place) { return place.event; });
        const auto edited = std::make_shared<const std::vector<MendPlace>>(std::move(all));
        const QString others =
            areShares ? tr("Those from 0 to 1 stay as they are.")
            : whole.empty()
                ? QString()
                : tr("%Ln events with an importance of 1 are on the same scale, and are divided, too.",
                     nullptr, static_cast<int>(whole.size()));
        const auto divide = [&](double by, const QString &title) {
            offer(title,
                  (tr("What is from 0 to %1 becomes a share of %1.")
                       .arg(QString::fromLatin1(menders::numberJson(by))) +
                   u' ' + others)
                      .trimmed(),
                  menders::divided(by), {}, edited);
        };
        constexpr std::array<double, 3> scales = {5, 10, 100};
        bool isLargestOffered = largest <= 1;
        for (const double scale : scales) {
            if (largest > 1 && largest <= scale) {
                divide(scale, tr("Divide by %1").arg(scale));
                isLargestOffered = isLargestOffered || largest == scale;
            }
        }
        if (!isLargestOffered) {
            divide(largest,
                   tr("Divide by %1, the largest").arg(QString::fromLatin1(menders::numberJson(largest))));
        }
        offer(tr("Make them 0 or 1"), tr("What is below 0 becomes 0, what is above 1 becomes 1."),
              menders::limited());
    }

    /// Those that have just 1, which means the most where others go from 0 to 1, and little where they go to
    /// 10; and whether there are such others.
    std::pair<std::vector<MendPlace>, bool> wholeOnes() const {
        const Document &document = *m_document;
        constexpr std::uint8_t one = 255;
        const std::uint8_t usual = importanceByte(0.5F); // of those that say nothing, too
        std::vector<MendPlace> ones;
        for (EventIndex event = 0; event < document.eventCount() && !m_stop.stop_requested(); ++event) {
            const std::uint8_t byte = document.importanceByte(event);
            if (document.isDeleted(event) || byte == usual || byte == 0) {
                continue;
            }
            if (byte != one) {
                return {{}, true};
            }
            const JsonText text(document.eventText(event));
            if (const auto member = findMember(text, text.valueAt(0), "importance")) {
                ones.push_back({event, member->value.range.begin});
            }
        }
        return {ones, false};
    }

    /// The names that findings are about, each once, in their order.
    QStringList names() const {
        QStringList names;
        QSet<QString> known;
        for (std::size_t i = 0; i < m_places->size() && !m_stop.stop_requested(); ++i) {
            const JsonText text(m_document->eventText((*m_places)[i].event));
            const auto found = valueAround(text, (*m_places)[i].at);
            const QString name = found && found->value.isName() ? text.string(found->value.range) : QString();
            if (!name.isEmpty() && !known.contains(name)) {
                known.insert(name);
                names += name;
            }
        }
        return names;
    }

    void offerNames() {
        const bool areSources = m_kind.code == FindingCode::UndeclaredSource;
        QHash<QString, QString> alike; // the one declared id, by its folded name or title; empty: several
        const auto add = [&alike](const QString &id, const QString &title) {
            for (const QString &name : {foldedName(id), foldedName(title)}) {
                const auto known = alike.constFind(name);
                alike.insert(name, known == alike.cend() || *known == id ? id : QString());
            }
        };
        if (areSources) {
            for (const Source &source : m_document->sources()) {
                add(source.id, source.title);
            }
        } else {
            for (const Category &category : m_document->categories()) {
                if (category.declared) {
                    add(category.id, category.title);
                }
            }
        }
        alike.removeIf([](auto one) { return one.value().isEmpty(); });
        offer(tr("Use the declared ones"),
              areSources
                  ? tr("Names that differ from the id or title of a declared source in case and blanks alone "
                       "become its id. Others stay.")
                  : tr("Names that differ from the id or title of a declared category in case and blanks "
                       "alone become its id. Others stay."),
              menders::renamed(alike));
        offerDeclaration(areSources ? u"sources"_s : u"categories"_s, names());
    }

    /// The list of the head with these at its end, their ids as titles.
    void offerDeclaration(const QString &list, const QStringList &ids) {
        const bool areTooMany =
            list == "categories"_L1 &&
            m_document->categories().size() + static_cast<std::size_t>(ids.size()) > noCategory;
        const EditedText after = withDeclared(m_document->head(), list, ids);
        if (ids.isEmpty() || areTooMany || !after) {
            return;
        }
        constexpr qsizetype mostNamed = 12;
        QStringList named;
        for (const QString &id : ids.first(std::min(ids.size(), mostNamed))) {
            named += quoted(id);
        }
        if (ids.size() > mostNamed) {
            named += u"…"_s;
        }
        const int count = static_cast<int>(ids.size());
        const QString told =
            list == "sources"_L1
                ? tr("%Ln sources come into the list of the file, with their ids as titles:", nullptr, count)
                : tr("%Ln categories come into the list of the file, with their ids as titles:", nullptr,
                     count);
        m_mends.push_back({tr("Declare them"),
                           told + u' ' + named.join(", "_L1),
                           m_places->size(),
                           {},
                           [head = *after](const std::stop_token &) {
                               return DocumentEdit{{}, head};
                           }});
    }

    void offerIds() {
        std::vector<QByteArray> free(m_places->size());
        QHash<QString, int> next; // how many numbers were tried, from 2 on
        QSet<QString> taken;
        for (std::size_t i = 0; i < free.size() && !m_stop.stop_requested(); ++i) {
            const JsonText text(m_document->eventText((*m_places)[i].event));
            const auto found = valueAround(text, (*m_places)[i].at);
            if (!found || !found->value.isName()) {
                continue;
            }
            const QString id = text.string(found->value.range);
            QString candidate;
            for (int &number = next[id]; candidate.isEmpty(); ++number) {
                const QString tried = u"%1-%2"_s.arg(id).arg(number + 2);
                const bool isTaken = taken.contains(tried) || m_document->findEvent(tried);
                candidate = isTaken ? QString() : tried;
            }
            taken.insert(candidate);
            free[i] = writeJson(QJsonValue(candidate), {}, formatKeys());
        }
        offer(
            tr("Give the later ones ids of their own"),
            tr("All but the first event of an id get a number behind it. Links lead to the first as before."),
            menders::replaced(std::move(free)));
    }

    const std::shared_ptr<const Document> &m_document;
    const FindingKind &m_kind;
    const std::stop_token &m_stop;
    Places m_places;
    std::vector<KindMend> m_mends;
};

} // namespace

bool mayBeMended(const FindingKind &kind) {
    return wayOf(kind) != Way::None;
}

std::vector<KindMend> mendsOf(const std::shared_ptr<const Document> &document, const FindingGroup &group,
                              const std::stop_token &stop) {
    return KindMends(document, group, stop).find();
}

} // namespace timeline
