// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pointer.h"
#include "widgets/view/timeline_view.h"
#include "widgets/workspace_fixture.h"

#include <QTest>

/// A view of six events, and what is asked of it again and again.
class ViewFixture : public QObject {
protected:
    timeline::Fonts m_fonts;
    std::unique_ptr<timeline::Workspace> m_workspace;
    std::unique_ptr<timeline::TimelineView> m_view;
    std::unique_ptr<Pointer> m_pointer;

    const timeline::Scene &scene() const { return m_view->scene(); }
    const timeline::Viewport &seen() const { return m_workspace->navigation()->viewport(); }
    double plotX(double sceneX) const { return sceneX - scene().plot.left(); }
    QPointF middle() const {
        return {std::floor(scene().plot.center().x()), std::floor(scene().plot.bottom() - 3)};
    }
    QPointF markOf(timeline::EventIndex event) const { return scene().itemOf(event)->rect.center(); }
    bool isAtRest() const { return seen() == m_workspace->navigation()->destination(); }
    void show(const QByteArray &json) {
        m_workspace->setDocument(documentOf(json));
        m_workspace->navigation()->setViewport(m_workspace->layout().fitAll(m_workspace->sceneSize()));
    }

    /// More events than there is room for.
    static QByteArray crowd() {
        QByteArrayList events;
        for (int i = 0; i < 900; ++i) {
            events += "{\"title\": \"event " + QByteArray::number(i) + "\", \"date\": \"20" +
                      QByteArray::number(10 + i % 10) + '-' + QByteArray::number(10 + i % 3) + "\"}";
        }
        return '[' + events.join(',') + ']';
    }

    void makeOne() {
        m_workspace = std::make_unique<timeline::Workspace>(m_fonts);
        m_view = std::make_unique<timeline::TimelineView>(*m_workspace, m_fonts);
        m_view->resize(900, 500);
        m_workspace->setDocument(documentOf(sixEvents));
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_pointer = std::make_unique<Pointer>(m_view->viewport());
    }
    void takeAway() {
        m_view.reset();
        m_workspace.reset();
    }
};
