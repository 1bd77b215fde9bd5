// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/app_fixture.h"
#include "app/shell/foot.h"
#include "app/shell/lazy_pages.h"
#include "app/shell/side_bar.h"
#include "app/shell/stage.h"
#include "app/window/main_window.h"

#include <QAction>
#include <QSettings>
#include <QTest>

inline const QByteArray three =
    "[{\"id\": \"a\", \"title\": \"A\", \"date\": \"2001\"}, {\"id\": \"b\", \"title\": \"B\", \"date\": "
    "\"2005\"}, {\"id\": \"c\", \"title\": \"C\", \"date\": \"2010\"}]";

/// A window as it is shown to one who never had one.
class WindowFixture : public QObject {
protected:
    std::unique_ptr<timeloom::MainWindow> m_window;

    timeline::Workspace &workspace() const { return m_window->workspace(); }
    /// The action with this text, however it is underlined; nullptr where there is none.
    QAction *action(const QString &text) const {
        for (QAction *candidate : m_window->findChildren<QAction *>()) {
            if (candidate->text().remove(u'&') == text) {
                return candidate;
            }
        }
        return nullptr;
    }
    QString fileOf(const char *name, const QByteArray &bytes) const {
        const QString path = home.path("") + u'/' + QString::fromUtf8(name);
        return write(path, bytes) ? path : QString();
    }

    void makeOne() {
        QSettings().clear();
        m_window = std::make_unique<timeloom::MainWindow>();
        m_window->resize(1200, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        // They come after the first frame.
        QTRY_VERIFY(m_window->stage().foot().isMade(0) && m_window->stage().side().pages().isMade(0));
    }
};
