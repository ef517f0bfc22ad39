#include "model/exchange/verify.h"

#include "app/cli/input.h"
#include "app/cli/verbs.h"

#include <CLI/CLI.hpp>

namespace netdraft::app {

using namespace model;

void addVerify(CLI::App &root, Action &action)
{
    auto *verb = root.add_subcommand("verify", "Build the network in real namespaces here and compare every answer");
    auto file = std::make_shared<std::string>();
    verb->add_option("FILE", *file, "A project file, or anything else that `netdraft import --list` names")->required();
    verb->footer(
        "Works in a sandbox of its own, as root or in a user namespace, and leaves nothing behind. Exits 0 when "
        "the kernel agrees, 1 when it does not, 2 when it cannot be asked.");
    verb->callback([file, &action] {
        action = [file] {
            const auto project = loadProject(*file);
            if (!project)
                return wrong;
            const auto verification = verify(*project);
            if (!verification)
                return complain(verification.error());
            return print(verification->report(), verification->agrees() ? yes : no);
        };
    });
}

} // namespace netdraft::app
