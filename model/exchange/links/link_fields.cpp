#include "model/exchange/links/link_fields.h"

namespace netdraft::model {

namespace {

constexpr PortField fields[] = {
    {"guard", &PortChange::guard, &BridgePort::guard},
    {"hairpin", &PortChange::hairpin, &BridgePort::hairpin},
    {"rootBlock", &PortChange::rootBlock, &BridgePort::rootBlock},
    {"learning", &PortChange::learning, &BridgePort::learning},
    {"flood", &PortChange::flood, &BridgePort::flood},
    {"mcastFlood", &PortChange::mcastFlood, &BridgePort::mcastFlood},
    {"bcastFlood", &PortChange::bcastFlood, &BridgePort::bcastFlood},
    {"neighSuppress", &PortChange::neighSuppress, &BridgePort::neighSuppress},
    {"isolated", &PortChange::isolated, &BridgePort::isolated},
    {"locked", &PortChange::locked, &BridgePort::locked},
};

template <typename Change, typename Value>
void note(Change &change, const Value &value, const Value &initial)
{
    if (value != initial)
        change = value;
}

} // namespace

std::span<const PortField> portFields()
{
    return fields;
}

PortChange differenceOf(const BridgePort &port)
{
    const BridgePort fresh;
    PortChange change;
    note(change.cost, port.cost, fresh.cost);
    note(change.priority, port.priority, fresh.priority);
    for (const PortField &field : fields)
        note(change.*field.change, port.*field.value, fresh.*field.value);
    return change;
}

BridgeChange differenceOf(const Bridge &bridge)
{
    const Bridge fresh;
    BridgeChange change;
    note(change.stp, bridge.stp, fresh.stp);
    note(change.priority, bridge.priority, fresh.priority);
    note(change.forwardDelay, bridge.forwardDelay, fresh.forwardDelay);
    note(change.helloTime, bridge.helloTime, fresh.helloTime);
    note(change.maxAge, bridge.maxAge, fresh.maxAge);
    note(change.ageingTime, bridge.ageingTime, fresh.ageingTime);
    note(change.vlanFiltering, bridge.vlanFiltering, fresh.vlanFiltering);
    note(change.defaultPvid, bridge.defaultPvid, fresh.defaultPvid);
    note(change.vlanProtocol, bridge.vlanProtocol, fresh.vlanProtocol);
    note(change.groupFwdMask, bridge.groupFwdMask, fresh.groupFwdMask);
    note(change.mcastSnooping, bridge.mcastSnooping, fresh.mcastSnooping);
    return change;
}

} // namespace netdraft::model
