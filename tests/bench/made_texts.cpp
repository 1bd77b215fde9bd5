// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/made_texts.h"

#include <array>
#include <string_view>
#include <vector>

namespace bench {

namespace {

using Words = std::vector<std::string_view>;

const Words english = {"harbour", "council", "report",  "engine",  "launch",  "strike",
                       "treaty",  "market",  "chip",    "cluster", "export",  "ban",
                       "founder", "model",   "release", "award",   "of",      "the",
                       "against", "new",     "bridge",  "village", "science", "election"};
const std::array<Words, 6> others = {
    Words{"договор", "совет", "отчёт", "мост", "новый", "выборы", "рынок", "модель"},
    Words{"模型", "发布", "深圳", "芯片", "公司", "新闻", "出口", "禁令"},
    Words{"تقرير", "مجلس", "سوق", "جسر", "جديد", "اتفاق"},
    Words{"समझौता", "परिषद", "बाज़ार", "नया", "रिपोर्ट"},
    Words{"été", "découverte", "élection", "marché", "traité", "château"},
    Words{"🚀", "launch", "📈", "market", "🎉"}};

std::string_view word(const Words &from, Dice &dice) {
    return from[dice.below(from.size())];
}

void appendWords(std::string &text, const Words &from, Dice &dice, std::uint64_t count) {
    for (std::uint64_t i = 0; i < count; ++i) {
        text += i > 0 ? " " : "";
        text += word(from, dice);
    }
}

} // namespace

void appendTitle(std::string &text, Dice &dice, bool isLong) {
    const bool isLonger = dice.once(30);
    const std::uint64_t count = isLong ? 40 + dice.below(20) : 2 + dice.below(isLonger ? 19 : 4);
    appendWords(text, dice.once(5) ? others[dice.below(others.size())] : english, dice, count);
    text += ' ';
    for (int i = 0; i < 4; ++i) {
        text += static_cast<char>('0' + dice.below(10));
    }
}

void appendDescription(std::string &text, Dice &dice) {
    appendWords(text, english, dice, 4 + dice.below(12));
    switch (dice.below(6)) {
    case 0:
        text += " **";
        text += word(english, dice);
        text += "** ";
        break;
    case 1:
        text += R"(: \")";
        text += word(english, dice);
        text += R"(\", )";
        break;
    case 2:
        text += R"(.\n\n- )";
        text += word(english, dice);
        text += R"(\n- )";
        break;
    default:
        text += ' ';
    }
    appendWords(text, english, dice, 1 + dice.below(5));
}

} // namespace bench
