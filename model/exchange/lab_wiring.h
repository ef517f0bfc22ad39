#pragma once

#include "model/edit/edit.h"
#include "model/exchange/import.h"

#include <optional>

namespace netdraft::model {

/// What a comment of ours says of a device: nodeRemark().
struct NodeRemark {
    std::string original;
    std::optional<NodeDrawing> drawing;
};
/// Those of a text, by the device's name in it. What is not written as ours are is no remark.
std::map<std::string, NodeRemark, std::less<>> nodeRemarks(std::string_view text);

/// An interface that a lab's file gives a device.
struct WiredEnd {
    std::string netns;
    std::string link;
    std::optional<MacAddress> mac;
    Position where; ///< of what asks for it
};

/// Builds the devices and segments that a lab's file asks for, and keeps what is wrong with them as troubles.
class LabWiring
{
public:
    LabWiring(Imported &into, std::map<std::string, NodeRemark, std::less<>> remarks);

    /// Makes the namespace of a device, as its remark calls it if it has one, with `lo` up; its name, or nothing where
    /// it cannot be made.
    std::optional<std::string> addDevice(const std::string &name, const Position &where);
    /// The namespace of a device; null when there is none.
    const std::string *netnsOf(std::string_view device) const;

    /// A segment: of two ends a cable, of another number a switch with that name. `mtu` is that of the interfaces.
    void addSegment(const std::string &name, const std::vector<WiredEnd> &ends, int mtu = 1500);

    /// Performs edits; what is refused is a trouble at that place.
    bool perform(const EditList &edits, const Position &where);
    void complain(const Position &where, std::string what);

private:
    bool addCable(const WiredEnd &one, const LinkName &other, const std::optional<MacAddress> &mac, int mtu);
    std::string freeName(const std::string &wanted) const;

    Imported &m_into;
    std::map<std::string, NodeRemark, std::less<>> m_remarks;
    std::map<std::string, std::string, std::less<>> m_devices; ///< their namespaces
};

} // namespace netdraft::model
