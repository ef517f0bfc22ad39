#include "model/terminal/server_talk.h"

#include "model/command/arguments.h"
#include "model/terminal/web_pages.h"

namespace netdraft::model::terminal {

std::optional<simulation::TcpTarget> behindProxy(const Process &process)
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
    return simulation::TcpTarget(*address, static_cast<std::uint16_t>(*port));
}

void letProcessesTalk(simulation::Simulation::Conversation &talk, const DataPlane &plane)
{
    const auto processOf = [&plane](const simulation::Simulation::Reached &reached) {
        return plane.nodes()[reached.node].netns->process(reached.pid);
    };
    talk.process = [processOf](const simulation::Simulation::Reached &reached) {
        const Process *process = processOf(reached);
        return process ? webTalker(*process) : nullptr;
    };
    talk.passesOn = [processOf](const simulation::Simulation::Reached &reached) {
        const Process *process = processOf(reached);
        return process ? behindProxy(*process) : std::nullopt;
    };
}

} // namespace netdraft::model::terminal
