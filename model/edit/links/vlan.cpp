#include "model/edit/links/new_links.h"
#include "model/edit/links/stacking.h"

#include <algorithm>

namespace netdraft::model {

/// vlan_newlink, register_vlan_dev
Result<void> establish(Founding &founding, const VlanWords &words)
{
    if (words.parent.empty())
        return fail(ErrorCode::MessageOther, "8021q: link not specified.");
    const auto parent = founding.find(words.parent);
    if (!parent)
        return fail(parent.error());
    if (words.id >= 4095)
        return fail(ErrorCode::MessageOther, "8021q: Invalid VLAN id.");
    const Link &lower = *founding.draft.network.find(*parent);
    if (!lower.hasMac())
        return fail(ErrorCode::MessageOther, "8021q: VLANs not supported on device.");
    for (const LinkPlace child : childrenOf(founding.draft, *parent)) {
        const Vlan *other = founding.draft.network.find(child)->as<Vlan>();
        if (other && other->id == words.id && other->protocol == words.protocol)
            return fail(ErrorCode::MessageOther, "8021q: VLAN device already exists.");
    }
    if (!founding.mtuGiven)
        founding.link.mtu = lower.mtu;
    else if (founding.link.mtu > lower.mtu)
        return fail(ErrorCode::InvalidArgument);
    if (!founding.link.macSet)
        founding.link.mac = lower.mac;
    founding.link.kind = Vlan{*parent, words.id, words.protocol};
    return {};
}

} // namespace netdraft::model
