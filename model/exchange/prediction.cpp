#include "model/exchange/prediction.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

std::string_view cell(const Reachability &reachability, std::size_t from, std::size_t to)
{
    if (reachability.nodes()[from] == reachability.targets()[to].node)
        return "-";
    const Answer answer = reachability.answer(from, to);
    return !answer.certain ? "?" : answer.reachable ? "y" : "n";
}

} // namespace

std::string predictionTable(const Reachability &reachability)
{
    const Network &network = reachability.network();
    const auto name = [&](NetnsId id) -> const std::string & { return network.find(id)->name; };
    std::size_t toWidth = 2;
    std::size_t addressWidth = 7;
    for (const Target &target : reachability.targets()) {
        toWidth = std::max(toWidth, name(target.node).size());
        addressWidth = std::max(addressWidth, target.address.toString().size());
    }
    const auto row = [&](std::string_view to, std::string_view address, const auto &cellOf) {
        std::string line = fmt::format("{:{}}  {:{}}", to, toWidth, address, addressWidth);
        for (std::size_t from = 0; from < reachability.nodes().size(); ++from)
            line += fmt::format("  {:{}}", cellOf(from), name(reachability.nodes()[from]).size());
        line.erase(line.find_last_not_of(' ') + 1);
        return line + '\n';
    };
    std::string table = row("to", "address", [&](std::size_t from) { return name(reachability.nodes()[from]); });
    for (std::size_t to = 0; to < reachability.targets().size(); ++to) {
        const Target &target = reachability.targets()[to];
        table += row(name(target.node), target.address.toString(),
                     [&](std::size_t from) { return cell(reachability, from, to); });
    }
    return table;
}

} // namespace netdraft::model
