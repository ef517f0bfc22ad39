#include "app/cli/reach_report.h"

#include "app/cli/input.h"
#include "app/cli/port_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>

namespace netdraft::app {

using namespace model;

namespace {

constexpr std::size_t widestMatrix = 24;   ///< targets
constexpr std::size_t longestMatrix = 48;  ///< nodes
constexpr std::size_t mostReachPairs = 40; ///< failing pairs that are listed one by one
constexpr std::size_t mostFailures = 100;  ///< reasons that are told

std::string_view cell(const Reachability &reachability, std::size_t from, std::size_t to)
{
    if (reachability.nodes()[from] == reachability.targets()[to].node)
        return "-";
    const Answer answer = reachability.answer(from, to);
    if (!answer.certain)
        return answer.reachable ? "yes?" : "no?";
    return answer.reachable ? "yes" : "no";
}

std::string matrix(const Reachability &reachability, const AskedPairs &asked)
{
    std::size_t width = 4;
    for (const std::size_t from : asked.from)
        width = std::max(width, reachability.nameOf(reachability.nodes()[from]).size());
    std::string text = fmt::format("{:{}}", "from", width);
    for (std::size_t i = 0; i < asked.to.size(); ++i)
        text += fmt::format("  {:>4}", fmt::format("[{}]", i + 1));
    text += '\n';
    for (const std::size_t from : asked.from) {
        text += fmt::format("{:{}}", reachability.nameOf(reachability.nodes()[from]), width);
        for (const std::size_t to : asked.to)
            text += fmt::format("  {:>4}", cell(reachability, from, to));
        text += '\n';
    }
    text += '\n';
    for (std::size_t i = 0; i < asked.to.size(); ++i) {
        const Target &target = reachability.targets()[asked.to[i]];
        text += fmt::format("[{}] {} {}\n", i + 1, reachability.nameOf(target.node), target.address.toString());
    }
    return text;
}

std::string failureLine(const Reachability &reachability, std::size_t from, std::size_t to, std::string_view more)
{
    const NetnsId node = reachability.nodes()[from];
    const Target &target = reachability.targets()[to];
    const Ping sent = ping(reachability.plane(), node, target.address);
    return fmt::format("{} cannot reach {} ({}){}: {}\n{}", reachability.nameOf(node), reachability.nameOf(target.node),
                       target.address.toString(), more, reason(reachability.network(), sent),
                       mendLines(mends(reachability.plane(), sent)));
}

/// What is left out, and where it is told.
std::string restLine(std::size_t left, std::string_view what, std::string_view where)
{
    return left == 0 ? std::string() : fmt::format("… and {} {} more; {}\n", left, what, where);
}

std::string causeList(const Reachability &reachability)
{
    std::string text;
    const auto failures = reachability.failures();
    const auto told = failures.first(std::min(failures.size(), mostFailures));
    for (const Reachability::Failure &failure : told) {
        const std::string more = failure.pairs == 1 ? "" : fmt::format(" and {} pairs more", failure.pairs - 1);
        text += failureLine(reachability, failure.from, failure.to, more);
    }
    return text + restLine(failures.size() - told.size(), "reasons", "--from and --to tell those of one node");
}

std::string failureList(const Reachability &reachability, const AskedPairs &asked)
{
    const std::size_t failing = asked.pairs - asked.reachable;
    if (asked.all && failing > mostReachPairs)
        return causeList(reachability);
    std::string text;
    std::size_t told = 0;
    for (const std::size_t from : asked.from) {
        for (const std::size_t to : asked.to) {
            const bool own = reachability.nodes()[from] == reachability.targets()[to].node;
            if (!own && told < mostReachPairs && !reachability.answer(from, to).reachable) {
                text += failureLine(reachability, from, to, "");
                ++told;
            }
        }
    }
    return text + restLine(failing - told, "pairs", "--json tells them all");
}

} // namespace

AskedPairs::AskedPairs(const Reachability &reachability, const Netns *wantedFrom, const Netns *wantedTo)
    : all(!wantedFrom && !wantedTo)
{
    for (std::size_t i = 0; i < reachability.nodes().size(); ++i) {
        if (wantedFrom ? reachability.nodes()[i] == wantedFrom->id : !reachability.isSwitch(i))
            from.push_back(i);
    }
    for (std::size_t i = 0; i < reachability.targets().size(); ++i) {
        if (!wantedTo || reachability.targets()[i].node == wantedTo->id)
            to.push_back(i);
    }
    if (all) {
        pairs = reachability.totals().pairs;
        reachable = reachability.totals().reachable;
        return;
    }
    for (const std::size_t i : from) {
        for (const std::size_t j : to) {
            if (reachability.nodes()[i] == reachability.targets()[j].node)
                continue;
            ++pairs;
            reachable += reachability.answer(i, j).reachable ? 1 : 0;
        }
    }
}

std::string reachText(const Reachability &reachability, const AskedPairs &asked)
{
    std::string text;
    if (!asked.to.empty() && asked.to.size() <= widestMatrix && asked.from.size() <= longestMatrix)
        text += matrix(reachability, asked) + '\n';
    const std::string failures = failureList(reachability, asked);
    if (!failures.empty())
        text += failures + '\n';
    return text + fmt::format("{} of {} pairs are reachable.\n", asked.reachable, asked.pairs);
}

std::string reachJson(const Reachability &reachability, const AskedPairs &asked)
{
    const auto quoted = [](std::string_view text) { return nlohmann::json(text).dump(); };
    std::string text = R"({"nodes":[)";
    for (const NetnsId node : reachability.nodes())
        text += fmt::format("{}{}", text.back() == '[' ? "" : ",", quoted(reachability.nameOf(node)));
    text += R"(],"pairs":[)";
    std::vector<std::size_t> senders = asked.from;
    if (asked.all) { // those that only switch as well
        senders.resize(reachability.nodes().size());
        std::iota(senders.begin(), senders.end(), std::size_t{0});
    }
    for (const std::size_t from : senders) {
        const NetnsId node = reachability.nodes()[from];
        for (const std::size_t to : asked.to) {
            const Target &target = reachability.targets()[to];
            if (target.node == node)
                continue;
            const Answer answer = reachability.answer(from, to);
            const std::string why =
                answer.reachable ? fmt::format("{} is reached", target.address.toString())
                                 : reason(reachability.network(), ping(reachability.plane(), node, target.address));
            text += fmt::format(R"({}{{"from":{},"to":{},"address":{},"reachable":{},"reason":{}{}}})",
                                text.back() == '[' ? "" : ",", quoted(reachability.nameOf(node)),
                                quoted(reachability.nameOf(target.node)), quoted(target.address.toString()),
                                answer.reachable, quoted(why), answer.certain ? "" : R"(,"certain":false)");
        }
    }
    return text + "]}\n";
}

int reachStatus(const AskedPairs &asked)
{
    return asked.reachable == asked.pairs ? yes : no;
}

} // namespace netdraft::app
