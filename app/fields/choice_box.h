// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <functional>
#include <optional>
#include <vector>

namespace timeloom {

/// A box in which only choosing chooses. Keys that would change at once what stands in it open its list
/// instead, where one looks around, takes one with Return or leaves it with Escape.
class ChoiceBox : public QComboBox {
    Q_OBJECT

public:
    using Choices = std::vector<std::pair<QString, QString>>; ///< what is chosen, and what people read
    static constexpr std::size_t mostListed = 40;             ///< choices; more are looked for

    explicit ChoiceBox(QWidget *parent = nullptr);

    /// Adds an item that lets one look among all choices, where these are too many for the list.
    void addSearch(const QString &text, std::function<Choices()> all);
    void showPopup() override;

    /// Asks for one of very many, to be found by a part of what people read; none where one cancels.
    static std::optional<QString> lookFor(const Choices &choices, const QString &title, QWidget *parent);

Q_SIGNALS:
    /// A person took this one, from the list or by looking for it.
    void picked(int index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void pick(int index);

    QString m_search; ///< the item's text; empty where there is none
    std::function<Choices()> m_all;
    int m_before = -1; ///< what was chosen when the list was opened
};

} // namespace timeloom
