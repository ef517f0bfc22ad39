// What the window opens: dialogs, lists, another window.

#include "app/main_window.h"
#include "model/recipe/node_recipes.h"
#include "views/actions/action_set.h"
#include "views/canvas/network_view.h"
#include "views/canvas/render.h"
#include "views/dialogs/address_dialog.h"
#include "views/dialogs/example_list.h"
#include "views/dialogs/export_dialog.h"
#include "views/dialogs/file_flow.h"
#include "views/dialogs/node_finder.h"
#include "views/dialogs/quick_list.h"
#include "views/dialogs/start_page.h"
#include "views/dialogs/template_dialog.h"
#include "views/dialogs/tour.h"
#include "views/document/language.h"
#include "views/document/node_words.h"
#include "views/style/icon.h"
#include "views/style/theme.h"

#include <QAction>

#include <algorithm>

namespace netdraft::app {

void MainWindow::exportNetwork()
{
    auto *dialog = new views::ExportDialog(
        m_document, [this](const QString &path) { return views::renderProject(m_document.project(), path); }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &views::ExportDialog::message, this, &MainWindow::say);
    dialog->open();
}

/// With an empty network of its own, beside this one.
void MainWindow::newWindow()
{
    auto *other = new MainWindow(m_recoveryFolder);
    other->setAttribute(Qt::WA_DeleteOnClose);
    other->resize(size());
    constexpr int aside = 32;
    other->move(pos() + QPoint(aside, aside));
    other->show();
    if (views::StartPage::isWanted())
        other->showStartPage();
}

void MainWindow::showStartPage()
{
    closeStartPage();
    const views::ActionSet &actions = *m_actions;
    auto *page = new views::StartPage(
        {actions["actionNew"], actions["actionOpen"], actions["actionNewFromTemplate"], actions["actionCapture"],
         actions["actionTour"]},
        [this](const model::Project &project, QSize size) {
            return views::drawnWithin(project, size, devicePixelRatioF(), views::themeOf(palette()));
        },
        m_canvas);
    connect(page, &views::StartPage::exampleChosen, this, [this](const QString &resource) {
        if (m_files->mayLeave())
            m_files->openExample(resource);
    });
    connect(page, &views::StartPage::fileChosen, this, [this](const QString &path) {
        if (m_files->mayLeave())
            m_files->openPath(path);
    });
    connect(page, &views::StartPage::closed, this, [this] {
        m_canvas->setHintShown(true);
        m_canvas->setFocus();
    });
    m_canvas->setHintShown(false);
    page->show();
    page->raise();
    if (auto *first = page->findChild<QWidget *>(QStringLiteral("startPage.actionNew")))
        first->setFocus();
}

void MainWindow::closeStartPage()
{
    // It may be what asks for that, and so lives until it is done.
    if (auto *page = findChild<views::StartPage *>(QStringLiteral("startPage"))) {
        page->setObjectName(QString());
        page->close();
        m_canvas->setHintShown(true);
    }
}

void MainWindow::newFromTemplate()
{
    if (!m_files->mayLeave())
        return;
    auto *dialog = new views::TemplateDialog(
        m_document,
        [this](const model::Project &project, QSize size) {
            return views::drawnWithin(project, size, devicePixelRatioF(), views::themeOf(palette()));
        },
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::giveAddresses(views::AddressDialog::Scope scope)
{
    auto *dialog = new views::AddressDialog(m_document, m_selection, scope, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &views::AddressDialog::message, this, &MainWindow::say);
    dialog->open();
}

void MainWindow::chooseKind(const QString &prompt, QPoint global, const std::function<void(model::NodeKind)> &chosen,
                            const std::function<void(model::AnnotationKind)> &annotates)
{
    std::vector<views::QuickEntry> entries;
    entries.reserve(model::placedKinds.size());
    for (const model::NodeKind kind : model::placedKinds)
        entries.push_back({views::kindTitle(kind),
                           {},
                           views::icon(views::iconName(kind)),
                           [chosen, kind] { chosen(kind); },
                           views::iconName(kind)});
    for (const model::AnnotationKind kind : model::annotationKinds) {
        const std::string_view word = model::annotationKindName(kind);
        if (annotates)
            entries.push_back({views::kindTitle(kind),
                               {},
                               views::icon(views::iconName(kind)),
                               [annotates, kind] { annotates(kind); },
                               QString::fromLatin1(word.data(), qsizetype(word.size()))});
    }
    auto *list = new views::QuickList(prompt, std::move(entries), this);
    list->standAt(global);
    list->show();
}

std::vector<views::QuickEntry> MainWindow::nodesToFind()
{
    const auto found = [this](model::NetnsId node) {
        m_selection.set({node});
        m_canvas->reveal(node);
        m_canvas->setFocus();
    };
    return views::nodeEntries(m_document.project(), found);
}

void MainWindow::findNode()
{
    (new views::QuickList(tr("Find a node by its name or an address"), nodesToFind(), this))->show();
}

void MainWindow::findAction()
{
    const bool english = QLatin1String(views::currentLanguage().locale) == QLatin1String("en");
    std::vector<views::QuickEntry> entries;
    // Those of the menus in their order, and then what panels and canvas have.
    std::vector<QAction *> actions = m_actions->all();
    for (QAction *action : findChildren<QAction *>()) {
        if (std::ranges::find(actions, action) == actions.end())
            actions.push_back(action);
    }
    for (QAction *action : actions) {
        // Fields have actions of Qt's own.
        if (action->objectName().isEmpty() || action->objectName().startsWith(QStringLiteral("_q_")) ||
            !action->isEnabled() || action == (*m_actions)["actionCommandPalette"])
            continue;
        entries.push_back({views::plainText(*action), action->shortcut().toString(QKeySequence::NativeText),
                           action->icon(), [action] { action->trigger(); },
                           english ? QString() : action->objectName()});
    }
    for (views::QuickEntry &node : nodesToFind())
        entries.push_back(std::move(node));
    (new views::QuickList(tr("Type what you want to do, or a node"), std::move(entries), this))->show();
}

void MainWindow::takeTour()
{
    closeStartPage();
    // There is something to tell of then.
    if (m_document.network().namespaces().size() == 1 && !m_document.modified())
        m_files->openExample(views::firstExample());
    if (!findChild<views::Tour *>(QStringLiteral("tour")))
        new views::Tour(this);
}

void MainWindow::offerTour()
{
    if (!views::Tour::wasSeen())
        takeTour();
}

} // namespace netdraft::app
