// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/pdf_order.h"

#include "paint/picture_fixture.h"

#include "paint/picture.h"

#include <QHashFunctions>
#include <QTest>
#include <map>

using namespace timeline;

namespace {

/// A PDF of these objects, which stand in it as they are given; the first is the information, the second the
/// root.
QByteArray pdfOf(const std::vector<std::pair<int, QByteArray>> &objects, int info, int root) {
    QByteArray pdf = "%PDF-1.4\n%\xE2\xE3\n";
    std::map<int, qsizetype> offsets;
    for (const auto &[number, content] : objects) {
        offsets[number] = pdf.size();
        pdf += QByteArray::number(number) + " 0 obj\n" + content + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    const QByteArray table = QByteArray::number(pdf.size());
    pdf += "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const auto &[number, offset] : offsets) {
        pdf += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    }
    return pdf + "trailer\n<<\n/Size " + count + "\n/Info " + QByteArray::number(info) + " 0 R\n/Root " +
           QByteArray::number(root) + " 0 R\n>>\nstartxref\n" + table + "\n%%EOF\n";
}

} // namespace

class PdfOrderTest : public QObject {
    Q_OBJECT

    Fonts m_fonts;

private Q_SLOTS:
    void theOrderOfObjectsDoesNotMatter() {
        const QByteArray stream = "<<\n/Length 7\n>>\nstream\n2 0 R\n\nendstream";
        const QByteArray once =
            inFixedOrder(pdfOf({{1, "<<\n/Title (4 0 R)\n/CreationDate (D:20261129085311Z)\n>>"},
                                {2, "<<\n/A 3 0 R\n/B [4 0 R 5 0 R]\n>>"},
                                {3, stream},
                                {4, "<<\n/FontName /QAAAAA+Inter\n/Up 2 0 R\n>>"},
                                {5, "<<\n/FontName /QBAAAA+Inter\n>>"}},
                               1, 2));
        const QByteArray again =
            inFixedOrder(pdfOf({{4, "<<\n/A 5 0 R\n/B [2 0 R 1 0 R]\n>>"},
                                {1, "<<\n/FontName /QCAAAA+Inter\n>>"},
                                {3, "<<\n/Title (4 0 R)\n/CreationDate (D:20261129085311+05'30')\n>>"},
                                {2, "<<\n/FontName /QDAAAA+Inter\n/Up 4 0 R\n>>"},
                                {5, stream}},
                               3, 4));
        QCOMPARE(once, again);
        QVERIFY(
            once.contains("1 0 obj\n<<\n/Title (4 0 R)\n/CreationDate (D:20000101000000Z)\n>>\nendobj\n"));
        QVERIFY(once.contains("2 0 obj\n<<\n/A 3 0 R\n/B [4 0 R 5 0 R]\n>>\nendobj\n"));
        QVERIFY(once.contains("stream\n2 0 R\n\nendstream"));
        QCOMPARE(inFixedOrder(once), once);
    }

    void whatIsNoSuchFileStays_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no PDF") << QByteArray("startxref\n0\n%%EOF\n");
        QTest::newRow("no table") << QByteArray("%PDF-1.4\nstartxref\n9\n%%EOF\n");
        QTest::newRow("beyond the end") << QByteArray("%PDF-1.4\nstartxref\n999999\n%%EOF\n");
        QTest::newRow("no root") << pdfOf({{1, "<<>>"}}, 1, 7);
        QTest::newRow("cut off") << pdfOf({{1, "<<>>"}, {2, "<<>>"}}, 1, 2).replace("0 3\n", "0 30\n");
    }
    void whatIsNoSuchFileStays() {
        QFETCH(QByteArray, bytes);
        QCOMPARE(inFixedOrder(bytes), bytes);
    }

    /// Tables that live meanwhile, in this thread or another, must not notice.
    void leavesTheProcessAlone() {
        const auto read = readDocument(QByteArray(R"([{"id": "a", "title": "A", "date": "2020"}])")).document;
        const size_t seed = QHashSeed::globalSeed();
        const QByteArray zone = qgetenv("TZ");
        const QByteArray pdf = Picture(read, PictureOptions{}, m_fonts).toBytes(PictureFormat::Pdf);
        QVERIFY(pdf.contains("/CreationDate (D:20000101000000Z)"));
        QVERIFY(QHashSeed::globalSeed() == seed);
        QCOMPARE(qgetenv("TZ"), zone);
        QCOMPARE(read->findEvent(QStringLiteral("a")), std::optional<EventIndex>(0));
    }
};

QTEST_MAIN(PdfOrderTest)
#include "pdf_order_test.moc"
