#include "model/command/sysctl_key.h"
#include "model/exchange/snapshot/assembly.h"

#include <fmt/format.h>

#include <charconv>

namespace netdraft::model::snapshot {

namespace {

void put(Netns &netns, const Edit &edit)
{
    if (const auto *own = std::get_if<SetNetnsSysctl>(&edit.kind)) {
        netns.sysctls[static_cast<std::size_t>(own->sysctl)] = own->value;
        return;
    }
    const auto *device = std::get_if<SetDeviceSysctl>(&edit.kind);
    if (!device)
        return;
    if (device->device == "all")
        netns.confAll[device->sysctl] = device->value;
    else if (device->device == "default")
        netns.confDefault[device->sysctl] = device->value;
    else if (Link *link = netns.find(std::string_view(device->device)))
        link->conf[device->sysctl] = device->value;
}

} // namespace

EditList readSysctls(const SeenNetns &seen, Netns &netns, std::vector<Error> &troubles)
{
    EditList written;
    const Output *output = seen.answers->find(Question::Sysctls);
    if (!output)
        return written;
    const bool whole = output->part().find("net.ipv4.conf.lo.forwarding") != std::string_view::npos;
    const auto keep = [&](const Edit &edit) {
        if (whole)
            put(netns, edit);
        else
            written.add(edit);
    };
    const Values values(*output, troubles);
    const std::string_view text = *output->text;
    for (std::size_t at = output->begin; at < output->end;) {
        const std::size_t end = std::min(text.find('\n', at), output->end);
        const std::string_view line = text.substr(at, end - at);
        const std::size_t equals = line.find('=');
        if (equals != std::string_view::npos) {
            std::string_view key = line.substr(0, equals);
            std::string_view value = line.substr(equals + 1);
            while (key.ends_with(' '))
                key.remove_suffix(1);
            while (value.starts_with(' '))
                value.remove_prefix(1);
            while (value.ends_with(' ') || value.ends_with('\r'))
                value.remove_suffix(1);
            if (const auto setting = command::sysctlAt(netns, command::pathOfKey(key))) {
                const SysctlRow &row = setting->row();
                int number = 0;
                const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
                const bool isNumber =
                    read.ec == std::errc() && read.ptr == value.data() + value.size() && !value.empty();
                if (isNumber && number >= row.least && number <= row.most)
                    keep(setting->edit(netns.name, number));
                else
                    values.trouble(at + equals + 1,
                                   fmt::format("no value for {}; expected a whole number from {} to {}", key, row.least,
                                               row.most));
            }
        }
        at = end + 1;
    }
    // Where the module is not loaded, bridged packets meet no filter, whatever its setting would be.
    if (whole && output->part().find("net.bridge.") == std::string_view::npos) {
        for (const NetnsSysctl sysctl :
             {NetnsSysctl::BridgeCallIptables, NetnsSysctl::BridgeCallIp6tables, NetnsSysctl::BridgeCallArptables})
            netns.sysctls[static_cast<std::size_t>(sysctl)] = 0;
    }
    return written;
}

} // namespace netdraft::model::snapshot
