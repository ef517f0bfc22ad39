#pragma once

#include "model/edit/edit.h"

#include <span>

namespace netdraft::model {

/// A word of the project file and the number it stands for.
struct ProjectWord {
    std::string_view word;
    std::uint32_t value;
};

// The words are iproute2's; a number without a word is written as a number.
std::span<const ProjectWord> routeTypeWords();
std::span<const ProjectWord> scopeWords();
std::span<const ProjectWord> protocolWords();
std::span<const ProjectWord> tableWords();
std::span<const ProjectWord> nudWords();
std::span<const ProjectWord> ruleActionWords();
std::span<const ProjectWord> programWords();
std::span<const ProjectWord> transportWords();
std::span<const ProjectWord> preferenceWords();

/// The sysctls that a project file may set, as sysctl(8) writes them.
std::string sysctlName(DeviceSysctl sysctl, std::string_view device);
std::string sysctlName(NetnsSysctl sysctl);

/// The edit that writes a sysctl, by its name as above; nothing for any other name.
std::optional<Edit> sysctlEdit(const std::string &netns, std::string_view name, int value);

/// The scope that an address has when none is written.
Scope impliedScope(const IpAddress &address);

} // namespace netdraft::model
