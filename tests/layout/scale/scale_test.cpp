// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/layout_fixture.h"

#include "time/edtf.h"
#include "time/ticks.h"

using namespace timeline;

namespace {

TimeScale folded(const Document &document) {
    return TimeScale::folded(document, document.placed({}));
}

Instant beginOf(const char *date) {
    return std::get<ParsedDate>(parseDate(date)).span.begin;
}

int breaksOf(const TimeScale &scale) {
    return static_cast<int>(std::ranges::count_if(scale.pieces(), &TimeScale::Piece::isBreak));
}

/// Instants over all of the scale and beyond it, sorted: the pieces' ends, and between them.
std::vector<Instant> probes(const TimeScale &scale, QRandomGenerator &random, int count) {
    std::vector<Instant> instants;
    const Instant begin = scale.pieces().front().begin;
    const Instant end = scale.pieces().back().end;
    const double length = millisecondsBetween(begin, end);
    for (const TimeScale::Piece &piece : scale.pieces()) {
        instants.push_back(piece.begin);
        instants.push_back(piece.end);
    }
    for (int i = 0; i < count; ++i) {
        const auto &piece = scale.pieces()[random.bounded(static_cast<quint32>(scale.pieces().size()))];
        instants.push_back(
            plusMilliseconds(piece.begin, random.bounded(1.0) * millisecondsBetween(piece.begin, piece.end)));
        instants.push_back(plusMilliseconds(begin, (random.bounded(3.0) - 1) * length));
    }
    std::ranges::sort(instants);
    const auto same = std::ranges::unique(instants);
    instants.erase(same.begin(), same.end());
    return instants;
}

} // namespace

class ScaleTest : public QObject {
    Q_OBJECT

private slots:
    void linearIsMillisecondsSince1970() {
        const TimeScale scale;
        QVERIFY(scale.isLinear());
        QCOMPARE(scale.axis(Instant{}), 0.0);
        QCOMPARE(scale.axis(beginOf("2025-01-20")), 1737331200000.0);
        QCOMPARE(scale.axis(beginOf("1969-12-31T23:59:59.250")), -750.0);
        QVERIFY(scale.instant(-750) == beginOf("1969-12-31T23:59:59.250"));
        QCOMPARE(scale.rateAt(123456), 1.0);
        for (const char *date : {"2025", "1066-10-14", "-0043-03-15", "Y-66000000", "Y-138E8"}) {
            const Instant instant = beginOf(date);
            const double off = std::abs(millisecondsBetween(instant, scale.instant(scale.axis(instant))));
            QVERIFY2(off <= std::abs(scale.axis(instant)) * 1e-15, date);
        }
    }

    void evenlySpreadEventsStayLinear() {
        QByteArray json = "[";
        for (int year = 1900; year < 2000; ++year) {
            json += "{\"title\": \"x\", \"date\": \"" + QByteArray::number(year) + "-07-01\"},";
        }
        json.back() = ']';
        QVERIFY(folded(*documentOf(json)).isLinear());
    }

    void fewEventsNeedNoFolding() {
        QVERIFY(folded(*documentOf("[]")).isLinear());
        QVERIFY(folded(*documentOf("[{\"title\": \"x\", \"date\": \"2025-01-20\"}]")).isLinear());
        QVERIFY(
            folded(
                *documentOf(
                    "[{\"title\": \"x\", \"date\": \"../..\"}, {\"title\": \"y\", \"date\": \"2025/..\"}]"))
                .isLinear());
    }

    void whatIsOpenAtBothEndsGivesNoBreak() {
        const auto document = documentOf(
            R"([{"title": "a", "date": "../1990"}, {"title": "b", "date": "1990/.."}, {"title": "c", "date": "../.."}])");
        QVERIFY(folded(*document).isLinear());
    }

    void aBirthAndABurstGiveOneBreak() {
        const auto document = hardDocument(Hard::BirthAndBurst, 60, 7);
        const TimeScale scale = folded(*document);
        QVERIFY(!scale.isLinear());
        // Between the two lie an era and "as of".
        QCOMPARE(breaksOf(scale), 2);
        const auto piece = std::ranges::find_if(scale.pieces(), &TimeScale::Piece::isBreak);
        QVERIFY(piece->begin == beginOf("1986"));
        QVERIFY(piece->end == beginOf("1999"));
        QCOMPARE(roundDurationName(piece->begin, piece->end), QStringLiteral("13 years"));
        Instant first = Instant::distantFuture();
        for (EventIndex event = 1; event < document->eventCount(); ++event) {
            first = std::min(first, document->span(event).begin);
        }
        // The burst gets most of the room.
        const double all = scale.pieces().back().axisEnd - scale.pieces().front().axisBegin;
        QVERIFY(scale.axis(scale.pieces().back().end) - scale.axis(first) > 0.6 * all);
    }

    /// One fold is opened: the others stay, no column grows, and it can be told what would be folded.
    void anOpenedFoldIsTheOnlyOne_data() {
        QTest::addColumn<int>("kind");
        for (const auto &[kind, name] : hardDocuments) {
            QTest::newRow(name) << static_cast<int>(kind);
        }
        QTest::newRow("the story") << -1;
    }
    void anOpenedFoldIsTheOnlyOne() {
        QFETCH(int, kind);
        const auto document = kind < 0 ? story() : hardDocument(static_cast<Hard>(kind), 60, 7);
        const TimeScale scale = folded(*document);
        std::vector<Instant> all;
        for (const TimeScale::Piece &fold : scale.pieces()) {
            if (!fold.isBreak) {
                continue;
            }
            const Instant within =
                plusMilliseconds(fold.begin, millisecondsBetween(fold.begin, fold.end) / 2);
            all.push_back(within);
            const TimeScale other = TimeScale::folded(*document, document->placed({}), {within});
            QCOMPARE(other.opened().size(), std::size_t{1});
            QVERIFY(other.opened().front().begin == fold.begin && other.opened().front().end == fold.end);
            QCOMPARE(breaksOf(other), breaksOf(scale) - 1);
            QVERIFY(std::ranges::none_of(other.pieces(), [within](const TimeScale::Piece &piece) {
                return piece.isBreak && piece.begin <= within && within < piece.end;
            }));
            QVERIFY(other.columns().size() == scale.columns().size() || other.isLinear());
            double last = -HUGE_VAL;
            for (const TimeScale::Piece &piece : other.pieces()) {
                QVERIFY(piece.rate > 0 && piece.axisBegin >= last);
                last = piece.axisEnd;
            }
        }
        const TimeScale open = TimeScale::folded(*document, document->placed({}), all);
        QCOMPARE(breaksOf(open), 0);
        QCOMPARE(open.opened().size(), all.size());
        // Where nothing is folded, nothing is opened.
        const TimeScale same =
            TimeScale::folded(*document, document->placed({}), {Instant::distantPast(), beginOf("9999")});
        QVERIFY(same == scale && same.opened().empty());
    }

    void piecesAreOnePiece_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("events");
        for (const auto &[kind, name] : hardDocuments) {
            QTest::addRow("%s, few", name) << static_cast<int>(kind) << 12;
            QTest::addRow("%s, many", name) << static_cast<int>(kind) << 3000;
        }
        QTest::newRow("anything, 10,000") << static_cast<int>(Hard::Anything) << 10000;
        QTest::newRow("the story") << -1 << 0;
    }
    void piecesAreOnePiece() {
        QFETCH(int, kind);
        QFETCH(int, events);
        const auto document = kind < 0 ? story() : hardDocument(static_cast<Hard>(kind), events, 11);
        const TimeScale scale = folded(*document);
        if (scale.isLinear()) {
            QVERIFY(scale.pieces().empty());
            return;
        }
        for (std::size_t i = 0; i < scale.pieces().size(); ++i) {
            const TimeScale::Piece &piece = scale.pieces()[i];
            QVERIFY(piece.isGutter ? piece.begin == piece.end && !piece.isBreak : piece.begin < piece.end);
            // What a double cannot tell from a moment has no length, and a place all the same.
            const bool mayBeMoment = !piece.isGutter && !piece.isBreak;
            QVERIFY(mayBeMoment ? piece.axisBegin <= piece.axisEnd : piece.axisBegin < piece.axisEnd);
            QVERIFY(piece.rate > 0 && (piece.rate <= 1 || piece.isGutter));
            if (i > 0) {
                QVERIFY(scale.pieces()[i - 1].end == piece.begin);
                QCOMPARE(scale.pieces()[i - 1].axisEnd, piece.axisBegin);
                const TimeScale::Piece &before = scale.pieces()[i - 1];
                const bool isGap = piece.isBreak || piece.isGutter;
                QVERIFY(isGap != (before.isBreak || before.isGutter)); // every change of speed has a gutter
            }
            if (piece.axisBegin < piece.axisEnd) {
                QCOMPARE(scale.rateAt((piece.axisBegin + piece.axisEnd) / 2), piece.rate);
            }
        }
        QVERIFY(!scale.pieces().front().isBreak);
        QVERIFY(!scale.pieces().back().isBreak);
    }

    void isMonotoneAndGoesBack_data() { piecesAreOnePiece_data(); }
    void isMonotoneAndGoesBack() {
        QFETCH(int, kind);
        QFETCH(int, events);
        const auto document = kind < 0 ? story() : hardDocument(static_cast<Hard>(kind), events, 12);
        const TimeScale scale = folded(*document);
        if (scale.isLinear()) {
            return;
        }
        QRandomGenerator random(13);
        const std::vector<Instant> instants = probes(scale, random, 3000);
        for (std::size_t i = 0; i < instants.size(); ++i) {
            const double axis = scale.axis(instants[i]);
            // As fine as a double is there, times how far time is pressed together.
            const double slowest =
                std::min({scale.rateAt(axis), scale.rateAt(std::nextafter(axis, -HUGE_VAL)),
                          scale.rateAt(std::nextafter(axis, HUGE_VAL))});
            const auto piece = std::ranges::find_if(scale.pieces(), [&](const TimeScale::Piece &one) {
                return one.begin <= instants[i] && instants[i] < one.end;
            });
            const double far =
                std::max(std::abs(axis), piece == scale.pieces().end() ? 0 : std::abs(piece->axisBegin));
            const double fineness = std::max(1.0, far * 4e-16 / slowest * 2);
            if (i > 0) {
                const double before = scale.axis(instants[i - 1]);
                QVERIFY(before <= axis);
                QVERIFY(before < axis || millisecondsBetween(instants[i - 1], instants[i]) <= 2 * fineness);
            }
            const double off = std::abs(millisecondsBetween(instants[i], scale.instant(axis)));
            QVERIFY2(off <= fineness,
                     qPrintable(
                         QStringLiteral("axis %1: %2 ms off, %3 allowed").arg(axis).arg(off).arg(fineness)));
        }
    }

    void breaksHideNoEvent_data() { piecesAreOnePiece_data(); }
    void breaksHideNoEvent() {
        QFETCH(int, kind);
        QFETCH(int, events);
        const auto document = kind < 0 ? story() : hardDocument(static_cast<Hard>(kind), events, 14);
        const TimeScale scale = folded(*document);
        QVERIFY(breaksOf(scale) < 12);
        for (const TimeScale::Piece &piece : scale.pieces()) {
            if (!piece.isBreak) {
                continue;
            }
            for (EventIndex event = 0; event < document->eventCount(); ++event) {
                const Span span = document->span(event);
                const bool isBefore = (span.isOpenAtEnd() ? span.begin : span.end) <= piece.begin;
                const bool isAfter = (span.isOpenAtStart() ? span.end : span.begin) >= piece.end;
                QVERIFY2(isBefore || isAfter, qPrintable(document->details(event).date));
            }
        }
    }

    void breaksHideNoEdgeOfAnEra_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("breaks");
        const QByteArray outside =
            R"({"title": "a", "date": "1600/1610"}, {"title": "b", "date": "2150/2160"})";
        const QByteArray across =
            R"({"title": "c", "date": "1800/1990-06"}, {"title": "d", "date": "1992-05/2100"})";
        QTest::newRow("none") << QByteArray("[]") << 0;
        QTest::newRow("outside") << "[" + outside + "]" << 2;
        QTest::newRow("across") << "[" + across + "]" << 2;
        QTest::newRow("open")
            << QByteArray(R"([{"title": "e", "date": "../1850"}, {"title": "f", "date": "1850/.."}])") << 1;
        QTest::newRow("all") << "[" + across + "," + outside + "]" << 2;
    }
    void breaksHideNoEdgeOfAnEra() {
        QFETCH(QByteArray, head);
        QFETCH(int, breaks);
        QByteArray events;
        for (int i = 0; i < 40; ++i) {
            events += (i > 0 ? "," : "") + QByteArray(R"({"title": "x", "date": "19)") +
                      QByteArray::number(90 + i / 10) + "-0" + QByteArray::number(1 + i % 9) + "\"}";
        }
        const auto document =
            documentOf(R"({"asOf": "2050", "eras": )" + head + R"(, "events": [)" + events + "]}");
        const TimeScale scale = folded(*document);
        QVERIFY(breaksOf(scale) >= breaks);
        std::vector<Span> spans = {*document->asOf()};
        std::ranges::transform(document->eras(), std::back_inserter(spans), &Era::span);
        for (const TimeScale::Piece &piece : scale.pieces()) {
            for (const Span &span : spans) {
                for (const Instant edge : {span.begin, span.end}) {
                    QVERIFY(!piece.isBreak || edge <= piece.begin || edge >= piece.end);
                }
            }
        }
        QVERIFY(scale.isLinear() || (!scale.pieces().front().isBreak && !scale.pieces().back().isBreak));
    }

    void columnsHaveOneSpeedEach_data() { piecesAreOnePiece_data(); }
    void columnsHaveOneSpeedEach() {
        QFETCH(int, kind);
        QFETCH(int, events);
        const auto document = kind < 0 ? story() : hardDocument(static_cast<Hard>(kind), events, 11);
        const TimeScale scale = folded(*document);
        const auto &columns = scale.columns();
        QVERIFY(columns.size() != 1 && columns.size() <= TimeScale::mostColumns);
        for (const TimeScale::Piece &piece : scale.pieces()) {
            if (piece.isBreak || piece.isGutter) {
                continue;
            }
            const auto column = std::ranges::find_if(columns, [&piece](const TimeScale::Column &one) {
                return one.axisBegin <= piece.axisBegin && piece.axisEnd <= one.axisEnd;
            });
            QVERIFY(columns.empty() || column != columns.end());
            QVERIFY(columns.empty() ? piece.rate == 1 : piece.rate == column->rate);
        }
    }

    void theStoryHasFourColumns() {
        const TimeScale scale = folded(*story());
        QStringList heads;
        for (const TimeScale::Column &column : scale.columns()) {
            heads << instantName(column.begin, 86'400'000.0) +
                         (column.isAhead ? QStringLiteral(" ahead") : QString());
        }
        QCOMPARE(heads.join(QStringLiteral(", ")),
                 QStringLiteral("1 January 1985, 1 January 2020, 20 January 2025, 26 February 2025 ahead"));
        QCOMPARE(breaksOf(scale), 0);
        QVERIFY(scale.columns().front().end == beginOf("2020"));
        QVERIFY(scale.columns()[1].end == beginOf("2025")); // up to the next one nothing happens
    }

    void whatEndsAtAGutterEndsBeforeIt() {
        const TimeScale scale = folded(*story());
        const Instant edge = scale.columns().back().begin;
        QVERIFY(scale.axisOfEnd(edge) < scale.axis(edge));
        QCOMPARE(scale.axisOfEnd(edge), scale.columns()[2].axisEnd);
        QCOMPARE(scale.axis(edge), scale.columns()[3].axisBegin);
        QVERIFY(scale.instant(scale.axisOfEnd(edge)) == edge);
        QVERIFY(scale.isOnTheEveOfAhead(beginOf("2025-02-25")));
        QVERIFY(!scale.isOnTheEveOfAhead(beginOf("2025-02-24")));
        QVERIFY(!scale.isOnTheEveOfAhead(edge));
    }

    void nothingLiesAheadWhereOtherThingsFollow_data() {
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("isAhead");
        QTest::newRow("plans alone") << QByteArray("planned") << true;
        QTest::newRow("news") << QByteArray("confirmed") << false;
    }
    void nothingLiesAheadWhereOtherThingsFollow() {
        QFETCH(QByteArray, other);
        QFETCH(bool, isAhead);
        const auto event = [](const QByteArray &date, const QByteArray &status) {
            return "{\"title\": \"x\", \"date\": \"" + date + "\", \"status\": \"" + status + "\"}";
        };
        QByteArray json = "{\"asOf\": \"2020\", \"events\": [";
        for (int year = 1950; year < 2020; year += 2) {
            json += event(QByteArray::number(year), "confirmed") + ',';
        }
        json += event("2021-03", "planned") + ',' + event("2021-05", other) + "]}";
        const TimeScale scale = folded(*documentOf(json));
        QCOMPARE(!scale.columns().empty() && scale.columns().back().isAhead, isAhead);
    }
};

QTEST_APPLESS_MAIN(ScaleTest)
#include "scale_test.moc"
