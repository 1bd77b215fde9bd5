// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/record_model.h"
#include "document/edit/event_check.h"
#include "document/format/record_fields.h"
#include "widgets/workspace/editor.h"

#include <QJsonArray>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace timeloom {

class ChoiceBox;
class FindingNote;
class FoldButton;

/// All fields of the selected events, to be edited. What is typed is in the document at once, as far as it
/// can be; what is wrong is told below the field, with what mends it. Of several events a field shows what
/// they have in common, and what is put into it all of them get: of many when the field is left, or nobody
/// has typed for a moment.
class EventForm : public QWidget {
    Q_OBJECT

public:
    EventForm(timeline::Workspace &workspace, timeline::Editor &editor, QWidget *parent = nullptr);

    void focusTitle(); ///< to be typed over

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Field {
        QString name;
        QWidget *widget;
        FindingNote *note; ///< what is wrong
        FoldButton *fold;  ///< what is shown and hidden by; null for what is always shown
        /// Shows the value that all have; undefined where none has one, or where they differ.
        std::function<void(const QJsonValue &value, bool isMixed)> show;
    };

    Field &addField(const QString &name, const QString &title, QWidget *widget,
                    std::function<void(const QJsonValue &, bool)> show, const QString &hint = {});
    QWidget *makeHead(const QString &title, QWidget *of, const QString &hint) const;
    void add(timeline::EventField field);
    void addLine(const QString &name, const QString &label);
    void addDate(const QString &name, const QString &label);
    void addCategory(const QString &name, const QString &label);
    void addStatus(const QString &name, const QString &label);
    void addImportance(const QString &name, const QString &label);
    void addList(const QString &name, const QString &label, std::function<QStringList()> choices);
    void addSources(const QString &name, const QString &label);
    void addMarkdown(const QString &name, const QString &label);
    void addRecords(timeline::RecordKind kind, const QString &name, const QString &label);
    void chooseCategory(int index);
    void chooseColor();

    void refresh();
    void showFields();
    void showFindings();
    void showFindings(const std::vector<timeline::FieldFinding> &findings);
    void set(const QString &field, const QJsonValue &value);
    void setList(const QString &field, const QStringList &words);
    bool areMany() const { return m_events.size() > timeline::Editor::few; }
    void setInMany(const QString &field, const QJsonValue &value);
    void setListInMany(const QString &field, const QStringList &words);
    void postpone(const QString &field, std::function<void()> edit);
    void makePostponed();
    std::optional<QJsonValue> loneElement(timeline::EventIndex event, const QString &field) const;
    void takeBackTyped();
    QString whatStays(const QString &field) const;
    void showKept(const QString &field);
    QStringList listOf(timeline::EventIndex event, const QString &field) const;
    void mend(const timeline::EventFix &fix);

    timeline::Workspace &m_workspace;
    timeline::Editor &m_editor;
    std::vector<timeline::EventIndex> m_events; ///< that are shown
    std::vector<std::unique_ptr<Field>> m_fields;
    QHash<QString, QStringList> m_common; ///< words of lists, as they are shown
    /// What lists of several events said before somebody typed in them, and what of that all had in common.
    struct Before {
        std::vector<QStringList> lists;
        QStringList common;
    };
    QHash<QString, Before> m_before;
    /// What the events said before somebody began to type in the field: what ends as something that cannot be
    /// taken over leaves no trace of what it began with.
    struct Typing {
        QString field;
        timeline::DocumentEdit before;
    };
    std::optional<Typing> m_typing;
    QMap<QString, QJsonValue> m_refused; ///< what stands in fields and could not be taken over
    QTimer m_due;
    std::vector<std::pair<QString, std::function<void()>>> m_postponed; ///< edits of many events, by field
    QTimer m_postponedDue;

    QLabel *m_heading;
    QWidget *m_page;
    QScrollArea *m_scroll;
    QVBoxLayout *m_form;
    QLineEdit *m_title = nullptr;
    ChoiceBox *m_category = nullptr;
    QToolButton *m_color = nullptr;
};

} // namespace timeloom
