#include "model/terminal/server_talk.h"

#include "model/command/arguments.h"
#include "model/terminal/web_pages.h"

namespace netdraft::model::terminal {

namespace {

using simulation::Saying;
using simulation::Talker;

/// Says what another end says on a connection of its own.
class Relay
{
public:
    Relay(const DataPlane &plane, NetnsId from, std::pair<IpAddress, std::uint16_t> to,
          simulation::Recording *recording)
        : m_plane(plane), m_from(from), m_to(std::move(to)), m_recording(recording)
    {
    }

    Saying operator()(std::string_view heard, bool isAll)
    {
        Saying saying;
        if (heard.size() > m_passed) {
            const std::string data(heard.substr(std::exchange(m_passed, heard.size())));
            const Heard behind = ask(data);
            if (!behind.text.empty())
                saying.writes.push_back(behind.text);
            if (behind.isAll)
                saying.then = Saying::Then::Closes;
        }
        if (isAll)
            saying.then = Saying::Then::Closes;
        return saying;
    }

private:
    struct Heard {
        std::string text;
        bool isAll = false;
    };

    Heard ask(const std::string &data) const
    {
        Heard heard;
        simulation::Simulation::Conversation talk;
        constexpr simulation::Time patience = 1000;
        talk.patience = patience;
        talk.client = [&heard, &data, said = false](std::string_view text, bool isAll) mutable {
            heard = {std::string(text), isAll};
            Saying saying;
            if (!std::exchange(said, true))
                saying.writes.push_back(data);
            if (isAll)
                saying.then = Saying::Then::Closes;
            return saying;
        };
        talk.process = talkersOf(m_plane, m_recording);
        const Probe made = probe(m_plane, m_from, m_to.first, Transport::Tcp, m_to.second, m_recording, &talk);
        heard.isAll = heard.isAll || !made.reachable;
        return heard;
    }

    const DataPlane &m_plane;
    NetnsId m_from;
    std::pair<IpAddress, std::uint16_t> m_to;
    simulation::Recording *m_recording;
    std::size_t m_passed = 0;
};

} // namespace

std::optional<std::pair<IpAddress, std::uint16_t>> behindProxy(const Process &process)
{
    if (process.name() != "docker-proxy")
        return std::nullopt;
    const auto flag = [&](std::string_view name) {
        const std::string_view command = process.command;
        const std::size_t at = command.find(name);
        if (at == std::string_view::npos)
            return std::string_view();
        const std::string_view rest = command.substr(at + name.size());
        return rest.substr(0, rest.find(' '));
    };
    const auto address = IpAddress::parse(flag("-container-ip "));
    const auto port = command::readNumber(flag("-container-port "));
    if (!address || !port || *port > 65535)
        return std::nullopt;
    return std::pair(*address, static_cast<std::uint16_t>(*port));
}

std::function<Talker(const simulation::Simulation::Reached &)> talkersOf(const DataPlane &plane,
                                                                         simulation::Recording *recording)
{
    return [&plane, recording](const simulation::Simulation::Reached &reached) -> Talker {
        const Netns &netns = *plane.nodes()[reached.node].netns;
        const Process *process = netns.process(reached.pid);
        if (!process)
            return nullptr;
        if (const auto to = behindProxy(*process))
            return Relay(plane, netns.id, *to, recording);
        return webTalker(*process);
    };
}

} // namespace netdraft::model::terminal
