#pragma once

#include "model/edit/edit.h"

namespace netdraft::model {

/// The state that an edit list works on: a copy of the project, which takes the project's place once every
/// edit has been accepted.
struct Draft {
    Network network;
    std::shared_ptr<const Drawing> drawing;
    /// Namespaces that are gone and whose numbers others may still hold; see forgetRemoved().
    std::vector<NetnsId> removed;
    /// Namespaces whose numbers for others are known to be 0 to n - 1, and n; saves a search for each of many.
    std::map<NetnsId, std::size_t> denseNsids;

    /// A link and one that lies on it: its VLAN, macvlan or ipvlan, else a VXLAN whose device it is.
    struct Stacked {
        LinkId lower;
        LinkPlace upper;
        bool child = true;
    };
    /// All of them, once somebody asked; see links/stacking.h.
    std::optional<std::vector<Stacked>> stacked = std::nullopt;

    /// Links with addresses to be checked for duplicates; see duplicate_detection.h.
    std::vector<LinkPlace> unchecked = {};
    std::size_t detections = 0; ///< addresses that somebody was looked for with
    /// All addresses that somebody answers for, once many were asked for.
    std::optional<std::set<IpAddress>> answered = std::nullopt;

    /// What is known of routers that advertise, as long as it holds; see router_advertisements.h.
    struct Advertising {
        std::set<NetnsId> routers;                           ///< where a radvd runs
        std::map<LinkPlace, std::vector<LinkPlace>> hearers; ///< of those who advertise
        std::map<NetnsId, Network::NetnsPtr> told;           ///< as it was once it had heard all
    };
    std::optional<Advertising> advertising = std::nullopt;
};

/// CannotOpenNetns if there is none of that name.
Result<NetnsId> findNetns(const Draft &draft, std::string_view name);
/// CannotOpenNetns, or CannotFindDevice.
Result<LinkPlace> findLink(const Draft &draft, const LinkName &name);

/// The link, to be written to; it must exist. The reference holds until a link of its namespace comes or
/// goes.
Link &changeLink(Draft &draft, LinkPlace place);

/// The drawing, to be written to: a copy of its own, which is made once for all edits of a list.
Drawing &changeDrawing(Draft &draft);

/// The number by which `netns` knows `other`, now allotted if it had none: the lowest free one
/// (peernet2id_alloc).
void allotNsid(Draft &draft, NetnsId netns, NetnsId other);
/// Takes the numbers of removed namespaces from all others; once for many, since it looks at every namespace.
void forgetRemoved(Draft &draft);

} // namespace netdraft::model
