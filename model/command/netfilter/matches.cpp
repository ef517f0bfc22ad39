#include "model/command/netfilter/matches/groups.h"

#include <algorithm>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

constexpr OptionRow commentOptions[] = {{.name = "comment", .id = 0, .mandatory = true}};

void takeComment(const Taking &taking, Match &match)
{
    constexpr std::size_t longest = 255;
    std::get<CommentMatch>(match).text = taking.value.substr(0, longest);
}

/// What looks at nothing.
std::span<const MatchExtension> remarks()
{
    static const MatchExtension all[] = {
        {"comment", {}, CommentMatch{}, commentOptions, takeComment},
    };
    return all;
}

} // namespace

const MatchExtension *matchExtension(Family family, std::string_view name)
{
    if (name == "icmpv6" || name == "ipv6-icmp")
        name = "icmp6";
    for (const auto group : {transportMatches, icmpMatches, headerMatches, addressMatches, arrivalMatches,
                             connectionMatches, rateMatches, remarks}) {
        for (const MatchExtension &each : group()) {
            if (each.name == name && (!each.family || each.family == family))
                return &each;
        }
    }
    return nullptr;
}

bool isUnsimulatedMatch(std::string_view name)
{
    static constexpr std::string_view all[] = {
        "ah",   "bpf",       "cgroup", "cluster", "connbytes",  "connlabel", "connlimit", "cpu",
        "dccp", "devgroup",  "dscp",   "dst",     "ecn",        "esp",       "eui64",     "frag",
        "hbh",  "hashlimit", "helper", "ipcomp",  "ipv6header", "ipvs",      "mh",        "nfacct",
        "osf",  "owner",     "policy", "quota",   "rateest",    "realm",     "rpfilter",  "rt",
        "set",  "socket",    "string", "tcpmss",  "time",       "tos",       "u32",       "srh",
    };
    return std::ranges::find(all, name) != std::end(all);
}

} // namespace netdraft::model::command
