// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/mixed_alphabets.h"

#include <QChar>
#include <algorithm>
#include <string_view>

namespace timeline {

namespace {

// Letters that cannot be told apart in most fonts.
constexpr std::u16string_view cyrillicAsLatin = u"АВЕЅІЈКМНОРСТУХҮԚԜаеорсухіјѕһԁԛԝүѵӏӀёЁїЇ";
constexpr std::u16string_view latinAsCyrillic = u"ABCEHIJKMOPQSTXYWaceijkopqsxywhdëïËÏ";
constexpr std::u16string_view greekAsLatin = u"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
constexpr std::u16string_view latinAsGreek = u"ABEHIKMNOPTXYZo";

bool isIn(char32_t code, std::u16string_view letters) {
    return code < 0x10000 && letters.find(static_cast<char16_t>(code)) != std::u16string_view::npos;
}

class WordCheck {
public:
    explicit WordCheck(std::span<const CodePoint> word) : m_word(word) {}

    void forEach(const std::function<void(const CodePoint &)> &visit) const {
        for (const QChar::Script other : {QChar::Script_Cyrillic, QChar::Script_Greek}) {
            const bool isCyrillic = other == QChar::Script_Cyrillic;
            const auto foreign = count(other);
            const auto latin = count(QChar::Script_Latin);
            if (foreign == 0 || latin == 0 || (isCyrillic && isAbbreviationWithEnding())) {
                continue;
            }
            if (areAll(other, isCyrillic ? cyrillicAsLatin : greekAsLatin)) {
                visitAll(other, visit);
            } else if (foreign >= 3 && foreign > latin &&
                       areAll(QChar::Script_Latin, isCyrillic ? latinAsCyrillic : latinAsGreek)) {
                visitAll(QChar::Script_Latin, visit);
            }
        }
    }

private:
    static bool isOf(const CodePoint &point, QChar::Script script) {
        return QChar::isLetter(point.code) && QChar::script(point.code) == script;
    }
    std::ptrdiff_t count(QChar::Script script) const {
        return std::ranges::count_if(m_word,
                                     [script](const CodePoint &point) { return isOf(point, script); });
    }
    bool areAll(QChar::Script script, std::u16string_view letters) const {
        return std::ranges::all_of(m_word, [&](const CodePoint &point) {
            return !isOf(point, script) || isIn(point.code, letters);
        });
    }
    /// As Russian declines "VIP": "VIPа".
    bool isAbbreviationWithEnding() const {
        const auto ending = std::ranges::find_if(
            m_word, [](const CodePoint &point) { return isOf(point, QChar::Script_Cyrillic); });
        return ending - m_word.begin() >= 2 &&
               std::all_of(m_word.begin(), ending,
                           [](const CodePoint &point) { return QChar::isUpper(point.code); }) &&
               std::all_of(ending, m_word.end(), [](const CodePoint &point) {
                   return isOf(point, QChar::Script_Cyrillic) && QChar::isLower(point.code);
               });
    }
    void visitAll(QChar::Script script, const std::function<void(const CodePoint &)> &visit) const {
        for (const CodePoint &point : m_word) {
            if (isOf(point, script)) {
                visit(point);
            }
        }
    }

    std::span<const CodePoint> m_word;
};

} // namespace

void forEachPretender(std::span<const CodePoint> word, const std::function<void(const CodePoint &)> &visit) {
    WordCheck(word).forEach(visit);
}

} // namespace timeline
