#include "model/recipe/kubernetes/kubectl/describe.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>

namespace netdraft::model::kubernetes {

namespace {

void describeVolume(TabWriter &writer, int level, const Json &volume)
{
    if (const Json *path = member(volume, "hostPath")) {
        writer.write(level, fmt::format("Type:\tHostPath (bare host directory volume)\n"));
        writer.write(level, fmt::format("Path:\t{}\n", textAt(*path, "path")));
        writer.write(level, fmt::format("HostPathType:\t{}\n", textAt(*path, "type")));
    } else if (const Json *map = member(volume, "configMap")) {
        const Json *optional = member(*map, "optional");
        writer.write(level, "Type:\tConfigMap (a volume populated by a ConfigMap)\n");
        writer.write(level, fmt::format("Name:\t{}\n", textAt(*map, "name")));
        writer.write(level, fmt::format("Optional:\t{}\n", optional && *optional == true));
    } else if (const Json *secret = member(volume, "secret")) {
        const Json *optional = member(*secret, "optional");
        writer.write(level, "Type:\tSecret (a volume populated by a Secret)\n");
        writer.write(level, fmt::format("SecretName:\t{}\n", textAt(*secret, "secretName")));
        writer.write(level, fmt::format("Optional:\t{}\n", optional && *optional == true));
    } else if (const Json *empty = member(volume, "emptyDir")) {
        writer.write(level, "Type:\tEmptyDir (a temporary directory that shares a pod's lifetime)\n");
        writer.write(level, fmt::format("Medium:\t{}\n", textAt(*empty, "medium")));
        writer.write(level, "SizeLimit:\t<unset>\n");
    } else if (const Json *projected = member(volume, "projected")) {
        writer.write(level, "Type:\tProjected (a volume that contains injected data from multiple sources)\n");
        bool downward = false;
        for (const Json &source : listAt(*projected, "sources")) {
            if (const Json *token = member(source, "serviceAccountToken"))
                writer.write(level,
                             fmt::format("TokenExpirationSeconds:\t{}\n", numberAt(*token, "expirationSeconds")));
            if (const Json *config = member(source, "configMap")) {
                writer.write(level, fmt::format("ConfigMapName:\t{}\n", textAt(*config, "name")));
                writer.write(level, "ConfigMapOptional:\t<nil>\n");
            }
            downward = downward || member(source, "downwardAPI");
        }
        if (downward)
            writer.write(level, "DownwardAPI:\ttrue\n");
    } else {
        writer.write(level, "<unknown>\n");
    }
}

} // namespace

std::string printedValue(const Json &value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::map<std::string, std::string> orderedValues(const Json *map)
{
    std::map<std::string, std::string> all;
    if (map && map->is_object())
        for (const auto &[key, value] : map->items())
            all.emplace(key, printedValue(value));
    return all;
}

std::string longTime(const std::string &timestamp)
{
    const auto moment = momentOf(timestamp);
    if (!moment)
        return {};
    static constexpr std::string_view days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(*moment);
    const std::chrono::year_month_day date(day);
    return fmt::format("{}, {:02} {} {} {} +0000", days[std::chrono::weekday(day).c_encoding()],
                       static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), timestamp.substr(11, 8));
}

std::string selectorText(const Json *labels)
{
    std::vector<std::string> parts;
    for (const auto &[key, value] : orderedValues(labels))
        parts.push_back(fmt::format("{}={}", key, value));
    return parts.empty() ? "<none>" : fmt::format("{}", fmt::join(parts, ","));
}

void describeLabels(TabWriter &writer, int level, std::string_view title, const Json *labels)
{
    const auto all = orderedValues(labels);
    if (all.empty())
        writer.write(level, fmt::format("{}:\t<none>\n", title));
    bool first = true;
    for (const auto &[key, value] : all) {
        writer.write(level,
                     first ? fmt::format("{}:\t{}={}\n", title, key, value) : fmt::format("\t{}={}\n", key, value));
        first = false;
    }
}

void describeHead(TabWriter &writer, const Json &object)
{
    writer.write(0, fmt::format("Name:\t{}\n", nameOf(object)));
    writer.write(0, fmt::format("Namespace:\t{}\n", namespaceOf(object)));
    describeLabels(writer, 0, "Labels", member(object, "metadata.labels"));
    describeAnnotations(writer, object);
}

void describeAnnotations(TabWriter &writer, const Json &object)
{
    auto all = orderedValues(member(object, "metadata.annotations"));
    all.erase("kubectl.kubernetes.io/last-applied-configuration");
    if (all.empty())
        writer.write(0, "Annotations:\t<none>\n");
    constexpr std::size_t longest = 140;
    bool first = true;
    for (const auto &[key, value] : all) {
        writer.write(0, first ? "Annotations:\t" : "\t");
        first = false;
        if (value.size() < longest && value.find('\n') == std::string::npos)
            writer.write(0, fmt::format("{}: {}\n", key, value));
        else
            writer.write(0, fmt::format("{}:\n\t  {}\n", key,
                                        value.size() > longest ? value.substr(0, longest) + "..." : value));
    }
}

void describeVolumes(TabWriter &writer, int level, const Json &volumes)
{
    if (volumes.empty()) {
        writer.write(level, "Volumes:\t<none>\n");
        return;
    }
    writer.write(level, "Volumes:\n");
    for (const Json &volume : volumes) {
        writer.write(0, fmt::format("{}{}:\n", level == 0 ? "  " : "   ", textAt(volume, "name")));
        describeVolume(writer, 2, volume);
    }
}

void describeTolerations(TabWriter &writer, int level, const Json &tolerations)
{
    if (tolerations.empty())
        writer.write(level, "Tolerations:\t<none>\n");
    std::vector<std::string> lines;
    for (const Json &one : tolerations) {
        std::string text = textAt(one, "key");
        if (const std::string value = textAt(one, "value"); !value.empty())
            text += '=' + value;
        if (const std::string effect = textAt(one, "effect"); !effect.empty())
            text += ':' + effect;
        if (textAt(one, "operator") == "Exists" && textAt(one, "value").empty())
            text += text.empty() ? "op=Exists" : " op=Exists";
        if (member(one, "tolerationSeconds"))
            text += fmt::format(" for {}s", numberAt(one, "tolerationSeconds"));
        lines.push_back(std::move(text));
    }
    std::ranges::sort(lines);
    for (std::size_t i = 0; i < lines.size(); ++i)
        writer.write(level, fmt::format("{}\t{}\n", i == 0 ? "Tolerations:" : "", lines[i]));
}

void describeEvents(TabWriter &writer, const Cluster &cluster, const Json &object)
{
    std::vector<const Json *> events;
    for (const Json *event : cluster.all("events"))
        if (textAt(*event, "involvedObject.uid") == textAt(object, "metadata.uid") &&
            textAt(*event, "involvedObject.name") == nameOf(object))
            events.push_back(event);
    std::ranges::stable_sort(events, [](const Json *left, const Json *right) {
        const auto key = [](const Json *event) {
            return std::pair(textAt(*event, "lastTimestamp"),
                             std::atoi(textAt(*event, "metadata.resourceVersion").c_str()));
        };
        return key(left) < key(right);
    });
    if (events.empty()) {
        writer.write(0, "Events:\t<none>\n");
        return;
    }
    writer.write(0, "Events:\n  Type\tReason\tAge\tFrom\tMessage\n");
    writer.write(1, "----\t------\t----\t----\t-------\n");
    for (const Json *event : events) {
        std::string age = agePrinted(cluster.ageOf(textAt(*event, "firstTimestamp")));
        if (const int count = numberAt(*event, "count", 1); count > 1)
            age =
                fmt::format("{} (x{} over {})", agePrinted(cluster.ageOf(textAt(*event, "lastTimestamp"))), count, age);
        writer.write(1, fmt::format("{}\t{}\t{}\t{}\t{}\n", textAt(*event, "type"), textAt(*event, "reason"), age,
                                    textAt(*event, "source.component"), textAt(*event, "message")));
    }
}

PodCounts countPods(const Cluster &cluster, const Json &owner)
{
    PodCounts counts;
    for (const Json *pod : cluster.all("pods", namespaceOf(owner))) {
        if (textAt(*pod, "metadata.ownerReferences.0.uid") != textAt(owner, "metadata.uid"))
            continue;
        const std::string phase = textAt(*pod, "status.phase");
        ++(phase == "Running"     ? counts.running
           : phase == "Succeeded" ? counts.succeeded
           : phase == "Failed"    ? counts.failed
                                  : counts.waiting);
    }
    return counts;
}

void describeTemplate(TabWriter &writer, const Json &object)
{
    const Json *made = member(object, "spec.template");
    if (!made)
        return;
    static const Json none = Json::array();
    writer.write(0, "Pod Template:\n");
    describeLabels(writer, 1, "Labels", member(*made, "metadata.labels"));
    if (const auto all = orderedValues(member(*made, "metadata.annotations")); !all.empty()) {
        bool first = true;
        for (const auto &[key, value] : all) {
            writer.write(1, fmt::format("{}\t{}: {}\n", first ? "Annotations:" : "", key, value));
            first = false;
        }
    }
    if (const std::string account = textAt(*made, "spec.serviceAccountName"); !account.empty())
        writer.write(1, fmt::format("Service Account:\t{}\n", account));
    if (const Json &init = listAt(*made, "spec.initContainers"); !init.empty())
        describeContainers(writer, 1, "Init Containers", init, none);
    describeContainers(writer, 1, "Containers", listAt(*made, "spec.containers"), none);
    describeVolumes(writer, 1, listAt(*made, "spec.volumes"));
    if (const std::string priority = textAt(*made, "spec.priorityClassName"); !priority.empty())
        writer.write(1, fmt::format("Priority Class Name:\t{}\n", priority));
    describeLabels(writer, 1, "Node-Selectors", member(*made, "spec.nodeSelector"));
    describeTolerations(writer, 1, listAt(*made, "spec.tolerations"));
}

} // namespace netdraft::model::kubernetes
