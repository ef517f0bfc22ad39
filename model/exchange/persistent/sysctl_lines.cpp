#include "model/exchange/persistent/sysctl_lines.h"

#include "model/command/sysctl_key.h"

#include <fmt/format.h>

namespace netdraft::model {

std::optional<std::string> sysctlLine(const Edit &edit)
{
    if (const auto *device = std::get_if<SetDeviceSysctl>(&edit.kind))
        return fmt::format("{} = {}", command::sysctlKey(device->sysctl, device->device), device->value);
    if (const auto *whole = std::get_if<SetNetnsSysctl>(&edit.kind))
        return fmt::format("{} = {}", command::sysctlKey(whole->sysctl), whole->value);
    return std::nullopt;
}

std::string sysctlFile(const std::string &node, const EditList &edits)
{
    std::string lines;
    for (const Edit &edit : edits) {
        if (const auto line = sysctlLine(edit))
            lines += *line + '\n';
    }
    if (lines.empty())
        return {};
    return fmt::format(
        "# The settings of {} that differ from a fresh kernel's, in the order in which they are written.\n{}", node,
        lines);
}

} // namespace netdraft::model
