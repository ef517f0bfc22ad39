#include "model/command/sysctl_key.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

constexpr std::string_view procSys = "/proc/sys/";

struct SysctlOptions {
    bool write = false;
    bool values = false; ///< -n
    bool names = false;  ///< -N
    bool binary = false; ///< -b
    bool quiet = false;
    bool ignore = false;
    bool all = false;
    std::string pattern;
};

void print(Response &response, const SysctlOptions &options, std::string_view key, std::string_view value)
{
    if (options.binary)
        response.reply.out += value;
    else if (options.names)
        response.reply.out += fmt::format("{}\n", key);
    else if (options.values)
        response.reply.out += fmt::format("{}\n", value);
    else
        response.reply.out += fmt::format("{} = {}\n", key, value);
}

void complain(Response &response, std::string_view text)
{
    response.reply.err += fmt::format("sysctl: {}\n", text);
    response.reply.status = 1;
}

/// Of a path that sysctlPaths() gave.
std::string valueAt(const Netns &netns, std::string_view path)
{
    const auto setting = sysctlAt(netns, path);
    return setting ? std::to_string(setting->value(netns)) : std::string();
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

void set(Response &response, const SysctlOptions &options, const Netns &netns, std::string_view key,
         std::string_view text)
{
    const std::string path = pathOfKey(key);
    const auto setting = sysctlAt(netns, path);
    if (!setting) {
        if (!options.ignore)
            complain(response, fmt::format("cannot stat {}{}: No such file or directory", procSys, path));
        return;
    }
    const std::string name = keyOfPath(path);
    const auto value = readSysctlValue(setting->row(), text);
    if (!value) {
        complain(response, fmt::format("setting key \"{}\": Invalid argument", name));
        return;
    }
    response.edits.add(setting->edit(netns.name, *value));
    if (!options.quiet)
        print(response, options, name, text);
}

void show(Response &response, const SysctlOptions &options, const Netns &netns, std::string_view key)
{
    const std::string path = pathOfKey(key);
    if (const auto setting = sysctlAt(netns, path)) {
        print(response, options, keyOfPath(path), std::to_string(setting->value(netns)));
        return;
    }
    // A directory stands for all that is in it.
    bool any = false;
    for (const std::string &each : sysctlPaths(netns)) {
        if (!each.starts_with(path + "/"))
            continue;
        any = true;
        print(response, options, keyOfPath(each), valueAt(netns, each));
    }
    if (!any && !options.ignore)
        complain(response, fmt::format("cannot stat {}{}: No such file or directory", procSys, path));
}

/// Whether the option's letters or long name are known; sets what they say.
bool takeOption(SysctlOptions &options, std::string_view word, Arguments &arguments)
{
    if (word == "--write" || word == "--values" || word == "--names" || word == "--binary" || word == "--quiet" ||
        word == "--ignore" || word == "--all")
        word = word.substr(1, 2) == "-n" ? (word == "--names" ? "-N" : "-n") : word;
    if (word == "--values")
        word = "-n";
    if (word.starts_with("--"))
        word = word.substr(1, 2);
    for (const char letter : word.substr(1)) {
        switch (letter) {
        case 'w': options.write = true; break;
        case 'n': options.values = true; break;
        case 'N': options.names = true; break;
        case 'b': options.binary = true; break;
        case 'q': options.quiet = true; break;
        case 'e': options.ignore = true; break;
        case 'a':
        case 'A':
        case 'X': options.all = true; break;
        case 'o':
        case 'x': break;
        case 'r': options.pattern = arguments.next(); break;
        default: return false;
        }
    }
    return true;
}

} // namespace

Response sysctl(const Netns &netns, std::span<const std::string> words)
{
    Arguments arguments(words);
    SysctlOptions options;
    std::vector<std::string> settings;
    while (arguments.more()) {
        const std::string word = arguments.next();
        if (word == "-V" || word == "--version")
            return Reply{0, "sysctl from procps-ng 4.0.2\n", {}};
        if (word == "-p" || word.starts_with("-p") || word.starts_with("--load") || word == "-f" || word == "--system")
            return notSimulated("sysctl " + word);
        if (!word.starts_with('-') || word == "-")
            settings.push_back(word);
        else if (!takeOption(options, word, arguments))
            return usage("sysctl");
    }
    if (!options.pattern.empty())
        return notSimulated("sysctl --pattern");
    if (settings.empty() && !options.all)
        return words.empty()
                   ? Response(usage("sysctl"))
                   : complaint(1, "sysctl: no variables specified\nTry `sysctl --help' for more information.");
    Response response;
    if (options.all && settings.empty())
        for (const std::string &path : sysctlPaths(netns))
            print(response, options, keyOfPath(path), valueAt(netns, path));
    for (const std::string &setting : settings) {
        const std::size_t equals = setting.find('=');
        if (equals != std::string::npos)
            set(response, options, netns, trimmed(std::string_view(setting).substr(0, equals)),
                trimmed(std::string_view(setting).substr(equals + 1)));
        else if (options.write)
            return complaint(1, "sysctl: command line(0): invalid syntax, continuing...");
        else
            show(response, options, netns, setting);
    }
    return response;
}

Response readProcFile(const Netns &netns, std::string_view path)
{
    const auto setting = path.starts_with(procSys) ? sysctlAt(netns, path.substr(procSys.size())) : std::nullopt;
    if (!setting)
        return complaint(1, fmt::format("cat: {}: No such file or directory", path));
    return Reply{0, fmt::format("{}\n", setting->value(netns)), {}};
}

Response writeProcFile(const Netns &netns, std::string_view path, std::string_view text)
{
    const auto setting = path.starts_with(procSys) ? sysctlAt(netns, path.substr(procSys.size())) : std::nullopt;
    if (!setting)
        return complaint(1, fmt::format("bash: {}: No such file or directory", path));
    const auto value = readSysctlValue(setting->row(), text);
    if (!value)
        return complaint(1, "bash: echo: write error: Invalid argument");
    return setting->edit(netns.name, *value);
}

} // namespace netdraft::model::command
