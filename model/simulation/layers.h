#pragma once

#include "model/forwarding/packet.h"

#include <string>
#include <vector>

namespace netdraft::model::simulation {

/// A header of a packet, field by field, as a person reads it.
struct Layer {
    struct Field {
        std::string name;
        std::string value;
    };
    std::string title; ///< `Ethernet`, `IPv4` …
    std::vector<Field> fields;
};

/// The headers of a frame from the outermost in: those of the packet that a tunnel carries, and those that an ICMP
/// error quotes, follow.
std::vector<Layer> layersOf(const Frame &frame);

} // namespace netdraft::model::simulation
