#include "model/exchange/names_format.h"

#include "model/exchange/command_sections.h"
#include "model/exchange/output_files.h"
#include "model/names/dnsmasq_option.h"
#include "model/names/docker_resolver.h"
#include "model/names/server.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

namespace netdraft::model {

namespace {

constexpr std::string_view resolverFiles[] = {"/etc/hosts", "/etc/hostname", "/etc/resolv.conf", "/etc/nsswitch.conf",
                                              "/etc/dnsmasq.conf"};
constexpr std::string_view serverFolders[] = {"/etc/dnsmasq.d/", "/etc/coredns/"};
/// Where a path that does not begin with `/` may lead; nobody knows where a server was started.
constexpr std::string_view startFolders[] = {"/root/", "/etc/coredns/", "/etc/"};

std::vector<std::string> wordsOf(std::string_view text, std::string_view between)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = text.find_first_of(between);
        if (const std::string_view word = text.substr(0, end); !word.empty())
            words.emplace_back(word);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return words;
}

/// What of one node's files is for names.
class NodeNames
{
public:
    explicit NodeNames(const Netns &netns) : m_netns(netns) {}

    void write(Exported &exported)
    {
        for (const std::string_view path : resolverFiles)
            take(std::string(path));
        for (const std::string_view folder : serverFolders)
            takeFolder(folder, true);
        std::string servers;
        for (const Process &process : m_netns.processes) {
            if (process.command == names::dockerResolver)
                exported.omitted.push_back(
                    fmt::format("{}: the names that Docker answers at 127.0.0.11", m_netns.name));
            if (!names::isNameServer(process.name()))
                continue;
            servers += process.command + '\n';
            takeNamed(process.command);
            if (process.name() == "dnsmasq")
                takeOptions(process, exported);
            else
                for (const std::string_view folder : startFolders)
                    take(std::string(folder) + "Corefile");
        }
        if (!servers.empty())
            m_files.insert_or_assign("/name-servers.txt", "# What runs here, as it was started.\n" + servers);
        for (auto &[path, text] : m_files)
            addFile(exported, m_netns.name + path, std::move(text));
    }

private:
    void take(const std::string &path)
    {
        const auto file = m_netns.files.find(path);
        if (file != m_netns.files.end() && m_files.emplace(path, file->second).second)
            takeNamed(file->second);
    }

    void takeFolder(std::string_view folder, bool deep)
    {
        for (auto file = m_netns.files.lower_bound(folder);
             file != m_netns.files.end() && file->first.starts_with(folder); ++file)
            if (deep || file->first.find('/', folder.size()) == std::string::npos)
                take(file->first);
    }

    /// The files of the node that a configuration, or a command line, names.
    void takeNamed(std::string_view text)
    {
        for (const std::string &word : wordsOf(text, " \t\r\n=,\"")) {
            if (word.starts_with('/')) {
                take(word);
                takeFolder(word.ends_with('/') ? word : word + '/', false);
                continue;
            }
            for (const std::string_view folder : startFolders)
                take(std::string(folder) + word);
        }
    }

    /// The options of dnsmasq's command line, as a file has them.
    void takeOptions(const Process &process, Exported &exported)
    {
        auto words = wordsOf(process.command, " ");
        words.erase(words.begin());
        const auto options = names::dnsmasqOptions(words);
        if (!options) {
            exported.omitted.push_back(fmt::format("{}: {}", m_netns.name, process.command));
            return;
        }
        const bool isNamed = std::ranges::any_of(*options, [](const auto &each) { return each.first == "conf-file"; });
        std::string text;
        for (const auto &[option, value] : *options)
            if (option != "conf-file" && option != "no-daemon" && option != "test")
                text += value ? fmt::format("{}={}\n", option, *value) : option + '\n';
        const bool isFree = !isNamed && !m_files.contains("/etc/dnsmasq.conf");
        if (!text.empty())
            m_files.insert_or_assign(isFree ? "/etc/dnsmasq.conf" : "/etc/dnsmasq.d/command-line.conf",
                                     "# The command line of dnsmasq.\n" + text);
    }

    const Netns &m_netns;
    std::map<std::string, std::string> m_files;
};

} // namespace

Result<Exported> writeNames(const Project &project, const ExportRequest &)
{
    if (auto sound = checkNames(project.network); !sound)
        return fail(sound.error());
    Exported exported;
    for (const auto &netns : project.network.namespaces())
        NodeNames(*netns).write(exported);
    if (exported.files.empty())
        return fail(ErrorCode::Input, "no node has names of its own; expected /etc/hosts, /etc/resolv.conf, or dnsmasq "
                                      "or coredns that runs");
    return inOrder(std::move(exported));
}

} // namespace netdraft::model
