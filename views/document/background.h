#pragma once

#include "model/reachability/effort.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <thread>

namespace netdraft::views {

/// Work in another thread, of which only the newest matters: what is begun ends what was under way.
template <typename Result>
class Background
{
public:
    using Work = std::function<Result(model::Effort &)>;

    /// `done` is called in the thread of `receiver` when a result can be taken. It outlives this.
    Background(QObject &receiver, std::function<void()> done) : m_receiver(receiver), m_done(std::move(done)) {}
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;
    ~Background() { stop(); }

    void start(Work work)
    {
        stop();
        m_effort = std::make_unique<model::Effort>();
        std::packaged_task<Result()> task([work = std::move(work), effort = m_effort.get()] { return work(*effort); });
        m_coming = task.get_future();
        m_worker = std::jthread([this, task = std::move(task)]() mutable {
            task();
            QMetaObject::invokeMethod(&m_receiver, m_done, Qt::QueuedConnection);
        });
    }

    /// Gives up what is under way; its result never comes.
    void stop()
    {
        if (m_effort)
            m_effort->cancel();
        if (m_worker.joinable())
            m_worker.join();
        m_effort.reset();
        m_coming = {};
    }

    /// The result, once, if it is there; so long it may be waited for.
    std::optional<Result> take(std::chrono::milliseconds patience = {})
    {
        if (!m_coming.valid() || m_coming.wait_for(patience) != std::future_status::ready)
            return std::nullopt;
        Result result = m_coming.get();
        stop();
        return result;
    }

    bool isUnderWay() const { return m_effort != nullptr; }
    /// How much is done, from 0 to 1.
    double share() const { return m_effort ? m_effort->share() : 1; }

private:
    QObject &m_receiver;
    std::function<void()> m_done;
    std::unique_ptr<model::Effort> m_effort;
    std::future<Result> m_coming;
    std::jthread m_worker;
};

} // namespace netdraft::views
