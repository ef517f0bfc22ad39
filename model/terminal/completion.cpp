#include "model/terminal/completion.h"

#include "model/command/arguments.h"
#include "model/command/sysctl_key.h"
#include "model/command/text/files.h"
#include "model/network/base_chain.h"
#include "model/recipe/docker/state.h"
#include "model/terminal/grammar.h"
#include "model/terminal/tool_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model {

namespace {

using grammar::Things;

std::vector<std::string_view> split(std::string_view text)
{
    std::vector<std::string_view> words;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        if (text.empty())
            return words;
        const std::size_t end = std::min(text.find(' '), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

/// A line up to the cursor: the words of its last command, and the one that is being typed.
struct Typed {
    std::vector<std::string> before;
    std::string word;
    std::size_t start = 0;
    bool redirects = false; ///< a file's name is being typed behind a `>`
};

Typed read(std::string_view line)
{
    Typed typed;
    std::string word;
    bool inWord = false;
    char quote = 0;
    typed.start = line.size();
    const auto end = [&] {
        if (inWord)
            typed.before.push_back(std::move(word));
        word.clear();
        inWord = false;
    };
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote == 0 && (c == ' ' || c == '\t')) {
            end();
            continue;
        }
        if (quote == 0 && (c == '|' || c == ';' || c == '&')) {
            end();
            typed.before.clear();
            continue;
        }
        if (quote == 0 && c == '>') {
            end();
            typed.before.emplace_back(">");
            continue;
        }
        if (!inWord)
            typed.start = i;
        inWord = true;
        if (c == quote)
            quote = 0;
        else if (quote == 0 && (c == '"' || c == '\''))
            quote = c;
        else if (c == '\\' && quote != '\'' && i + 1 < line.size())
            word += line[++i];
        else
            word += c;
    }
    if (!inWord)
        typed.start = line.size();
    typed.word = std::move(word);
    typed.redirects = !typed.before.empty() && typed.before.back() == ">";
    return typed;
}

/// What is being completed: where, and with which words before.
class Completing
{
public:
    Completing(const Network &network, const Netns &netns, std::string_view word)
        : m_network(network), m_netns(&netns), m_word(word)
    {
    }

    std::set<std::string> candidates(std::span<const std::string> before)
    {
        while (!before.empty() && before.front() == "sudo")
            before = before.subspan(1);
        if (before.empty()) {
            add(Things::Tools);
            return std::move(m_found);
        }
        if (before.size() >= 4 && before[0] == "ip" && command::abbreviates(before[1], "netns") &&
            before[1].size() > 2 && before[2] == "exec") {
            if (const Netns *inside = m_network.find(std::string_view(before[3])))
                m_netns = inside;
            return candidates(before.subspan(4));
        }
        inTool(before.front(), before.subspan(1));
        return std::move(m_found);
    }

    std::set<std::string> files()
    {
        add(Things::Files);
        return std::move(m_found);
    }

private:
    void inTool(const std::string &tool, std::span<const std::string> words)
    {
        // Options before the object, and the namespace that one names.
        const bool hasObjects = tool == "ip" || tool == "bridge";
        while (hasObjects && !words.empty() && words.front().starts_with('-')) {
            const bool names = words.front() == "-n" || words.front() == "-netns";
            if (names && words.size() == 1)
                return addAll(grammar::valueOf(tool, "-n"));
            if (const Netns *named = names ? m_network.find(std::string_view(words[1])) : nullptr)
                m_netns = named;
            words = words.subspan(names ? 2 : 1);
        }
        std::vector<std::string> place{tool};
        const grammar::Row *row = rowAt(place);
        while (row && !words.empty() && !row->repeats) {
            place.push_back(chosen(*row, words.front()));
            words = words.subspan(1);
            row = rowAt(place);
        }
        if (!row)
            return;
        // Behind a keyword stands its value.
        if (!words.empty()) {
            if (const std::string_view value = grammar::valueOf(tool, words.back()); !value.empty())
                return addAll(value);
        }
        addAll(row->words);
    }

    /// The word of a row that a typed one is, perhaps shortened; itself where it is none.
    static std::string chosen(const grammar::Row &row, const std::string &typed)
    {
        const auto words = split(row.words);
        for (const std::string_view word : words)
            if (word == typed)
                return typed;
        for (const std::string_view word : words)
            if (grammar::thingsOf(word) == Things::None && command::abbreviates(typed, word))
                return std::string(word);
        return typed;
    }

    /// The row of a place, a `*` in it for any word; null where nothing is known of what follows.
    static const grammar::Row *rowAt(const std::vector<std::string> &place)
    {
        const grammar::Row *best = nullptr;
        for (const grammar::Row &row : grammar::rows()) {
            const auto words = split(row.place);
            const bool fits = std::ranges::equal(words, place, [](std::string_view pattern, const std::string &word) {
                return pattern == "*" || pattern == word;
            });
            if (fits && (!best || best->place.find('*') != std::string_view::npos))
                best = &row;
        }
        return best;
    }

    void addAll(std::string_view words)
    {
        for (const std::string_view word : split(words)) {
            const Things things = grammar::thingsOf(word);
            if (things == Things::None)
                put(std::string(word));
            else
                add(things);
        }
    }

    void put(std::string candidate)
    {
        // Options are many, and nobody asks for them who has not begun one.
        if (candidate.starts_with(m_word) && (m_word.starts_with('-') || !candidate.starts_with('-')))
            m_found.insert(std::move(candidate));
    }

    void add(Things things)
    {
        switch (things) {
        case Things::None:
        case Things::Anything: return;
        case Things::Tools:
            for (const ToolDescription &tool : toolList())
                put(std::string(tool.name));
            return;
        case Things::Links:
            for (const Link &link : m_netns->links)
                put(link.name);
            return;
        case Things::Namespaces:
            for (const auto &netns : m_network.namespaces())
                if (netns->id != hostNetns)
                    put(netns->name);
            return;
        case Things::Chains: return addChains();
        case Things::Targets:
            for (const char *target : {"ACCEPT", "DROP", "REJECT", "RETURN", "MASQUERADE", "SNAT", "DNAT", "MARK"})
                put(target);
            return;
        case Things::Tables:
            for (const char *name : {"filter", "nat", "mangle", "raw"})
                put(name);
            return;
        case Things::Settings:
            for (const std::string &path : command::sysctlPaths(*m_netns))
                put(command::keyOfPath(path));
            return;
        case Things::Files: return addFiles();
        case Things::Others: return addOthers();
        case Things::Containers:
            for (const docker::Container &container : docker::readState(*m_netns).containers)
                put(container.name);
            return;
        case Things::DockerNetworks:
            for (const docker::DockerNetwork &network : docker::readState(*m_netns).networks)
                put(network.name);
            return;
        case Things::Own:
            for (const Link &link : m_netns->links) {
                for (const auto *addresses : {&link.addresses4, &link.addresses6})
                    for (const LinkAddress &address : *addresses)
                        put(address.local.toString());
            }
            return;
        }
    }

    void addChains()
    {
        for (const char *chain : {"INPUT", "OUTPUT", "FORWARD", "PREROUTING", "POSTROUTING"})
            put(chain);
        for (const auto &table : m_netns->ruleset.tables)
            for (const auto &chain : table.chains)
                put(chain.name);
    }

    void addOthers()
    {
        for (const auto &netns : m_network.namespaces()) {
            if (netns->id == m_netns->id)
                continue;
            for (const Link &link : netns->links) {
                for (const auto *addresses : {&link.addresses4, &link.addresses6})
                    for (const LinkAddress &address : *addresses)
                        if (!address.local.address.isLoopback() && !address.local.address.isLinkLocal())
                            put(address.local.address.toString());
            }
        }
    }

    void addFiles()
    {
        const std::size_t slash = m_word.rfind('/');
        if (slash == std::string_view::npos)
            return;
        const std::string directory(m_word.substr(0, slash + 1));
        const auto names = command::namesIn(m_network, *m_netns, directory);
        for (const std::string &name : names ? *names : std::vector<std::string>()) {
            const std::string path = directory + name;
            put(command::namesIn(m_network, *m_netns, path) ? path + '/' : path);
        }
    }

    const Network &m_network;
    const Netns *m_netns;
    std::string_view m_word;
    std::set<std::string> m_found;
};

} // namespace

Completion complete(const Project &project, NetnsId at, std::string_view line)
{
    const Typed typed = read(line);
    const Netns *netns = project.network.find(at);
    if (!netns)
        return {line.size(), {}};
    Completing completing(project.network, *netns, typed.word);
    const std::set<std::string> found = typed.redirects ? completing.files() : completing.candidates(typed.before);
    return {typed.start, {found.begin(), found.end()}};
}

} // namespace netdraft::model
