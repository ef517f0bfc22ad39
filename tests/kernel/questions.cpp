#include "questions.h"

#include "comparison.h"

#include <QRegularExpression>

using namespace netdraft::model;

namespace {

const QStringList ofIp{
    "ip link",
    "ip -br link",
    "ip -o link",
    "ip -d link",
    "ip -s link",
    "ip -j -d link",
    "ip link show up",
    "ip link show type veth",
    "ip link show type bridge",
    "ip -br addr",
    "ip -4 addr",
    "ip -6 addr",
    "ip -o addr",
    "ip -d -j addr",
    "ip -4 -br addr show up",
    "ip addr show dev lo",
    "ip addr show scope link",
    "ip -j -p addr show scope global",
    "ip route",
    "ip -6 route",
    "ip -d route",
    "ip -o route",
    "ip -N route",
    "ip route show table local",
    "ip -6 route show table local",
    "ip -j route show table main",
    "ip route show default",
    "ip route show proto kernel",
    "ip route show type unicast table all",
    "ip route show scope link",
    "ip route show dev eth0",
    "ip -6 route show dev eth0",
    "ip neigh show nud permanent dev eth0",
    "ip -6 neigh show nud permanent",
    "ip rule",
    "ip -6 rule",
    "ip -j -6 rule",
    "ip nexthop",
    "ip -d nexthop",
    "ip netns",
};

const QStringList ofBridges{
    "bridge link",     "bridge -d link",     "bridge -j link",
    "bridge fdb show", "bridge -j fdb show", "bridge fdb show dynamic",
};

const QStringList ofOthers{"route -n", "ss -tln", "ss -uln", "ss -tuln4", "ss -H -tln6"};

QStringList ofTables(const QString &tool)
{
    QStringList questions{tool + "-save", tool + " -L -n -v"};
    for (const char *table : {"filter", "nat", "mangle", "raw"}) {
        questions.append(QString("%1 -t %2 -S").arg(tool, table));
        questions.append(QString("%1 -t %2 -L -n --line-numbers").arg(tool, table));
    }
    return questions;
}

/// Bridges and VXLANs learn entries of their own, and which multicast groups an interface is in goes back to the
/// hardware address that a bridge had first.
QString withoutLearnedEntries(const QString &text)
{
    const bool json = text.startsWith('[');
    const QString between = json ? "},{" : "\n";
    QStringList lines = (json ? text.left(text.lastIndexOf('}')).mid(2) : text).split(between, Qt::SkipEmptyParts);
    static const QRegularExpression group(R"(^("mac":")?(33:33:|01:00:5e:))");
    lines.removeIf([](const QString &line) {
        const bool given = line.contains("permanent") || line.contains("static");
        return !given || line.contains(group);
    });
    lines.sort();
    return lines.join(between);
}

} // namespace

QStringList readOnlyQuestions(const Network &network)
{
    QStringList questions = ofIp + ofBridges + ofOthers + ofTables("iptables") + ofTables("ip6tables");
    constexpr qsizetype fewTargets = 12;
    QStringList targets{"198.51.100.77", "2001:db8:77::1", "127.0.0.1"};
    for (const auto &netns : network.namespaces())
        for (const auto &link : netns->links)
            for (const auto *addresses : {&link.addresses4, &link.addresses6})
                for (const LinkAddress &address : *addresses)
                    if (!address.kernelMade && targets.size() < fewTargets)
                        targets.append(QString::fromStdString(address.local.address.toString()));
    for (const QString &target : targets)
        questions.append("ip route get " + target);
    return questions;
}

QString comparableAnswer(const QString &question, QString answer)
{
    if (question.startsWith("bridge") && question.contains("fdb"))
        return withoutLearnedEntries(answer);
    if (question.contains("-save")) {
        static const QRegularExpression when(R"((?m)^(# \w+.*) on .*$)");
        static const QRegularExpression counters(R"(\[\d+:\d+\])");
        answer.replace(when, "\\1");
        return answer.replace(counters, "[COUNTERS]");
    }
    if (question.endsWith("-L -n -v")) {
        static const QRegularExpression ofPolicy(R"(\d+[KM]? packets, \d+[KM]? bytes)");
        static const QRegularExpression ofRule(R"((?m)^ *\d+[KM]? +\d+[KM]? )");
        answer.replace(ofPolicy, "COUNTERS");
        return answer.replace(ofRule, "COUNTERS ");
    }
    if (question.startsWith("ss ")) {
        QStringList lines = answer.split('\n');
        lines.sort();
        return lines.join('\n');
    }
    if (question.startsWith("ip -s")) {
        static const QRegularExpression counters(R"((?m)^( *[RT]X:)( +\S+)+ *\n[ 0-9KMG.]+$)");
        return answer.replace(counters, "\\1 COUNTERS");
    }
    if (question.contains(" -d")) {
        static const QRegularExpression timers(R"((_timer"?[ :]) *[0-9.]+)");
        answer.replace(timers, "\\1TIME");
        // A spanning tree's next messages.
        static const QRegularExpression pending(
            R"re((config_pending"?[ :]|topology_change(?:_ack|_detected)?"?[ :])\w+)re");
        answer.replace(pending, "\\1SOON");
        // Shorter while a spanning tree changes (__br_set_topology_change).
        static const QRegularExpression ageing(R"((ageing_time"?[ :])\d+(?=[ ,]"?stp_state"?[ :]1))");
        answer.replace(ageing, "\\1TIME");
    }
    return question.startsWith("ip ") ? withoutChanceOrder(answer) : answer;
}
