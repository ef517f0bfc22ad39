#include "model/exchange/kathara_reader.h"

#include "model/command/command.h"
#include "model/exchange/kathara_device.h"
#include "model/exchange/lab_conf.h"
#include "model/exchange/lab_wiring.h"
#include "model/exchange/shell_script.h"
#include "model/exchange/startup_reader.h"
#include "model/terminal/terminal.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

/// Options that change nothing which is simulated.
constexpr std::string_view idleOptions[] = {"image", "mem", "cpus",   "shell",      "num_terms", "privileged",
                                            "port",  "env", "ulimit", "entrypoint", "args",      "volume"};

bool isTrue(std::string_view value)
{
    std::string lower(value);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    constexpr std::string_view words[] = {"y", "yes", "t", "true", "on", "1"};
    return std::ranges::find(words, lower) != std::end(words);
}

class KatharaReader
{
public:
    explicit KatharaReader(const ImportSource &source)
        : m_source(source), m_text(source.files.find("lab.conf")->second),
          m_conf(readLabConf(m_text, source.place("lab.conf"))), m_wiring(m_read, nodeRemarks(m_text))
    {
    }

    Imported read()
    {
        m_read.troubles = m_conf.troubles;
        for (const LabConf::Option &option : m_conf.options)
            checkOption(option);
        for (const LabConf::Device &device : m_conf.devices) {
            if (const auto netns = m_wiring.addDevice(device.name, device.where))
                setUp(device.name, *netns, device.where);
        }
        addDomains();
        for (const LabConf::Option &option : m_conf.options) {
            if (option.key == "sysctl" && ofInterface(option.value))
                writeSetting(option);
        }
        start();
        checkFiles();
        return std::move(m_read);
    }

private:
    void checkOption(const LabConf::Option &option)
    {
        if (option.key == "bridged" && isTrue(option.value))
            m_wiring.complain(option.where,
                              fmt::format("the interface that \"bridged\" gives {} to the machine's own network "
                                          "is not simulated",
                                          option.device));
        else if (option.key != "ipv6" && option.key != "sysctl" && option.key != "exec" && option.key != "bridged" &&
                 std::ranges::find(idleOptions, option.key) == std::end(idleOptions))
            m_wiring.complain(option.where,
                              fmt::format("\"{}\" is no option of Kathará; expected ipv6, sysctl, exec, image or "
                                          "another of its options",
                                          option.key));
    }

    /// Docker writes these when the interface comes, the others when the container does.
    static bool ofInterface(std::string_view setting) { return setting.find(".eth") != std::string_view::npos; }

    std::vector<const LabConf::Option *> optionsOf(std::string_view device, std::string_view key) const
    {
        std::vector<const LabConf::Option *> found;
        for (const LabConf::Option &option : m_conf.options) {
            if (option.device == device && option.key == key)
                found.push_back(&option);
        }
        return found;
    }

    void setUp(const std::string &device, const std::string &netns, const Position &where)
    {
        const auto ipv6 = optionsOf(device, "ipv6");
        EditList chosen;
        for (const LabConf::Option *option : optionsOf(device, "sysctl")) {
            if (!ofInterface(option->value))
                chosen.add(settingOf(*option));
        }
        m_wiring.perform(katharaSettings(netns, !ipv6.empty() && isTrue(ipv6.back()->value), chosen.edits), where);
    }

    /// None, and a trouble, where it is not understood.
    EditList settingOf(const LabConf::Option &option)
    {
        const std::string *netns = m_wiring.netnsOf(option.device);
        const NetnsId at = m_read.project.network.find(*netns)->id;
        Outcome outcome = run(m_read.project, at, std::vector<std::string>{"sysctl", "-w", option.value});
        if (outcome.reply.status != 0 || outcome.edits.empty())
            m_wiring.complain(option.where, fmt::format("this setting is not simulated: {}", option.value));
        return std::move(outcome.edits);
    }

    void writeSetting(const LabConf::Option &option)
    {
        if (m_wiring.netnsOf(option.device))
            m_wiring.perform(settingOf(option), option.where);
    }

    /// In the order of the interfaces' numbers, so that a device's come in that order.
    void addDomains()
    {
        std::vector<std::string> order;
        std::map<std::string, std::vector<WiredEnd>> domains;
        for (const LabConf::Interface &each : m_conf.interfaces) {
            if (const std::string *netns = m_wiring.netnsOf(each.device))
                domains[each.domain].push_back({*netns, fmt::format("eth{}", each.number), each.mac, each.where});
            if (std::ranges::find(order, each.domain) == order.end())
                order.push_back(each.domain);
        }
        for (const std::string &domain : order)
            m_wiring.addSegment(domain, domains[domain]);
    }

    void start()
    {
        std::vector<std::string> devices;
        for (const LabConf::Device &device : m_conf.devices)
            devices.push_back(device.name);
        const auto dep = m_source.files.find("lab.dep");
        if (dep != m_source.files.end())
            devices = startOrder(dep->second, m_source.place("lab.dep"), devices, m_read.troubles);
        for (const std::string &device : devices) {
            const std::string *netns = m_wiring.netnsOf(device);
            if (!netns)
                continue;
            const NetnsId at = m_read.project.network.find(*netns)->id;
            for (const std::string &script : {std::string("shared.startup"), device + ".startup"}) {
                if (const auto found = m_source.files.find(script); found != m_source.files.end())
                    runStartup(m_read, at, found->second, {m_source.place(script), 1, 1}, m_source, device);
            }
            for (const LabConf::Option *option : optionsOf(device, "exec"))
                runScript(m_read, at, option->value, option->where.file, option->where.line);
        }
    }

    void checkFiles()
    {
        if (m_source.files.contains("lab.ext"))
            m_wiring.complain({m_source.place("lab.ext"), 1, 1},
                              "collision domains that reach outside the lab are not simulated");
        for (const auto &[file, text] : m_source.files) {
            constexpr std::string_view ending = ".startup";
            if (!file.ends_with(ending) || file.find('/') != std::string::npos || file == "shared.startup")
                continue;
            const std::string device = file.substr(0, file.size() - ending.size());
            if (std::ranges::find(m_conf.devices, device, &LabConf::Device::name) == m_conf.devices.end())
                m_wiring.complain({m_source.place(file), 1, 1},
                                  fmt::format("nobody runs this, for lab.conf has no device \"{}\"", device));
        }
    }

    const ImportSource &m_source;
    const std::string &m_text;
    LabConf m_conf;
    Imported m_read;
    LabWiring m_wiring;
};

} // namespace

bool isKatharaLab(const ImportSource &source)
{
    return source.folder && source.files.contains("lab.conf");
}

Result<Imported> readKathara(const ImportSource &source)
{
    if (!isKatharaLab(source))
        return failAt({source.path, 1, 1}, "expected the folder of a lab, with a lab.conf in it");
    return KatharaReader(source).read();
}

} // namespace netdraft::model
