#include "model/terminal/grammar.h"

#include <algorithm>

namespace netdraft::model::grammar {

namespace {

// clang-format off
constexpr Row table[] = {
    {"ip", "address link route neighbour netns rule nexthop maddress monitor help -4 -6 -br -d -j -n -o -p -s -c"},
    {"ip address", "show add del replace change flush help"},
    {"ip address show", "LINKS dev up to scope master type", true},
    {"ip address add", "ANYTHING"},
    {"ip address replace", "ANYTHING"},
    {"ip address change", "ANYTHING"},
    {"ip address add *", "dev broadcast brd peer label scope metric nodad noprefixroute valid_lft preferred_lft", true},
    {"ip address replace *", "dev broadcast brd peer label scope metric nodad noprefixroute valid_lft preferred_lft", true},
    {"ip address change *", "dev broadcast brd peer label scope metric nodad noprefixroute valid_lft preferred_lft", true},
    {"ip address del", "OWN"},
    {"ip address del *", "dev", true},
    {"ip address flush", "dev scope to", true},
    {"ip link", "show set add del help"},
    {"ip link show", "LINKS dev up master type", true},
    {"ip link del", "LINKS dev"},
    {"ip link set", "LINKS dev"},
    {"ip link set dev", "LINKS"},
    {"ip link set dev *", "up down mtu address name netns master nomaster arp type", true},
    {"ip link set *", "up down mtu address name netns master nomaster arp type", true},
    {"ip link add", "ANYTHING"},
    {"ip link add *", "type address mtu netns link index", true},
    {"ip route", "show add del replace change append get flush help"},
    {"ip route show", "table dev via proto type scope root match exact", true},
    {"ip route get", "OTHERS"},
    {"ip route get *", "from iif oif", true},
    {"ip route add", "default blackhole unreachable prohibit throw"},
    {"ip route add *", "via dev src metric table proto scope mtu onlink nexthop nhid", true},
    {"ip route del", "default"},
    {"ip route del *", "via dev src metric table proto scope", true},
    {"ip route replace", "default blackhole unreachable prohibit throw"},
    {"ip route replace *", "via dev src metric table proto scope mtu onlink nexthop nhid", true},
    {"ip route change", "default"},
    {"ip route append", "default"},
    {"ip route change *", "via dev src metric table proto scope mtu onlink nexthop nhid", true},
    {"ip route append *", "via dev src metric table proto scope mtu onlink nexthop nhid", true},
    {"ip route flush", "table dev via proto type scope root match exact", true},
    {"ip neighbour", "show add del replace change flush help"},
    {"ip neighbour show", "dev nud", true},
    {"ip neighbour add", "OTHERS proxy"},
    {"ip neighbour add *", "lladdr dev nud", true},
    {"ip neighbour replace", "OTHERS"},
    {"ip neighbour replace *", "lladdr dev nud", true},
    {"ip neighbour del", "OTHERS"},
    {"ip neighbour del *", "dev", true},
    {"ip neighbour flush", "dev all nud", true},
    {"ip netns", "list add del exec help"},
    {"ip netns del", "NAMESPACES"},
    {"ip netns exec", "NAMESPACES"},
    {"ip rule", "show add del flush help"},
    {"ip rule add", "from to not fwmark iif oif tos ipproto sport dport pref lookup table blackhole unreachable prohibit goto", true},
    {"ip rule del", "from to not fwmark iif oif tos ipproto sport dport pref lookup table", true},
    {"ip nexthop", "show add del replace get flush help"},
    {"ip nexthop add", "id via dev group blackhole onlink proto", true},
    {"ip nexthop replace", "id via dev group blackhole onlink proto", true},
    {"ip nexthop del", "id", true},
    {"ip maddress", "show help"},
    {"ip maddress show", "LINKS dev", true},
    {"ip monitor", "address link neigh netconf nexthop route rule all label dev", true},
    {"bridge", "link fdb vlan -d -j -n -p -s"},
    {"bridge link", "show set"},
    {"bridge link show", "dev master", true},
    {"bridge link set", "dev cost priority state guard hairpin learning flood isolated master self", true},
    {"bridge fdb", "show add del append replace"},
    {"bridge fdb show", "dev br brport", true},
    {"bridge fdb add", "ANYTHING"},
    {"bridge fdb del", "ANYTHING"},
    {"bridge fdb add *", "dev master self static dst vlan vni port via", true},
    {"bridge fdb del *", "dev master self dst vlan vni port via", true},
    {"bridge vlan", "show add del"},
    {"bridge vlan show", "dev", true},
    {"bridge vlan add", "dev vid pvid untagged self master", true},
    {"bridge vlan del", "dev vid self master", true},
    {"sysctl", "SETTINGS -w -a -n", true},
    {"ping", "OTHERS -c -4 -6 -I -W -n -q", true},
    {"ping4", "OTHERS -c -I -W -n -q", true},
    {"ping6", "OTHERS -c -I -W -n -q", true},
    {"traceroute", "OTHERS -n -m -q -w -I -4 -6", true},
    {"tracepath", "OTHERS -n -b -m -4 -6", true},
    {"nc", "OTHERS -l -k -z -v -u -n -w -4 -6", true},
    {"dig", "OTHERS -x -t +short +noall +answer +tcp +search", true},
    {"nslookup", "OTHERS -type=A -type=AAAA -type=PTR -type=SRV -type=TXT", true},
    {"host", "OTHERS -t", true},
    {"getent", "hosts ahosts ahostsv4"},
    {"ps", "aux -ef"},
    {"dnsmasq", "-C --no-resolv --no-hosts --server= --address=", true},
    {"coredns", "-conf", true},
    {"curl", "-I -s -S -m --connect-timeout http://", true},
    {"iptables", "-A -I -D -R -L -S -F -Z -N -X -P -E -t -n -v -p -s -d -i -o -j -m --line-numbers --dport --sport --to-destination --to-source", true},
    {"ip6tables", "-A -I -D -R -L -S -F -Z -N -X -P -E -t -n -v -p -s -d -i -o -j -m --line-numbers --dport --sport --to-destination --to-source", true},
    {"nft", "list add delete insert replace flush -a -f -n"},
    {"nft list", "ruleset tables chains table chain"},
    {"nft add", "table chain rule"},
    {"nft delete", "table chain rule"},
    {"nft flush", "ruleset table chain"},
    {"ifconfig", "LINKS -a -s"},
    {"ifconfig *", "up down netmask broadcast mtu hw add del arp -arp", true},
    {"route", "add del -n"},
    {"route add", "default -net -host"},
    {"route add *", "gw dev netmask metric reject", true},
    {"route del", "default -net -host"},
    {"route del *", "gw dev netmask metric", true},
    {"arp", "-n -a -s -d -i"},
    {"arp -d", "OTHERS"},
    {"arp -s", "OTHERS"},
    {"brctl", "addbr delbr addif delif show stp setbridgeprio setfd sethello setmaxage setpathcost setportprio showmacs showstp"},
    {"brctl delbr", "LINKS"},
    {"brctl addif", "LINKS"},
    {"brctl addif *", "LINKS"},
    {"brctl delif", "LINKS"},
    {"brctl delif *", "LINKS"},
    {"brctl show", "LINKS"},
    {"brctl showmacs", "LINKS"},
    {"brctl showstp", "LINKS"},
    {"brctl stp", "LINKS"},
    {"brctl stp *", "on off"},
    {"ethtool", "-i"},
    {"ethtool -i", "LINKS"},
    {"ss", "-tulpn -tln -uln -s", true},
    {"netstat", "-rn -tulpn -i", true},
    {"man", "TOOLS", true},
    {"which", "TOOLS", true},
    {"type", "TOOLS", true},
    {"cat", "FILES", true},
    {"grep", "FILES -i -v -c -n -o -w -E -F -q -A -B -C", true},
    {"sed", "FILES -n -E -e -i", true},
    {"awk", "FILES -F -v", true},
    {"head", "FILES -n -c", true},
    {"tail", "FILES -n -c", true},
    {"wc", "FILES -l -w -c", true},
    {"sort", "FILES -n -r -u -k -t", true},
    {"uniq", "FILES -c -d -u", true},
    {"cut", "FILES -d -f -c", true},
    {"tee", "FILES -a", true},
    {"rm", "FILES -f", true},
    {"ls", "FILES -1 -a -d", true},
    {"echo", "FILES", true},
    {"printf", "FILES", true},
};

struct ValueRow {
    std::string_view tools; ///< with blanks between
    std::string_view keyword;
    std::string_view value;
};

constexpr ValueRow values[] = {
    {"ip bridge arp route", "dev", "LINKS"},
    {"ip bridge", "master", "LINKS"},
    {"ip", "via", "OTHERS"},
    {"ip", "netns", "NAMESPACES"},
    {"ip bridge", "-n", "NAMESPACES"},
    {"ip", "iif", "LINKS"},
    {"ip", "oif", "LINKS"},
    {"ip", "src", "OWN"},
    {"ip", "from", "ANYTHING"},
    {"ip", "to", "ANYTHING"},
    {"ip", "type", "veth bridge vlan vxlan macvlan ipvlan dummy bond ipip gre sit vrf"},
    {"ip", "link", "LINKS"},
    {"ip", "table", "main local default"},
    {"ip", "lookup", "main local default"},
    {"ip", "scope", "global link host"},
    {"ip", "proto", "static kernel boot"},
    {"ip", "nud", "permanent noarp reachable stale"},
    {"ip", "arp", "on off"},
    {"ip", "mtu", "ANYTHING"},
    {"ip", "name", "ANYTHING"},
    {"ip", "address", "ANYTHING"},
    {"ip", "lladdr", "ANYTHING"},
    {"ip", "metric", "ANYTHING"},
    {"ip", "peer", "ANYTHING"},
    {"ip", "label", "ANYTHING"},
    {"ip", "pref", "ANYTHING"},
    {"ip", "fwmark", "ANYTHING"},
    {"bridge", "br", "LINKS"},
    {"bridge", "brport", "LINKS"},
    {"bridge", "vid", "ANYTHING"},
    {"bridge", "guard", "on off"},
    {"bridge", "hairpin", "on off"},
    {"bridge", "learning", "on off"},
    {"bridge", "flood", "on off"},
    {"bridge", "isolated", "on off"},
    {"ping ping4 ping6", "-I", "LINKS"},
    {"ping ping4 ping6", "-c", "ANYTHING"},
    {"ping ping4 ping6", "-W", "ANYTHING"},
    {"iptables ip6tables", "-A", "CHAINS"},
    {"iptables ip6tables", "-I", "CHAINS"},
    {"iptables ip6tables", "-D", "CHAINS"},
    {"iptables ip6tables", "-R", "CHAINS"},
    {"iptables ip6tables", "-L", "CHAINS"},
    {"iptables ip6tables", "-S", "CHAINS"},
    {"iptables ip6tables", "-F", "CHAINS"},
    {"iptables ip6tables", "-Z", "CHAINS"},
    {"iptables ip6tables", "-X", "CHAINS"},
    {"iptables ip6tables", "-P", "CHAINS"},
    {"iptables ip6tables", "-E", "CHAINS"},
    {"iptables ip6tables", "-j", "TARGETS CHAINS"},
    {"iptables ip6tables", "-t", "TABLES"},
    {"iptables ip6tables", "-p", "tcp udp icmp all"},
    {"iptables ip6tables", "-m", "conntrack state tcp udp icmp multiport comment limit mark"},
    {"iptables ip6tables", "-i", "LINKS"},
    {"iptables ip6tables", "-o", "LINKS"},
    {"iptables ip6tables", "-s", "ANYTHING"},
    {"iptables ip6tables", "-d", "ANYTHING"},
    {"route", "gw", "OTHERS"},
    {"arp", "-i", "LINKS"},
    {"ifconfig", "hw", "ether"},
    {"ifconfig", "mtu", "ANYTHING"},
    {"ifconfig", "netmask", "255.255.255.0 255.255.0.0 255.0.0.0"},
    {"nft", "-f", "FILES"},
    {"nft", "table", "ip ip6 inet"},
};
// clang-format on

bool lists(std::string_view words, std::string_view word)
{
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word)
            return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

} // namespace

std::span<const Row> rows()
{
    return table;
}

std::string_view valueOf(std::string_view tool, std::string_view keyword)
{
    const auto *found = std::ranges::find_if(
        values, [&](const ValueRow &row) { return row.keyword == keyword && lists(row.tools, tool); });
    return found == std::end(values) ? std::string_view() : found->value;
}

Things thingsOf(std::string_view word)
{
    static constexpr std::pair<std::string_view, Things> names[] = {
        {"TOOLS", Things::Tools},       {"LINKS", Things::Links},       {"NAMESPACES", Things::Namespaces},
        {"CHAINS", Things::Chains},     {"TARGETS", Things::Targets},   {"TABLES", Things::Tables},
        {"SETTINGS", Things::Settings}, {"FILES", Things::Files},       {"OTHERS", Things::Others},
        {"OWN", Things::Own},           {"ANYTHING", Things::Anything},
    };
    const auto *found = std::ranges::find(names, word, &std::pair<std::string_view, Things>::first);
    return found == std::end(names) ? Things::None : found->second;
}

} // namespace netdraft::model::grammar
