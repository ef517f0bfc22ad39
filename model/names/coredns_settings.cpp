#include "model/names/coredns.h"
#include "model/names/zone_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::names {

namespace {

/// Plugins that change nothing of what is answered here.
constexpr std::string_view quietPlugins[] = {
    "cache", "log",         "errors", "health", "ready", "reload",  "prometheus", "debug",    "loop",       "bufsize",
    "pprof", "loadbalance", "cancel", "nsid",   "trace", "minimal", "dnstap",     "timeouts", "multisocket"};
/// Those that CoreDNS 1.11.1 has besides.
constexpr std::string_view otherPlugins[] = {
    "metadata", "geoip",     "tls",      "local",    "dns64",    "acl",     "any",   "chaos",    "tsig",
    "header",   "dnssec",    "autopath", "template", "transfer", "route53", "azure", "clouddns", "k8s_external",
    "auto",     "secondary", "etcd",     "grpc",     "erratic",  "on",      "sign",  "view"};

template <typename Words>
bool isAmong(const Words &words, std::string_view word)
{
    return std::ranges::find(words, word) != std::end(words);
}

std::optional<std::uint32_t> corednsNumber(std::string_view text, std::uint32_t most)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number <= most ? std::optional(number)
                                                                                      : std::nullopt;
}

/// A zone of a server block's key or of a plugin: a name, or a network, for which its reverse name stands.
std::string zoneOf(std::string_view text)
{
    if (const auto slash = text.find('/'); slash != std::string_view::npos) {
        const auto address = IpAddress::parse(text.substr(0, slash));
        const auto length = corednsNumber(text.substr(slash + 1), 128);
        if (address && length) {
            const std::string name = reverseName(*address);
            const std::size_t labels = address->isV4() ? 4 - *length / 8 : 32 - *length / 4;
            std::string_view rest = name;
            for (std::size_t at = 0; at < labels && at < 32; ++at)
                rest = parentOf(rest);
            return std::string(rest);
        }
    }
    return absolute(lowered(text));
}

class CorednsReading
{
public:
    CorednsReading(const Network &network, const Netns &netns) : m_network(network), m_netns(netns) {}

    std::expected<CorednsSettings, std::string> read(std::span<const std::string> words)
    {
        std::string path = "Corefile";
        bool named = false;
        std::uint16_t port = 53;
        for (std::size_t at = 0; at < words.size(); ++at) {
            std::string option = words[at];
            if (option.starts_with("--"))
                option.erase(0, 1);
            std::optional<std::string> value;
            if (const auto equals = option.find('='); equals != std::string::npos) {
                value = option.substr(equals + 1);
                option.resize(equals);
            }
            const auto next = [&] { return value ? *value : at + 1 < words.size() ? words[++at] : std::string(); };
            if (option == "-conf") {
                path = next();
                named = true;
            } else if (option == "-dns.port" || option == "-p") {
                port = static_cast<std::uint16_t>(corednsNumber(next(), 65535).value_or(53));
            } else if (option == "-version" || option == "-plugins") {
                m_settings.onlyTells = true;
            } else if (option == "-pidfile") {
                next();
            } else if (option != "-quiet") {
                return std::unexpected(fmt::format("flag provided but not defined: {}", words[at]));
            }
        }
        // The directory that coredns is started in is not known here: /etc/coredns and / come closest.
        std::optional<std::string> text;
        for (const std::string &each : path.starts_with('/')
                                           ? std::vector{path}
                                           : std::vector{"/root/" + path, "/etc/coredns/" + path, "/etc/" + path}) {
            if (text = fileOf(m_network, m_netns, each); text)
                break;
        }
        if (!text && named)
            return std::unexpected(fmt::format("open {}: no such file or directory", path));
        if (!text)
            text = fmt::format(".:{} {{\nwhoami\nlog\n}}\n", port);
        auto blocks = readCorefile(m_network, m_netns, path, *text);
        if (!blocks)
            return std::unexpected(blocks.error());
        for (const CorefileBlock &block : *blocks) {
            takeBlock(block, port);
            if (!m_error.empty())
                return std::unexpected(m_error);
        }
        return std::move(m_settings);
    }

private:
    bool refuse(const CorefileDirective &directive, std::string_view what, bool ofPlugin = true)
    {
        m_error = fmt::format("{}{}:{} - Error during parsing: {}",
                              ofPlugin ? fmt::format("plugin/{}: ", directive.name) : std::string(), directive.file,
                              directive.line, what);
        return false;
    }
    bool refuseArguments(const CorefileDirective &directive, std::string_view after)
    {
        return refuse(directive, fmt::format("Wrong argument count or unexpected line ending after '{}'", after));
    }

    void takeBlock(const CorefileBlock &block, std::uint16_t usualPort)
    {
        // One server for each port that the block's keys have.
        std::vector<CorednsServer> servers;
        for (std::string key : block.keys) {
            for (const std::string_view scheme : {"dns://", "tls://", "https://", "grpc://", "quic://"}) {
                if (key.starts_with(scheme)) {
                    if (scheme != "dns://")
                        m_settings.notSimulated = std::string(scheme.substr(0, scheme.size() - 3));
                    key.erase(0, scheme.size());
                }
            }
            std::uint16_t port = usualPort;
            const auto colon = key.rfind(':');
            if (colon != std::string::npos && key.find('/') == std::string::npos) {
                const auto number = corednsNumber(std::string_view(key).substr(colon + 1), 65535);
                if (number) {
                    port = static_cast<std::uint16_t>(*number);
                    key.resize(colon);
                }
            }
            const auto same = std::ranges::find(servers, port, &CorednsServer::port);
            CorednsServer &server = same == servers.end() ? servers.emplace_back() : *same;
            server.port = port;
            server.zones.push_back(key.empty() ? "." : zoneOf(key));
        }
        for (CorednsServer &server : servers) {
            for (const CorefileDirective &directive : block.directives) {
                if (!takeDirective(directive, server))
                    return;
            }
            std::ranges::stable_sort(server.plugins, {}, [](const auto &plugin) { return plugin.index(); });
            m_settings.servers.push_back(std::move(server));
        }
    }

    bool takeDirective(const CorefileDirective &directive, CorednsServer &server)
    {
        const std::string &name = directive.name;
        takeWeb(directive);
        if (isAmong(quietPlugins, name))
            return true;
        if (name == "hosts")
            return takeHosts(directive, server);
        if (name == "file")
            return takeFile(directive, server);
        if (name == "forward")
            return takeForward(directive, server);
        if (name == "rewrite")
            return takeRewrite(directive, server);
        if (name == "kubernetes")
            return takeKubernetes(directive, server);
        if (name == "whoami") {
            server.plugins.emplace_back(CorednsWhoami{});
            return true;
        }
        if (name == "bind") {
            for (const std::string &word : directive.arguments) {
                const auto address = IpAddress::parse(word);
                if (!address)
                    m_settings.notSimulated = "bind to an interface";
                else
                    server.bind.push_back(*address);
            }
            return !directive.arguments.empty() || refuseArguments(directive, "bind");
        }
        if (name == "root")
            return true;
        if (isAmong(otherPlugins, name)) {
            m_settings.notSimulated = fmt::format("the plugin {}", name);
            return true;
        }
        return refuse(directive, fmt::format("Unknown directive '{}'", name), false);
    }

    /// Where plugins show how the server is, by HTTP.
    void takeWeb(const CorefileDirective &directive)
    {
        constexpr std::pair<std::string_view, std::string_view> usual[] = {
            {"health", ":8080"}, {"ready", ":8181"}, {"prometheus", "localhost:9153"}};
        const auto *row = std::ranges::find(usual, std::string_view(directive.name),
                                            &std::pair<std::string_view, std::string_view>::first);
        if (row == std::end(usual))
            return;
        const std::string_view place = directive.arguments.empty() ? row->second : directive.arguments.front();
        const auto colon = place.rfind(':');
        const auto port = colon == place.npos ? std::nullopt : corednsNumber(place.substr(colon + 1), 65535);
        if (!port || *port == 0)
            return;
        const std::string_view host = place.substr(0, colon);
        const auto address = IpAddress::parse(host == "localhost" ? "127.0.0.1" : host);
        m_settings.web.push_back({Transport::Tcp, address && !address->isUnspecified() ? *address : Ipv6Address(),
                                  static_cast<std::uint16_t>(*port), false});
    }

    static std::vector<std::string> zonesOf(std::span<const std::string> words, const CorednsServer &server)
    {
        std::vector<std::string> zones;
        for (const std::string &word : words)
            zones.push_back(zoneOf(word));
        return zones.empty() ? server.zones : zones;
    }

    bool takeHosts(const CorefileDirective &directive, CorednsServer &server)
    {
        CorednsHosts made;
        std::span<const std::string> arguments = directive.arguments;
        if (!arguments.empty()) {
            made.file = arguments.front();
            arguments = arguments.subspan(1);
        }
        made.origins = zonesOf(arguments, server);
        for (const auto &line : directive.block) {
            const std::string &word = line.front();
            if (word == "fallthrough") {
                for (std::size_t at = 1; at < line.size(); ++at)
                    made.fallthrough.push_back(zoneOf(line[at]));
                if (line.size() == 1)
                    made.fallthrough.emplace_back(".");
            } else if (word == "no_reverse") {
                made.reverses = false;
            } else if (word == "ttl") {
                const auto seconds = line.size() == 2 ? corednsNumber(line[1], 65535) : std::nullopt;
                if (line.size() != 2)
                    return refuseArguments(directive, "ttl");
                if (!seconds || *seconds == 0)
                    return refuse(directive, "ttl provided is invalid");
                made.ttl = *seconds;
            } else if (word == "reload") {
                continue;
            } else if (IpAddress::parse(word)) {
                for (const std::string &each : line)
                    made.inlined += each + ' ';
                made.inlined += '\n';
            } else {
                return refuse(directive, fmt::format("unknown property '{}'", word));
            }
        }
        server.plugins.emplace_back(std::move(made));
        return true;
    }

    bool takeFile(const CorefileDirective &directive, CorednsServer &server)
    {
        if (directive.arguments.empty())
            return refuseArguments(directive, "file");
        CorednsZones made;
        made.origins = zonesOf(std::span(directive.arguments).subspan(1), server);
        const std::string &path = directive.arguments.front();
        const std::string full = path.starts_with('/') ? path : "/etc/coredns/" + path;
        const auto text = fileOf(m_network, m_netns, full);
        if (!text)
            return refuse(directive, fmt::format("open {}: no such file or directory", path));
        for (const std::string &origin : made.origins) {
            auto records = readZone(*text, origin);
            if (!records)
                return refuse(directive, fmt::format("failed to parse file \"{}\" for origin {} with error dns: {}",
                                                     path, origin, records.error()));
            if (std::ranges::none_of(*records, [](const Record &each) { return each.type == RecordType::Soa; }))
                return refuse(directive, fmt::format("file \"{}\" has no SOA record for origin {}", path, origin));
            made.records.insert(made.records.end(), records->begin(), records->end());
        }
        for (const auto &line : directive.block) {
            if (line.front() == "fallthrough") {
                for (std::size_t at = 1; at < line.size(); ++at)
                    made.fallthrough.push_back(zoneOf(line[at]));
                if (line.size() == 1)
                    made.fallthrough.emplace_back(".");
            } else if (line.front() != "reload" && line.front() != "upstream") {
                return refuse(directive, fmt::format("unknown property '{}'", line.front()));
            }
        }
        server.plugins.emplace_back(std::move(made));
        return true;
    }

    bool takeKubernetes(const CorefileDirective &directive, CorednsServer &server)
    {
        if (std::ranges::any_of(server.plugins, &holdsKubernetes)) {
            m_error = "plugin/kubernetes: this plugin can only be used once per Server Block";
            return false;
        }
        const bool inCluster = fileOf(m_network, m_netns, clusterObjectsFile).has_value();
        auto made = readKubernetes(directive, server.zones, inCluster);
        if (!made && !made.error().inLine) {
            m_error = fmt::format("plugin/kubernetes: {}", made.error().text);
            return false;
        }
        if (!made)
            return refuse(directive, made.error().text);
        server.plugins.emplace_back(std::move(*made));
        return true;
    }
    static bool holdsKubernetes(const CorednsPlugin &plugin)
    {
        return std::holds_alternative<CorednsKubernetes>(plugin);
    }

    bool takeForward(const CorefileDirective &directive, CorednsServer &server)
    {
        if (directive.arguments.size() < 2)
            return refuseArguments(directive,
                                   directive.arguments.empty() ? "forward" : std::string_view(directive.arguments[0]));
        CorednsForward made;
        made.from = zoneOf(directive.arguments.front());
        for (std::string to : std::span(directive.arguments).subspan(1)) {
            if (to.starts_with("dns://"))
                to.erase(0, 6);
            if (to.starts_with("tls://")) {
                m_settings.notSimulated = "forward over TLS";
                continue;
            }
            std::uint16_t port = 53;
            auto address = IpAddress::parse(to);
            if (const auto colon = to.rfind(':'); !address && colon != std::string::npos) {
                std::string_view host = std::string_view(to).substr(0, colon);
                if (host.starts_with('[') && host.ends_with(']'))
                    host = host.substr(1, host.size() - 2);
                address = IpAddress::parse(host);
                port = static_cast<std::uint16_t>(
                    corednsNumber(std::string_view(to).substr(colon + 1), 65535).value_or(53));
            }
            if (address)
                made.to.emplace_back(*address, port);
            else if (to.starts_with('/') && fileOf(m_network, m_netns, to))
                made.files.push_back(to);
            else
                return refuse(directive, fmt::format("not an IP address or file: \"{}\"", to));
        }
        for (const auto &line : directive.block) {
            constexpr std::string_view known[] = {"force_tcp", "prefer_udp",   "expire",
                                                  "max_fails", "tls",          "tls_servername",
                                                  "policy",    "health_check", "max_concurrent"};
            if (line.front() == "except") {
                for (std::size_t at = 1; at < line.size(); ++at)
                    made.except.push_back(zoneOf(line[at]));
            } else if (!isAmong(known, line.front())) {
                return refuse(directive, fmt::format("unknown property '{}'", line.front()));
            }
        }
        server.plugins.emplace_back(std::move(made));
        return true;
    }

    bool takeRewrite(const CorefileDirective &directive, CorednsServer &server)
    {
        std::vector<std::string> words = directive.arguments;
        CorednsRewrite made;
        if (!words.empty() && (words.front() == "continue" || words.front() == "stop")) {
            made.goesOn = words.front() == "continue";
            words.erase(words.begin());
        }
        if (words.size() < 3) {
            if (!directive.block.empty())
                m_settings.notSimulated = "rewrite with a block";
            return !directive.block.empty() || refuse(directive, "rewrite requires at least two arguments");
        }
        if (words[0] == "type") {
            made.match = CorednsRewrite::Match::Type;
            if (!typeNamed(words[1]) || !typeNamed(words[2]))
                return refuse(directive, "invalid type");
        } else if (words[0] == "name") {
            constexpr std::pair<std::string_view, CorednsRewrite::Match> kinds[] = {
                {"exact", CorednsRewrite::Match::Exact},
                {"prefix", CorednsRewrite::Match::Prefix},
                {"suffix", CorednsRewrite::Match::Suffix},
                {"substring", CorednsRewrite::Match::Substring}};
            const auto kind =
                std::ranges::find(kinds, std::string_view(words[1]), [](const auto &row) { return row.first; });
            if (words[1] == "regex") {
                m_settings.notSimulated = "rewrite name regex";
                return true;
            }
            if (kind != std::end(kinds)) {
                made.match = kind->second;
                words.erase(words.begin() + 1);
            }
            if (words.size() < 3)
                return refuse(directive, "exact name rewrite must have exactly two arguments");
            if (words.size() > 3 && words[3] != "answer")
                return refuse(directive, fmt::format("unexpected word '{}'", words[3]));
        } else {
            m_settings.notSimulated = fmt::format("rewrite {}", words[0]);
            return true;
        }
        const bool whole = made.match == CorednsRewrite::Match::Exact;
        made.from = whole ? zoneOf(words[1]) : words[1];
        made.to = whole ? zoneOf(words[2]) : words[2];
        server.rewrites.push_back(std::move(made));
        return true;
    }

    const Network &m_network;
    const Netns &m_netns;
    CorednsSettings m_settings;
    std::string m_error;
};

} // namespace

std::expected<CorednsSettings, std::string> readCoredns(const Network &network, const Netns &netns,
                                                        std::span<const std::string> words)
{
    return CorednsReading(network, netns).read(words);
}

} // namespace netdraft::model::names
