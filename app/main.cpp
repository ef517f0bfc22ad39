#include "app/cli/command_line.h"

int main(int argc, char **argv)
{
    return netdraft::app::runCommandLine(argc, argv, {});
}
