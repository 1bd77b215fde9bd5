// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/main_window.h"

#include "app/charts/chart_pane.h"
#include "app/files/file_drop.h"
#include "app/forms/field_wheel.h"
#include "app/panes/details_pane.h"
#include "app/panes/history_pane.h"
#include "app/panes/legend_pane.h"
#include "app/panes/problems_pane.h"
#include "app/panes/table_pane.h"
#include "app/panes/undated_pane.h"
#include "app/pictures/export_dialog.h"
#include "app/window/about.h"
#include "app/window/edit_menu.h"
#include "app/window/icons.h"
#include "app/window/loading_bar.h"
#include "app/window/surfaces.h"
#include "app/window/view_menu.h"
#include "document/bytes/visible_text.h"
#include "paint/theme.h"
#include "widgets/view/overview_strip.h"
#include "widgets/view/timeline_view.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QIcon>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QScrollBar>
#include <QSettings>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QVBoxLayout>
#include <utility>

namespace timeloom {

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

constexpr int refusalShown = 8000;   // milliseconds
constexpr int paneLayoutVersion = 3; // one more where panes change: no old arrangement is restored

/// Text of others where there is one line for it.
QString shownLine(const QString &text) {
    constexpr qsizetype longest = 300;
    const QString line = visibleText(text.left(4 * longest)).simplified();
    return line.size() > longest ? line.left(longest) + u'…' : line;
}

/// The title of a pane says how many there are in it.
template <typename Pane>
Pane *counted(Pane *pane, QDockWidget *dock) {
    const auto showCount = [dock, title = dock->windowTitle()](int count) {
        dock->setWindowTitle(
            count == 0 ? title : MainWindow::tr("%1 (%L2)", "a pane, how many").arg(title).arg(count));
    };
    QObject::connect(pane, &Pane::countChanged, dock, showCount);
    showCount(pane->count());
    return pane;
}

} // namespace

MainWindow::MainWindow()
    : m_workspace(m_fonts), m_editor(m_workspace), m_surfaces(new Surfaces(m_workspace, m_editor, m_fonts)),
      m_files(m_workspace, m_editor, this), m_pointer(new QLabel), m_count(new QLabel) {
    setWindowIcon(icon(QStringLiteral("timeloom")));
    FieldWheel::guard();
    connect(new FileDrop(this), &FileDrop::dropped, &m_files, &FileActions::openDropped);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);

    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_surfaces, 1);
    auto *overview = new OverviewStrip(m_workspace);
    column->addWidget(overview);
    connect(m_surfaces, &QStackedWidget::currentChanged, overview, [this, overview] {
        overview->setVisible(&m_surfaces->shown() == &m_surfaces->lanes()); // a page shows all
    });
    setCentralWidget(middle);

    statusBar()->addWidget(m_pointer, 1);
    statusBar()->addPermanentWidget(m_count);
    connect(m_surfaces, &Surfaces::pointedAt, m_pointer, &QLabel::setText);
    connect(&m_workspace, &Workspace::layoutChanged, this, [this] {
        const EventIndex shown = m_workspace.layout().lanes().eventCount;
        const EventIndex all = m_workspace.document()->placedCount();
        const QLocale locale;
        m_count->setText(shown == all
                             ? tr("Events: %1").arg(locale.toString(all))
                             : tr("Events: %1 of %2").arg(locale.toString(shown), locale.toString(all)));
    });
    for (QLabel *label : {m_pointer, m_count}) {
        label->setTextFormat(Qt::PlainText);
    }
    connect(&m_files, &FileActions::told, this, [this](const QString &message, int milliseconds) {
        statusBar()->showMessage(shownLine(message), milliseconds);
    });
    connect(&m_editor, &Editor::refused, this,
            [this](const QString &why) { statusBar()->showMessage(shownLine(why), refusalShown); });
    connect(&m_files, &FileActions::titleChanged, this, &MainWindow::showTitle);
    connect(&m_editor, &Editor::obstacleChanged, this, &MainWindow::showTitle);
    statusBar()->addPermanentWidget(new LoadingBar(m_files.opening(), m_workspace, m_editor));

    makeFileMenu();
    addEditMenu(*menuBar(), m_workspace, m_editor, *m_surfaces, m_toolBarActions);
    const auto find = [this] {
        fillPanes();
        m_find();
    };
    m_panes = addViewMenu(*menuBar(), m_workspace, *m_surfaces, find, m_toolBarActions);
    makePanes();
    makeHelpMenu();
    makeToolBar();
    arrangePanes();
    showTitle();
    m_surfaces->setFocus();
}

MainWindow::~MainWindow() {
    // The views look at the workspace to their last moment, and it goes before a window's children do.
    delete takeCentralWidget();
    qDeleteAll(findChildren<QDockWidget *>(Qt::FindDirectChildrenOnly));
}

QAction *MainWindow::addAction(QMenu *menu, const QString &text, const QString &iconName,
                               const QKeySequence &shortcut, const std::function<void()> &run) {
    QAction *action = menu->addAction(icon(iconName), text);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, run);
    return action;
}

void MainWindow::makeFileMenu() {
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    m_toolBarActions.push_back(addAction(menu, tr("&Open…"), QStringLiteral("open"), QKeySequence::Open,
                                         [this] { m_files.chooseFile(); }));
    QMenu *recent = menu->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { m_files.fillRecentFiles(recent); });
    addAction(menu, tr("The &bundled story"), {}, {}, [this] { open(QStringLiteral(":story")); });
    addAction(menu, tr("Re&load"), {}, QKeySequence::Refresh, [this] { m_files.reload(); });
    menu->addSeparator();
    m_toolBarActions.push_back(
        addAction(menu, tr("&Save"), QStringLiteral("save"), QKeySequence::Save, [this] { m_files.save(); }));
    addAction(menu, tr("Save &as…"), {},
              Qt::CTRL | Qt::SHIFT | Qt::Key_S, // the standard key is none on most desktops
              [this] { m_files.saveAs(); });
    menu->addSeparator();
    m_toolBarActions.push_back(addAction(menu, tr("&Export picture…"), QStringLiteral("export"),
                                         Qt::CTRL | Qt::Key_E, [this] { exportPicture(); }));
    addAction(menu, tr("&Copy picture"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { copyPicture(); });
    menu->addSeparator();
    addAction(menu, tr("&Quit"), {}, QKeySequence::Quit, [this] { close(); });
    m_toolBarActions.push_back(nullptr);
}

void MainWindow::makeHelpMenu() {
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    QAction *frameTimes = menu->addAction(tr("Show frame &times"));
    frameTimes->setCheckable(true);
    connect(frameTimes, &QAction::toggled, this,
            [this](bool on) { m_surfaces->lanes().setFrameTimesShown(on); });
    addAction(menu, tr("&About Timeloom"), {}, {}, [this] { showAbout(this); });
}

/// Makes room for a pane. What is in it comes after the first frame of the timeline, which nobody should wait
/// for.
QDockWidget *MainWindow::addPane(const QString &name, const QString &title, Qt::DockWidgetArea area,
                                 const PaneMaker &make) {
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setAcceptDrops(true); // of files, when it floats
    addDockWidget(area, dock);
    QAction *toggle = dock->toggleViewAction();
    toggle->setIcon(icon(name));
    m_panes->addAction(toggle);
    m_unfilled.emplace_back(dock, make);
    return dock;
}

void MainWindow::makePanes() {
    auto *details =
        addPane(QStringLiteral("details"), tr("Details"), Qt::RightDockWidgetArea, [this](QDockWidget *dock) {
            auto *pane = new DetailsPane(m_workspace, m_editor);
            connect(m_surfaces, &Surfaces::editRequested, this, [dock, pane] {
                dock->show();
                dock->raise();
                pane->editEvent();
            });
            return pane;
        });
    auto *legend = addPane(QStringLiteral("legend"), tr("Legend"), Qt::RightDockWidgetArea,
                           [this](QDockWidget *) { return new LegendPane(m_workspace, m_fonts); });
    auto *chart = addPane(QStringLiteral("chart"), tr("Events over time"), Qt::BottomDockWidgetArea,
                          [this](QDockWidget *) { return new ChartPane(m_workspace); });
    auto *table =
        addPane(QStringLiteral("table"), tr("Table"), Qt::BottomDockWidgetArea, [this](QDockWidget *dock) {
            auto *pane = new TablePane(m_workspace, m_editor);
            m_find = [dock, pane] {
                dock->show();
                dock->raise();
                pane->focusFilter();
            };
            return pane;
        });
    auto *problems =
        addPane(QStringLiteral("problems"), tr("Problems"), Qt::BottomDockWidgetArea,
                [this](QDockWidget *dock) { return counted(new ProblemsPane(m_workspace, m_editor), dock); });
    auto *undated = addPane(
        QStringLiteral("undated"), tr("Without a date"), Qt::BottomDockWidgetArea, [this](QDockWidget *dock) {
            auto *pane = new UndatedPane(m_workspace, m_editor);
            connect(pane, &UndatedPane::editRequested, m_surfaces, &Surfaces::editRequested);
            return counted(pane, dock);
        });
    auto *history =
        addPane(QStringLiteral("history"), tr("History"), Qt::RightDockWidgetArea, [this](QDockWidget *) {
            auto *steps = new HistoryPane(m_editor);
            steps->setCleanIcon(icon(QStringLiteral("save")));
            return steps;
        });
    tabifyDockWidget(chart, table);
    tabifyDockWidget(table, problems);
    tabifyDockWidget(problems, undated);
    tabifyDockWidget(legend, history);
    legend->raise();
    chart->raise();
    resizeDocks({details, legend}, {560, 340}, Qt::Vertical);
    resizeDocks({details}, {360}, Qt::Horizontal);
    resizeDocks({chart}, {170}, Qt::Vertical);
    m_surfaces->lanes().viewport()->installEventFilter(this);
}

void MainWindow::fillPanes() {
    for (const auto &[dock, make] : std::exchange(m_unfilled, {})) {
        dock->setWidget(make(dock));
    }
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, &MainWindow::fillPanes);
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::makeToolBar() {
    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setIconSize(QSize(20, 20));
    for (QAction *action : m_toolBarActions) {
        action == nullptr ? static_cast<void>(bar->addSeparator()) : bar->addAction(action);
    }
}

void MainWindow::arrangePanes() {
    resize(1440, 900);
    QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray());
    restoreState(settings.value(QStringLiteral("panes")).toByteArray(), paneLayoutVersion);
}

void MainWindow::closeEvent(QCloseEvent *event) {
    if (!m_files.mayClose()) {
        event->ignore();
        return;
    }
    QSettings settings;
    settings.setValue(QStringLiteral("geometry"), saveGeometry());
    settings.setValue(QStringLiteral("panes"), saveState(paneLayoutVersion));
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event) {
    if (event->type() == QEvent::ActivationChange && isActiveWindow()) {
        m_files.look();
    }
    QMainWindow::changeEvent(event);
}

// Files

bool MainWindow::open(const QString &fileName) {
    return m_files.open(fileName);
}

void MainWindow::showTitle() {
    const QString fileName = m_files.fileName();
    if (fileName.isEmpty()) {
        setWindowTitle(tr("Timeloom"));
        return;
    }
    const bool isFile = fileName != QLatin1String(":story") && fileName != QLatin1String("-");
    setWindowFilePath(isFile ? fileName : QString());
    const QString name = shownLine(isFile ? QFileInfo(fileName).fileName() : m_workspace.document()->title())
                             .replace("[*]"_L1, "[*][*]"_L1); // once, it would tell of edits
    setWindowTitle(m_editor.isReadOnly() ? tr("%1[*] (read only) – Timeloom").arg(name)
                                         : tr("%1[*] – Timeloom").arg(name));
    setWindowModified(m_editor.isDirty());
}

// Pictures

WindowLook MainWindow::look() const {
    return {Theme::forPalette(palette()).dark,
            static_cast<double>(m_surfaces->lanes().verticalScrollBar()->value()),
            &m_surfaces->shown() != &m_surfaces->lanes()};
}

void MainWindow::exportPicture() {
    const QString name = m_files.fileName().startsWith(u':') ? QStringLiteral("timeline")
                                                             : QFileInfo(m_files.fileName()).baseName();
    ExportDialog(m_workspace, m_fonts, name, look(), this).exec();
}

void MainWindow::copyPicture() {
    PictureOrder order = ExportDialog::orderOfWindow(m_workspace, look());
    order.options.scale = 2;
    order.options.size.rheight() += order.options.view ? 90 : 0; // for title and legend
    drawToClipboard(order, m_fonts, this,
                    [this] { statusBar()->showMessage(tr("The picture is on the clipboard."), 3000); });
}

} // namespace timeloom
