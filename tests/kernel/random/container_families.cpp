#include "families.h"
#include "shapes.h"

namespace netdraft::tests {

namespace {

/// A machine with a bridge, containers at it, and an uplink to a client.
void writeMachine(LabWriter &writer, const QString &machine, int number, int containers, const QString &bridge,
                  const QString &subnet)
{
    writer.ip(machine, "link add " + bridge + " type bridge");
    writer.address(machine, bridge, subnet + ".1/24");
    writer.up(machine, bridge);
    for (int i = 1; i <= containers; ++i) {
        const QString pod = QString("c%1x%2").arg(number).arg(i);
        const QString port = QString("veth%1").arg(i);
        writer.node(pod);
        writer.cable(pod, "eth0", machine, port);
        writer.ip(machine, "link set " + port + " master " + bridge);
        writer.up(machine, port);
        writer.address(pod, "eth0", subnet + QString(".%1/24").arg(i + 1));
        writer.up(pod, "eth0");
        writer.route(pod, "default via " + subnet + ".1");
    }
}

void docker(LabWriter &writer)
{
    Draw &draw = writer.draw();
    Topology plan = lanOf(draw, 2);
    plan.write(writer);
    writeMachine(writer, "h1", 1, draw.between(1, 3), "docker0", "172.17.0");
    writer.forward("h1");
    const auto type = [&](const QString &words) { writer.exec("h1", "iptables " + words); };
    if (draw.chance(80))
        type("-P FORWARD DROP");
    type("-t nat -N DOCKER");
    type("-N DOCKER");
    if (draw.chance(70))
        type("-N DOCKER-ISOLATION");
    type("-t nat -A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER");
    type("-t nat -A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER");
    if (draw.chance(90))
        type("-t nat -A POSTROUTING -s 172.17.0.0/24 ! -o docker0 -j MASQUERADE");
    type("-A FORWARD -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT");
    type("-A FORWARD -o docker0 -j DOCKER");
    type("-A FORWARD -i docker0 ! -o docker0 -j ACCEPT");
    if (draw.chance(80))
        type("-A FORWARD -i docker0 -o docker0 -j " + draw.oneOf({"ACCEPT", "ACCEPT", "DROP"}));
    if (draw.chance(70)) {
        type("-t nat -A DOCKER ! -i docker0 -p tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80");
        type("-A DOCKER -d 172.17.0.2/32 ! -i docker0 -o docker0 -p tcp --dport 80 -j ACCEPT");
    }
    if (draw.chance(30))
        type("-t nat -A DOCKER ! -i docker0 -p icmp -j DNAT --to-destination 172.17.0.2");
    if (draw.chance(40))
        writer.route("h2", "172.17.0.0/24 via 10.0.1.10");
}

/// Nodes with pods, a subnet for each node, and routes between the nodes.
void pods(LabWriter &writer)
{
    Draw &draw = writer.draw();
    const int nodes = draw.between(2, 3);
    Topology plan = lanOf(draw, nodes);
    plan.write(writer);
    const auto address = [&](int node) {
        const QString name = plan.hosts()[node];
        return plan.segmentOf(name).v4(plan.memberOf(name));
    };
    const bool overlay = draw.chance(30);
    for (int i = 0; i < nodes; ++i) {
        const QString node = plan.hosts()[i];
        const QString subnet = QString("10.244.%1").arg(i);
        writeMachine(writer, node, i + 1, draw.between(1, 2), "cni0", subnet);
        writer.forward(node);
        if (overlay) {
            writer.ip(node, "link add flannel.1 type vxlan id 1 dstport 8472 local " + address(i) + " nolearning");
            writer.ip(node, QString("link set flannel.1 address 02:00:00:00:01:%1").arg(i, 2, 16, QChar('0')));
            writer.address(node, "flannel.1", subnet + ".0/32");
            writer.up(node, "flannel.1");
        }
    }
    for (int i = 0; i < nodes; ++i)
        for (int j = 0; j < nodes; ++j) {
            if (i == j)
                continue;
            const QString node = plan.hosts()[i];
            const QString subnet = QString("10.244.%1").arg(j);
            if (!overlay) {
                writer.route(node, subnet + ".0/24 via " + address(j));
                continue;
            }
            const QString mac = QString("02:00:00:00:01:%1").arg(j, 2, 16, QChar('0'));
            writer.route(node, QString("%1.0/24 via %1.0 dev flannel.1 onlink").arg(subnet));
            writer.ip(node, QString("neigh add %1.0 lladdr %2 dev flannel.1 nud permanent").arg(subnet, mac));
            writer.bridge(node, QString("fdb add %1 dev flannel.1 dst %2").arg(mac, address(j)));
        }
    for (int i = 0; i < nodes; ++i)
        if (draw.chance(50))
            writer.exec(
                plan.hosts()[i],
                QString("iptables -t nat -A POSTROUTING -s 10.244.%1.0/24 ! -d 10.244.0.0/16 -j MASQUERADE").arg(i));
    if (draw.chance(40))
        writer.exec("h1", "iptables -t nat -A " + draw.oneOf({"PREROUTING", "OUTPUT"}) +
                              " -d 10.96.0.1/32 -j DNAT --to-destination 10.244.1.2");
}

/// Pods with a /32 and a default route by 169.254.1.1, for which the node answers.
void calico(LabWriter &writer)
{
    Draw &draw = writer.draw();
    const int nodes = draw.between(1, 2);
    if (nodes == 2) {
        writer.node("n1");
        writer.node("n2");
        writer.cable("n1", "eth0", "n2", "eth0");
        for (int i = 1; i <= 2; ++i) {
            writer.address(QString("n%1").arg(i), "eth0", QString("192.0.2.%1/24").arg(i));
            writer.up(QString("n%1").arg(i), "eth0");
        }
    } else {
        writer.node("n1");
    }
    for (int i = 1; i <= nodes; ++i) {
        const QString node = QString("n%1").arg(i);
        writer.forward(node);
        for (int j = 1; j <= draw.between(1, 3); ++j) {
            const QString pod = QString("p%1x%2").arg(i).arg(j);
            const QString end = QString("cali%1").arg(j);
            const QString address = QString("10.65.%1.%2").arg(i).arg(j);
            writer.node(pod);
            writer.cable(pod, "eth0", node, end);
            if (draw.chance(90))
                writer.sysctl(node, "net.ipv4.conf." + end + ".proxy_arp=1");
            writer.up(node, end);
            writer.address(pod, "eth0", address + "/32");
            writer.up(pod, "eth0");
            writer.route(pod, "169.254.1.1 dev eth0 scope link");
            writer.route(pod, "default via 169.254.1.1 dev eth0");
            writer.route(node, address + " dev " + end + " scope link");
        }
        if (nodes == 2)
            writer.route(node, QString("10.65.%1.0/24 via 192.0.2.%1").arg(3 - i));
        if (draw.chance(60))
            writer.route(node, QString("blackhole 10.65.%1.0/24").arg(i));
        else if (draw.chance(50))
            writer.route(node, "default via 192.0.2.9");
    }
}

constexpr Family containerRows[] = {
    {"docker", "A bridge, masquerading and published ports.", Feature::Iptables, docker},
    {"pods", "Nodes with pods, as CNI plugins wire them.", Feature::Iptables, pods},
    {"calico", "Pods with single addresses, for whose gateway the node answers.", Feature::None, calico},
};

} // namespace

std::span<const Family> containerFamilies()
{
    return containerRows;
}

} // namespace netdraft::tests
