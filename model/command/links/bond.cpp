#include "model/command/links/kind_usage.h"
#include "model/command/links/link_types.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

struct Given {
    BondChange change;
};

BondChange readBondWords(KindCall &words)
{
    BondChange given;
    Arguments &arguments = words.arguments;
    const auto member = [&]() -> std::string {
        std::string name = arguments.next();
        if (!arguments.refused() && !words.call.netns.find(std::string_view(name)))
            arguments.refuse(complaint(255, fmt::format("Cannot find device \"{}\"", name)));
        return name;
    };
    while (arguments.more()) {
        if (arguments.matches("mode")) {
            const std::string word = arguments.next();
            given.mode = wordIn<BondMode>(bondModes, word);
            if (const auto number = readNumber(word); number && *number < std::size(bondModes))
                given.mode = static_cast<BondMode>(*number);
            if (!given.mode)
                arguments.wrong(word, "invalid mode");
        } else if (arguments.matches("active_slave")) {
            given.active = member();
        } else if (arguments.matches("clear_active_slave")) {
            given.active = "";
        } else if (arguments.matches("miimon")) {
            given.miimon = static_cast<int>(arguments.number("invalid miimon"));
        } else if (arguments.matches("primary")) {
            given.primary = member();
        } else {
            const std::string word = arguments.next();
            for (const char *known :
                 {"updelay",          "downdelay",        "peer_notify_delay", "use_carrier",      "arp_interval",
                  "arp_ip_target",    "arp_validate",     "arp_all_targets",   "primary_reselect", "fail_over_mac",
                  "xmit_hash_policy", "resend_igmp",      "num_grat_arp",      "num_unsol_na",     "all_slaves_active",
                  "min_links",        "lp_interval",      "packets_per_slave", "lacp_rate",        "lacp_active",
                  "ad_select",        "ad_user_port_key", "ad_actor_sys_prio", "ad_actor_system",  "tlb_dynamic_lb"})
                if (word == known)
                    arguments.refuse(notSimulated(fmt::format("bond {}", known)));
            arguments.refuse(complaint(1, fmt::format("bond: unknown command \"{}\"?\n{}", word, bondUsage)));
        }
    }
    return given;
}

} // namespace

NewLink readBond(KindCall &words)
{
    const BondChange given = readBondWords(words);
    if (given.primary || given.active)
        words.arguments.refuse(complaint(2, "RTNETLINK answers: Invalid argument"));
    BondWords bond;
    bond.mode = given.mode.value_or(BondMode::BalanceRr);
    // Modes that cannot do without look every 100 ms (bond_check_params).
    const bool looks = bond.mode >= BondMode::Dot3ad;
    bond.miimon = given.miimon.value_or(looks ? 100 : 0);
    return bond;
}

LinkChange readBondChange(KindCall &words)
{
    return readBondWords(words);
}

void printKind(Printer &printer, const IpCall &call, const Link &, const Bond &bond)
{
    const auto number = [&](std::string_view key, std::int64_t value) {
        printer.number(key, value, fmt::format("{} {{}} ", key));
    };
    const auto word = [&](std::string_view key, std::string_view value) {
        printer.string(key, value, fmt::format("{} {{}} ", key));
    };
    word("mode", wordOf(bondModes, bond.mode));
    if (const Link *active = call.netns.find(bond.active))
        word("active_slave", active->name);
    number("miimon", bond.miimon);
    number("updelay", 0);
    number("downdelay", 0);
    number("peer_notify_delay", 0);
    number("use_carrier", 1);
    number("arp_interval", 0);
    printer.text("arp_missed_max 2 ");
    word("arp_validate", "none");
    word("arp_all_targets", "any");
    if (const Link *primary = call.netns.find(bond.primary))
        word("primary", primary->name);
    word("primary_reselect", "always");
    word("fail_over_mac", "none");
    word("xmit_hash_policy", "layer2");
    number("resend_igmp", 1);
    number("num_peer_notif", 1);
    number("all_slaves_active", 0);
    number("min_links", 0);
    number("lp_interval", 1);
    number("packets_per_slave", 1);
    word("ad_lacp_active", "on");
    word("ad_lacp_rate", "slow");
    word("ad_select", "stable");
    number("tlb_dynamic_lb", 1);
}

} // namespace netdraft::model::command
