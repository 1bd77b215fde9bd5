// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/app_fixture.h"
#include "app/files/file_session.h"
#include "widgets/workspace_fixture.h"

#include <QTest>

inline const QByteArray file =
    "{\r\n\t\"title\": \"T\",\r\n\t\"events\": [\r\n"
    "\t\t{\"id\": \"a\", \"title\": \"A\", \"date\": \"2001\", \"x-note\": 1.50e0},\r\n"
    "\t\t{\"id\": \"b\", \"title\": \"B\", \"date\": \"2002\"},\r\n"
    "\t\t{\"title\": \"no id\", \"date\": \"2003\"}\r\n\t]\r\n}";

inline QByteArray with(const QByteArray &from, const QByteArray &to, QByteArray text = file) {
    return text.replace(from, to);
}

/// What a window has, without the window.
struct Window {
    FixedMeasure measure;
    timeline::Workspace workspace{measure};
    timeline::Editor editor{workspace};
    timeloom::FileSession session{workspace, editor};

    explicit Window(const QString &fileName) {
        const timeline::Result<timeline::ReadResult> read = timeline::readFile(fileName);
        workspace.setDocument(read ? read->document : nullptr);
        session.begin(fileName, workspace.document());
    }
    QString title(timeline::EventIndex event) const { return workspace.document()->eventTitle(event); }
    void setTitle(timeline::EventIndex event, const QString &title) {
        editor.setField({event}, QStringLiteral("title"), title);
    }
    /// As it is done when the file has changed on disk.
    std::size_t bringTogether() {
        const auto theirs = timeline::readFile(session.fileName())->document;
        timeline::Merge merge(session.pendingEdits(), *theirs);
        session.mergeInto(theirs, merge, QStringLiteral("merge"));
        return merge.conflicts().size();
    }
};

/// A file in a folder of its own, where its journal is, too.
class SessionFixture : public QObject {
protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    QString path(const char *name) const { return m_folder->filePath(QLatin1StringView(name)); }
    timeloom::Journal journal() const { return timeloom::Journal(m_file); }

    void makeOne() {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", path("state").toUtf8());
        m_file = path("events.json");
        QVERIFY(write(m_file, file));
    }
};
