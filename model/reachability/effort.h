#pragma once

#include <atomic>
#include <cstddef>

namespace netdraft::model {

/// A long computation as another thread sees it: how far it is, and whether anybody still waits for it.
class Effort
{
public:
    /// Cancelled as well when the whole that it is a part of is.
    explicit Effort(const Effort *whole = nullptr) : m_whole(whole) {}

    /// The computation ends soon, without a result. May be called in any thread, as everything here.
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }
    bool isCancelled() const
    {
        return m_cancelled.load(std::memory_order_relaxed) || (m_whole && m_whole->isCancelled());
    }

    /// So many parts are to be done; none is yet.
    void begin(std::size_t parts)
    {
        m_done.store(0, std::memory_order_relaxed);
        m_parts.store(parts, std::memory_order_relaxed);
    }
    void advance() { m_done.fetch_add(1, std::memory_order_relaxed); }

    /// How much of it is done, from 0 to 1.
    double share() const
    {
        const auto parts = static_cast<double>(m_parts.load(std::memory_order_relaxed));
        return parts > 0 ? static_cast<double>(m_done.load(std::memory_order_relaxed)) / parts : 0;
    }

private:
    const Effort *m_whole;
    std::atomic<bool> m_cancelled = false;
    std::atomic<std::size_t> m_done = 0;
    std::atomic<std::size_t> m_parts = 0;
};

} // namespace netdraft::model
