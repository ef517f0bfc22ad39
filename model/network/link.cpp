#include "model/network/link.h"

namespace netdraft::model {

LinkPlace Link::parent() const
{
    if (const Vlan *vlan = as<Vlan>())
        return vlan->parent;
    if (const Macvlan *macvlan = as<Macvlan>())
        return macvlan->parent;
    if (const Ipvlan *ipvlan = as<Ipvlan>())
        return ipvlan->parent;
    return {};
}

LinkPlace Link::outerDevice() const
{
    const auto place = [](NetnsId underlay, LinkId dev) { return dev ? LinkPlace{underlay, dev} : LinkPlace{}; };
    if (const Vxlan *vxlan = as<Vxlan>())
        return place(vxlan->underlay, vxlan->dev);
    if (const Tunnel *tunnel = as<Tunnel>())
        return place(tunnel->underlay, tunnel->dev);
    return {};
}

const std::string &labelOf(const Link &link, const LinkAddress &address)
{
    return address.label.empty() ? link.name : address.label;
}

bool Link::asksNobody() const
{
    const Ipvlan *ipvlan = as<Ipvlan>();
    return arpOff || as<Dummy>() || as<Vrf>() || (ipvlan && ipvlan->mode != IpvlanMode::L2) ||
           (as<Tunnel>() && !hasMac());
}

} // namespace netdraft::model
