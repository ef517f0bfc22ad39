#include "model/command/nft/rule_reader.h"

#include "model/command/nft/listed_form.h"
#include "model/command/nft/protocols.h"
#include "model/command/nft/statement_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command::nfttool {

namespace {

using nft::Key;

/// The protocol that a key is a field of; 0: of none above IP.
std::uint8_t protocolOf(Key key)
{
    switch (key) {
    case Key::TcpSource:
    case Key::TcpDestination: return tcp;
    case Key::UdpSource:
    case Key::UdpDestination: return udp;
    case Key::IcmpType: return icmp;
    case Key::Icmp6Type: return icmpv6;
    default: return 0;
    }
}

/// As nft names them where two of them conflict.
std::string_view nameOf(std::uint8_t protocol)
{
    switch (protocol) {
    case icmp: return "icmp";
    case tcp: return "tcp";
    case udp: return "udp";
    case icmpv6: return "icmpv6";
    default: return {};
    }
}

std::string_view nameOf(Family family)
{
    return family == Family::Ipv4 ? "ip" : "ip6";
}

std::optional<Family> familyOf(Key key)
{
    switch (key) {
    case Key::IpSource:
    case Key::IpDestination:
    case Key::IpProtocol: return Family::Ipv4;
    case Key::Ip6Source:
    case Key::Ip6Destination:
    case Key::Ip6Nexthdr: return Family::Ipv6;
    default: return std::nullopt;
    }
}

/// The number that a comparison asks for, if it asks for just one.
std::optional<std::uint64_t> onlyValue(const nft::Comparison &comparison)
{
    if (comparison.set || comparison.inverted || comparison.ranges.size() != 1 ||
        comparison.ranges[0].first != comparison.ranges[0].last)
        return std::nullopt;
    return comparison.ranges[0].first.low;
}

/// Reads the statements of one rule, with what is known of its packets on the way (struct proto_ctx).
class RuleReader
{
public:
    RuleReader(Reading &reading, nft::TableFamily family) : m_reading(reading), m_family(family)
    {
        if (family != nft::TableFamily::Inet)
            m_network = family == nft::TableFamily::Ip ? Family::Ipv4 : Family::Ipv6;
    }

    ReadRule read()
    {
        while (m_reading.sound() && !m_reading.peek().endsStatement()) {
            const bool first = m_read.rule.statements.empty();
            if (!first && m_reading.takeIf("comment"))
                return readComment(), std::move(m_read);
            readStatement();
        }
        if (m_read.rule.statements.empty())
            m_reading.refuse();
        return std::move(m_read);
    }

private:
    void readComment()
    {
        const Token &token = m_reading.take();
        constexpr std::size_t longest = 127; // NFTNL_UDATA_COMMENT_MAXLEN
        if ((token.kind != Token::Kind::Quoted && token.kind != Token::Kind::Word) || token.text.empty() ||
            token.text.size() > longest || token.text.find('\\') != token.text.npos ||
            !m_reading.peek().endsStatement())
            m_reading.refuse();
        m_read.rule.comment = token.text;
    }

    void readStatement()
    {
        const Span begin = m_reading.peek().span;
        const bool afterVerdict = m_verdict.has_value();
        if (const KeyRow *row = takeKey(m_reading)) {
            const bool mark = row->key == Key::Mark || row->key == Key::CtMark;
            if (mark && m_reading.takeIf("set"))
                add(readMarkSetting(m_reading, row->key == Key::CtMark));
            else
                readMatch(*row, spanning(begin, m_reading.last().span));
            if (afterVerdict)
                m_reading.refuse();
            return;
        }
        const Token word = m_reading.take();
        readAction(word);
        const Span span = spanning(begin, m_reading.last().span);
        if (afterVerdict) {
            // How far the statement reaches is plain where it is one word.
            if (span.end != word.span.end)
                m_reading.refuse();
            m_reading.complain({"Statement after terminal statement has no effect", span, m_verdict});
        }
        if (m_ends)
            m_verdict = span;
    }

    void readAction(const Token &word)
    {
        m_ends = true;
        if (word.is("accept"))
            return add(netfilter::Accept{});
        if (word.is("drop"))
            return add(netfilter::Drop{});
        if (word.is("continue"))
            return add(netfilter::Continue{});
        if (word.is("return"))
            return add(netfilter::Return{});
        if (word.is("jump") || word.is("goto"))
            return readJump(word.is("goto"));
        if (word.is("reject"))
            return readReject(word.span);
        if (word.is("masquerade") || word.is("redirect") || word.is("snat") || word.is("dnat"))
            return readTranslation(word);
        m_ends = false;
        if (word.is("counter"))
            return add(readCounter(m_reading));
        if (word.is("log"))
            return add(readLog(m_reading));
        if (word.is("limit"))
            return add(readLimit(m_reading));
        m_reading.refuse();
    }

    /// What a rejection is only right for is asked for before all else, lest a rule logs what it does not reject
    /// (stmt_reject_gen_dependency).
    void putFirst(Key key, std::uint64_t value)
    {
        auto &statements = m_read.rule.statements;
        statements.insert(statements.begin(),
                          nft::Comparison{key, false, false, 0xffffffff, {{{0, value}, {0, value}}}, {}});
    }

    void add(nft::Statement statement) { m_read.rule.statements.push_back(std::move(statement)); }

    void readJump(bool isGoto)
    {
        const Token &chain = m_reading.take();
        if (chain.kind != Token::Kind::Word)
            m_reading.refuse();
        m_read.jump = chain.span;
        add(netfilter::Jump{chain.text, isGoto});
    }

    void readMatch(const KeyRow &row, Span span)
    {
        if (row.key == Key::NetProtocol && m_family != nft::TableFamily::Inet)
            m_reading.complain({"meta nfproto is only useful in the inet family", span});
        checkNetwork(row, span);
        checkTransport(row, span);
        const nft::Comparison comparison = readComparison(m_reading, row, m_read.links);
        if (const auto value = onlyValue(comparison)) {
            if (row.key == Key::NetProtocol)
                m_network = *value == ipv4 ? Family::Ipv4 : Family::Ipv6;
            if (row.values == ValueKind::Protocol)
                m_transport = static_cast<std::uint8_t>(*value);
        }
        if (row.values == ValueKind::Protocol && !comparison.inverted && comparison.set)
            m_someTransport = true;
        add(comparison);
    }

    /// That the rule is not about the other family already (proto_ctx_update).
    void checkNetwork(const KeyRow &row, Span span)
    {
        const auto family = familyOf(row.key);
        if (!family)
            return;
        if (m_network && *m_network != *family)
            m_reading.complain(
                {fmt::format("conflicting protocols specified: {} vs. {}", nameOf(*m_network), nameOf(*family)), span});
        m_network = family;
    }

    void checkTransport(const KeyRow &row, Span span)
    {
        const bool anyPort = row.key == Key::PortSource || row.key == Key::PortDestination;
        // nft then shows another protocol's port.
        if (anyPort && m_transport)
            m_reading.refuse();
        const std::uint8_t protocol = protocolOf(row.key);
        if (protocol == 0)
            return;
        // Of several, nft names the first of its text that is another.
        if (m_someTransport)
            m_reading.refuse();
        if (m_transport && *m_transport != protocol) {
            if (nameOf(*m_transport).empty())
                m_reading.refuse();
            m_reading.complain(
                {fmt::format("conflicting protocols specified: {} vs. {}", nameOf(*m_transport), nameOf(protocol)),
                 span});
        }
        m_transport = protocol;
        // ICMP and ICMPv6 come over one family each, if none is known yet.
        if (!m_network && (protocol == icmp || protocol == icmpv6))
            m_network = protocol == icmp ? Family::Ipv4 : Family::Ipv6;
    }

    void readTranslation(const Token &word)
    {
        std::optional<Family> family = m_network;
        const bool remote = word.text == "snat" || word.text == "dnat";
        if (remote) {
            if (m_reading.peek().is("ip") || m_reading.peek().is("ip6")) {
                const Family wanted = m_reading.take().is("ip") ? Family::Ipv4 : Family::Ipv6;
                if (m_network && *m_network != wanted)
                    m_reading.refuse();
                family = wanted;
            } else if (!m_network) {
                m_reading.complain({"ip or ip6 must be specified with address for inet tables.", word.span});
            }
        }
        ReadNat nat = readNat(m_reading, word.text, family);
        const bool ported = m_someTransport || m_transport == tcp || m_transport == udp;
        if (nat.ports && !ported && m_transport)
            m_reading.refuse();
        if (nat.ports && !ported)
            m_reading.complain(
                {"transport protocol mapping is only valid after transport protocol match", *nat.ports, word.span});
        add(std::move(nat.statement));
    }

    void readReject(Span keyword)
    {
        using Kind = nft::Reject::Kind;
        nft::Reject reject;
        if (!m_reading.takeIf("with")) {
            if (m_network)
                reject = *m_network == Family::Ipv4 ? nft::Reject{Kind::Icmp, 3} : nft::Reject{Kind::Icmp6, 4};
            return add(reject);
        }
        if (m_reading.takeIf("tcp")) {
            if (!m_reading.takeIf("reset") || (m_transport && m_transport != tcp))
                m_reading.refuse();
            if (!m_transport)
                putFirst(Key::L4Protocol, tcp);
            return add(nft::Reject{Kind::TcpReset, 0});
        }
        if (m_reading.takeIf("icmp"))
            reject.kind = Kind::Icmp;
        else if (m_reading.takeIf("icmpv6"))
            reject.kind = Kind::Icmp6;
        else if (!m_reading.takeIf("icmpx"))
            return m_reading.refuse();
        m_reading.takeIf("type");
        const Token &code = m_reading.take();
        const auto names = rejectCodes(reject.kind);
        const auto found = std::ranges::find(names, code.text, &CodeName::name);
        if (found == names.end()) {
            const bool word = reject.kind == Kind::Icmp && !code.text.empty() && code.text[0] >= 'a' &&
                              code.text != "frag-needed" && code.kind == Token::Kind::Word;
            if (!word)
                m_reading.refuse();
            return m_reading.complain({"Could not parse icmp code", code.span});
        }
        reject.code = found->code;
        checkReject(reject, keyword, code.span);
        add(reject);
    }

    /// stmt_evaluate_reject_inet_family and its like.
    void checkReject(const nft::Reject &reject, Span keyword, Span code)
    {
        using Kind = nft::Reject::Kind;
        const bool inet = m_family == nft::TableFamily::Inet;
        if (reject.kind == Kind::Icmpx) {
            if (!inet)
                m_reading.complain({"abstracted ICMP unreachable not supported", code, keyword});
            return;
        }
        const Family family = reject.kind == Kind::Icmp ? Family::Ipv4 : Family::Ipv6;
        if (!m_network)
            return putFirst(Key::NetProtocol, family == Family::Ipv4 ? ipv4 : ipv6);
        if (*m_network == family)
            return;
        if (inet)
            m_reading.refuse();
        m_reading.complain({"conflicting protocols specified: ip vs ip6", code, keyword});
    }

    Reading &m_reading;
    nft::TableFamily m_family;
    ReadRule m_read;
    std::optional<Family> m_network;         ///< of the packets that get so far
    std::optional<std::uint8_t> m_transport; ///< their protocol
    bool m_someTransport = false;            ///< it is one of several
    std::optional<Span> m_verdict;
    bool m_ends = false; ///< the last statement was a verdict
};

} // namespace

ReadRule readRule(Reading &reading, nft::TableFamily family)
{
    ReadRule read = RuleReader(reading, family).read();
    if (reading.sound() && !bringToListedForm(family, read.rule))
        reading.refuse();
    return read;
}

} // namespace netdraft::model::command::nfttool
