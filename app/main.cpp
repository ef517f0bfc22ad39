#include <CLI/CLI.hpp>

int main(int argc, char **argv)
{
    CLI::App app("Netdraft: draw Linux networks, see who reaches whom, export the commands that build them");
    app.set_version_flag("--version", "netdraft " NETDRAFT_VERSION);
    CLI11_PARSE(app, argc, argv);
    return 0;
}
