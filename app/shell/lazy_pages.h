// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>
#include <functional>
#include <vector>

namespace timeloom {

/// Pages of which one is shown. What is in them comes when they are first shown, or when all are asked for:
/// the first frame of the timeline waits for none.
class LazyPages : public QStackedWidget {
    Q_OBJECT

public:
    using Maker = std::function<QWidget *()>;

    using QStackedWidget::QStackedWidget;
    int addPage(const QString &name, const Maker &make); ///< gives its number
    void showPage(int page);
    void fill();                ///< makes all
    QWidget *content(int page); ///< makes it, where it is not there yet
    bool isMade(int page) const { return !m_makers.at(static_cast<std::size_t>(page)); }

private:
    std::vector<Maker> m_makers; ///< empty once it has made its page
};

} // namespace timeloom
