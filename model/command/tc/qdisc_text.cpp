#include "model/command/tc/qdisc_text.h"

#include "model/command/print_link_details.h"
#include "model/command/tc/units.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

/// How long the bucket takes to fill, in microseconds as tc has it of the kernel's ticks of 64 ns
/// (psched_ratecfg_precompute, psched_l2t_ns, tc_core_tick2time).
std::uint32_t bucketTime(const Tbf &tbf)
{
    std::uint64_t factor = 1'000'000'000;
    std::uint64_t mult = factor / tbf.rate;
    int shift = 0;
    while ((mult & (1ULL << 31U)) == 0 && (factor & (1ULL << 63U)) == 0) {
        factor <<= 1U;
        ++shift;
        mult = factor / tbf.rate;
    }
    const std::uint64_t nanoseconds = (tbf.burst * mult) >> static_cast<unsigned>(shift);
    constexpr double ticksPerMicrosecond = 15.625;
    return static_cast<std::uint32_t>(static_cast<std::uint32_t>(nanoseconds >> 6U) / ticksPerMicrosecond);
}

std::string optionsText(const Tbf &tbf)
{
    const std::uint32_t filling = bucketTime(tbf);
    const double rate = static_cast<double>(tbf.rate);
    const double latency = 1e6 * (tbf.limit / rate) - filling;
    std::string text = fmt::format("rate {} burst {} ", rateText(tbf.rate),
                                   sizeText(static_cast<std::uint32_t>(rate * filling / 1e6)));
    if (latency >= 0)
        return text + fmt::format("lat {} ", timeText(static_cast<std::uint32_t>(latency)));
    return text + fmt::format("limit {} ", sizeText(tbf.limit));
}

std::string optionsText(const Netem &netem)
{
    std::string text = fmt::format("limit {}", netem.limit);
    if (netem.delay != 0)
        text += fmt::format(" delay {}", timeText(netem.delay));
    if (netem.delay != 0 && netem.jitter != 0)
        text += fmt::format("  {}", timeText(netem.jitter));
    if (netem.loss != 0)
        text += fmt::format(" loss {}", percentText(netem.loss));
    if (netem.rate != 0)
        text += fmt::format(" rate {}", rateText(netem.rate));
    return text;
}

} // namespace

std::string qdiscText(const Link &link, bool named, bool statistics)
{
    if (!link.qdisc && !link.onceUp)
        return {};
    const std::string dev = named ? fmt::format("dev {} ", link.name) : std::string();
    std::string text;
    if (link.qdisc) // one reference of its own, and one of each queue of the link
        text = fmt::format("qdisc {} {:x}: {}root refcnt {} {}\n", link.qdisc->name(), link.qdisc->handle, dev,
                           queueCount(link) + 1,
                           std::visit([](const auto &kind) { return optionsText(kind); }, link.qdisc->kind));
    else
        text = fmt::format("qdisc noqueue 0: {}root refcnt 2 \n", dev);
    if (statistics)
        text += " Sent 0 bytes 0 pkt (dropped 0, overlimits 0 requeues 0) \n backlog 0b 0p requeues 0\n";
    return text;
}

} // namespace netdraft::model::command
