// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/choice_box.h"

#include "app/forms/form_fixture.h"
#include "app/forms/known_words.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTimer>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

namespace {

/// So many categories, each with as many events as its number says but the last digit.
QByteArray fileWith(int categories) {
    QByteArray json = "{\"categories\": [";
    for (int i = 0; i < categories; ++i) {
        json += QByteArray(i > 0 ? "," : "") + "{\"id\": \"c" + QByteArray::number(i) + "\"}";
    }
    json += "], \"events\": [{\"title\": \"none\", \"date\": \"2020\", \"category\": \"c0\"}";
    for (int i = 0; i < categories; ++i) {
        for (int event = 0; event < i / 10; ++event) {
            json +=
                ",{\"title\": \"e\", \"date\": \"2020\", \"category\": \"c" + QByteArray::number(i) + "\"}";
        }
    }
    return json + "]}";
}

QStringList idsOf(const KnownCategories::List &list) {
    QStringList ids;
    for (const auto &[id, title] : list) {
        ids += id;
    }
    return ids;
}

} // namespace

/// Choosing among few and among very many.
class ChoiceBoxTest : public FormFixture {
    Q_OBJECT

    ChoiceBox *box() const { return field<ChoiceBox>("Category"); }

    /// Types into the dialog that opens next, if there is one, and closes it.
    static void answer(const QString &text, bool isAccepted, QStringList *found = nullptr) {
        QTimer::singleShot(0, [=] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            if (dialog == nullptr) {
                return;
            }
            auto *line = dialog->findChild<QLineEdit *>();
            QTest::keyClicks(line, text);
            QAbstractItemModel *model = dialog->findChild<QListView *>()->model();
            for (int row = 0; found != nullptr && row < model->rowCount(); ++row) {
                *found += model->index(row, 0).data().toString();
            }
            QTest::keyClick(line, Qt::Key_Down); // moves in the list, if there is another one
            QTest::keyClick(line, isAccepted ? Qt::Key_Return : Qt::Key_Escape);
        });
    }
    void lookFor(const QString &text, bool isAccepted, QStringList *found = nullptr) {
        box()->showPopup();
        box()->hidePopup();
        answer(text, isAccepted, found);
        const int search = box()->findText(u"All 200 categories…"_s);
        QVERIFY(search > 0);
        box()->setCurrentIndex(search); // as a list does before it says so
        Q_EMIT box()->activated(search);
        QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void init() { makeOne(); }
    void cleanup() { takeAway(); }

    void fewAreAllListed() {
        m_workspace->setDocument(documentOf(fileWith(40)));
        const KnownCategories known(*m_workspace);
        QCOMPARE(known.more, QString());
        QCOMPARE(known.listed, KnownCategories::all(document()));
        QCOMPARE(known.listed.size(), std::size_t{40});
    }

    /// And of those that have as many the first.
    void ofManyThoseWithTheMostEvents() {
        m_workspace->setDocument(documentOf(fileWith(200)));
        const KnownCategories known(*m_workspace, u"c3"_s);
        QCOMPARE(known.more, u"All 200 categories…"_s);
        QStringList expected{u"c3"_s};
        for (int i = 160; i < 200; ++i) {
            if (i != 169) {
                expected += u"c%1"_s.arg(i);
            }
        }
        QCOMPARE(idsOf(known.listed), expected);
        QCOMPARE(KnownCategories::all(document()).size(), std::size_t{200});
    }

    void anyOneCanBeLookedFor() {
        m_workspace->setDocument(documentOf(fileWith(200)));
        select({0});
        QCOMPARE(box()->currentData().toString(), u"c0"_s);
        QStringList found;
        lookFor(u"C4"_s, true, &found);
        QCOMPARE(found.size(), 11); // c4 and c40 to c49
        QCOMPARE(details(0).category, u"c40"_s);
        QCOMPARE(box()->currentData().toString(), u"c40"_s);
    }

    void whoCancelsChangesNothing() {
        m_workspace->setDocument(documentOf(fileWith(200)));
        select({0});
        lookFor(u"c4"_s, false);
        QCOMPARE(details(0).category, u"c0"_s);
        QCOMPARE(box()->currentData().toString(), u"c0"_s);
    }
};

QTEST_MAIN(ChoiceBoxTest)
#include "choice_box_test.moc"
