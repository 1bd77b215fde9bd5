// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/finding_text.h"

#include <QDialog>

class QDialogButtonBox;
class QPlainTextEdit;
class QTextBrowser;

namespace timeloom {

/// The text of an event that cannot be shown, to be mended by hand or by a click: says what is wrong with it
/// while it is written, and takes it over once it is an event.
class MendDialog : public QDialog {
    Q_OBJECT

public:
    /// `document` must outlive the dialog.
    MendDialog(const timeline::Document &document, const QByteArray &text, QWidget *parent);

    QByteArray text() const; ///< JSON

private:
    void check();
    void mend(const timeline::EventFix &fix);
    /// What is wrong with the text as JSON, before it can be looked at as an event.
    QString whyNoJson(const QByteArray &text) const;

    const timeline::Document &m_document;
    QPlainTextEdit *m_edit;
    QTextBrowser *m_findings;
    QDialogButtonBox *m_buttons;
    std::optional<FindingText> m_text; ///< of what is in m_findings
    bool m_hasCrLf = false;
};

} // namespace timeloom
