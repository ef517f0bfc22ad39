// How the window looks and which language it speaks.

#include "app/focus_order.h"
#include "app/main_window.h"
#include "app/presenter.h"
#include "views/actions/action_set.h"
#include "views/canvas/network_view.h"
#include "views/dialogs/about_dialog.h"
#include "views/dialogs/shortcut_sheet.h"
#include "views/dialogs/start_page.h"
#include "views/document/language.h"
#include "views/style/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QSettings>

namespace netdraft::app {

namespace {

constexpr auto appearanceKey = "appearance";
constexpr auto languageKey = "language";

} // namespace

void MainWindow::connectLooks()
{
    const views::ActionSet &actions = *m_actions;
    auto *group = new QActionGroup(m_actions);
    const auto saved = static_cast<views::Appearance>(QSettings().value(QLatin1String(appearanceKey)).toInt());
    for (const auto &[id, appearance] : {std::pair{"actionThemeSystem", views::Appearance::System},
                                         std::pair{"actionThemeLight", views::Appearance::Light},
                                         std::pair{"actionThemeDark", views::Appearance::Dark}}) {
        QAction *action = group->addAction(actions[id]);
        action->setChecked(appearance == saved);
        m_actions->submenu("menuTheme")->addAction(action);
        connect(action, &QAction::triggered, this, [this, appearance = appearance] { chooseAppearance(appearance); });
    }
    placeLanguages();
    actions["actionFullScreen"]->setChecked(isFullScreen());
    connect(actions["actionFullScreen"], &QAction::triggered, this, [this](bool full) {
        setWindowState(full ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
    });
    m_presenter = new Presenter({.window = *this,
                                 .canvas = *m_canvas,
                                 .banner = *findChild<QWidget *>(QStringLiteral("summaryBanner")),
                                 .present = *actions["actionPresenter"],
                                 .hideAnswers = *actions["actionHideAnswers"]},
                                this);
    connect(actions["actionNextPart"], &QAction::triggered, this, [this] { focusNextPart(*this, *m_canvas, true); });
    connect(actions["actionPreviousPart"], &QAction::triggered, this,
            [this] { focusNextPart(*this, *m_canvas, false); });
    connect(actions["actionResetLayout"], &QAction::triggered, this,
            [this] { restoreState(m_firstLayout, layoutVersion); });
    connect(actions["actionShortcuts"], &QAction::triggered, this,
            [this] { (new views::ShortcutSheet(m_actions->all(), this))->show(); });
    connect(actions["actionStartPage"], &QAction::triggered, this, &MainWindow::showStartPage);
    connect(actions["actionTour"], &QAction::triggered, this, &MainWindow::takeTour);
    connect(actions["actionAbout"], &QAction::triggered, this,
            [this] { views::showAbout(QApplication::applicationVersion(), this); });
}

void MainWindow::setSavedAppearance()
{
    views::setAppearance(static_cast<views::Appearance>(QSettings().value(QLatin1String(appearanceKey)).toInt()));
}

void MainWindow::chooseAppearance(views::Appearance appearance)
{
    QSettings().setValue(QLatin1String(appearanceKey), static_cast<int>(appearance));
    views::setAppearance(appearance);
}

void MainWindow::setSavedLanguage()
{
    views::setLanguage(QSettings().value(QLatin1String(languageKey)).toString());
}

void MainWindow::placeLanguages()
{
    auto *group = new QActionGroup(m_actions);
    const QString saved = QSettings().value(QLatin1String(languageKey)).toString();
    const auto place = [&](QAction *action, const QString &locale) {
        action->setCheckable(true);
        action->setChecked(locale == saved);
        group->addAction(action);
        m_actions->submenu("menuLanguage")->addAction(action);
        connect(action, &QAction::triggered, this, [this, locale] { chooseLanguage(locale); });
    };
    place((*m_actions)["actionLanguageSystem"], {});
    m_actions->submenu("menuLanguage")->addSeparator();
    for (const views::Language &language : views::languages()) {
        auto *action = new QAction(QString::fromUtf8(language.name), m_actions);
        action->setObjectName(QStringLiteral("language.") + QLatin1String(language.locale));
        place(action, QLatin1String(language.locale));
    }
}

void MainWindow::chooseLanguage(const QString &locale)
{
    QSettings().setValue(QLatin1String(languageKey), locale);
    views::setLanguage(locale);
    // The action that was triggered is among what goes.
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<MainWindow *>(widget))
            QMetaObject::invokeMethod(window, &MainWindow::furnishAnew, Qt::QueuedConnection);
    }
}

void MainWindow::furnishAnew()
{
    m_presenter->leave();
    const bool starts = findChild<views::StartPage *>(QStringLiteral("startPage"));
    const QByteArray layout = saveState(layoutVersion);
    m_document.retell();
    clear();
    furnish();
    restoreState(layout, layoutVersion);
    syncTitle();
    showShownPing();
    showWeakPoints();
    showLastChange();
    m_canvas->setFocus();
    if (starts)
        showStartPage();
}

} // namespace netdraft::app
