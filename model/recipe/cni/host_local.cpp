#include "model/recipe/cni/plugin.h"
#include "model/recipe/cni/ranges.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace netdraft::model::cni {

namespace {

struct HostLocalConf {
    std::string version;
    std::string name;
    std::vector<ResultRoute> routes;
    std::string dataDir;
    std::string resolvConf;
    std::vector<RangeSet> ranges;
    std::vector<IpAddress> requested;
};

/// `192.0.2.1`, or with a length behind it, which is not looked at.
std::optional<IpAddress> requestedAddress(const std::string &text)
{
    if (text.find('/') == std::string::npos)
        return parseGoAddress(text);
    const auto cidr = parseGoCidr(text);
    return cidr ? std::optional(cidr->address) : std::nullopt;
}

void readRequested(const GoFields &fields, std::vector<IpAddress> &requested)
{
    std::vector<std::string> texts;
    fields.read("ips", texts);
    for (const std::string &text : texts) {
        if (const auto address = requestedAddress(text))
            requested.push_back(*address);
        else
            fields.refuse("invalid IP address " + text);
    }
}

std::vector<RangeSet> readRangeSets(const GoFields &fields, std::string_view name, std::string &error)
{
    std::vector<RangeSet> sets;
    const Json *value = fields.find(name);
    if (value && !value->is_array())
        fields.mismatch(name, *value, "[]allocator.RangeSet");
    if (!value || !value->is_array())
        return sets;
    for (const Json &set : *value) {
        RangeSet &ranges = sets.emplace_back();
        if (!set.is_array()) {
            fields.mismatch(name, set, "allocator.RangeSet");
            continue;
        }
        for (const Json &range : set)
            ranges.emplace_back(GoFields(range, "Range", error, "allocator.Range"));
    }
    return sets;
}

Expected<void> checkRanges(HostLocalConf &conf)
{
    if (conf.ranges.empty())
        return failed("no IP ranges specified");
    int count[2] = {};
    for (std::size_t i = 0; i < conf.ranges.size(); ++i) {
        if (const auto done = complete(conf.ranges[i]); !done)
            return failed(fmt::format("invalid range set {}: {}", i, done.error().message));
        ++count[conf.ranges[i].front().start->isV4() ? 0 : 1];
    }
    if ((count[0] > 1 || count[1] > 1) && !isAtLeast(conf.version, "0.3.0").value_or(false))
        return failed(fmt::format("CNI version {} does not support more than 1 address per family", conf.version));
    for (std::size_t i = 0; i < conf.ranges.size(); ++i)
        for (std::size_t j = i + 1; j < conf.ranges.size(); ++j)
            if (overlap(conf.ranges[i], conf.ranges[j]))
                return failed(fmt::format("range set {} overlaps with {}", i, j));
    return {};
}

Expected<HostLocalConf> readHostLocal(const Call &call)
{
    std::string error;
    HostLocalConf conf;
    const GoFields fields(call.json, "Net", error);
    fields.read("cniVersion", conf.version);
    fields.read("name", conf.name);
    const GoFields ipam = fields.object("ipam", "IPAMConfig", "allocator.IPAMConfig");
    const Range single(ipam);
    conf.routes = readRoutes(ipam, "routes");
    ipam.read("dataDir", conf.dataDir);
    ipam.read("resolvConf", conf.resolvConf);
    conf.ranges = readRangeSets(ipam, "ranges", error);
    const GoFields runtime = fields.object("runtimeConfig", "");
    std::vector<RangeSet> ofRuntime = readRangeSets(runtime, "ipRanges", error);
    std::vector<IpAddress> ofArgs;
    readRequested(fields.object("args", "").object("cni", "IPAMArgs", "allocator.IPAMArgs"), ofArgs);
    readRequested(runtime, ofArgs);
    if (!error.empty())
        return failed(error);
    if (!fields.has("ipam"))
        return failed("IPAM config missing 'ipam' key");
    const auto arguments = loadArguments(call.args, {"IP"});
    if (!arguments)
        return std::unexpected(arguments.error());
    if (const auto given = arguments->find("IP"); given != arguments->end() && !given->second.empty()) {
        const auto address = requestedAddress(given->second);
        if (!address)
            return failed(fmt::format("ARGS: error parsing value of pair {}: invalid IP address {}",
                                      goQuoted("IP=" + given->second), given->second));
        conf.requested.push_back(*address);
    }
    conf.requested.insert(conf.requested.end(), ofArgs.begin(), ofArgs.end());
    if (single.subnet)
        conf.ranges.insert(conf.ranges.begin(), RangeSet{single});
    conf.ranges.insert(conf.ranges.begin(), ofRuntime.begin(), ofRuntime.end());
    if (auto checked = checkRanges(conf); !checked)
        return std::unexpected(checked.error());
    return conf;
}

std::string trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n\v\f";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string()
                                           : std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

/// The directory of a network, with a file for each address that is given away.
class Leases
{
public:
    static Expected<Leases> open(Host &host, const HostLocalConf &conf)
    {
        std::string directory = conf.dataDir.empty() ? "/var/lib/cni/networks" : conf.dataDir;
        while (directory.ends_with('/'))
            directory.pop_back();
        Leases leases(host, directory + '/' + conf.name + '/');
        const std::string lock = leases.m_directory + "lock";
        if (!host.readFile(lock))
            if (auto made = host.writeFile(lock, {}); !made)
                return std::unexpected(made.error());
        return leases;
    }

    std::vector<std::string> of(const Call &call) const
    {
        auto names = holding(keyOf(call));
        return names.empty() ? holding(call.containerId) : names;
    }
    /// Whether it was free.
    Expected<bool> reserve(const Call &call, const IpAddress &address, std::size_t set)
    {
        const std::string path = m_directory + address.toString();
        if (m_host->readFile(path))
            return false;
        if (auto written = m_host->writeFile(path, keyOf(call)); !written)
            return std::unexpected(written.error());
        if (auto written = m_host->writeFile(lastFile(set), address.toString()); !written)
            return std::unexpected(written.error());
        return true;
    }
    std::optional<IpAddress> lastReserved(std::size_t set) const
    {
        const std::string *text = m_host->readFile(lastFile(set));
        return text ? parseGoAddress(*text) : std::nullopt;
    }
    void release(const Call &call)
    {
        for (const std::string &name : of(call)) {
            [[maybe_unused]] const auto ignored = m_host->removeFile(m_directory + name);
        }
    }

private:
    Leases(Host &host, std::string directory) : m_host(&host), m_directory(std::move(directory)) {}

    static std::string keyOf(const Call &call) { return call.containerId + "\r\n" + call.ifName; }
    std::string lastFile(std::size_t set) const { return fmt::format("{}last_reserved_ip.{}", m_directory, set); }
    std::vector<std::string> holding(const std::string &key) const
    {
        std::vector<std::string> names;
        for (const std::string &name : m_host->filesIn(m_directory))
            if (trimmed(*m_host->readFile(m_directory + name)) == key)
                names.push_back(name);
        return names;
    }

    Host *m_host;
    std::string m_directory;
};

/// Goes through the addresses of a set, from the one behind that which was given last, until it comes round.
class Candidates
{
public:
    Candidates(const RangeSet &set, const std::optional<IpAddress> &last) : m_set(set)
    {
        const Range *range = last ? rangeFor(set, *last) : nullptr;
        if (!range)
            return;
        m_range = static_cast<std::size_t>(range - set.data());
        m_at = last;
    }

    std::optional<IpAddress> next()
    {
        while (true) {
            if (!m_at) {
                m_at = m_set[m_range].start;
                m_first = m_at;
            } else {
                step();
                if (!m_first)
                    m_first = m_at;
                else if (*m_at == *m_first)
                    return std::nullopt;
            }
            if (*m_at != *range().gateway)
                return m_at;
        }
    }
    const Range &range() const { return m_set[m_range]; }

private:
    void step()
    {
        if (*m_at != *range().end) {
            m_at = nextAddress(*m_at);
            return;
        }
        m_range = (m_range + 1) % m_set.size();
        m_at = range().start;
    }

    const RangeSet &m_set;
    std::size_t m_range = 0;
    std::optional<IpAddress> m_at;
    std::optional<IpAddress> m_first;
};

Expected<IpConfig> allocate(const Call &call, Leases &leases, const RangeSet &set, std::size_t number,
                            const std::optional<IpAddress> &wish)
{
    const auto config = [](const IpAddress &address, const Range &range) {
        return IpConfig{std::nullopt, {address, range.subnet->length}, range.gateway};
    };
    if (wish) {
        const Range &range = *rangeFor(set, *wish);
        if (*wish == *range.gateway)
            return failed(fmt::format("requested ip {} is subnet's gateway", wish->toString()));
        const auto reserved = leases.reserve(call, *wish, number);
        if (!reserved)
            return std::unexpected(reserved.error());
        if (!*reserved)
            return failed(fmt::format("requested IP address {} is not available in range set {}", wish->toString(),
                                      toString(set)));
        return config(*wish, range);
    }
    for (const std::string &name : leases.of(call)) {
        const auto address = parseGoAddress(name);
        if (address && rangeFor(set, *address))
            return failed(fmt::format("{} has been allocated to {}, duplicate allocation is not allowed", name,
                                      call.containerId));
    }
    Candidates candidates(set, leases.lastReserved(number));
    while (const auto address = candidates.next()) {
        const auto reserved = leases.reserve(call, *address, number);
        if (!reserved)
            return std::unexpected(reserved.error());
        if (*reserved)
            return config(*address, candidates.range());
    }
    return failed("no IP addresses available in range set: " + toString(set));
}

Expected<Dns> readResolvConf(const Host &host, const std::string &path)
{
    const std::string *text = host.readFile(path);
    if (!text)
        return failed(fmt::format("open {}: no such file or directory", path));
    Dns dns;
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string key;
        std::vector<std::string> values;
        words >> key;
        for (std::string word; words >> word;)
            values.push_back(word);
        if (key.empty() || key[0] == '#' || key[0] == ';' || values.empty())
            continue;
        if (key == "nameserver")
            dns.nameservers.push_back(values.front());
        else if (key == "domain")
            dns.domain = values.front();
        else if (key == "search")
            dns.search.insert(dns.search.end(), values.begin(), values.end());
        else if (key == "options")
            dns.options.insert(dns.options.end(), values.begin(), values.end());
    }
    return dns;
}

Expected<std::string> hostLocalAdd(Call &call)
{
    const auto conf = readHostLocal(call);
    if (!conf)
        return std::unexpected(conf.error());
    Result100 result;
    if (!conf->resolvConf.empty()) {
        const auto dns = readResolvConf(call.host, conf->resolvConf);
        if (!dns)
            return std::unexpected(dns.error());
        result.dns = *dns;
    }
    auto leases = Leases::open(call.host, *conf);
    if (!leases)
        return std::unexpected(leases.error());
    std::set<IpAddress> wishes(conf->requested.begin(), conf->requested.end());
    for (std::size_t i = 0; i < conf->ranges.size(); ++i) {
        const RangeSet &set = conf->ranges[i];
        std::optional<IpAddress> wish;
        const auto found = std::ranges::find_if(wishes, [&](const IpAddress &one) { return rangeFor(set, one); });
        if (found != wishes.end()) {
            wish = *found;
            wishes.erase(found);
        }
        const auto given = allocate(call, *leases, set, i, wish);
        if (!given) {
            if (i > 0)
                leases->release(call);
            return failed(fmt::format("failed to allocate for range {}: {}", i, given.error().message));
        }
        result.ips.push_back(*given);
    }
    if (!wishes.empty()) {
        leases->release(call);
        std::string why = "failed to allocate all requested IPs:";
        for (const IpAddress &wish : wishes)
            why += ' ' + wish.toString();
        return failed(why);
    }
    result.routes = conf->routes;
    return printed(result, conf->version);
}

Expected<void> hostLocalCheck(Call &call)
{
    const auto conf = readHostLocal(call);
    if (!conf)
        return std::unexpected(conf.error());
    const auto leases = Leases::open(call.host, *conf);
    if (!leases)
        return std::unexpected(leases.error());
    if (leases->of(call).empty())
        return failed("host-local: Failed to find address added by container " + call.containerId);
    return {};
}

Expected<void> hostLocalDel(Call &call)
{
    const auto conf = readHostLocal(call);
    if (!conf)
        return std::unexpected(conf.error());
    auto leases = Leases::open(call.host, *conf);
    if (!leases)
        return std::unexpected(leases.error());
    leases->release(call);
    return {};
}

} // namespace

const Plugin hostLocalPlugin{"host-local", "0.1.0", hostLocalAdd, hostLocalCheck, hostLocalDel};

} // namespace netdraft::model::cni
