#include "model/simulation/simulation.h"

#include "model/simulation/connection.h"
#include "model/simulation/link_layer.h"
#include "model/simulation/neighbours.h"
#include "model/simulation/transport.h"

namespace netdraft::model::simulation {

namespace {

struct Handler {
    Simulation &simulation;
    void operator()(Arrival &arrival) const
    {
        receive(simulation, arrival.link, std::move(arrival.frame), std::move(arrival.tracked));
    }
    void operator()(Departure &departure) const
    {
        transmit(simulation, departure.link, std::move(departure.frame), std::move(departure.tracked));
    }
    void operator()(Dequeued &waited) const
    {
        startTransmit(simulation, waited.link, std::move(waited.frame), std::move(waited.tracked));
    }
    void operator()(const NeighbourTimer &timer) const { probeAgain(simulation, timer.link, timer.address); }
    void operator()(const NeighbourAnswered &answered) const
    {
        settleAnswers(simulation, answered.link, answered.address);
    }
    void operator()(Answering &answering) const
    {
        answerDatagram(simulation, answering.skb, answering.station, answering.socket, std::move(answering.data));
    }
    void operator()(TcpTurn &turn) const { takeTurn(simulation, turn); }
};

} // namespace

void Simulation::run(Time until)
{
    while (!m_queue.empty() && !received && !m_storm && m_queue.top().when <= until) {
        // The queue is ordered by what is not moved from.
        Timed next = std::move(const_cast<Timed &>(m_queue.top()));
        m_queue.pop();
        m_now = next.when;
        std::visit(Handler{*this}, next.event);
    }
    if (m_storm)
        abandonWaiting(*this);
}

void Simulation::pass(Time until)
{
    do {
        received.reset();
        run(until);
    } while (received);
    m_now = std::max(m_now, until);
}

} // namespace netdraft::model::simulation
