#include "model/recipe/cni/stacked.h"

#include <fmt/format.h>

namespace netdraft::model::cni {

namespace {

struct VlanConf {
    NetConf net;
    std::string master;
    int id = 0;
    int mtu = 0;
};

Expected<VlanConf> readVlan(const Call &call)
{
    std::string error;
    const GoFields fields(call.json, "NetConf", error);
    VlanConf conf{.net = NetConf(fields), .master = {}};
    fields.read("master", conf.master);
    fields.read("vlanId", conf.id);
    fields.read("mtu", conf.mtu);
    if (!error.empty())
        return failed("failed to load netconf: " + error);
    return conf;
}

Expected<VlanConf> checkedVlan(const Call &call)
{
    auto conf = readVlan(call);
    if (!conf)
        return conf;
    constexpr int highest = 4094;
    if (conf->master.empty())
        return failed(R"("master" field is required. It specifies the host interface name to create the VLAN for.)");
    if (conf->id < 0 || conf->id > highest)
        return failed(fmt::format("invalid VLAN ID {} (must be between 0 and 4095 inclusive)", conf->id));
    const Link *master = call.host.own().find(conf->master);
    if (!master)
        return failed("Link not found");
    if (conf->mtu < 0 || conf->mtu > master->mtu)
        return failed(fmt::format("invalid MTU {}, must be [0, master MTU({})]", conf->mtu, master->mtu));
    return conf;
}

Expected<std::string> vlanAdd(Call &call)
{
    const auto conf = checkedVlan(call);
    if (!conf)
        return std::unexpected(conf.error());
    const auto sandbox = openSandbox(call);
    if (!sandbox)
        return std::unexpected(sandbox.error());
    const auto link =
        addStacked(call, *sandbox, "vlan", VlanWords{conf->master, static_cast<VlanId>(conf->id)}, conf->mtu);
    if (!link)
        return std::unexpected(link.error());
    auto result = delegateAdd(call, conf->net.ipam);
    if (!result)
        return result.error().notSimulated ? std::unexpected(result.error())
                                           : failed("failed to execute IPAM delegate: " + result.error().line());
    result->interfaces = {*link};
    if (auto done = configureFirst(call, *sandbox, *result); !done) {
        [[maybe_unused]] const auto ignored = delegate(call, conf->net.ipam, "DEL");
        return std::unexpected(done.error());
    }
    result->dns = conf->net.dns;
    return printed(*result, conf->net.version);
}

Expected<void> vlanCheck(Call &call)
{
    const auto conf = readVlan(call);
    if (!conf)
        return std::unexpected(conf.error());
    const auto before = beginCheck(call, conf->net, Addressing::Required, "vlan: ");
    if (!before)
        return std::unexpected(before.error());
    if (const auto container = containerInterface(call, before->result); !container)
        return std::unexpected(container.error());
    if (!call.host.own().find(conf->master))
        return failed(fmt::format("failed to lookup master {}: Link not found", goQuoted(conf->master)));
    const Netns &netns = call.host.netns(before->sandbox);
    const auto link = checkedLink(
        call, netns, before->result, [](const Link &one) { return one.as<Vlan>() != nullptr; }, "vlan", "vlan: ");
    if (!link)
        return std::unexpected(link.error());
    // The plugin's words, which were meant for something else.
    if (const int id = (*link)->as<Vlan>()->id; id != conf->id)
        return failed(fmt::format("Error: Tuning link {} configured promisc is {}, current value is {}", (*link)->name,
                                  conf->id, id));
    if (conf->mtu != 0 && conf->mtu != (*link)->mtu)
        return failed(fmt::format("Error: Tuning configured MTU of {} is {}, current value is {}", (*link)->name,
                                  conf->mtu, (*link)->mtu));
    return endCheck(call, *before);
}

Expected<void> vlanDel(Call &call)
{
    const auto conf = checkedVlan(call);
    if (!conf)
        return std::unexpected(conf.error());
    if (auto released = delegate(call, conf->net.ipam, "DEL"); !released)
        return released;
    return removeStacked(call);
}

} // namespace

const Plugin vlanPlugin{"vlan", "0.1.0", vlanAdd, vlanCheck, vlanDel};

} // namespace netdraft::model::cni
