#include "views/document/answers.h"

namespace netdraft::views {

using model::DataPlane;
using model::Effort;
using model::Reachability;

namespace {

/// So few pairs are answered in less than a frame or two, however they are to be worked out.
constexpr std::size_t fewPairs = 1500;
/// A frame that comes this late is not missed.
constexpr std::chrono::milliseconds unnoticed{40};
/// After this one wants to know what is going on, and how far it is.
constexpr int lateness = 200;

std::size_t pairsOf(const DataPlane &plane)
{
    std::size_t addresses = 0;
    for (const model::PlaneLink &link : plane.links())
        addresses += link.link->addresses4.size() + link.link->addresses6.size();
    return addresses * plane.nodes().size();
}

} // namespace

Answers::Answers(QObject *parent)
    : QObject(parent), m_work(*this, [this] {
          if (take())
              emit found();
      })
{
    clear();
    m_lateness.setInterval(lateness);
    connect(&m_lateness, &QTimer::timeout, this, [this] {
        m_isLate = true;
        emit late();
    });
}

void Answers::clear()
{
    stop();
    m_plane.reset();
    m_found = {Reachability::of(model::Network()), nullptr};
}

void Answers::ask(const model::Network &network)
{
    if (m_plane && difference(m_plane->network(), network).empty())
        return;
    stop();
    m_plane = std::make_shared<const DataPlane>(network, m_plane.get());
    if (pairsOf(*m_plane) > fewPairs)
        return start();
    Effort effort;
    m_found = {Reachability::of(m_plane, m_found.reachability.get(), effort), nullptr};
}

void Answers::start()
{
    m_work.start([plane = m_plane, earlier = m_found.reachability](Effort &effort) -> Found {
        const auto all = Reachability::of(plane, earlier.get(), effort);
        if (!all)
            return {};
        return {all, std::make_shared<const std::vector<model::Problem>>(model::problems(*all, effort))};
    });
    m_lateness.start();
    take(unnoticed);
}

void Answers::stop()
{
    m_work.stop();
    m_lateness.stop();
    m_isLate = false;
}

bool Answers::take(std::chrono::milliseconds patience)
{
    auto found = m_work.take(patience);
    if (!found)
        return false;
    m_found = *std::move(found);
    stop();
    return true;
}

const std::vector<model::Problem> &Answers::problems()
{
    if (!m_found.problems)
        m_found.problems = std::make_shared<const std::vector<model::Problem>>(model::problems(*m_found.reachability));
    return *m_found.problems;
}

} // namespace netdraft::views
