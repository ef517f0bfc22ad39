#include "model/command/links/kind_usage.h"
#include "model/command/links/link_types.h"

#include <fmt/format.h>

namespace netdraft::model::command {

NewLink readVlan(KindCall &words)
{
    VlanWords vlan;
    vlan.parent = words.parent;
    bool haveId = false;
    Arguments &arguments = words.arguments;
    while (arguments.more()) {
        if (arguments.matches("protocol")) {
            const std::string word = arguments.next();
            const bool q = word == "802.1q" || word == "802.1Q";
            if (!q && word != "802.1ad" && word != "802.1AD")
                arguments.wrong(word, "protocol is invalid");
            vlan.protocol = q ? VlanProtocol::Dot1Q : VlanProtocol::Dot1Ad;
        } else if (arguments.matches("id")) {
            const std::string word = arguments.next();
            const auto id = readNumber(word);
            if (!id || *id > 65535)
                arguments.wrong(word, "id is invalid");
            vlan.id = static_cast<VlanId>(id.value_or(1));
            haveId = true;
        } else {
            const std::string word = arguments.next();
            for (const char *known : {"reorder_hdr", "gvrp", "mvrp", "loose_binding", "bridge_binding",
                                      "ingress-qos-map", "egress-qos-map"})
                if (word == known)
                    arguments.refuse(notSimulated(fmt::format("vlan {}", known)));
            if (abbreviates(word, "help"))
                arguments.refuse(complaint(1, vlanUsage));
            arguments.refuse(complaint(1, fmt::format("vlan: unknown command \"{}\"?\n{}", word, vlanUsage)));
        }
    }
    if (!haveId)
        arguments.refuse(complaint(2, "Error: 8021q: VLAN id not specified."));
    return vlan;
}

void printKind(Printer &printer, const IpCall &, const Link &, const Vlan &vlan)
{
    printer.string("protocol", protocolWord(vlan.protocol), "protocol {} ");
    printer.number("id", vlan.id, "id {} ");
    printer.openArray("flags");
    printer.text("<");
    printer.element("REORDER_HDR", "{}");
    printer.closeArray();
    printer.text("> ");
}

} // namespace netdraft::model::command
