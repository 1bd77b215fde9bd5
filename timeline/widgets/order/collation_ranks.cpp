// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/order/collation_ranks.h"

#include <QVarLengthArray>
#include <algorithm>
#include <bit>

namespace timeline {

namespace {

QString stringOf(char32_t c) {
    return QString::fromUcs4(&c, 1);
}

/// Asks a collator how characters relate. Digits behind them tell letters from accents: a difference of
/// accents gives way to that of the digits, one of letters does not.
class CharacterOrder {
public:
    explicit CharacterOrder(const QCollator &collator) : m_collator(collator) {}

    bool isLess(const QString &a, const QString &b) const { return m_collator.compare(a, b) < 0; }
    bool isSameLetter(const QString &a, const QString &b) const {
        return isLess(a + u'0', b + u'1') && isLess(b + u'0', a + u'1');
    }
    bool isIgnored(char32_t c) const {
        if (c < 0x80 && QChar::isLetterOrNumber(c)) {
            return false;
        }
        const QString text = stringOf(c);
        const auto isNothingBefore = [&](QChar low, QChar high) {
            return isLess(low, text + high) && isLess(text + low, high);
        };
        return isNothingBefore(u'0', u'1') && isNothingBefore(u'x', u'y');
    }

    /// The plain letters that sort like a character with marks or like a ligature, where there are such.
    QString expansion(char32_t c) const {
        if (c < 0x80) {
            return {};
        }
        const QString text = stringOf(c);
        QString plain;
        for (const uint part : text.normalized(QString::NormalizationForm_KD).toCaseFolded().toUcs4()) {
            if (!QChar::isMark(part)) {
                plain += part == 0xE6    ? QStringLiteral("ae")
                         : part == 0x153 ? QStringLiteral("oe")
                                         : stringOf(part);
            }
        }
        return !plain.isEmpty() && plain != text && isSameLetter(text, plain) ? plain : QString();
    }

private:
    const QCollator &m_collator;
};

} // namespace

CollationRanks::CollationRanks(const QCollator &collator, const QSet<char32_t> &characters) {
    const CharacterOrder order(collator);
    QHash<char32_t, QString> expansions;
    QSet<char32_t> letters;
    for (const char32_t c : characters) {
        if (order.isIgnored(c)) {
            continue;
        }
        const QString plain = order.expansion(c);
        if (plain.isEmpty()) {
            letters.insert(c);
            continue;
        }
        expansions.insert(c, plain);
        for (const uint part : plain.toUcs4()) {
            letters.insert(part);
        }
    }
    std::vector<std::pair<QString, char32_t>> sorted;
    for (const char32_t c : letters) {
        sorted.emplace_back(stringOf(c), c);
    }
    std::ranges::sort(sorted, [&](const auto &a, const auto &b) {
        const int compared = collator.compare(a.first, b.first);
        return compared != 0 ? compared < 0 : a.second < b.second;
    });
    constexpr char32_t basicPlane = 0x10000;
    m_ranks.assign(basicPlane, 0);
    std::uint16_t rank = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (rank < several - 1 && (i == 0 || !order.isSameLetter(sorted[i - 1].first, sorted[i].first))) {
            ++rank;
        }
        if (sorted[i].second < basicPlane) {
            m_ranks[sorted[i].second] = rank;
        } else {
            m_expansions.insert(sorted[i].second, {rank});
        }
    }
    m_bits = std::max(1, static_cast<int>(std::bit_width(rank)));
    for (auto expansion = expansions.cbegin(); expansion != expansions.cend(); ++expansion) {
        std::vector<std::uint16_t> ranks;
        for (const uint part : expansion.value().toUcs4()) {
            forEachRank(part, [&](std::uint16_t each) { ranks.push_back(each); });
        }
        if (ranks.size() == 1 && expansion.key() < basicPlane) {
            m_ranks[expansion.key()] = ranks.front();
        } else {
            m_expansions.insert(expansion.key(), ranks);
            if (expansion.key() < basicPlane) {
                m_ranks[expansion.key()] = several;
            }
        }
    }
}

namespace {

/// Gives the ranks of a text one after the other.
class RankCursor {
public:
    RankCursor(const CollationRanks &ranks, std::string_view utf8) : m_ranks(ranks), m_rest(utf8) {}

    /// 0 at the end.
    std::uint16_t next() {
        while (m_given == m_pending.size()) {
            if (m_rest.empty()) {
                return 0;
            }
            m_pending.clear();
            m_given = 0;
            std::size_t at = 0;
            m_ranks.forEachRank(takeCharacter(m_rest, at),
                                [this](std::uint16_t rank) { m_pending.push_back(rank); });
            m_rest.remove_prefix(at);
        }
        return m_pending[m_given++];
    }

    /// Passes over what two texts have in common: the same bytes have the same ranks.
    static void skipCommon(RankCursor &a, RankCursor &b) {
        if (a.m_given < a.m_pending.size() || b.m_given < b.m_pending.size()) {
            return; // within a character
        }
        auto same =
            static_cast<std::size_t>(std::ranges::mismatch(a.m_rest, b.m_rest).in1 - a.m_rest.begin());
        while (!isCharacterBegin(a.m_rest, same) || !isCharacterBegin(b.m_rest, same)) {
            --same;
        }
        a.m_rest.remove_prefix(same);
        b.m_rest.remove_prefix(same);
    }

private:
    const CollationRanks &m_ranks;
    std::string_view m_rest;
    QVarLengthArray<std::uint16_t, 8> m_pending; ///< the ranks of one character
    qsizetype m_given = 0;
};

} // namespace

int CollationRanks::compare(std::string_view a, std::string_view b) const {
    RankCursor ranksOfA(*this, a);
    RankCursor ranksOfB(*this, b);
    while (true) {
        RankCursor::skipCommon(ranksOfA, ranksOfB);
        const std::uint16_t rankOfA = ranksOfA.next();
        const std::uint16_t rankOfB = ranksOfB.next();
        if (rankOfA != rankOfB) {
            return rankOfA < rankOfB ? -1 : 1;
        }
        if (rankOfA == 0) {
            return 0;
        }
    }
}

} // namespace timeline
