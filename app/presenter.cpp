#include "app/presenter.h"

#include "views/canvas/network_view.h"

#include <QAction>
#include <QDockWidget>
#include <QKeyEvent>
#include <QMainWindow>
#include <QStatusBar>
#include <QToolBar>

namespace netdraft::app {

namespace {

/// Of names and labels, so that they are read from the last row.
constexpr double largerType = 1.5;

} // namespace

Presenter::Presenter(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    m_parts.hideAnswers.setEnabled(false);
    connect(&m_parts.present, &QAction::toggled, this, [this](bool on) {
        if (on)
            start();
        else
            leave();
    });
    connect(&m_parts.hideAnswers, &QAction::toggled, this, [this](bool hidden) { showAnswers(!hidden); });
    m_parts.window.installEventFilter(this);
}

void Presenter::start()
{
    if (m_on)
        return;
    m_on = true;
    m_layout = m_parts.window.saveState();
    for (QDockWidget *dock : m_parts.window.findChildren<QDockWidget *>(QString(), Qt::FindDirectChildrenOnly))
        dock->hide();
    for (QToolBar *bar : m_parts.window.findChildren<QToolBar *>(QString(), Qt::FindDirectChildrenOnly))
        bar->hide();
    m_parts.window.statusBar()->hide();
    m_parts.canvas.setTextScale(largerType);
    m_parts.hideAnswers.setEnabled(true);
    m_parts.hideAnswers.setChecked(true);
    m_parts.canvas.setFocus();
    // Once the canvas has the room of the panels.
    QMetaObject::invokeMethod(&m_parts.canvas, &views::NetworkView::fitAll, Qt::QueuedConnection);
}

void Presenter::leave()
{
    if (!m_on)
        return;
    m_on = false;
    m_parts.hideAnswers.setChecked(false);
    m_parts.hideAnswers.setEnabled(false);
    m_parts.canvas.setTextScale(1);
    m_parts.window.statusBar()->show();
    m_parts.window.restoreState(m_layout);
    m_parts.present.setChecked(false);
    QMetaObject::invokeMethod(&m_parts.canvas, &views::NetworkView::fitAll, Qt::QueuedConnection);
}

void Presenter::showAnswers(bool shown)
{
    m_parts.banner.setVisible(shown);
    m_parts.canvas.setAnswersShown(shown);
}

bool Presenter::eventFilter(QObject *object, QEvent *event)
{
    // What has the keyboard comes first: it may have begun something that Escape drops.
    if (m_on && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        leave();
        return true;
    }
    return QObject::eventFilter(object, event);
}

} // namespace netdraft::app
