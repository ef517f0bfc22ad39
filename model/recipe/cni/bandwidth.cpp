#include "model/recipe/cni/plugin.h"

#include <fmt/format.h>

namespace netdraft::model::cni {

namespace {

struct Rates {
    std::uint64_t ingressRate = 0;
    std::uint64_t ingressBurst = 0;
    std::uint64_t egressRate = 0;
    std::uint64_t egressBurst = 0;

    bool isZero() const { return ingressRate == 0 && ingressBurst == 0 && egressRate == 0 && egressBurst == 0; }
};

struct BandwidthConf {
    NetConf net;
    Rates rates;
    std::optional<Result100> previous;
};

/// Reads the rates, and says whether any is given.
bool readRates(const GoFields &fields, Rates &rates)
{
    fields.read("ingressRate", rates.ingressRate);
    fields.read("ingressBurst", rates.ingressBurst);
    fields.read("egressRate", rates.egressRate);
    fields.read("egressBurst", rates.egressBurst);
    return fields.has("ingressRate") || fields.has("ingressBurst") || fields.has("egressRate") ||
           fields.has("egressBurst");
}

Expected<void> checkRate(std::uint64_t rate, std::uint64_t burst)
{
    constexpr std::uint64_t mostBytes = 0xffffffff;
    if (burst == 0 && rate != 0)
        return failed("if rate is set, burst must also be set");
    if (rate == 0 && burst != 0)
        return failed("if burst is set, rate must also be set");
    if (burst / 8 >= mostBytes)
        return failed("burst cannot be more than 4GB");
    return {};
}

Expected<BandwidthConf> readBandwidth(const Call &call)
{
    std::string error;
    const GoFields fields(call.json, "PluginConf", error);
    BandwidthConf conf{NetConf(fields), {}, std::nullopt};
    Rates ofRuntime;
    readRates(fields.object("runtimeConfig", "").object("bandwidth", "BandwidthEntry", "main.BandwidthEntry"),
              ofRuntime);
    if (!readRates(fields, conf.rates))
        conf.rates = ofRuntime;
    if (!error.empty())
        return failed("failed to parse network configuration: " + error);
    if (auto checked = checkRate(conf.rates.ingressRate, conf.rates.ingressBurst); !checked)
        return std::unexpected(checked.error());
    if (auto checked = checkRate(conf.rates.egressRate, conf.rates.egressBurst); !checked)
        return std::unexpected(checked.error());
    if (!conf.net.previous)
        return conf;
    auto result = conf.net.previousResult();
    if (!result)
        return failed("could not parse prevResult: " + result.error().message);
    conf.previous = *std::move(result);
    return conf;
}

Expected<std::string> bandwidthAdd(Call &call)
{
    const auto conf = readBandwidth(call);
    if (!conf)
        return std::unexpected(conf.error());
    if (conf->rates.isZero())
        return conf->previous ? printed(*conf->previous, conf->net.version)
                              : notSimulatedHere("the plugin bandwidth, alone and without rates,");
    if (!conf->previous)
        return failed("must be called as chained plugin");
    return notSimulatedHere("a limit of bandwidth");
}

Expected<void> bandwidthCheck(Call &call)
{
    const auto conf = readBandwidth(call);
    if (!conf)
        return std::unexpected(conf.error());
    if (!conf->previous)
        return failed("must be called as a chained plugin");
    return conf->rates.isZero() ? Expected<void>() : notSimulatedHere("a limit of bandwidth");
}

Expected<void> bandwidthDel(Call &call)
{
    if (const auto conf = readBandwidth(call); !conf)
        return std::unexpected(conf.error());
    return {};
}

} // namespace

const Plugin bandwidthPlugin{"bandwidth", "0.3.0", bandwidthAdd, bandwidthCheck, bandwidthDel};

} // namespace netdraft::model::cni
