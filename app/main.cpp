#include "app/cli/command_line.h"
#include "app/window.h"

int main(int argc, char **argv)
{
    return netdraft::app::runCommandLine(argc, argv, [&](const std::string &file) {
        return netdraft::app::runWindow(argc, argv, QString::fromStdString(file));
    });
}
