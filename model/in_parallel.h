#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace netdraft::model {

/// So many namespaces at least one thread looks at, where that takes a few microseconds each.
inline constexpr std::size_t worthAThread = 256;

/// Splits the numbers from 0 to `count` among the processor's threads.
template <typename Work>
void inParallel(std::size_t count, std::size_t atLeast, const Work &work)
{
    const std::size_t threads = std::clamp<std::size_t>(count / std::max<std::size_t>(atLeast, 1), 1,
                                                        std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::jthread> others;
    for (std::size_t t = 1; t < threads; ++t)
        others.emplace_back([&, t] { work(count * t / threads, count * (t + 1) / threads); });
    work(0, count / threads);
}

} // namespace netdraft::model
