// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read/file_scan.h"

#include "document/read/parallel_scan.h"
#include "document/read/syntax_error.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace timeline {

namespace {

Finding tooDeep(qint64 offset) {
    return {FindingCode::TooDeep, offset, {QString::number(deepestNesting)}};
}

/// One parser goes from the beginning of the file to its end. Among the events of a large file it hands over
/// to a ParallelScan, and goes on where that leaves off.
class FileScanner {
public:
    using Grown = std::function<void(const FileScan &soFar, qint64 end)>;

    FileScanner(const ScanText &text, ReadControl &control, const Grown &grown, const ScanCuts &cuts)
        : m_text(text), m_control(control), m_grown(grown), m_cuts(cuts),
          m_stream(text.bytes.data(), text.bytes.data() + (text.bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0),
                   text.bytes.data() + text.bytes.size()),
          m_handler(
              text, m_stream, m_batch, nullptr,
              [&control](qint64 bytes, qint64 events) { return control.advance(bytes, events); },
              [this](qint64 offset) { return handOver(offset); }) {
        if (text.bytes.size() >= cuts.smallestFile) {
            m_handler.setStopAfterBegin(cuts.first);
        }
    }

    FileScan run() {
        m_control.start(m_text.bytes.size());
        ScanReader reader;
        const rapidjson::ParseResult result = reader.Parse<scanFlags>(m_stream, m_handler);
        if (m_control.isCancelled()) {
            return {};
        }
        const bool isWhole = m_stream.Tell() == static_cast<std::size_t>(m_text.bytes.size());
        if (result) {
            // A NUL looks like the end to the parser.
            m_scan.hasBadText = !isWhole || (!m_handler.keepUp() && m_handler.stop() == ScanStop::BadText);
            collect();
            m_scan.root = m_handler.root();
            m_scan.events = m_handler.events();
        } else {
            explain(result);
        }
        return std::move(m_scan);
    }

private:
    /// Takes over the events that the parser itself has read.
    void collect() {
        m_batch.readDoubtful(JsonText(m_text.original));
        if (!std::exchange(m_hasCollected, true)) {
            std::swap(m_scan.batch, m_batch);
        } else {
            m_scan.batch.append(std::move(m_batch));
        }
        m_batch.clear();
    }

    bool handOver(qint64 offset) {
        if (!m_handler.keepUpTo(offset)) {
            return false;
        }
        collect();
        m_scan.root = m_handler.root();
        m_scan.events = m_handler.events();
        reserve(offset);
        const StretchContext context = {m_text, m_handler.sources(), m_handler.eventDepth()};
        ParallelScan parallel(context, m_cuts.stretch, m_control, [this](const EventBatch &, qint64 end) {
            if (m_grown) {
                m_grown(m_scan, end);
            }
        });
        const unsigned threads =
            m_cuts.threads > 0 ? m_cuts.threads : std::max(1U, std::thread::hardware_concurrency());
        const qint64 last = parallel.run(offset, m_scan.batch, threads);
        m_handler.jumpTo(last);
        return !m_control.isCancelled();
    }

    /// Columns that grow are copied again and again. From the first events' sizes follows about how many
    /// come; room that is not needed is never touched.
    void reserve(qint64 end) {
        const auto count = static_cast<qint64>(m_scan.batch.columns.size());
        if (count > 0) {
            const qint64 perEvent = (end - m_scan.events.begin) / count + 1;
            const auto guess = static_cast<std::size_t>((m_text.bytes.size() - end) / perEvent + count);
            m_scan.batch.columns.reserve(guess + guess / 2);
            m_scan.batch.idHashes.reserve(guess + guess / 2);
        }
    }

    void explain(const rapidjson::ParseResult &result) {
        const auto offset = static_cast<qint64>(result.Offset());
        const rapidjson::ParseErrorCode code = result.Code();
        const bool isRefused = code == rapidjson::kParseErrorNumberTooBig ||
                               code == rapidjson::kParseErrorStringUnicodeSurrogateInvalid ||
                               m_handler.stop() == ScanStop::NeedsHarmlessCopy;
        m_scan.hasBadText = m_handler.stop() == ScanStop::BadText;
        m_scan.needsHarmlessCopy = isRefused && m_text.replaced.empty();
        m_scan.error =
            m_handler.stop() == ScanStop::TooDeep
                ? tooDeep(static_cast<qint64>(m_stream.Tell()) - 1)
                : explainSyntaxError(m_text.bytes, code, offset, static_cast<qint64>(m_stream.stringBegin()));
    }

    const ScanText &m_text;
    ReadControl &m_control;
    const Grown &m_grown;
    const ScanCuts &m_cuts;
    FileScan m_scan;
    EventBatch m_batch;
    bool m_hasCollected = false;
    JsonStream m_stream;
    ScanHandler m_handler;
};

} // namespace

FileScan scanFile(const ScanText &text, ReadControl &control,
                  const std::function<void(const FileScan &soFar, qint64 end)> &grown, const ScanCuts &cuts) {
    return FileScanner(text, control, grown, cuts).run();
}

} // namespace timeline
