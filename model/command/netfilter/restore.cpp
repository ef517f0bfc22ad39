#include "model/command/netfilter/call_checks.h"
#include "model/command/netfilter/call_edits.h"
#include "model/command/netfilter/iptables.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

std::string toolName(Family family)
{
    return family == Family::Ipv4 ? "iptables-restore" : "ip6tables-restore";
}

/// Reads what iptables-save has written, line by line (xtables_restore_parse).
class Restoring
{
public:
    Restoring(Family family, const Netns &netns, bool flush, bool counters)
        : m_reading{family, {}, {}, {}}, m_netns(netns), m_flush(flush), m_counters(counters)
    {
    }

    Response run(std::string_view input)
    {
        while (!input.empty() && !m_reading.refused()) {
            const std::size_t end = std::min(input.find('\n'), input.size());
            ++m_line;
            readLine(input.substr(0, end));
            input.remove_prefix(std::min(end + 1, input.size()));
        }
        if (m_reading.refused())
            tellLine(input);
        if (!m_reading.refused() && !m_table.empty())
            m_reading.refusal =
                Reply{1, {}, fmt::format("{}: COMMIT expected at line {}\n", toolName(m_reading.family), m_line + 1)};
        if (m_reading.refused())
            return *m_reading.refusal;
        return std::move(m_edits);
    }

private:
    /// What iptables says of a line, iptables-restore says with its own name and where the line is. Whether a chain
    /// that is jumped to exists is only looked at with the COMMIT, in what is `left`.
    void tellLine(std::string_view left)
    {
        std::string &said = m_reading.refusal->err;
        const std::string tool = m_reading.family == Family::Ipv4 ? "iptables" : "ip6tables";
        const std::string help = fmt::format("Try `{0} -h' or '{0} --help' for more information.\n", tool);
        if (!said.ends_with(help))
            return;
        if (said.find("' does not exist\n") != std::string::npos) {
            for (bool committed = false; !left.empty() && !committed; ++m_line) {
                const std::size_t end = std::min(left.find('\n'), left.size());
                committed = left.substr(0, end) == "COMMIT";
                left.remove_prefix(std::min(end + 1, left.size()));
            }
        }
        said.resize(said.size() - help.size());
        if (said.starts_with(tool + " v"))
            said.replace(0, tool.size(), toolName(m_reading.family));
        said += fmt::format("Error occurred at line: {1}\nTry `{0} -h' or '{0} --help' for more information.\n",
                            toolName(m_reading.family), m_line);
    }

    void refuse(std::string_view text)
    {
        m_reading.refuse(fmt::format("{}: line {} {}", toolName(m_reading.family), m_line, text));
    }

    void readLine(std::string_view line)
    {
        const std::size_t first = std::min(line.find_first_not_of(" \t"), line.size());
        if (line.empty() || line[0] == '#' || first == line.size())
            return;
        if (m_table.empty()) {
            if (line[0] == '*')
                return beginTable(line.substr(1));
            m_reading.refusal = Reply{1, {}, fmt::format("{}: line {} failed\n", toolName(m_reading.family), m_line)};
        } else if (line == "COMMIT") {
            m_table.clear();
        } else if (line[0] == ':') {
            beginChain(line.substr(1));
        } else {
            addRule(line);
        }
    }

    void beginTable(std::string_view line)
    {
        const std::vector<std::string> words = splitSaved(line);
        m_table = words.empty() ? std::string() : words.front();
        if (m_table.empty())
            return refuse("table name invalid");
        if (!builtinTable(m_table))
            return refuse(fmt::format("table name '{}' invalid", m_table));
        if (!m_flush)
            return;
        // As if the table had never been: its chains go, and their policies are those of new ones.
        m_edits.add(netfilter::FlushChain{m_netns.name, {m_reading.family, m_table, {}}});
        if (const Table *table = m_netns.ruleset.find(m_reading.family, m_table)) {
            for (const Chain &chain : table->chains) {
                if (chain.base && chain.drops)
                    m_edits.add(netfilter::SetPolicy{m_netns.name, {m_reading.family, m_table, chain.name}, false});
            }
        }
        m_edits.add(netfilter::RemoveChain{m_netns.name, {m_reading.family, m_table, {}}});
    }

    void beginChain(std::string_view line)
    {
        const std::vector<std::string> words = splitSaved(line);
        if (words.empty())
            return refuse("chain name invalid");
        const ChainName chain{m_reading.family, m_table, words[0]};
        checkChainName(m_reading, chain.chain);
        if (words.size() < 2)
            return refuse("policy invalid");
        const Table *table = m_netns.ruleset.find(m_reading.family, m_table);
        if (builtinChain(m_table, chain.chain)) {
            Counted counted;
            if (m_counters && (words.size() < 3 || !readCounters(words[2], counted)))
                return m_reading.refuse(fmt::format("invalid policy counters for chain '{}'", chain.chain));
            const Chain *before = !m_flush && table ? table->find(chain.chain) : nullptr;
            const bool drops = words[1] == "DROP" || (words[1] == "-" && before && before->drops);
            if (drops || words[1] == "ACCEPT" || words[1] == "-")
                m_edits.add(netfilter::SetPolicy{m_netns.name, chain, drops, counted});
            return;
        }
        if (!m_flush && table && table->find(chain.chain))
            m_edits.add(netfilter::FlushChain{m_netns.name, chain});
        else
            m_edits.add(netfilter::AddChain{m_netns.name, chain});
    }

    /// `[PACKETS:BYTES]` (parse_counters)
    static bool readCounters(std::string_view word, Counted &counted)
    {
        if (!word.starts_with('['))
            return false;
        const char *end = word.data() + word.size();
        const auto packets = std::from_chars(word.data() + 1, end, counted.packets);
        if (packets.ec != std::errc() || packets.ptr == end || *packets.ptr != ':')
            return false;
        return std::from_chars(packets.ptr + 1, end, counted.bytes).ec == std::errc();
    }

    void addRule(std::string_view line)
    {
        std::vector<std::string> counters;
        if (line[0] == '[') { // tokenize_rule_counters
            const auto colon = line.find(':');
            const auto end = line.find(']', colon == std::string_view::npos ? 0 : colon);
            if (end == std::string_view::npos || colon == std::string_view::npos)
                return m_reading.refuse(fmt::format("Bad line {}: need ]", m_line));
            if (m_counters)
                counters = {"-c", std::string(line.substr(1, colon - 1)),
                            std::string(line.substr(colon + 1, end - colon - 1))};
            line.remove_prefix(end + 1);
        }
        std::vector<std::string> words = splitSaved(line);
        words.insert(words.begin(), counters.begin(), counters.end());
        if (std::ranges::any_of(words, [](const std::string &word) { return word == "-t" || word == "--table"; }))
            return m_reading.refuse(fmt::format("The -t option cannot be used in {}.\n", toolName(m_reading.family)));
        m_reading.protocol.reset();
        RuleCall call = readCall(m_reading, words, CallFrom::Restore);
        call.table = m_table;
        if (m_reading.refused())
            return;
        if (std::string_view("AIDRFNXEP").find(call.command) == std::string_view::npos && call.command != 0)
            m_reading.refusal = notSimulated(fmt::format("{} with -{}", toolName(m_reading.family), call.command));
        else if (call.command != 0)
            m_edits.add(editsOf(m_reading, m_netns.name, call).edits);
    }

    Reading m_reading;
    const Netns &m_netns;
    bool m_flush;
    bool m_counters;
    int m_line = 0;
    std::string m_table;
    EditList m_edits;
};

} // namespace

std::vector<std::string> splitSaved(std::string_view line)
{
    std::vector<std::string> words;
    std::string word;
    bool inWord = false;
    bool inQuotes = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"') {
            inQuotes = !inQuotes;
            inWord = true;
        } else if (inQuotes && c == '\\' && i + 1 < line.size()) {
            word += line[++i];
        } else if (!inQuotes && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
            if (inWord)
                words.push_back(std::move(word));
            word.clear();
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (inWord)
        words.push_back(std::move(word));
    return words;
}

Result<EditList> editsOfLine(const std::string &netns, Family family, std::string_view line)
{
    Reading reading{family, {}, {}, {}};
    const std::vector<std::string> words = splitSaved(line);
    const RuleCall call = readCall(reading, words, CallFrom::Shell);
    const bool edits = std::string_view("AINP").find(call.command) != std::string_view::npos && call.command != 0;
    if (!reading.refused() && !edits)
        return fail(ErrorCode::Input, fmt::format("\"{}\" makes no rule; expected -A, -I, -N or -P", line));
    const Response response = reading.refused() ? Response(*reading.refusal) : editsOf(reading, netns, call);
    if (response.reply.status == 0)
        return response.edits;
    std::string_view text = response.reply.err;
    text = text.substr(0, text.find("\nTry `"));
    while (text.ends_with('\n'))
        text.remove_suffix(1);
    return fail(ErrorCode::Input, fmt::format("{}; expected words that {} takes", text, reading.tool()));
}

Response iptablesRestore(Family family, const Netns &netns, std::span<const std::string> words, std::string_view input)
{
    bool flush = true;
    bool counters = false;
    for (const std::string &word : words) {
        if (word == "-n" || word == "--noflush")
            flush = false;
        else if (word == "-c" || word == "--counters")
            counters = true;
        else if (word == "-w" || word == "--wait")
            continue;
        else if (word == "-V" || word == "--version")
            return Reply{0, fmt::format("{} v1.8.9 (nf_tables)\n", toolName(family)), {}};
        else
            return notSimulated(fmt::format("{} {}", toolName(family), word));
    }
    return Restoring(family, netns, flush, counters).run(input);
}

} // namespace netdraft::model::command
