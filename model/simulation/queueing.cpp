#include "model/simulation/queueing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace netdraft::model::simulation {

namespace {

constexpr double perSecond = 1e9; ///< nanoseconds

std::optional<double> leaveNetem(Backlog &backlog, const Netem &netem, int bytes, double now, bool losing)
{
    if (losing && netem.loss != 0) {
        constexpr std::uint64_t whole = std::numeric_limits<std::uint32_t>::max();
        backlog.lossDue += netem.loss;
        if (backlog.lossDue >= whole) {
            backlog.lossDue -= whole;
            return std::nullopt;
        }
    }
    if (losing && backlog.waiting.size() >= netem.limit)
        return std::nullopt;
    double leaves = now + netem.delay * 1e3;
    if (netem.rate != 0) {
        if (!backlog.waiting.empty())
            leaves = std::max(leaves, backlog.waiting.back().until);
        leaves += bytes * perSecond / static_cast<double>(netem.rate);
    }
    return leaves;
}

std::optional<double> leaveTbf(Backlog &backlog, const Tbf &tbf, int bytes, double now, bool losing)
{
    const auto waiting = std::accumulate(backlog.waiting.begin(), backlog.waiting.end(), 0,
                                         [](int sum, const Backlog::Waiting &each) { return sum + each.bytes; });
    const bool fits = static_cast<std::uint32_t>(bytes) <= tbf.burst &&
                      static_cast<std::uint64_t>(waiting) + static_cast<std::uint64_t>(bytes) <= tbf.limit;
    if (losing && !fits)
        return std::nullopt;
    const auto rate = static_cast<double>(tbf.rate);
    const double turn = backlog.waiting.empty() ? now : std::max(now, backlog.waiting.back().until);
    const double earned = backlog.filled < 0 ? tbf.burst : (turn - backlog.filled) * rate / perSecond;
    backlog.tokens = std::min<double>(tbf.burst, backlog.tokens + earned) - bytes;
    const double leaves = backlog.tokens >= 0 ? turn : turn - backlog.tokens * perSecond / rate;
    backlog.tokens = std::max(backlog.tokens, 0.);
    backlog.filled = leaves;
    return leaves;
}

} // namespace

std::optional<Time> enqueue(Backlog &backlog, const Qdisc &qdisc, int bytes, Time now, bool losing)
{
    const double nanoseconds = static_cast<double>(now) * 1e3;
    std::erase_if(backlog.waiting, [&](const Backlog::Waiting &each) { return each.until <= nanoseconds; });
    const Netem *netem = std::get_if<Netem>(&qdisc.kind);
    const auto leaves = netem ? leaveNetem(backlog, *netem, bytes, nanoseconds, losing)
                              : leaveTbf(backlog, std::get<Tbf>(qdisc.kind), bytes, nanoseconds, losing);
    if (!leaves)
        return std::nullopt;
    backlog.waiting.push_back({*leaves, bytes});
    return static_cast<Time>(std::ceil(*leaves / 1e3));
}

} // namespace netdraft::model::simulation
