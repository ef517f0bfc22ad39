#include "app/cli/whatif_report.h"

#include "model/edit/apply.h"
#include "model/reachability/reason.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace netdraft::app {

using namespace model;

namespace {

constexpr std::size_t mostWhatifPairs = 3; ///< of a failure, that are told with their reason

/// `A eth0`
std::string endName(const Network &network, const LinkPlace &place)
{
    return fmt::format("{} {}", nodeName(network, place.netns), network.find(place)->name);
}

std::string failureName(const Network &network, const SingleFailure &failure)
{
    if (!failure.link)
        return nodeName(network, failure.node);
    return fmt::format("cable {} - {}", endName(network, failure.otherEnd), endName(network, failure.link));
}

std::string failureText(const Reachability &now, const SingleFailure &failure)
{
    const Network &network = now.network();
    std::string text = fmt::format("{}: {} of {} reachable pairs break\n", failureName(network, failure),
                                   failure.broken.size(), failure.pairs);
    Project broken;
    broken.network = network;
    if (!apply(broken, failure.edits))
        return text;
    const DataPlane plane(broken.network);
    for (std::size_t i = 0; i < failure.broken.size() && i < mostWhatifPairs; ++i) {
        const NetnsId from = now.nodes()[failure.broken[i].before.from];
        const Target &to = now.targets()[failure.broken[i].before.to];
        text +=
            fmt::format("    {} no longer reaches {} ({}): {}\n", nodeName(network, from), nodeName(network, to.node),
                        to.address.toString(), reason(broken.network, ping(plane, from, to.address)));
    }
    if (failure.broken.size() > mostWhatifPairs)
        text += fmt::format("    … and {} pairs more\n", failure.broken.size() - mostWhatifPairs);
    return text;
}

} // namespace

std::string whatifText(const Reachability &now, const std::vector<SingleFailure> &failures)
{
    std::string text;
    std::size_t harmless = 0;
    for (const SingleFailure &failure : failures) {
        if (failure.broken.empty())
            ++harmless;
        else
            text += failureText(now, failure);
    }
    return text + fmt::format("{}{} of {} single failures break something, {} break nothing.\n",
                              text.empty() ? "" : "\n", failures.size() - harmless, failures.size(), harmless);
}

std::string whatifJson(const Reachability &now, const std::vector<SingleFailure> &failures)
{
    const Network &network = now.network();
    nlohmann::ordered_json whole;
    whole["failures"] = nlohmann::ordered_json::array();
    for (const SingleFailure &failure : failures) {
        nlohmann::ordered_json entry;
        if (failure.link)
            entry["link"] = {endName(network, failure.otherEnd), endName(network, failure.link)};
        else
            entry["node"] = nodeName(network, failure.node);
        entry["pairs"] = failure.pairs;
        entry["broken"] = nlohmann::ordered_json::array();
        for (const PairChange &change : failure.broken) {
            const Target &to = now.targets()[change.before.to];
            entry["broken"].push_back({{"from", nodeName(network, now.nodes()[change.before.from])},
                                       {"to", nodeName(network, to.node)},
                                       {"address", to.address.toString()}});
        }
        whole["failures"].push_back(std::move(entry));
    }
    return whole.dump() + '\n';
}

} // namespace netdraft::app
