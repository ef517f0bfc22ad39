#include "views/panels/packets_panel.h"

#include "model/reachability/decision.h"
#include "model/simulation/layers.h"
#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/document/packet_trace.h"
#include "views/document/shown_ping.h"
#include "views/panels/packets_model.h"
#include "views/panels/panel_parts.h"
#include "views/style/icon.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimerEvent>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace netdraft::views {

namespace {

/// Milliseconds from one packet to the next while they go by.
constexpr int pace = 900;

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

PacketsPanel::PacketsPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_model(new PacketsModel(context.document, context.trace, this)), m_table(new QTableView),
      m_layers(new QTreeWidget), m_pages(new QStackedWidget), m_slider(new QSlider(Qt::Horizontal)),
      m_filter(new QLineEdit), m_trouble(new QLabel), m_nothing(emptyText({})),
      m_back(panelButton(QStringLiteral("packetBack"), {}, tr("The packet before"))),
      m_forward(panelButton(QStringLiteral("packetForward"), {}, tr("The next packet"))),
      m_play(panelButton(QStringLiteral("packetPlay"), {}, tr("Let the packets go by")))
{
    m_table->setObjectName(QStringLiteral("packetTable"));
    m_table->setAccessibleName(tr("Packets"));
    m_table->setModel(m_model);
    styleTable(m_table);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    const int character = m_table->fontMetrics().averageCharWidth();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(PacketsModel::Number, character * 6);
    m_table->setColumnWidth(PacketsModel::From, character * 16);
    m_table->setColumnWidth(PacketsModel::To, character * 16);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { goTo(index.isValid() ? index.row() : -1); });

    m_layers->setObjectName(QStringLiteral("packetLayers"));
    m_layers->setAccessibleName(tr("Headers of the packet"));
    m_layers->setColumnCount(LayerColumnCount);
    m_layers->setHeaderLabels({tr("Field"), tr("Value"), tr("Before")});
    m_layers->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_layers->setRootIsDecorated(false);
    m_layers->setFrameShape(QFrame::NoFrame);

    auto *parts = new QSplitter;
    parts->addWidget(m_table);
    parts->addWidget(m_layers);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 1);
    parts->setChildrenCollapsible(false);
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeHead());
    column->addWidget(parts, 1);

    m_nothing->setObjectName(QStringLiteral("packetsNothing"));
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(list);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);
    connect(&context.trace, &PacketTrace::changed, this, &PacketsPanel::invalidate);
    connect(&context.trace, &PacketTrace::moved, this, &PacketsPanel::follow);
}

QLayout *PacketsPanel::makeHead()
{
    QHBoxLayout *head = panelHead();
    m_slider->setObjectName(QStringLiteral("packetSlider"));
    m_slider->setAccessibleName(tr("Which packet is looked at"));
    m_slider->setMinimum(-1);
    m_slider->setPageStep(1);
    m_slider->setMinimumWidth(120);
    m_filter->setObjectName(QStringLiteral("packetFilter"));
    m_filter->setPlaceholderText(tr("Filter as for tcpdump: icmp, arp, host 192.168.1.5 …"));
    m_filter->setClearButtonEnabled(true);
    m_trouble->setObjectName(QStringLiteral("packetTrouble"));
    m_trouble->hide();
    m_play->setCheckable(true);
    head->addWidget(m_back);
    head->addWidget(m_play);
    head->addWidget(m_forward);
    head->addWidget(m_slider, 1);
    head->addWidget(m_trouble);
    head->addWidget(m_filter, 2);
    connect(m_back, &QToolButton::clicked, this, [this] { goTo(row() - 1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { goTo(row() + 1); });
    connect(m_play, &QToolButton::toggled, this, &PacketsPanel::setPlaying);
    connect(m_slider, &QSlider::valueChanged, this, &PacketsPanel::goTo);
    connect(m_filter, &QLineEdit::textChanged, this, &PacketsPanel::readFilter);
    return head;
}

void PacketsPanel::setSeen(bool seen)
{
    trace().setWanted(seen);
    if (!seen)
        m_play->setChecked(false);
}

void PacketsPanel::sync()
{
    m_play->setChecked(false);
    m_model->sync();
    m_pages->setCurrentIndex(trace().passages().empty() ? 0 : 1);
    m_nothing->setText(shown().ping() ? tr("%1. No packet is sent.").arg(shown().text())
                                      : tr("Ping something in a terminal, or click a cell under Reachability: "
                                           "its packets stand here, to be followed one by one."));
    const Theme &theme = currentTheme();
    m_back->setIcon(icon(QStringLiteral("step-back"), theme.text));
    m_forward->setIcon(icon(QStringLiteral("step-forward"), theme.text));
    m_play->setIcon(icon(QStringLiteral("play"), theme.text));
    follow();
}

int PacketsPanel::row() const
{
    return trace().current() ? m_model->row(*trace().current()).value_or(-1) : -1;
}

void PacketsPanel::goTo(int row)
{
    const bool any = row >= 0 && row < m_model->rowCount();
    trace().setCurrent(any ? std::optional(m_model->passage(row)) : std::nullopt);
}

void PacketsPanel::follow()
{
    const int at = row();
    const QSignalBlocker quiet(m_slider);
    m_slider->setMaximum(m_model->rowCount() - 1);
    m_slider->setValue(at);
    m_back->setEnabled(at >= 0);
    m_forward->setEnabled(m_model->rowCount() > 0);
    if (at < 0)
        m_table->setCurrentIndex({});
    else if (m_table->currentIndex().row() != at)
        m_table->selectRow(at);
    showLayers();
}

void PacketsPanel::setPlaying(bool playing)
{
    if (m_timer != 0)
        killTimer(std::exchange(m_timer, 0));
    if (!playing)
        return;
    goTo(row() + 1);
    m_timer = startTimer(pace);
}

void PacketsPanel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer)
        return Panel::timerEvent(event);
    goTo(row() + 1);
    if (row() < 0) // behind the last one stands what came of it
        m_play->setChecked(false);
}

void PacketsPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        invalidate();
}

void PacketsPanel::readFilter()
{
    const auto words = model::splitWords(m_filter->text().toStdString());
    const std::vector<std::string> expression = words ? *words : std::vector<std::string>{"\""};
    const auto read = model::terminal::readFilter(expression);
    const auto *wanted = std::get_if<model::terminal::PacketFilter>(&read);
    m_trouble->setVisible(!wanted);
    m_trouble->setText(wanted ? QString() : tr("not a filter"));
    m_trouble->setToolTip(wanted ? QString() : QString::fromStdString(std::get<model::Reply>(read).err).trimmed());
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, currentTheme().bad);
    m_trouble->setPalette(palette);
    if (!wanted)
        return;
    m_play->setChecked(false);
    m_model->setFilter(*wanted);
    if (trace().current() && !m_model->row(*trace().current()))
        trace().setCurrent(std::nullopt);
    follow();
}

void PacketsPanel::showDecision(std::size_t at)
{
    const model::Hop *hop = trace().hop(at);
    if (!hop)
        return;
    const model::Network &network = document().network();
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

void PacketsPanel::showLayers()
{
    m_layers->clear();
    const std::optional<std::size_t> &at = trace().current();
    if (!at)
        return;
    showDecision(*at);
    const auto layers = model::simulation::layersOf(trace().passages()[*at].frame);
    const model::simulation::Passage *before = trace().before(*at);
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
