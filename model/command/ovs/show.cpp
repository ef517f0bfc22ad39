#include "model/command/ovs/transaction.h"
#include "model/edit/links/openvswitch.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>

namespace netdraft::model::command {

namespace {

/// The row of the table Open_vSwitch has a UUID drawn by chance; here the namespace's own.
std::string databaseId(const Netns &netns)
{
    return fmt::format("{:08x}-0000-4000-8000-000000000000", netns.id.value);
}

} // namespace

std::string ovsQuoted(std::string_view name)
{
    const auto isLetter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '_'; };
    const auto isPlain = [&](char c) {
        return isLetter(c) || std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '.';
    };
    const bool word = !name.empty() && isLetter(name.front()) && std::ranges::all_of(name, isPlain) && name != "true" &&
                      name != "false";
    return word ? std::string(name) : fmt::format("\"{}\"", name);
}

std::string ovsPortError(const Network &network, const Netns &netns, const OvsPort &port)
{
    if (port.internal)
        return {};
    const Link *link = netns.find(std::string_view(port.name));
    if (!link)
        return fmt::format("could not open network device {} (No such device)", port.name);
    return ovsRefusal(network, netns, *link);
}

Vsctl show(Transaction &transaction, const VsctlCommand &)
{
    std::string &out = transaction.out;
    out += databaseId(transaction.netns) + '\n';
    for (const OvsBridge &bridge : transaction.bridges) {
        out += fmt::format("    Bridge {}\n", ovsQuoted(bridge.name));
        for (const OvsPort &port : bridge.ports) {
            out += fmt::format("        Port {}\n", ovsQuoted(port.name));
            if (port.tag)
                out += fmt::format("            tag: {}\n", *port.tag);
            if (!port.trunks.empty())
                out += fmt::format("            trunks: [{}]\n", fmt::join(port.trunks, ", "));
            out += fmt::format("            Interface {}\n", ovsQuoted(port.name));
            if (port.internal)
                out += "                type: internal\n";
            const std::string error = ovsPortError(transaction.network, transaction.netns, port);
            if (!error.empty())
                out += fmt::format("                error: \"{}\"\n", error);
        }
    }
    out += "    ovs_version: \"3.1.0\"\n";
    return {};
}

} // namespace netdraft::model::command
