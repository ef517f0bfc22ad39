#include "app/main_window.h"

#include "app/focus_order.h"
#include "app/packet_actions.h"
#include "app/presenter.h"
#include "views/actions/action_set.h"
#include "views/canvas/network_view.h"
#include "views/dialogs/example_list.h"
#include "views/dialogs/file_flow.h"
#include "views/dialogs/recovery_question.h"
#include "views/dialogs/shortcut_sheet.h"
#include "views/dialogs/start_page.h"
#include "views/dialogs/tour.h"
#include "views/document/last_change.h"
#include "views/document/packet_tour.h"
#include "views/document/packet_trace.h"
#include "views/document/recovery.h"
#include "views/document/shown_ping.h"
#include "views/document/weak_points.h"
#include "views/panels/panel_list.h"
#include "views/panels/summary_banner.h"
#include "views/style/icon.h"
#include "views/style/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QStyle>
#include <QToolBar>
#include <QVBoxLayout>

namespace netdraft::app {

namespace {

constexpr auto geometryKey = "window/geometry";
constexpr auto layoutKey = "window/layout";
constexpr int messageMs = 6000;

} // namespace

MainWindow::MainWindow(const QString &recoveryFolder)
    : m_shown(new views::ShownPing(m_document, this)), m_trace(new views::PacketTrace(m_document, *m_shown, this)),
      m_weak(new views::WeakPoints(m_document, this)), m_change(new views::LastChange(m_document, this)),
      m_recoveryFolder(recoveryFolder), m_autosave(new views::Autosave(m_document, recoveryFolder, 2000, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    furnish();
    followDocument();
    resize(QSize(1600, 960).boundedTo(screen()->availableSize() - QSize(40, 80)));
    resizePanels();
    m_firstLayout = saveState(layoutVersion);
    const QSettings settings;
    restoreGeometry(settings.value(QLatin1String(geometryKey)).toByteArray());
    restoreState(settings.value(QLatin1String(layoutKey)).toByteArray(), layoutVersion);
    syncTitle();
}

MainWindow::~MainWindow()
{
    // The parts refer to the document and the selection, which are members and would go before a widget's children.
    clear();
    for (const auto &[id, panel] : m_kept)
        delete panel;
    delete m_autosave;
    delete m_trace;
    delete m_shown;
    delete m_weak;
    delete m_change;
}

/// Makes all that stands in the window and that says something.
void MainWindow::furnish()
{
    m_canvas = new views::NetworkView(m_document, m_selection);
    m_actions = new views::ActionSet(this);
    m_files = new views::FileFlow(m_document, this);
    m_zoom = new QLabel;
    m_actions->adopt(m_canvas->actions());
    placeParts();
    placePanels();
    placeMenus();
    connectFiles();
    connectEditing();
    connectCanvas();
    connectLooks();
    views::ShortcutSheet::restore(m_actions->all());
}

/// Takes away what furnish() made, but for panels that are at work.
void MainWindow::clear()
{
    delete m_presenter;
    for (QDockWidget *dock : findChildren<QDockWidget *>(Qt::FindDirectChildrenOnly)) {
        auto *panel = qobject_cast<views::Panel *>(dock->widget());
        if (panel && panel->isAtWork()) {
            panel->setParent(nullptr);
            m_kept[panel->objectName()] = panel;
        }
        delete dock;
    }
    delete takeCentralWidget();
    delete findChild<views::Tour *>(QStringLiteral("tour"));
    delete m_zoom;
    delete m_files;
    delete m_actions;
    qDeleteAll(findChildren<QToolBar *>(Qt::FindDirectChildrenOnly));
    setMenuBar(nullptr);
}

/// What outlives the parts is followed once.
void MainWindow::followDocument()
{
    connect(m_trace, &views::PacketTrace::changed, this,
            [this] { (*m_actions)["actionSavePackets"]->setEnabled(!m_trace->passages().empty()); });
    connect(&m_document, &views::Document::pathChanged, this, &MainWindow::syncTitle);
    connect(&m_document, &views::Document::reset, this, &MainWindow::syncTitle);
    connect(&m_document.undoStack(), &QUndoStack::cleanChanged, this, &MainWindow::syncTitle);
    connect(m_shown, &views::ShownPing::changed, this, &MainWindow::showShownPing);
    connect(m_trace, &views::PacketTrace::moved, this, &MainWindow::showShownPing);
    connect(&m_trace->tour(), &views::PacketTour::changed, this, &MainWindow::showShownPing);
    connect(m_weak, &views::WeakPoints::changed, this, &MainWindow::showWeakPoints);
    connect(m_change, &views::LastChange::changed, this, &MainWindow::showLastChange);
    connect(&m_document, &views::Document::reset, this, [this] { m_canvas->fitAll(); }, Qt::QueuedConnection);
    connect(&m_document, &views::Document::reset, &m_selection, &views::Selection::clear);
    connect(&m_document, &views::Document::reset, this, &MainWindow::closeStartPage);
    connect(&m_document, &views::Document::changed, this, &MainWindow::closeStartPage);
}

void MainWindow::start(const QString &file)
{
    if (!file.isEmpty()) {
        m_files->openPath(file);
        return;
    }
    if (views::offerRecovery(m_document, *m_autosave, m_recoveryFolder, this))
        return;
    if (!views::Tour::wasSeen())
        m_files->openExample(views::firstExample()); // of which the tour tells
    else if (views::StartPage::isWanted())
        showStartPage();
}

void MainWindow::placeParts()
{
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const views::PanelContext context{m_document, m_selection, *m_shown, *m_trace, *m_weak, {}};
    column->addWidget(new views::SummaryBanner(context, centre));
    column->addWidget(m_canvas, 1);
    m_canvas->setObjectName(QStringLiteral("canvas"));
    m_canvas->setFrameShape(QFrame::NoFrame);
    m_canvas->setAnimated(style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0);
    setCentralWidget(centre);
    setDockNestingEnabled(true);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
    m_zoom->setObjectName(QStringLiteral("zoomLabel"));
    statusBar()->addPermanentWidget(m_zoom);
}

void MainWindow::placePanels()
{
    const views::PanelContext context{m_document,
                                      m_selection,
                                      *m_shown,
                                      *m_trace,
                                      *m_weak,
                                      [this](model::NodeKind kind) {
                                          m_canvas->startPlacing(kind);
                                          m_canvas->setFocus();
                                      },
                                      [this](model::AnnotationKind kind) {
                                          m_canvas->startAnnotating(kind);
                                          m_canvas->setFocus();
                                      }};
    QDockWidget *bottom = nullptr;
    for (const views::PanelEntry &entry : views::panelList()) {
        auto *dock = new QDockWidget(QCoreApplication::translate("Panel", entry.title), this);
        dock->setObjectName(QStringLiteral("dock.") + QLatin1String(entry.id));
        const auto kept = m_kept.extract(QLatin1String(entry.id));
        views::Panel *panel = kept ? kept.mapped() : entry.make(context, dock);
        connect(dock, &QDockWidget::visibilityChanged, panel, &views::Panel::setSeen);
        panel->setObjectName(QLatin1String(entry.id));
        dock->setWidget(panel);
        addDockWidget(entry.area, dock);
        dock->toggleViewAction()->setObjectName(QStringLiteral("show.") + QLatin1String(entry.id));
        if (entry.area != Qt::BottomDockWidgetArea)
            continue;
        // Its tab says its name already.
        dock->setTitleBarWidget(new QWidget(dock));
        if (bottom)
            tabifyDockWidget(bottom, dock);
        bottom = bottom ? bottom : dock;
    }
    if (bottom)
        bottom->raise();
}

void MainWindow::resizePanels()
{
    QList<QDockWidget *> docks;
    QList<int> widths;
    QList<int> heights;
    // Wide enough for their words, with at least two thirds of the window for the rest.
    const int side = std::clamp(fontMetrics().averageCharWidth() * 57, 400, std::max(400, width() * 34 / 100));
    for (auto *dock : findChildren<QDockWidget *>()) {
        const Qt::DockWidgetArea area = dockWidgetArea(dock);
        docks << dock;
        widths << (area == Qt::LeftDockWidgetArea ? 92 : side);
        heights << (area == Qt::BottomDockWidgetArea                     ? std::max(210, height() * 28 / 100)
                    : dock->objectName() == QLatin1String("dock.routes") ? 250
                                                                         : 400);
    }
    resizeDocks(docks, widths, Qt::Horizontal);
    resizeDocks(docks, heights, Qt::Vertical);
}

void MainWindow::placeMenus()
{
    m_actions->fill(menuBar());
    auto *bar = addToolBar(tr("Tool Bar"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    m_actions->fill(bar);
    QMenu *panels = m_actions->submenu("menuPanels");
    for (const auto *dock : findChildren<QDockWidget *>())
        panels->addAction(dock->toggleViewAction());
    QMenu *arrange = m_actions->submenu("menuArrange");
    for (const char *name : {"canvas.alignRow", "canvas.alignColumn", "canvas.spreadRow", "canvas.spreadColumn", "-",
                             "canvas.layOutWires", "canvas.layOutLayers", "canvas.layOutCircle", "canvas.layOutGrid"}) {
        if (*name == '-')
            arrange->addSeparator();
        else
            arrange->addAction((*m_actions)[name]);
    }
    QMenu *go = m_actions->submenu("menuGo");
    for (const char *name : {"canvas.nextNode", "canvas.previousNode", "canvas.nextCable", "canvas.previousCable",
                             "canvas.nextAnnotation", "canvas.previousAnnotation"})
        go->addAction((*m_actions)[name]);
    QMenu *colours = m_actions->submenu("menuColour");
    for (QAction *action : m_canvas->actions()) {
        if (action->objectName().startsWith(QLatin1String("canvas.colour.")))
            colours->addAction(action);
    }
    m_files->fillRecent(m_actions->submenu("menuRecent"));
    m_files->fillExamples(m_actions->submenu("menuExamples"));
}

void MainWindow::connectFiles()
{
    const views::ActionSet &actions = *m_actions;
    connect(actions["actionNew"], &QAction::triggered, m_files, &views::FileFlow::newProject);
    connect(actions["actionNewFromTemplate"], &QAction::triggered, this, &MainWindow::newFromTemplate);
    connect(actions["actionNewWindow"], &QAction::triggered, this, &MainWindow::newWindow);
    connect(actions["actionOpen"], &QAction::triggered, m_files, &views::FileFlow::open);
    connect(actions["actionOpenFolder"], &QAction::triggered, m_files, &views::FileFlow::openFolder);
    connect(actions["actionCapture"], &QAction::triggered, m_files, &views::FileFlow::capture);
    connect(m_canvas, &views::NetworkView::fileDropped, this, [this](const QString &path) {
        if (m_files->mayLeave())
            m_files->openPath(path);
    });
    connect(actions["actionSave"], &QAction::triggered, m_files, &views::FileFlow::save);
    connect(actions["actionSaveAs"], &QAction::triggered, m_files, &views::FileFlow::saveAs);
    connect(actions["actionQuit"], &QAction::triggered, this, &QWidget::close);
    connect(m_files, &views::FileFlow::message, this, &MainWindow::say);
    QAction *packets = actions["actionSavePackets"];
    packets->setEnabled(!m_trace->passages().empty());
    connect(packets, &QAction::triggered, this, [this] { m_files->savePackets(*m_trace); });
    connect(actions["actionExport"], &QAction::triggered, this, &MainWindow::exportNetwork);
}

void MainWindow::connectEditing()
{
    const views::ActionSet &actions = *m_actions;
    QUndoStack &stack = m_document.undoStack();
    const auto bind = [&stack, this](QAction *action, auto can, auto text, auto go, const QString &verb) {
        auto say = [action, verb](const QString &what) {
            action->setText(what.isEmpty() ? verb : tr("%1: %2").arg(verb, QString(what).replace(u'&', "&&")));
        };
        connect(action, &QAction::triggered, &stack, go);
        connect(&stack, can, action, &QAction::setEnabled);
        connect(&stack, text, action, say);
        return say;
    };
    bind(actions["actionUndo"], &QUndoStack::canUndoChanged, &QUndoStack::undoTextChanged, &QUndoStack::undo,
         tr("&Undo"))(stack.undoText());
    bind(actions["actionRedo"], &QUndoStack::canRedoChanged, &QUndoStack::redoTextChanged, &QUndoStack::redo,
         tr("&Redo"))(stack.redoText());
    actions["actionUndo"]->setEnabled(stack.canUndo());
    actions["actionRedo"]->setEnabled(stack.canRedo());
    connect(actions["actionAddresses"], &QAction::triggered, this,
            [this] { giveAddresses(views::AddressDialog::Scope::Everything); });
    connect(actions["actionFind"], &QAction::triggered, this, &MainWindow::findNode);
    connect(actions["actionCommandPalette"], &QAction::triggered, this, &MainWindow::findAction);
}

void MainWindow::connectCanvas()
{
    const views::ActionSet &actions = *m_actions;
    connect(m_canvas, &views::NetworkView::message, this, &MainWindow::say);
    const auto syncZoom = [this](double zoom) { m_zoom->setText(tr("%1 %").arg(qRound(zoom * 100))); };
    connect(m_canvas, &views::NetworkView::zoomChanged, m_zoom, syncZoom);
    syncZoom(m_canvas->zoom());
    connectPacketActions(actions, *m_shown, *m_trace, findChild<QDockWidget *>(QStringLiteral("dock.packets")));
    QAction *hide = actions["actionHidePath"];
    hide->setEnabled(m_shown->ping().has_value());
    connect(hide, &QAction::triggered, m_shown, &views::ShownPing::clear);
    connect(actions["actionTerminal"], &QAction::triggered, this, &MainWindow::openTerminal);
    connect(m_canvas, &views::NetworkView::activated, this, &MainWindow::openTerminal);
    connect(m_canvas, &views::NetworkView::kindWanted, this, &MainWindow::chooseKind);
    connect(m_canvas, &views::NetworkView::toolChanged, this, [this](views::CanvasTool tool) {
        if (tool != views::CanvasTool::Select)
            closeStartPage();
    });
    connect(m_canvas, &views::NetworkView::menuRequested, this,
            [this](QMenu *menu, model::NetnsId node, model::LinkPlace link) {
                menu->addSeparator();
                if (node != model::NetnsId{})
                    menu->addAction((*m_actions)["actionTerminal"]);
                const bool onSomething = node != model::NetnsId{} || link;
                const QAction *everywhere = (*m_actions)["actionAddresses"];
                menu->addAction(everywhere->icon(), everywhere->text(), this, [this, onSomething] {
                    giveAddresses(onSomething ? views::AddressDialog::Scope::Selection
                                              : views::AddressDialog::Scope::Everything);
                });
            });
}

void MainWindow::say(const QString &text)
{
    statusBar()->showMessage(text, messageMs);
}

void MainWindow::syncTitle()
{
    setWindowTitle(m_document.name() + QStringLiteral("[*]"));
    setWindowFilePath(m_document.path());
    setWindowModified(m_document.modified());
}

void MainWindow::showShownPing()
{
    (*m_actions)["actionHidePath"]->setEnabled(m_shown->ping().has_value());
    using Fate = views::PacketFate;
    if (const auto &at = m_trace->current()) {
        const model::simulation::Passage &passage = m_trace->passages()[*at];
        m_canvas->showPath({passage.from, passage.to}, Fate::UnderWay, m_trace->text(*at), passage.to.netns);
    } else if (m_trace->tour().isHiding()) {
        m_canvas->clearPath(); // it would give away what is guessed
    } else if (m_shown->ping()) {
        m_canvas->showPath(m_shown->links(), m_shown->ping()->reachable ? Fate::Arrived : Fate::Lost, m_shown->text(),
                           m_shown->end());
    } else {
        m_canvas->clearPath();
    }
}

void MainWindow::showWeakPoints()
{
    std::vector<views::CanvasMark> marks;
    for (const model::SingleFailure &failure : m_weak->failures()) {
        // What cuts off nothing but its own host would mark every host.
        if (!failure.cutsOff)
            marks.push_back({views::CanvasMark::Kind::Weak, failure.node, failure.link,
                             QStringLiteral("−%L1").arg(failure.broken.size())});
    }
    m_canvas->showWeakPoints(std::move(marks));
}

void MainWindow::showLastChange()
{
    using Kind = views::CanvasMark::Kind;
    std::vector<views::CanvasMark> marks;
    for (const views::LastChange::AtNode &at : m_change->nodes()) {
        if (at.broken > 0)
            marks.push_back({Kind::Broke, at.node, {}, QStringLiteral("−%L1").arg(at.broken)});
        if (at.healed > 0)
            marks.push_back({Kind::Healed, at.node, {}, QStringLiteral("+%L1").arg(at.healed)});
    }
    m_canvas->showChanges(std::move(marks));
    // What was said of the change before is not true of this one.
    if (!m_changeWords.isEmpty() && statusBar()->currentMessage() == m_changeWords)
        statusBar()->clearMessage();
    m_changeWords.clear();
    if (m_change->nodes().empty())
        return;
    m_changeWords =
        tr("Pairs that this change healed: %L1, and broke: %L2").arg(m_change->healed()).arg(m_change->broken());
    say(m_changeWords);
}

void MainWindow::openTerminal()
{
    auto *dock = findChild<QDockWidget *>(QStringLiteral("dock.terminal"));
    dock->show();
    dock->raise();
    dock->widget()->setFocus();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_files->mayLeave()) {
        event->ignore();
        return;
    }
    m_autosave->discard();
    m_presenter->leave();
    QSettings settings;
    settings.setValue(QLatin1String(geometryKey), saveGeometry());
    settings.setValue(QLatin1String(layoutKey), saveState(layoutVersion));
    event->accept();
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return focusNext(*this, next);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    m_canvas->setFocus();
}

} // namespace netdraft::app
