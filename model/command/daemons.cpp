#include "model/command/daemons.h"

#include "model/command/stand_in.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <ranges>

namespace netdraft::model::command {

namespace {

using DaemonWords = std::span<const std::string>;

constexpr std::string_view nginxTitle = "nginx: master process ";
constexpr std::string_view sshdTitle = "sshd: ";
constexpr std::string_view sshdState = " [listener] 0 of 10-100 startups";

/// `nginx` of `/usr/sbin/nginx`
std::string_view daemonName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

using DaemonSockets = std::vector<ListeningSocket>;

/// The value of `--FLAG=VALUE` or `--FLAG VALUE`, of the last one where there are several.
std::optional<std::string> flagOf(DaemonWords words, std::string_view flag)
{
    std::optional<std::string> value;
    for (std::size_t at = 0; at < words.size(); ++at) {
        std::string_view word = words[at];
        if (!word.starts_with(flag))
            continue;
        word.remove_prefix(flag.size());
        if (word.starts_with('='))
            value = word.substr(1);
        else if (word.empty() && at + 1 < words.size())
            value = words[at + 1];
    }
    return value;
}

std::uint16_t portOfFlag(const std::optional<std::string> &text, std::uint16_t otherwise)
{
    std::uint16_t port = 0;
    if (!text)
        return otherwise;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), port);
    return error == std::errc() && end == text->data() + text->size() && port != 0 ? port : otherwise;
}

IpAddress addressOfFlag(const std::optional<std::string> &text, const IpAddress &otherwise)
{
    const auto address = text ? IpAddress::parse(*text) : fail(ErrorCode::Input);
    return address ? *address : otherwise;
}

/// As Go listens: any address of IPv4 is one of both families.
ListeningSocket ofGo(const IpAddress &address, std::uint16_t port)
{
    return {Transport::Tcp, address.isUnspecified() ? IpAddress(Ipv6Address()) : address, port, false};
}

constexpr IpAddress any4 = Ipv4Address();
constexpr IpAddress any6 = Ipv6Address();
constexpr IpAddress local4 = Ipv4Address(127, 0, 0, 1);

/// The sockets of `http://ADDRESS:PORT,https://…`
void addUrls(DaemonSockets &sockets, const std::string &urls)
{
    std::string_view rest = urls;
    while (!rest.empty()) {
        std::string_view url = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(url.size() + 1, rest.size()));
        if (const auto slashes = url.find("://"); slashes != std::string_view::npos)
            url.remove_prefix(slashes + 3);
        const auto colon = url.rfind(':');
        if (colon == std::string_view::npos)
            continue;
        std::string_view host = url.substr(0, colon);
        if (host.starts_with('[') && host.ends_with(']'))
            host = host.substr(1, host.size() - 2);
        const std::uint16_t port = portOfFlag(std::string(url.substr(colon + 1)), 0);
        const IpAddress address = host == "localhost" ? local4 : addressOfFlag(std::string(host), local4);
        if (port != 0)
            sockets.push_back(ofGo(address, port));
    }
}

/// A component of Kubernetes that serves by TLS at one port.
DaemonSockets secured(DaemonWords words, std::uint16_t port)
{
    return {
        ofGo(addressOfFlag(flagOf(words, "--bind-address"), any4), portOfFlag(flagOf(words, "--secure-port"), port))};
}

DaemonSockets bothFamilies(std::uint16_t port)
{
    return {{Transport::Tcp, any4, port, false}, {Transport::Tcp, any6, port, true}};
}

struct DaemonRow {
    std::string_view name;
    DaemonSockets (*sockets)(DaemonWords words);
};

constexpr DaemonRow daemons[] = {
    {"apache2", [](DaemonWords) { return DaemonSockets{{Transport::Tcp, any6, 80, false}}; }},
    {"calico-node",
     [](DaemonWords) {
         return DaemonSockets{{Transport::Tcp, local4, 9099, false}, {Transport::Tcp, any4, 179, false}};
     }},
    {"containerd", [](DaemonWords) { return DaemonSockets{{Transport::Tcp, local4, 34635, false}}; }},
    {"etcd",
     [](DaemonWords words) {
         DaemonSockets sockets;
         addUrls(sockets, flagOf(words, "--listen-client-urls").value_or("http://localhost:2379"));
         addUrls(sockets, flagOf(words, "--listen-metrics-urls").value_or(""));
         addUrls(sockets, flagOf(words, "--listen-peer-urls").value_or("http://localhost:2380"));
         return sockets;
     }},
    {"flanneld", [](DaemonWords) { return DaemonSockets(); }},
    {"httpd", [](DaemonWords) { return DaemonSockets{{Transport::Tcp, any6, 80, false}}; }},
    {"iperf3",
     [](DaemonWords words) {
         return DaemonSockets{{Transport::Tcp, any6, portOfFlag(flagOf(words, "-p"), 5201), false}};
     }},
    {"kube-apiserver", [](DaemonWords words) { return secured(words, 6443); }},
    {"kube-controller-manager", [](DaemonWords words) { return secured(words, 10257); }},
    {"kube-proxy",
     [](DaemonWords words) {
         const IpAddress address = addressOfFlag(flagOf(words, "--bind-address"), any4);
         return DaemonSockets{{Transport::Tcp, local4, 10249, false}, ofGo(address, 10256)};
     }},
    {"kube-scheduler", [](DaemonWords words) { return secured(words, 10259); }},
    {"kubelet",
     [](DaemonWords words) {
         const IpAddress address = addressOfFlag(flagOf(words, "--address"), any4);
         return DaemonSockets{{Transport::Tcp, local4, portOfFlag(flagOf(words, "--healthz-port"), 10248), false},
                              ofGo(address, portOfFlag(flagOf(words, "--port"), 10250))};
     }},
    {"mariadbd",
     [](DaemonWords words) {
         return DaemonSockets{{Transport::Tcp, addressOfFlag(flagOf(words, "--bind-address"), local4),
                               portOfFlag(flagOf(words, "--port"), 3306), false}};
     }},
    {"mysqld",
     [](DaemonWords words) {
         return DaemonSockets{{Transport::Tcp, addressOfFlag(flagOf(words, "--bind-address"), local4),
                               portOfFlag(flagOf(words, "--port"), 3306), false}};
     }},
    {"nginx", [](DaemonWords) { return bothFamilies(80); }},
    {"python3",
     [](DaemonWords words) {
         std::uint16_t port = 8000;
         for (const std::string &word : words)
             port = portOfFlag(word, port);
         auto bind = flagOf(words, "--bind");
         bind = bind ? bind : flagOf(words, "-b");
         return DaemonSockets{{Transport::Tcp, addressOfFlag(bind, any4), port, false}};
     }},
    {"redis-server",
     [](DaemonWords words) {
         return DaemonSockets{{Transport::Tcp, local4, portOfFlag(flagOf(words, "--port"), 6379), false},
                              {Transport::Tcp, Ipv6Address(0, 1), portOfFlag(flagOf(words, "--port"), 6379), true}};
     }},
    {"sshd", [](DaemonWords words) { return bothFamilies(portOfFlag(flagOf(words, "-p"), 22)); }},
    {"systemd-resolved",
     [](DaemonWords) {
         const IpAddress resolver = Ipv4Address(127, 0, 0, 53);
         return DaemonSockets{{Transport::Udp, resolver, 53, false}, {Transport::Tcp, resolver, 53, false}};
     }},
    {"ttyd",
     [](DaemonWords words) {
         return DaemonSockets{{Transport::Tcp, any4, portOfFlag(flagOf(words, "-p"), 7681), false}};
     }},
    {"weave-npc", [](DaemonWords) { return DaemonSockets{{Transport::Tcp, any6, 6781, false}}; }},
    {"weaver",
     [](DaemonWords words) {
         const std::uint16_t port = portOfFlag(flagOf(words, "--port"), 6783);
         DaemonSockets sockets;
         addUrls(sockets, "http://" + flagOf(words, "--http-addr").value_or("127.0.0.1:6784"));
         if (const auto metrics = flagOf(words, "--metrics-addr"))
             addUrls(sockets, "http://" + *metrics);
         sockets.push_back({Transport::Tcp, any6, port, false});
         sockets.push_back({Transport::Udp, any4, port, false});
         if (!flagOf(words, "--datapath")) // else the kernel listens there
             sockets.push_back({Transport::Udp, any4, static_cast<std::uint16_t>(port + 1), false});
         return sockets;
     }},
};

const DaemonRow *daemonNamed(std::string_view name)
{
    const auto row = std::ranges::find(daemons, name, &DaemonRow::name);
    return row == std::end(daemons) ? nullptr : row;
}

/// Words that ask a program for something else than to run.
bool asksDaemon(DaemonWords words)
{
    static constexpr std::string_view questions[] = {"--version", "-version", "-v", "-V",     "--help",
                                                     "-h",        "-t",       "-T", "version"};
    return std::ranges::any_of(words, [](const std::string &word) {
        return std::ranges::find(questions, std::string_view(word)) != std::end(questions);
    });
}

/// What was typed to start a process with this command line: some programs call themselves otherwise.
std::vector<std::string> typedDaemonWords(std::string_view command)
{
    if (command.starts_with(nginxTitle))
        command.remove_prefix(nginxTitle.size());
    if (command.starts_with(sshdTitle) && command.ends_with(sshdState)) {
        command.remove_prefix(sshdTitle.size());
        command.remove_suffix(sshdState.size());
    }
    std::vector<std::string> words;
    for (const auto word : std::views::split(command, ' '))
        words.emplace_back(word.begin(), word.end());
    // A directive of nginx is one word.
    const auto directive = std::ranges::find(words, "daemon");
    if (daemonName(words.front()) == "nginx" && directive != words.end() && directive + 1 != words.end() &&
        directive[1] == "off;") {
        *directive += ' ' + directive[1];
        words.erase(directive + 1);
    }
    return words;
}

/// dnsmasq and CoreDNS listen as their configuration says.
bool readsConfiguration(std::string_view program)
{
    return program == "dnsmasq" || program == "coredns";
}

} // namespace

bool isDaemon(std::string_view program)
{
    return daemonNamed(program) != nullptr;
}

Response startDaemon(const Netns &netns, DaemonWords words)
{
    const std::string_view name = daemonName(words.front());
    const auto has = [&](std::string_view word) { return std::ranges::find(words, word) != words.end(); };
    if (name == "python3" && !has("http.server"))
        return notSimulated("python3 of anything but -m http.server");
    if (name == "iperf3" && !has("-s"))
        return notSimulated("iperf3 without -s");
    if (asksDaemon(words.subspan(1)))
        return notSimulated(fmt::format("what {} says of itself", name));
    StartProcess start{netns.name, {}, daemonNamed(name)->sockets(words.subspan(1)), 0};
    for (const std::string &word : words)
        start.command += (start.command.empty() ? "" : " ") + word;
    if (name == "sshd")
        start.command = fmt::format("{}{}{}", sshdTitle, start.command, sshdState);
    if (name == "nginx")
        start.command.insert(0, nginxTitle);
    return Edit(std::move(start));
}

std::vector<std::string> startingWords(const StartProcess &start)
{
    std::vector<std::string> words = typedDaemonWords(start.command);
    const std::string_view program = daemonName(words.front());
    if (readsConfiguration(program))
        return words;
    if (isDaemon(program)) {
        Netns netns;
        netns.name = start.netns;
        StartProcess wanted = start;
        wanted.pid = 0; // nobody can ask for one
        if (startDaemon(netns, words).edits == EditList{wanted})
            return words;
    }
    std::vector<std::string> instead = standInWords(start);
    instead.insert(instead.begin(), "perl");
    return instead;
}

} // namespace netdraft::model::command
