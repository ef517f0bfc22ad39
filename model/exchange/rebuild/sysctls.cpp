#include "model/exchange/rebuild/steps.h"

namespace netdraft::model::rebuilding {

namespace {

enum class Places : bool { AllAndDefault, Links };

void confEdits(const Netns &netns, const Netns &made, Places places, EditList &step)
{
    for (std::size_t i = 0; i < deviceSysctlCount; ++i) {
        const auto sysctl = static_cast<DeviceSysctl>(i);
        const auto put = [&](const std::string &device, const DeviceConf &wanted, const DeviceConf &has) {
            if (wanted[sysctl] != has[sysctl])
                step.add(SetDeviceSysctl{netns.name, device, sysctl, wanted[sysctl]});
        };
        if (places == Places::AllAndDefault) {
            put("all", netns.confAll, made.confAll);
            put("default", netns.confDefault, made.confDefault);
            continue;
        }
        for (const Link &link : netns.links) {
            if (const Link *same = made.find(link.name))
                put(link.name, link.conf, same->conf);
        }
    }
}

} // namespace

void setSysctls(Rebuilding &building)
{
    EditList step;
    for (const auto &netns : building.namespaces()) {
        for (std::size_t i = 0; i < netnsSysctlCount; ++i) {
            const auto sysctl = static_cast<NetnsSysctl>(i);
            if (netns->sysctls[i] != sysctlRow(sysctl).initial)
                step.add(SetNetnsSysctl{netns->name, sysctl, netns->sysctls[i]});
        }
        for (std::size_t i = 0; i < deviceSysctlCount; ++i) {
            const auto sysctl = static_cast<DeviceSysctl>(i);
            if (allReachesDevices(sysctl) && netns->confAll[sysctl] != sysctlRow(sysctl).initialAll)
                step.add(SetDeviceSysctl{netns->name, "all", sysctl, netns->confAll[sysctl]});
        }
    }
    building.commit(std::move(step));
    step = {};
    // Writing `all` or `default` wrote others as well; what is still different was written alone.
    for (const Places places : {Places::AllAndDefault, Places::Links}) {
        for (const auto &netns : building.namespaces()) {
            if (const Netns *made = building.built().network.find(netns->name))
                confEdits(*netns, *made, places, step);
        }
        building.commit(std::move(step));
        step = {};
    }
}

} // namespace netdraft::model::rebuilding
