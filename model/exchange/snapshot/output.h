#pragma once

#include "model/exchange/json_tree.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model::snapshot {

/// What a tool was asked for in a namespace.
enum class Question : std::uint8_t {
    Links,      ///< `ip -d link`
    Addresses,  ///< `ip -d addr`, which says of the links as much
    Routes,     ///< `ip -d route show table all`, of one family or of both
    Rules4,     ///< `ip rule`
    Rules6,     ///< `ip -6 rule`
    Neighbours, ///< `ip neigh show nud all`
    Proxies,    ///< `ip neigh show proxy`
    Nexthops,   ///< `ip nexthop`
    Fdb,        ///< `bridge fdb`
    Vlans,      ///< `bridge vlan`
    Iptables,   ///< `iptables-save`
    Ip6tables,  ///< `ip6tables-save`
    Nft,        ///< `nft list ruleset`
    Sysctls,    ///< `sysctl -a`
    Namespaces, ///< `lsns -t net -J -o NS,NETNSID,PID,NSFS`: the numbers by which it knows those of processes
    Names,      ///< `ip -j netns list-id`: those by which it knows the ones with names
};

/// What the tool answered: a text, or a part of one, and what it says as JSON does where the tool has such a form.
struct Output {
    Question question = Question::Links;
    std::string file;                        ///< for error positions
    std::shared_ptr<const std::string> text; ///< the whole file's
    std::size_t begin = 0;                   ///< where the answer is in it
    std::size_t end = 0;
    std::shared_ptr<const Json> json; ///< with offsets in the whole text; none of those that are text alone
    bool detailed = false;            ///< of links: it says of what kind each is

    std::string_view part() const { return std::string_view(*text).substr(begin, end - begin); }
    Position at(std::size_t offset) const { return positionIn(*text, offset, file); }
};

/// A namespace of a machine, with all that its tools said.
struct Answers {
    std::string name;  ///< the node's
    std::string place; ///< the folder, or what else tells it apart from others on the machine: `netns/red`, `pid/814`
    std::vector<Output> outputs;

    /// Null where nobody asked.
    const Output *find(Question question) const;
};

/// Whether any of these links has its kind with it.
bool saysKinds(const Json &links);

} // namespace netdraft::model::snapshot
