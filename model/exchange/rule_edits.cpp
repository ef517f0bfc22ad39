#include "model/exchange/rule_edits.h"

#include <algorithm>

namespace netdraft::model {

EditList nexthopEdits(const Netns &wanted)
{
    EditList list;
    for (const bool groups : {false, true}) {
        for (const NexthopObject &object : wanted.nexthops) {
            if (object.isGroup() != groups)
                continue;
            AddNexthop edit;
            edit.netns = wanted.name;
            edit.id = object.id;
            edit.blackhole = object.blackhole;
            edit.group = object.group;
            if (object.protocol != protocol::unspecified)
                edit.protocol = object.protocol;
            const Link *dev = wanted.find(object.hop.dev);
            if (!groups && !object.blackhole && dev)
                edit.hop = {object.hop.via, dev->name, object.hop.onlink};
            if (!groups && object.family == Family::Ipv6 && !object.hop.via)
                edit.family = Family::Ipv6;
            const bool revive = object.blackhole && !wanted.loopback().up; // it was made while lo was up
            if (revive)
                list.add(SetLinkUp{{wanted.name, "lo"}, true});
            list.add(std::move(edit));
            if (revive)
                list.add(SetLinkUp{{wanted.name, "lo"}, false});
        }
    }
    return list;
}

EditList ruleEdits(const Netns &made, const Netns &wanted)
{
    EditList list;
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        const std::vector<Rule> &has = made.rules(family);
        const std::vector<Rule> &wants = wanted.rules(family);
        for (const Rule &rule : has) {
            if (std::ranges::find(wants, rule) == wants.end())
                list.add(RemoveIpRule{wanted.name, rule});
        }
        for (const Rule &rule : wants) {
            if (std::ranges::find(has, rule) == has.end())
                list.add(AddIpRule{wanted.name, rule});
        }
    }
    return list;
}

} // namespace netdraft::model
