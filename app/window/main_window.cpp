// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/main_window.h"

#include "app/files/file_drop.h"
#include "app/forms/field_wheel.h"
#include "app/pictures/export_dialog.h"
#include "app/shell/focus_parts.h"
#include "app/shell/foot.h"
#include "app/shell/search_field.h"
#include "app/shell/stage.h"
#include "app/shell/top_bar.h"
#include "app/signs/icons.h"
#include "app/signs/measures.h"
#include "app/window/about.h"
#include "app/window/edit_menu.h"
#include "app/window/first_geometry.h"
#include "app/window/go_menu.h"
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
#include <QFileInfo>
#include <QMenuBar>
#include <QScrollBar>
#include <QSettings>
#include <QStatusTipEvent>
#include <QTimer>
#include <QVBoxLayout>

namespace timeloom {

using namespace timeline;
using namespace Qt::StringLiterals;

namespace {

constexpr int refusalShown = 8000; // milliseconds

/// Text of others where there is one line for it.
QString shownLine(const QString &text) {
    constexpr qsizetype longest = 300;
    const QString line = visibleText(text.left(4 * longest)).simplified();
    return line.size() > longest ? line.left(longest) + u'…' : line;
}

} // namespace

MainWindow::MainWindow()
    : m_workspace(m_fonts), m_editor(m_workspace), m_surfaces(new Surfaces(m_workspace, m_editor, m_fonts)),
      m_files(m_workspace, m_editor, this), m_search(new SearchField(m_workspace)), m_stage(new Stage),
      m_foot(new Foot(m_workspace)), m_parts(new FocusParts(this)) {
    setWindowIcon(QIcon(u":/timeloom/icons/timeloom.svg"_s));
    FieldWheel::guard();
    connect(new FileDrop(this), &FileDrop::dropped, &m_files, &FileActions::openDropped);
    makeCanvas();

    auto *menus = new QMenuBar;
    QAction *exportPicture = makeFileMenu(menus);
    const EditActions edit = addEditMenu(*menus, m_workspace, m_editor, *m_surfaces);
    const ViewActions view = addViewMenu(*menus, m_workspace, *m_surfaces);
    addGoMenu(*menus, m_workspace, *m_surfaces, *m_search, *m_parts);
    makeHelpMenu(menus);
    edit.newEvent->setIconText(tr("New event"));
    exportPicture->setIconText(tr("Export…"));
    m_top = new TopBar(menus, m_search);
    m_top->setActions({edit.undo, edit.redo, view.lanes, view.page, edit.newEvent, exportPicture});
    // The bar is the window's menu: nobody asks the window for a menu bar or a status bar, which would make
    // one.
    setMenuWidget(m_top);
    makeSide(view.panes);
    makeFoot(view.panes);
    m_foot->setActions({view.fold, view.zoomOut, view.zoomIn, view.everything});
    m_foot->addBeside(new LoadingBar(m_files.opening(), m_workspace, m_editor));
    connect(&m_files, &FileActions::told, this, [this](const QString &message, int milliseconds) {
        m_foot->tell(shownLine(message), milliseconds);
    });
    connect(&m_editor, &Editor::refused, this,
            [this](const QString &why) { m_foot->tell(shownLine(why), refusalShown); });
    connect(&m_files, &FileActions::titleChanged, this, &MainWindow::showTitle);
    connect(&m_editor, &Editor::obstacleChanged, this, &MainWindow::showTitle);
    connect(m_surfaces, &Surfaces::pointedAt, m_foot, &Foot::tellOfPointer);
    connect(&m_surfaces->lanes(), &TimelineView::titlesCounted, m_foot, &Foot::tellOfTitles);
    connect(m_search, &SearchField::left, this, [this] { m_surfaces->setFocus(); });
    connect(m_search, &SearchField::wentTo, this,
            [this](const QString &say) { m_foot->tell(shownLine(say), refusalShown); });
    m_files.views().setPage({[this] { return &m_surfaces->shown() != &m_surfaces->lanes(); },
                             [view](bool isPage) { (isPage ? view.page : view.lanes)->setChecked(true); }});
    makeParts();
    arrangeWindow();
    showTitle();
    m_surfaces->setFocus();
}

MainWindow::~MainWindow() {
    // The views look at the workspace to their last moment, and it goes before a window's children do.
    delete takeCentralWidget();
    setMenuWidget(nullptr);
    delete m_top;
}

void MainWindow::makeCanvas() {
    m_overview = new OverviewStrip(m_workspace);
    m_stage->addCanvas(m_surfaces, 1);
    m_stage->addCanvas(m_overview, 0);
    connect(m_surfaces, &QStackedWidget::currentChanged, this, [this] {
        m_overview->setVisible(&m_surfaces->shown() == &m_surfaces->lanes()); // a page shows all
    });
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stage, 1);
    column->addWidget(m_foot);
    setCentralWidget(middle);
    m_surfaces->lanes().viewport()->installEventFilter(this);
}

QAction *MainWindow::addAction(QMenu *menu, const QString &text, const QString &iconName,
                               const QKeySequence &shortcut, const std::function<void()> &run) {
    QAction *action = menu->addAction(icon(iconName), text);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, run);
    return action;
}

QAction *MainWindow::makeFileMenu(QMenuBar *bar) {
    QMenu *menu = bar->addMenu(tr("&File"));
    addAction(menu, tr("&Open…"), u"open"_s, QKeySequence::Open, [this] { m_files.chooseFile(); });
    QMenu *recent = menu->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { m_files.fillRecentFiles(recent); });
    addAction(menu, tr("The &bundled story"), {}, {}, [this] { open(u":story"_s); });
    addAction(menu, tr("Re&load"), {}, QKeySequence::Refresh, [this] { m_files.reload(); });
    menu->addSeparator();
    addAction(menu, tr("&Save"), u"save"_s, QKeySequence::Save, [this] { m_files.save(); });
    addAction(menu, tr("Save &as…"), {},
              Qt::CTRL | Qt::SHIFT | Qt::Key_S, // the standard key is none on most desktops
              [this] { m_files.saveAs(); });
    menu->addSeparator();
    QAction *picture = addAction(menu, tr("&Export picture…"), u"export"_s, Qt::CTRL | Qt::Key_E,
                                 [this] { exportPicture(); });
    addAction(menu, tr("&Copy picture"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { copyPicture(); });
    menu->addSeparator();
    addAction(menu, tr("&Quit"), {}, QKeySequence::Quit, [this] { close(); });
    return picture;
}

void MainWindow::makeHelpMenu(QMenuBar *bar) {
    QMenu *menu = bar->addMenu(tr("&Help"));
    QAction *frameTimes = menu->addAction(tr("Show frame &times"));
    frameTimes->setCheckable(true);
    connect(frameTimes, &QAction::toggled, this,
            [this](bool on) { m_surfaces->lanes().setFrameTimesShown(on); });
    addAction(menu, tr("&About Timeloom"), {}, {}, [this] { showAbout(this); });
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, &MainWindow::fillPanes);
    }
    return QMainWindow::eventFilter(watched, event);
}

/// As it was, as far as that lies on a screen.
void MainWindow::arrangeWindow() {
    placeWindow(*this, QSettings().value(u"geometry"_s).toByteArray());
    m_stage->setRoom(widthClassOf(size()));
    m_stage->restore();
}

void MainWindow::showEvent(QShowEvent *event) {
    if (!m_wasShown) { // what was arranged before was of a size that the window need not have got
        m_wasShown = true;
        m_stage->setRoom(widthClassOf(size()));
        m_stage->restore();
    }
    QMainWindow::showEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event) {
    const WidthClass room = widthClassOf(size());
    m_stage->setRoom(room);
    m_foot->setRoom(room);
    m_overview->setStripHeight(px(room == WidthClass::Wide ? 48 : room == WidthClass::Middle ? 40 : 32));
    QMainWindow::resizeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event) {
    if (!m_files.mayClose()) {
        event->ignore();
        return;
    }
    QSettings().setValue(u"geometry"_s, saveGeometry());
    m_stage->keep();
    QMainWindow::closeEvent(event);
}

bool MainWindow::event(QEvent *event) {
    if (event->type() == QEvent::StatusTip) {
        m_foot->tellOfPointer(static_cast<QStatusTipEvent *>(event)->tip());
        return true;
    }
    return QMainWindow::event(event);
}

/// What nobody else wanted: Esc closes the drawer, then goes back to the canvas.
void MainWindow::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape) {
        if (m_stage->isDrawerOpen()) {
            m_stage->closeSide();
        }
        m_surfaces->setFocus();
        return;
    }
    QMainWindow::keyPressEvent(event);
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
    ExportDialog(m_workspace, m_fonts, m_files.fileName(), look(), this).exec();
}

void MainWindow::copyPicture() {
    PictureOrder order = ExportDialog::orderOfWindow(m_workspace, look());
    order.options.scale = 2;
    order.options.size.rheight() += order.options.view ? 90 : 0; // for title and legend
    drawToClipboard(order, m_fonts, this,
                    [this] { m_foot->tell(tr("The picture is on the clipboard."), 3000); });
}

} // namespace timeloom
