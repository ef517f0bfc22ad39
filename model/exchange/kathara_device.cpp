#include "model/exchange/kathara_device.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// Whether both write the same setting.
bool writeTheSame(const Edit &one, const Edit &other)
{
    const auto *first = std::get_if<SetDeviceSysctl>(&one.kind);
    const auto *second = std::get_if<SetDeviceSysctl>(&other.kind);
    return first && second && first->device == second->device && first->sysctl == second->sysctl;
}

} // namespace

EditList katharaSettings(const std::string &netns, bool ipv6, std::span<const Edit> chosen)
{
    using enum DeviceSysctl;
    const auto set = [&](const char *device, DeviceSysctl sysctl, int value) {
        return SetDeviceSysctl{netns, device, sysctl, value};
    };
    EditList settings{set("all", Ipv4RpFilter, 0), set("default", Ipv4RpFilter, 0), set("lo", Ipv4RpFilter, 0),
                      set("all", Ipv4Forwarding, 1)};
    if (ipv6)
        settings.add(EditList{set("all", Ipv6Forwarding, 1), set("all", Ipv6AcceptRa, 0),
                              set("default", Ipv6DisableIpv6, 0), set("all", Ipv6DisableIpv6, 0)});
    else
        settings.add(EditList{set("default", Ipv6DisableIpv6, 1), set("all", Ipv6DisableIpv6, 1),
                              set("default", Ipv6Forwarding, 0), set("all", Ipv6Forwarding, 0)});
    EditList edits;
    for (const Edit &setting : settings) {
        if (std::ranges::none_of(chosen, [&](const Edit &own) { return writeTheSame(own, setting); }))
            edits.add(setting);
    }
    for (const Edit &own : chosen)
        edits.add(own);
    return edits;
}

} // namespace netdraft::model
