// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mass_edits.h"

#include "app/bench/bench_timer.h"
#include "document/read/reader.h"
#include "time/edtf_move.h"
#include "widgets/workspace/editor.h"
#include "widgets/workspace/event_model.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <cstdio>
#include <malloc.h>
#include <numeric>

using namespace timeline;
using namespace Qt::StringLiterals;

namespace timeloom {

namespace {

/// Of this process and none of the file's, in megabytes.
double ownMemory() {
    ::malloc_trim(0);
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("RssAnon:");
    return at < 0 ? 0 : text.sliced(at + 8).simplified().split(' ').first().toDouble() / 1024;
}

class MassEdits {
public:
    MassEdits(const QString &fileName, const TextMeasure &measure)
        : m_workspace(measure), m_editor(m_workspace) {
        QObject::connect(&m_editor, &Editor::refused,
                         [](const QString &why) { std::printf("refused: %s\n", qPrintable(why)); });
        const auto document = readFile(fileName)->document;
        document->makeBytesOwn({});
        m_workspace.setDocument(document);
        settle();
        m_all.resize(m_workspace.document()->eventCount());
        std::iota(m_all.begin(), m_all.end(), EventIndex{0});
    }

    void run() {
        const auto setAll = [this](const char *field, const QJsonValue &value) {
            return [this, field, value] { m_editor.setField(m_all, QLatin1String(field), value); };
        };
        row("category", setAll("category", u"chips"_s));
        row("status", setAll("status", u"disputed"_s));
        row("importance", setAll("importance", 0.25));
        row("description", setAll("description", u"As it was told."_s));
        row("tags", setAll("tags", QJsonArray{u"one"_s, u"two"_s}));
        row("a year later", [this] { moveAll(); });
        row("delete", [this] { m_editor.remove(m_all); });
        const QByteArray copy = textOfHalf();
        row("paste half of it", [&] { m_editor.paste(copy); });
    }

private:
    void row(const char *name, const std::function<void()> &edit) {
        const double before = ownMemory();
        const auto [edited, editStall] = measure(edit);
        const double after = ownMemory();
        const auto [undone, undoStall] = measure([this] { m_editor.undo(); });
        const auto [again, againStall] = measure([this] { m_editor.redo(); });
        measure([this] { m_editor.undo(); });
        std::printf("| %s | %.0f (%.0f) | %.0f (%.0f) | %.0f (%.0f) | %.0f |\n", name, edited, editStall,
                    undone, undoStall, again, againStall, after - before);
        std::fflush(stdout);
        m_editor.undoStack()->clear();
    }
    /// How long it takes, and the longest while in which the thread did nothing else; milliseconds.
    std::pair<double, double> measure(const std::function<void()> &begin) {
        const BenchTimer all;
        double stall = 0;
        begin();
        stall = all.milliseconds();
        stall = std::max(stall, settle());
        return {all.milliseconds(), stall};
    }
    double settle() {
        double stall = 0;
        do {
            const BenchTimer timer;
            QCoreApplication::processEvents(QEventLoop::AllEvents);
            stall = std::max(stall, timer.milliseconds());
            if (isBusy()) {
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            }
        } while (isBusy());
        return stall;
    }
    bool isBusy() const { return m_workspace.isArranging() || !m_editor.canEdit(); }

    void moveAll() {
        const Document document = *m_workspace.document();
        std::vector<FieldEdit> edits;
        for (const EventIndex event : m_all) {
            edits.push_back({event, {{u"date"_s, QStringLiteral("20%1-05").arg(event % 90 + 10)}}});
        }
        m_editor.setFields(edits, u"Move"_s);
    }
    QByteArray textOfHalf() const {
        const Document document = *m_workspace.document();
        QByteArray text = "[";
        for (EventIndex event = 0; event < document.eventCount() / 2; ++event) {
            text += (event > 0 ? ",\n" : "") + document.eventText(event).toByteArray();
        }
        return text + ']';
    }

    Workspace m_workspace;
    Editor m_editor;
    std::vector<EventIndex> m_all;
};

} // namespace

void benchMassEdits(const QString &fileName, const TextMeasure &measure) {
    std::printf("| all events | ms (longest stall) | undone | made again | MB |\n"
                "| --- | ---: | ---: | ---: | ---: |\n");
    MassEdits(fileName, measure).run();
}

} // namespace timeloom
