#include "app/cli/reach_report.h"

#include "app/cli/input.h"
#include "app/cli/port_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace netdraft::app {

using namespace model;

namespace {

constexpr std::size_t widestMatrix = 24;  ///< targets
constexpr std::size_t longestMatrix = 48; ///< nodes
constexpr std::size_t mostPairs = 40;     ///< failing pairs that are listed one by one

const std::string &nameOf(const Reachability &reachability, NetnsId id)
{
    return reachability.network().find(id)->name;
}

std::string_view cell(const Reachability &reachability, std::size_t from, std::size_t to)
{
    if (reachability.nodes()[from] == reachability.targets()[to].node)
        return "-";
    const Answer answer = reachability.answer(from, to);
    if (!answer.certain)
        return answer.reachable ? "yes?" : "no?";
    return answer.reachable ? "yes" : "no";
}

std::string matrix(const Reachability &reachability)
{
    std::size_t width = 4;
    for (std::size_t from = 0; from < reachability.nodes().size(); ++from) {
        if (!reachability.isSwitch(from))
            width = std::max(width, nameOf(reachability, reachability.nodes()[from]).size());
    }
    std::string text = fmt::format("{:{}}", "from", width);
    const std::size_t count = reachability.targets().size();
    for (std::size_t to = 0; to < count; ++to)
        text += fmt::format("  {:>4}", fmt::format("[{}]", to + 1));
    text += '\n';
    for (std::size_t from = 0; from < reachability.nodes().size(); ++from) {
        if (reachability.isSwitch(from))
            continue;
        text += fmt::format("{:{}}", nameOf(reachability, reachability.nodes()[from]), width);
        for (std::size_t to = 0; to < count; ++to)
            text += fmt::format("  {:>4}", cell(reachability, from, to));
        text += '\n';
    }
    text += '\n';
    for (std::size_t to = 0; to < count; ++to) {
        const Target &target = reachability.targets()[to];
        text += fmt::format("[{}] {} {}\n", to + 1, nameOf(reachability, target.node), target.address.toString());
    }
    return text;
}

std::string failureLine(const Reachability &reachability, std::size_t from, std::size_t to, std::string_view more)
{
    const NetnsId node = reachability.nodes()[from];
    const Target &target = reachability.targets()[to];
    const Ping sent = ping(reachability.plane(), node, target.address);
    return fmt::format("{} cannot reach {} ({}){}: {}\n{}", nameOf(reachability, node),
                       nameOf(reachability, target.node), target.address.toString(), more,
                       reason(reachability.network(), sent), mendLines(mends(reachability.plane(), sent)));
}

std::string failureList(const Reachability &reachability)
{
    std::string text;
    const Reachability::Totals totals = reachability.totals();
    if (totals.pairs - totals.reachable > mostPairs) {
        for (const Reachability::Failure &failure : reachability.failures()) {
            const std::string more = failure.pairs == 1 ? "" : fmt::format(" and {} pairs more", failure.pairs - 1);
            text += failureLine(reachability, failure.from, failure.to, more);
        }
        return text;
    }
    for (std::size_t from = 0; from < reachability.nodes().size(); ++from) {
        for (std::size_t to = 0; to < reachability.targets().size() && !reachability.isSwitch(from); ++to) {
            const bool own = reachability.nodes()[from] == reachability.targets()[to].node;
            if (!own && !reachability.answer(from, to).reachable)
                text += failureLine(reachability, from, to, "");
        }
    }
    return text;
}

} // namespace

std::string reachText(const Reachability &reachability)
{
    const Reachability::Totals totals = reachability.totals();
    std::string text;
    const auto targets = reachability.targets().size();
    if (targets > 0 && targets <= widestMatrix && reachability.nodes().size() <= longestMatrix)
        text += matrix(reachability) + '\n';
    const std::string failures = failureList(reachability);
    if (!failures.empty())
        text += failures + '\n';
    return text + fmt::format("{} of {} pairs are reachable.\n", totals.reachable, totals.pairs);
}

std::string reachJson(const Reachability &reachability)
{
    const auto quoted = [](std::string_view text) { return nlohmann::json(text).dump(); };
    std::string text = R"({"nodes":[)";
    for (const NetnsId node : reachability.nodes())
        text += fmt::format("{}{}", text.back() == '[' ? "" : ",", quoted(nameOf(reachability, node)));
    text += R"(],"pairs":[)";
    for (std::size_t from = 0; from < reachability.nodes().size(); ++from) {
        const NetnsId node = reachability.nodes()[from];
        for (std::size_t to = 0; to < reachability.targets().size(); ++to) {
            const Target &target = reachability.targets()[to];
            if (target.node == node)
                continue;
            const Answer answer = reachability.answer(from, to);
            const std::string why =
                answer.reachable ? fmt::format("{} is reached", target.address.toString())
                                 : reason(reachability.network(), ping(reachability.plane(), node, target.address));
            text += fmt::format(R"({}{{"from":{},"to":{},"address":{},"reachable":{},"reason":{}{}}})",
                                text.back() == '[' ? "" : ",", quoted(nameOf(reachability, node)),
                                quoted(nameOf(reachability, target.node)), quoted(target.address.toString()),
                                answer.reachable, quoted(why), answer.certain ? "" : R"(,"certain":false)");
        }
    }
    return text + "]}\n";
}

int reachStatus(const Reachability &reachability)
{
    const Reachability::Totals totals = reachability.totals();
    return totals.reachable == totals.pairs ? yes : no;
}

} // namespace netdraft::app
