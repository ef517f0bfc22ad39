#include "views/panels/inspector_panel.h"

#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/document/selection.h"
#include "views/panels/interface_form.h"
#include "views/panels/node_form.h"
#include "views/panels/panel_parts.h"
#include "views/panels/several_form.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

namespace netdraft::views {

namespace {

/// Scrolls up and down alone: as wide as what it holds needs to be.
class FormArea : public QScrollArea
{
public:
    QSize minimumSizeHint() const override
    {
        const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
        return {widget()->minimumSizeHint().width() + bar + 2 * frameWidth(), QScrollArea::minimumSizeHint().height()};
    }
};

QScrollArea *scrolling(QWidget *content)
{
    auto *area = new FormArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // It scrolls to the field that has the keyboard.
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

} // namespace

InspectorPanel::InspectorPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_pages(new QStackedWidget),
      m_nothing(emptyText(tr("Select a node or a cable to see and change what it is."))),
      m_node(new NodeForm(context, nullptr)), m_cable(makeCablePage())
{
    m_nothing->setObjectName(QStringLiteral("inspectorEmpty"));
    m_node->setObjectName(QStringLiteral("nodeForm"));
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(scrolling(m_node));
    m_pages->addWidget(scrolling(m_cable));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);
    followDocument();
    followSelection();
}

QWidget *InspectorPanel::makeCablePage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(spacing::normal, spacing::normal, spacing::normal, spacing::normal);
    column->setSpacing(spacing::normal);
    for (int i = 0; i < 2; ++i) {
        m_endTitles[i] = panelTitle(QStringLiteral("cableEnd%1").arg(i));
        m_ends[i] = new InterfaceForm(context(), page);
        m_ends[i]->setObjectName(QStringLiteral("cableForm%1").arg(i));
        column->addWidget(m_endTitles[i]);
        column->addWidget(m_ends[i]);
        if (i == 0)
            column->addSpacing(spacing::wide);
    }
    column->addStretch(1);
    return page;
}

/// Whether anything of what is selected is there.
bool InspectorPanel::showSeveral()
{
    if (selection().empty())
        return false;
    if (!m_several) {
        m_several = new SeveralForm(context(), nullptr);
        m_several->setObjectName(QStringLiteral("severalForm"));
        m_pages->addWidget(scrolling(m_several));
    }
    m_several->sync();
    return !m_several->isEmpty();
}

void InspectorPanel::sync()
{
    const model::Network &network = document().network();
    const model::NetnsId node = selection().singleNode();
    const model::LinkPlace place = selection().singleLink();
    if (network.find(node)) {
        m_node->setNode(node);
        m_node->sync();
        m_pages->setCurrentIndex(1);
        return;
    }
    const model::Link *link = network.find(place);
    if (!link) {
        m_pages->setCurrentIndex(showSeveral() ? 3 : 0);
        return;
    }
    const model::Veth *veth = link->veth();
    const model::LinkPlace places[] = {place, veth ? veth->peer : model::LinkPlace{}};
    for (int i = 0; i < 2; ++i) {
        const bool there = network.find(places[i]) != nullptr;
        m_endTitles[i]->setVisible(there);
        m_ends[i]->setVisible(there);
        m_endTitles[i]->setText(linkTitle(network, places[i]));
        m_ends[i]->setPlace(places[i]);
    }
    m_pages->setCurrentIndex(2);
}

} // namespace netdraft::views
