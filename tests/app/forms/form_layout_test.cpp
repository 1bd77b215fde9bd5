// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fields/status_box.h"
#include "app/forms/form_fixture.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

/// Where the fields of a form and the notes below them stand.
class FormLayoutTest : public FormFixture {
    Q_OBJECT

    QScrollArea *area() const {
        for (QScrollArea *each : m_form->findChildren<QScrollArea *>()) {
            if (each->widgetResizable()) {
                return each;
            }
        }
        return nullptr;
    }
    /// What lies over another, or has too little room.
    QStringList faults() const {
        QStringList found;
        QList<QWidget *> parts;
        for (QWidget *part :
             area()->widget()->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (part->isVisible()) {
                parts += part;
            }
        }
        const auto name = [](const QWidget *part) {
            const auto *label = qobject_cast<const QLabel *>(part);
            return label != nullptr ? label->text() : part->accessibleName();
        };
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const QRect place = parts[i]->geometry();
            const int needed = parts[i]->hasHeightForWidth() ? parts[i]->heightForWidth(place.width())
                                                             : parts[i]->minimumSizeHint().height();
            if (place.height() < needed) {
                found += u"%1 is %2 high and needs %3"_s.arg(name(parts[i])).arg(place.height()).arg(needed);
            }
            for (qsizetype j = 0; j < i; ++j) {
                if (place.intersects(parts[j]->geometry())) {
                    found += u"%1 lies over %2"_s.arg(name(parts[j]), name(parts[i]));
                }
            }
        }
        return found;
    }

private Q_SLOTS:
    void init() {
        makeOne();
        m_workspace->setDocument(documentOf(
            "[{\"title\": \"A\", \"date\": \"2001\", \"status\": \"triaged\", \"tags\": \"phishing\"},"
            "{\"title\": \"B\", \"date\": \"2002-05~\", \"category\": 5, \"importance\": 7,"
            " \"sources\": [true, 1], \"attribution\": [\"a\", \"long list that is no text\"]},"
            "{\"title\": \"C\", \"date\": \"2003\"}]"));
        m_form->resize(320, 460);
        select({});
    }
    void cleanup() { takeAway(); }

    void nothingLiesOverAnother_data() {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 240;
        QTest::newRow("as it begins") << 360;
        QTest::newRow("wide") << 700;
    }
    void nothingLiesOverAnother() {
        QFETCH(int, width);
        m_form->resize(width, 460);
        for (const EventIndex event : {2U, 1U, 0U, 2U, 0U, 1U}) {
            select({event});
            QTRY_COMPARE(faults(), QStringList());
        }
        select({2});
        auto *status = statusBox();
        status->setFocus();
        type(status, u"in doubt"_s);
        QTest::keyClick(status, Qt::Key_Return);
        QTRY_COMPARE(faults(), QStringList());
        m_editor->undoStack()->undo();
        QTRY_COMPARE(faults(), QStringList());
        select({0, 1, 2});
        QTRY_COMPARE(faults(), QStringList());
    }

    void anEmptyFormScrollsNothing() {
        QVERIFY(!area()->verticalScrollBar()->isVisible());
        select({0});
        QTRY_VERIFY(area()->verticalScrollBar()->isVisible());
        select({});
        QVERIFY(!area()->verticalScrollBar()->isVisible());
        QVERIFY(std::ranges::any_of(m_form->findChildren<QLabel *>(), [this](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(u"Select an event"_s) &&
                   label->alignment().testFlag(Qt::AlignTop);
        }));
    }
};

QTEST_MAIN(FormLayoutTest)
#include "form_layout_test.moc"
