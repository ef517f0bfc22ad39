#include "model/reachability/mends/nodes.h"

#include "model/reachability/mends/docker.h"

namespace netdraft::model::mending {

std::vector<Mend> startForwarding(const Place &place)
{
    const bool v4 = place.leg.destination.isV4();
    const DeviceSysctl sysctl = v4 ? DeviceSysctl::Ipv4Forwarding : DeviceSysctl::Ipv6Forwarding;
    const bool wholeNode = !v4 || place.netns.confAll[sysctl] == 0;
    const std::string device = wholeNode ? std::string("all") : place.linkName(place.hop.in);
    const char *family = v4 ? "IPv4" : "IPv6";
    return {{wholeNode
                 ? MendWords::phrase("Let {} forward {} packets", place.netns.name, family)
                 : MendWords::phrase("Let {} forward {} packets that come in by {}", place.netns.name, family, device),
             {Edit(SetDeviceSysctl{place.netns.name, device, sysctl, 1})}}};
}

std::vector<Mend> answerEchoes(const Place &place)
{
    const auto ignore = place.leg.destination.isV4() ? NetnsSysctl::Ipv4EchoIgnoreAll : NetnsSysctl::Ipv6EchoIgnoreAll;
    return {{MendWords::phrase("Let {} answer echo requests", place.netns.name),
             {Edit(SetNetnsSysctl{place.netns.name, ignore, 0})}}};
}

std::vector<Mend> stopFiltering(const Place &place)
{
    Mend mend;
    const std::string link = place.linkName(place.hop.in);
    for (const std::string &device : {std::string("all"), link}) {
        const Link *own = place.netns.find(std::string_view(device));
        const DeviceConf &conf = own ? own->conf : place.netns.confAll;
        if (conf[DeviceSysctl::Ipv4RpFilter] != 0)
            mend.edits.add(SetDeviceSysctl{place.netns.name, device, DeviceSysctl::Ipv4RpFilter, 0});
    }
    mend.text = MendWords::phrase("Switch rp_filter of {} off for {}", place.netns.name, link);
    return {mend};
}

namespace {

std::vector<Mend> letNftThrough(const std::string &node, const netfilter::RulePlace &rule)
{
    const nft::ChainName chain{{*rule.nft, rule.table}, rule.chain};
    const std::string table = fmt::format("{} {}", nft::familyName(*rule.nft), rule.table);
    if (rule.number == 0)
        return {{MendWords::phrase("Let the policy of chain {} in nft table {} of {} accept", rule.chain, table, node),
                 {Edit(nft::ChangeRuleset{node, nft::AddChain{chain, std::nullopt, false}})}}};
    return {
        {MendWords::phrase("Remove rule {} of chain {} in nft table {} of {}", rule.number, rule.chain, table, node),
         {Edit(nft::ChangeRuleset{node, nft::RemoveRule{chain, rule.handle}})}}};
}

} // namespace

std::vector<Mend> letThrough(const Place &place)
{
    if (!place.leg.rule)
        return {};
    const netfilter::RulePlace &rule = *place.leg.rule;
    // A bridged frame is dropped where the bridge is.
    const std::string &node = place.leg.at ? place.plane.network().find(place.leg.at.netns)->name : place.netns.name;
    if (rule.nft)
        return letNftThrough(node, rule);
    const netfilter::ChainName chain{rule.family, rule.table, rule.chain};
    if (rule.number == 0) {
        std::vector<Mend> found = passDocker(place);
        found.push_back(
            {MendWords::phrase("Let the policy of chain {} in table {} of {} accept", rule.chain, rule.table, node),
             {Edit(netfilter::SetPolicy{node, chain, false})}});
        return found;
    }
    return {
        {MendWords::phrase("Remove rule {} of chain {} in table {} of {}", rule.number, rule.chain, rule.table, node),
         {Edit(netfilter::RemoveRule{node, chain, rule.number})}}};
}

} // namespace netdraft::model::mending
