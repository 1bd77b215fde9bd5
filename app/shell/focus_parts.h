// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <vector>

class QWidget;

namespace timeloom {

/// The parts of the window in the order in which F6 goes round them. Each remembers where it was.
class FocusParts : public QObject {
    Q_OBJECT

public:
    explicit FocusParts(QWidget *window);
    void add(QWidget *part); ///< behind the others; passed over while it is not to be seen

    void goBy(int step);
    int current() const; ///< which part has the focus; -1: none

private:
    void note(QWidget *focused);
    int partOf(const QWidget *widget) const;
    QWidget *entry(std::size_t part) const;

    struct Part {
        QWidget *widget;
        QPointer<QWidget> last; ///< that had the focus
    };
    std::vector<Part> m_parts;
};

} // namespace timeloom
