// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/edit/kind_mending.h"
#include "widgets/workspace/background.h"

#include <QDialog>

class QButtonGroup;
class QDialogButtonBox;
class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace timeloom {

/// Offers what can be done about all problems of a kind: each way in words, with how many it mends and what
/// becomes of some values. Looking at them and making the new texts both go on beside the window, and can be
/// cancelled; the dialog is accepted when the texts are made.
class MendKindDialog : public QDialog {
    Q_OBJECT

public:
    MendKindDialog(std::shared_ptr<const timeline::Document> document, const timeline::FindingGroup &group,
                   QWidget *parent);

    timeline::DocumentEdit takeEdit() { return std::move(m_edit); } ///< of the way that was chosen, once
    QString stepName() const;

private:
    void showWays(std::vector<timeline::KindMend> ways);
    void addWay(const timeline::KindMend &way, int number);
    void showChoice();
    void makeTexts();
    void setWorking(const QString &what); ///< empty: it is done

    std::size_t m_count; ///< of the problems
    std::vector<timeline::KindMend> m_ways;
    timeline::DocumentEdit m_edit;
    timeline::Background<std::vector<timeline::KindMend>> m_looking;
    timeline::Background<timeline::DocumentEdit> m_making;
    QLabel *m_told;
    QProgressBar *m_progress;
    QVBoxLayout *m_list;
    QButtonGroup *m_choice;
    QDialogButtonBox *m_buttons;
};

} // namespace timeloom
