#include "model/address/ip_address.h"
#include "model/exchange/snapshot/printed_forms.h"

#include <algorithm>

namespace netdraft::model::snapshot {

namespace {

constexpr std::string_view routeTypes[] = {"unicast",   "local",       "broadcast", "multicast", "anycast",
                                           "blackhole", "unreachable", "prohibit",  "throw",     "nat"};
constexpr PrintedKey routeKeys[] = {
    {"via", "gateway"}, {"dev", "dev"},       {"table", "table"},     {"proto", "protocol"},
    {"scope", "scope"}, {"src", "prefsrc"},   {"metric", "metric"},   {"pref", "pref"},
    {"nhid", "nhid"},   {"weight", "weight"}, {"expires", "expires"}, {"error", "error"},
    {"encap", "encap"}, {"from", "from"},     {"realms", "realms"},   {"tos", "tos"}};
/// Metrics, of which the model has these; the others that iproute2 prints have a value each, too.
constexpr PrintedKey metricKeys[] = {{"mtu", "mtu"}, {"hoplimit", "hoplimit"}};
constexpr std::string_view otherMetrics[] = {"advmss",   "window",   "rtt",      "rttvar",  "ssthresh", "cwnd",
                                             "initcwnd", "initrwnd", "features", "rto_min", "quickack", "congctl"};
constexpr std::string_view hopFlags[] = {"onlink", "linkdown", "dead", "pervasive", "offload", "trap"};

/// Reads the words of a route or of one of its hops.
void readWords(Json &object, std::span<const Word> words)
{
    Json metrics = emptyObject(object.offset);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i].text;
        const auto key = std::ranges::find(routeKeys, word, &PrintedKey::word);
        const auto metric = std::ranges::find(metricKeys, word, &PrintedKey::word);
        if (isAmong(hopFlags, word)) {
            append(object, "flags", words[i]);
        } else if (i + 1 == words.size()) {
            continue;
        } else if (word == "via" && (words[i + 1].text == "inet" || words[i + 1].text == "inet6")) {
            put(object, "via", words[++i]);
        } else if (key != std::end(routeKeys)) {
            put(object, key->field, words[++i]);
        } else if (metric != std::end(metricKeys)) {
            i += words[i + 1].text == "lock" && i + 2 < words.size() ? 2 : 1;
            put(metrics, metric->field, words[i]);
        } else if (isAmong(otherMetrics, word)) {
            ++i;
        }
    }
    if (!metrics.members.empty()) {
        Json list = emptyList(object.offset);
        list.items.push_back(std::move(metrics));
        put(object, "metrics", std::move(list));
    }
}

void addHop(Json &route, std::span<const Word> words)
{
    Json hop = emptyObject(words.front().offset);
    readWords(hop, words.subspan(1));
    auto hops = std::ranges::find(route.members, "nexthops", &JsonMember::key);
    if (hops == route.members.end()) {
        put(route, "nexthops", emptyList(hop.offset));
        hops = route.members.end() - 1;
    }
    hops->value.items.push_back(std::move(hop));
}

/// Splits the hops off that stand on the same line.
void readRoute(Json &route, std::span<const Word> words)
{
    const auto isHop = [](const Word &word) { return word.text == "nexthop"; };
    auto next = std::ranges::find_if(words, isHop);
    readWords(route, {words.begin(), next});
    while (next != words.end()) {
        const auto after = std::find_if(next + 1, words.end(), isHop);
        addHop(route, {next, after});
        next = after;
    }
}

bool isDestination(std::string_view text)
{
    const std::size_t slash = text.find('/');
    return text == "default" || IpAddress::parse(text.substr(0, slash)).has_value();
}

} // namespace

Json routesAsJson(std::span<const PrintedLine> lines)
{
    Json list = emptyList(0);
    for (const PrintedLine &line : lines) {
        const std::span<const Word> words(line.words);
        if (line.startsWith("nexthop") && !list.items.empty()) {
            addHop(list.items.back(), words);
            continue;
        }
        const bool typed = isAmong(routeTypes, words[0].text);
        if (words.size() < (typed ? 2U : 1U) || !isDestination(words[typed ? 1 : 0].text))
            continue;
        Json route = emptyObject(line.offset);
        if (typed)
            put(route, "type", words[0]);
        put(route, "dst", words[typed ? 1 : 0]);
        readRoute(route, words.subspan(typed ? 2 : 1));
        list.items.push_back(std::move(route));
    }
    return list;
}

} // namespace netdraft::model::snapshot
