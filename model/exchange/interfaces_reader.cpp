#include "model/exchange/interfaces_reader.h"

#include "model/command/command.h"
#include "model/exchange/line_words.h"
#include "model/exchange/shell_script.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model {

namespace {

using Words = std::vector<std::string>;

struct Option {
    std::string key; ///< with `-` for `_`
    std::string value;
    int line = 1;
};

struct Stanza {
    std::string name;
    std::string family; ///< `inet` or `inet6`
    std::string method;
    int line = 1;
    std::vector<Option> options;

    const Option *find(std::string_view key) const
    {
        const auto found = std::ranges::find(options, key, &Option::key);
        return found == options.end() ? nullptr : &*found;
    }
};

/// What is honoured; then what changes nothing that is simulated.
constexpr std::string_view honoured[] = {
    "address",   "netmask",  "broadcast", "gateway", "metric", "mtu",          "hwaddress",  "pointopoint",    "scope",
    "accept-ra", "autoconf", "up",        "post-up", "pre-up", "bridge-ports", "bridge-stp", "vlan-raw-device"};
constexpr std::string_view idle[] = {"network",         "down",         "pre-down",      "post-down",
                                     "dns-nameservers", "dns-search",   "dns-domain",    "bridge-fd",
                                     "bridge-maxwait",  "bridge-hello", "bridge-maxage", "bridge-waitport",
                                     "description",     "privext",      "dad-attempts",  "dad-interval"};

class InterfacesFile
{
public:
    InterfacesFile(Imported &into, const std::string &file) : m_into(into), m_file(file) {}

    void read(std::string_view text)
    {
        for (int number = 1; !text.empty();) {
            const int first = number;
            std::string line;
            bool goesOn = true; // where a backslash ends the line
            while (goesOn && !text.empty()) {
                const std::size_t end = std::min(text.find('\n'), text.size());
                std::string_view part = text.substr(0, end);
                text.remove_prefix(std::min(end + 1, text.size()));
                ++number;
                goesOn = part.ends_with('\\');
                if (goesOn)
                    part.remove_suffix(1);
                line += part;
            }
            readLine(line, first);
        }
    }

    const std::vector<Stanza> &stanzas() const { return m_stanzas; }
    const std::vector<std::string> &automatic() const { return m_automatic; }
    const std::vector<std::string> &hotplug() const { return m_hotplug; }

private:
    /// Once, though the file may be read several times.
    void wrong(int line, int column, std::string what)
    {
        Error trouble{ErrorCode::Input, std::move(what), Position{m_file, line, column}};
        if (std::ranges::find(m_into.troubles, trouble) == m_into.troubles.end())
            m_into.troubles.push_back(std::move(trouble));
    }

    void readLine(const std::string &line, int number)
    {
        const std::vector<Word> words = wordsIn(line);
        if (words.empty() || words.front().text.starts_with('#'))
            return;
        const std::string_view first = words.front().text;
        if (first == "iface") {
            readStanza(words, number);
        } else if (first == "auto" || first == "allow-auto" || first == "allow-hotplug") {
            m_open = false;
            for (const Word &word : std::span(words).subspan(1)) {
                std::vector<std::string> &into = first == "allow-hotplug" ? m_hotplug : m_automatic;
                if (std::ranges::find(into, word.text) == into.end())
                    into.emplace_back(word.text);
            }
        } else if (first == "source" || first == "source-directory" || first == "mapping" || first == "template" ||
                   first == "rename") {
            m_open = false;
            wrong(number, words.front().column,
                  fmt::format("lines \"{}\" are not simulated; expected iface, auto and what "
                              "they say",
                              first));
        } else if (first.starts_with("allow-") || first.starts_with("no-")) {
            m_open = false;
        } else if (!m_open) {
            wrong(number, words.front().column,
                  fmt::format("\"{}\" belongs to no interface; expected iface before it", first));
        } else {
            readOption(words, line, number);
        }
    }

    void readStanza(const std::vector<Word> &words, int number)
    {
        m_open = words.size() == 4 && (words[2].text == "inet" || words[2].text == "inet6");
        if (!m_open) {
            wrong(number, words.front().column, "expected iface NAME inet|inet6 METHOD");
            return;
        }
        m_stanzas.push_back(
            {std::string(words[1].text), std::string(words[2].text), std::string(words[3].text), number, {}});
    }

    void readOption(const std::vector<Word> &words, const std::string &line, int number)
    {
        std::string key(words.front().text);
        std::ranges::replace(key, '_', '-');
        std::string value;
        if (words.size() > 1) {
            value = line.substr(static_cast<std::size_t>(words[1].column) - 1);
            value.erase(value.find_last_not_of(" \t\r") + 1);
        }
        if (std::ranges::find(honoured, key) == std::end(honoured)) {
            if (std::ranges::find(idle, key) == std::end(idle))
                wrong(number, words.front().column,
                      fmt::format("the option \"{}\" is not simulated", words.front().text));
            return;
        }
        if (value.empty()) {
            wrong(number, words.front().column, fmt::format("\"{}\" has no value; expected one after it", key));
            return;
        }
        m_stanzas.back().options.push_back({std::move(key), std::move(value), number});
    }

    Imported &m_into;
    const std::string &m_file;
    bool m_open = false; ///< whether options belong to the last stanza
    std::vector<Stanza> m_stanzas;
    std::vector<std::string> m_automatic;
    std::vector<std::string> m_hotplug;
};

/// One interface on its way up, by the commands that ifupdown runs for it.
class BringingUp
{
public:
    BringingUp(Imported &into, NetnsId at, const std::string &file, const Stanza &stanza)
        : m_into(into), m_at(at), m_file(file), m_stanza(stanza), m_device(stanza.name.substr(0, stanza.name.find(':')))
    {
    }

    void run()
    {
        const bool v6 = m_stanza.family == "inet6";
        if (m_stanza.method == "dhcp" || m_stanza.method == "bootp" || m_stanza.method == "ppp" ||
            m_stanza.method == "wvdial" || m_stanza.method == "tunnel" || m_stanza.method == "v4tunnel" ||
            m_stanza.method == "6to4") {
            wrong(m_stanza.line,
                  fmt::format("the method \"{}\" of {} is not simulated; expected static, manual or loopback",
                              m_stanza.method, m_stanza.name));
            return;
        }
        makeVlan();
        hooks("pre-up");
        makeBridge();
        if (m_stanza.method == "loopback" || m_stanza.method == "manual")
            command({"ip", "link", "set", "dev", m_device, "up"}, m_stanza.line);
        else if (m_stanza.method == "static")
            v6 ? runStatic6() : runStatic4();
        else if (m_stanza.method == "auto" && v6)
            runAuto6();
        else
            wrong(m_stanza.line, fmt::format("\"{}\" is no method of {}; expected static, manual, loopback or dhcp",
                                             m_stanza.method, m_stanza.family));
        for (const Option &option : m_stanza.options) {
            if (option.key == "up" || option.key == "post-up")
                hook(option);
        }
    }

private:
    void wrong(int line, std::string what)
    {
        m_into.troubles.push_back({ErrorCode::Input, std::move(what), Position{m_file, line, 1}});
    }

    void script(std::string_view text, int line) { runScript(m_into, m_at, text, m_file, line); }
    void command(const Words &words, int line) { script(shellLine(words), line); }

    std::string value(std::string_view key, std::string usual = {}) const
    {
        const Option *option = m_stanza.find(key);
        return option ? option->value : std::move(usual);
    }
    int lineOf(std::string_view key) const
    {
        const Option *option = m_stanza.find(key);
        return option ? option->line : m_stanza.line;
    }

    void hooks(std::string_view key)
    {
        for (const Option &option : m_stanza.options) {
            if (option.key == key)
                hook(option);
        }
    }

    /// ifupdown tells its commands of the interface by a variable.
    void hook(const Option &option)
    {
        std::string text = option.value;
        for (const std::string_view variable : {"${IFACE}", "$IFACE"}) {
            for (std::size_t at = text.find(variable); at != std::string::npos; at = text.find(variable, at)) {
                text.replace(at, variable.size(), m_stanza.name);
                at += m_stanza.name.size();
            }
        }
        script(text, option.line);
    }

    bool exists(std::string_view link) const { return m_into.project.network.find(m_at)->find(link) != nullptr; }

    /// As the hooks of the package vlan: `eth0.10`, `vlan10` with a raw device.
    void makeVlan()
    {
        const std::size_t dot = m_device.rfind('.');
        std::string raw = value("vlan-raw-device");
        std::string id = dot == std::string::npos ? std::string() : m_device.substr(dot + 1);
        if (raw.empty() && dot != std::string::npos)
            raw = m_device.substr(0, dot);
        if (id.empty() && m_device.starts_with("vlan"))
            id = m_device.substr(4);
        if (raw.empty() || id.empty() || exists(m_device))
            return;
        command({"ip", "link", "set", "up", "dev", raw}, m_stanza.line);
        command({"ip", "link", "add", "link", raw, "name", m_device, "type", "vlan", "id", id}, m_stanza.line);
    }

    /// As the hooks of the package bridge-utils.
    void makeBridge()
    {
        const Option *ports = m_stanza.find("bridge-ports");
        if (!ports)
            return;
        if (!exists(m_device))
            command({"ip", "link", "add", m_device, "type", "bridge"}, ports->line);
        for (const Word &port : wordsIn(ports->value)) {
            if (port.text == "none")
                continue;
            command({"ip", "link", "set", "dev", std::string(port.text), "master", m_device, "up"}, ports->line);
        }
        if (const std::string stp = value("bridge-stp"); stp == "on" || stp == "yes")
            command({"ip", "link", "set", m_device, "type", "bridge", "stp_state", "1"}, lineOf("bridge-stp"));
    }

    /// The address with its length; nothing, and a trouble, where that is no address.
    std::optional<InterfaceAddress> address(Family family)
    {
        const Option *given = m_stanza.find("address");
        if (!given) {
            wrong(m_stanza.line, fmt::format("{} has no address; expected a line \"address\"", m_stanza.name));
            return std::nullopt;
        }
        std::string text = given->value;
        if (text.find('/') == std::string::npos) {
            const auto length = lengthOf(text, family);
            if (!length) {
                wrong(lineOf("netmask"),
                      fmt::format("\"{}\" is no netmask; expected one such as 255.255.255.0, or a length",
                                  value("netmask")));
                return std::nullopt;
            }
            text += fmt::format("/{}", *length);
        }
        const auto parsed = InterfaceAddress::parse(text);
        if (!parsed || parsed->address.family() != family) {
            wrong(given->line, fmt::format("\"{}\" is no address of {}", given->value, m_stanza.family));
            return std::nullopt;
        }
        return *parsed;
    }

    /// What `netmask` says; without it the length of the address's class.
    std::optional<int> lengthOf(const std::string &plain, Family family) const
    {
        const Option *mask = m_stanza.find("netmask");
        if (!mask) {
            const auto known = Ipv4Address::parse(plain);
            if (family == Family::Ipv6 || !known)
                return 64;
            const std::uint32_t top = known->bits() >> 24;
            return top < 128 ? 8 : top < 192 ? 16 : 24;
        }
        if (const auto dotted = Ipv4Address::parse(mask->value); dotted && family == Family::Ipv4) {
            for (int length = 0; length <= 32; ++length) {
                const std::uint32_t bits = length == 0 ? 0 : ~std::uint32_t{0} << (32 - length);
                if (dotted->bits() == bits)
                    return length;
            }
            return std::nullopt;
        }
        int length = 0;
        for (const char c : mask->value) {
            if (c < '0' || c > '9' || length > 128)
                return std::nullopt;
            length = length * 10 + (c - '0');
        }
        return length <= addressBits(family) ? std::optional(length) : std::nullopt;
    }

    void setLinkUp()
    {
        Words words{"ip", "link", "set", "dev", m_device};
        if (m_stanza.find("mtu"))
            words.insert(words.end(), {"mtu", value("mtu")});
        if (std::string mac = value("hwaddress"); !mac.empty()) {
            const std::vector<Word> parts = wordsIn(mac);
            words.insert(words.end(), {"address", std::string(parts.back().text)}); // `ether` may stand before it
        }
        words.emplace_back("up");
        command(words, m_stanza.line);
    }

    void runStatic4()
    {
        const auto own = address(Family::Ipv4);
        if (!own)
            return;
        Words words{"ip", "addr", "add"};
        const std::string peer = value("pointopoint");
        // With a peer the length is the peer's.
        words.push_back(peer.empty() ? own->toString() : own->address.toString());
        if (const std::string broadcast = value("broadcast", own->length < 31 ? "+" : ""); !broadcast.empty())
            words.insert(words.end(), {"broadcast", broadcast});
        if (!peer.empty())
            words.insert(words.end(), {"peer", peer});
        if (m_stanza.find("scope"))
            words.insert(words.end(), {"scope", value("scope")});
        words.insert(words.end(), {"dev", m_device, "label", m_stanza.name});
        command(words, lineOf("address"));
        setLinkUp();
        addGateway({"ip", "route", "add"});
    }

    void runStatic6()
    {
        const auto own = address(Family::Ipv6);
        if (!own)
            return;
        setting("accept_ra", value("accept-ra", "0"));
        setting("autoconf", value("autoconf", "0"));
        setLinkUp();
        command({"ip", "-6", "addr", "add", own->toString(), "dev", m_device}, lineOf("address"));
        addGateway({"ip", "-6", "route", "replace"});
    }

    void runAuto6()
    {
        setting("accept_ra", value("accept-ra", "2"));
        setting("autoconf", "1");
        setLinkUp();
    }

    void setting(std::string_view name, const std::string &setTo)
    {
        command({"sysctl", "-q", "-w", fmt::format("net/ipv6/conf/{}/{}={}", m_device, name, setTo)}, m_stanza.line);
    }

    void addGateway(Words words)
    {
        if (!m_stanza.find("gateway"))
            return;
        words.insert(words.end(), {"default", "via", value("gateway")});
        if (m_stanza.find("metric"))
            words.insert(words.end(), {"metric", value("metric")});
        words.insert(words.end(), {"dev", m_device, "onlink"});
        command(words, lineOf("gateway"));
    }

    Imported &m_into;
    NetnsId m_at;
    const std::string &m_file;
    const Stanza &m_stanza;
    std::string m_device; ///< without what follows `:`
};

} // namespace

void bringUpInterfaces(Imported &into, NetnsId at, std::string_view text, const std::string &file,
                       std::string_view which)
{
    InterfacesFile interfaces(into, file);
    interfaces.read(text);
    const auto bringUp = [&](std::string_view name) {
        for (const Stanza &stanza : interfaces.stanzas()) {
            if (stanza.name == name)
                BringingUp(into, at, file, stanza).run();
        }
    };
    if (!which.empty() && which != "-a") {
        bringUp(which);
        return;
    }
    for (const std::string &name : interfaces.automatic())
        bringUp(name);
    for (const std::string &name : interfaces.hotplug()) {
        if (which.empty() && std::ranges::find(interfaces.automatic(), name) == interfaces.automatic().end())
            bringUp(name);
    }
}

} // namespace netdraft::model
