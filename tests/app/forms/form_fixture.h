// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/app_fixture.h"
#include "app/fields/status_chips.h"
#include "app/forms/event_form.h"
#include "widgets/workspace_fixture.h"

#include <QLabel>
#include <QTest>

/// Two with things in common, one that names what is not there, and one with an id that another has.
inline const QByteArray events =
    "{\"categories\": [{\"id\": \"a\", \"title\": \"Apples\"}, {\"id\": \"b\"}],\n"
    " \"sources\": [{\"id\": \"s\", \"title\": \"Source\"}],\n"
    " \"events\": [\n"
    "  {\"id\": \"one\", \"title\": \"One\", \"date\": \"2001\", \"category\": \"a\", "
    "\"tags\": [\"x\", \"y\"]},\n"
    "  {\"id\": \"two\", \"title\": \"Two\", \"date\": \"2001\", \"category\": \"b\", "
    "\"tags\": [\"y\", \"z\"]},\n"
    "  {\"id\": \"three\", \"title\": \"Three\", \"date\": \"2003\", \"category\": "
    "\"c\", \"sources\": [\"S\"],\n"
    "   \"links\": [{\"to\": \"nowhere\"}]},\n"
    "  {\"id\": \"one\", \"title\": \"Four\", \"date\": \"2004\"}]}\n";

/// A form of the first of these events.
class FormFixture : public QObject {
protected:
    FixedMeasure m_measure;
    std::unique_ptr<timeline::Workspace> m_workspace;
    std::unique_ptr<timeline::Editor> m_editor;
    std::unique_ptr<timeloom::EventForm> m_form;

    const timeline::Document &document() const { return *m_workspace->document(); }
    timeline::EventDetails details(timeline::EventIndex event) const { return document().details(event); }
    template <typename Widget>
    Widget *field(const char *name) const {
        for (Widget *widget : m_form->findChildren<Widget *>()) {
            if (widget->accessibleName() == QLatin1StringView(name)) {
                return widget;
            }
        }
        qFatal("there is no field %s", name);
    }
    /// What the notes below the fields say.
    QString notes() const {
        QStringList all;
        for (const QLabel *label : m_form->findChildren<QLabel *>()) {
            if (label->isVisible() && label->textFormat() == Qt::AutoText &&
                label->text().startsWith(QLatin1String("<span"))) {
                all += label->text();
            }
        }
        return all.join(QLatin1Char('\n'));
    }
    /// The box in which a status is typed, which a chip shows.
    timeloom::StatusBox *statusBox() const {
        auto *chips = m_form->findChild<timeloom::StatusChips *>();
        if (!chips->box()->isVisible()) {
            chips->showBox();
        }
        return chips->box();
    }
    void select(const std::vector<timeline::EventIndex> &indices) {
        m_workspace->selection()->select(indices);
        QCoreApplication::processEvents();
    }
    static void type(QWidget *widget, const QString &text) {
        QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
        text.isEmpty() ? QTest::keyClick(widget, Qt::Key_Delete) : QTest::keyClicks(widget, text);
    }

    void makeOne() {
        m_workspace = std::make_unique<timeline::Workspace>(m_measure);
        m_editor = std::make_unique<timeline::Editor>(*m_workspace);
        m_workspace->setDocument(documentOf(events));
        m_form = std::make_unique<timeloom::EventForm>(*m_workspace, *m_editor);
        m_form->resize(400, 900);
        m_form->show();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
        select({0});
    }
    void takeAway() {
        m_form.reset();
        m_editor.reset();
        m_workspace.reset();
    }
};
