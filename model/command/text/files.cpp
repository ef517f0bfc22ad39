#include "model/command/text/files.h"

#include "model/command/arguments.h"
#include "model/command/sysctl_key.h"
#include "model/network/netns_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model::command {

namespace {

constexpr std::string_view etc = "/etc/";
constexpr std::string_view etcNetns = "/etc/netns/";
constexpr std::string_view procSys = "/proc/sys/";

/// What every Debian has and no namespace until somebody writes it; what is in it is the machine's.
constexpr std::string_view files[] = {
    "/etc/hosts",     "/etc/hostname",       "/etc/resolv.conf", "/etc/nsswitch.conf", "/etc/network/interfaces",
    "/etc/host.conf", "/etc/debian_version", "/etc/os-release",  "/etc/passwd",        "/etc/group",
    "/etc/services",  "/etc/protocols",      "/etc/networks",    "/etc/gai.conf",      "/etc/sysctl.conf",
    "/etc/issue",     "/etc/fstab",          "/etc/motd",        "/etc/profile",       "/etc/shadow",
    "/etc/shells",    "/etc/environment",
};
constexpr std::string_view directories[] = {
    "/",          "/bin",       "/boot",          "/dev",          "/etc",      "/home",     "/lib",
    "/media",     "/mnt",       "/opt",           "/proc",         "/root",     "/run",      "/sbin",
    "/srv",       "/sys",       "/tmp",           "/usr",          "/var",      "/proc/sys", "/proc/sys/net",
    "/proc/net",  "/sys/class", "/sys/class/net", "/usr/bin",      "/usr/sbin", "/var/log",  "/etc/network",
    "/run/netns", "/var/run",   "/etc/iproute2",  "/etc/sysctl.d",
};

std::string_view withoutSlash(std::string_view path)
{
    while (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    return path;
}

/// The part of `path` below `directory` up to the next slash; empty where it is not there.
std::string_view nameBelow(std::string_view path, std::string_view directory)
{
    const std::string_view start = directory == "/" ? std::string_view() : directory;
    if (path.size() <= start.size() + 1 || !path.starts_with(start) || path[start.size()] != '/')
        return {};
    const std::string_view rest = path.substr(start.size() + 1);
    return rest.substr(0, rest.find('/'));
}

/// Whether some file of the namespace is in that directory of /etc.
bool holdsFiles(const Network &network, const NetnsFile &directory)
{
    const Netns *netns = network.find(directory.netns);
    return netns && std::ranges::any_of(
                        netns->files, [&](const auto &file) { return !nameBelow(file.first, directory.path).empty(); });
}

} // namespace

std::optional<NetnsFile> netnsFileAt(const Network &network, const Netns &netns, std::string_view path)
{
    NetnsFile file{netns.name, std::string(path)};
    if (path.starts_with(etcNetns)) {
        const std::string_view rest = path.substr(etcNetns.size());
        const std::size_t slash = rest.find('/');
        if (slash == std::string_view::npos || !network.find(rest.substr(0, slash)))
            return std::nullopt;
        file = {std::string(rest.substr(0, slash)), fmt::format("{}{}", etc, rest.substr(slash + 1))};
    }
    if (!checkNetnsFilePath(file.path))
        return std::nullopt;
    return file;
}

std::string machinePath(const NetnsFile &file)
{
    if (!isOfNetnsExec(file.path))
        return file.path;
    return fmt::format("{}{}/{}", etcNetns, file.netns, std::string_view(file.path).substr(etc.size()));
}

FileText readFile(const Network &network, const Netns &netns, std::string_view path)
{
    if (const auto text = substitutedText(path))
        return {std::string(*text)};
    if (path == "/dev/null")
        return {};
    if (path.starts_with(procSys) && sysctlAt(netns, path.substr(procSys.size())))
        return {readProcFile(netns, path).reply.out};
    if (const auto file = netnsFileAt(network, netns, path)) {
        const auto &own = network.find(file->netns)->files;
        if (const auto found = own.find(file->path); found != own.end())
            return {found->second};
    }
    if (namesIn(network, netns, path))
        return {{}, isDirectory};
    const bool proc = path.starts_with("/proc/") && !path.starts_with(fmt::format("{}net/", procSys));
    if (proc || path.starts_with("/sys/") || std::ranges::find(files, path) != std::end(files))
        return {{}, {}, true};
    return {{}, noSuchFile};
}

std::optional<std::vector<std::string>> namesIn(const Network &network, const Netns &netns, std::string_view path)
{
    path = withoutSlash(path);
    std::set<std::string> names;
    const auto add = [&](std::string_view each) {
        if (const std::string_view name = nameBelow(each, path); !name.empty())
            names.emplace(name);
    };
    for (const std::string_view file : files)
        add(file);
    for (const std::string_view directory : directories)
        add(directory);
    for (const auto &[file, text] : netns.files)
        add(file);
    for (const auto &other : network.namespaces()) {
        for (const auto &[file, text] : other->files) {
            if (isOfNetnsExec(file))
                add(machinePath({other->name, file}));
        }
    }
    for (const std::string &setting : sysctlPaths(netns))
        add(fmt::format("{}{}", procSys, setting));
    if (names.empty() && std::ranges::find(directories, path) == std::end(directories))
        return std::nullopt;
    return std::vector<std::string>(names.begin(), names.end());
}

Response writeFile(const Network &network, const Netns &netns, std::string_view tool, std::string_view path,
                   std::string_view text, WriteMode mode)
{
    if (path == "/dev/null")
        return {};
    if (path.starts_with(procSys)) {
        Response response = writeProcFile(netns, path, text);
        if (tool != "bash" && response.reply.err.starts_with("bash: "))
            response.reply.err.replace(0, 4, tool);
        return response;
    }
    const auto file = netnsFileAt(network, netns, path);
    if (!file) {
        if (namesIn(network, netns, path))
            return complaint(1, fmt::format("{}: {}: {}", tool, path, isDirectory));
        return notSimulated(fmt::format("a file {}, which is not where files of a node are kept, such as /etc,", path));
    }
    const auto &own = network.find(file->netns)->files;
    if (holdsFiles(network, *file))
        return complaint(1, fmt::format("{}: {}: {}", tool, path, isDirectory));
    std::string all(text);
    if (mode == WriteMode::Append) {
        const auto found = own.find(file->path);
        if (found != own.end())
            all.insert(0, found->second);
    }
    return Edit(WriteFile{file->netns, file->path, std::move(all)});
}

Response rm(const Network &network, const Netns &netns, std::span<const std::string> words)
{
    Response response;
    bool force = false;
    bool named = false;
    for (const std::string &word : words) {
        if (word == "-f" || word == "--force") {
            force = true;
            continue;
        }
        if (word.size() > 1 && word.starts_with('-'))
            return notSimulated("rm " + word);
        named = true;
        const auto file = netnsFileAt(network, netns, word);
        if (file && network.find(file->netns)->files.contains(file->path)) {
            response.edits.add(WriteFile{file->netns, file->path, std::nullopt});
            continue;
        }
        const FileText found = readFile(network, netns, word);
        if (found.good() || found.unknown)
            return notSimulated(fmt::format("removing {}, which is the machine's,", word));
        if (found.error == noSuchFile && force)
            continue;
        response.reply.err += fmt::format("rm: cannot remove '{}': {}\n", word, found.error);
        response.reply.status = 1;
    }
    if (!named && !force)
        return complaint(1, "rm: missing operand\nTry 'rm --help' for more information.");
    return response;
}

Response mkdir(const Network &network, const Netns &netns, std::span<const std::string> words)
{
    bool named = false;
    bool parents = false;
    for (const std::string &word : words) {
        if (word == "-p" || word == "--parents") {
            parents = true;
            continue;
        }
        if (word.size() > 1 && word.starts_with('-'))
            return notSimulated("mkdir " + word);
        named = true;
        const std::string_view path = withoutSlash(word);
        if (namesIn(network, netns, path)) {
            if (!parents)
                return complaint(1, fmt::format("mkdir: cannot create directory '{}': File exists", word));
            continue;
        }
        const bool ofNode = path.starts_with(etcNetns) && network.find(path.substr(etcNetns.size()));
        if (!ofNode && !netnsFileAt(network, netns, path))
            return notSimulated(
                fmt::format("a directory {}, which is not where files of a node are kept, such as /etc,", word));
    }
    if (!named)
        return complaint(1, "mkdir: missing operand\nTry 'mkdir --help' for more information.");
    return {};
}

std::vector<std::string> writingWords(std::string_view text, std::string_view path)
{
    std::vector<std::string> words;
    if (text.empty() || !text.ends_with('\n')) {
        words.emplace_back("%s");
    } else {
        words.emplace_back("%s\\n");
        text.remove_suffix(1);
    }
    if (words.front() == "%s") {
        // In one line: a feed is written `\n`, and whatever the format would take for itself is doubled.
        std::string format;
        for (const char c : text)
            format += c == '\n' ? std::string("\\n") : c == '%' || c == '\\' ? std::string(2, c) : std::string(1, c);
        if (format.starts_with('-'))
            format.replace(0, 1, "\\055"); // no option
        words.front() = std::move(format);
    } else {
        while (true) {
            const std::size_t end = text.find('\n');
            words.emplace_back(text.substr(0, end));
            if (end == std::string_view::npos)
                break;
            text.remove_prefix(end + 1);
        }
    }
    words.emplace_back(">");
    words.emplace_back(path);
    return words;
}

} // namespace netdraft::model::command
