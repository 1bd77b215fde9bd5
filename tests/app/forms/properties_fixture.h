// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/file_properties.h"
#include "app/forms/head_fixture.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

/// The dialog of a file's properties.
class PropertiesFixture : public QObject {
protected:
    std::unique_ptr<timeline::Fonts> m_fonts;
    std::unique_ptr<timeline::Workspace> m_workspace;
    std::unique_ptr<timeline::Editor> m_editor;
    std::unique_ptr<timeloom::FileProperties> m_dialog;

    void open(const QByteArray &bytes) {
        m_dialog.reset();
        m_workspace->setDocument(timeline::readDocument(bytes).document);
        m_dialog = std::make_unique<timeloom::FileProperties>(*m_workspace, *m_editor);
        m_dialog->show();
    }
    QByteArray head() const { return m_workspace->document()->head(); }

    template <typename Widget>
    Widget *named(const char *name) const {
        for (Widget *widget : m_dialog->findChildren<Widget *>()) {
            if (widget->accessibleName() == QLatin1StringView(name)) {
                return widget;
            }
        }
        return nullptr;
    }
    timeloom::RecordModel *list(const char *name) const {
        auto *table = named<QTableView>(name);
        return table == nullptr ? nullptr : qobject_cast<timeloom::RecordModel *>(table->model());
    }
    QPushButton *button(const char *list, const char *text) const {
        for (QPushButton *each : named<QTableView>(list)->parentWidget()->findChildren<QPushButton *>()) {
            if (each->text().remove(u'&') == QLatin1StringView(text)) {
                return each;
            }
        }
        return nullptr;
    }
    QPushButton *ok() const {
        return m_dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    QString notes() const { return named<QLabel>("Notes")->text(); }
    void showTab(int tab) const { m_dialog->findChild<QTabWidget *>()->setCurrentIndex(tab); }

    void makeOne() {
        m_fonts = std::make_unique<timeline::Fonts>();
        m_workspace = std::make_unique<timeline::Workspace>(*m_fonts);
        m_editor = std::make_unique<timeline::Editor>(*m_workspace);
        open(file);
    }
    void takeAway() {
        m_dialog.reset();
        m_editor.reset();
        m_workspace.reset();
    }
};
