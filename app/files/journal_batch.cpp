// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/files/journal_batch.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QCryptographicHash>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr qsizetype sumSize = 8;
constexpr qsizetype headSize = sizeof(quint64) + sumSize;

/// Against what a crash leaves of a file, not against people.
QByteArray sumOf(QByteArrayView bytes) {
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha1).first(sumSize);
}

std::optional<PendingEdits::Change> changeIn(const QCborArray &parts, qsizetype first) {
    return parts.at(first).isByteArray() && parts.at(first + 1).isByteArray()
               ? std::optional(
                     PendingEdits::Change{parts.at(first).toByteArray(), parts.at(first + 1).toByteArray()})
               : std::nullopt;
}

} // namespace

void JournalBatch::add(quint32 key, const PendingEdits::Change &change) {
    constexpr qsizetype mostBytes = 4'000'000; // of a record, which is in memory twice
    m_bytes += change.saved.size() + change.now.size();
    m_changes.emplace_back(key, change);
    if (m_bytes > mostBytes) {
        flush(false);
    }
}

bool JournalBatch::finish() {
    flush(true);
    return m_isFine;
}

void JournalBatch::flush(bool isLast) {
    QByteArray record;
    QCborStreamWriter cbor(&record);
    cbor.startMap();
    cbor.append("events"_L1);
    cbor.startArray(m_changes.size());
    for (const auto &[key, change] : m_changes) {
        cbor.startArray(3);
        cbor.append(key);
        cbor.append(change.saved);
        cbor.append(change.now);
        cbor.endArray();
    }
    cbor.endArray();
    if (isLast && m_head) {
        cbor.append("head"_L1);
        cbor.startArray(2);
        cbor.append(m_head->saved);
        cbor.append(m_head->now);
        cbor.endArray();
    }
    cbor.append("isLast"_L1);
    cbor.append(isLast);
    cbor.endMap();
    m_isFine = m_isFine && writeRecord(m_device, record);
    m_changes.clear();
    m_bytes = 0;
}

bool JournalBatch::writeRecord(QIODevice &device, const QByteArray &cbor) {
    QByteArray head(sizeof(quint64), '\0');
    qToLittleEndian(static_cast<quint64>(cbor.size()), head.data());
    head += sumOf(cbor);
    return device.write(head) == head.size() && device.write(cbor) == cbor.size();
}

std::optional<QByteArray> JournalRecords::next() {
    if (m_bytes.size() < headSize) {
        return std::nullopt;
    }
    const auto size = qFromLittleEndian<quint64>(m_bytes.data());
    if (size > static_cast<quint64>(m_bytes.size() - headSize)) {
        return std::nullopt;
    }
    const QByteArrayView cbor = m_bytes.sliced(headSize, static_cast<qsizetype>(size));
    if (sumOf(cbor) != m_bytes.sliced(sizeof(quint64), sumSize)) {
        return std::nullopt;
    }
    m_bytes = m_bytes.sliced(headSize + cbor.size());
    return cbor.toByteArray();
}

void JournalReplay::take(const QByteArray &bytes) {
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError || !value.isMap()) {
        return;
    }
    const QCborMap map = value.toMap();
    const QCborArray events = map[u"events"_s].toArray();
    for (const auto &each : events) {
        const QCborArray parts = QCborValue(each).toArray();
        if (const auto change = changeIn(parts, 1)) {
            m_open.events[static_cast<quint32>(parts.at(0).toInteger())] = *change;
        }
    }
    if (const auto change = changeIn(map[u"head"_s].toArray(), 0)) {
        m_open.head = *change;
    }
    if (map[u"isLast"_s].toBool()) {
        m_hasAny = true;
        for (auto &[key, change] : m_open.events) {
            m_all.events[key] = std::move(change);
        }
        m_all.head = m_open.head ? m_open.head : m_all.head;
        m_open = {};
    }
}

PendingEdits JournalReplay::edits() const {
    PendingEdits edits;
    for (const auto &[key, change] : m_all.events) {
        if (change.saved != change.now) {
            edits.events.push_back(change);
        }
    }
    if (m_all.head && m_all.head->saved != m_all.head->now) {
        edits.head = m_all.head;
    }
    return edits;
}

} // namespace timeloom
