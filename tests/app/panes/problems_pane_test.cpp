// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/problems_pane.h"

#include "app/forms/mend_dialog.h"
#include "app/forms/mend_kind_dialog.h"
#include "app/panes/problem_tree.h"
#include "app/signs/row_delegate.h"
#include "app/signs/trough.h"
#include "widgets/lists/finding_model.h"
#include "widgets/workspace/editor.h"
#include "widgets/workspace_fixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>

using namespace timeline;
using namespace timeloom;
using namespace Qt::StringLiterals;

class ProblemsPaneTest : public QObject {
    Q_OBJECT

    FixedMeasure m_measure;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<ProblemsPane> m_pane;
    ProblemTree *m_tree = nullptr;

    static QByteArray eventsWith(const QByteArray &members, int count) {
        QByteArrayList events(count, "{\"title\":\"a\",\"date\":\"2001\"," + members + '}');
        return events.join(",\n");
    }
    QModelIndex row(int row, const QModelIndex &parent = {}) const {
        return m_tree->model()->index(row, 0, parent);
    }
    int rows(const QModelIndex &parent = {}) const { return m_tree->model()->rowCount(parent); }
    /// What corrects the current row, or all of its kind.
    QAction *button(const QString &text) const {
        for (QAction *action : m_pane->actions()) {
            if (action->isVisible() && action->text().startsWith(text)) {
                return action;
            }
        }
        return nullptr;
    }
    QString totals() const {
        QStringList all;
        for (const QLabel *label : m_pane->findChildren<QLabel *>()) {
            all += label->isVisible() ? label->text() : QString();
        }
        return all.join(QString());
    }
    /// The words of the button in a row, and the middle of it.
    std::pair<QString, QPoint> buttonIn(const QModelIndex &index) const {
        m_tree->scrollTo(index);
        QStyleOptionViewItem option;
        option.initFrom(m_tree);
        option.rect = m_tree->visualRect(index);
        option.font = m_tree->font();
        option.widget = m_tree;
        const auto *delegate = qobject_cast<RowDelegate *>(m_tree->itemDelegate());
        const QRect rect = delegate->buttonRect(option, index);
        return {rect.isEmpty() ? QString() : delegate->buttonText(option, index), rect.center()};
    }
    /// Calls with the next dialog when it is open and has looked at all.
    template <typename Dialog>
    void inDialog(const std::function<void(Dialog &)> &use) {
        auto *timer = new QTimer(m_pane.get());
        connect(timer, &QTimer::timeout, m_pane.get(), [timer, use] {
            auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget());
            const auto *ok =
                dialog != nullptr
                    ? dialog->template findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)
                    : nullptr;
            if (ok != nullptr && (ok->isEnabled() || ok->isHidden())) {
                timer->deleteLater();
                use(*dialog);
            }
        });
        timer->start(0);
    }
    void click(const QModelIndex &index) {
        m_tree->scrollTo(index);
        m_tree->setCurrentIndex(index);
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, m_tree->visualRect(index).center());
    }

private Q_SLOTS:
    void init() {
        m_workspace = std::make_unique<Workspace>(m_measure);
        m_editor = std::make_unique<Editor>(*m_workspace);
        m_pane = std::make_unique<ProblemsPane>(*m_workspace, *m_editor);
        m_tree = m_pane->findChild<ProblemTree *>();
        m_pane->resize(900, 300);
        m_pane->show();
    }
    void cleanup() {
        m_pane.reset();
        m_editor.reset();
        m_workspace.reset();
    }

    void problemsLeadToTheirEvents() {
        QSignalSpy counts(m_pane.get(), &ProblemsPane::countChanged);
        QVERIFY(!m_tree->isVisible());
        QVERIFY(totals().contains(u"Nothing is wrong in this file."_s));
        m_editor->setReading(true);
        QVERIFY(totals().contains(u"still being read"_s));
        m_editor->setReading(false);
        QVERIFY(totals().contains(u"Nothing is wrong in this file."_s));
        m_workspace->setDocument(
            documentOf("[{\"title\": \"a\", \"date\": \"2000\"},"
                       " {\"title\": \"b\", \"date\": \"2001\", \"links\": [{\"to\": \"nowhere\"}]}]"));
        QCOMPARE(counts.last().first().toInt(), 1);
        QVERIFY(m_tree->isVisible());
        click(row(0));
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(1));
        QVERIFY(button(u"Mend"_s) == nullptr);
        QVERIFY(button(u"Remove the link"_s) != nullptr);
    }

    void saysWhatTheyMean() {
        m_workspace->setDocument(documentOf("[{\"title\":\"x\"},{\"title\":\"y\",\"date\":\"soon\"}," +
                                            eventsWith("\"importance\":7", 3) + ']'));
        QCOMPARE(totals(),
                 u"5 problems of 3 kinds; 2 events have no date that can be read; 3 values are left out"_s);
        m_workspace->setDocument(documentOf("[" + eventsWith("\"status\":\"x\"", 1) + ']'));
        QCOMPARE(totals(), u"1 problem of 1 kind"_s);
    }

    void kindsOpenByKeys() {
        m_workspace->setDocument(documentOf("[" + eventsWith("\"importance\":7,\"status\":\"x\"", 3) + ']'));
        m_tree->setFocus();
        m_tree->setCurrentIndex(row(0));
        QTest::keyClick(m_tree, Qt::Key_Return);
        QVERIFY(m_tree->isExpanded(row(0)));
        QTest::keyClick(m_tree, Qt::Key_Return);
        QVERIFY(!m_tree->isExpanded(row(0)));
        QTest::keyClick(m_tree, Qt::Key_Right);
        QVERIFY(m_tree->isExpanded(row(0)));
        QTest::keyClick(m_tree, Qt::Key_Down);
        QTest::keyClick(m_tree, Qt::Key_Down);
        QCOMPARE(m_tree->currentIndex(), row(1, row(0)));
        QTest::keyClick(m_tree, Qt::Key_Return);
        QCOMPARE(m_workspace->selection()->current(), std::optional<EventIndex>(1));
        QTest::keyClick(m_tree, Qt::Key_Delete);
        QCOMPARE(m_workspace->document()->presentCount(), EventIndex{3});
        QTest::keyClick(m_tree, Qt::Key_Left);
        QTest::keyClick(m_tree, Qt::Key_Left);
        QVERIFY(!m_tree->isExpanded(row(0)));
        QTest::keyClick(m_tree, Qt::Key_Asterisk);
        QVERIFY(m_tree->isExpanded(row(0)));
    }

    void whatIsOpenStaysOpen() {
        m_workspace->setDocument(documentOf("[" + eventsWith("\"importance\":7", 3) + ',' +
                                            eventsWith("\"importance\":\"x\"", 2) + ']'));
        m_tree->expand(row(1));
        m_tree->setCurrentIndex(row(1, row(1)));
        m_editor->setField({0}, u"importance"_s, 0.5);
        m_editor->setField({1}, u"importance"_s, 0.5);
        QCOMPARE(rows(), 2); // the other kind is the larger one now
        QVERIFY(m_tree->isExpanded(row(0)));
        QCOMPARE(m_tree->currentIndex(), row(1, row(0)));
        m_editor->setField({4}, u"importance"_s, 0.5);
        QCOMPARE(rows(), 2);
        QVERIFY(m_tree->currentIndex().isValid());
        m_editor->setField({2}, u"importance"_s, 0.5);
        m_editor->setField({3}, u"importance"_s, 0.5);
        QVERIFY(!m_tree->isVisible());
    }

    void theListFollowsEditsOfTheHead() {
        m_workspace->setDocument(documentOf("{\"events\": [\"a, someday\","
                                            " {\"title\": \"b\", \"date\": \"2000\"}]}"));
        QCOMPARE(rows(), 1);
        m_editor->setInHead(u"title"_s, u"T"_s);
        QTRY_VERIFY(m_workspace->canEdit());
        m_editor->mend(m_workspace->document()->unread().front(), "{\"title\": \"a\", \"date\": \"1999\"}");
        QCOMPARE(rows(), 0);
        m_editor->undo();
        QCOMPARE(rows(), 1);
    }

    void nobodyLooksNothingIsGrouped() {
        m_pane->hide();
        m_workspace->setDocument(documentOf("[" + eventsWith("\"importance\":7", 3) + ']'));
        QCOMPARE(m_pane->count(), 3);
        QCOMPARE(rows(), 0);
        m_pane->show();
        QCOMPARE(rows(), 1);
        m_pane->hide();
        m_editor->setField({0}, u"importance"_s, 0.5);
        m_pane->show();
        QCOMPARE(rows(row(0)), 2);
    }

    void whatCannotBeReadIsMended() {
        m_workspace->setDocument(documentOf("[\"a, March 2021\"]"));
        QCOMPARE(m_tree->currentIndex(), row(0));
        QVERIFY(button(u"Correct it"_s) == nullptr);
        auto *mend = button(u"Mend the event"_s);
        QVERIFY(mend != nullptr);
        QString told;
        bool wasEnabled = true;
        QTimer::singleShot(0, m_pane.get(), [&] {
            auto *dialog = qobject_cast<MendDialog *>(QApplication::activeModalWidget());
            auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
            wasEnabled = ok->isEnabled();
            auto *findings = dialog->findChild<QTextBrowser *>();
            dialog->findChild<QPlainTextEdit *>()->setPlainText(
                u"{\"title\": \"a\", \"date\": \"March 2021\"}"_s);
            wasEnabled |= ok->isEnabled();
            told = findings->toPlainText();
            Q_EMIT findings->anchorClicked(QUrl(u"0"_s));
            ok->click();
        });
        mend->trigger();
        QVERIFY(!wasEnabled);
        QVERIFY2(told.contains(u"2021-03"_s), qPrintable(told));
        QCOMPARE(rows(), 0);
        QCOMPARE(m_workspace->document()->presentCount(), EventIndex{1});
        m_editor->undo();
        QCOMPARE(rows(), 1);
        QCOMPARE(m_workspace->document()->presentCount(), EventIndex{0});
    }

    void aKindIsMended() {
        m_workspace->setDocument(documentOf("[" + eventsWith("\"importance\":7", 1800) + ',' +
                                            eventsWith("\"importance\":8,\"status\":\"x\"", 2) + ']'));
        m_tree->setCurrentIndex(row(0));
        auto *mend = button(u"Correct all 1,802…"_s);
        QVERIFY(mend != nullptr);
        QStringList ways;
        QString ok;
        inDialog<MendKindDialog>([&](MendKindDialog &dialog) {
            for (const auto *way : dialog.findChildren<QRadioButton *>()) {
                ways += way->text();
            }
            auto *button = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
            ok = button->text();
            button->click();
        });
        mend->trigger();
        QCOMPARE(ways, QStringList({u"Divide by 10"_s, u"Divide by 100"_s, u"Divide by 8, the largest"_s,
                                    u"Make them 0 or 1"_s}));
        QCOMPARE(ok, u"Mend 1,802"_s);
        QCOMPARE(rows(), 1); // the statuses
        QCOMPARE(m_editor->undoStack()->count(), 1);
        QCOMPARE(m_editor->undoStack()->undoText(), u"Mending of 1,802 problems"_s);
        m_editor->undo();
        QCOMPARE(rows(), 2);
        QVERIFY(m_workspace->document()->changes().empty());
    }

    void whatIsNotSureIsNotOffered() {
        m_workspace->setDocument(documentOf("[" + eventsWith("\"importance\":\"high\"", 2) + ']'));
        m_tree->setCurrentIndex(row(0));
        bool isOffered = true;
        inDialog<MendKindDialog>([&](MendKindDialog &dialog) {
            isOffered = !dialog.findChildren<QRadioButton *>().isEmpty();
            dialog.reject();
        });
        button(u"Correct all"_s)->trigger();
        QVERIFY(!isOffered);
        QCOMPARE(m_editor->undoStack()->count(), 0);
    }

    /// In its row, and by Ctrl+. as well.
    void oneIsCorrectedWhereItStands_data() {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("the button") << false;
        QTest::newRow("the key") << true;
    }
    void oneIsCorrectedWhereItStands() {
        QFETCH(bool, byKey);
        m_workspace->setDocument(documentOf("[" + eventsWith("\"status\":\"Planed\"", 1) + ",\n" +
                                            eventsWith("\"importance\":7", 2) + ']'));
        m_tree->expand(row(0));
        const QModelIndex finding = row(1, row(0));
        const auto [words, place] = buttonIn(finding);
        QCOMPARE(words, u"Write it as 1"_s);
        QCOMPARE(buttonIn(row(0)).first, u"Correct all 2…"_s);
        if (byKey) {
            m_pane->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
            m_tree->setFocus();
            m_tree->setCurrentIndex(finding);
            QTest::keyClick(m_tree, Qt::Key_Period, Qt::ControlModifier);
        } else {
            QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, place);
        }
        QCOMPARE(m_editor->undoStack()->count(), 1);
        QCOMPARE(m_workspace->document()->details(2).importance, 1.0F);
        QCOMPARE(m_workspace->document()->findings().size(), std::size_t{2});
        m_editor->undo();
        QVERIFY(m_workspace->document()->changes().empty());
    }

    /// In the order of the file, each with what corrects it.
    void listedByLine() {
        m_workspace->setDocument(documentOf("[" + eventsWith("\"importance\":7,\"status\":\"x\"", 3) + ']'));
        QCOMPARE(rows(), 2);
        auto *order = m_pane->findChild<Trough *>();
        order->button(1)->click();
        QCOMPARE(rows(), 6);
        QVERIFY(totals().startsWith(u"6 problems;"_s));
        for (int i = 0; i < rows(); ++i) {
            QCOMPARE(row(i).data(FindingModel::EventRole).toUInt(), EventIndex(i) / 2);
            QCOMPARE(row(i).siblingAtColumn(FindingModel::LineColumn).data().toInt(), 1 + i / 2);
        }
        m_tree->setCurrentIndex(row(4));
        m_editor->setField({0}, u"importance"_s, 0.5);
        QCOMPARE(rows(), 5);
        QCOMPARE(m_tree->currentIndex(), row(4));
        order->button(0)->click();
        QCOMPARE(rows(), 2);
    }

    void whatIsReadOnlyIsNotMended() {
        m_workspace->setDocument(documentOf("[" + eventsWith("\"importance\":7", 2) + ']'));
        m_tree->setCurrentIndex(row(0));
        m_editor->setReadOnly(u"It is a story."_s);
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        button(u"Correct all"_s)->trigger(); // opens no dialog
        QCOMPARE(refused.count(), 1);
    }
};

QTEST_MAIN(ProblemsPaneTest)
#include "problems_pane_test.moc"
