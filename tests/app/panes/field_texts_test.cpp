// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/field_texts.h"

#include <QLocale>
#include <QTest>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

namespace {

/// What the format might have one day.
struct Letter {
    QString title;
    QString author;
    QString sent;
    double pages = 0;
    std::optional<double> weight;
    bool isSealed = false;
    std::optional<Rgb> ink;
};

constexpr std::array letterFields{std::to_array<FieldOf<Letter>>({
    {{"title", ValueKind::Title, true, "Title"}, &Letter::title},
    {{"author", ValueKind::Text, false, "Author"}, &Letter::author},
    {{"sent", ValueKind::Date, false, "Sent"}, &Letter::sent},
    {{"pages", ValueKind::Number, true, "Pages"}, &Letter::pages},
    {{"weight", ValueKind::Number, false, "Weight"}, &Letter::weight},
    {{"sealed", ValueKind::Flag, false, "sealed"}, &Letter::isSealed},
    {{"ink", ValueKind::Color, false, "Ink"}, &Letter::ink},
    {{"parts", ValueKind::Records}},
})};

} // namespace

/// A field of a table is shown without a word about it.
class FieldTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void whatARecordSaysIsToldInTheOrderOfItsTable() {
        const Letter letter{u"T"_s, u"Ada\n\u202E"_s, u"2025-02"_s, 3, 20.5, true, Rgb{7}};
        QCOMPARE(joined(othersThan({"title"}, letter, letterFields)),
                 u"Ada ‹U+202E›, February 2025, Pages 3, Weight 20.5, sealed"_s);
        QCOMPARE(joined(othersThan({"title", "pages", "sent"}, letter, letterFields)),
                 u"Ada ‹U+202E›, Weight 20.5, sealed"_s);
    }

    void whatItDoesNotSayIsLeftOut() {
        Letter letter;
        letter.title = u"T"_s;
        QCOMPARE(joined(othersThan({"pages"}, letter, letterFields)), u"T"_s);
        QVERIFY(othersThan({"title", "pages"}, Letter{}, letterFields).empty());
    }

    void noLineIsTooLong() {
        Letter letter;
        letter.author = QString(100'000, u'x');
        QVERIFY(joined(othersThan({"title"}, letter, letterFields)).size() < 2000);
    }
};

QTEST_MAIN(FieldTextsTest)
#include "field_texts_test.moc"
