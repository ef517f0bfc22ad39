#include "views/panels/terminal_panel.h"

#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/document/selection.h"
#include "views/document/shown_ping.h"
#include "views/panels/terminal_view.h"

#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace netdraft::views {

TerminalPanel::TerminalPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_tabs(new QTabBar), m_views(new QStackedWidget)
{
    m_tabs->setObjectName(QStringLiteral("terminalTabs"));
    m_tabs->setTabsClosable(true);
    m_tabs->setExpanding(false);
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setFocusPolicy(Qt::NoFocus);
    m_tabs->hide(); // until there is one
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (tab < 0)
            return;
        m_views->setCurrentIndex(tab);
        setFocusProxy(view(tab));
    });
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &TerminalPanel::close);
    connect(&document(), &Document::reset, this, [this] {
        while (m_tabs->count() > 0)
            close(0);
    });
    m_views->setMinimumSize(120, 40); // an empty one has none
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_tabs);
    all->addWidget(m_views, 1);
    followDocument();
    followSelection();
}

TerminalView *TerminalPanel::view(int tab) const
{
    return qobject_cast<TerminalView *>(m_views->widget(tab));
}

bool TerminalPanel::isAtWork() const
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (view(tab)->isUsed())
            return true;
    }
    return false;
}

void TerminalPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        syncTabs();
}

int TerminalPanel::tabOf(model::NetnsId node) const
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (view(tab)->node() == node)
            return tab;
    }
    return -1;
}

void TerminalPanel::close(int tab)
{
    TerminalView *closed = view(tab);
    m_views->removeWidget(closed);
    m_tabs->removeTab(tab);
    m_tabs->setVisible(m_tabs->count() > 0);
    // One that was used may be at work: its own command has removed its node.
    if (closed->isUsed())
        closed->deleteLater();
    else
        delete closed;
}

void TerminalPanel::turnTo(model::NetnsId node)
{
    int tab = tabOf(node);
    if (tab < 0) {
        for (int other = m_tabs->count() - 1; other >= 0; --other) {
            if (!view(other)->isUsed())
                close(other);
        }
        auto *added = new TerminalView(document(), node, m_views);
        connect(added, &TerminalView::used, this, &TerminalPanel::syncTabs);
        connect(added, &TerminalView::sent, this,
                [this](model::NetnsId from, const model::IpAddress &to) { shown().show(from, to); });
        connect(added, &TerminalView::framesSent, this,
                [this, added](const std::vector<model::simulation::SeenFrame> &frames) {
                    for (int other = 0; other < m_tabs->count(); ++other) {
                        if (view(other) != added)
                            view(other)->hear(frames);
                    }
                });
        m_views->addWidget(added);
        tab = m_tabs->addTab({});
        syncTabs();
        m_tabs->show();
    }
    m_tabs->setCurrentIndex(tab);
}

void TerminalPanel::syncTabs()
{
    m_tabs->setAccessibleName(tr("Terminals"));
    for (int tab = m_tabs->count() - 1; tab >= 0; --tab) {
        if (!document().network().find(view(tab)->node())) {
            close(tab);
            continue;
        }
        view(tab)->sync();
        const QString name = nodeName(document().network(), view(tab)->node());
        m_tabs->setTabText(tab, QString(name).replace(u'&', QStringLiteral("&&")));
        m_tabs->setAccessibleTabName(tab, tr("The terminal of %1").arg(name));
        m_tabs->setTabToolTip(
            tab, view(tab)->isUsed() ? tr("The terminal of %1").arg(name)
                                     : tr("The terminal of %1, the selected node; it stays once it is used").arg(name));
    }
}

void TerminalPanel::sync()
{
    syncTabs();
    // With nothing, or several things, selected it stays at the node where it was.
    if (const model::NetnsId node = selection().singleNode(); document().network().find(node))
        turnTo(node);
    else if (m_tabs->count() == 0)
        turnTo(model::hostNetns);
}

} // namespace netdraft::views
