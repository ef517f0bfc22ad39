#include "model/reachability/mends/vrfs.h"

#include "model/reachability/subnets.h"
#include "model/reachability/vrf_of_leg.h"

namespace netdraft::model::mending {

std::optional<Mend> intoVrf(const Place &place)
{
    const Network &network = place.plane.network();
    const Link *vrf = otherVrfWithRoute(network, place.leg);
    if (!vrf || !vrf->up)
        return std::nullopt;
    AddRoute edit{place.netns.name, {}, AddMode::Add};
    edit.route.destination = subnetOf(network, place.leg.destination);
    edit.route.hop.dev = vrf->name;
    const std::string to = edit.route.destination.toString();
    std::string text = MendWords::phrase("Add route {} into VRF {} on {}", to, vrf->name, place.netns.name);
    if (const Link *own = vrfOfLeg(network, place.leg)) {
        edit.route.table = own->as<Vrf>()->table;
        text =
            MendWords::phrase("Add route {} into VRF {} on {} in VRF {}", to, vrf->name, place.netns.name, own->name);
    }
    return Mend{std::move(text), {Edit(edit)}};
}

std::vector<Mend> raiseVrf(const Place &place)
{
    const Link *vrf = vrfOfLeg(place.plane.network(), place.leg);
    if (!vrf)
        return {};
    return {{MendWords::phrase("Set {} of {} up", vrf->name, place.netns.name),
             {Edit(SetLinkUp{{place.netns.name, vrf->name}, true})}}};
}

} // namespace netdraft::model::mending
