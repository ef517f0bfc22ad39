#include "model/exchange/snapshot/filters.h"

#include "model/command/netfilter/iptables.h"
#include "model/command/nft/nft.h"
#include "model/exchange/snapshot/nft_listing.h"
#include "model/exchange/snapshot/printed_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model::snapshot {

namespace {

/// A rule, chain or policy may need what is before it, so each is performed by itself.
class FilterReader
{
public:
    FilterReader(const Output &output, const std::string &netns, Project &project, std::vector<Error> &troubles)
        : m_values(output, troubles), m_netns(netns), m_project(project)
    {
    }

    void readSaved(Family family)
    {
        const Output &output = m_values.output();
        for (std::size_t at = output.begin; at < output.end;) {
            const std::size_t end = std::min(output.text->find('\n', at), output.end);
            readSavedLine(family, std::string_view(*output.text).substr(at, end - at), at);
            at = end + 1;
        }
        flush();
    }

    /// Chains that iptables-save has told of are not read twice.
    void readNft(const SeenNetns &seen)
    {
        const Output &output = m_values.output();
        for (const NftTable &table : nftTables(*output.text, output.begin, output.end)) {
            const std::set<std::string> told = savedChains(seen, table);
            const bool anyLeft = std::ranges::any_of(table.commands, [&](const NftCommand &command) {
                return !command.chain.empty() && !told.contains(command.chain);
            });
            if (!told.empty() && !anyLeft)
                continue;
            for (const std::size_t other : table.others)
                m_values.trouble(other, "sets, maps and other objects of nft are not simulated; this one is left out");
            for (const NftCommand &command : table.commands) {
                if (!told.contains(command.chain))
                    readNftCommand(command);
            }
        }
        flush();
    }

private:
    /// The chains that iptables-save lists of such a table, as `:INPUT ACCEPT [0:0]` below `*filter`. Those of nft in a
    /// table of that name are not among them.
    static std::set<std::string> savedChains(const SeenNetns &seen, const NftTable &table)
    {
        std::set<std::string> chains;
        const bool v4 = table.family == "ip";
        const Output *saved =
            v4 || table.family == "ip6" ? seen.answers->find(v4 ? Question::Iptables : Question::Ip6tables) : nullptr;
        if (!saved)
            return chains;
        bool inTable = false;
        for (const PrintedLine &line : printedLines(*saved->text, saved->begin, saved->end)) {
            const std::string_view first = line.words.front().text;
            if (first.starts_with('*'))
                inTable = first.substr(1) == table.name;
            else if (inTable && first.starts_with(':'))
                chains.emplace(first.substr(1));
        }
        return chains;
    }

    void readNftCommand(const NftCommand &command)
    {
        auto edits = command::editsOfNftLine(m_netns, command.words);
        if (!edits)
            return m_values.trouble(command.offset, fmt::format("{}; it is left out", describe(edits.error())));
        for (const Edit &edit : *edits) {
            m_offsets.push_back(command.offset);
            m_waiting.add(edit);
        }
    }

    void readSavedLine(Family family, std::string_view line, std::size_t offset)
    {
        while (line.ends_with('\r') || line.ends_with(' '))
            line.remove_suffix(1);
        if (line.empty() || line.starts_with('#') || line == "COMMIT")
            return;
        if (line.starts_with('*')) {
            m_table = line.substr(1);
            return;
        }
        if (line.starts_with('['))
            line.remove_prefix(std::min(line.find(']') + 1, line.size()));
        std::string words;
        if (line.starts_with(':')) {
            const std::vector<std::string> chain = command::splitSaved(line.substr(1));
            if (chain.size() < 2)
                return m_values.trouble(offset, "no chain and its policy; expected a line such as \":INPUT ACCEPT\"");
            if (chain[1] == "ACCEPT")
                return;
            words = chain[1] == "-" ? fmt::format("-t {} -N {}", m_table, chain[0])
                                    : fmt::format("-t {} -P {} {}", m_table, chain[0], chain[1]);
        } else {
            words = fmt::format("-t {} {}", m_table, line);
        }
        if (m_table.empty())
            return m_values.trouble(offset, "a rule before its table; expected a line such as \"*filter\"");
        auto edits = command::editsOfLine(m_netns, family, words);
        if (!edits)
            return m_values.trouble(offset, fmt::format("{}; it is left out", describe(edits.error())));
        for (const Edit &edit : *edits) {
            m_offsets.push_back(offset);
            m_waiting.add(edit);
        }
    }

    /// All at once, for there may be ten thousands; one by one only where something is refused.
    void flush()
    {
        if (m_waiting.empty() || apply(m_project, m_waiting))
            return;
        std::size_t i = 0;
        for (const Edit &edit : m_waiting) {
            if (const auto applied = apply(m_project, EditList{edit}); !applied)
                m_values.trouble(m_offsets[i], fmt::format("{}; it is left out", describe(applied.error())));
            ++i;
        }
    }

    Values m_values;
    std::string m_netns;
    Project &m_project;
    std::string m_table;
    EditList m_waiting;
    std::vector<std::size_t> m_offsets; ///< of the lines that they come from
};

} // namespace

void addFilters(const SeenNetns &seen, Project &project, std::vector<Error> &troubles)
{
    for (const auto &[question, family] :
         {std::pair(Question::Iptables, Family::Ipv4), std::pair(Question::Ip6tables, Family::Ipv6)}) {
        if (const Output *output = seen.answers->find(question))
            FilterReader(*output, seen.answers->name, project, troubles).readSaved(family);
    }
    if (const Output *output = seen.answers->find(Question::Nft))
        FilterReader(*output, seen.answers->name, project, troubles).readNft(seen);
}

} // namespace netdraft::model::snapshot
