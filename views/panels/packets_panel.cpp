#include "views/panels/packets_panel.h"

#include "views/document/document.h"
#include "views/document/packet_tour.h"
#include "views/document/packet_trace.h"
#include "views/document/shown_ping.h"
#include "views/panels/filter_line.h"
#include "views/panels/guess_bar.h"
#include "views/panels/packet_details.h"
#include "views/panels/packets_model.h"
#include "views/panels/panel_parts.h"
#include "views/style/icon.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace netdraft::views {

PacketsPanel::PacketsPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_model(new PacketsModel(context.document, context.trace, this)), m_table(new QTableView),
      m_details(new PacketDetails(context.document, context.trace)), m_pages(new QStackedWidget),
      m_slider(new QSlider(Qt::Horizontal)), m_speed(new QComboBox),
      m_filter(new FilterLine([this] { return filterSuggestions(document().network(), trace().passages()); })),
      m_trouble(new QLabel), m_nothing(emptyText({})),
      m_back(panelButton(QStringLiteral("packetBack"), {}, tr("The packet before"))),
      m_forward(panelButton(QStringLiteral("packetForward"), {}, tr("The next packet"))),
      m_play(panelButton(QStringLiteral("packetPlay"), {}, tr("Let the packets go by"))),
      m_guess(panelButton(QStringLiteral("packetGuess"), {}, tr("Hide what comes next, and guess it")))
{
    m_table->setObjectName(QStringLiteral("packetTable"));
    m_table->setAccessibleName(tr("Packets"));
    m_table->setModel(m_model);
    styleTable(m_table);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    const int character = m_table->fontMetrics().averageCharWidth();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(PacketsModel::Number, character * 6);
    m_table->setColumnWidth(PacketsModel::From, character * 13);
    m_table->setColumnWidth(PacketsModel::To, character * 13);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { goTo(index.isValid() ? index.row() : -1); });

    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTableView::customContextMenuRequested, this, &PacketsPanel::showMenu);

    auto *parts = new QSplitter;
    parts->addWidget(m_table);
    parts->addWidget(m_details);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 1);
    parts->setChildrenCollapsible(false);
    parts->setSizes({420, 580}); // two columns of stations find room
    connect(m_details, &PacketDetails::widened, m_table, &QWidget::setHidden);
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(makeHead());
    column->addWidget(new GuessBar(context.document, context.trace, context.selection));
    column->addWidget(parts, 1);

    m_nothing->setObjectName(QStringLiteral("packetsNothing"));
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(list);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);
    connect(&context.trace, &PacketTrace::changed, this, &PacketsPanel::invalidate);
    connect(&context.trace, &PacketTrace::moved, this, &PacketsPanel::follow);
    connect(&tour(), &PacketTour::changed, this, &PacketsPanel::follow);
}

QLayout *PacketsPanel::makeHead()
{
    QHBoxLayout *head = panelHead();
    m_slider->setObjectName(QStringLiteral("packetSlider"));
    m_slider->setAccessibleName(tr("Which packet is looked at"));
    m_slider->setMinimum(-1);
    m_slider->setPageStep(1);
    m_slider->setMinimumWidth(80);
    m_filter->setObjectName(QStringLiteral("packetFilter"));
    m_filter->setAccessibleName(tr("Filter for packets"));
    m_filter->setPlaceholderText(tr("Filter: icmp, arp, node B, host 192.168.1.5 … (Down lists more)"));
    m_filter->setToolTip(tr("As for tcpdump, and “node NAME” for what one node sends or takes in"));
    m_trouble->setObjectName(QStringLiteral("packetTrouble"));
    m_trouble->hide();
    m_play->setCheckable(true);
    m_guess->setCheckable(true);
    m_speed->setObjectName(QStringLiteral("packetSpeed"));
    m_speed->setAccessibleName(tr("How fast the packets go by"));
    m_speed->setToolTip(m_speed->accessibleName());
    for (const double speed : {0.25, 0.5, 1.0, 2.0, 4.0})
        m_speed->addItem(tr("%L1×").arg(speed), speed);
    m_speed->setCurrentIndex(m_speed->findData(tour().speed()));
    for (QWidget *part : std::initializer_list<QWidget *>{m_back, m_play, m_forward, m_speed})
        head->addWidget(part);
    head->addWidget(m_slider, 1);
    head->addWidget(m_guess);
    head->addWidget(m_trouble);
    head->addWidget(m_filter, 2);
    connect(m_back, &QToolButton::clicked, &tour(), &PacketTour::back);
    connect(m_forward, &QToolButton::clicked, &tour(), &PacketTour::forward);
    connect(m_play, &QToolButton::toggled, &tour(), &PacketTour::setPlaying);
    connect(&tour(), &PacketTour::playingChanged, m_play, &QToolButton::setChecked);
    connect(m_guess, &QToolButton::toggled, &tour(), &PacketTour::setGuessing);
    connect(m_speed, &QComboBox::currentIndexChanged, this,
            [this](int index) { tour().setSpeed(m_speed->itemData(index).toDouble()); });
    connect(m_slider, &QSlider::valueChanged, this, &PacketsPanel::goTo);
    connect(m_filter, &QLineEdit::textChanged, this, &PacketsPanel::readFilter);
    return head;
}

PacketTour &PacketsPanel::tour() const
{
    return trace().tour();
}

void PacketsPanel::setSeen(bool seen)
{
    trace().setWanted(seen);
    if (!seen)
        tour().setPlaying(false);
}

void PacketsPanel::sync()
{
    m_pages->setCurrentIndex(trace().passages().empty() ? 0 : 1);
    m_nothing->setText(shown().ping() ? tr("%1. No packet is sent.").arg(shown().text())
                                      : tr("Ping something in a terminal, or click a cell under Reachability: "
                                           "its packets stand here, to be followed one by one."));
    const Theme &theme = currentTheme();
    m_back->setIcon(icon(QStringLiteral("step-back"), theme.text));
    m_forward->setIcon(icon(QStringLiteral("step-forward"), theme.text));
    m_play->setIcon(icon(QStringLiteral("play"), theme.text));
    m_guess->setIcon(icon(QStringLiteral("help"), theme.text));
    refill();
}

void PacketsPanel::refill()
{
    m_model->sync();
    tour().setFrames(m_model->frames());
}

void PacketsPanel::goTo(int row)
{
    if (row != this->row())
        tour().goTo(row < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(row)));
}

int PacketsPanel::row() const
{
    return trace().current() ? m_model->row(*trace().current()).value_or(-1) : -1;
}

void PacketsPanel::follow()
{
    m_model->setShown(tour().shownCount());
    const int at = row();
    const QSignalBlocker quiet(m_slider);
    m_slider->setMaximum(m_model->rowCount() - 1);
    m_slider->setValue(at);
    m_guess->setChecked(tour().isGuessing());
    m_back->setEnabled(at >= 0);
    m_forward->setEnabled(tour().count() > 0 && !tour().isAsking());
    m_play->setEnabled(m_forward->isEnabled());
    if (at < 0)
        m_table->setCurrentIndex({});
    else if (m_table->currentIndex().row() != at)
        m_table->selectRow(at);
    // With nothing to tell, it leaves its room to what the packets are.
    m_details->setVisible(at >= 0 || tour().isGuessing());
    m_details->sync();
}

void PacketsPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        invalidate();
}

void PacketsPanel::readFilter()
{
    const auto read = readPassageFilter(m_filter->text(), document().network());
    m_trouble->setVisible(!read);
    m_trouble->setText(read ? QString() : tr("not a filter"));
    m_trouble->setToolTip(read ? QString() : read.error());
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, currentTheme().bad);
    m_trouble->setPalette(palette);
    if (!read)
        return;
    m_model->setFilter(*read);
    tour().setFrames(m_model->frames());
}

void PacketsPanel::showMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    const model::simulation::Passage &passage = trace().passages()[m_model->passage(index.row())];
    QMenu menu;
    menu.setObjectName(QStringLiteral("packetMenu"));
    const auto offer = [&](const char *name, const QString &text, const QString &filter) {
        QAction *action = menu.addAction(text.arg(filter), m_filter, [this, filter] { m_filter->setText(filter); });
        action->setObjectName(QLatin1String(name));
    };
    offer("onlyProtocol", tr("Only This Protocol: %1"), protocolFilter(passage));
    offer("onlyNode", tr("Only This Node: %1"), nodeFilter(document().network(), passage));
    offer("onlyConversation", tr("Only This Conversation: %1"), conversationFilter(passage));
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

} // namespace netdraft::views
