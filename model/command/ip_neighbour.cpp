#include "model/command/print_neighbour.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace netdraft::model::command {

namespace {

struct StateRow {
    std::string_view name;
    std::string_view printed;
    std::optional<NudState> state; ///< none: a state of entries that are learned
};

constexpr StateRow states[] = {
    {"permanent", "PERMANENT", NudState::Permanent},
    {"reachable", "REACHABLE", NudState::Reachable},
    {"noarp", "NOARP", NudState::Noarp},
    {"none", "", std::nullopt},
    {"stale", "STALE", NudState::Stale},
    {"incomplete", "INCOMPLETE", std::nullopt},
    {"delay", "DELAY", std::nullopt},
    {"probe", "PROBE", std::nullopt},
    {"failed", "FAILED", std::nullopt},
};

const StateRow *readState(Arguments &arguments)
{
    const std::string word = arguments.next();
    for (const StateRow &row : states)
        if (abbreviates(word, row.name))
            return &row;
    arguments.wrong(word, "nud state is bad");
    return nullptr;
}

std::string_view stateName(NudState state)
{
    for (const StateRow &row : states)
        if (row.state == state)
            return row.printed;
    return {};
}

struct NeighbourFilter {
    std::optional<Family> family;
    std::optional<Prefix> to;
    const Link *dev = nullptr;
    const Link *master = nullptr;
    bool noMaster = false;
    bool proxy = false;
    bool unused = false;
    bool everyState = false;
    std::optional<NudState> state; ///< unless stated, all but noarp (and, to flush, permanent)
    bool stateGiven = false;

    bool shows(const Netns &netns, const Neighbour &neighbour, bool flushing) const
    {
        if ((family && *family != neighbour.address.family()) || (dev && dev->id != neighbour.dev))
            return false;
        const Link *link = netns.find(neighbour.dev);
        if ((master && link->master != master->id) || (noMaster && link->master))
            return false;
        if (to && !to->contains(neighbour.address))
            return false;
        if (stateGiven)
            return everyState || state == neighbour.state;
        return neighbour.state != NudState::Noarp && !(flushing && neighbour.state == NudState::Permanent);
    }

    bool shows(const ProxyNeighbour &entry) const
    {
        return (!family || *family == entry.address.family()) && (!dev || dev->id == entry.dev) &&
               (!to || to->contains(entry.address));
    }
};

NeighbourFilter readNeighbourFilter(const IpCall &call, Arguments &arguments)
{
    NeighbourFilter filter;
    filter.family = call.options.family;
    while (arguments.more()) {
        if (arguments.is("dev")) {
            filter.dev = arguments.device(call.netns);
        } else if (arguments.is("master")) {
            const std::string word = arguments.next();
            filter.master = call.netns.find(std::string_view(word));
            if (!filter.master)
                arguments.wrong(word, "Device does not exist\n");
        } else if (arguments.is("vrf")) {
            arguments.refuse(notSimulated("ip vrf"));
        } else if (arguments.is("nomaster")) {
            filter.noMaster = true;
        } else if (arguments.is("unused")) {
            filter.unused = true;
        } else if (arguments.is("nud")) {
            filter.stateGiven = true;
            if (arguments.is("all")) {
                filter.everyState = true;
            } else if (const StateRow *row = readState(arguments)) {
                filter.state = row->state;
            }
        } else if (arguments.is("proxy")) {
            filter.proxy = true;
        } else if (arguments.is("protocol")) {
            arguments.refuse(notSimulated("the protocol of a neighbour"));
        } else {
            arguments.is("to");
            if (arguments.more() && abbreviates(arguments.peek(), "help"))
                arguments.refuse(usage("ip neigh"));
            const InterfaceAddress prefix = arguments.prefix(filter.family);
            filter.to = prefix.prefix();
            filter.family = prefix.address.family();
        }
    }
    return filter;
}

} // namespace

void printNeighbour(Printer &printer, const IpCall &call, const Neighbour &neighbour, bool withDev)
{
    const Link &dev = *call.netns.find(neighbour.dev);
    const bool brief = call.options.brief;
    printer.openObject();
    printer.string("dst", neighbour.address.toString(), brief ? "{:<39} " : "{} ");
    if (brief)
        printer.string("dev", dev.name, "{:<16} ");
    else if (withDev)
        printer.string("dev", dev.name, "dev {} ");
    printer.string("lladdr", neighbour.lladdr.toString(), brief ? "{}" : "lladdr {} ");
    if (!brief) {
        printer.openArray("state");
        printer.element(stateName(neighbour.state), "{} ");
        printer.closeArray();
    }
    printer.text("\n");
    printer.closeObject();
}

namespace {

std::vector<const Neighbour *> chosen(const IpCall &call, const NeighbourFilter &filter, bool flushing)
{
    std::vector<const Neighbour *> neighbours;
    for (const Neighbour &neighbour : call.netns.neighbours)
        if (filter.shows(call.netns, neighbour, flushing))
            neighbours.push_back(&neighbour);
    std::ranges::stable_sort(neighbours, {}, [](const Neighbour *neighbour) { return neighbour->address.family(); });
    return neighbours;
}

/// pneigh_hash: the list of PNEIGH_HASHMASK + 1 lists that an entry is in.
std::uint32_t proxyList(const IpAddress &address)
{
    constexpr std::uint32_t mask = 0xf;
    auto hash = std::byteswap(address.isV4() ? address.v4().bits() : static_cast<std::uint32_t>(address.low()));
    hash ^= hash >> 16;
    hash ^= hash >> 8;
    hash ^= hash >> 4;
    return hash & mask;
}

/// As the kernel lists them (pneigh_dump_table): by family and hash, the newest of a list first.
std::vector<const ProxyNeighbour *> chosenProxies(const IpCall &call, const NeighbourFilter &filter)
{
    std::vector<const ProxyNeighbour *> proxies;
    for (const ProxyNeighbour &proxy : call.netns.proxies)
        if (filter.shows(proxy))
            proxies.push_back(&proxy);
    std::ranges::reverse(proxies);
    std::ranges::stable_sort(proxies, {}, [](const ProxyNeighbour *proxy) {
        return std::pair(proxy->address.family(), proxyList(proxy->address));
    });
    return proxies;
}

void printProxy(Printer &printer, const IpCall &call, const NeighbourFilter &filter, const ProxyNeighbour &proxy)
{
    const bool brief = call.options.brief;
    const Link *dev = call.netns.find(proxy.dev);
    printer.openObject();
    printer.string("dst", proxy.address.toString(), brief ? "{:<39} " : "{} ");
    if (dev && !filter.dev)
        printer.string("dev", dev->name, brief ? "{:<16} " : "dev {} ");
    if (!brief)
        printer.raw("proxy", "null", "proxy ");
    printer.text("\n");
    printer.closeObject();
}

Reply showNeighbours(const IpCall &call, Arguments &arguments)
{
    const NeighbourFilter filter = readNeighbourFilter(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    Printer printer(call.options.form());
    printer.openArray();
    if (filter.proxy) {
        for (const ProxyNeighbour *proxy : chosenProxies(call, filter))
            printProxy(printer, call, filter, *proxy);
        printer.closeArray();
        return printed(std::move(printer));
    }
    for (const Neighbour *neighbour : chosen(call, filter, false))
        printNeighbour(printer, call, *neighbour, !filter.dev);
    printer.closeArray();
    return printed(std::move(printer));
}

Response flushNeighbours(const IpCall &call, Arguments &arguments)
{
    if (!arguments.more())
        return complaint(1, "Flush requires arguments.");
    NeighbourFilter filter;
    if (!arguments.is("all"))
        filter = readNeighbourFilter(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    Response response;
    if (filter.proxy) {
        for (const ProxyNeighbour *proxy : chosenProxies(call, filter)) {
            const Link *dev = call.netns.find(proxy->dev);
            response.edits.add(RemoveProxyNeighbour{call.netns.name, dev ? dev->name : std::string(), proxy->address});
        }
        return response;
    }
    for (const Neighbour *neighbour : chosen(call, filter, true))
        response.edits.add(
            RemoveNeighbour{{call.netns.name, call.netns.find(neighbour->dev)->name}, neighbour->address});
    if (response.edits.empty() && call.options.statistics > 0)
        response.reply.out = "Nothing to flush.\n";
    return response;
}

/// The words of `add`, `del` and their like.
struct NeighbourWords {
    bool haveAddress = false;
    IpAddress address;
    std::optional<MacAddress> lladdr;
    NudState state = NudState::Permanent;
    std::string dev;
    bool proxy = false;
};

NeighbourWords readNeighbour(const IpCall &call, Arguments &arguments)
{
    NeighbourWords words;
    std::optional<std::string> lladdr; // looked at last
    while (arguments.more()) {
        if (arguments.is("lladdr")) {
            lladdr = arguments.next();
        } else if (arguments.is("nud")) {
            const StateRow *row = readState(arguments);
            if (row && row->state)
                words.state = *row->state;
            else if (row)
                arguments.refuse(notSimulated(fmt::format("the neighbour state {}", row->name)));
        } else if (abbreviates(arguments.peek(), "proxy")) {
            arguments.next();
            if (arguments.more() && abbreviates(arguments.peek(), "help"))
                arguments.refuse(usage("ip neigh"));
            if (words.haveAddress && arguments.more())
                arguments.refuse(complaint(
                    255, fmt::format("Error: duplicate \"address\": \"{}\" is the second value.", arguments.peek())));
            words.address = arguments.address(call.options.family);
            words.haveAddress = true;
            words.proxy = true;
        } else if (arguments.is("dev")) {
            words.dev = arguments.next();
        } else if (arguments.matches("router") || arguments.matches("use") || arguments.matches("managed") ||
                   arguments.matches("extern_learn") || arguments.matches("protocol")) {
            arguments.refuse(notSimulated("this flag of a neighbour"));
        } else {
            arguments.is("to");
            if (arguments.more() && abbreviates(arguments.peek(), "help"))
                arguments.refuse(usage("ip neigh"));
            const std::string word = arguments.next();
            if (words.haveAddress)
                arguments.garbage("to", word);
            const auto address = readAddress(word, call.options.family);
            words.address = address.value_or(IpAddress());
            words.haveAddress = true;
            if (!address)
                arguments.refuse(
                    complaint(1, fmt::format("Error: any valid address is expected rather than \"{}\".", word)));
        }
    }
    if (!arguments.refused() && (!words.haveAddress || (words.dev.empty() && !words.proxy)))
        arguments.refuse(complaint(255, "Device and destination are required arguments."));
    if (!arguments.refused() && lladdr && *lladdr != "null") {
        Arguments last(std::span(&*lladdr, 1));
        words.lladdr = last.mac();
        if (last.refused())
            arguments.refuse(last.refusal());
    }
    if (!arguments.refused() && !words.dev.empty() && !call.netns.find(std::string_view(words.dev)))
        arguments.refuse(complaint(1, fmt::format("Cannot find device \"{}\"", words.dev)));
    return words;
}

Response addNeighbour(const IpCall &call, Arguments &arguments, AddMode mode)
{
    const NeighbourWords words = readNeighbour(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    if (words.proxy)
        return Edit(AddProxyNeighbour{call.netns.name, words.dev, words.address});
    return Edit(AddNeighbour{{call.netns.name, words.dev}, words.address, words.lladdr, words.state, mode});
}

Response removeNeighbour(const IpCall &call, Arguments &arguments)
{
    const NeighbourWords words = readNeighbour(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    if (words.proxy)
        return Edit(RemoveProxyNeighbour{call.netns.name, words.dev, words.address});
    return Edit(RemoveNeighbour{{call.netns.name, words.dev}, words.address});
}

} // namespace

Response ipNeighbour(const IpCall &call, std::span<const std::string> words)
{
    Arguments arguments(words);
    if (!arguments.more())
        return showNeighbours(call, arguments);
    if (arguments.matches("add"))
        return addNeighbour(call, arguments, AddMode::Add);
    if (arguments.matches("change") || arguments.is("chg"))
        return addNeighbour(call, arguments, AddMode::Change);
    if (arguments.matches("replace"))
        return addNeighbour(call, arguments, AddMode::Replace);
    if (arguments.matches("delete"))
        return removeNeighbour(call, arguments);
    if (abbreviates(arguments.peek(), "get"))
        return notSimulated("ip neigh get");
    if (arguments.matches("show") || arguments.matches("lst", "list"))
        return showNeighbours(call, arguments);
    if (arguments.matches("flush"))
        return flushNeighbours(call, arguments);
    if (arguments.matches("help"))
        return usage("ip neigh");
    return unknownCommand(arguments.next(), "ip neigh");
}

} // namespace netdraft::model::command
