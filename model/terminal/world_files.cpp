#include "model/command/response.h"
#include "model/command/sysctl_key.h"
#include "model/command/text/files.h"
#include "model/recipe/cni/cni.h"
#include "model/shell/pattern.h"
#include "model/terminal/network_world.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

/// Where mktemp(1) makes files, on the simulated machine.
constexpr std::string_view temporaryFolder = "/tmp";

using Words = std::span<const std::string>;

constexpr std::string_view classNet = "/sys/class/net/";
constexpr std::string_view proc = "/proc/";
constexpr std::size_t mostFileBytes = 16'000'000;

/// The name of a namespace whose file has that path.
std::optional<std::string_view> netnsFile(std::string_view path)
{
    for (const std::string_view folder : {"/run/netns/", "/var/run/netns/"})
        if (path.starts_with(folder))
            return path.substr(folder.size());
    return std::nullopt;
}

/// As files are kept, and without a `/` at its end.
std::string tidy(const std::string &given)
{
    std::string path = shell::normalPath(given);
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    return path;
}

/// Whether a directory holds the programs of CNI, or a directory that does.
bool isOfPlugins(const std::string &path)
{
    return path == "/opt" || path == "/opt/cni" || path == "/opt/cni/bin" || path == "/usr/lib/cni";
}

bool isOption(const std::string &word)
{
    return word.size() > 1 && word[0] == '-';
}

} // namespace

std::optional<std::string> NetworkWorld::kernelFile(const std::string &path, const Netns &netns) const
{
    if (const auto name = netnsFile(path)) {
        const Netns *found = m_project.network.find(*name);
        return found && found->id != hostNetns ? std::optional(std::string()) : std::nullopt;
    }
    if (!path.starts_with(classNet))
        return std::nullopt;
    const std::string_view rest = std::string_view(path).substr(classNet.size());
    const auto slash = rest.find('/');
    const Link *link = netns.find(rest.substr(0, slash));
    if (!link || slash == std::string_view::npos)
        return std::nullopt;
    const std::string_view file = rest.substr(slash + 1);
    const bool carrier = hasCarrier(m_project.network, netns, *link);
    if (file == "address")
        return link->mac.toString() + '\n';
    if (file == "mtu")
        return fmt::format("{}\n", link->mtu);
    if (file == "ifindex")
        return fmt::format("{}\n", link->index);
    if (file == "carrier" && link->up)
        return carrier ? "1\n" : "0\n";
    if (file == "operstate")
        return link->isLoopback() ? "unknown\n" : !link->up ? "down\n" : carrier ? "up\n" : "lowerlayerdown\n";
    return std::nullopt;
}

std::optional<std::string> NetworkWorld::readFile(const std::string &path, const std::string &where)
{
    const Netns *netns = netnsAt(where);
    if (!netns)
        return std::nullopt;
    if (auto text = kernelFile(path, *netns))
        return text;
    if (const auto found = m_files.find(path); found != m_files.end())
        return found->second;
    command::FileText read = command::readFile(m_project.network, *netns, path);
    if (read.good())
        return std::move(read.text);
    return cni::pluginAt(*netns, path).empty() ? std::nullopt
                                               : std::optional(std::string()); // what is in it nobody reads
}

Result<void> NetworkWorld::writeProc(const std::string &path, std::string_view text, const Netns &netns)
{
    if (command::readProcFile(netns, path).reply.status != 0)
        return fail(ErrorCode::ToolOther, "No such file or directory");
    if (text.empty())
        return {}; // opened
    const Response written = command::writeProcFile(netns, path, text);
    if (written.reply.status != 0)
        return fail(ErrorCode::ToolOther, "Invalid argument");
    return perform(written);
}

Result<void> NetworkWorld::perform(const Response &response)
{
    if (response.edits.empty())
        return {};
    if (const auto applied = apply(m_project, response.edits); !applied)
        return fail(ErrorCode::ToolOther, describe(applied.error()));
    addEdits(response.edits);
    return {};
}

Result<void> NetworkWorld::writeFile(const std::string &path, std::string_view text, Writing how,
                                     const std::string &where)
{
    const Netns *netns = netnsAt(where);
    if (!netns || path.empty())
        return fail(ErrorCode::ToolOther, "No such file or directory");
    if (path.starts_with(proc))
        return writeProc(path, text, *netns);
    if (path.starts_with("/sys/") || path.starts_with("/dev/"))
        return fail(ErrorCode::Input,
                    "writing to this file is not simulated; expected a command or a file of /proc/sys");
    if (isDirectory(path, where))
        return fail(ErrorCode::ToolOther, "Is a directory");
    if (command::netnsFileAt(m_project.network, *netns, path)) {
        const auto mode = how == Writing::Anew ? command::WriteMode::Replace : command::WriteMode::Append;
        const Response written = command::writeFile(m_project.network, *netns, "bash", path, text, mode);
        if (written.reply.status != 0)
            return fail(ErrorCode::ToolOther, "Is a directory");
        return perform(written);
    }
    const auto [file, isNew] = m_files.try_emplace(path);
    std::string &held = file->second;
    if (how == Writing::Anew) {
        if (isNew || !held.empty())
            ++m_changes;
        m_fileBytes -= std::min(m_fileBytes, held.size());
        held.clear();
    }
    if (isNew || !text.empty())
        ++m_changes;
    m_fileBytes += text.size() + (isNew ? path.size() + 64 : 0);
    if (m_fileBytes > mostFileBytes)
        return fail(ErrorCode::ToolOther, "No space left on device");
    held += text;
    return {};
}

bool NetworkWorld::isDirectory(const std::string &given, const std::string &where)
{
    static constexpr std::string_view usual[] = {
        "/",     "/bin", "/dev",           "/etc",           "/etc/cni",      "/etc/cni/net.d", "/etc/netns",
        "/home", "/lib", "/proc",          "/proc/sys",      "/proc/sys/net", "/root",          "/run",
        "/sbin", "/sys", "/sys/class/net", "/tmp",           "/usr",          "/var",           "/.",
        ".",     "..",   "/var/run",       "/var/run/netns", "/run/netns"};
    const std::string path = tidy(given);
    if (std::ranges::find(usual, path) != std::end(usual) || m_directories.contains(path))
        return true;
    const Netns *netns = netnsAt(where);
    if (!netns)
        return false;
    if (path.starts_with(classNet))
        return netns->find(std::string_view(path).substr(classNet.size())) != nullptr;
    return isDirectoryOfFiles(path) || isOfPlugins(path) ||
           command::namesIn(m_project.network, *netns, path).has_value();
}

bool NetworkWorld::isDirectoryOfFiles(const std::string &path) const
{
    const std::string start = path + '/';
    const auto below = m_files.lower_bound(start);
    const auto made = m_directories.lower_bound(start);
    return (below != m_files.end() && below->first.starts_with(start)) ||
           (made != m_directories.end() && made->starts_with(start));
}

std::vector<std::string> NetworkWorld::matches(std::string_view pattern, const std::string &where)
{
    const Netns *netns = netnsAt(where);
    std::set<std::string> paths;
    if (!netns)
        return {};
    for (const auto &[path, text] : m_files)
        paths.insert(path);
    for (const auto &[path, text] : netns->files)
        if (!cni::isPluginHiding(path))
            paths.insert(path);
    for (const std::string_view folder : cni::pluginFolders)
        for (const cni::InstalledPlugin &plugin : cni::pluginsIn(*netns, folder))
            paths.insert(std::string(folder) + std::string(plugin.name));
    for (const Link &link : netns->links)
        paths.insert(std::string(classNet) + link.name + "/address");
    for (const auto &one : m_project.network.namespaces())
        if (one->id != hostNetns)
            for (const char *folder : {"/run/netns/", "/var/run/netns/"})
                paths.insert(folder + one->name);
    if (pattern.starts_with("/proc"))
        for (const std::string &path : command::sysctlPaths(*netns))
            paths.insert("/proc/sys/" + path);
    std::set<std::string> found;
    const auto depth = std::ranges::count(pattern, '/');
    for (const std::string &path : paths) {
        // As much of it as the pattern has parts.
        std::size_t end = 0;
        for (auto parts = depth + 1; parts > 0 && end != std::string::npos; --parts)
            end = path.find('/', end == 0 ? 1 : end + 1);
        if (path.starts_with('/') && depth > 0) {
            end = 0;
            for (auto parts = depth; parts > 0 && end != std::string::npos; --parts)
                end = path.find('/', end + 1);
        }
        std::string start = path.substr(0, end);
        if (shell::fitsPath(start, pattern))
            found.insert(std::move(start));
    }
    return {found.begin(), found.end()};
}

shell::Ran NetworkWorld::tee(Words words, std::string_view input, const std::string &where)
{
    shell::Ran ran{.status = 0, .out = std::string(input), .err = {}, .consumed = true};
    Writing how = Writing::Anew;
    for (const std::string &word : words.subspan(1)) {
        if (isOption(word)) {
            how = word == "-a" || word == "--append" ? Writing::Behind : how;
            continue;
        }
        if (word == "/dev/null")
            continue;
        if (how == Writing::Anew && !writeFile(word, {}, how, where)) {
            ran.status = 1;
            ran.refused = true;
            ran.err += fmt::format("tee: {}: No such file or directory\n", word);
        } else if (const auto done = writeFile(word, input, Writing::Behind, where); !done) {
            ran.status = 1;
            ran.refused = true;
            ran.err += fmt::format("tee: {}: {}\n", word, describe(done.error()));
        }
    }
    return ran;
}

std::optional<shell::Ran> NetworkWorld::runFileTool(Words given, std::string_view input, const std::string &where)
{
    const std::string_view tool = baseName(given.front());
    std::vector<std::string> words{given.front()};
    for (const std::string &word : given.subspan(1))
        words.push_back(isOption(word) ? word : shell::normalPath(word));
    if (tool == "tee")
        return tee(words, input, where);
    const auto isOurs = [&](const std::string &word) {
        const std::string path = tidy(word);
        return path.starts_with("/sys/class/net") || path.ends_with("/run/netns") || netnsFile(path) ||
               m_directories.contains(path) || m_files.contains(path) || isDirectoryOfFiles(path) ||
               isOfPlugins(path) || !cni::pluginAt(*netnsAt(where), path).empty();
    };
    const auto isLong = [](const std::string &word) {
        return isOption(word) && !word.starts_with("--") && word.find('l') != std::string::npos;
    };
    if (tool == "ls" && (std::ranges::any_of(words, isOurs) || std::ranges::any_of(words, isLong)))
        return list(words, where);
    if (tool == "mkdir" || tool == "touch" || tool == "rmdir" || tool == "rm" || tool == "ln" || tool == "cp" ||
        tool == "mv") {
        shell::Ran ran;
        for (const std::string &word : std::span(words).subspan(1)) {
            if (isOption(word))
                continue;
            if (tool == "mkdir") {
                m_changes += m_directories.insert(tidy(word)).second ? 1 : 0;
            } else if (tool == "touch" && !readFile(word, where)) {
                ran.status = writeFile(word, {}, Writing::Behind, where) ? 0 : 1;
            } else if (tool == "rm" || tool == "rmdir") {
                const std::string path = tidy(word);
                const auto gone = std::erase_if(m_files, [&](const auto &file) {
                    return file.first == path || file.first.starts_with(path + '/');
                });
                m_changes += gone + m_directories.erase(path);
                const auto file = command::netnsFileAt(m_project.network, *netnsAt(where), path);
                const Netns *owner = file ? netnsAt(file->netns) : nullptr;
                const EditList plugin = cni::removedPlugin(*netnsAt(where), path);
                if (!plugin.empty())
                    ran.status = perform(Response(plugin)) ? ran.status : 1;
                else if (owner && owner->files.contains(file->path))
                    ran.status = perform(Edit(WriteFile{file->netns, file->path, std::nullopt})) ? ran.status : 1;
            }
        }
        if ((tool == "cp" || tool == "mv") && words.size() >= 3) {
            const std::string &from = words[words.size() - 2];
            const auto text = readFile(from, where);
            if (!text)
                return shell::Ran{1, {}, fmt::format("{}: cannot stat '{}': No such file or directory\n", tool, from)};
            std::string to = words.back();
            if (isDirectory(to, where))
                to = tidy(to) + '/' + std::string(baseName(from));
            ran.status =
                writeFile(to, {}, Writing::Anew, where) && writeFile(to, *text, Writing::Behind, where) ? 0 : 1;
            const auto file = command::netnsFileAt(m_project.network, *netnsAt(where), from);
            const Netns *owner = file ? netnsAt(file->netns) : nullptr;
            if (tool == "mv" && ran.status == 0 && m_files.erase(from) == 0 && owner &&
                owner->files.contains(file->path))
                ran.status = perform(Edit(WriteFile{file->netns, file->path, std::nullopt})) ? 0 : 1;
        }
        return ran;
    }
    if (tool == "mktemp") {
        const std::string path = fmt::format("{}/tmp.{:010}", temporaryFolder, ++m_temporaryFiles);
        if (std::ranges::find(words, "-d") != words.end())
            m_directories.insert(path);
        else
            m_files.try_emplace(path);
        ++m_changes;
        return shell::Ran{0, path + '\n', {}};
    }
    if (tool == "date") // there is no clock here
        return shell::Ran{0, words.size() > 1 && words.back() == "+%s" ? "0\n" : "Thu Jan  1 00:00:00 UTC 1970\n", {}};
    if (tool == "nproc")
        return shell::Ran{0, "2\n", {}};
    return std::nullopt;
}

} // namespace netdraft::model::terminal
