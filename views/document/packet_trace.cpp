#include "views/document/packet_trace.h"

#include "model/reachability/simulated_ping.h"
#include "model/terminal/tcpdump/packet_text.h"
#include "views/document/document.h"
#include "views/document/packet_tour.h"
#include "views/document/shown_ping.h"

#include <algorithm>
#include <ranges>

namespace netdraft::views {

PacketTrace::PacketTrace(Document &document, ShownPing &shown, QObject *parent)
    : QObject(parent), m_document(document), m_shown(shown), m_tour(new PacketTour(*this))
{
    connect(&shown, &ShownPing::changed, this, &PacketTrace::follow);
}

void PacketTrace::setWanted(bool wanted, const void *by)
{
    const bool before = !m_wantedBy.empty();
    if (wanted)
        m_wantedBy.insert(by);
    else
        m_wantedBy.erase(by);
    if (!before && wanted)
        follow();
    // Not at once: of two tabs that change places, the one that goes may say so first.
    if (before && m_wantedBy.empty())
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_wantedBy.empty())
                    follow();
            },
            Qt::QueuedConnection);
}

void PacketTrace::follow()
{
    const bool looked = m_current.has_value();
    const bool hadSome = !m_passages.empty();
    m_passages.clear();
    m_visits.clear();
    m_current.reset();
    if (!m_wantedBy.empty() && m_shown.ping()) {
        using model::simulation::Recording;
        Recording recording(Recording::Of::Visits);
        (void)model::pingSeries(*m_document.plane(), m_shown.ping()->from, m_shown.ping()->to, 1, 1, &recording);
        m_passages = model::simulation::passages(m_document.network(), recording.frames(), recording.visits());
        m_visits.assign(recording.visits().begin(), recording.visits().end());
    }
    if (hadSome || !m_wantedBy.empty())
        emit changed();
    if (looked)
        emit moved();
}

QString PacketTrace::text(std::size_t at) const
{
    return QString::fromStdString(model::terminal::textOf(m_passages[at].frame, {}));
}

const model::Hop *PacketTrace::hop(std::size_t at) const
{
    const model::simulation::Passage &passage = m_passages[at];
    const auto *packet = std::get_if<model::Packet>(&passage.frame.payload);
    const bool request = packet && packet->isEchoRequest();
    if (!m_shown.ping() || (!request && !(packet && packet->isEchoReply())))
        return nullptr;
    if (!request && !m_shown.ping()->reply)
        return nullptr;
    const std::vector<model::Hop> &hops = request ? m_shown.ping()->request.hops : m_shown.ping()->reply->hops;
    const auto found = std::ranges::find_if(hops, [&](const model::Hop &hop) {
        return hop.node == passage.from.netns && !hop.below && hop.out == passage.from.link;
    });
    return found == hops.end() ? nullptr : &*found;
}

void PacketTrace::setCurrent(std::optional<std::size_t> current)
{
    if (current && *current >= m_passages.size())
        current.reset();
    if (m_current == current)
        return;
    m_current = current;
    emit moved();
}

const model::simulation::Passage *PacketTrace::before(std::size_t at) const
{
    const auto earlier = std::views::reverse(m_passages) | std::views::drop(m_passages.size() - at);
    const auto found = std::ranges::find_if(
        earlier, [&](const model::simulation::Passage &each) { return m_passages[at].isSameMessage(each); });
    return found == earlier.end() ? nullptr : &*found;
}

} // namespace netdraft::views
