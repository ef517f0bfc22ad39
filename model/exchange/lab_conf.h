#pragma once

#include "model/address/mac_address.h"

#include <optional>
#include <vector>

namespace netdraft::model {

/// A `lab.conf` of Kathará or Netkit, line by line.
struct LabConf {
    /// `DEVICE[NUMBER]=DOMAIN[/MAC]`
    struct Interface {
        std::string device;
        int number = 0;
        std::string domain;
        std::optional<MacAddress> mac;
        Position where;
    };
    /// `DEVICE[KEY]=VALUE`
    struct Option {
        std::string device;
        std::string key;
        std::string value;
        Position where;
    };
    struct Device {
        std::string name;
        Position where; ///< of its first line
    };
    std::vector<Device> devices; ///< in the order of their first lines
    std::vector<Interface> interfaces;
    std::vector<Option> options;
    std::vector<Error> troubles; ///< lines that are none of these, and interfaces that no lab can have
};

LabConf readLabConf(std::string_view text, const std::string &file);

/// The order in which a `lab.dep` has devices start: after those that they name. `devices` in their order otherwise.
std::vector<std::string> startOrder(std::string_view labDep, const std::string &file,
                                    const std::vector<std::string> &devices, std::vector<Error> &troubles);

} // namespace netdraft::model
