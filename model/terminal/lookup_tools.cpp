#include "model/terminal/tool_list.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>

namespace netdraft::model::terminal {

namespace {

std::string paragraph(const ToolDescription &tool)
{
    return fmt::format("{} - {}\nSimulated: {}\n", tool.name, tool.purpose, tool.simulated);
}

} // namespace

std::string_view baseName(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

Reply which(std::span<const std::string> words)
{
    Reply reply;
    if (words.empty())
        reply.status = 1;
    for (const std::string &word : words) {
        if (word == "-a")
            continue;
        const ToolDescription *tool = toolDescribed(word);
        // What is bash's own, Debian has as a program, too; `type` alone is not.
        if (!tool || (tool->path.empty() && word == "type"))
            reply.status = 1;
        else
            reply.out += tool->path.empty() ? fmt::format("/usr/bin/{}\n", word) : fmt::format("{}\n", tool->path);
    }
    return reply;
}

Reply type(std::span<const std::string> words)
{
    Reply reply;
    for (const std::string &word : words) {
        if (word.starts_with('-'))
            return notSimulated("type " + word);
        const ToolDescription *tool = toolDescribed(word);
        if (!tool) {
            reply.err += fmt::format("bash: type: {}: not found\n", word);
            reply.status = 1;
        } else if (tool->path.empty()) {
            reply.out += fmt::format("{} is a shell builtin\n", word);
        } else {
            reply.out += fmt::format("{} is {}\n", word, tool->path);
        }
    }
    return reply;
}

Reply man(std::span<const std::string> words)
{
    if (words.empty())
        return {1, {}, "What manual page do you want?\nFor example, try 'man man'.\n"};
    Reply reply;
    for (const std::string &word : words) {
        if (word.find_first_not_of("0123456789") == std::string::npos)
            continue; // the section
        const ToolDescription *tool = toolDescribed(word);
        if (tool) {
            reply.out += paragraph(*tool);
        } else {
            reply.err += fmt::format("No manual entry for {}\n", word);
            reply.status = 16;
        }
    }
    return reply;
}

std::optional<Reply> help(std::string_view tool, std::span<const std::string> words)
{
    const ToolDescription *described = toolDescribed(tool);
    if (!described || described->ownHelp || described->path.empty() || words.size() != 1 || words[0] != "--help")
        return std::nullopt;
    return Reply{0, paragraph(*described), {}};
}

std::variant<std::span<const std::string>, Reply> sudo(std::span<const std::string> words)
{
    while (!words.empty() && words.front().starts_with('-')) {
        const std::string option = words.front();
        words = words.subspan(1);
        if (option == "--")
            break;
        if (option == "-u" || option == "--user") {
            if (words.empty() || words.front() != "root")
                return notSimulated("sudo as another user than root");
            words = words.subspan(1);
        } else if (option != "-E" && option != "-n" && option != "-H" && option != "-S" && option != "-k" &&
                   option != "-b" && option != "-P") {
            return notSimulated("sudo " + option);
        }
    }
    if (words.empty())
        return notSimulated("sudo without a command");
    return words;
}

} // namespace netdraft::model::terminal
