// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_window.h"

#include "app/bench/bench_timer.h"
#include "app/bench/window_hands.h"
#include "widgets/view/timeline_view.h"
#include "widgets/workspace/event_model.h"

#include <QCoreApplication>
#include <QDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QUndoStack>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

constexpr double longestStall = 50; // milliseconds

class WindowBench {
public:
    explicit WindowBench(const QString &fileName) : m_fileName(fileName) {}

    std::vector<WindowStep> run(const std::function<WindowToMeasure()> &make) {
        step("window", [&] {
            m_measured.emplace(make());
            m_hands.emplace(*m_measured->window);
            m_hands->showPanes();
        });
        open();
        filter();
        sort();
        scroll();
        move();
        point();
        selectAll();
        editAll();
        save();
        takePicture();
        reload();
        close();
        return m_steps;
    }

private:
    void step(const char *name, const std::function<void()> &act) {
        m_watch.restart();
        const BenchTimer timer;
        act();
        const double milliseconds = timer.milliseconds();
        WindowHands::waitQuietly(); // what comes late, comes from this
        m_steps.push_back({name, milliseconds, m_watch.longest()});
    }

    Workspace &workspace() { return m_measured->workspace; }
    Editor &editor() { return m_measured->editor; }

    bool isDone() {
        return !workspace().isArranging() && !workspace().events()->isBusy() && editor().canEdit();
    }
    void waitUntilDone() {
        WindowHands::waitUntil([this] { return isDone(); });
    }

    void open() {
        step("first_frame", [this] {
            const auto before = workspace().document();
            m_measured->open(m_fileName);
            WindowHands::waitUntil([&] { return workspace().document() != before; });
        });
        step("open", [this] { waitUntilDone(); });
    }

    /// A word that stands in many events, or in one at least.
    QString word() {
        const Document &document = *workspace().document();
        QString word = u"the"_s;
        if (document.eventCount() > 0) {
            for (const QString &candidate : document.eventTitle(document.eventCount() / 2).split(u' ')) {
                word = candidate.size() >= 4 && candidate.front().isLetter() ? candidate : word;
            }
        }
        return word.left(6);
    }

    void typeFilter(const QString &text, bool isQuick) {
        for (const QChar letter : text) {
            m_hands->type(*m_hands->filter(), letter);
            if (!isQuick) {
                waitForFilter();
            }
        }
        waitForFilter();
    }
    void clearFilter() {
        m_hands->clear(*m_hands->filter());
        waitForFilter();
    }
    void waitForFilter() { // which waits itself whether one types on
        WindowHands::waitUntil(
            [this] { return workspace().filter().query() == m_hands->filter()->text() && isDone(); });
    }

    void filter() {
        const QString typed = word();
        step("filter", [&] { typeFilter(typed, false); });
        step("filter_clear", [this] { clearFilter(); });
        step("filter_quick", [&] { typeFilter(typed, true); });
        clearFilter();
    }

    void sort() {
        static constexpr std::array<const char *, EventModel::columns> names = {
            "sort_date",       "sort_title",       "sort_lane", "sort_status",
            "sort_importance", "sort_attribution", "sort_place"};
        for (int column = 0; column < EventModel::columns; ++column) {
            step(names.at(static_cast<std::size_t>(column)), [&] {
                m_hands->table()->sortByColumn(column, Qt::DescendingOrder);
                waitUntilDone();
            });
        }
        step("sort_none", [this] {
            m_hands->table()->sortByColumn(-1, Qt::AscendingOrder);
            waitUntilDone();
        });
    }

    void scroll() {
        step("scroll", [this] {
            QScrollBar *bar = m_hands->table()->verticalScrollBar();
            constexpr int steps = 100;
            for (int i = 1; i <= steps; ++i) {
                bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * i / steps));
                WindowHands::waitUntilPainted();
            }
        });
    }

    void move() {
        Navigation &navigation = *workspace().navigation();
        const Viewport all = navigation.viewport();
        const auto to = [&](const Viewport &viewport) {
            navigation.setViewport(viewport);
            WindowHands::waitUntilPainted();
        };
        step("zoom", [&] {
            constexpr int steps = 100;
            for (int i = 0; i < steps; ++i) {
                const Viewport view = navigation.viewport();
                to(view.zoomedAt(view.size().width() * 0.4, 1.1));
            }
        });
        step("pan", [&] {
            constexpr int steps = 50;
            for (int i = 0; i < steps; ++i) {
                to(navigation.viewport().pannedBy(40));
            }
            to(all);
        });
    }

    /// Marks of events that are in view, from all over it. Not clusters, which answer a click with a menu.
    std::vector<QPointF> marks(std::size_t most) {
        const Scene &scene = m_hands->view()->scene();
        std::vector<QPointF> places;
        for (const SceneItem &item : scene.items) {
            if (const QPointF at = item.rect.intersected(scene.plot).center();
                scene.itemAt(at) == &item && item.shape != ItemShape::Cluster) {
                places.push_back(at);
            }
        }
        std::vector<QPointF> some;
        const std::size_t every = std::max<std::size_t>(1, places.size() / most);
        for (std::size_t i = 0; i < places.size() && some.size() < most; i += every) {
            some.push_back(places[i]);
        }
        return some;
    }

    void point() {
        step("hover", [this] {
            for (const QPointF place : marks(100)) {
                m_hands->pointAt(place);
                WindowHands::waitUntilPainted();
            }
        });
        step("click", [this] {
            for (const QPointF place : marks(20)) {
                m_hands->click(place);
                WindowHands::waitUntilPainted();
            }
        });
        step("hover_selected", [this] { // whose links are shown meanwhile
            for (const QPointF place : marks(50)) {
                m_hands->pointAt(place);
                WindowHands::waitUntilPainted();
            }
        });
    }

    void selectAll() {
        step("select_all", [this] {
            m_hands->trigger(QKeySequence::SelectAll);
            WindowHands::waitUntilPainted();
        });
        step("select_hover", [this] {
            for (const QPointF place : marks(50)) {
                m_hands->pointAt(place);
                WindowHands::waitUntilPainted();
            }
        });
        step("select_filter", [this] { typeFilter(word(), false); });
        step("select_clear", [this] { clearFilter(); });
        step("select_sort", [this] {
            m_hands->table()->sortByColumn(EventModel::TitleColumn, Qt::AscendingOrder);
            waitUntilDone();
            m_hands->table()->sortByColumn(-1, Qt::AscendingOrder);
            waitUntilDone();
        });
        step("select_form", [this] {
            m_hands->trigger(QKeySequence::SelectAll);
            m_hands->showForm(true);
            WindowHands::waitUntilPainted();
        });
    }

    void editAll() {
        step("edit_all", [this] {
            editor().setField(workspace().selection()->events(), u"attribution"_s, u"a"_s);
            waitUntilDone();
        });
        step("edit_all_undo", [this] {
            editor().undo();
            waitUntilDone();
        });
        m_hands->showForm(false);
        step("select_none", [this] {
            workspace().selection()->clearSelection();
            WindowHands::waitUntilPainted();
        });
    }

    void save() {
        const EventIndex middle = workspace().document()->eventCount() / 2;
        step("edit_one", [&] {
            workspace().selection()->select(middle);
            m_hands->showForm(true);
            WindowHands::waitUntilPainted();
            for (const QChar letter : u"edited"_s) {
                m_hands->type(*m_hands->formTitle(), letter);
                WindowHands::waitUntilPainted();
            }
            waitUntilDone();
        });
        step("save", [this] {
            m_hands->trigger(QKeySequence::Save);
            WindowHands::waitUntil([this] { return !editor().isDirty(); });
        });
        step("undo_one", [this] {
            editor().undo();
            waitUntilDone();
            editor().redo(); // it is as it was saved
            waitUntilDone();
        });
    }

    void takePicture() {
        step("export", [this] {
            m_hands->answerDialog([](QDialog &dialog) {
                const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
                WindowHands::waitUntil([&labels] { // for the preview
                    return std::ranges::any_of(labels,
                                               [](const QLabel *label) { return !label->pixmap().isNull(); });
                });
                dialog.reject();
            });
            m_hands->trigger(Qt::CTRL | Qt::Key_E);
        });
    }

    /// One types while the file is read again.
    void reload() {
        step("reload", [this] {
            m_hands->trigger(QKeySequence::Refresh);
            typeFilter(word(), false);
            clearFilter();
        });
    }

    /// While it is searched.
    void close() {
        step("close", [this] {
            m_hands->type(*m_hands->filter(), u'e');
            m_hands->pressReturn(*m_hands->filter());
            m_hands.reset();
            m_measured->window->close();
            m_measured.reset();
        });
    }

    QString m_fileName;
    StallWatch m_watch;
    std::optional<WindowToMeasure> m_measured;
    std::optional<WindowHands> m_hands;
    std::vector<WindowStep> m_steps;
};

QJsonValue shown(double milliseconds) {
    constexpr double hundredths = 100;
    return std::round(milliseconds * hundredths) / hundredths;
}

/// Where the texts of this file are translated.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(timeloom::WindowBench)
};

} // namespace

std::vector<WindowStep> measureWindow(const std::function<WindowToMeasure()> &make, const QString &fileName) {
    return WindowBench(fileName).run(make);
}

QString toText(const std::vector<WindowStep> &steps) {
    const auto line = [](const QString &name, const QString &all, const QString &wall, const QString &cpu) {
        constexpr int width = 12;
        return name.leftJustified(18) + all.rightJustified(width) + wall.rightJustified(width) +
               cpu.rightJustified(width) + u'\n';
    };
    QString text = line(u"step"_s, u"ms"_s, u"stall_ms"_s, u"cpu_ms"_s);
    for (const WindowStep &step : steps) {
        const auto number = [](double value) { return QString::number(value, 'f', 2); };
        text += line(QString::fromLatin1(step.name), number(step.milliseconds), number(step.stall.wall),
                     number(step.stall.cpu));
    }
    return text;
}

QString toJson(const std::vector<WindowStep> &steps) {
    QJsonObject all;
    for (const WindowStep &step : steps) {
        all.insert(QLatin1StringView(step.name), QJsonObject{{u"ms"_s, shown(step.milliseconds)},
                                                             {u"stall_ms"_s, shown(step.stall.wall)},
                                                             {u"cpu_ms"_s, shown(step.stall.cpu)}});
    }
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)) + u'\n';
}

QStringList stallsOf(const std::vector<WindowStep> &steps) {
    QStringList lines;
    for (const WindowStep &step : steps) {
        if (step.stall.wall > longestStall) {
            lines << Texts::tr("missed: in %1 the window did not answer for %2 ms; expected at most %3")
                         .arg(QLatin1StringView(step.name), QString::number(step.stall.wall, 'f', 0),
                              QString::number(longestStall, 'f', 0));
        }
    }
    return lines;
}

} // namespace timeloom
