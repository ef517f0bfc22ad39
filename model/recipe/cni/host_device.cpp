#include "model/recipe/cni/stacked.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::cni {

namespace {

struct HostDeviceConf {
    NetConf net;
    std::string device;
    std::string mac;
    std::string kernelPath;
    std::string pciAddress;
};

Expected<HostDeviceConf> readHostDevice(const Call &call)
{
    std::string error;
    const GoFields fields(call.json, "NetConf", error);
    HostDeviceConf conf{NetConf(fields), {}, {}, {}, {}};
    std::string ofRuntime;
    fields.read("device", conf.device);
    fields.read("hwaddr", conf.mac);
    fields.read("kernelpath", conf.kernelPath);
    fields.read("pciBusID", conf.pciAddress);
    fields.object("runtimeConfig", "").read("deviceID", ofRuntime);
    if (!error.empty())
        return failed("failed to load netconf: " + error);
    if (!ofRuntime.empty())
        conf.pciAddress = ofRuntime;
    if (conf.device.empty() && conf.mac.empty() && conf.kernelPath.empty() && conf.pciAddress.empty())
        return failed(R"(specify either "device", "hwaddr", "kernelpath" or "pciBusID")");
    // No device here has an address on a bus.
    if (!conf.pciAddress.empty())
        return failed(fmt::format("error with host device: lstat /sys/bus/pci/devices/{}: no such file or directory",
                                  conf.pciAddress));
    return conf;
}

Expected<const Link *> findDevice(const Netns &own, const HostDeviceConf &conf)
{
    const auto missing = [](const std::string &why) { return failed("failed to find host device: " + why); };
    if (!conf.device.empty()) {
        const Link *link = own.find(conf.device);
        return link ? Expected<const Link *>(link) : missing("Link not found");
    }
    if (!conf.mac.empty()) {
        const auto mac = parseMac(conf.mac);
        if (!mac)
            return missing(fmt::format("failed to parse MAC address {}: {}", goQuoted(conf.mac), mac.error().message));
        const auto found = std::ranges::find(own.links, *mac, &Link::mac);
        return found == own.links.end() ? missing("failed to find physical interface")
                                        : Expected<const Link *>(&*found);
    }
    if (!conf.kernelPath.starts_with("/sys/devices/"))
        return missing(fmt::format("kernel device path {} must be absolute and begin with /sys/devices/",
                                   goQuoted(conf.kernelPath)));
    return missing(fmt::format("failed to find network devices at {}", goQuoted(conf.kernelPath + "/net")));
}

/// Puts the link into the namespace, under its new name, and sets it up.
Expected<Interface> moveIn(Call &call, const std::string &sandbox, const Link &device)
{
    Host &host = call.host;
    const std::string name = device.name;
    const auto wrong = [](const std::string &why) { return failed("failed to move link " + why); };
    if (auto moved = host.perform(MoveLink{{host.name(), name}, sandbox}); !moved)
        return wrong(moved.error().message);
    if (auto down = setUp(host, sandbox, name, false); !down)
        return wrong(fmt::format("failed to set {} down: {}", goQuoted(name), down.error().message));
    if (name != call.ifName)
        if (auto renamed = host.perform(RenameLink{{sandbox, name}, call.ifName}); !renamed)
            return wrong(fmt::format("failed to rename device {} to {}: {}", goQuoted(name), goQuoted(call.ifName),
                                     renamed.error().message));
    if (auto up = setUp(host, sandbox, call.ifName); !up)
        return wrong(fmt::format("failed to set {} up: {}", goQuoted(call.ifName), up.error().message));
    return Interface{call.ifName, host.netns(sandbox).find(call.ifName)->mac.toString(), call.netns};
}

Expected<std::string> hostDeviceAdd(Call &call)
{
    const auto conf = readHostDevice(call);
    if (!conf)
        return std::unexpected(conf.error());
    const auto sandbox = openSandbox(call);
    if (!sandbox)
        return std::unexpected(sandbox.error());
    const auto device = findDevice(call.host.own(), *conf);
    if (!device)
        return std::unexpected(device.error());
    const auto interface = moveIn(call, *sandbox, **device);
    if (!interface)
        return std::unexpected(interface.error());
    Result100 result;
    if (!conf->net.ipam.empty()) {
        const auto given = delegateAdd(call, conf->net.ipam);
        if (!given)
            return std::unexpected(given.error());
        result = *given;
        result.dns = conf->net.dns;
    }
    result.interfaces = {*interface};
    if (!conf->net.ipam.empty()) {
        if (auto done = configureFirst(call, *sandbox, result); !done) {
            [[maybe_unused]] const auto ignored = delegate(call, conf->net.ipam, "DEL");
            return std::unexpected(done.error());
        }
    }
    return printed(result, conf->net.version);
}

Expected<void> hostDeviceCheck(Call &call)
{
    const auto conf = readHostDevice(call);
    if (!conf)
        return std::unexpected(conf.error());
    const auto before = beginCheck(call, conf->net, Addressing::Optional);
    if (!before)
        return std::unexpected(before.error());
    const Netns &netns = call.host.netns(before->sandbox);
    const auto link = checkedLink(call, netns, before->result, [](const Link &) { return true; }, {});
    if (!link)
        return std::unexpected(link.error());
    return endCheck(call, *before);
}

Expected<void> hostDeviceDel(Call &call)
{
    const auto conf = readHostDevice(call);
    if (!conf)
        return std::unexpected(conf.error());
    if (call.netns.empty())
        return {};
    const auto sandbox = openSandbox(call);
    if (!sandbox)
        return std::unexpected(sandbox.error());
    if (!conf->net.ipam.empty())
        if (auto released = delegate(call, conf->net.ipam, "DEL"); !released)
            return released;
    Host &host = call.host;
    const std::string &name = call.ifName;
    if (!host.netns(*sandbox).find(name))
        return failed(fmt::format("failed to find {}: Link not found", goQuoted(name)));
    if (auto down = setUp(host, *sandbox, name, false); !down)
        return failed(fmt::format("failed to set {} down: {}", goQuoted(name), down.error().message));
    // The plugin reads the old name from the link's alias, which is not kept here; the configuration says it as well.
    if (conf->device.empty() && host.own().find(name))
        return notSimulatedHere("DEL of the plugin host-device by a MAC, where the host has a link of the name");
    const std::string &old = conf->device.empty() ? name : conf->device;
    if (old != name)
        if (auto renamed = host.perform(RenameLink{{*sandbox, name}, old}); !renamed)
            return failed(fmt::format("failed to restore {} to original name {}: {}", goQuoted(name), goQuoted(old),
                                      renamed.error().message));
    if (auto moved = host.perform(MoveLink{{*sandbox, old}, host.name()}); !moved)
        return failed(fmt::format("failed to move {} to host netns: {}", goQuoted(old), moved.error().message));
    return {};
}

} // namespace

const Plugin hostDevicePlugin{"host-device", "0.1.0", hostDeviceAdd, hostDeviceCheck, hostDeviceDel};

} // namespace netdraft::model::cni
