#include "model/reachability/mends/ports.h"

#include "model/reachability/mends/links.h"

namespace netdraft::model::mending {

namespace {

Mend changePort(const LinkName &port, const PortChange &change, std::string text)
{
    return {std::move(text), {Edit(SetPort{port, change})}};
}

/// All ipvlans of the parent hear each other.
Mend openIpvlans(const FrameEnd &end)
{
    IpvlanChange change;
    change.flag = IpvlanFlag::Bridge;
    return {MendWords::phrase("Let {} and the others on its parent hear each other", end.words()),
            {Edit(ChangeLink{end.name(), change})}};
}

} // namespace

std::vector<Mend> openPort(const Place &place)
{
    const FrameEnd end(place);
    if (end && end.link->as<Ipvlan>())
        return {openIpvlans(end)};
    if (!end || !end.link->master)
        return {};
    PortChange change;
    switch (place.leg.cause) {
    case Cause::Isolated:
        change.isolated = false;
        return {changePort(end.name(), change, MendWords::phrase("Isolate {} no longer", end.words()))};
    case Cause::PortLocked:
        change.locked = false;
        return {changePort(end.name(), change, MendWords::phrase("Unlock {}", end.words()))};
    case Cause::PortStopped:
        if (!end.link->up)
            return raiseEnd(place);
        if (!end.link->port.stopped)
            return {};
        change.state = PortState::Forwarding;
        return {changePort(end.name(), change, MendWords::phrase("Let {} forward", end.words()))};
    default: return {};
    }
}

std::vector<Mend> floodAgain(const Place &place)
{
    const FrameEnd end(place);
    if (!end || !end.link->bridge())
        return {};
    Mend mend{MendWords::phrase("Let the ports of {} take frames for unknown addresses", end.words()), {}};
    for (const LinkId id : end.link->bridge()->ports) {
        const Link *port = end.netns->find(id);
        if (!port || port->port.flood)
            continue;
        PortChange change;
        change.flood = true;
        mend.edits.add(SetPort{{end.netns->name, port->name}, change});
    }
    return mend.edits.empty() ? std::vector<Mend>{} : std::vector<Mend>{mend};
}

} // namespace netdraft::model::mending
