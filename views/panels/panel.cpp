#include "views/panels/panel.h"

#include "views/document/document.h"
#include "views/document/selection.h"

#include <QGuiApplication>

namespace netdraft::views {

const Theme &currentTheme()
{
    return themeOf(QGuiApplication::palette());
}

Panel::Panel(const PanelContext &context, QWidget *parent) : QWidget(parent), m_context(context) {}

void Panel::invalidate()
{
    m_stale = true;
    if (!isVisible())
        return;
    m_stale = false;
    sync();
}

void Panel::followDocument()
{
    connect(&document(), &Document::changed, this, [this](const model::ChangeSet &changes) {
        // What a node is drawn as shows in some panels, where it stands in none; telling them apart is not
        // worth it.
        if (!changes.empty())
            invalidate();
    });
    connect(&document(), &Document::reset, this, &Panel::invalidate);
    connect(&document(), &Document::answered, this, &Panel::invalidate);
}

void Panel::followSelection()
{
    connect(&selection(), &Selection::changed, this, &Panel::invalidate);
}

void Panel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        invalidate();
}

} // namespace netdraft::views
