#include "model/command/nft/command_reader.h"

#include "model/command/nft/base_reader.h"

#include <algorithm>

namespace netdraft::model::command::nfttool {

namespace {

/// Words of nft's own language, which name no table and no chain.
constexpr std::string_view keywords[] = {
    "accept",    "add",      "ah",      "and",     "arp",       "bridge",   "burst",      "chain",    "comment",
    "comp",      "continue", "counter", "create",  "ct",        "dccp",     "define",     "delete",   "describe",
    "dnat",      "drop",     "dup",     "element", "eq",        "esp",      "ether",      "exthdr",   "fib",
    "flow",      "flush",    "fwd",     "ge",      "get",       "goto",     "gt",         "handle",   "hash",
    "hook",      "icmp",     "icmpv6",  "igmp",    "iif",       "iifname",  "iifgroup",   "iiftype",  "in",
    "include",   "index",    "inet",    "insert",  "ip",        "ip6",      "jhash",      "jump",     "le",
    "limit",     "list",     "log",     "lt",      "map",       "mark",     "masquerade", "meta",     "meter",
    "monitor",   "ne",       "netdev",  "not",     "notrack",   "numgen",   "oif",        "oifname",  "oifgroup",
    "oiftype",   "or",       "osf",     "pkttype", "policy",    "position", "priority",   "queue",    "quota",
    "redefine",  "redirect", "reject",  "rename",  "replace",   "reset",    "return",     "rt",       "rule",
    "ruleset",   "sctp",     "secmark", "set",     "snat",      "socket",   "symhash",    "synproxy", "table",
    "tcp",       "th",       "tproxy",  "type",    "typeof",    "udp",      "udplite",    "undefine", "update",
    "vlan",      "vmap",     "with",    "xor",     "flowtable", "secpath",  "skgid",      "skuid",    "nftrace",
    "rtclassid", "ibrname",  "obrname",
};

bool isName(std::string_view text)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    constexpr std::size_t longest = 31;
    return !text.empty() && text.size() <= longest && isLetter(text[0]) && std::ranges::all_of(text, [&](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == '/';
    }) && std::ranges::find(keywords, text) == std::end(keywords);
}

/// Reads the commands of a text (parser_bison.y).
class CommandReader
{
public:
    explicit CommandReader(Reading &reading) : m_reading(reading) {}

    std::vector<Command> read()
    {
        while (m_reading.sound()) {
            skipEnds();
            if (m_reading.peek().kind == Token::Kind::End)
                break;
            readCommand();
        }
        return std::move(m_commands);
    }

private:
    void skipEnds()
    {
        while (m_reading.peek().kind == Token::Kind::NewLine || m_reading.peek().is(";"))
            m_reading.take();
    }

    void readCommand()
    {
        m_begin = m_reading.peek().span;
        constexpr std::string_view verbs[] = {"add",    "create", "insert", "replace",
                                              "delete", "flush",  "list",   "rename"};
        const auto *verb = std::ranges::find_if(verbs, [&](std::string_view each) { return m_reading.takeIf(each); });
        m_verb = verb == std::end(verbs) ? "add" : *verb;
        if (m_verb == "list")
            readListing();
        else if (m_reading.takeIf("table"))
            readTable();
        else if (m_reading.takeIf("chain"))
            readChain();
        else if (m_reading.takeIf("rule") && m_verb != "create" && m_verb != "flush" && m_verb != "rename")
            readRuleCommand();
        else if (m_verb == "flush" && m_reading.takeIf("ruleset"))
            put(nft::FlushRuleset{family()}, {});
        else
            m_reading.refuse();
        if (!m_reading.peek().endsStatement() || m_reading.peek().is("}"))
            m_reading.refuse();
    }

    void put(nft::Change change, Command command)
    {
        command.what = std::move(change);
        // nft points at the end of the line, too.
        command.whole = {m_begin.begin, m_reading.last().span.end + 1};
        command.flush = m_verb == "flush";
        m_commands.push_back(std::move(command));
    }

    std::optional<nft::TableFamily> family()
    {
        if (m_reading.takeIf("ip"))
            return nft::TableFamily::Ip;
        if (m_reading.takeIf("ip6"))
            return nft::TableFamily::Ip6;
        if (m_reading.takeIf("inet"))
            return nft::TableFamily::Inet;
        return std::nullopt;
    }

    std::string name(Span &span)
    {
        const Token &token = m_reading.take();
        span = token.span;
        if (token.kind != Token::Kind::Word || !isName(token.text))
            m_reading.refuse();
        return token.text;
    }

    nft::TableName tableName(Command &command)
    {
        const nft::TableFamily of = family().value_or(nft::TableFamily::Ip);
        return {of, name(command.table)};
    }

    nft::ChainName chainName(Command &command)
    {
        nft::TableName table = tableName(command);
        return {std::move(table), name(command.chain)};
    }

    void readListing()
    {
        using What = Listing::What;
        Command command;
        Listing listing;
        if (m_reading.takeIf("ruleset")) {
            listing.family = family();
        } else if (m_reading.takeIf("tables")) {
            listing.what = What::Tables;
            listing.family = family();
        } else if (m_reading.takeIf("chains")) {
            listing.what = What::Chains;
            listing.family = family();
        } else if (m_reading.takeIf("table")) {
            listing.what = What::Table;
            listing.name.table = tableName(command);
        } else if (m_reading.takeIf("chain")) {
            listing.what = What::Chain;
            listing.name = chainName(command);
        } else {
            return m_reading.refuse();
        }
        command.what = std::move(listing);
        m_commands.push_back(std::move(command));
    }

    void readTable()
    {
        Command command;
        const nft::TableName table = tableName(command);
        if (m_verb == "delete")
            return put(nft::RemoveTable{table}, command);
        if (m_verb == "flush")
            return put(nft::FlushTable{table}, command);
        if (m_verb != "add" && m_verb != "create")
            return m_reading.refuse();
        put(nft::AddTable{table, m_verb == "create"}, command);
        if (m_reading.takeIf("{"))
            readTableBlock(table, command);
    }

    void readChain()
    {
        Command command;
        nft::ChainName chain = chainName(command);
        if (m_verb == "delete")
            return put(nft::RemoveChain{std::move(chain)}, command);
        if (m_verb == "flush")
            return put(nft::FlushChain{std::move(chain)}, command);
        if (m_verb == "rename") {
            Span span;
            std::string newName = name(span);
            return put(nft::RenameChain{std::move(chain), std::move(newName)}, command);
        }
        if (m_verb != "add" && m_verb != "create")
            return m_reading.refuse();
        nft::AddChain edit{std::move(chain)};
        edit.create = m_verb == "create";
        if (m_reading.takeIf("{")) {
            readBase(edit, command);
            if (!m_reading.takeIf("}"))
                m_reading.refuse();
        }
        put(std::move(edit), command);
    }

    /// What stands in the braces of a chain before its rules.
    void readBase(nft::AddChain &edit, Command &command)
    {
        skipEnds();
        if (m_reading.peek().is("type"))
            edit.base = readBaseChain(m_reading);
        skipEnds();
        if (m_reading.peek().is("policy"))
            edit.drops = readPolicy(m_reading, command.policy);
        skipEnds();
    }

    /// The chains of a table come before the rules of all of them, which may jump to any (nft_cmd_expand).
    void readTableBlock(const nft::TableName &table, const Command &outer)
    {
        std::vector<Command> rules;
        skipEnds();
        while (m_reading.sound() && !m_reading.takeIf("}")) {
            m_begin = m_reading.peek().span;
            if (!m_reading.takeIf("chain"))
                return m_reading.refuse();
            Command command;
            command.table = outer.table;
            const nft::ChainName chain{table, name(command.chain)};
            if (!m_reading.takeIf("{"))
                return m_reading.refuse();
            nft::AddChain edit{chain};
            readBase(edit, command);
            put(std::move(edit), command);
            while (m_reading.sound() && !m_reading.takeIf("}")) {
                m_begin = m_reading.peek().span;
                addRule(chain, command);
                rules.push_back(std::move(m_commands.back()));
                m_commands.pop_back();
                if (!m_reading.peek().endsStatement())
                    m_reading.refuse();
                skipEnds();
            }
            skipEnds();
        }
        std::ranges::move(rules, std::back_inserter(m_commands));
    }

    void addRule(const nft::ChainName &chain, Command command)
    {
        ReadRule read = readRule(m_reading, chain.table.family);
        command.jump = read.jump;
        command.links = std::move(read.links);
        command.sets = m_reading.takeSets();
        put(nft::AddRule{chain, std::move(read.rule)}, command);
    }

    void readRuleCommand()
    {
        Command command;
        nft::ChainName chain = chainName(command);
        const bool needsHandle = m_verb == "delete" || m_verb == "replace";
        std::optional<nft::Beside> beside;
        const Span begin = m_reading.peek().span;
        const bool byIndex = m_reading.peek().is("index");
        const bool byPosition = m_reading.peek().is("position");
        if (m_reading.peek().is("handle") || ((byIndex || byPosition) && !needsHandle)) {
            m_reading.take();
            const Token &number = m_reading.take();
            const auto value = readNumber(number.text);
            if (!value)
                m_reading.refuse();
            command.place = byIndex || byPosition ? spanning(begin, number.span) : number.span;
            beside = nft::Beside{byIndex, value.value_or(0)};
        }
        if (needsHandle && !beside)
            return m_reading.refuse();
        if (m_verb == "delete")
            return put(nft::RemoveRule{std::move(chain), beside->number}, command);
        ReadRule read = readRule(m_reading, chain.table.family);
        command.jump = read.jump;
        command.links = std::move(read.links);
        command.sets = m_reading.takeSets();
        if (m_verb == "replace")
            return put(nft::ReplaceRule{std::move(chain), beside->number, std::move(read.rule)}, command);
        put(nft::AddRule{std::move(chain), std::move(read.rule), m_verb == "insert", beside}, command);
    }

    Reading &m_reading;
    std::vector<Command> m_commands;
    std::string_view m_verb;
    Span m_begin;
};

} // namespace

std::vector<Command> readCommands(Reading &reading)
{
    return CommandReader(reading).read();
}

} // namespace netdraft::model::command::nfttool
