#include "model/command/ip.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

struct UsageRow {
    std::string_view object;
    int status;
    std::string_view text;
};

/// What can be said here, not what the real tools can do: those list much that is not simulated.
constexpr UsageRow rows[] = {
    {"ip", 255,
     "Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }\n"
     "where  OBJECT := { address | link | maddress | monitor | neighbour | netns | nexthop | route | rule }\n"
     "       OPTIONS := { -4 | -6 | -br[ief] | -d[etails] | -j[son] | -n[etns] NAME | -o[neline] | -p[retty] |\n"
     "                    -s[tatistics] | -V[ersion] }\n"},
    {"ip address", 255,
     "Usage: ip address { add | change | replace } ADDRESS/LENGTH [ peer ADDRESS/LENGTH ] dev DEVICE\n"
     "                  [ broadcast { ADDRESS | + | - } ] [ scope SCOPE ] [ metric NUMBER ] [ nodad ]\n"
     "                  [ noprefixroute ]\n"
     "       ip address del ADDRESS/LENGTH dev DEVICE\n"
     "       ip address flush dev DEVICE [ scope SCOPE ] [ to PREFIX ]\n"
     "       ip address [ show [ dev DEVICE ] [ up ] [ to PREFIX ] [ scope SCOPE ] [ master DEVICE ]\n"
     "                         [ type { veth | bridge } ] ]\n"},
    {"ip link", 255,
     "Usage: ip link add [ name ] NAME [ address LLADDR ] [ mtu BYTES ] [ netns NAME ]\n"
     "               type veth peer [ name ] NAME [ netns NAME ]\n"
     "       ip link add [ name ] NAME [ address LLADDR ] type bridge\n"
     "       ip link set [ dev ] DEVICE [ up | down ] [ mtu BYTES ] [ address LLADDR ] [ name NAME ]\n"
     "               [ netns NAME ] [ master DEVICE | nomaster ]\n"
     "       ip link del [ dev ] DEVICE\n"
     "       ip link [ show [ dev DEVICE ] [ up ] [ master DEVICE ] [ type { veth | bridge } ] ]\n"},
    {"ip route", 255,
     "Usage: ip route { add | change | replace | append | prepend | del } [ TYPE ] PREFIX [ via ADDRESS ]\n"
     "                [ dev DEVICE ] [ src ADDRESS ] [ metric NUMBER ] [ table TABLE ] [ proto PROTOCOL ]\n"
     "                [ scope SCOPE ] [ mtu BYTES ] [ onlink ] [ nhid ID ]\n"
     "                [ nexthop [ via ADDRESS ] [ dev DEVICE ] [ weight NUMBER ] [ onlink ] ] ...\n"
     "       ip route { show | flush } [ root PREFIX | match PREFIX | exact PREFIX ] [ table TABLE ]\n"
     "                [ dev DEVICE ] [ via ADDRESS ] [ proto PROTOCOL ] [ type TYPE ] [ scope SCOPE ]\n"
     "       ip route get ADDRESS [ from ADDRESS iif DEVICE ] [ oif DEVICE ]\n"
     "TYPE := { unicast | local | broadcast | multicast | blackhole | unreachable | prohibit | throw }\n"},
    {"ip rule", 255,
     "Usage: ip rule { add | del } [ not ] [ from PREFIX ] [ to PREFIX ] [ tos TOS ] [ fwmark MARK[/MASK] ]\n"
     "               [ iif DEVICE ] [ oif DEVICE ] [ ipproto PROTOCOL ] [ sport PORT[-PORT] ] [ dport PORT[-PORT] ]\n"
     "               [ pref NUMBER ] [ protocol PROTOCOL ] [ suppress_prefixlength NUMBER ] ACTION\n"
     "       ip rule { show | flush } [ SELECTOR ]\n"
     "ACTION := { lookup TABLE | blackhole | unreachable | prohibit | goto NUMBER | nop }\n"},
    {"ip nexthop", 255,
     "Usage: ip nexthop { add | replace } id ID { blackhole | [ via ADDRESS ] dev DEVICE [ onlink ] |\n"
     "                    group ID[,WEIGHT]/... } [ proto PROTOCOL ]\n"
     "       ip nexthop { get | del } id ID\n"
     "       ip nexthop { show | flush } [ id ID ] [ dev DEVICE ] [ groups ] [ proto PROTOCOL ]\n"},
    {"ip neigh", 255,
     "Usage: ip neigh { add | change | replace } ADDRESS lladdr LLADDR dev DEVICE [ nud STATE ]\n"
     "       ip neigh del ADDRESS dev DEVICE\n"
     "       ip neigh { show | flush } [ to PREFIX ] [ dev DEVICE ] [ nud STATE ]\n"
     "STATE := { permanent | noarp | reachable | stale }\n"},
    {"ip monitor", 255,
     "Usage: ip monitor [ all | OBJECTS ] [ label ] [ dev DEVICE ]\n"
     "OBJECTS := address | link | neigh | netconf | nexthop | route | rule\n"},
    {"ip maddr", 255, "Usage: ip maddr show [ dev STRING ]\n"},
    {"ip netns", 255,
     "Usage: ip netns list\n"
     "       ip netns add NAME\n"
     "       ip netns delete NAME\n"
     "       ip netns identify\n"
     "       ip netns exec NAME COMMAND ...\n"},
    {"bridge", 255,
     "Usage: bridge [ OPTIONS ] OBJECT { COMMAND | help }\n"
     "where  OBJECT := { link | fdb | vlan }\n"
     "       OPTIONS := { -d[etails] | -j[son] | -n[etns] NAME | -p[retty] | -V[ersion] }\n"},
    {"bridge link", 255,
     "Usage: bridge link set dev DEV [ cost COST ] [ priority PRIO ] [ state STATE ]\n"
     "       [ { guard | hairpin | root_block | learning | flood | mcast_flood | bcast_flood | neigh_suppress | "
     "isolated |\n"
     "           locked } { on | off } ]\n"
     "       bridge link [ show ] [ dev DEVICE ] [ master DEVICE ]\n"},
    {"bridge vlan", 255,
     "Usage: bridge vlan { add | del } vid VLAN_ID[-VLAN_ID] dev DEV [ pvid ] [ untagged ] [ self ] [ master ]\n"
     "       bridge vlan [ show [ dev DEVICE ] ]\n"},
    {"bridge fdb", 255,
     "Usage: bridge fdb { add | replace | del } LLADDR dev DEVICE master [ static ] [ vlan VID ]\n"
     "       bridge fdb { add | append | replace | del } LLADDR dev DEVICE dst IPADDR [ port PORT ] [ vni VNI ]\n"
     "           [ via DEVICE ] [ self ] [ static ]\n"
     "       bridge fdb [ show [ br BRIDGE ] [ brport DEVICE ] [ dev DEVICE ] [ state STATE ] ]\n"},
    {"tc", 0,
     "Usage:\ttc [ OPTIONS ] OBJECT { COMMAND | help }\nwhere  OBJECT := { qdisc }\n"
     "       OPTIONS := { -V[ersion] | -s[tatistics] | -n[etns] name }\n"},
    {"tc qdisc", 255,
     "Usage: tc qdisc [ add | del | replace | change | show ] dev STRING\n"
     "       [ handle QHANDLE ] [ root ] [ [ QDISC_KIND ] [ help | OPTIONS ] ]\n\n"
     "       tc qdisc { show | list } [ dev STRING ] [ QDISC_ID ]\nWhere:\nQDISC_KIND := { netem | tbf }\n"
     "QDISC_ID := { root | handle QHANDLE }\n"},
    {"tc netem", 1,
     "Usage: ... netem [ limit PACKETS ]\n                 [ delay TIME [ JITTER ]]\n"
     "                 [ loss random PERCENT ]\n                 [ rate RATE ]\n"},
    {"tc tbf", 1,
     "Usage: ... tbf limit BYTES burst BYTES[/BYTES] rate KBPS [ mtu BYTES[/BYTES] ]\n"
     "\t[ peakrate KBPS ] [ latency TIME ] [ overhead BYTES ] [ linklayer TYPE ]\n"},
    {"brctl", 1,
     "Usage: brctl [commands]\ncommands:\n\taddbr <bridge>\n\tdelbr <bridge>\n\taddif <bridge> <device>\n"
     "\tdelif <bridge> <device>\n\tshow [ <bridge> ]\n"},
    {"route", 4,
     "Usage: route [-n]\n       route {add|del} [-net|-host] target[/length] [netmask mask] [gw address]\n"
     "             [metric number] [reject] [[dev] device]\n"},
    {"arp", 4,
     "Usage: arp [-an] [-i device] [address]\n       arp -d address\n       arp -i device -s address lladdr\n"},
    {"sysctl", 1,
     "\nUsage:\n sysctl [options] [variable[=value] ...]\n\nOptions:\n"
     "  -a  print all variables\n  -b  print the value without a newline\n  -e  ignore unknown variables\n"
     "  -N  print the names alone\n  -n  print the values alone\n  -q  do not print what is set\n"
     "  -w  set variables\n"},
};

} // namespace

Reply usage(std::string_view object)
{
    for (const UsageRow &row : rows)
        if (row.object == object)
            return {row.status, {}, std::string(row.text)};
    return notSimulated(fmt::format("{} help", object));
}

} // namespace netdraft::model::command
