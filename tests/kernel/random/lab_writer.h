#pragma once

#include "draw.h"

#include <QHash>
#include <QStringList>

namespace netdraft::tests {

/// Writes the commands of a lab as a learner types them: now and then with a mistake of the kinds that learners make.
class LabWriter
{
public:
    /// `mistakes` scales how often something is done wrong: 0 never, 100 as often as it is here, 300 three times so.
    LabWriter(Draw &draw, int mistakes) : m_draw(draw), m_mistakes(mistakes) {}

    const QStringList &commands() const { return m_commands; }
    /// What was done wrong on purpose, in words; nothing in a lab without mistakes.
    const QStringList &faults() const { return m_faults; }
    Draw &draw() { return m_draw; }

    void type(const QString &command) { m_commands.append(command); }
    /// `ip -n NODE …`
    void ip(const QString &node, const QString &words) { type("ip -n " + node + ' ' + words); }
    void bridge(const QString &node, const QString &words) { type("bridge -n " + node + ' ' + words); }
    /// `ip netns exec NODE …`
    void exec(const QString &node, const QString &words) { type("ip netns exec " + node + ' ' + words); }
    void sysctl(const QString &node, const QString &setting) { exec(node, "sysctl -w " + setting); }

    /// A namespace, with `lo` up for the most part.
    void node(const QString &name);
    /// A namespace with a bridge `br0` that is up; `words` follow `type bridge`.
    void bridgeNode(const QString &name, const QString &words = {});
    void cable(const QString &a, const QString &linkA, const QString &b, const QString &linkB);
    /// A cable from a node to a switch that bridgeNode() made, both ends of which are up but for mistakes.
    void plug(const QString &node, const QString &link, const QString &bridgeNode, const QString &port);
    void up(const QString &node, const QString &link);
    void address(const QString &node, const QString &link, const QString &address, const QString &words = {});
    /// `words` are those after `ip route add`.
    void route(const QString &node, const QString &words);
    void forward(const QString &node);
    void forward6(const QString &node);
    /// The next name of a node's own: `eth0`, `eth1` …
    QString nextLink(const QString &node, const QString &stem = "eth");

private:
    bool wrong(int perMille, const char *what);

    Draw &m_draw;
    int m_mistakes;
    QStringList m_commands;
    QStringList m_faults;
    QStringList m_addresses;
    QHash<QString, int> m_links;
};

} // namespace netdraft::tests
