#include "model/exchange/rebuild/settings.h"
#include "model/exchange/rebuild/steps.h"

namespace netdraft::model::rebuilding {

void firstSettings(const Netns &wanted, const Netns &made, EditList &step)
{
    for (std::size_t i = 0; i < netnsSysctlCount; ++i) {
        if (wanted.sysctls[i] != made.sysctls[i])
            step.add(SetNetnsSysctl{wanted.name, static_cast<NetnsSysctl>(i), wanted.sysctls[i]});
    }
    for (std::size_t i = 0; i < deviceSysctlCount; ++i) {
        const auto sysctl = static_cast<DeviceSysctl>(i);
        if (allReachesDevices(sysctl) && wanted.confAll[sysctl] != made.confAll[sysctl])
            step.add(SetDeviceSysctl{wanted.name, "all", sysctl, wanted.confAll[sysctl]});
    }
}

void confSettings(const Netns &wanted, const Netns &made, SettingPlaces places, EditList &step)
{
    for (std::size_t i = 0; i < deviceSysctlCount; ++i) {
        const auto sysctl = static_cast<DeviceSysctl>(i);
        const auto put = [&](const std::string &device, const DeviceConf &conf, const DeviceConf &has) {
            if (conf[sysctl] != has[sysctl])
                step.add(SetDeviceSysctl{wanted.name, device, sysctl, conf[sysctl]});
        };
        if (places == SettingPlaces::AllAndDefault) {
            put("all", wanted.confAll, made.confAll);
            put("default", wanted.confDefault, made.confDefault);
            continue;
        }
        for (const Link &link : wanted.links) {
            if (const Link *same = made.find(link.name))
                put(link.name, link.conf, same->conf);
        }
    }
}

void setSysctls(Rebuilding &building)
{
    EditList step;
    for (const auto &netns : building.namespaces()) {
        if (const Netns *made = building.built().network.find(netns->name))
            firstSettings(*netns, *made, step);
    }
    building.commit(std::move(step));
    step = {};
    // Writing `all` or `default` wrote others as well; what is still different was written alone.
    for (const SettingPlaces places : {SettingPlaces::AllAndDefault, SettingPlaces::Links}) {
        for (const auto &netns : building.namespaces()) {
            if (const Netns *made = building.built().network.find(netns->name))
                confSettings(*netns, *made, places, step);
        }
        building.commit(std::move(step));
        step = {};
    }
}

} // namespace netdraft::model::rebuilding
