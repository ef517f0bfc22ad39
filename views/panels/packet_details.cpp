#include "views/panels/packet_details.h"

#include "model/reachability/decision.h"
#include "model/reachability/station.h"
#include "model/simulation/layers.h"
#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/document/packet_tour.h"
#include "views/document/packet_trace.h"
#include "views/panels/panel.h"
#include "views/panels/panel_parts.h"
#include "views/panels/stations_view.h"
#include "views/style/icon.h"
#include "views/style/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

namespace netdraft::views {

namespace {

enum LayerColumn { Name, Value, Before, LayerColumnCount };

/// The field of that name in the layer of that title, among those of a message at the hop before.
const std::string *valueBefore(const std::vector<model::simulation::Layer> &layers, const std::string &title,
                               const std::string &name)
{
    for (const model::simulation::Layer &layer : layers) {
        if (layer.title != title)
            continue;
        for (const auto &field : layer.fields)
            if (field.name == name)
                return &field.value;
    }
    return nullptr;
}

} // namespace

PacketDetails::PacketDetails(const Document &document, const PacketTrace &trace, QWidget *parent)
    : QTabWidget(parent), m_document(document), m_trace(trace), m_layers(new QTreeWidget), m_stations(new StationsView),
      m_area(new QScrollArea), m_places(makePlaces())
{
    setObjectName(QStringLiteral("packetDetails"));
    setDocumentMode(true);
    m_layers->setObjectName(QStringLiteral("packetLayers"));
    m_layers->setAccessibleName(tr("Headers of the packet"));
    m_layers->setColumnCount(LayerColumnCount);
    m_layers->setHeaderLabels({tr("Field"), tr("Value"), tr("Before")});
    m_layers->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_layers->setRootIsDecorated(false);
    m_layers->setFrameShape(QFrame::NoFrame);
    m_area->setObjectName(QStringLiteral("packetStationsArea"));
    m_area->setWidget(m_stations);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    addTab(m_layers, tr("Headers"));
    addTab(m_area, tr("Stations"));
    setTabToolTip(Stations, tr("The way through the kernel of one node: what decided, and what lost"));
    setCornerWidget(m_places);
    m_places->hide();
    connect(this, &QTabWidget::currentChanged, this, &PacketDetails::sync);
    connect(m_stations, &StationsView::wantsSight, this, [this](const QRect &area) {
        m_area->ensureVisible(area.left(), area.bottom(), 0, spacing::normal);
        m_area->ensureVisible(area.left(), area.top(), 0, spacing::normal);
    });
}

QWidget *PacketDetails::makePlaces()
{
    auto *places = new QWidget(this);
    auto *row = new QHBoxLayout(places);
    row->setContentsMargins(0, 0, spacing::tight, 0);
    row->setSpacing(0);
    m_place = new QButtonGroup(this);
    for (const auto &[place, name] : {std::pair(Sender, "stationsAtSender"), std::pair(Taker, "stationsAtTaker")}) {
        auto *button = new QToolButton;
        button->setObjectName(QLatin1String(name));
        button->setCheckable(true);
        button->setAutoRaise(true);
        m_place->addButton(button, place);
        row->addWidget(button);
    }
    m_place->button(Sender)->setChecked(true);
    m_wide =
        panelButton(QStringLiteral("stationsWide"), {}, tr("Show the stations over the whole width, without the list"));
    m_wide->setCheckable(true);
    row->addWidget(m_wide);
    connect(m_wide, &QToolButton::toggled, this, &PacketDetails::widened);
    connect(m_place, &QButtonGroup::idClicked, this, &PacketDetails::showStations);
    return places;
}

void PacketDetails::sync()
{
    m_places->setVisible(currentIndex() == Stations && m_trace.current());
    m_wide->setIcon(icon(QStringLiteral("zoom-in"), currentTheme().text));
    if (currentIndex() != Stations)
        m_wide->setChecked(false);
    const bool other = m_shown != m_trace.current();
    m_shown = m_trace.current();
    if (m_shown && other)
        m_place->button(bestPlace(*m_shown))->setChecked(true);
    // What is not in sight is worked out when it comes there.
    if (currentIndex() == Headers)
        showLayers();
    else
        showStations();
}

void PacketDetails::changeEvent(QEvent *event)
{
    QTabWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        sync();
}

PacketDetails::Place PacketDetails::bestPlace(std::size_t at) const
{
    const model::simulation::VisitId taken = m_trace.passages()[at].takenBy;
    if (taken >= m_trace.visits().size() || m_trace.tour().isHiding())
        return Sender;
    const auto way = model::stationsOf(m_document.network(), m_trace.visits()[taken]);
    return std::ranges::find(way.stations, model::Station::State::Ended, &model::Station::state) == way.stations.end()
               ? Sender
               : Taker;
}

void PacketDetails::showStations()
{
    const std::optional<std::size_t> &at = m_trace.current();
    if (!at)
        return m_stations->setWays({}, 0);
    const model::Network &network = m_document.network();
    const model::simulation::Passage &passage = m_trace.passages()[*at];
    m_place->button(Sender)->setText(tr("at %1").arg(nodeName(network, passage.from.netns)));
    m_place->button(Sender)->setToolTip(tr("The stations of the node that sends this frame"));
    m_place->button(Taker)->setText(tr("at %1").arg(nodeName(network, passage.to.netns)));
    m_place->button(Taker)->setToolTip(tr("The stations of the node that takes this frame in"));
    // Where a packet goes on from here is what is guessed.
    const bool hiding = m_trace.tour().isHiding();
    m_place->button(Taker)->setVisible(!hiding);
    const auto visit = m_place->checkedId() == Taker && !hiding ? passage.takenBy : passage.sentBy;
    std::vector<model::StationWay> ways;
    std::size_t looked = 0;
    if (visit < m_trace.visits().size()) {
        for (const auto each : model::simulation::visitsBeside(m_trace.visits(), visit)) {
            if (hiding && each > visit)
                break;
            if (each == visit)
                looked = ways.size();
            ways.push_back(model::stationsOf(network, m_trace.visits()[each]));
        }
    }
    m_stations->setWays(std::move(ways), looked);
}

void PacketDetails::showDecision(std::size_t at)
{
    const model::Hop *hop = m_trace.hop(at);
    if (!hop)
        return;
    const model::Network &network = m_document.network();
    auto *top = new QTreeWidgetItem(m_layers, {tr("Decided by %1").arg(nodeName(network, hop->node))});
    QFont bold = font();
    bold.setBold(true);
    top->setFont(Name, bold);
    top->setFirstColumnSpanned(true);
    const auto add = [&](const QString &name, const QString &value) {
        auto *item = new QTreeWidgetItem(top, {name, value});
        item->setToolTip(Value, value);
    };
    if (const std::string decision = decisionOf(network, *hop); !decision.empty())
        add(tr("route"), QString::fromStdString(decision));
    if (hop->nextHop)
        add(tr("next hop"), QString::fromStdString(hop->nextHop->toString()));
    top->setExpanded(true);
}

void PacketDetails::showLayers()
{
    m_layers->clear();
    const std::optional<std::size_t> &at = m_trace.current();
    if (!at)
        return;
    showDecision(*at);
    const auto layers = model::simulation::layersOf(m_trace.passages()[*at].frame);
    const model::simulation::Passage *before = m_trace.before(*at);
    const auto old = before ? model::simulation::layersOf(before->frame) : std::vector<model::simulation::Layer>();
    const Theme &theme = currentTheme();
    for (const model::simulation::Layer &layer : layers) {
        auto *top = new QTreeWidgetItem(m_layers, {QString::fromStdString(layer.title)});
        QFont bold = font();
        bold.setBold(true);
        top->setFont(Name, bold);
        top->setFirstColumnSpanned(true);
        for (const auto &field : layer.fields) {
            auto *item =
                new QTreeWidgetItem(top, {QString::fromStdString(field.name), QString::fromStdString(field.value)});
            const std::string *was = before ? valueBefore(old, layer.title, field.name) : nullptr;
            if (!was || *was == field.value)
                continue;
            item->setText(Before, QString::fromStdString(*was));
            item->setFont(Value, bold);
            item->setForeground(Value, theme.accent);
        }
        top->setExpanded(true);
    }
}

} // namespace netdraft::views
