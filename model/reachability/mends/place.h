#pragma once

#include "model/forwarding/data_plane.h"
#include "model/phrase.h"
#include "model/reachability/ping.h"

namespace netdraft::model::mending {

/// What a mend is made from: where the packet ended and what it was.
struct Place {
    const DataPlane &plane;
    const Leg &leg;
    const Hop &hop;
    NodeIndex index;
    const Netns &netns;

    std::string linkName(LinkId link) const
    {
        const Link *found = netns.find(link);
        return found ? found->name : std::string();
    }
};

/// The namespace of the link at which a frame ended, and its name there.
struct FrameEnd {
    const Netns *netns = nullptr;
    const Link *link = nullptr;

    explicit FrameEnd(const Place &place)
        : netns(place.plane.network().find(place.leg.at.netns)), link(place.plane.network().find(place.leg.at))
    {
    }
    explicit operator bool() const { return netns && link; }
    LinkName name() const { return {netns->name, link->name}; }
    std::string words() const { return MendWords::phrase("{} of {}", link->name, netns->name); }
};

} // namespace netdraft::model::mending
