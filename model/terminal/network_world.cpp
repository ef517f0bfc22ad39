#include "model/terminal/network_world.h"

#include "model/command/ip.h"
#include "model/command/response.h"
#include "model/shell/pattern.h"
#include "model/terminal/docker_tool.h"
#include "model/terminal/kubernetes_tool.h"
#include "model/terminal/sent_to.h"
#include "model/terminal/tool_list.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

using Words = std::span<const std::string>;

/// Commands that change nothing of a network, and that nobody asks for an answer.
constexpr std::string_view harmless[] = {
    "apt",     "apt-get",  "arping",  "chmod", "chown",    "clear",  "conntrack", "dmesg", "dnf",
    "ethtool", "ldconfig", "logger",  "lsmod", "modprobe", "mount",  "reset",     "rmmod", "sleep",
    "stty",    "sync",     "tcpdump", "tput",  "umount",   "usleep", "yum",
};

/// Tools that only ask: that one of them ends with an error changes nothing.
constexpr std::string_view asking[] = {
    "ping", "ping4", "ping6", "traceroute", "traceroute6", "grep", "egrep", "cat",     "ss",   "nc",
    "head", "tail",  "wc",    "awk",        "tracepath",   "sort", "cut",   "uniq",    "diff", "cmp",
    "sed",  "dig",   "host",  "nslookup",   "getent",      "kill", "pkill", "killall", "ps"};

/// Tools that read what is piped into them, to its end.
constexpr std::string_view reading[] = {"awk",
                                        "cat",
                                        "column",
                                        "cut",
                                        "egrep",
                                        "fgrep",
                                        "grep",
                                        "head",
                                        "mawk",
                                        "nc",
                                        "nft",
                                        "sed",
                                        "sort",
                                        "tail",
                                        "tr",
                                        "uniq",
                                        "wc",
                                        "iptables-restore",
                                        "ip6tables-restore"};

template <typename Names>
bool isOneOf(const Names &names, std::string_view name)
{
    return std::ranges::find(names, name) != std::end(names);
}

/// Whether the words of `ip` or `bridge` ask: there is no verb, or it is one that shows.
bool asksOfIp(const Network &network, const Netns &netns, Words words)
{
    if (baseName(words.front()) == "sysctl")
        return std::ranges::none_of(words, [](const std::string &word) { return word.find('=') != std::string::npos; });
    const auto read = command::readIp(network, netns, words.subspan(1));
    const auto *request = std::get_if<command::IpRequest>(&read);
    if (!request)
        return false;
    if (request->words.empty())
        return true;
    static constexpr std::string_view verbs[] = {"show", "list", "lst", "get", "save", "ls", "help"};
    return std::ranges::any_of(verbs, [&](std::string_view verb) { return verb.starts_with(request->words.front()); });
}

/// `ip -all netns delete`
bool deletesAll(Words words)
{
    return words.size() == 4 && baseName(words[0]) == "ip" && words[1].starts_with("-a") && words[2] == "netns" &&
           words[3].size() >= 3 && std::string_view("delete").starts_with(words[3]);
}

/// How many words stand before the command that a program like `sudo` runs: its name, options, and what of those with
/// `operands` follows them.
std::size_t optionCount(Words words, std::string_view operands)
{
    std::size_t at = 1;
    while (at < words.size() && words[at].size() > 1 && words[at][0] == '-') {
        const std::string &option = words[at++];
        if (option == "--")
            break;
        const bool isLong = option[1] == '-';
        if (!isLong && operands.find(option.back()) != std::string_view::npos)
            ++at;
    }
    return std::min(at, words.size());
}

bool isAssignment(std::string_view word)
{
    const auto equals = word.find('=');
    return equals != std::string_view::npos && equals > 0 && word.find('/') > equals;
}

/// The namespace that `--net=/run/netns/NAME` or `-n /run/netns/NAME` of nsenter names.
std::optional<std::string> enteredByFile(Words words, std::size_t &count)
{
    std::optional<std::string> where;
    std::size_t at = 1;
    for (; at < words.size() && words[at].starts_with('-'); ++at) {
        const std::string &word = words[at];
        std::string_view path;
        if (word == "--") {
            ++at;
            break;
        }
        if (word.starts_with("--net="))
            path = std::string_view(word).substr(6);
        else if (word.starts_with("-n") && word.size() > 2)
            path = std::string_view(word).substr(word[2] == '=' ? 3 : 2);
        else
            return std::nullopt; // of a process, or of other namespaces
        if (!path.starts_with("/run/netns/") && !path.starts_with("/var/run/netns/"))
            return std::nullopt;
        where = baseName(path);
    }
    count = at;
    return where;
}

} // namespace

shell::Ran NetworkWorld::run(Words words, std::string_view input, const std::string &where)
{
    m_began = Began::Nothing;
    const Netns *netns = netnsAt(where);
    if (!netns || words.empty())
        return {1, {}, fmt::format("the namespace \"{}\" is gone\n", where), true, false, false, false};
    if (auto ran = runCni(words, input, *netns))
        return std::move(*ran);
    if (auto ran = runKubernetes(words, input, *netns))
        return std::move(*ran);
    const std::string_view tool = baseName(words.front());
    const bool waits = tool == "sleep" && words.size() > 1 && words[1].starts_with("inf");
    if (waits || (tool == "tail" && words.size() > 1 && (words[1] == "-f" || words[1] == "-F")))
        return {.status = 0, .out = {}, .err = {}, .endless = true};
    if (tool == "tcpdump" && m_notesFrames)
        return startTcpdump(words.subspan(1), *netns);
    if (auto ran = startMonitor(words, *netns))
        return std::move(*ran);
    if (isOneOf(harmless, tool))
        return {};
    if (auto ran = runFileTool(words, input, where))
        return std::move(*ran);
    if (auto ran = runBatch(words, input, *netns))
        return std::move(*ran);
    if (deletesAll(words))
        return deleteAll(*netns);
    return runTool(words, input, *netns);
}

shell::Ran NetworkWorld::deleteAll(const Netns &at)
{
    std::vector<std::string> names;
    for (const auto &netns : m_project.network.namespaces())
        if (netns->id != hostNetns && netns->id != at.id)
            names.push_back(netns->name);
    shell::Ran all;
    for (const std::string &name : names) {
        const std::vector<std::string> words{"ip", "netns", "delete", name};
        const shell::Ran ran = runTool(words, {}, *m_project.network.find(hostNetns));
        all.err += ran.err;
        all.status = std::max(all.status, ran.status);
        all.refused = all.refused || ran.refused;
    }
    return all;
}

shell::Ran NetworkWorld::runTool(Words words, std::string_view input, const Netns &netns)
{
    const std::string_view tool = baseName(words.front());
    const bool asks = isOneOf(asking, tool) || ((tool == "ip" || tool == "bridge" || tool == "sysctl") &&
                                                asksOfIp(m_project.network, netns, words));
    if (tool == "unshare")
        return {
            127, {}, "netdraft: unshare of a network is not simulated; expected \"ip netns add NAME\"\n", false, true};
    // What a tool reads of a file that only this shell knows, it reads of a process that prints it.
    std::vector<std::string> given(words.begin(), words.end());
    std::map<std::string, std::string> names;
    if (isOneOf(reading, tool)) {
        for (std::string &word : std::span(given).subspan(1)) {
            const auto file = m_files.find(shell::normalPath(word));
            if (file == m_files.end())
                continue;
            std::string instead = substitution(file->second);
            names.emplace(instead, word);
            word = std::move(instead);
        }
    }
    if (const auto to = m_notesFrames ? sentTo(m_project.network, netns.id, words) : std::nullopt)
        m_lastSent = Sent{netns.id, *to};
    simulation::Recording recording;
    Outcome outcome = model::run(m_project, netns.id, given, input, m_notesFrames ? &recording : nullptr);
    tellListeners(recording);
    shell::Ran ran{outcome.reply.status, std::move(outcome.reply.out), std::move(outcome.reply.err)};
    for (const auto &[instead, name] : names)
        for (auto at = ran.out.find(instead); at != std::string::npos; at = ran.out.find(instead, at + name.size()))
            ran.out.replace(at, instead.size(), name);
    ran.consumed = !input.empty() && isOneOf(reading, tool);
    ran.unknown = ran.status == 127 && ran.err.starts_with("netdraft: ");
    ran.refused = ran.status != 0 && !ran.unknown && !asks && !ran.err.empty();
    if (outcome.edited) {
        m_project = *std::move(outcome.edited);
        addEdits(std::move(outcome.edits));
    }
    return ran;
}

void NetworkWorld::listen(std::vector<Listener> listeners, std::vector<Monitor> monitors, std::uint64_t clock)
{
    m_notesFrames = true;
    m_listeners = std::move(listeners);
    m_monitors = std::move(monitors);
    m_clock = clock;
}

std::optional<shell::Ran> NetworkWorld::startMonitor(Words words, const Netns &netns)
{
    if (baseName(words.front()) != "ip")
        return std::nullopt;
    const auto read = command::readIp(m_project.network, netns, words.subspan(1));
    const auto *request = std::get_if<command::IpRequest>(&read);
    if (!request || request->object != "monitor")
        return std::nullopt;
    auto begun = monitor(request->call, request->words);
    if (auto *reply = std::get_if<Reply>(&begun))
        return shell::Ran{
            reply->status, std::move(reply->out), std::move(reply->err), false, reply->status == 127, false, false};
    if (m_notesFrames) {
        m_monitors.push_back(std::get<Monitor>(std::move(begun)));
        m_began = Began::Monitor;
    }
    return shell::Ran{.status = 0, .out = {}, .err = {}, .endless = true};
}

shell::Ran NetworkWorld::startTcpdump(Words words, const Netns &netns)
{
    auto begun = terminal::listen(m_project.network, netns.id, words);
    if (auto *reply = std::get_if<Reply>(&begun))
        return {reply->status, std::move(reply->out), std::move(reply->err), false, reply->status == 127, false, false};
    auto &listening = std::get<Listening>(begun);
    m_listeners.push_back(std::move(listening.listener));
    m_began = Began::Tcpdump;
    return {.status = 0, .out = {}, .err = std::move(listening.says), .endless = true};
}

void NetworkWorld::tellListeners(const simulation::Recording &recording)
{
    if (recording.frames().empty())
        return;
    const std::size_t first = m_frames.size();
    for (simulation::SeenFrame seen : recording.frames()) {
        seen.time += m_clock;
        m_frames.push_back(std::move(seen));
    }
    constexpr std::uint64_t pause = 1000;
    m_clock = m_frames.back().time + pause;
    for (Listener &listener : m_listeners) {
        print(Stream::Out, hear(listener, m_project.network, std::span(m_frames).subspan(first)));
        if (listener.isOver())
            print(Stream::Err, ended(listener));
    }
    std::erase_if(m_listeners, &Listener::isOver);
}

void NetworkWorld::addEdits(EditList edits)
{
    ++m_changes;
    for (Monitor &monitor : m_monitors)
        print(Stream::Out, watch(monitor, m_project.network));
    for (Edit &edit : edits.edits) {
        // A file that is written line by line is written once.
        const auto *now = std::get_if<WriteFile>(&edit.kind);
        const auto *before = m_edits.empty() ? nullptr : std::get_if<WriteFile>(&m_edits.edits.back().kind);
        if (now && before && now->netns == before->netns && now->path == before->path)
            m_edits.edits.pop_back();
        m_edits.add(std::move(edit));
    }
}

std::optional<shell::Entered> NetworkWorld::enters(Words words, const std::string &where)
{
    if (words.empty())
        return std::nullopt;
    const std::string_view tool = baseName(words.front());
    if (tool == "sudo" || tool == "doas") {
        std::size_t at = optionCount(words, "ugpCh");
        while (at < words.size() && isAssignment(words[at]))
            ++at;
        return shell::Entered{at, where};
    }
    if (tool == "env") {
        std::size_t at = optionCount(words, "u");
        while (at < words.size() && isAssignment(words[at]))
            ++at;
        return shell::Entered{at, where};
    }
    if (tool == "nohup" || tool == "setsid" || tool == "busybox" || tool == "stdbuf" || tool == "nice" ||
        tool == "ionice")
        return shell::Entered{optionCount(words, tool == "nice" || tool == "ionice" ? "nc" : ""), where};
    if (tool == "timeout")
        return shell::Entered{std::min(optionCount(words, "ks") + 1, words.size()), where};
    if (tool == "nsenter") {
        std::size_t count = 0;
        const auto name = enteredByFile(words, count);
        const Netns *netns = name ? netnsAt(*name) : nullptr;
        return netns && netns->id != hostNetns ? std::optional(shell::Entered{count, *name}) : std::nullopt;
    }
    const Netns *netns = netnsAt(where);
    if (netns && tool == "docker")
        return enteredContainer(m_project, *netns, words);
    if (tool == "kubectl")
        return enteredPod(m_project, *netns, words, m_environment);
    if (tool != "ip" || !netns)
        return std::nullopt;
    const auto read = command::readIp(m_project.network, *netns, words.subspan(1));
    const auto *request = std::get_if<command::IpRequest>(&read);
    const auto exec =
        request && request->object == "netns" ? command::execOf(request->call, request->words) : std::nullopt;
    if (!exec)
        return std::nullopt;
    return shell::Entered{words.size() - exec->words.size(), m_project.network.find(exec->netns)->name};
}

bool NetworkWorld::knows(std::string_view command) const
{
    static constexpr std::string_view others[] = {"ping", "ping4", "ping6", "traceroute", "traceroute6", "sudo", "bash",
                                                  "sh",   "ls",    "rm",    "mkdir",      "tee",         "date", "sed",
                                                  "grep", "awk",   "head",  "tail",       "wc",          "sort"};
    if (readsEnvironment(command))
        return true;
    command = baseName(command);
    return isKnownTool(command) || toolDescribed(command) || isOneOf(harmless, command) || isOneOf(others, command);
}

std::optional<shell::Ran> NetworkWorld::runBatch(Words words, std::string_view input, const Netns &netns)
{
    const std::string_view tool = baseName(words.front());
    if (tool != "ip" && tool != "bridge")
        return std::nullopt;
    std::vector<std::string> options{words.front()};
    std::optional<std::string> file;
    bool goesOn = false;
    const auto means = [](std::string_view word, std::string_view option) {
        word.remove_prefix(word.starts_with("--") ? 2 : 1);
        return !word.empty() && option.starts_with(word);
    };
    for (std::size_t at = 1; at < words.size() && words[at].size() > 1 && words[at][0] == '-'; ++at) {
        const std::string &word = words[at];
        if (means(word, "batch") && word != "-br") {
            if (at + 1 >= words.size())
                return std::nullopt;
            file = words[++at];
        } else if (means(word, "force") && word.size() > 2) {
            goesOn = true;
        } else {
            options.push_back(word);
            if (means(word, "netns") && at + 1 < words.size())
                options.push_back(words[++at]);
        }
    }
    if (!file)
        return std::nullopt;
    if (*file == "-") {
        shell::Ran ran = runLines(options, input, "-", goesOn, netns);
        ran.consumed = true;
        return ran;
    }
    const auto text = readFile(*file, netns.name);
    if (!text)
        return shell::Ran{
            1, {}, fmt::format("Cannot open file \"{}\" for reading: No such file or directory\n", *file), true, false};
    return runLines(options, *text, *file, goesOn, netns);
}

shell::Ran NetworkWorld::runLines(Words options, std::string_view text, const std::string &file, bool goesOn,
                                  const Netns &netns)
{
    // The namespace's block is replaced by the first change.
    const std::string where = netns.name;
    shell::Ran all;
    int number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        const auto split = splitWords(line);
        if (split && split->empty())
            continue;
        shell::Ran ran{1, {}, split ? "" : describe(split.error()) + '\n', true};
        if (split) {
            std::vector<std::string> words(options.begin(), options.end());
            words.insert(words.end(), split->begin(), split->end());
            ran = runTool(words, {}, *netnsAt(where));
        }
        all.out += ran.out;
        all.err += ran.err;
        all.refused = all.refused || ran.refused;
        all.unknown = all.unknown || ran.unknown;
        if (ran.status == 0)
            continue;
        all.status = 1;
        all.err += fmt::format("Command failed {}:{}\n", file, number);
        if (!goesOn)
            break;
    }
    return all;
}

} // namespace netdraft::model::terminal
