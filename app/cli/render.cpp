#include "views/canvas/render.h"

#include "app/cli/input.h"
#include "app/cli/picture.h"
#include "app/cli/verbs.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <fmt/format.h>

#include <cstdio>

namespace netdraft::app {

using namespace model;

namespace {

/// Qt's remarks about the session that it finds are none of this program's.
void keepQuiet(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        fmt::print(stderr, "{}\n", message.toStdString());
}

} // namespace

int drawPicture(const Project &project, const std::string &path)
{
    // A picture needs fonts, not a display.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(keepQuiet);
    int count = 1;
    std::string name = "netdraft";
    char *words[] = {name.data(), nullptr};
    const QApplication application(count, words);
    if (auto drawn = views::renderProject(project, QString::fromLocal8Bit(path)); !drawn)
        return complain(drawn.error());
    return yes;
}

void addRender(CLI::App &root, Action &action)
{
    struct RenderArguments {
        std::string file;
        std::string picture;
    };
    auto *verb = root.add_subcommand("render", "Draw the network as a picture");
    auto arguments = std::make_shared<RenderArguments>();
    verb->add_option("FILE", arguments->file, "A project file, or anything else that `netdraft import --list` names")
        ->required();
    verb->add_option("-o,--output", arguments->picture, "The picture: .svg, .png or .pdf")->required();
    verb->callback([arguments, &action] {
        action = [arguments] {
            const auto project = loadProject(arguments->file);
            return project ? drawPicture(*project, arguments->picture) : wrong;
        };
    });
}

} // namespace netdraft::app
