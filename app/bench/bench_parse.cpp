// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/bench/bench_parse.h"

#include "app/bench/bench_timer.h"

#include <QFile>
#include <simdjson.h>

#ifdef Q_OS_UNIX
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace timeloom {

namespace {

#ifdef Q_OS_UNIX
/// A file's bytes, mapped, with the room after them that simdjson wants.
class PaddedMapping {
public:
    explicit PaddedMapping(const QFile &file) : m_size(static_cast<std::size_t>(file.size())) {
        const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
        m_room = (m_size + simdjson::SIMDJSON_PADDING + page) / page * page;
        void *memory = ::mmap(nullptr, m_room, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory != MAP_FAILED) {
            m_bytes = static_cast<const char *>(memory);
            if (::mmap(memory, m_size, PROT_READ, MAP_PRIVATE | MAP_FIXED, file.handle(), 0) == MAP_FAILED) {
                ::munmap(memory, m_room);
                m_bytes = nullptr;
            }
        }
    }
    ~PaddedMapping() {
        if (m_bytes != nullptr) {
            ::munmap(const_cast<char *>(m_bytes), m_room);
        }
    }
    Q_DISABLE_COPY_MOVE(PaddedMapping)

    const char *bytes() const { return m_bytes; }
    std::size_t size() const { return m_size; }
    std::size_t room() const { return m_room; }

private:
    std::size_t m_size;
    std::size_t m_room = 0;
    const char *m_bytes = nullptr;
};
#endif

constexpr int deepest = 64;

/// Looks at the key and the value of every field, down to `deepest`, and adds up something of each, so that
/// nothing is left out. Nothing is decoded: a string is its text as written, a number its digits, for a
/// reader that keeps the bytes needs no more. What lies deeper is skipped, as On-Demand skips what is not
/// asked for; it knows no limit of its own.
std::uint64_t walk(simdjson::ondemand::value value, int depth) {
    std::uint64_t sum = 0;
    switch (value.type().value()) {
    case simdjson::ondemand::json_type::object:
        for (auto field : value.get_object()) {
            sum += static_cast<unsigned char>(*field.key().value().raw());
            sum += depth < deepest ? walk(field.value(), depth + 1) : 0;
        }
        break;
    case simdjson::ondemand::json_type::array:
        for (auto element : value.get_array()) {
            sum += depth < deepest ? walk(element.value(), depth + 1) : 0;
        }
        break;
    default: {
        const std::string_view token = value.raw_json_token();
        sum += token.size() + static_cast<unsigned char>(token.front());
        break;
    }
    }
    return sum;
}

/// Something that is made of all bytes, so that no compiler leaves them out.
volatile std::uint64_t seen = 0;

} // namespace

#ifdef Q_OS_UNIX
ParseYardstick measureParse(const QString &fileName) {
    ParseYardstick measured;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0) {
        return measured;
    }
    const BenchTimer timer;
    const PaddedMapping mapping(file);
    if (mapping.bytes() == nullptr) {
        return measured;
    }
    constexpr std::size_t page = 4096;
    for (std::size_t at = 0; at < mapping.size(); at += page) {
        seen = seen + static_cast<unsigned char>(mapping.bytes()[at]);
    }
    measured.readMilliseconds = timer.milliseconds();
    if (mapping.size() > 0xFFFFFFFF - simdjson::SIMDJSON_PADDING) {
        return measured;
    }
    try {
        simdjson::ondemand::parser parser;
        // It takes a byte order mark for an error.
        const std::size_t mark =
            std::string_view(mapping.bytes(), mapping.size()).starts_with("\xEF\xBB\xBF") ? 3 : 0;
        simdjson::ondemand::document document =
            parser.iterate(mapping.bytes() + mark, mapping.size() - mark, mapping.room() - mark).value();
        simdjson::ondemand::value root = document.get_value().value();
        seen = seen + walk(root, 0);
        measured.parseMilliseconds = timer.milliseconds();
    } catch (const simdjson::simdjson_error &) { // it asks for exceptions, or for twice the code
        measured.parseMilliseconds.reset();
    }
    return measured;
}
#else
ParseYardstick measureParse(const QString &) {
    return {};
}
#endif

} // namespace timeloom
