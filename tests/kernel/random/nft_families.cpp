#include "families.h"
#include "shapes.h"

namespace netdraft::tests {

namespace {

/// Rules of nft for one node, typed as a learner types them: a table, a few chains, a few rules, now and then a slip.
class NftWriter
{
public:
    NftWriter(LabWriter &writer, const QString &node) : m_writer(writer), m_draw(writer.draw()), m_node(node) {}

    void writeFilter()
    {
        startTable({"inet", "inet", "ip", "ip6"}, {"filter", "t", "fw"});
        const bool own = m_draw.chance(50);
        if (own)
            type("add chain " + m_table + " own");
        for (int i = 0; i < m_draw.between(1, 3); ++i)
            addFilterChain(m_draw.oneOf({"input", "forward", "forward", "output", "prerouting", "postrouting"}));
        for (int i = 0; i < m_draw.between(1, 6); ++i) {
            const QString chain = own && m_draw.chance(25) ? QString("own") : m_draw.pick(m_chains);
            addRule(chain, verdict(own));
        }
        if (m_draw.chance(30))
            change();
        // Without counters, for packets that nobody asked for may have been counted.
        type(m_draw.chance(50) ? "-s list ruleset" : "-s list table " + m_table);
    }

    void writeNat()
    {
        startTable({"ip", "ip", "inet"}, {"nat", "t"});
        const QString ip = m_family == "inet" ? " ip" : "";
        addChain("post", "nat", "postrouting", m_draw.oneOf({"srcnat", "100", "srcnat + 5"}));
        addChain("pre", "nat", "prerouting", m_draw.oneOf({"dstnat", "-100"}));
        if (m_draw.chance(30))
            addChain("out", "nat", "output", "-100");
        const QStringList sources{"masquerade",
                                  "oifname eth1 masquerade",
                                  "ip saddr 10.0.1.0/24 masquerade",
                                  "oif eth1 masquerade random",
                                  "ip saddr 10.0.1.0/24 snat" + ip + " to 10.0.2.1",
                                  "oifname eth1 snat" + ip + " to 10.9.9.9",
                                  "oifname eth0 masquerade"};
        const QStringList destinations{"ip daddr 10.0.1.1 dnat" + ip + " to 10.0.2.10",
                                       "iifname eth0 icmp type echo-request dnat" + ip + " to 10.0.2.10",
                                       "meta l4proto icmp redirect",
                                       "tcp dport 8080 dnat" + ip + " to 10.0.2.10:80",
                                       "fib daddr type local redirect",
                                       "ip daddr 10.0.2.0/24 redirect",
                                       "redirect"};
        for (int i = 0; i < m_draw.between(1, 3); ++i) {
            const bool source = m_draw.chance(60);
            type("add rule " + m_table + (source ? " post " : " pre ") + m_draw.pick(source ? sources : destinations));
        }
        if (m_chains.contains("out"))
            type("add rule " + m_table + " out ip daddr 10.99.0.1 dnat" + ip + " to 10.0.2.10");
        type("-s list table " + m_table);
    }

private:
    void type(const QString &words) { m_writer.exec(m_node, "nft " + words); }

    void startTable(const QStringList &nftRows, const QStringList &names)
    {
        m_family = m_draw.pick(nftRows);
        m_table = m_family + ' ' + m_draw.pick(names);
        type((m_draw.chance(90) ? "add table " : "create table ") + m_table);
        m_chains.clear();
    }

    void addChain(const QString &name, const QString &kind, const QString &hook, const QString &priority,
                  const QString &policy = {})
    {
        const QString more = policy.isEmpty() ? QString() : " policy " + policy + ';';
        type(QString("add chain %1 %2 '{ type %3 hook %4 priority %5;%6 }'")
                 .arg(m_table, name, kind, hook, priority, more));
        m_chains.append(name);
    }

    void addFilterChain(const QString &hook)
    {
        if (m_chains.contains(hook))
            return;
        const bool route = hook == "output" && m_draw.chance(25);
        addChain(hook, route ? "route" : "filter", hook,
                 m_draw.oneOf({"0", "filter", "filter", "-5", "mangle", "raw", "10", "filter + 1"}),
                 m_draw.oneOf({"", "accept", "drop", "drop"}));
    }

    QString match()
    {
        const QStringList both{"",
                               "iifname eth0",
                               "iif eth0",
                               "oifname \"eth*\"",
                               "iifname != eth0",
                               "ct state established,related",
                               "ct state new",
                               "ct state invalid",
                               "ct state { established, related }",
                               "meta l4proto { icmp, ipv6-icmp }",
                               "meta l4proto tcp",
                               "tcp dport 22",
                               "tcp dport { 22, 80-90 }",
                               "udp dport != 53",
                               "fib daddr type local",
                               "mark 1",
                               "limit rate 10/second",
                               "counter",
                               "meta pkttype host"};
        const QStringList four{"ip saddr 10.0.1.0/24",
                               "ip daddr 10.0.2.0/24",
                               "ip saddr != 10.0.1.0/24",
                               "ip protocol icmp",
                               "icmp type echo-request",
                               "icmp type { echo-request, echo-reply }",
                               "ip saddr { 10.0.1.10, 10.0.2.0/24 }",
                               "icmp type != echo-reply",
                               "ip daddr 10.0.1.5-10.0.1.20"};
        const QStringList six{"ip6 saddr 2001:db8:1::/64", "icmpv6 type echo-request",
                              "icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert }", "ip6 nexthdr icmpv6",
                              "ip6 daddr { 2001:db8:2::/64, fe80::/10 }"};
        QStringList all = both;
        if (m_family != "ip6" || m_draw.chance(5))
            all += four;
        if (m_family != "ip" || m_draw.chance(5))
            all += six;
        if (m_family == "inet")
            all += {"meta nfproto ipv4", "meta nfproto ipv6"};
        // What stands in braces or quotes would mean something to a shell.
        return QString(m_draw.pick(all)).replace("{ ", "'{ ").replace(" }", " }'").replace("\"eth*\"", "'\"eth*\"'");
    }

    QString verdict(bool own)
    {
        QStringList all{"accept",       "accept",       "drop", "drop",     "reject",
                        "return",       "counter",      "log",  "continue", "mark set 1 accept",
                        "counter drop", "ct mark set 1"};
        if (m_family == "ip")
            all.append("reject with icmp admin-prohibited");
        if (m_family == "inet")
            all += {"reject with icmpx admin-prohibited", "reject with icmp host-unreachable"};
        if (own)
            all += {"jump own", "jump own", "goto own"};
        return m_draw.pick(all);
    }

    void addRule(const QString &chain, const QString &verdict)
    {
        QString words = m_draw.oneOf({"add rule ", "add rule ", "insert rule "}) + m_table + ' ' + chain;
        for (int i = 0; i < m_draw.between(1, 2); ++i) {
            const QString asked = match();
            if (!asked.isEmpty())
                words += ' ' + asked;
        }
        type(words + ' ' + verdict);
    }

    /// What is thought better of.
    void change()
    {
        const QString chain = m_draw.pick(m_chains);
        const QStringList all{"flush chain " + m_table + ' ' + chain,
                              "delete chain " + m_table + " own",
                              "add chain " + m_table + ' ' + chain + " '{ policy accept; }'",
                              "rename chain " + m_table + " own other",
                              "flush table " + m_table,
                              "add rule " + m_table + ' ' + chain + " jump nowhere",
                              "delete table " + m_table,
                              "add chain " + m_table + ' ' + chain,
                              "delete rule " + m_table + ' ' + chain + " handle 3"};
        type(m_draw.pick(all));
    }

    LabWriter &m_writer;
    Draw &m_draw;
    QString m_node;
    QString m_family;
    QString m_table;
    QStringList m_chains;
};

void nftFilter(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = chainOf(draw, draw.between(1, 2));
    plan.write(writer, draw.chance(60) ? Stack::Both : Stack::Ipv4);
    for (int i = 0; i < draw.between(1, 2); ++i)
        NftWriter(writer, draw.chance(65) ? draw.pick(plan.routers()) : draw.pick(plan.hosts())).writeFilter();
}

void nat(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = chainOf(draw, draw.between(1, 2));
    plan.write(writer);
    const QString router = plan.routers().first();
    NftWriter(writer, router).writeNat();
    if (draw.chance(30))
        NftWriter(writer, router).writeFilter();
    if (draw.chance(25))
        writer.exec(router, "iptables " + draw.oneOf({"-A FORWARD -i eth1 -j DROP", "-P FORWARD DROP",
                                                      "-A FORWARD -m conntrack --ctstate NEW -i eth1 -j REJECT"}));
}

constexpr Family nftRows[] = {
    {"nft-filter", "nft: tables, chains and rules.", Feature::Nft, nftFilter},
    {"nft-nat", "nft: NAT, and what filters beside it.", Feature::Nft, nat},
};

} // namespace

std::span<const Family> nftFamilies()
{
    return nftRows;
}

} // namespace netdraft::tests
