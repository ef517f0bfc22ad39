#include "families.h"
#include "shapes.h"

namespace netdraft::tests {

namespace {

QString ovsName(int number)
{
    return QString("s%1").arg(number);
}

void vsctl(LabWriter &writer, const QString &node, const QString &words)
{
    writer.exec(node, "ovs-vsctl " + words);
}

QString aVlan(Draw &draw)
{
    return draw.oneOf({"10", "10", "20", "20", "30"});
}

/// What a learner writes for a trunk between switches: all VLANs, a list, or one with a VLAN missing.
QString trunkWords(Draw &draw)
{
    return draw.oneOf({"", "", " trunks=10,20,30", " trunks=10,20", " trunks=10", " trunks=0,10,20",
                       " tag=10 vlan_mode=native-untagged", " tag=10 vlan_mode=native-tagged",
                       " tag=20 vlan_mode=native-untagged trunks=10,20", " tag=1 trunks=10,20"});
}

void joinOvsSwitches(LabWriter &writer, const QString &a, const QString &b)
{
    const QString portA = writer.nextLink(a, "up");
    const QString portB = writer.nextLink(b, "up");
    writer.cable(a, portA, b, portB);
    const QString words = trunkWords(writer.draw());
    vsctl(writer, a, "add-port br0 " + portA + words);
    vsctl(writer, b, "add-port br0 " + portB + (writer.draw().chance(80) ? words : trunkWords(writer.draw())));
    writer.up(a, portA);
    writer.up(b, portB);
}

void addOvsHost(LabWriter &writer, const QString &at, int number)
{
    Draw &draw = writer.draw();
    const QString host = QString("h%1").arg(number);
    const QString port = QString("p%1").arg(number);
    const QString address = QString("192.0.2.%1/24").arg(number);
    writer.node(host);
    if (draw.chance(20)) { // an internal port that is moved into the host
        vsctl(writer, at, QString("add-port br0 %1 tag=%2 -- set interface %1 type=internal").arg(port, aVlan(draw)));
        writer.ip(at, QString("link set %1 netns %2").arg(port, host));
        writer.address(host, port, address);
        writer.up(host, port);
        return;
    }
    writer.cable(host, "eth0", at, port);
    writer.up(at, port);
    vsctl(writer, at, QString("add-port br0 %1").arg(port) + (draw.chance(85) ? " tag=" + aVlan(draw) : QString()));
    writer.up(host, "eth0");
    writer.address(host, "eth0", address);
}

/// Something that a learner does afterwards.
void change(LabWriter &writer, const QString &at, const QString &port)
{
    Draw &draw = writer.draw();
    switch (draw.below(7)) {
    case 0: return vsctl(writer, at, QString("set port %1 tag=%2").arg(port, aVlan(draw)));
    case 1: return vsctl(writer, at, QString("clear port %1 tag").arg(port));
    case 2: return vsctl(writer, at, QString("set port %1 trunks=%2").arg(port, aVlan(draw)));
    case 3: return vsctl(writer, at, QString("add port %1 trunks %2").arg(port, aVlan(draw)));
    case 4:
        return vsctl(writer, at,
                     QString("set port %1 vlan_mode=%2")
                         .arg(port, draw.oneOf({"trunk", "access", "native-untagged", "native-tagged"})));
    case 5: return vsctl(writer, at, draw.oneOf({"del-port ", "--if-exists del-port br0 "}) + port);
    default: return vsctl(writer, at, QString("remove port %1 tag %2").arg(port, aVlan(draw)));
    }
}

void ovsVlan(LabWriter &writer)
{
    Draw &draw = writer.draw();
    const int switches = draw.between(1, 3);
    for (int i = 1; i <= switches; ++i) {
        writer.node(ovsName(i));
        vsctl(writer, ovsName(i), "add-br br0");
    }
    for (int i = 2; i <= switches; ++i)
        joinOvsSwitches(writer, ovsName(draw.between(1, i - 1)), ovsName(i));
    const int hosts = draw.between(3, 5);
    QList<int> at;
    for (int i = 1; i <= hosts; ++i) {
        at.append(draw.between(1, switches));
        addOvsHost(writer, ovsName(at.last()), i);
    }
    for (int i = 1; i <= switches; ++i) {
        if (draw.chance(70))
            continue;
        writer.address(ovsName(i), "br0", QString("192.0.2.%1/24").arg(100 + i));
        if (draw.chance(70))
            vsctl(writer, ovsName(i), "set port br0 tag=" + aVlan(draw));
        writer.up(ovsName(i), "br0");
    }
    if (draw.chance(40)) {
        const int number = draw.between(1, hosts);
        change(writer, ovsName(at[number - 1]), QString("p%1").arg(number));
    }
    if (switches > 1 && draw.chance(20))
        change(writer, "s1", "up0");
    for (const char *question : {"list-br", "list-ports br0", "get port p1 tag", "port-to-br p2", "br-exists br1"}) {
        if (draw.chance(15))
            vsctl(writer, "s1", question);
    }
}

/// Commands that fail, and those that succeed twice.
void ovsCommands(LabWriter &writer)
{
    Draw &draw = writer.draw();
    writer.node("s1");
    writer.node("s2");
    writer.cable("s1", "p1", "s1", "p2");
    const auto name = [&] { return draw.oneOf({"br0", "br1", "p1", "p2", "in1", "lo"}); };
    for (const char *words : {"add-br br0", "add-port br0 p1 tag=5", "add-port br0 p2 trunks=1,2", "list-ports br0",
                              "get port p1 tag", "get port p2 trunks"})
        vsctl(writer, "s1", words);
    const int count = draw.between(3, 8);
    for (int i = 0; i < count; ++i) {
        const QString bridge = draw.oneOf({"br0", "br0", "br1"});
        switch (draw.below(12)) {
        case 0:
        case 1: vsctl(writer, "s1", draw.oneOf({"add-br ", "--may-exist add-br "}) + bridge); break;
        case 2: vsctl(writer, "s1", draw.oneOf({"del-br ", "--if-exists del-br "}) + bridge); break;
        case 3:
        case 4:
            vsctl(writer, "s1",
                  draw.oneOf({"add-port ", "--may-exist add-port "}) + bridge + ' ' +
                      draw.oneOf({"p1", "p2", "lo", "nosuch"}));
            break;
        case 5: vsctl(writer, "s1", "add-port " + bridge + " in1 -- set interface in1 type=internal"); break;
        case 6: vsctl(writer, "s1", draw.oneOf({"del-port ", "--if-exists del-port "}) + name()); break;
        case 7: vsctl(writer, "s1", draw.oneOf({"del-port ", "--if-exists del-port "}) + bridge + ' ' + name()); break;
        case 8:
            vsctl(writer, "s1",
                  "set port " + name() +
                      draw.oneOf({" tag=5", " tag=5000", " tag=x", " trunks=1,2", " trunks=[3,4]", " trunks=2-4",
                                  " trunks=1,1", " tag", " vlan_mode=access", " vlan_mode=foo", " foo=1",
                                  " tag=3 trunks=4"}));
            break;
        case 9:
            vsctl(writer, "s1",
                  draw.oneOf({"get port ", "--if-exists get port "}) + name() +
                      draw.oneOf({" tag", " trunks", " vlan_mode", " tag trunks", " foo"}));
            break;
        case 10:
            vsctl(
                writer, "s1",
                draw.oneOf({"list-br", "list-ports br0", "list-ports br1", "iface-to-br p1", "port-to-br in1",
                            "br-exists br0", "br-exists br1", "list-ifaces br0", "frob", "add-br", "br-to-vlan br0"}));
            break;
        default:
            vsctl(writer, "s1",
                  draw.oneOf({"clear port p1 tag", "clear port p1 trunks vlan_mode", "remove port p1 tag 5",
                              "add port p1 trunks 7", "remove port p1 trunks 1 2", "clear port p2 foo",
                              "--if-exists clear port nosuch tag"}));
            break;
        }
    }
}

constexpr Family ovsRows[] = {
    {"ovs-vlan", "Open vSwitch bridges with access ports and trunks.", Feature::OpenVswitch, ovsVlan},
    {"ovs-commands", "Commands of ovs-vsctl, right and wrong.", Feature::OpenVswitch, ovsCommands},
};

} // namespace

std::span<const Family> ovsFamilies()
{
    return ovsRows;
}

} // namespace netdraft::tests
