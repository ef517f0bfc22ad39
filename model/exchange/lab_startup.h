#pragma once

#include "model/exchange/lab_devices.h"

#include <map>
#include <span>

namespace netdraft::model {

/// What an engine can be relied on to have done of a device when the first command is typed.
struct LabHandover {
    std::vector<std::string> ports; ///< what the engine calls LabDevice::ports, in their order
    bool setsMacs = false;          ///< whether the ports have their MACs
    struct Setting {
        std::string_view device; ///< `all`, `default`, or `*` for every port
        DeviceSysctl sysctl;
    };
    std::span<const Setting> always = {}; ///< settings that are written whatever the engine's are
    /// Settings of devices are written where a fresh kernel has others, though `default` should have given them.
    bool repeatsDefaults = false;
};

/// What is to be typed in a device so that it becomes what it is in the lab.
struct LabStartup {
    EditList links;    ///< the ports by their names, and all other links
    EditList settings; ///< sysctls
    EditList repeated; ///< those that LabHandover::repeatsDefaults asks for
    EditList rest;
};

/// Performs all of it on `state`, the lab as the engine hands it over, with the devices before this one started. What
/// is refused there is left out, and a line of `omitted` says so.
LabStartup startUp(Project &state, Lab &lab, const LabDevice &device, const LabHandover &handover);

/// Says of each port whose far end is down that its carrier is another than drawn, at some time or for ever.
void noteCarriers(Lab &lab, std::string_view why);

/// Says of each link that uses other addresses of IPv6 than drawn in `state`, where all devices have started one after
/// the other: so it depends on who starts when.
void noteAddresses(Lab &lab, const Project &state);

/// What an engine does of a namespace before anything is typed: it is there, and so is `lo`, up.
EditList handOverDevice(const std::string &netns);
/// And of a cable: both ends are up.
EditList handOverCable(const LinkName &one, const LinkName &other, const std::optional<MacAddress> &mac,
                       const std::optional<MacAddress> &otherMac);

/// What makes the folder of a file that an edit writes; empty where every machine has it.
std::string folderLine(const Edit &edit);

/// The command as it is typed in the device: also of a veth pair whose ends are both there.
std::vector<std::string> wordsInside(const Edit &edit);
/// The same as lines of a shell script, with settings that follow each other in one, and `&` behind programs.
std::vector<std::string> linesInside(std::span<const Edit> edits);

/// Whether an edit starts a program on an IPv6 address, which cannot be had before its duplicate detection is over.
bool waitsForAddress(const Edit &edit);
/// How long that takes at most with a link that has just come up.
inline constexpr int addressSeconds = 3;

/// The names that the devices of a lab get in a form that takes few of them: lower-case letters, digits and
/// `separator`, at most `longest` of them, the first a letter, each another and none of `reserved`; by the namespace's.
std::map<NetnsId, std::string> labNames(const Lab &lab, char separator, std::size_t longest,
                                        std::span<const std::string_view> reserved);

/// `# netdraft: node NAME ORIGINAL [KIND X Y]`, which tells a reader of ours what the form has no field for.
std::string nodeRemark(const Project &project, const Netns &netns, std::string_view name);

} // namespace netdraft::model
