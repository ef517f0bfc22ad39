#include "model/names/dnsmasq_option.h"
#include "model/names/node_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model::names {

namespace {

constexpr std::string_view usualConfiguration = "/etc/dnsmasq.conf";
constexpr int mostFiles = 50;

using Settings = DnsmasqSettings;

struct LetterRow {
    char letter;
    std::string_view option;
};
constexpr LetterRow letters[] = {
    {'h', "no-hosts"},
    {'R', "no-resolv"},
    {'E', "expand-hosts"},
    {'b', "bogus-priv"},
    {'D', "domain-needed"},
    {'z', "bind-interfaces"},
    {'d', "no-daemon"},
    {'k', "keep-in-foreground"},
    {'q', "log-queries"},
    {'o', "strict-order"},
    {'n', "no-poll"},
    {'f', "filterwin2k"},
    {'N', "no-negcache"},
    {'u', "user"},
    {'g', "group"},
    {'x', "pid-file"},
    {'c', "cache-size"},
    {'T', "local-ttl"},
    {'P', "edns-packet-max"},
    {'Q', "query-port"},
    {'7', "conf-dir"},
    {'C', "conf-file"},
    {'i', "interface"},
    {'I', "except-interface"},
    {'a', "listen-address"},
    {'p', "port"},
    {'s', "domain"},
    {'r', "resolv-file"},
    {'S', "server"},
    {'A', "address"},
    {'H', "addn-hosts"},
    {'Y', "txt-record"},
    {'W', "srv-host"},
    {'m', "mx-host"},
    {'y', "localise-queries"},
    {'8', "log-facility"},
    {'F', "dhcp-range"},
    {'G', "dhcp-host"},
    {'O', "dhcp-option"},
    {'K', "dhcp-authoritative"},
    {'e', "selfmx"},
    {'L', "localmx"},
    {'t', "mx-target"},
    {'B', "bogus-nxdomain"},
    {'V', "alias"},
    {'2', "no-dhcp-interface"},
    {'X', "dhcp-lease-max"},
    {'l', "dhcp-leasefile"},
};
/// Takes one option after the other, of the command line and of files.
class Reading
{
public:
    Reading(const Network &network, const Netns &netns) : m_network(network), m_netns(netns) {}

    std::expected<Settings, DnsmasqError> read(std::span<const std::string> words)
    {
        const auto options = dnsmasqOptions(words);
        if (!options)
            return std::unexpected(options.error());
        const DnsmasqOptions &given = *options;
        const bool named = std::ranges::any_of(given, [](const auto &each) { return each.first == "conf-file"; });
        for (const auto &[option, value] : given) {
            if (option == "test") {
                m_settings.onlyTests = true;
                continue;
            }
            if (!isKnown(option) || (takesDnsmasqValue(option) && needsDnsmasqValue(option) && !value))
                return std::unexpected(DnsmasqError{1, "bad command line options: try --help"});
            if (const auto error = take(option, value)) {
                m_error.message = error->empty() ? std::string("bad command line options: try --help")
                                                 : fmt::format("bad command line options: {}", *error);
                return std::unexpected(m_error);
            }
            if (m_error.status != 0)
                return std::unexpected(m_error);
        }
        if (!named && !readConfiguration(usualConfiguration, false))
            return std::unexpected(m_error);
        return std::move(m_settings);
    }

private:
    static bool isKnown(std::string_view option) { return isDnsmasqFlag(option) || takesDnsmasqValue(option); }

    bool failWith(int status, std::string message)
    {
        m_error = {status, std::move(message)};
        return false;
    }

    bool readConfiguration(std::string_view path, bool mustBe)
    {
        const auto text = fileOf(m_network, m_netns, path);
        if (!text && !mustBe)
            return true;
        if (!text)
            return failWith(3, fmt::format("cannot read {}: No such file or directory", path));
        if (++m_files > mostFiles)
            return failWith(1, fmt::format("files nested too deep in {}", path));
        bool sound = true;
        eachLine(*text, [&](std::string_view line, int number) {
            if (sound)
                sound = readLine(line, number, path);
        });
        return sound;
    }

    bool readLine(std::string_view given, int number, std::string_view path)
    {
        // A `#` after a blank begins a comment, if it is not quoted.
        std::string line;
        bool quoted = false;
        for (std::size_t at = 0; at < given.size(); ++at) {
            if (given[at] == '"')
                quoted = !quoted;
            if (given[at] == '#' && !quoted && (at == 0 || given[at - 1] == ' ' || given[at - 1] == '\t'))
                break;
            line += given[at];
        }
        const auto trim = [](std::string_view text) {
            while (!text.empty() && std::string_view(" \t\r").find(text.front()) != std::string_view::npos)
                text.remove_prefix(1);
            while (!text.empty() && std::string_view(" \t\r").find(text.back()) != std::string_view::npos)
                text.remove_suffix(1);
            return text;
        };
        const std::string_view trimmed = trim(line);
        if (trimmed.empty())
            return true;
        const auto equals = trimmed.find('=');
        const std::string option(trim(trimmed.substr(0, equals)));
        std::optional<std::string> value;
        if (equals != std::string_view::npos)
            value = std::string(trim(trimmed.substr(equals + 1)));
        const auto refuse = [&](std::string_view what) {
            return failWith(1, fmt::format("{} at line {} of {}", what, number, path));
        };
        if (!isKnown(option))
            return refuse("bad option");
        if (isDnsmasqFlag(option) && value)
            return refuse("extraneous parameter");
        if (takesDnsmasqValue(option) && needsDnsmasqValue(option) && !value)
            return refuse("missing parameter");
        if (const auto error = take(option, value))
            return refuse(error->empty() ? std::string_view("error") : std::string_view(*error));
        return m_error.status == 0;
    }

    /// Takes an option; what is wrong with it, if something is.
    std::optional<std::string> take(const std::string &option, const std::optional<std::string> &given)
    {
        const std::string value = given.value_or("");
        if (option == "conf-file") {
            if (!value.empty())
                readConfiguration(value, true);
        } else if (option == "conf-dir") {
            readDirectory(value.substr(0, value.find(',')));
        } else if (option == "user") {
            if (value != "root" && value != "nobody" && value != "dnsmasq")
                failWith(1, fmt::format("unknown user or group: {}", value));
        } else {
            return takeDnsmasqOption(m_settings, option, given);
        }
        return std::nullopt;
    }

    void readDirectory(std::string_view directory)
    {
        std::set<std::string> paths;
        for (const Netns *each : {&m_netns, m_network.find(hostNetns)}) {
            for (const auto &[path, text] : each->files) {
                const bool inside = path.size() > directory.size() + 1 && path.starts_with(directory) &&
                                    path[directory.size()] == '/' &&
                                    path.find('/', directory.size() + 1) == std::string::npos;
                if (inside && !path.ends_with('~'))
                    paths.insert(path);
            }
        }
        for (const std::string &path : paths)
            readConfiguration(path, true);
    }

    const Network &m_network;
    const Netns &m_netns;
    Settings m_settings;
    DnsmasqError m_error{0, {}};
    int m_files = 0;
};

} // namespace

std::expected<DnsmasqOptions, DnsmasqError> dnsmasqOptions(std::span<const std::string> words)
{
    DnsmasqOptions given;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string &word = words[at];
        if (word.size() < 2 || word[0] != '-')
            return std::unexpected(DnsmasqError{1, "junk found in command line"});
        if (word.starts_with("--")) {
            const auto equals = word.find('=');
            std::string option = word.substr(2, equals == std::string::npos ? equals : equals - 2);
            std::optional<std::string> value;
            if (equals != std::string::npos)
                value = word.substr(equals + 1);
            else if (takesDnsmasqValue(option) && at + 1 < words.size())
                value = words[++at];
            given.emplace_back(std::move(option), std::move(value));
            continue;
        }
        for (std::size_t i = 1; i < word.size(); ++i) {
            const auto row = std::ranges::find(letters, word[i], &LetterRow::letter);
            if (row == std::end(letters))
                return std::unexpected(DnsmasqError{1, "bad command line options: try --help"});
            if (!takesDnsmasqValue(row->option)) {
                given.emplace_back(std::string(row->option), std::nullopt);
                continue;
            }
            if (i + 1 < word.size())
                given.emplace_back(std::string(row->option), word.substr(i + 1));
            else
                given.emplace_back(std::string(row->option),
                                   at + 1 < words.size() ? std::optional(words[++at]) : std::nullopt);
            break;
        }
    }
    return given;
}

std::expected<DnsmasqSettings, DnsmasqError> readDnsmasq(const Network &network, const Netns &netns,
                                                         std::span<const std::string> words)
{
    return Reading(network, netns).read(words);
}

} // namespace netdraft::model::names
