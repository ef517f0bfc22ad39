#include "model/exchange/snapshot/filters.h"

#include "model/command/netfilter/iptables.h"
#include "model/command/nft/nft.h"

#include <fmt/format.h>

#include <algorithm>

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

    /// Each table by itself, so that one which is not simulated keeps nobody from the others. Those that iptables-save
    /// has told of are iptables' own.
    void readNft(const SeenNetns &seen)
    {
        const Output &output = m_values.output();
        const std::string_view text = *output.text;
        for (std::size_t at = output.begin; at < output.end;) {
            std::size_t end = std::min(text.find('\n', at), output.end);
            const std::string_view line = text.substr(at, end - at);
            if (line.starts_with("table ")) {
                const std::size_t close = text.find("\n}", end);
                end = close == std::string_view::npos ? output.end : std::min(close + 2, output.end);
                if (!isIptables(seen, line))
                    readTable(text.substr(at, end - at), at);
            }
            at = end + 1;
        }
    }

private:
    /// Whether a line such as `table ip nat {` begins one that iptables-save lists as `*nat`.
    static bool isIptables(const SeenNetns &seen, std::string_view line)
    {
        const std::vector<std::string> words = command::splitSaved(line);
        if (words.size() < 3 || (words[1] != "ip" && words[1] != "ip6"))
            return false;
        const Output *saved = seen.answers->find(words[1] == "ip" ? Question::Iptables : Question::Ip6tables);
        return saved && saved->part().find(fmt::format("*{}\n", words[2])) != std::string_view::npos;
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

    void readTable(std::string_view table, std::size_t offset)
    {
        const Netns *netns = m_project.network.find(m_netns);
        const std::vector<std::string> words{"-f", "-"};
        const auto response = command::nftables(*netns, words, std::string(table) + "\n");
        std::string why = response.reply.status == 0 ? std::string() : response.reply.err;
        if (why.empty()) {
            if (const auto applied = apply(m_project, response.edits); !applied)
                why = describe(applied.error());
        }
        if (why.empty())
            return;
        m_values.trouble(offset, fmt::format("a table of nft that is not simulated; it is left out: {}",
                                             why.substr(0, why.find('\n'))));
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
