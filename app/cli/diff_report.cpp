#include "app/cli/diff_report.h"

#include "app/cli/port_report.h"
#include "model/reachability/reason.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace netdraft::app {

using namespace model;

namespace {

constexpr std::size_t mostPairs = 40; ///< of a kind, that are listed one by one

using Pair = PairChange::Pair;

std::string sender(const Reachability &reachability, const Pair &pair)
{
    return nodeName(reachability.network(), reachability.nodes()[pair.from]);
}

/// `C (192.168.2.5)`
std::string receiver(const Reachability &reachability, const Pair &pair)
{
    const Target &target = reachability.targets()[pair.to];
    return fmt::format("{} ({})", nodeName(reachability.network(), target.node), target.address.toString());
}

Ping sent(const Reachability &reachability, const Pair &pair)
{
    return ping(reachability.plane(), reachability.nodes()[pair.from], reachability.targets()[pair.to].address);
}

std::string why(const Reachability &reachability, const Pair &pair, const Answer &answer)
{
    const std::string text =
        answer.reachable ? std::string("it is reached") : reason(reachability.network(), sent(reachability, pair));
    return answer.certain ? text : text + ", which is not certain";
}

template <typename Line>
std::string listed(const std::vector<PairChange> &changes, const Line &line)
{
    std::string text;
    for (std::size_t i = 0; i < changes.size() && i < mostPairs; ++i)
        text += line(changes[i]);
    if (changes.size() > mostPairs)
        text += fmt::format("    … and {} pairs more\n", changes.size() - mostPairs);
    return text;
}

std::string arrivals(const Reachability &reachability, const std::vector<NetnsId> &nodes,
                     const std::vector<Target> &addresses, std::string_view what)
{
    std::string text;
    for (const NetnsId node : nodes)
        text += fmt::format("{} is {}\n", nodeName(reachability.network(), node), what);
    for (const Target &target : addresses)
        text += fmt::format("the address {} of {} is {}\n", target.address.toString(),
                            nodeName(reachability.network(), target.node), what);
    return text;
}

nlohmann::ordered_json pairJson(const Reachability &after, const PairChange &change)
{
    const Target &target = after.targets()[change.after.to];
    nlohmann::ordered_json entry;
    entry["from"] = sender(after, change.after);
    entry["to"] = nodeName(after.network(), target.node);
    entry["address"] = target.address.toString();
    return entry;
}

nlohmann::ordered_json names(const Reachability &reachability, const std::vector<NetnsId> &nodes)
{
    auto list = nlohmann::ordered_json::array();
    for (const NetnsId node : nodes)
        list.push_back(nodeName(reachability.network(), node));
    return list;
}

nlohmann::ordered_json addressList(const Reachability &reachability, const std::vector<Target> &addresses)
{
    auto list = nlohmann::ordered_json::array();
    for (const Target &target : addresses)
        list.push_back(
            {{"node", nodeName(reachability.network(), target.node)}, {"address", target.address.toString()}});
    return list;
}

} // namespace

std::string diffText(const Reachability &before, const Reachability &after, const Difference &found)
{
    if (found.isEmpty())
        return "Everybody reaches whom they reached before.\n";
    std::string text = listed(found.broken, [&](const PairChange &change) {
        const Ping lost = sent(after, change.after);
        return fmt::format("{} no longer reaches {}: {}\n{}", sender(after, change.after),
                           receiver(after, change.after), why(after, change.after, change.is),
                           mendLines(mends(after.plane(), lost)));
    });
    text += listed(found.healed, [&](const PairChange &change) {
        return fmt::format("{} now reaches {}; before: {}\n", sender(after, change.after),
                           receiver(after, change.after), why(before, change.before, change.was));
    });
    text += listed(found.altered, [&](const PairChange &change) {
        return fmt::format("{} still {} {}: {}; before: {}\n", sender(after, change.after),
                           change.is.reachable ? "reaches" : "cannot reach", receiver(after, change.after),
                           why(after, change.after, change.is), why(before, change.before, change.was));
    });
    text += arrivals(before, found.goneNodes, found.goneAddresses, "gone");
    text += arrivals(after, found.newNodes, found.newAddresses, "new");
    return text + fmt::format("\n{} pairs broke, {} healed, {} answer otherwise.\n", found.broken.size(),
                              found.healed.size(), found.altered.size());
}

std::string diffJson(const Reachability &before, const Reachability &after, const Difference &found)
{
    nlohmann::ordered_json whole;
    for (const char *key : {"broken", "healed", "altered"})
        whole[key] = nlohmann::ordered_json::array();
    for (const PairChange &change : found.broken) {
        auto entry = pairJson(after, change);
        entry["reason"] = why(after, change.after, change.is);
        whole["broken"].push_back(std::move(entry));
    }
    for (const PairChange &change : found.healed) {
        auto entry = pairJson(after, change);
        entry["before"] = why(before, change.before, change.was);
        whole["healed"].push_back(std::move(entry));
    }
    for (const PairChange &change : found.altered) {
        auto entry = pairJson(after, change);
        entry["reachable"] = change.is.reachable;
        entry["certain"] = change.is.certain;
        entry["reason"] = why(after, change.after, change.is);
        entry["before"] = why(before, change.before, change.was);
        whole["altered"].push_back(std::move(entry));
    }
    whole["nodes"] = {{"gone", names(before, found.goneNodes)}, {"new", names(after, found.newNodes)}};
    whole["addresses"] = {{"gone", addressList(before, found.goneAddresses)},
                          {"new", addressList(after, found.newAddresses)}};
    return whole.dump() + '\n';
}

} // namespace netdraft::app
