// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/finding_kind.h"

#include "document/format/finding_chunk.h"

#include <QCoreApplication>
#include <algorithm>
#include <unordered_map>

namespace timeline {

namespace {

struct KindWording {
    FindingCode code;
    /// %1 and so on are the finding's arguments; those that are named tell kinds apart. Null: the finding's
    /// own sentence, which has no arguments.
    const char *text;
};

constexpr std::array kindWordings{std::to_array<KindWording>({
    {FindingCode::NoUtf16, nullptr},
    {FindingCode::NulCharacter, nullptr},
    {FindingCode::NoUtf8, QT_TRANSLATE_NOOP("timeline::FindingKind", "bytes that are no UTF-8")},
    {FindingCode::EmptyFile, nullptr},
    {FindingCode::TooDeep, QT_TRANSLATE_NOOP("timeline::FindingKind", "values that are nested too deeply")},
    {FindingCode::UnexpectedToken,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "something that is no JSON in this place")},
    {FindingCode::TextAfterTheEnd,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "text after the end of the JSON value")},
    {FindingCode::UnendedString, QT_TRANSLATE_NOOP("timeline::FindingKind", "a string that never ends")},
    {FindingCode::BareCharacter,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "a control character within a string")},
    {FindingCode::BadCodeEscape, QT_TRANSLATE_NOOP("timeline::FindingKind", "\\u without its four digits")},
    {FindingCode::UnknownEscape, QT_TRANSLATE_NOOP("timeline::FindingKind", "an escape that JSON has not")},
    {FindingCode::NoEventsFile, QT_TRANSLATE_NOOP("timeline::FindingKind", "the file has no events")},
    {FindingCode::NoEvent,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "something else than an object stands among the events")},
    {FindingCode::LargeEvent, nullptr},
    {FindingCode::MissingKey, QT_TRANSLATE_NOOP("timeline::FindingKind", "%1 has no \"%2\"")},
    {FindingCode::WrongValue, QT_TRANSLATE_NOOP("timeline::FindingKind", "\"%1\" is not %3")},
    {FindingCode::NoDate, QT_TRANSLATE_NOOP("timeline::FindingKind", "\"%1\" cannot be read as a date")},
    {FindingCode::NoTitle, QT_TRANSLATE_NOOP("timeline::FindingKind", "this event has no \"title\"")},
    {FindingCode::IncompletePart, QT_TRANSLATE_NOOP("timeline::FindingKind", "%1 has no \"%2\"")},
    {FindingCode::UnusedValue, QT_TRANSLATE_NOOP("timeline::FindingKind", "\"%1\" is not %3")},
    {FindingCode::UnusedDate, QT_TRANSLATE_NOOP("timeline::FindingKind", "\"%1\" cannot be read as a date")},
    {FindingCode::DateBesideStart,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "this event has both \"date\" and \"%1\"")},
    {FindingCode::DateInUndated,
     QT_TRANSLATE_NOOP("timeline::FindingKind",
                       "\"%1\" stands in an event of the list of those without a date")},
    {FindingCode::EndWithoutStart,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "this event has \"end\" and no \"start\"")},
    {FindingCode::EndBeforeStart, QT_TRANSLATE_NOOP("timeline::FindingKind", "\"%1\" is before \"start\"")},
    {FindingCode::MaxBelowValue, QT_TRANSLATE_NOOP("timeline::FindingKind", "\"%1\" is below \"value\"")},
    {FindingCode::NoPoint,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "a point is something else than an array")},
    {FindingCode::PointOfSeveral,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "a point is not a date and a number")},
    {FindingCode::OwnStatus,
     QT_TRANSLATE_NOOP("timeline::FindingKind",
                       "\"status\" is a word of this file's own, which is drawn as claimed")},
    {FindingCode::YearAndNext,
     QT_TRANSLATE_NOOP("timeline::FindingKind",
                       "\"%1\" is a season or the like of one year, and looks like two years")},
    {FindingCode::HiddenCharacter,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "\"%1\" has control characters, which are not seen")},
    {FindingCode::EndBlank,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "\"%1\" begins or ends with a blank, which is not seen")},
    {FindingCode::NoWidth,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "\"%1\" has characters that take no room")},
    {FindingCode::NoBreakSpace,
     QT_TRANSLATE_NOOP("timeline::FindingKind",
                       "\"%1\" has other blanks than the common one, or several, between words")},
    {FindingCode::OtherAlphabet,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "\"%1\" has words that mix letters of two kinds")},
    {FindingCode::RefusedAddress,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "\"%1\" is an address that is never opened")},
    {FindingCode::HalfPair,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "an escape is half of a surrogate pair")},
    {FindingCode::RepeatedKey,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "a key occurs twice in an object; the first is used")},
    {FindingCode::OftenRepeatedKey,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "a key occurs many times in an object; the first is used")},
    {FindingCode::RepeatedHeadId,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "an id occurs twice in a list of the file")},
    {FindingCode::UndeclaredParent,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "\"parent\" is not declared in \"categories\"")},
    {FindingCode::ParentOfItself,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "\"parent\" is the category's own id")},
    {FindingCode::CircleOfParents,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "\"parent\" leads in a circle")},
    {FindingCode::TooManyDeclared,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "too many categories are declared")},
    {FindingCode::TooManyCategories,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "the events have too many categories")},
    {FindingCode::UndeclaredCategory,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "\"category\" is not declared in \"categories\"")},
    {FindingCode::UndeclaredSource,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "a source is not declared in \"sources\"")},
    {FindingCode::LostLink,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "a link leads to no event that is shown")},
    {FindingCode::LinkToItself,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "a link leads to the event that has it")},
    {FindingCode::PartOfItself,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "links to a whole lead in a circle")},
    {FindingCode::RepeatedId, QT_TRANSLATE_NOOP("timeline::FindingKind", "an id is that of another event")},
    {FindingCode::RepeatedIdOfLine,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "an id is that of another event")},
    {FindingCode::RefusedEarlier,
     QT_TRANSLATE_NOOP("timeline::FindingKind", "\"%1\" is not %3, which version 0.1 asks for")},
})};

static_assert(kindWordings.size() == findingCodeCount);

constexpr bool areInOrder() {
    for (std::size_t i = 0; i < kindWordings.size(); ++i) {
        if (static_cast<std::size_t>(kindWordings.at(i).code) != i) {
            return false;
        }
    }
    return true;
}
static_assert(areInOrder());

const char *textOf(FindingCode code) {
    return kindWordings.at(static_cast<std::size_t>(code)).text;
}

/// That of the other event is told by its line or by its title: nobody cares which.
FindingCode codeOfKind(FindingCode code) {
    return code == FindingCode::RepeatedIdOfLine ? FindingCode::RepeatedId : code;
}

bool isNamed(FindingCode code, qsizetype argument) {
    const char *text = textOf(code);
    return text != nullptr &&
           QByteArrayView(text).contains(QByteArray("%" + QByteArray::number(argument + 1)));
}

/// For each code, whether it names its first argument and so on.
using Named = std::array<bool, 3>;
const std::array<Named, findingCodeCount> &namedArguments() {
    static const auto all = [] {
        std::array<Named, findingCodeCount> named{};
        for (std::size_t code = 0; code < findingCodeCount; ++code) {
            for (std::size_t i = 0; i < named.at(code).size(); ++i) {
                named.at(code).at(i) = isNamed(static_cast<FindingCode>(code), static_cast<qsizetype>(i));
            }
        }
        return named;
    }();
    return all;
}

/// What findings of one kind have the same: their code, and the arguments that it names.
void writeKey(FindingCode code, std::string_view arguments, std::string &key) {
    key.assign(1, static_cast<char>(codeOfKind(code)));
    for (const bool isNamed : namedArguments().at(static_cast<std::size_t>(code))) {
        const std::string_view argument = arguments.substr(0, arguments.find('\0'));
        if (isNamed) {
            key.append(1, '\0').append(argument);
        }
        arguments.remove_prefix(std::min(argument.size() + 1, arguments.size()));
    }
}

} // namespace

FindingKind FindingKind::of(const Finding &finding) {
    FindingKind kind{codeOfKind(finding.code), {}};
    const Named &named = namedArguments().at(static_cast<std::size_t>(finding.code));
    if (std::ranges::find(named, true) != named.end()) {
        for (std::size_t i = 0; i < named.size(); ++i) {
            kind.arguments += named.at(i) ? finding.arguments.value(static_cast<qsizetype>(i)) : QString();
        }
    }
    return kind;
}

QString FindingKind::sentence() const {
    if (textOf(code) == nullptr) {
        return Finding{code, 0, {}}.message();
    }
    QString sentence = QCoreApplication::translate("timeline::FindingKind", textOf(code));
    const auto argument = [this](qsizetype i) {
        return QCoreApplication::translate("timeline::Finding", arguments.value(i).toUtf8());
    };
    // In the order of their numbers, those that are not there left out.
    QStringList shown;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (isNamed(code, i)) {
            shown += argument(i);
        }
    }
    switch (shown.size()) {
    case 0:
        return sentence;
    case 1:
        return sentence.arg(shown[0]);
    default:
        return sentence.arg(shown[0], shown[1]); // at once: a text of the file may have a %2 of its own
    }
}

std::vector<FindingGroup> groupedByKind(const FindingList &findings, const std::stop_token &stop) {
    std::vector<FindingGroup> groups;
    std::unordered_map<std::string, std::uint32_t> known; // the groups by their keys
    std::string key;
    std::uint32_t number = 0;
    constexpr std::uint32_t none = 0xFFFFFFFF;
    // Of the arguments of a chunk, which many findings share, the group that they lead to with a code.
    struct Group {
        FindingCode code = FindingCode::WrongValue;
        std::uint32_t group = none;
    };
    std::vector<Group> byArguments;
    findings.forEachChunk([&](const FindingChunk &chunk) {
        if (stop.stop_requested()) {
            return;
        }
        byArguments.assign(chunk.argumentsCount() + 1, {});
        for (std::size_t i = 0; i < chunk.size(); ++i, ++number) {
            const FindingCode code = chunk.about(i).code;
            const std::size_t arguments = chunk.argumentsOf(i);
            Group &group = byArguments[std::min(arguments, chunk.argumentsCount())];
            if (group.group == none || group.code != code) {
                writeKey(code, chunk.joinedArguments(i), key);
                const auto [place, isNew] = known.try_emplace(key, static_cast<std::uint32_t>(groups.size()));
                if (isNew) {
                    groups.push_back({FindingKind::of(chunk.finding(i)), {}});
                }
                group = {code, place->second};
            }
            groups[group.group].findings.push_back(number);
        }
    });
    std::ranges::stable_sort(groups, [](const FindingGroup &a, const FindingGroup &b) {
        return std::pair(a.kind.severity(), a.findings.size()) >
               std::pair(b.kind.severity(), b.findings.size());
    });
    return groups;
}

} // namespace timeline
