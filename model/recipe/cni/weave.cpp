#include "model/reachability/probe.h"
#include "model/recipe/cni/interfaces.h"
#include "model/recipe/cni/weave_ipam.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::cni {

// The plugins weave-net and weave-ipam (Weave Net 2.8.1), which ask the weaver of their node over HTTP.

namespace {

constexpr std::uint16_t controlPort = 6784;
const IpAddress weaverAddress = Ipv4Address(127, 0, 0, 1);

struct WeaveConf {
    NetConf net;
    std::string bridge = "weave";
    bool isGateway = false;
    bool ipMasq = false;
    int mtu = 0;
    bool hairpin = true;
    std::string subnet;
    std::optional<IpAddress> gateway;
    std::vector<ResultRoute> routes;
};

Expected<WeaveConf> readWeaveConf(const Call &call)
{
    std::string error;
    const GoFields fields(call.json, "NetConf", error);
    WeaveConf conf{.net = NetConf(fields), .subnet = {}, .gateway = {}, .routes = {}};
    fields.read("bridge", conf.bridge);
    fields.read("isGateway", conf.isGateway);
    fields.read("ipMasq", conf.ipMasq);
    fields.read("mtu", conf.mtu);
    fields.read("hairpinMode", conf.hairpin);
    const GoFields ipam = fields.object("ipam", "ipamConf", "ipamplugin.ipamConf");
    ipam.read("subnet", conf.subnet);
    conf.gateway = readAddress(ipam, "gateway");
    conf.routes = readRoutes(ipam, "routes");
    if (!error.empty())
        return failed("failed to load netconf: " + error);
    return conf;
}

/// What a request to weaver ends with before it is heard, as Go's net/http says it.
Expected<void> connectToWeaver(const Host &host, std::string_view verb, const std::string &path)
{
    const DataPlane plane(host.network());
    const Probe tried = probe(plane, host.own().id, weaverAddress, Transport::Tcp, controlPort);
    if (tried.outcome == SocketError::None)
        return {};
    std::string why = "connect: " + std::string(errorText(tried.outcome));
    why[std::string_view("connect: ").size()] =
        static_cast<char>(std::tolower(static_cast<unsigned char>(why[std::string_view("connect: ").size()])));
    if (tried.outcome == SocketError::TimedOut)
        why = "i/o timeout";
    return failed(fmt::format("{} {}: dial tcp 127.0.0.1:{}: {}", verb,
                              goQuoted(fmt::format("http://127.0.0.1:{}{}", controlPort, path)), controlPort, why));
}

Expected<Result100> allocateByWeaver(Call &call, const WeaveConf &conf, const std::string &id)
{
    std::optional<Prefix> subnet;
    std::string path = "/ip/" + id;
    if (!conf.subnet.empty()) {
        const auto cidr = parseGoCidr(conf.subnet);
        if (!cidr || !cidr->address.isV4())
            return failed(
                fmt::format("subnet given in config, but not parseable: invalid CIDR address: {}", conf.subnet));
        subnet = cidr->prefix();
        path += '/' + subnet->toString();
    }
    if (auto connected = connectToWeaver(call.host, "Post", path); !connected)
        return std::unexpected(connected.error());
    const auto address = weaveAllocate(call.host, id, subnet);
    if (!address)
        return std::unexpected(address.error());
    Result100 result;
    result.ips.push_back({{}, *address, conf.gateway});
    result.routes = conf.routes;
    return result;
}

Expected<void> releaseByWeaver(Call &call)
{
    const std::string path = "/ip/" + call.containerId;
    if (auto connected = connectToWeaver(call.host, "Delete", path); !connected)
        return connected;
    auto ipam = readWeave(call.host.own());
    if (!ipam || !ipam->release(call.containerId)) {
        call.err += fmt::format("weave-cni: Delete: no addresses for {}\n", call.containerId);
        return {};
    }
    return call.host.writeFile(std::string(weaveStore), ipam->text());
}

/// The bridge's address that a container uses as its gateway: of its own subnet, or else the first.
Expected<IpAddress> bridgeAddress(const Host &host, const std::string &bridge, const Prefix &subnet)
{
    const Link *link = host.own().find(bridge);
    if (!link)
        return failed(fmt::format("Failed to get netdev for {} bridge: Link not found", goQuoted(bridge)));
    if (link->addresses4.empty())
        return failed("Bridge has no IP address");
    for (const LinkAddress &one : link->addresses4)
        if (subnet.contains(one.local.address))
            return one.local.address;
    return link->addresses4.front().local.address;
}

/// Does something in a container.
Expected<void> inside(Host &host, const std::string &netns, const std::function<Expected<void>(Host &)> &work)
{
    Host container(host.project(), netns);
    auto done = work(container);
    for (const Edit &edit : container.edits().edits)
        if (auto performed = host.perform(edit); !performed)
            return performed;
    return done;
}

Expected<void> attach(Call &call, const WeaveConf &conf, const std::string &sandbox, const InterfaceAddress &address)
{
    Host &host = call.host;
    const Link *bridge = host.own().find(conf.bridge);
    if (!bridge)
        return failed(fmt::format("bridge {} not present; did you launch weave?", goQuoted(conf.bridge)));
    constexpr std::size_t digits = 7;
    const std::string id = call.containerId.substr(0, digits);
    const std::string name = "vethwepl" + id;
    const std::string peer = "vethwepg" + id;
    const int mtu = conf.mtu == 0 ? bridge->mtu : conf.mtu;
    const auto creating = [&](const std::string &why) {
        return failed(fmt::format("could not create veth pair {}-{}: {}", name, peer, why));
    };
    AddVeth veth{.link = {host.name(), name}, .peer = {host.name(), peer}, .mac = {}, .peerMac = {}, .mtu = mtu};
    if (auto made = host.perform(veth); !made)
        return creating(made.error().message);
    if (auto set = host.perform(SetLinkMtu{veth.peer, mtu}); !set)
        return creating(set.error().message);
    if (auto set = host.perform(SetLinkMaster{veth.link, conf.bridge}); !set)
        return failed(
            fmt::format("attaching veth {} to {}: {}", goQuoted(name), goQuoted(conf.bridge), set.error().message));
    setSysctl(host, host.name(), name, DeviceSysctl::Ipv6AcceptRa, 0);
    setSysctl(host, host.name(), peer, DeviceSysctl::Ipv6AcceptRa, 0);
    const auto moved = [&]() -> Expected<void> {
        if (auto done = host.perform(MoveLink{veth.peer, sandbox}); !done)
            return failed("failed to move veth to container netns: " + done.error().message);
        const auto setUpInside = [&](Host &container) -> Expected<void> {
            if (auto done = container.perform(RenameLink{{sandbox, peer}, call.ifName}); !done)
                return done;
            return container.iptables(Family::Ipv4,
                                      {"-A", "INPUT", "-i", call.ifName, "-d", "224.0.0.0/4", "-j", "DROP"});
        };
        if (auto done = inside(host, sandbox, setUpInside); !done)
            return failed("error setting up interface: " + done.error().message);
        return {};
    };
    if (auto done = moved(); !done) {
        [[maybe_unused]] const auto ignored = host.perform(RemoveLink{veth.link});
        return failed("initializing veth: " + done.error().message);
    }
    if (auto up = setUp(host, host.name(), name); !up)
        return failed("unable to bring veth up: " + up.error().message);
    if (conf.hairpin) {
        PortChange change;
        change.hairpin = true;
        if (auto set = host.perform(SetPort{veth.link, change}); !set)
            return failed(fmt::format("unable to set hairpin mode to true for bridge side of veth {}: {}", name,
                                      set.error().message));
    }
    const auto addInside = [&](Host &container) -> Expected<void> {
        if (auto done = addAddress(container, {sandbox, call.ifName}, address); !done)
            return failed(
                fmt::format("failed to add IP address to {}: {}", goQuoted(call.ifName), done.error().message));
        if (auto done =
                container.iptables(Family::Ipv4, {"-I", "INPUT", "1", "-i", call.ifName, "-s",
                                                  address.prefix().toString(), "-d", "224.0.0.0/4", "-j", "ACCEPT"});
            !done)
            return done;
        return setUp(container, sandbox, call.ifName);
    };
    if (auto done = inside(host, sandbox, addInside); !done)
        return failed("error setting up interface addresses: " + done.error().message);
    return {};
}

Expected<void> addContainerRoute(Call &call, const std::string &sandbox, const Prefix &to,
                                 const std::optional<IpAddress> &via, Scope scope)
{
    RouteWords words;
    words.destination = to;
    words.scope = scope;
    words.hop = {.via = via, .dev = call.ifName};
    auto added = call.host.perform(AddRoute{sandbox, words, AddMode::Add});
    if (!added && added.error().message == "file exists")
        return {};
    return added;
}

/// Where nothing is said of routes, the default route leads to the bridge.
Expected<void> setUpRoutes(Call &call, const std::string &sandbox, const IpConfig &ip, std::vector<ResultRoute> routes)
{
    if (routes.empty()) {
        if (!ip.address.prefix().contains(*ip.gateway))
            if (auto added = addContainerRoute(call, sandbox, Prefix::host(*ip.gateway), {}, Scope::Link); !added)
                return added;
        routes.push_back({{Prefix::any(Family::Ipv4).address(), 0}, {}});
    }
    for (const ResultRoute &route : routes) {
        const auto via = route.gateway ? route.gateway : ip.gateway;
        if (auto added = addContainerRoute(call, sandbox, route.destination.prefix(), via, Scope::Global); !added)
            return failed(fmt::format("failed to add route '{{{} {}}} via {} dev {}': {}",
                                      route.destination.address.toString(), "00000000", via ? via->toString() : "<nil>",
                                      call.ifName, added.error().message));
    }
    return {};
}

Expected<std::string> weaveAdd(Call &call)
{
    const auto conf = readWeaveConf(call);
    if (!conf)
        return std::unexpected(conf.error());
    if (conf->isGateway)
        return failed("Gateway functionality not supported");
    if (conf->ipMasq)
        return failed("IP Masquerading functionality not supported");
    auto result =
        conf->net.ipam.empty() ? allocateByWeaver(call, *conf, call.containerId) : delegateAdd(call, conf->net.ipam);
    if (!result && result.error().message.find("signal: killed") != std::string::npos)
        return std::unexpected(result.error()); // it was ended while it waited
    if (!result)
        return failed("unable to allocate IP address: " + result.error().line());
    if (result->ips.empty())
        return failed("unable to allocate IP address: IPAM plugin failed to allocate IP address");
    IpConfig &ip = result->ips.front();
    if (result->routes.empty() && !ip.gateway) {
        const auto address = bridgeAddress(call.host, conf->bridge, ip.address.prefix());
        if (!address)
            return std::unexpected(address.error());
        ip.gateway = *address;
    }
    const auto sandbox = call.host.sandbox(call.netns);
    if (!sandbox)
        return failed(fmt::format("error accessing namespace {}: no such file or directory", goQuoted(call.netns)));
    if (*sandbox == call.host.name())
        return failed("can not specify host network namespace as network namespace to which container should be "
                      "added");
    if (auto attached = attach(call, *conf, *sandbox, ip.address); !attached)
        return std::unexpected(attached.error());
    if (auto routed = setUpRoutes(call, *sandbox, ip, result->routes); !routed)
        return failed("error setting up routes: " + routed.error().message);
    result->dns = conf->net.dns;
    return printed(*result, conf->net.version);
}

/// What is gone already is told of and does not matter.
Expected<void> weaveDel(Call &call)
{
    const auto conf = readWeaveConf(call);
    if (!conf) {
        call.err += fmt::format("weave-cni: {}\n", conf.error().message);
        return {};
    }
    if (!call.netns.empty()) {
        const auto sandbox = call.host.sandbox(call.netns);
        if (!sandbox)
            call.err += fmt::format("weave-cni: error removing interface {}: no such file or directory\n",
                                    goQuoted(call.ifName));
        else if (!call.host.netns(*sandbox).find(call.ifName))
            call.err += fmt::format("weave-cni: error removing interface {}: Link not found\n", goQuoted(call.ifName));
        else if (auto gone = call.host.perform(RemoveLink{{*sandbox, call.ifName}}); !gone)
            call.err += fmt::format("weave-cni: error removing interface {}: {}\n", goQuoted(call.ifName),
                                    gone.error().message);
    }
    auto released = conf->net.ipam.empty() ? releaseByWeaver(call) : delegate(call, conf->net.ipam, "DEL");
    if (!released)
        call.err += fmt::format("weave-cni: unable to release IP address: {}\n", released.error().line());
    return released;
}

Expected<std::string> weaveIpamAdd(Call &call)
{
    const auto conf = readWeaveConf(call);
    if (!conf)
        return std::unexpected(conf.error());
    const auto result = allocateByWeaver(call, *conf, call.containerId);
    if (!result)
        return std::unexpected(result.error());
    return printed(*result, conf->net.version);
}

Expected<void> weaveIpamDel(Call &call)
{
    return releaseByWeaver(call);
}

Expected<void> weaveCheck(Call &)
{
    return {};
}

} // namespace

const Plugin weaveNetPlugin{"weave-net", "0.1.0", weaveAdd, weaveCheck, weaveDel};
const Plugin weaveIpamPlugin{"weave-ipam", "0.1.0", weaveIpamAdd, weaveCheck, weaveIpamDel};

} // namespace netdraft::model::cni
