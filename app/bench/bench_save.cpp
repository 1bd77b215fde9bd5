// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_save.h"

#include "app/bench/bench_timer.h"
#include "document/edit/file_save.h"
#include "document/json/splice.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

bool copy(const QString &fileName, QByteArrayView bytes) {
    QFile file(fileName);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) ||
        file.write(bytes.data(), bytes.size()) != bytes.size()) {
        return false;
    }
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return file.flush();
#endif
}

/// Where the title of an event stands in the file, with its quotes; nothing where it is written otherwise
/// than in one string.
std::optional<ByteRange> titleOf(const Document &document, EventIndex event) {
    const QByteArrayView object = document.eventText(event);
    const auto title = findMember(JsonText(object), {JsonType::Object, {0, object.size()}}, "title");
    if (!title) {
        return std::nullopt;
    }
    const qint64 begin = object.data() - document.bytes().data();
    return ByteRange{begin + title->value.range.begin, begin + title->value.range.end};
}

} // namespace

SaveCosts measureSave(const Document &document, const QString &fileName, int rounds) {
    SaveCosts costs;
    const EventIndex middle = document.eventCount() / 2;
    const auto title = document.eventCount() > 0 ? titleOf(document, middle) : std::nullopt;
    const QFileInfo info(fileName);
    const QTemporaryDir beside(info.isFile() ? info.absolutePath() + u"/timeloom-bench-XXXXXX"_s
                                             : QDir::tempPath() + u"/timeloom-bench-XXXXXX"_s);
    const QTemporaryDir elsewhere;
    const QDir folder(beside.isValid() ? beside.path() : elsewhere.path());
    if (!title || !folder.exists()) {
        return costs;
    }
    const std::vector<Splice> edit = {{*title, "\"edited\""}};
    const QString file = folder.filePath(u"events"_s);
    for (int i = 0; i < rounds; ++i) {
        QFile::remove(file);
        const BenchTimer copying;
        if (!copy(file, document.bytes())) {
            break;
        }
        keepBest(costs.copy, copying.milliseconds());
        const BenchTimer saving; // in the place of the copy, as an edited file takes that of the old one
        if (saveFile(file, spliced(document.bytes(), edit), {}, nullptr, document.fileBytes())) {
            keepBest(costs.save, saving.milliseconds());
        }
    }
    return costs;
}

} // namespace timeloom
