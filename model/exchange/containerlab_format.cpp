#include "model/exchange/containerlab_format.h"

#include "model/command/command.h"
#include "model/exchange/containerlab_node.h"
#include "model/exchange/lab_startup.h"
#include "model/exchange/yaml_text.h"
#include "model/phrase.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace netdraft::model {

namespace {

constexpr std::string_view images[] = {"nicolaka/netshoot", "wbitt/network-multitool", "kathara/base"};
constexpr ExportOption imageOptions[] = {{"image", term("Export", "Image of the containers"), images}};

/// Settings that containers have from their host, whatever a fresh kernel's are.
constexpr LabHandover::Setting explicitSettings[] = {
    {"all", DeviceSysctl::Ipv4Forwarding},   {"all", DeviceSysctl::Ipv4RpFilter},
    {"default", DeviceSysctl::Ipv4RpFilter}, {"*", DeviceSysctl::Ipv4RpFilter},
    {"all", DeviceSysctl::Ipv6DisableIpv6},  {"all", DeviceSysctl::Ipv6Forwarding},
    {"*", DeviceSysctl::Ipv6AcceptRa},
};

/// Whether an interface of a container can be called so in an endpoint, as it is on Kubernetes too.
bool isEndpointName(std::string_view name)
{
    return name != managementLink && name != "lo" && name.front() >= 'a' && name.front() <= 'z' &&
           std::ranges::all_of(name,
                               [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

class ContainerlabLab
{
public:
    ContainerlabLab(Lab lab, std::string_view image)
        : m_lab(std::move(lab)), m_names(labNames(m_lab, '-', longestContainerlabName, containerlabReserved)),
          m_image(image)
    {
    }

    Exported write(const std::string &name)
    {
        for (const LabDevice &device : m_lab.devices) {
            nameEndpoints(device);
            perform(handOverDevice(m_lab.netns(device).name));
            perform(inheritedSettings(m_lab.netns(device).name));
        }
        for (const auto &[one, other] : m_lab.cables)
            perform(handOverCable({nodeName(one), endpoint(one)}, {nodeName(other), endpoint(other)}, {}, {}));
        std::string text = fmt::format("# A lab for containerlab: `containerlab deploy` in this folder.\n"
                                       "name: {}\ntopology:\n  defaults:\n    kind: linux\n    image: {}\n  nodes:{}\n",
                                       yamlString(name), yamlString(m_image), m_lab.devices.empty() ? " {}" : "");
        for (std::size_t i = 0; i < m_lab.devices.size(); ++i)
            text += nodeText(i);
        if (!m_lab.cables.empty())
            text += "  links:\n";
        for (const auto &[one, other] : m_lab.cables)
            text += fmt::format("    - endpoints: [{}, {}]\n      mtu: 1500\n", endpointText(one), endpointText(other));
        noteCarriers(m_lab, "for both are up until a command sets that one down");
        noteAddresses(m_lab, m_state);
        return {{{name + ".clab.yml", std::move(text)}}, std::move(m_lab.omitted)};
    }

private:
    /// Names stay where they may; the others are given once the containers run.
    void nameEndpoints(const LabDevice &device)
    {
        const Netns &netns = m_lab.netns(device);
        std::vector<std::string> endpoints;
        int number = 1;
        for (const LabPort &port : device.ports) {
            if (isEndpointName(port.name)) {
                endpoints.push_back(port.name);
                continue;
            }
            std::string name;
            do
                name = fmt::format("eth{}", number++);
            while (netns.find(std::string_view(name)));
            endpoints.push_back(name);
        }
        m_endpoints.push_back(std::move(endpoints));
    }

    const std::string &nodeName(const Lab::End &end) const { return m_lab.netns(m_lab.devices[end.device]).name; }
    const std::string &endpoint(const Lab::End &end) const { return m_endpoints[end.device][end.port]; }
    std::string endpointText(const Lab::End &end) const
    {
        return yamlString(fmt::format("{}:{}", m_names.at(m_lab.devices[end.device].netns), endpoint(end)));
    }

    void perform(const EditList &edits)
    {
        // Names are free.
        [[maybe_unused]] const auto applied = apply(m_state, edits);
    }

    std::string nodeText(std::size_t index)
    {
        const LabDevice &device = m_lab.devices[index];
        const Netns &netns = m_lab.netns(device);
        const std::string &name = m_names.at(device.netns);
        const LabHandover handover{
            .ports = m_endpoints[index], .setsMacs = false, .always = explicitSettings, .repeatsDefaults = false};
        std::string text =
            fmt::format("    {}\n    {}:\n      exec:\n", nodeRemark(m_lab.project, netns, name), yamlString(name));
        const auto exec = [&](std::string_view line) { text += fmt::format("        - {}\n", yamlString(line)); };
        for (const std::string &line : managementLines(netns))
            exec(line);
        const LabStartup startup = startUp(m_state, m_lab, device, handover);
        bool waited = false;
        for (const EditList *edits : {&startup.links, &startup.settings, &startup.rest}) {
            for (auto edit = edits->begin(); edit != edits->end();) {
                const auto special = std::find_if(edit, edits->end(), &needsShell);
                for (const std::string &line : linesInside({edit, special}))
                    exec(line);
                edit = special;
                if (edit == edits->end())
                    break;
                if (waitsForAddress(*edit) && !std::exchange(waited, true))
                    exec(fmt::format("sleep {}", addressSeconds));
                exec(shellCommand(*edit));
                ++edit;
            }
        }
        return text;
    }

    /// The network for management stays beside the lab, but no default route goes there; where a link of the lab has
    /// the name of its interface, that one gets another.
    std::vector<std::string> managementLines(const Netns &netns) const
    {
        std::vector<std::string> lines;
        std::string name(managementLink);
        if (netns.find(managementLink)) {
            for (int number = 0; netns.find(std::string_view(name)); ++number)
                name = fmt::format("mgmt{}", number);
            for (const std::vector<std::string> &words : {std::vector<std::string>{"down"}, {"name", name}, {"up"}}) {
                lines.push_back(fmt::format("ip link set {} {}", words.front() == "up" ? name : managementLink,
                                            fmt::join(words, " ")));
            }
        }
        lines.push_back(fmt::format("ip -4 route flush default dev {}", name));
        lines.push_back(fmt::format("ip -6 route flush default dev {}", name));
        return lines;
    }

    /// Commands are started without a shell.
    static bool needsShell(const Edit &edit) { return neverEnds(edit) || std::holds_alternative<AddRadvd>(edit.kind); }

    /// Whoever starts it waits until nobody has its output open any more.
    static std::string shellCommand(const Edit &edit)
    {
        const std::string folder = folderLine(edit);
        const std::string line = (folder.empty() ? "" : folder + " && ") + shellLine(wordsInside(edit));
        const bool program = neverEnds(edit);
        return shellLine(std::vector<std::string>{"bash", "-c", program ? line + " >/dev/null 2>&1 &" : line});
    }

    Lab m_lab;
    std::map<NetnsId, std::string> m_names;
    std::string m_image;
    std::vector<std::vector<std::string>> m_endpoints; ///< by device and port
    Project m_state;
};

} // namespace

std::span<const ExportOption> containerlabOptions()
{
    return imageOptions;
}

std::string containerlabName(std::string_view name)
{
    std::string text;
    for (char c : name.substr(0, longestContainerlabName)) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain || (!text.empty() && text.back() != '-'))
            text += plain ? c : '-';
    }
    while (text.ends_with('-'))
        text.pop_back();
    return text.empty() ? "lab" : text;
}

Result<Exported> writeContainerlab(const Project &project, const ExportRequest &request)
{
    auto lab = labOf(project);
    if (!lab)
        return fail(lab.error());
    return ContainerlabLab(std::move(*lab), request.choice(imageOptions[0])).write(containerlabName(request.name));
}

} // namespace netdraft::model
