#include "model/exchange/lab_startup.h"

#include "model/command/command.h"
#include "model/exchange/rebuild/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model {

namespace {

using rebuilding::SettingPlaces;

/// One device on its way from what its engine hands over to what it is in the lab.
class Starting
{
public:
    Starting(Project &state, Lab &lab, const LabDevice &device, const LabHandover &handover)
        : m_state(state), m_lab(lab), m_device(device), m_handover(handover), m_wanted(lab.netns(device))
    {
    }

    LabStartup start()
    {
        setLoopback();
        namePorts();
        for (const LabPort &port : m_device.ports)
            setPort(port);
        for (const Edit &edit : m_device.build)
            perform(edit, m_startup.links);
        writeSettings();
        for (const Edit &edit : m_device.configure)
            perform(edit, m_startup.rest);
        return std::move(m_startup);
    }

private:
    const Netns &made() const { return *m_state.network.find(m_wanted.name); }
    const Link &wanted(const LabPort &port) const { return *m_wanted.find(std::string_view(port.name)); }

    void perform(const Edit &edit, EditList &into)
    {
        if (const auto applied = apply(m_state, {edit}); applied) {
            into.add(edit);
            return;
        }
        std::string command;
        for (const std::string &line : linesInside(std::span(&edit, 1)))
            command += line;
        m_lab.omitted.push_back(fmt::format("{}: `{}`, which is refused there", m_wanted.name, command));
    }

    /// Where it was never up the kernel has not given it its address.
    void setLoopback()
    {
        const Link &wanted = m_wanted.loopback();
        if (!wanted.up)
            perform(SetLinkUp{{m_wanted.name, "lo"}, false}, m_startup.links);
        const std::vector<LinkAddress> given = made().loopback().addresses4;
        for (const LinkAddress &address : given) {
            if (std::ranges::find(wanted.addresses4, address.local, &LinkAddress::local) == wanted.addresses4.end())
                perform(RemoveAddress{{m_wanted.name, "lo"}, address.local}, m_startup.links);
        }
    }

    bool isTaken(std::string_view name) const { return made().find(name) != nullptr; }

    std::string freeName() const
    {
        for (int number = 0;; ++number) {
            std::string name = fmt::format("port{}", number);
            if (!isTaken(name) && !m_wanted.find(std::string_view(name)))
                return name;
        }
    }

    /// A name may still be that of another port, which then has to give it up first, in a ring for a name between.
    void namePorts()
    {
        std::vector<std::pair<std::string, std::string>> open;
        for (std::size_t i = 0; i < m_device.ports.size(); ++i) {
            if (m_handover.ports[i] != m_device.ports[i].name)
                open.emplace_back(m_handover.ports[i], m_device.ports[i].name);
        }
        for (const auto &[name, wanted] : open)
            setDown(name, *std::ranges::find(m_device.ports, wanted, &LabPort::name));
        while (!open.empty()) {
            const auto next = std::ranges::find_if(open, [&](const auto &each) { return !isTaken(each.second); });
            if (next == open.end()) {
                const std::string between = freeName();
                perform(RenameLink{{m_wanted.name, open.front().first}, between}, m_startup.links);
                open.front().first = between;
                continue;
            }
            perform(RenameLink{{m_wanted.name, next->first}, next->second}, m_startup.links);
            open.erase(next);
        }
    }

    void setDown(const std::string &name, const LabPort &port)
    {
        perform(SetLinkUp{{m_wanted.name, name}, false}, m_startup.links);
        const auto &ends = m_lab.cables[port.cable];
        const Lab::End &far = &m_lab.port(ends[0]) == &port ? ends[1] : ends[0];
        const Netns &netns = m_lab.netns(m_lab.devices[far.device]);
        const Link &link = *netns.find(std::string_view(m_lab.port(far).name));
        const auto isLost = [&](std::string_view what) {
            m_lab.omitted.push_back(
                fmt::format("{}: {}, if its cable goes down while {} starts", netns.name, what, m_wanted.name));
        };
        if (link.port.stopped)
            isLost(fmt::format("the state of the port {}", link.name));
        for (const NexthopObject &object : netns.nexthops) {
            if (!object.isGroup() && object.hop.dev == link.id)
                isLost(fmt::format("the next hop object {} by {}", object.id, link.name));
        }
    }

    void setPort(const LabPort &port)
    {
        const Link &link = wanted(port);
        const bool setsMac = port.mac && !m_handover.setsMacs;
        // The link-local address is formed from the MAC that there is when it comes up.
        if (((!link.up && !link.onceUp) || setsMac) && made().find(std::string_view(port.name))->up)
            setDown(port.name, port);
        if (setsMac)
            perform(SetLinkMac{{m_wanted.name, port.name}, *port.mac}, m_startup.links);
    }

    void writeSettings()
    {
        for (const auto &[device, sysctl] : m_handover.always) {
            if (device != "*") {
                const DeviceConf &conf = device == "all" ? m_wanted.confAll : m_wanted.confDefault;
                perform(SetDeviceSysctl{m_wanted.name, std::string(device), sysctl, conf[sysctl]}, m_startup.settings);
                continue;
            }
            for (const LabPort &port : m_device.ports)
                perform(SetDeviceSysctl{m_wanted.name, port.name, sysctl, wanted(port).conf[sysctl]},
                        m_startup.settings);
        }
        EditList step;
        rebuilding::firstSettings(m_wanted, made(), step);
        write(step);
        for (const SettingPlaces places : {SettingPlaces::AllAndDefault, SettingPlaces::Links}) {
            step = {};
            rebuilding::confSettings(m_wanted, made(), places, step);
            write(step);
        }
        if (m_handover.repeatsDefaults)
            repeatDefaults();
    }

    void write(const EditList &step)
    {
        for (const Edit &edit : step)
            perform(edit, m_startup.settings);
    }

    void repeatDefaults()
    {
        const DeviceConf fresh = initialDeviceConf();
        for (const LabPort &port : m_device.ports) {
            for (std::size_t i = 0; i < deviceSysctlCount; ++i) {
                const auto sysctl = static_cast<DeviceSysctl>(i);
                const int value = wanted(port).conf[sysctl];
                const Edit edit = SetDeviceSysctl{m_wanted.name, port.name, sysctl, value};
                if (!allReachesDevices(sysctl) && value != fresh[sysctl] &&
                    std::ranges::find(m_startup.settings, edit) == m_startup.settings.end())
                    perform(edit, m_startup.repeated);
            }
        }
    }

    Project &m_state;
    Lab &m_lab;
    const LabDevice &m_device;
    const LabHandover &m_handover;
    const Netns &m_wanted;
    LabStartup m_startup;
};

bool isSetting(const std::vector<std::string> &words)
{
    return words.size() == 3 && words[0] == "sysctl" && words[1] == "-w";
}

} // namespace

LabStartup startUp(Project &state, Lab &lab, const LabDevice &device, const LabHandover &handover)
{
    return Starting(state, lab, device, handover).start();
}

void noteCarriers(Lab &lab, std::string_view why)
{
    const auto netns = [&](const Lab::End &end) -> const Netns & { return lab.netns(lab.devices[end.device]); };
    const auto link = [&](const Lab::End &end) -> const Link & {
        return *netns(end).find(std::string_view(lab.port(end).name));
    };
    for (const auto &ends : lab.cables) {
        for (std::size_t i = 0; i < 2; ++i) {
            const Link &own = link(ends[i]);
            const Link &far = link(ends[1 - i]);
            if (!far.up && (own.up || own.onceUp))
                lab.omitted.push_back(fmt::format("{}: that {} has no carrier while {} of {} is down, {}",
                                                  netns(ends[i]).name, own.name, far.name, netns(ends[1 - i]).name,
                                                  why));
        }
    }
}

void noteAddresses(Lab &lab, const Project &state)
{
    const auto usable = [](const Link &link) {
        std::set<IpAddress> addresses;
        for (const LinkAddress &address : link.addresses6) {
            if (!address.kernelMade && !address.dadFailed)
                addresses.insert(address.local.address);
        }
        return addresses;
    };
    for (const LabDevice &device : lab.devices) {
        const Netns &netns = lab.netns(device);
        const Netns *started = state.network.find(netns.name);
        for (const Link &link : netns.links) {
            const Link *same = started ? started->find(std::string_view(link.name)) : nullptr;
            if (same && usable(link) != usable(*same))
                lab.omitted.push_back(fmt::format(
                    "{}: which addresses of IPv6 {} may use, for who starts first is chance", netns.name, link.name));
        }
    }
}

EditList handOverDevice(const std::string &netns)
{
    EditList edits;
    if (netns != "host")
        edits.add(AddNetns{netns});
    edits.add(SetLinkUp{{netns, "lo"}, true});
    return edits;
}

EditList handOverCable(const LinkName &one, const LinkName &other, const std::optional<MacAddress> &mac,
                       const std::optional<MacAddress> &otherMac)
{
    return {AddVeth{one, other, mac, otherMac, {}}, SetLinkUp{one, true}, SetLinkUp{other, true}};
}

std::vector<std::string> wordsInside(const Edit &edit)
{
    if (const auto *veth = std::get_if<AddVeth>(&edit.kind)) {
        AddVeth inside = *veth;
        inside.link.netns = inside.peer.netns = "host"; // whoever types it is there
        return wordsOf(inside, Prompt::Node);
    }
    return wordsOf(edit, Prompt::Node);
}

bool waitsForAddress(const Edit &edit)
{
    const auto *socket = std::get_if<AddSocket>(&edit.kind);
    return socket && !socket->address.isV4() && !socket->address.isUnspecified();
}

std::string folderLine(const Edit &edit)
{
    const auto *file = std::get_if<WriteFile>(&edit.kind);
    if (!file || !file->text)
        return {};
    const std::string folder = file->path.substr(0, file->path.rfind('/'));
    if (folder == "/etc" || folder == "/root")
        return {};
    return shellLine(std::vector<std::string>{"mkdir", "-p", folder});
}

std::vector<std::string> linesInside(std::span<const Edit> edits)
{
    constexpr std::size_t widest = 110;
    std::vector<std::string> lines;
    bool open = false; ///< whether the last line takes another setting
    for (const Edit &edit : edits) {
        const std::vector<std::string> words = wordsInside(edit);
        const std::string setting = isSetting(words) ? ' ' + shellLine(std::span(words).subspan(2)) : std::string();
        if (open && !setting.empty() && lines.back().size() + setting.size() <= widest) {
            lines.back() += setting;
            continue;
        }
        if (std::string folder = folderLine(edit); !folder.empty())
            lines.push_back(std::move(folder));
        lines.push_back(shellLine(words) + (neverEnds(edit) ? " &" : ""));
        open = !setting.empty();
    }
    return lines;
}

} // namespace netdraft::model
