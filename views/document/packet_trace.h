#pragma once

#include "model/reachability/ping.h"
#include "model/simulation/passages.h"

#include <QObject>

#include <optional>
#include <set>
#include <vector>

namespace netdraft::views {

class Document;
class PacketTour;
class ShownPing;

/// What passes the cables while the shown pair's ping goes there and back, ARP and neighbour discovery before it
/// included, and which of these frames is looked at: a panel steps through them, the canvas draws the one, and neither
/// knows the other. Worked out anew after each change, while somebody wants it. Not undone.
class PacketTrace : public QObject
{
    Q_OBJECT

public:
    PacketTrace(Document &document, ShownPing &shown, QObject *parent = nullptr);

    /// It is worked out while anybody wants it.
    void setWanted(bool wanted, const void *by = nullptr);
    bool isWanted() const { return !m_wantedBy.empty(); }

    const std::vector<model::simulation::Passage> &passages() const { return m_passages; }
    /// One in the words of tcpdump.
    QString text(std::size_t at) const;
    /// The hop of the ping at which a frame was sent, where a namespace routed it; null for ARP, neighbour discovery
    /// and what a switch passes on.
    const model::Hop *hop(std::size_t at) const;
    /// The one that is looked at; none: the way as a whole.
    const std::optional<std::size_t> &current() const { return m_current; }
    void setCurrent(std::optional<std::size_t> current);
    /// What happened to packets inside of namespaces meanwhile; Passage::sentBy and takenBy say where in it.
    const std::vector<model::simulation::Visit> &visits() const { return m_visits; }
    /// Who goes through the frames one by one.
    PacketTour &tour() const { return *m_tour; }
    /// The same message on the cable before, where there was one.
    const model::simulation::Passage *before(std::size_t at) const;

signals:
    /// Other frames pass.
    void changed();
    /// Another one is looked at.
    void moved();

private:
    Document &m_document;
    ShownPing &m_shown;
    std::set<const void *> m_wantedBy;
    std::vector<model::simulation::Passage> m_passages;
    std::vector<model::simulation::Visit> m_visits;
    std::optional<std::size_t> m_current;
    PacketTour *m_tour;

    void follow();
};

} // namespace netdraft::views
