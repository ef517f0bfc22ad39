#include "model/exchange/kathara_format.h"

#include "model/command/command.h"
#include "model/exchange/command_sections.h"
#include "model/exchange/kathara_device.h"
#include "model/exchange/lab_startup.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

/// On Kubernetes an interface `eth0` is the pod's own. It steps aside, with its routes, and the lab's get the names
/// that they have on Docker.
std::string sharedStartup(std::string_view podLink)
{
    return fmt::format(R"(# What Kathará runs in every device before its own startup.
{}
# On Kubernetes the lab's interfaces are net0, net1, ... and eth0 is the pod's own.
if ip link show net0 >/dev/null 2>&1; then
    ip link set eth0 down
    ip link set eth0 name {}
    number=0
    while ip link show "net$number" >/dev/null 2>&1; do
        ip link set "net$number" down
        ip link set "net$number" name "eth$number"
        ip link set "eth$number" up
        number=$((number + 1))
    done
fi
{}
)",
                       kathara_mark::begin, podLink, kathara_mark::end);
}

/// The same for a device that the lab gives no interface, which shows neither what runs it nor a `net0`.
std::string startupWithoutPorts(std::string_view podLink)
{
    return fmt::format(R"({}
# On Kubernetes eth0 is the pod's own, and the lab gives this device none.
if ip link show eth0 >/dev/null 2>&1; then
    ip link set eth0 down
    ip link set eth0 name {}
fi
{}
)",
                       kathara_mark::begin, podLink, kathara_mark::end);
}

/// `A`, …, `Z`, `AA`, …
std::string domainName(std::size_t number)
{
    std::string name;
    for (++number; number > 0; number = (number - 1) / 26)
        name.insert(0, 1, static_cast<char>('A' + ((number - 1) % 26)));
    return name;
}

class KatharaLab
{
public:
    explicit KatharaLab(Lab lab)
        : m_lab(std::move(lab)), m_names(labNames(m_lab, '_', longestKatharaName, katharaReserved))
    {
    }

    Exported write(std::string_view title)
    {
        numberPorts();
        handOver();
        m_conf = fmt::format("# A lab for Kathará: `kathara lstart` in this folder. Interface N is ethN.\n"
                             "LAB_DESCRIPTION=\"{}\"\n",
                             title);
        for (std::size_t i = 0; i < m_lab.devices.size(); ++i)
            writeDevice(i);
        noteCarriers(m_lab, "for a collision domain is a hub");
        noteAddresses(m_lab, m_state);
        m_files.push_back({"lab.conf", std::move(m_conf)});
        m_files.push_back({"shared.startup", sharedStartup(podLink())});
        std::ranges::sort(m_files, {}, &OutputFile::name);
        return {std::move(m_files), std::move(m_lab.omitted)};
    }

private:
    /// The ports keep their order, but where their names are those of Kathará, all of them.
    void numberPorts()
    {
        for (const LabDevice &device : m_lab.devices) {
            std::vector<std::size_t> numbers(device.ports.size());
            bool own = true;
            for (std::size_t i = 0; i < numbers.size(); ++i) {
                const auto same = std::ranges::find(device.ports, fmt::format("eth{}", i), &LabPort::name);
                own = own && same != device.ports.end();
                if (own)
                    numbers[static_cast<std::size_t>(same - device.ports.begin())] = i;
            }
            for (std::size_t i = 0; !own && i < numbers.size(); ++i)
                numbers[i] = i;
            m_numbers.push_back(std::move(numbers));
        }
    }

    std::string portName(const Lab::End &end) const { return fmt::format("eth{}", m_numbers[end.device][end.port]); }

    /// The lab as Kathará hands it over.
    void handOver()
    {
        for (const LabDevice &device : m_lab.devices) {
            m_chosen.push_back(chosenSettings(m_lab.netns(device)));
            perform(handOverDevice(m_lab.netns(device).name));
            perform(katharaSettings(m_lab.netns(device).name, true, m_chosen.back().edits));
        }
        for (const auto &[one, other] : m_lab.cables)
            perform(handOverCable({nodeName(one), portName(one)}, {nodeName(other), portName(other)},
                                  m_lab.port(one).mac, m_lab.port(other).mac));
    }

    const std::string &nodeName(const Lab::End &end) const { return m_lab.netns(m_lab.devices[end.device]).name; }

    void perform(const EditList &edits)
    {
        // Names are free and every setting is one of a fresh namespace.
        [[maybe_unused]] const auto applied = apply(m_state, edits);
    }

    /// The settings that lab.conf makes Kathará write. Docker writes them in an order that nobody knows: so none of
    /// those that write others as well, where the others are to have another value.
    static EditList chosenSettings(const Netns &netns)
    {
        using enum DeviceSysctl;
        EditList chosen;
        const auto put = [&](const char *device, DeviceSysctl sysctl) {
            const DeviceConf &conf = std::string_view(device) == "all" ? netns.confAll : netns.confDefault;
            chosen.add(SetDeviceSysctl{netns.name, device, sysctl, conf[sysctl]});
        };
        put("all", Ipv4Forwarding);
        put("all", Ipv4RpFilter);
        put("default", Ipv4RpFilter);
        put("all", Ipv6Forwarding);
        put("all", Ipv6AcceptRa);
        if (netns.confAll[Ipv6DisableIpv6] != 0 &&
            netns.confDefault[Ipv6DisableIpv6] == netns.confAll[Ipv6DisableIpv6]) {
            put("all", Ipv6DisableIpv6);
            put("default", Ipv6DisableIpv6);
        }
        const DeviceConf freshAll = initialConfAll();
        const DeviceConf fresh = initialDeviceConf();
        for (std::size_t i = 0; i < deviceSysctlCount; ++i) {
            const auto sysctl = static_cast<DeviceSysctl>(i);
            if (allReachesDevices(sysctl) || sysctl == Ipv4RpFilter || sysctl == Ipv6AcceptRa ||
                sysctl == Ipv4AcceptRedirects)
                continue;
            if (netns.confAll[sysctl] != freshAll[sysctl])
                put("all", sysctl);
            if (netns.confDefault[sysctl] != fresh[sysctl])
                put("default", sysctl);
        }
        if (netns.confDefault[Ipv6AcceptRa] != fresh[Ipv6AcceptRa])
            put("default", Ipv6AcceptRa);
        if (netns.confDefault[Ipv4AcceptRedirects] != fresh[Ipv4AcceptRedirects])
            put("default", Ipv4AcceptRedirects);
        for (std::size_t i = 0; i < netnsSysctlCount; ++i) {
            const auto sysctl = static_cast<NetnsSysctl>(i);
            // Those of bridges are not there at all where the module is not loaded, and then nothing would start.
            const bool ofBridges = sysctl >= NetnsSysctl::BridgeCallIptables;
            if (!ofBridges && netns.sysctls[i] != sysctlRow(sysctl).initial)
                chosen.add(SetNetnsSysctl{netns.name, sysctl, netns.sysctls[i]});
        }
        return chosen;
    }

    void writeDevice(std::size_t index)
    {
        const LabDevice &device = m_lab.devices[index];
        const Netns &netns = m_lab.netns(device);
        const std::string &name = m_names.at(device.netns);
        LabHandover handover{.ports = {}, .setsMacs = true, .always = {}, .repeatsDefaults = true};
        for (std::size_t i = 0; i < device.ports.size(); ++i)
            handover.ports.push_back(portName({index, i}));

        m_conf += fmt::format("\n{}\n", nodeRemark(m_lab.project, netns, name));
        writePorts(index, name);
        m_conf += fmt::format("{}[ipv6]=\"True\"\n", name);
        for (const Edit &setting : m_chosen[index]) {
            const std::vector<std::string> words = wordsInside(setting);
            m_conf += fmt::format("{}[sysctl]=\"{}\"\n", name, words.back());
        }
        const LabStartup startup = startUp(m_state, m_lab, device, handover);
        if (!startup.settings.empty()) // /proc/sys of a container can only be read
            m_conf += fmt::format("# Some settings are of single interfaces, and only a privileged device may write "
                                  "them: start the lab as root.\n{}[privileged]=\"True\"\n",
                                  name);
        if (const std::string route = routeAfterwards(netns, startup.rest); !route.empty())
            m_conf +=
                fmt::format("# On Kubernetes a default route by eth0 is taken for the pod's and deleted after the "
                            "startup.\n{}[exec]=\"{}\"\n",
                            name, route);
        m_files.push_back({name + ".startup", (device.ports.empty() ? startupWithoutPorts(podLink()) : std::string()) +
                                                  script(netns, startup)});
    }

    void writePorts(std::size_t index, const std::string &name)
    {
        const std::vector<LabPort> &ports = m_lab.devices[index].ports;
        std::vector<std::size_t> byNumber(ports.size());
        for (std::size_t i = 0; i < ports.size(); ++i)
            byNumber[m_numbers[index][i]] = i;
        for (std::size_t number = 0; number < byNumber.size(); ++number) {
            const LabPort &port = ports[byNumber[number]];
            m_conf += fmt::format("{}[{}]=\"{}{}\"\n", name, number, domainName(port.cable),
                                  port.mac ? '/' + port.mac->toString() : std::string());
        }
    }

    static std::string script(const Netns &netns, const LabStartup &startup)
    {
        std::string text = fmt::format("# {}\n", netns.name);
        for (const EditList *edits : {&startup.links, &startup.settings, &startup.repeated, &startup.rest}) {
            const auto late = std::ranges::find_if(*edits, &waitsForAddress);
            for (const std::string &line : linesInside({edits->begin(), late}))
                text += line + '\n';
            if (late != edits->end())
                text +=
                    fmt::format("sleep {} # an address of IPv6 can be used when nobody else turned out to have it\n",
                                addressSeconds);
            for (const std::string &line : linesInside({late, edits->end()}))
                text += line + '\n';
        }
        return text;
    }

    /// Kathará deletes the first default route of IPv4 by eth0 on Kubernetes after the startup: the command that puts
    /// it back, which elsewhere changes nothing.
    static std::string routeAfterwards(const Netns &netns, const EditList &edits)
    {
        const auto deleted = std::ranges::find_if(netns.routes, [&](const Route &route) {
            const Link *dev = route.hops.empty() ? nullptr : netns.find(route.hops.front().dev);
            return route.destination == Prefix::any(Family::Ipv4) && route.table == table::main && dev &&
                   dev->name == "eth0";
        });
        if (deleted == netns.routes.end())
            return {};
        for (const Edit &edit : edits) {
            const auto *added = std::get_if<AddRoute>(&edit.kind);
            if (!added || added->route.destination != deleted->destination ||
                added->route.table.value_or(table::main) != table::main ||
                added->route.metric.value_or(0) != deleted->metric)
                continue;
            AddRoute again = *added;
            again.mode = AddMode::Replace;
            return shellLine(wordsInside(again));
        }
        return {};
    }

    /// A name that no link of the lab has.
    std::string podLink() const
    {
        for (int number = 0;; ++number) {
            std::string name = fmt::format("pod{}", number);
            if (std::ranges::none_of(m_lab.project.network.namespaces(),
                                     [&](const auto &netns) { return netns->find(std::string_view(name)); }))
                return name;
        }
    }

    Lab m_lab;
    std::map<NetnsId, std::string> m_names;
    std::vector<std::vector<std::size_t>> m_numbers; ///< by device and port: of Kathará's interface
    std::vector<EditList> m_chosen;                  ///< by device
    Project m_state;
    std::string m_conf;
    std::vector<OutputFile> m_files;
};

/// What of a name can stand between quotes of lab.conf.
std::string plainTitle(std::string_view name)
{
    std::string title(name);
    std::ranges::replace_if(
        title, [](char c) { return c < ' ' || c == '"' || c == '\'' || c == '=' || c == 127; }, '-');
    return title;
}

} // namespace

Result<Exported> writeKathara(const Project &project, const ExportRequest &request)
{
    auto lab = labOf(project);
    if (!lab)
        return fail(lab.error());
    return KatharaLab(std::move(*lab)).write(plainTitle(request.name));
}

} // namespace netdraft::model
