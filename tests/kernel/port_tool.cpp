// What the labs of `probes/` are built and probed with: as `nc -lk …` and `socat …` a program that listens as those do,
// in the notations that the simulation writes, and as `probe_port` one that looks who listens.

#include <arpa/inet.h>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

struct Address {
    sockaddr_storage storage{};
    socklen_t length = 0;
    const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&storage); }
};

Address addressOf(const std::string &text, int family, int port)
{
    Address address;
    if (family == AF_INET) {
        auto &in = reinterpret_cast<sockaddr_in &>(address.storage);
        in.sin_family = AF_INET;
        in.sin_port = htons(static_cast<std::uint16_t>(port));
        inet_pton(AF_INET, text.empty() ? "0.0.0.0" : text.c_str(), &in.sin_addr);
        address.length = sizeof in;
    } else {
        auto &in = reinterpret_cast<sockaddr_in6 &>(address.storage);
        in.sin6_family = AF_INET6;
        in.sin6_port = htons(static_cast<std::uint16_t>(port));
        inet_pton(AF_INET6, text.empty() ? "::" : text.c_str(), &in.sin6_addr);
        address.length = sizeof in;
    }
    return address;
}

int number(std::string_view text)
{
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

struct Listener {
    bool udp = false;
    bool echoes = false;
    int family = AF_INET;
    int shares = SO_REUSEPORT; ///< SO_REUSEPORT or SO_REUSEADDR
    int backlog = 1;
    bool v6only = false;
    std::string address;
    std::string device;
    int port = 0;
};

int complain(const char *program)
{
    std::fprintf(stderr, "%s: %s\n", program, std::strerror(errno));
    return 1;
}

/// Takes every visitor; of UDP every datagram.
int serve(int socket, const Listener &listener)
{
    char data[2048];
    while (true) {
        if (!listener.udp) {
            const int visitor = accept(socket, nullptr, nullptr);
            if (visitor >= 0)
                close(visitor);
            continue;
        }
        Address from;
        from.length = sizeof from.storage;
        const ssize_t size =
            recvfrom(socket, data, sizeof data, 0, reinterpret_cast<sockaddr *>(&from.storage), &from.length);
        if (size >= 0 && listener.echoes &&
            sendto(socket, data, static_cast<std::size_t>(size), 0, from.get(), from.length) < 0)
            continue;
    }
}

int listenAs(const char *program, const Listener &listener)
{
    const int socket = ::socket(listener.family, listener.udp ? SOCK_DGRAM : SOCK_STREAM, 0);
    const int on = 1;
    const int v6only = listener.v6only ? 1 : 0;
    if (socket < 0 || setsockopt(socket, SOL_SOCKET, listener.shares, &on, sizeof on) != 0)
        return complain(program);
    if (listener.family == AF_INET6 && setsockopt(socket, IPPROTO_IPV6, IPV6_V6ONLY, &v6only, sizeof v6only) != 0)
        return complain(program);
    if (!listener.device.empty() && setsockopt(socket, SOL_SOCKET, SO_BINDTODEVICE, listener.device.c_str(),
                                               static_cast<socklen_t>(listener.device.size())) != 0)
        return complain(program);
    const Address address = addressOf(listener.address, listener.family, listener.port);
    if (bind(socket, address.get(), address.length) != 0)
        return complain(program);
    if (!listener.udp && listen(socket, listener.backlog) != 0)
        return complain(program);
    return serve(socket, listener);
}

/// `nc [-6] -lk[u] [ADDRESS] PORT`
int netcat(const std::vector<std::string> &words)
{
    Listener listener;
    std::vector<std::string> rest;
    for (const std::string &word : words) {
        if (word[0] != '-') {
            rest.push_back(word);
            continue;
        }
        listener.udp = listener.udp || word.contains('u');
        if (word.contains('6'))
            listener.family = AF_INET6;
    }
    if (rest.size() == 2) {
        listener.address = rest.front();
        listener.family = listener.address.contains(':') ? AF_INET6 : AF_INET;
    }
    listener.port = rest.empty() ? 0 : number(rest.back());
    return listenAs("nc", listener);
}

/// `socat TCP4-LISTEN:PORT,… EXEC:cat`
int socat(const std::vector<std::string> &words)
{
    Listener listener;
    listener.shares = SO_REUSEADDR;
    listener.backlog = 5;
    listener.echoes = true;
    std::string_view rest = words.empty() ? std::string_view() : std::string_view(words.front());
    listener.udp = rest.starts_with("UDP");
    listener.family = rest.substr(3, 1) == "6" ? AF_INET6 : AF_INET;
    rest.remove_prefix(std::min(rest.find(':') + 1, rest.size()));
    listener.port = number(rest);
    while (!rest.empty()) {
        const std::string_view option = rest.substr(0, rest.find(','));
        const std::string value(option.substr(std::min(option.find('=') + 1, option.size())));
        if (option.starts_with("bind="))
            listener.address = value.starts_with('[') ? value.substr(1, value.size() - 2) : value;
        else if (option.starts_with("so-bindtodevice="))
            listener.device = value;
        else if (option == "ipv6only=1")
            listener.v6only = true;
        rest.remove_prefix(std::min(option.size() + 1, rest.size()));
    }
    if (listener.udp)
        listener.shares = SO_BROADCAST; // socat shares no port of UDP
    return listenAs("socat", listener);
}

struct Probe {
    int socket = -1;
    bool udp = false;
    int error = ETIMEDOUT;
    bool done = false;
    Clock::time_point until;
    Clock::time_point again; ///< when to send once more
    void end(int with)
    {
        done = true;
        error = with;
        if (socket >= 0)
            close(socket);
        socket = -1;
    }
};

void send(Probe &probe)
{
    probe.again = Clock::now() + 1s;
    if (::send(probe.socket, "x", 1, 0) < 0)
        probe.end(errno);
}

/// `TRANSPORT,ADDRESS,PORT,SECONDS`
Probe start(std::string_view words)
{
    std::vector<std::string> parts;
    while (!words.empty()) {
        parts.emplace_back(words.substr(0, words.find(',')));
        words.remove_prefix(std::min(parts.back().size() + 1, words.size()));
    }
    parts.resize(4);
    Probe probe;
    probe.udp = parts[0] == "udp";
    probe.until = Clock::now() + std::chrono::seconds(number(parts[3]));
    const int family = parts[1].contains(':') ? AF_INET6 : AF_INET;
    const Address address = addressOf(parts[1], family, number(parts[2]));
    probe.socket = socket(family, (probe.udp ? SOCK_DGRAM : SOCK_STREAM) | SOCK_NONBLOCK, 0);
    if (probe.socket < 0)
        probe.end(errno);
    else if (connect(probe.socket, address.get(), address.length) != 0 && errno != EINPROGRESS)
        probe.end(errno);
    else if (probe.udp)
        send(probe);
    return probe;
}

/// What a socket that poll(2) woke has to say.
void hear(Probe &probe)
{
    if (probe.udp) {
        char data[16];
        if (recv(probe.socket, data, sizeof data, 0) >= 0)
            probe.end(0);
        else if (errno != EAGAIN)
            probe.end(errno);
        return;
    }
    int error = 0;
    socklen_t length = sizeof error;
    getsockopt(probe.socket, SOL_SOCKET, SO_ERROR, &error, &length);
    probe.end(error);
}

/// Sends all probes at once and prints `NUMBER ERRNO` of each, whose words are `NUMBER=PROBE`.
int probePorts(const std::vector<std::string> &words)
{
    std::vector<Probe> probes;
    for (const std::string &word : words)
        probes.push_back(start(std::string_view(word).substr(word.find('=') + 1)));
    while (true) {
        std::vector<pollfd> waits;
        std::vector<Probe *> waiting;
        for (Probe &probe : probes) {
            if (!probe.done && Clock::now() >= probe.until)
                probe.end(ETIMEDOUT);
            if (!probe.done && probe.udp && Clock::now() >= probe.again)
                send(probe);
            if (probe.done)
                continue;
            const short events = POLLIN | POLLOUT;
            waits.push_back({probe.socket, probe.udp ? short{POLLIN} : events, 0});
            waiting.push_back(&probe);
        }
        if (waits.empty())
            break;
        constexpr int moment = 50; // milliseconds
        poll(waits.data(), waits.size(), moment);
        for (std::size_t i = 0; i < waits.size(); ++i) {
            if (waits[i].revents != 0)
                hear(*waiting[i]);
        }
    }
    for (std::size_t i = 0; i < words.size(); ++i)
        std::printf("%s %d\n", words[i].substr(0, words[i].find('=')).c_str(), probes[i].error);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string_view path(argv[0]);
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (name == "nc")
        return netcat(words);
    if (name == "socat")
        return socat(words);
    return probePorts(words);
}
