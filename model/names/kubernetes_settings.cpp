#include "model/names/kubernetes_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::names {

namespace {

using KubernetesRefusal = std::unexpected<KubernetesComplaint>;

KubernetesRefusal refuseInLine(std::string text)
{
    return KubernetesRefusal({std::move(text), true});
}
/// An error that the plugin itself makes, which knows no line.
KubernetesRefusal refusePlainly(std::string text)
{
    return KubernetesRefusal({std::move(text), false});
}
KubernetesRefusal refuseArgumentsOf(const std::vector<std::string> &line)
{
    return refuseInLine(fmt::format("Wrong argument count or unexpected line ending after '{}'", line.back()));
}

bool isReverse(std::string_view zone)
{
    return zone.ends_with("in-addr.arpa.") || zone.ends_with("ip6.arpa.");
}

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

bool isLabelWord(std::string_view word)
{
    return !word.empty() && std::ranges::all_of(word, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view("-_./").contains(c);
    });
}

std::optional<LabelRequirement> readRequirement(std::string_view text)
{
    using Kind = LabelRequirement::Kind;
    LabelRequirement made;
    if (text.starts_with('!')) {
        made = {std::string(trimmed(text.substr(1))), Kind::DoesNotExist, {}};
    } else if (const auto open = text.find('('); open != text.npos) {
        std::string_view before = trimmed(text.substr(0, open));
        const bool inverted = before.ends_with(" notin");
        if ((!inverted && !before.ends_with(" in")) || !text.ends_with(')'))
            return std::nullopt;
        before.remove_suffix(inverted ? 6 : 3);
        made = {std::string(trimmed(before)), inverted ? Kind::NotIn : Kind::In, {}};
        std::string_view list = text.substr(open + 1, text.size() - open - 2);
        while (true) {
            made.values.emplace_back(trimmed(list.substr(0, list.find(','))));
            if (list.find(',') == list.npos)
                break;
            list.remove_prefix(list.find(',') + 1);
        }
    } else if (const auto equals = text.find('='); equals != text.npos) {
        const bool inverted = equals > 0 && text[equals - 1] == '!';
        std::string_view value = text.substr(equals + 1);
        if (value.starts_with('='))
            value.remove_prefix(1);
        made = {std::string(trimmed(text.substr(0, inverted ? equals - 1 : equals))),
                inverted ? Kind::NotIn : Kind::In,
                {std::string(trimmed(value))}};
    } else {
        made.key = text;
    }
    const bool sound = isLabelWord(made.key) && std::ranges::all_of(made.values, [](const std::string &value) {
                           return value.empty() || isLabelWord(value);
                       });
    return sound ? std::optional(std::move(made)) : std::nullopt;
}

class KubernetesReading
{
public:
    explicit KubernetesReading(CorednsKubernetes &made) : m_made(made) {}

    bool reachesApi() const { return m_reachesApi; }

    /// A line of the block.
    std::expected<void, KubernetesComplaint> take(const std::vector<std::string> &line)
    {
        const std::string &word = line.front();
        const std::size_t count = line.size() - 1;
        if (word == "endpoint_pod_names" || word == "noendpoints") {
            if (count != 0)
                return refuseArgumentsOf(line);
            (word == "noendpoints" ? m_made.endpoints : m_made.podNames) = word != "noendpoints";
        } else if (word == "pods") {
            return takePods(line);
        } else if (word == "namespaces") {
            if (count == 0)
                return refuseArgumentsOf(line);
            m_made.namespaces.insert(line.begin() + 1, line.end());
        } else if (word == "endpoint") {
            if (count == 0)
                return refuseArgumentsOf(line);
            m_reachesApi = true;
        } else if (word == "tls") {
            if (count != 3)
                return refuseArgumentsOf(line);
        } else if (word == "kubeconfig") {
            if (count != 1 && count != 2)
                return refuseArgumentsOf(line);
            m_reachesApi = true;
        } else if (word == "labels" || word == "namespace_labels") {
            return takeLabels(line);
        } else if (word == "fallthrough") {
            for (std::size_t at = 1; at < line.size(); ++at)
                m_made.fallthrough.push_back(absolute(lowered(line[at])));
            if (count == 0)
                m_made.fallthrough.emplace_back(".");
        } else if (word == "ttl") {
            return takeTtl(line);
        } else if (word == "ignore") {
            if (count > 0 && line[1] != "empty_service")
                return refusePlainly(fmt::format("unable to parse ignore value: '{}'", line[1]));
            m_made.ignoresEmpty = count > 0;
        } else {
            return refuseInLine(fmt::format("unknown property '{}'", word));
        }
        return {};
    }

private:
    std::expected<void, KubernetesComplaint> takePods(const std::vector<std::string> &line)
    {
        using Pods = CorednsKubernetes::Pods;
        constexpr std::pair<std::string_view, Pods> modes[] = {
            {"disabled", Pods::Disabled}, {"insecure", Pods::Insecure}, {"verified", Pods::Verified}};
        if (line.size() != 2)
            return refuseArgumentsOf(line);
        const auto *mode =
            std::ranges::find(modes, std::string_view(line[1]), &std::pair<std::string_view, Pods>::first);
        if (mode == std::end(modes))
            return refusePlainly(
                fmt::format("wrong value for pods: {},  must be one of: disabled, verified, insecure", line[1]));
        m_made.pods = mode->second;
        return {};
    }

    std::expected<void, KubernetesComplaint> takeTtl(const std::vector<std::string> &line)
    {
        if (line.size() < 2)
            return refuseArgumentsOf(line);
        int seconds = 0;
        const char *end = line[1].data() + line[1].size();
        const auto [stop, error] = std::from_chars(line[1].data(), end, seconds);
        if (error != std::errc() || stop != end)
            return refusePlainly(fmt::format("strconv.Atoi: parsing \"{}\": invalid syntax", line[1]));
        if (seconds < 0 || seconds > 3600)
            return refuseInLine(fmt::format("ttl must be in range [0, 3600]: {}", seconds));
        m_made.ttl = static_cast<std::uint32_t>(seconds);
        return {};
    }

    std::expected<void, KubernetesComplaint> takeLabels(const std::vector<std::string> &line)
    {
        if (line.size() < 2)
            return refuseArgumentsOf(line);
        std::string text;
        for (std::size_t at = 1; at < line.size(); ++at)
            text += (at == 1 ? "" : " ") + line[at];
        auto requirements = readLabelExpression(text);
        const bool ofServices = line.front() == "labels";
        if (!requirements)
            return refusePlainly(fmt::format("unable to parse {} value: '{}': couldn't parse the selector string "
                                             "\"{}\"",
                                             ofServices ? "label selector" : "namespace_label selector", text, text));
        (ofServices ? m_made.labels : m_made.namespaceLabels) = std::move(*requirements);
        return {};
    }

    CorednsKubernetes &m_made;
    bool m_reachesApi = false; ///< by `endpoint` or `kubeconfig`
};

} // namespace

std::optional<std::vector<LabelRequirement>> readLabelExpression(std::string_view text)
{
    std::vector<LabelRequirement> requirements;
    std::size_t start = 0;
    int depth = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const char c = at < text.size() ? text[at] : ',';
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c != ',' || (depth != 0 && at < text.size()))
            continue;
        auto requirement = readRequirement(trimmed(text.substr(start, at - start)));
        if (!requirement)
            return std::nullopt;
        requirements.push_back(std::move(*requirement));
        start = at + 1;
    }
    return requirements;
}

std::expected<CorednsKubernetes, KubernetesComplaint>
readKubernetes(const CorefileDirective &directive, const std::vector<std::string> &serverZones, bool inCluster)
{
    CorednsKubernetes made;
    for (const std::string &zone : directive.arguments)
        made.zones.push_back(absolute(lowered(zone)));
    if (made.zones.empty())
        made.zones = serverZones;
    const auto primary = std::ranges::find_if_not(made.zones, isReverse);
    if (primary == made.zones.end())
        return refusePlainly("non-reverse zone name must be used");
    made.primaryZone = *primary;
    KubernetesReading reading(made);
    for (const auto &line : directive.block)
        if (auto taken = reading.take(line); !taken)
            return std::unexpected(taken.error());
    if (!made.namespaces.empty() && !made.namespaceLabels.empty())
        return refuseInLine("namespaces and namespace_labels cannot both be set");
    if (!inCluster && !reading.reachesApi())
        return refusePlainly("unable to load in-cluster configuration, KUBERNETES_SERVICE_HOST and "
                             "KUBERNETES_SERVICE_PORT must be defined");
    return made;
}

} // namespace netdraft::model::names
