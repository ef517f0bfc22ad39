#include "model/command/sysctl_key.h"
#include "model/recipe/cni/interfaces.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::cni {

namespace {

struct TuningConf {
    NetConf net;
    std::string dataDir;
    std::map<std::string, std::string> sysctls;
    std::string mac;
    bool promisc = false;
    int mtu = 0;
    std::optional<bool> allMulticast;
};

Expected<TuningConf> readTuning(const Call &call)
{
    std::string error;
    const GoFields fields(call.json, "TuningConf", error);
    TuningConf conf{.net = NetConf(fields), .dataDir = {}, .sysctls = {}, .mac = {}, .allMulticast = std::nullopt};
    fields.read("dataDir", conf.dataDir);
    fields.read("sysctl", conf.sysctls);
    fields.read("mac", conf.mac);
    fields.read("promisc", conf.promisc);
    fields.read("mtu", conf.mtu);
    fields.read("allmulti", conf.allMulticast);
    std::string ofRuntime;
    fields.object("runtimeConfig", "").read("mac", ofRuntime);
    // What stands in the arguments goes before all.
    TuningConf ofArgs = conf;
    ofArgs.sysctls.clear();
    ofArgs.mac.clear();
    const GoFields args = fields.object("args", "").object("cni", "IPAMArgs", "main.IPAMArgs");
    args.read("sysctl", ofArgs.sysctls);
    args.read("mac", ofArgs.mac);
    args.read("promisc", ofArgs.promisc);
    args.read("mtu", ofArgs.mtu);
    args.read("allmulti", ofArgs.allMulticast);
    if (!error.empty())
        return failed("failed to load netconf: " + error);
    auto arguments = loadArguments(call.args, {"MAC"});
    if (!arguments)
        return std::unexpected(arguments.error());
    for (const std::string &given : {(*arguments)["MAC"], ofRuntime, ofArgs.mac})
        if (!given.empty())
            conf.mac = given;
    for (const auto &[key, value] : ofArgs.sysctls)
        conf.sysctls[key] = value;
    conf.promisc = ofArgs.promisc;
    conf.mtu = ofArgs.mtu;
    conf.allMulticast = ofArgs.allMulticast;
    if (conf.dataDir.empty())
        conf.dataDir = "/run/cni/tuning";
    return conf;
}

std::string sysctlFile(std::string key)
{
    std::ranges::replace(key, '.', '/');
    return "/proc/sys/" + key;
}

std::string backupFile(const TuningConf &conf, const Call &call)
{
    return fmt::format("{}/{}_{}.json", conf.dataDir, call.containerId, call.ifName);
}

/// A file of settings of which there may be more than are simulated; not where it is one of a link that is not there.
Failure withoutSysctl(const Netns &netns, const std::string &file)
{
    constexpr std::string_view folders[] = {"/proc/sys/net/ipv4/conf/", "/proc/sys/net/ipv6/conf/",
                                            "/proc/sys/net/ipv4/neigh/", "/proc/sys/net/ipv6/neigh/"};
    for (const std::string_view folder : folders) {
        if (!file.starts_with(folder))
            continue;
        const std::string device = file.substr(folder.size(), file.find('/', folder.size()) - folder.size());
        if (device != "all" && device != "default" && !netns.find(device))
            return {.message = fmt::format("open {}: no such file or directory", file)};
    }
    return {.message = "the setting " + file, .notSimulated = true};
}

Expected<void> writeSysctl(Host &host, const std::string &netns, std::string key, const std::string &value,
                           const std::string &ifName)
{
    constexpr std::string_view interfaceWord = "IFNAME";
    if (const auto at = key.find(interfaceWord); at != std::string::npos)
        key.replace(at, interfaceWord.size(), ifName);
    const std::string file = sysctlFile(key);
    if (!file.starts_with("/proc/sys/net/"))
        return failed("invalid net sysctl key: " + goQuoted(key));
    const auto setting = command::sysctlAt(host.netns(netns), std::string_view(file).substr(sizeof("/proc/sys/") - 1));
    if (!setting)
        return std::unexpected(withoutSysctl(host.netns(netns), file));
    const auto number = command::readSysctlValue(setting->row(), value);
    if (!number)
        return failed(fmt::format("write {}: invalid argument", file));
    if (setting->value(host.netns(netns)) == *number)
        return {};
    return host.perform(setting->edit(netns, *number));
}

/// Writes down what is about to be changed, so that DEL can give it back.
Expected<void> writeBackup(Call &call, const TuningConf &conf, const Link &link)
{
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    if (!conf.mac.empty())
        json["mac"] = link.mac.toString();
    if (conf.promisc)
        json["promisc"] = false;
    if (conf.mtu != 0)
        json["mtu"] = link.mtu;
    if (conf.allMulticast)
        json["allmulti"] = false;
    if (auto written = call.host.writeFile(backupFile(conf, call), goJson(json, 1)); !written)
        return failed(fmt::format("failed to save file {}.json: {}", call.ifName, written.error().message));
    return {};
}

Expected<void> changeMac(Host &host, const LinkName &link, const std::string &text)
{
    const auto mac = parseMac(text);
    if (!mac)
        return failed(fmt::format("invalid args {} for MAC addr: {}", text, mac.error().message));
    return host.perform(SetLinkMac{link, *mac});
}

Expected<std::string> tuningAdd(Call &call)
{
    const auto conf = readTuning(call);
    if (!conf)
        return std::unexpected(conf.error());
    if (!conf->net.previous)
        return failed("Required prevResult missing");
    auto result = conf->net.previousResult();
    if (!result)
        return std::unexpected(result.error());
    const auto sandbox = call.host.sandbox(call.netns);
    if (!sandbox)
        return std::unexpected(sandbox.error());
    for (const auto &[key, value] : conf->sysctls)
        if (auto written = writeSysctl(call.host, *sandbox, key, value, call.ifName); !written)
            return std::unexpected(written.error());
    const LinkName name{*sandbox, call.ifName};
    if (!conf->mac.empty() || conf->mtu != 0 || conf->promisc || conf->allMulticast) {
        const Link *link = call.host.netns(*sandbox).find(call.ifName);
        if (!link)
            return failed(fmt::format("failed to get {}: Link not found", goQuoted(call.ifName)));
        if (auto written = writeBackup(call, *conf, *link); !written)
            return std::unexpected(written.error());
    }
    if (!conf->mac.empty()) {
        if (auto changed = changeMac(call.host, name, conf->mac); !changed)
            return std::unexpected(changed.error());
        for (Interface &interface : result->interfaces)
            if (interface.name == call.ifName)
                interface.mac = conf->mac;
    }
    if (conf->mtu != 0)
        if (auto changed = call.host.perform(SetLinkMtu{name, conf->mtu}); !changed)
            return std::unexpected(changed.error());
    return printed(*result, conf->net.version);
}

Expected<void> checkSysctls(const Netns &netns, const TuningConf &conf)
{
    constexpr std::string_view procSys = "/proc/sys/";
    for (const auto &[key, value] : conf.sysctls) {
        const std::string file = sysctlFile(key);
        const auto setting = command::sysctlAt(netns, std::string_view(file).substr(procSys.size()));
        if (!setting)
            return std::unexpected(withoutSysctl(netns, file));
        const std::string current = std::to_string(setting->value(netns));
        if (value != current)
            return failed(
                fmt::format("Error: Tuning configured value of {} is {}, current value is {}", file, value, current));
    }
    return {};
}

Expected<void> tuningCheck(Call &call)
{
    const auto conf = readTuning(call);
    if (!conf)
        return std::unexpected(conf.error());
    if (!conf->net.previous)
        return failed("Required prevResult missing");
    if (const auto result = conf->net.previousResult(); !result)
        return std::unexpected(result.error());
    const auto sandbox = call.host.sandbox(call.netns);
    if (!sandbox)
        return std::unexpected(sandbox.error());
    const Netns &netns = call.host.netns(*sandbox);
    if (auto checked = checkSysctls(netns, *conf); !checked)
        return checked;
    const Link *link = netns.find(call.ifName);
    if (!link)
        return failed("Cannot find container link " + call.ifName);
    if (!conf->mac.empty() && conf->mac != link->mac.toString())
        return failed(fmt::format("Error: Tuning configured Ethernet of {} is {}, current value is {}", call.ifName,
                                  conf->mac, link->mac.toString()));
    if (conf->mtu != 0 && conf->mtu != link->mtu)
        return failed(fmt::format("Error: Tuning configured MTU of {} is {}, current value is {}", call.ifName,
                                  conf->mtu, link->mtu));
    return {};
}

/// Gives back what was written down; a setting that cannot be keeps the file, and nobody is told.
Expected<void> tuningDel(Call &call)
{
    const auto conf = readTuning(call);
    if (!conf)
        return std::unexpected(conf.error());
    const std::string file = backupFile(*conf, call);
    const auto sandbox = call.host.sandbox(call.netns);
    const std::string *text = call.host.readFile(file);
    if (!sandbox || !text || !call.host.netns(*sandbox).find(call.ifName))
        return {};
    const auto json = parseGoJson(*text);
    if (!json)
        return {};
    std::string error;
    const GoFields fields(*json, "configToRestore", error);
    std::string mac;
    int mtu = 0;
    fields.read("mac", mac);
    fields.read("mtu", mtu);
    const LinkName name{*sandbox, call.ifName};
    const bool isMtuBack = mtu == 0 || call.host.perform(SetLinkMtu{name, mtu});
    const bool isMacBack = mac.empty() || changeMac(call.host, name, mac);
    if (isMtuBack && isMacBack) {
        [[maybe_unused]] const auto ignored = call.host.removeFile(file);
    }
    return {};
}

} // namespace

const Plugin tuningPlugin{"tuning", "0.1.0", tuningAdd, tuningCheck, tuningDel};

} // namespace netdraft::model::cni
