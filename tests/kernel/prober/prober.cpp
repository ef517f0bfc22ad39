// Sends the echo requests of a whole network at once, as many `ping -n -c 1` would, from one process.
// usage: prober PINGS [in-turn], or: prober solicit NETNS...
// PINGS has lines `NETNS ADDRESS SECONDS …`; of line N (from 0) come, in the working directory, pings.N.status (0
// answered, 1 not, 2 could not be sent to at all) and pings.N.out with what was heard, and `pings.time`, how many
// microseconds it took. Namespaces are those of `ip netns`, `host` is the one where it runs. Requests without an answer
// are sent again each second until their time is over. With `solicit` it asks the routers of all links of the
// namespaces for their advertisements, and waits for nothing.
#include "echo.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <poll.h>
#include <string>
#include <vector>

using namespace netdraft::tests;

namespace {

using Clock = std::chrono::steady_clock;

/// One line of the list, and what became of it.
struct Asked {
    Asker *from = nullptr;
    Address to;
    std::chrono::seconds patience{};
    Clock::time_point until;
    Clock::time_point again;
    bool waits = false;
    int status = 1;
    std::string heard;
};

constexpr std::chrono::seconds interval(1);

class Prober
{
public:
    explicit Prober(const std::string &file);
    void askAll();
    void askInTurn();
    void write() const;

private:
    void ask(std::size_t number);
    void send(std::size_t number);
    void wait();
    void hear(Asker &asker);

    std::map<std::string, std::unique_ptr<Asker>> m_askers;
    std::vector<Asked> m_asked;
};

Prober::Prober(const std::string &file)
{
    std::ifstream lines(file);
    std::string netns;
    std::string address;
    int seconds = 0;
    for (std::string rest; lines >> netns >> address >> seconds && std::getline(lines, rest);) {
        auto &asker = m_askers[netns];
        if (!asker)
            asker = std::make_unique<Asker>(netns, static_cast<std::uint16_t>(m_askers.size()));
        Asked asked;
        asked.from = asker.get();
        asked.patience = std::chrono::seconds(seconds);
        if (const auto to = addressOf(address))
            asked.to = *to;
        else
            asked.heard = "not an address: " + address;
        m_asked.push_back(std::move(asked));
    }
}

void Prober::ask(std::size_t number)
{
    Asked &asked = m_asked[number];
    if (!asked.heard.empty())
        return;
    if (const std::string why = asked.from->whyNot(asked.to); !why.empty()) {
        asked.status = 2;
        asked.heard = why;
        return;
    }
    const auto now = Clock::now();
    asked.until = now + asked.patience;
    asked.again = now + interval;
    asked.waits = true;
    send(number);
}

void Prober::send(std::size_t number)
{
    Asked &asked = m_asked[number];
    if (std::string trouble = asked.from->send(asked.to, static_cast<std::uint16_t>(number)); !trouble.empty()) {
        asked.heard = std::move(trouble);
        asked.waits = false;
    }
}

void Prober::hear(Asker &asker)
{
    while (const auto heard = asker.hear()) {
        if (heard->sequence >= m_asked.size() || m_asked[heard->sequence].from != &asker)
            continue;
        Asked &asked = m_asked[heard->sequence];
        if (!asked.waits)
            continue; // once it is known
        asked.heard = heard->text;
        asked.status = heard->isReply ? 0 : 1;
        asked.waits = false;
    }
}

/// Until nothing is waited for any more.
void Prober::wait()
{
    std::vector<pollfd> sockets;
    std::vector<Asker *> owners;
    for (const auto &[name, asker] : m_askers)
        for (const int socket : asker->sockets()) {
            sockets.push_back({socket, POLLIN, 0});
            owners.push_back(asker.get());
        }
    for (;;) {
        const auto now = Clock::now();
        bool waits = false;
        for (std::size_t number = 0; number < m_asked.size(); ++number) {
            Asked &asked = m_asked[number];
            if (asked.waits && now >= asked.until)
                asked.waits = false;
            if (!asked.waits)
                continue;
            waits = true;
            if (now >= asked.again) {
                asked.again += interval;
                send(number);
            }
        }
        if (!waits)
            return;
        if (::poll(sockets.data(), sockets.size(), 20) <= 0)
            continue;
        for (std::size_t i = 0; i < sockets.size(); ++i)
            if (sockets[i].revents != 0)
                hear(*owners[i]);
    }
}

void Prober::askAll()
{
    for (std::size_t number = 0; number < m_asked.size(); ++number) {
        ask(number);
        // What has been heard must not be lost for want of room.
        hear(*m_asked[number].from);
    }
    wait();
}

void Prober::askInTurn()
{
    for (std::size_t number = 0; number < m_asked.size(); ++number) {
        ask(number);
        wait();
    }
}

void Prober::write() const
{
    for (std::size_t number = 0; number < m_asked.size(); ++number) {
        std::ofstream(fmt::format("pings.{}.status", number)) << m_asked[number].status << '\n';
        std::ofstream(fmt::format("pings.{}.out", number))
            << (m_asked[number].heard.empty() ? "silence" : m_asked[number].heard) << '\n';
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        fmt::print(stderr, "usage: prober PINGS [in-turn], or: prober solicit NETNS...\n");
        return 2;
    }
    if (argv[1] == std::string_view("solicit")) {
        for (int i = 2; i < argc; ++i)
            Asker(argv[i], 0).solicit();
        return 0;
    }
    Prober prober(argv[1]);
    const auto begin = Clock::now();
    if (argc > 2)
        prober.askInTurn();
    else
        prober.askAll();
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
    std::ofstream("pings.time") << took.count() << '\n';
    prober.write();
    return 0;
}
