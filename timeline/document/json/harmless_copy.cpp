// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/json/harmless_copy.h"

#include "document/json/json_value.h"

#include <algorithm>
#include <cstring>

namespace timeline {

namespace {

bool isNumberCharacter(char c) {
    return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
}

std::size_t countDigits(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of("0123456789", at), text.size()) - at;
}

/// Whether text is a number by the grammar of JSON, and long or with a long exponent.
bool isBigNumber(std::string_view text) {
    std::size_t at = text.front() == '-' ? 1 : 0;
    const std::size_t whole = countDigits(text, at);
    bool fine = whole > 0 && (whole == 1 || text[at] != '0');
    at += whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = countDigits(text, ++at);
        fine = fine && fraction > 0;
        at += fraction;
    }
    std::size_t exponent = 0;
    if (at < text.size() && (text[at] | 0x20) == 'e') {
        ++at;
        at += at < text.size() && (text[at] == '+' || text[at] == '-') ? 1 : 0;
        exponent = countDigits(text, at);
        fine = fine && exponent > 0;
        at += exponent;
    }
    return fine && at == text.size() && (text.size() >= 300 || exponent >= 3);
}

class Copier {
public:
    explicit Copier(QByteArrayView bytes)
        : m_view(bytes.data(), static_cast<std::size_t>(bytes.size())), m_copy{bytes.toByteArray(), {}, {}} {}

    HarmlessCopy run() {
        std::size_t at = 0;
        while (at < m_view.size()) {
            const char c = m_view[at];
            if (c == '"') {
                at = passString(at + 1);
            } else if (c == '-' || (c >= '0' && c <= '9')) {
                at = passNumber(at);
            } else {
                ++at;
            }
        }
        return std::move(m_copy);
    }

private:
    std::size_t passString(std::size_t at) {
        while (at < m_view.size() && m_view[at] != '"') {
            if (m_view[at] != '\\') {
                ++at;
                continue;
            }
            // Twelve bytes hold a whole pair; half of one is then the first six alone.
            const std::string_view escape = m_view.substr(at, 6);
            const bool unicode = escape.size() == 6 && escape[1] == 'u';
            if (unicode && hasLoneSurrogate(escape)) {
                if (m_view.size() - at >= 12 && !hasLoneSurrogate(m_view.substr(at, 12))) {
                    at += 12;
                    continue;
                }
                replace(at, "\\uFFFD");
                m_copy.surrogates.push_back(static_cast<qint64>(at));
            }
            at += unicode ? 6 : 2;
        }
        return at + 1;
    }

    std::size_t passNumber(std::size_t at) {
        const auto end =
            static_cast<std::size_t>(std::find_if_not(m_view.begin() + static_cast<std::ptrdiff_t>(at),
                                                      m_view.end(), isNumberCharacter) -
                                     m_view.begin());
        if (isBigNumber(m_view.substr(at, end - at))) {
            std::string zero(end - at, ' ');
            zero.front() = '0';
            replace(at, zero);
        }
        return end;
    }

    void replace(std::size_t at, std::string_view by) {
        std::memcpy(m_copy.bytes.data() + at, by.data(), by.size());
        m_copy.replaced.push_back(static_cast<qint64>(at));
    }

    std::string_view m_view;
    HarmlessCopy m_copy;
};

} // namespace

HarmlessCopy harmlessCopy(QByteArrayView bytes) {
    return Copier(bytes).run();
}

} // namespace timeline
