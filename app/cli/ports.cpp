#include "app/cli/ports.h"

#include <CLI/CLI.hpp>

namespace netdraft::app {

void addPortOption(CLI::App &verb, PortOption &option)
{
    constexpr int last = 65535;
    auto *tcp = verb.add_option("--tcp", option.tcp, "Instead of a ping, a connection to this TCP port")
                    ->check(CLI::Range(1, last));
    verb.add_option("--udp", option.udp, "Instead of a ping, a datagram to this UDP port")
        ->check(CLI::Range(1, last))
        ->excludes(tcp);
}

} // namespace netdraft::app
