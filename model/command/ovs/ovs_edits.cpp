#include "model/command/ovs/transaction.h"
#include "model/command/ovs/vsctl.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

using Words = std::vector<std::string>;

std::string modeWord(OvsVlanMode mode)
{
    return std::string(ovsVlanModes[static_cast<std::size_t>(mode)]);
}

const OvsBridge *find(const std::vector<OvsBridge> &bridges, std::string_view name)
{
    const auto found = std::ranges::find(bridges, name, &OvsBridge::name);
    return found == bridges.end() ? nullptr : &*found;
}

OvsPortChange changeOf(const OvsPort &before, const OvsPort &after)
{
    OvsPortChange change;
    if (before.tag != after.tag)
        change.tag = after.tag;
    if (before.trunks != after.trunks)
        change.trunks = after.trunks;
    if (before.mode != after.mode)
        change.mode = after.mode;
    return change;
}

/// What goes of a bridge that stays.
void removePorts(const std::string &netns, const OvsBridge &before, const OvsBridge &after, EditList &edits)
{
    for (const OvsPort &port : before.ports) {
        const OvsPort *same = after.find(port.name);
        if (!same || same->internal != port.internal)
            edits.add(RemoveOvsPort{{netns, port.name}});
    }
}

void addPorts(const std::string &netns, const OvsBridge *before, const OvsBridge &after, EditList &edits)
{
    for (const OvsPort &port : after.ports) {
        const bool local = &port == &after.local();
        const OvsPort *same = before ? before->find(port.name) : nullptr;
        if (!local && (!same || same->internal != port.internal)) {
            edits.add(AddOvsPort{{netns, after.name}, port});
            continue;
        }
        const OvsPortChange change = changeOf(same ? *same : OvsPort(), port);
        if (change != OvsPortChange{})
            edits.add(SetOvsPort{{netns, port.name}, change});
    }
}

} // namespace

EditList ovsDifference(const Netns &netns, const std::vector<OvsBridge> &wanted)
{
    EditList edits;
    for (const OvsBridge &bridge : netns.ovs) {
        if (const OvsBridge *after = find(wanted, bridge.name))
            removePorts(netns.name, bridge, *after, edits);
        else
            edits.add(RemoveOvsBridge{{netns.name, bridge.name}});
    }
    for (const OvsBridge &bridge : wanted) {
        const OvsBridge *before = find(netns.ovs, bridge.name);
        if (!before)
            edits.add(AddOvsBridge{{netns.name, bridge.name}});
        addPorts(netns.name, before, bridge, edits);
    }
    return edits;
}

Words ovsWords(const AddOvsBridge &edit)
{
    return {"add-br", edit.bridge.link};
}

Words ovsWords(const RemoveOvsBridge &edit)
{
    return {"del-br", edit.bridge.link};
}

Words ovsWords(const AddOvsPort &edit)
{
    const OvsPort &port = edit.port;
    Words words{"add-port", edit.bridge.link, port.name};
    if (port.tag)
        words.push_back(fmt::format("tag={}", *port.tag));
    if (!port.trunks.empty())
        words.push_back(fmt::format("trunks={}", fmt::join(port.trunks, ",")));
    if (port.mode)
        words.push_back(fmt::format("vlan_mode={}", modeWord(*port.mode)));
    if (port.internal)
        words.insert(words.end(), {"--", "set", "interface", port.name, "type=internal"});
    return words;
}

Words ovsWords(const RemoveOvsPort &edit)
{
    return {"del-port", edit.port.link};
}

Words ovsWords(const SetOvsPort &edit)
{
    const OvsPortChange &change = edit.change;
    Words set;
    Words cleared;
    const auto say = [&](std::string_view column, bool given, const std::string &value) {
        if (given && value.empty())
            cleared.emplace_back(column);
        else if (given)
            set.push_back(fmt::format("{}={}", column, value));
    };
    say("tag", change.tag.has_value(), change.tag && *change.tag ? fmt::format("{}", **change.tag) : "");
    say("trunks", change.trunks.has_value(), change.trunks ? fmt::format("{}", fmt::join(*change.trunks, ",")) : "");
    say("vlan_mode", change.mode.has_value(), change.mode && *change.mode ? modeWord(**change.mode) : "");
    Words words;
    if (!set.empty()) {
        words = {"set", "port", edit.port.link};
        words.insert(words.end(), set.begin(), set.end());
    }
    if (!cleared.empty()) {
        if (!words.empty())
            words.emplace_back("--");
        words.insert(words.end(), {"clear", "port", edit.port.link});
        words.insert(words.end(), cleared.begin(), cleared.end());
    }
    return words;
}

} // namespace netdraft::model::command
