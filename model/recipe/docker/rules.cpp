#include "model/recipe/docker/rules.h"

#include <fmt/format.h>

namespace netdraft::model::docker {

namespace {

constexpr std::string_view stage1 = "DOCKER-ISOLATION-STAGE-1";
constexpr std::string_view stage2 = "DOCKER-ISOLATION-STAGE-2";
constexpr std::string_view toLocal = "PREROUTING -m addrtype --dst-type LOCAL -j DOCKER";
constexpr std::string_view fromLocal = "OUTPUT -m addrtype --dst-type LOCAL ! --dst 127.0.0.0/8 -j DOCKER";

bool hasChain(const Machine &machine, std::string_view table, std::string_view chain)
{
    const std::vector<std::string> words{"iptables", "-t", std::string(table), "-S", std::string(chain)};
    return respond(machine.network(), machine.own().id, words).reply.status == 0;
}

Expected<void> ensureChain(Machine &machine, std::string_view table, std::string_view chain)
{
    if (hasChain(machine, table, chain))
        return {};
    return machine.run(fmt::format("iptables -t {} -N {}", table, chain));
}

/// `rule` begins with its chain. One that is to be there and is stays where it stands.
Expected<void> program(Machine &machine, std::string_view table, std::string_view verb, const std::string &rule,
                       Program what)
{
    const bool isThere = machine.has(table, rule);
    if (isThere == (what == Program::Add))
        return {};
    return machine.run(
        fmt::format("iptables -t {} {} {}", table, what == Program::Add ? verb : std::string_view("-D"), rule));
}

Expected<void> append(Machine &machine, std::string_view table, const std::string &rule)
{
    return program(machine, table, "-A", rule, Program::Add);
}

/// A jump that comes first in its chain, wherever it stood (EnsureJumpRule).
Expected<void> ensureJump(Machine &machine, std::string_view chain)
{
    const std::string rule = fmt::format("FORWARD -j {}", chain);
    if (auto done = program(machine, "filter", "-I", rule, Program::Remove); !done)
        return done;
    return program(machine, "filter", "-I", rule, Program::Add);
}

/// Whether containers of one network may talk to each other (setIcc).
Expected<void> programIcc(Machine &machine, const DockerNetwork &network, Program what)
{
    const std::string rule = fmt::format("FORWARD -i {0} -o {0} -j ", network.bridge);
    if (what == Program::Remove) {
        if (auto done = program(machine, "filter", "-I", rule + "ACCEPT", what); !done)
            return done;
        return program(machine, "filter", "-I", rule + "DROP", what);
    }
    if (auto done = program(machine, "filter", "-A", rule + (network.icc ? "DROP" : "ACCEPT"), Program::Remove); !done)
        return done;
    return program(machine, "filter", network.icc ? "-I" : "-A", rule + (network.icc ? "ACCEPT" : "DROP"), what);
}

Expected<void> programInternal(Machine &machine, const DockerNetwork &network, Program what)
{
    for (const std::string &rule : {fmt::format("{} -i {} ! -d {} -j DROP", stage1, network.bridge, network.subnet),
                                    fmt::format("{} -o {} ! -s {} -j DROP", stage1, network.bridge, network.subnet)})
        if (auto done = program(machine, "filter", "-I", rule, what); !done)
            return done;
    return programIcc(machine, network, what);
}

Expected<void> programOpen(Machine &machine, const DockerNetwork &network, Program what)
{
    const std::string &bridge = network.bridge;
    if (network.masquerade) {
        if (auto done = program(machine, "nat", "-I",
                                fmt::format("POSTROUTING -s {} ! -o {} -j MASQUERADE", network.subnet, bridge), what);
            !done)
            return done;
        if (auto done = program(machine, "nat", "-I", fmt::format("DOCKER -i {} -j RETURN", bridge), what); !done)
            return done;
    }
    if (auto done = programIcc(machine, network, what); !done)
        return done;
    if (auto done = program(machine, "filter", "-I", fmt::format("FORWARD -i {0} ! -o {0} -j ACCEPT", bridge), what);
        !done)
        return done;
    if (what == Program::Add)
        for (const std::string_view rule : {toLocal, fromLocal})
            if (auto done = append(machine, "nat", std::string(rule)); !done)
                return done;
    for (const std::string &rule :
         {fmt::format("FORWARD -o {} -j DOCKER", bridge),
          fmt::format("FORWARD -o {} -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT", bridge)})
        if (auto done = program(machine, "filter", "-I", rule, what); !done)
            return done;
    return {};
}

/// What keeps one network from the others (setINC).
Expected<void> programIsolation(Machine &machine, const DockerNetwork &network, Program what)
{
    for (const std::string &rule : {fmt::format("{0} -i {1} ! -o {1} -j {2}", stage1, network.bridge, stage2),
                                    fmt::format("{} -o {} -j DROP", stage2, network.bridge)})
        if (auto done = program(machine, "filter", "-I", rule, what); !done)
            return done;
    return {};
}

} // namespace

Expected<void> setupForwarding(Machine &machine)
{
    if (machine.own().forwards(Family::Ipv4))
        return {};
    machine.state().letForward = true;
    if (auto done = machine.run("sysctl -qw net.ipv4.ip_forward=1"); !done)
        return done;
    return machine.run("iptables -t filter -P FORWARD DROP");
}

Expected<void> setupChains(Machine &machine)
{
    for (const std::string_view rule : {toLocal, fromLocal})
        if (auto done = program(machine, "nat", "-A", std::string(rule), Program::Remove); !done)
            return done;
    // Those that a rule still leads to are only emptied.
    if (hasChain(machine, "nat", "DOCKER"))
        for (const char *verb : {"-F", "-X"})
            machine.attemptCommand(fmt::format("iptables -t nat {} DOCKER", verb));
    for (const std::string_view chain : {std::string_view("DOCKER"), stage1, stage2})
        if (hasChain(machine, "filter", chain))
            for (const char *verb : {"-F", "-X"})
                machine.attemptCommand(fmt::format("iptables -t filter {} {}", verb, chain));
    if (auto done = ensureChain(machine, "nat", "DOCKER"); !done)
        return done;
    for (const std::string_view chain : {std::string_view("DOCKER"), stage1, stage2})
        if (auto done = ensureChain(machine, "filter", chain); !done)
            return done;
    for (const std::string_view chain : {stage1, stage2})
        if (auto done = append(machine, "filter", fmt::format("{} -j RETURN", chain)); !done)
            return done;
    return {};
}

void removeRules(Machine &machine)
{
    for (const std::string_view rule : {toLocal, fromLocal})
        machine.attemptCommand(fmt::format("iptables -t nat -D {}", rule));
    constexpr std::string_view user = "DOCKER-USER";
    for (const std::string_view chain : {user, stage1})
        while (machine.has("filter", fmt::format("FORWARD -j {}", chain)))
            machine.attemptCommand(fmt::format("iptables -t filter -D FORWARD -j {}", chain));
    // All are emptied before the first goes, for rules of one lead to another.
    for (const char *verb : {"-F", "-X"}) {
        if (hasChain(machine, "nat", "DOCKER"))
            machine.attemptCommand(fmt::format("iptables -t nat {} DOCKER", verb));
        for (const std::string_view chain : {std::string_view("DOCKER"), stage1, stage2, user})
            if (hasChain(machine, "filter", chain))
                machine.attemptCommand(fmt::format("iptables -t filter {} {}", verb, chain));
    }
    if (!machine.state().letForward)
        return;
    machine.attemptCommand("iptables -t filter -P FORWARD ACCEPT");
    machine.attemptCommand("sysctl -qw net.ipv4.ip_forward=0");
}

Expected<void> programNetwork(Machine &machine, const DockerNetwork &network, Program what)
{
    if (auto done = network.internal ? programInternal(machine, network, what) : programOpen(machine, network, what);
        !done)
        return done;
    if (what == Program::Add)
        if (auto done = ensureJump(machine, stage1); !done)
            return done;
    if (!network.internal)
        if (auto done = programIsolation(machine, network, what); !done)
            return done;
    if (what == Program::Remove)
        return {};
    if (auto done = ensureChain(machine, "filter", "DOCKER-USER"); !done)
        return done;
    if (auto done = append(machine, "filter", "DOCKER-USER -j RETURN"); !done)
        return done;
    return ensureJump(machine, "DOCKER-USER");
}

Expected<void> programPort(Machine &machine, const DockerNetwork &network, const Endpoint &endpoint, const Port &port,
                           Program what)
{
    const std::string &address = endpoint.address;
    const std::string to = port.address == "0.0.0.0" ? "0/0" : port.address;
    if (auto done = program(machine, "nat", "-A",
                            fmt::format("DOCKER -p {} -d {} --dport {} -j DNAT --to-destination {}:{} ! -i {}",
                                        port.protocol, to, port.hostPort, address, port.containerPort, network.bridge),
                            what);
        !done)
        return done;
    if (auto done = program(machine, "filter", "-A",
                            fmt::format("DOCKER ! -i {0} -o {0} -p {1} -d {2} --dport {3} -j ACCEPT", network.bridge,
                                        port.protocol, address, port.containerPort),
                            what);
        !done)
        return done;
    return program(machine, "nat", "-A",
                   fmt::format("POSTROUTING -p {0} -s {1} -d {1} --dport {2} -j MASQUERADE", port.protocol, address,
                               port.containerPort),
                   what);
}

} // namespace netdraft::model::docker
