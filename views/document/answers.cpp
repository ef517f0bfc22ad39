#include "views/document/answers.h"

#include <chrono>

namespace netdraft::views {

using model::DataPlane;
using model::Effort;
using model::Reachability;

namespace {

/// So few pairs are answered in less than a frame or two, however they are to be worked out.
constexpr std::size_t fewPairs = 1500;
/// A frame that comes this late is not missed.
constexpr std::chrono::milliseconds patience{40};
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

Answers::Answers(QObject *parent) : QObject(parent)
{
    clear();
    m_lateness.setInterval(lateness);
    connect(&m_lateness, &QTimer::timeout, this, [this] {
        m_isLate = true;
        emit late();
    });
}

Answers::~Answers()
{
    stop();
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
    m_effort = std::make_unique<Effort>();
    std::packaged_task<Found()> task(
        [plane = m_plane, earlier = m_found.reachability, effort = m_effort.get()]() -> Found {
            const auto all = Reachability::of(plane, earlier.get(), *effort);
            if (!all)
                return {};
            return {all, std::make_shared<const std::vector<model::Problem>>(model::problems(*all, *effort))};
        });
    m_coming = task.get_future();
    m_worker = std::jthread([this, task = std::move(task)]() mutable {
        task();
        const auto tell = [this] {
            if (take())
                emit found();
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
    m_lateness.start();
    if (m_coming.wait_for(patience) == std::future_status::ready)
        take();
}

void Answers::stop()
{
    if (m_effort)
        m_effort->cancel();
    if (m_worker.joinable())
        m_worker.join();
    m_effort.reset();
    m_coming = {};
    m_lateness.stop();
    m_isLate = false;
}

/// Whether there was something to take: what a worker told of may be taken already, or given up.
bool Answers::take()
{
    if (!m_coming.valid() || m_coming.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return false;
    m_found = m_coming.get();
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
