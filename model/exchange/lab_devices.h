#pragma once

#include "model/edit/apply.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace netdraft::model {

/// The end of a cable between two devices of a lab, which the engine makes.
struct LabPort {
    std::string name; ///< as the network calls it
    std::optional<MacAddress> mac;
    std::size_t cable = 0; ///< an index into Lab::cables
};

/// A namespace as a device of a lab: what its engine makes, and what is typed in it then.
struct LabDevice {
    NetnsId netns;              ///< in Lab::project
    std::vector<LabPort> ports; ///< ordered by ifindex
    EditList build;             ///< its other links, and what belongs to what
    EditList configure;         ///< all that comes after the settings
};

/// A network as engines of labs build it: devices, and cables between them.
struct Lab {
    struct End {
        std::size_t device = 0;
        std::size_t port = 0;
    };
    Project project; ///< what of the network such an engine can build
    std::vector<LabDevice> devices;
    std::vector<std::array<End, 2>> cables;
    std::vector<std::string> omitted; ///< what it cannot: lines of Exported::omitted

    const Netns &netns(const LabDevice &device) const { return *project.network.find(device.netns); }
    const LabPort &port(const End &end) const { return devices[end.device].ports[end.port]; }
};

/// The machine itself is a device like others where it has links. Links that lie on another namespace's, or whose
/// packets leave from another namespace, and Open vSwitch are left out. Refuses names that must not reach a shell.
Result<Lab> labOf(const Project &project);

} // namespace netdraft::model
