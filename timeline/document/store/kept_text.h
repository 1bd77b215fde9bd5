// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/bytes/versions.h"

#include <QByteArray>
#include <utility>
#include <vector>

namespace timeline {

/// The text of an event as edits and documents keep it, in 16 bytes: part of a block that many texts share,
/// or nothing but the word that it is the text in the file. A copy has the same bytes.
class KeptText {
public:
    KeptText() = default; ///< no text: the event shall not be there
    // NOLINTBEGIN(google-explicit-constructor): a text is a text
    KeptText(const QByteArray &text)
        : m_block(text.isEmpty() ? nullptr : new Block(text)),
          m_length(static_cast<std::uint32_t>(text.size())) {}
    KeptText(const char *text) : KeptText(QByteArray(text)) {}
    // NOLINTEND(google-explicit-constructor)

    /// What stands in the file, whatever that is: takes no memory. Only for an event that stands there.
    static KeptText inFile() {
        KeptText text;
        text.m_length = theFiles;
        return text;
    }

    bool isInFile() const { return !m_block && m_length == theFiles; }
    bool isEmpty() const { return m_length == 0; }
    /// Stays as long as a copy of this does. Nothing of a text that is the file's: see Document::textOf().
    QByteArrayView view() const {
        return m_block ? QByteArrayView(m_block->bytes).sliced(m_begin, m_length) : QByteArrayView();
    }

private:
    friend class TextArena;
    struct Block : QSharedData {
        explicit Block(const QByteArray &all) : bytes(all) {}
        QByteArray bytes; ///< never changed
    };
    static constexpr std::uint32_t theFiles = 0xFFFFFFFF;

    QExplicitlySharedDataPointer<Block> m_block;
    std::uint32_t m_begin = 0, m_length = 0;
};

/// Texts put one behind the other into blocks, and then kept.
class TextArena {
public:
    void reserve(qsizetype bytes) { m_bytes.reserve(bytes); }
    void add(QByteArrayView text) {
        if (m_bytes.size() + text.size() > mostBytes) {
            keepBlock();
        }
        m_ends.push_back(m_bytes.size() + text.size());
        m_bytes.append(text.data(), text.size());
    }
    /// In the order in which they were added; the arena is empty then.
    std::vector<KeptText> keep() {
        keepBlock();
        return std::exchange(m_texts, {});
    }

private:
    static constexpr qsizetype mostBytes = qsizetype{1} << 31; ///< a place in a block has 32 bits

    void keepBlock() {
        m_bytes.squeeze();
        const QExplicitlySharedDataPointer block(new KeptText::Block(std::exchange(m_bytes, {})));
        std::uint32_t begin = 0;
        for (const qsizetype last : std::exchange(m_ends, {})) {
            const auto end = static_cast<std::uint32_t>(last);
            KeptText &text = m_texts.emplace_back();
            if (end > begin) {
                text.m_block = block;
                text.m_begin = begin;
                text.m_length = end - begin;
            }
            begin = end;
        }
    }

    QByteArray m_bytes;
    std::vector<qsizetype> m_ends; ///< in m_bytes
    std::vector<KeptText> m_texts; ///< in blocks before
};

} // namespace timeline
