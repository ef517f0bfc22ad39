#include "views/panels/guess_bar.h"

#include "model/reachability/station.h"
#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/document/packet_tour.h"
#include "views/document/packet_trace.h"
#include "views/document/selection.h"
#include "views/style/icon.h"
#include "views/style/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <ranges>

namespace netdraft::views {

namespace {

constexpr int verdictSide = 16;

/// What sort of frame it is, for who does not see it yet.
QString sortOf(const model::simulation::Passage &passage)
{
    const auto *packet = std::get_if<model::Packet>(&passage.frame.payload);
    if (!packet)
        return std::get<model::Arp>(passage.frame.payload).request ? GuessBar::tr("an ARP request")
                                                                   : GuessBar::tr("an ARP reply");
    if (packet->isEchoRequest())
        return GuessBar::tr("the echo request");
    if (packet->isEchoReply())
        return GuessBar::tr("the echo reply");
    if (packet->isCarrying())
        return GuessBar::tr("a packet of a tunnel");
    if (packet->isIcmpError())
        return GuessBar::tr("an ICMP error");
    return packet->icmp() && packet->icmp()->target ? GuessBar::tr("a message of neighbour discovery")
                                                    : GuessBar::tr("a packet");
}

} // namespace

GuessBar::GuessBar(const Document &document, PacketTrace &trace, Selection &selection, QWidget *parent)
    : QWidget(parent), m_document(document), m_trace(trace), m_selection(selection), m_mark(new QLabel),
      m_text(new QLabel), m_nodes(new QComboBox), m_score(new QLabel)
{
    setObjectName(QStringLiteral("guessBar"));
    m_mark->setObjectName(QStringLiteral("guessMark"));
    m_text->setObjectName(QStringLiteral("guessText"));
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_nodes->setObjectName(QStringLiteral("guessNodes"));
    m_nodes->setAccessibleName(tr("The node to which the next frame comes"));
    m_nodes->setPlaceholderText(tr("Which node?"));
    m_score->setObjectName(QStringLiteral("guessScore"));
    QSizePolicy always = m_nodes->sizePolicy(); // what is below does not move with each guess
    always.setRetainSizeWhenHidden(true);
    m_nodes->setSizePolicy(always);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::normal, 0, spacing::normal, spacing::tight);
    row->setSpacing(spacing::normal);
    row->addWidget(m_mark);
    row->addWidget(m_text, 1);
    row->addWidget(m_nodes);
    row->addWidget(m_score);
    connect(m_nodes, &QComboBox::activated, this,
            [this](int index) { this->tour().guess(model::NetnsId{m_nodes->itemData(index).toUInt()}); });
    connect(&tour(), &PacketTour::changed, this, &GuessBar::sync);
    connect(&selection, &Selection::changed, this, &GuessBar::takeSelected);
    sync();
}

PacketTour &GuessBar::tour() const
{
    return m_trace.tour();
}

void GuessBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        sync();
}

void GuessBar::takeSelected()
{
    const model::NetnsId node = m_selection.singleNode();
    if (isVisible() && tour().isAsking() && node != model::NetnsId{})
        tour().guess(node);
}

void GuessBar::listNodes()
{
    m_nodes->clear();
    for (const auto &netns : m_document.network().namespaces()) {
        const bool wired =
            std::ranges::any_of(netns->links, [](const model::Link &link) { return !link.isLoopback(); });
        if (wired)
            m_nodes->addItem(QString::fromStdString(netns->name), netns->id.value);
    }
    m_nodes->model()->sort(0);
    m_nodes->setCurrentIndex(-1);
}

void GuessBar::sync()
{
    setVisible(tour().isGuessing() && tour().count() > 0);
    if (!tour().isGuessing())
        return;
    const bool asking = tour().isAsking();
    if (asking && !m_wasAsking) {
        listNodes();
        // What is selected already would not be selected by a click.
        m_selection.clear();
    }
    m_wasAsking = asking;
    m_nodes->setVisible(asking);
    const auto &last = tour().lastGuess();
    const Theme &theme = themeOf(palette());
    const QString mark = asking || !last ? QStringLiteral("help")
                         : last->right   ? QStringLiteral("ok")
                                         : QStringLiteral("bad");
    const QColor colour = asking || !last ? theme.accent : last->right ? theme.ok : theme.bad;
    m_mark->setPixmap(icon(mark, colour).pixmap(verdictSide, verdictSide));
    m_text->setText(asking ? question() : verdict());
    m_text->setToolTip(m_text->text());
    m_score->setText(tour().guesses() > 0 ? tr("%1 of %2 right").arg(tour().rightGuesses()).arg(tour().guesses())
                                          : QString());
}

QString GuessBar::question() const
{
    return tr("Next comes %1. Which node gets it? Click the node, or choose it.")
        .arg(sortOf(m_trace.passages()[tour().asked()]));
}

QString GuessBar::verdict() const
{
    const auto &last = tour().lastGuess();
    if (!last)
        return {};
    const model::Network &network = m_document.network();
    const QString gets = nodeName(network, m_trace.passages()[last->frame].to.netns);
    const QString why = reasonOf(last->frame);
    if (last->right)
        return tr("Right, %1 gets it. %2").arg(gets, why);
    return tr("No: %1 gets it, not %2. %3").arg(gets, nodeName(network, last->node), why);
}

QString GuessBar::reasonOf(std::size_t frame) const
{
    const model::simulation::Passage &passage = m_trace.passages()[frame];
    if (passage.sentBy >= m_trace.visits().size())
        return {};
    const model::Network &network = m_document.network();
    const model::StationWay way = model::stationsOf(network, m_trace.visits()[passage.sentBy]);
    const QString sender = nodeName(network, passage.from.netns);
    using model::simulation::Stage;
    for (const model::Station &station : way.stations) {
        if (station.lines.empty())
            continue;
        const QString line = QString::fromStdString(station.lines.back());
        if (station.stage == Stage::Routing && station.state == model::Station::State::Decided)
            return tr("%1 sends it by its route %2.").arg(sender, line);
        if (station.stage == Stage::Bridge)
            return tr("The switch %1 looks for its MAC address: %2.")
                .arg(sender, QString::fromStdString(station.lines.front()));
    }
    return tr("%1 sends it by its link %2.").arg(sender, linkTitle(network, passage.from).section(u' ', 1));
}

} // namespace netdraft::views
