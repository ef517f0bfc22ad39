#include "model/recipe/kubernetes/kubectl/describe.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace netdraft::model::kubernetes {

namespace {

std::string printed(const Json &value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::map<std::string, std::string> ordered(const Json *map)
{
    std::map<std::string, std::string> all;
    if (map && map->is_object())
        for (const auto &[key, value] : map->items())
            all.emplace(key, printed(value));
    return all;
}

void describePorts(TabWriter &writer, int level, const Json &container)
{
    std::vector<std::string> ports;
    std::vector<std::string> hostPorts;
    for (const Json &port : listAt(container, "ports")) {
        const std::string protocol = textAt(port, "protocol");
        ports.push_back(fmt::format("{}/{}", numberAt(port, "containerPort"), protocol));
        hostPorts.push_back(fmt::format("{}/{}", numberAt(port, "hostPort"), protocol));
    }
    const bool several = ports.size() > 1;
    writer.write(level, fmt::format("{}:\t{}\n", several ? "Ports" : "Port",
                                    ports.empty() ? "<none>" : fmt::format("{}", fmt::join(ports, ", "))));
    writer.write(level, fmt::format("{}:\t{}\n", several ? "Host Ports" : "Host Port",
                                    hostPorts.empty() ? "<none>" : fmt::format("{}", fmt::join(hostPorts, ", "))));
}

void describeWords(TabWriter &writer, int level, const char *title, const Json &words)
{
    if (words.empty())
        return;
    writer.write(level, fmt::format("{}:\n", title));
    for (const Json &word : words) {
        std::string_view rest = word.get_ref<const std::string &>();
        while (true) { // a line of several has each below the other
            const auto end = std::min(rest.find('\n'), rest.size());
            writer.write(level + 1, fmt::format("{}\n", rest.substr(0, end)));
            if (end == rest.size())
                break;
            rest.remove_prefix(end + 1);
        }
    }
}

void describeState(TabWriter &writer, int level, const char *title, const Json &state)
{
    if (const Json *running = member(state, "running")) {
        writer.write(level, fmt::format("{}:\tRunning\n", title));
        writer.write(level + 1, fmt::format("Started:\t{}\n", longTime(textAt(*running, "startedAt"))));
    } else if (const Json *ended = member(state, "terminated")) {
        writer.write(level, fmt::format("{}:\tTerminated\n", title));
        if (const std::string reason = textAt(*ended, "reason"); !reason.empty())
            writer.write(level + 1, fmt::format("Reason:\t{}\n", reason));
        writer.write(level + 1, fmt::format("Exit Code:\t{}\n", numberAt(*ended, "exitCode")));
        writer.write(level + 1, fmt::format("Started:\t{}\n", longTime(textAt(*ended, "startedAt"))));
        writer.write(level + 1, fmt::format("Finished:\t{}\n", longTime(textAt(*ended, "finishedAt"))));
    } else {
        writer.write(level, fmt::format("{}:\tWaiting\n", title));
        if (const std::string reason = textAt(state, "waiting.reason"); !reason.empty())
            writer.write(level + 1, fmt::format("Reason:\t{}\n", reason));
    }
}

void describeResources(TabWriter &writer, int level, const Json &container)
{
    for (const auto &[title, path] :
         {std::pair("Limits", "resources.limits"), std::pair("Requests", "resources.requests")})
        if (const auto all = ordered(member(container, path)); !all.empty()) {
            writer.write(level, fmt::format("{}:\n", title));
            for (const auto &[name, value] : all)
                writer.write(level + 1, fmt::format("{}:\t{}\n", name, value));
        }
}

std::string probeText(const Json &probe)
{
    std::string text;
    if (const Json *get = member(probe, "httpGet")) {
        std::string scheme = textAt(*get, "scheme").empty() ? "http" : textAt(*get, "scheme");
        std::ranges::transform(scheme, scheme.begin(),
                               [](unsigned char each) { return static_cast<char>(std::tolower(each)); });
        const Json *port = member(*get, "port");
        text = fmt::format("http-get {}://{}:{}{}", scheme, textAt(*get, "host"), port ? printed(*port) : "",
                           textAt(*get, "path"));
    } else if (const Json *socket = member(probe, "tcpSocket")) {
        const Json *port = member(*socket, "port");
        text = fmt::format("tcp-socket {}:{}", textAt(*socket, "host"), port ? printed(*port) : "");
    } else if (const Json *exec = member(probe, "exec")) {
        std::vector<std::string> words;
        for (const Json &word : listAt(*exec, "command"))
            words.push_back(printed(word));
        text = fmt::format("exec [{}]", fmt::join(words, " "));
    } else {
        return "unknown";
    }
    return fmt::format("{} delay={}s timeout={}s period={}s #success={} #failure={}", text,
                       numberAt(probe, "initialDelaySeconds"), numberAt(probe, "timeoutSeconds", 1),
                       numberAt(probe, "periodSeconds", 10), numberAt(probe, "successThreshold", 1),
                       numberAt(probe, "failureThreshold", 3));
}

void describeEnvironment(TabWriter &writer, int level, const Json &container)
{
    const Json &all = listAt(container, "env");
    writer.write(level, fmt::format("Environment:{}\n", all.empty() ? "\t<none>" : ""));
    for (const Json &one : all) {
        const std::string field = textAt(one, "valueFrom.fieldRef.fieldPath");
        if (!field.empty()) {
            const std::string version = textAt(one, "valueFrom.fieldRef.apiVersion");
            writer.write(level + 1,
                         fmt::format("{}:\t ({}:{})\n", textAt(one, "name"), version.empty() ? "v1" : version, field));
            continue;
        }
        for (const auto &[path, what] :
             {std::pair("valueFrom.configMapKeyRef", "config map"), std::pair("valueFrom.secretKeyRef", "secret")})
            if (const Json *ref = member(one, path)) {
                const Json *optional = member(*ref, "optional");
                writer.write(level + 1, fmt::format("{}:\t<set to the key '{}' of {} '{}'>\tOptional: {}\n",
                                                    textAt(one, "name"), textAt(*ref, "key"), what,
                                                    textAt(*ref, "name"), optional && *optional == true));
            }
        if (!member(one, "valueFrom"))
            writer.write(level + 1, fmt::format("{}:\t{}\n", textAt(one, "name"), textAt(one, "value")));
    }
}

void describeMounts(TabWriter &writer, int level, const Json &container)
{
    std::vector<std::string> mounts;
    for (const Json &mount : listAt(container, "volumeMounts")) {
        const Json *readOnly = member(mount, "readOnly");
        const std::string path = textAt(mount, "subPath");
        mounts.push_back(fmt::format("{} from {} ({}{})", textAt(mount, "mountPath"), textAt(mount, "name"),
                                     readOnly && *readOnly == true ? "ro" : "rw",
                                     path.empty() ? "" : fmt::format(",path=\"{}\"", path)));
    }
    std::ranges::sort(mounts);
    writer.write(level, fmt::format("Mounts:{}\n", mounts.empty() ? "\t<none>" : ""));
    for (const std::string &mount : mounts)
        writer.write(level + 1, mount + '\n');
}

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

std::string longTime(const std::string &timestamp)
{
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        if (timestamp.size() >= at + length)
            std::from_chars(timestamp.data() + at, timestamp.data() + at + length, value);
        return value;
    };
    const std::chrono::year_month_day date(std::chrono::year(number(0, 4)),
                                           std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                           std::chrono::day(static_cast<unsigned>(number(8, 2))));
    if (!date.ok())
        return {};
    static constexpr std::string_view days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::chrono::weekday weekday{std::chrono::sys_days(date)};
    return fmt::format("{}, {:02} {} {} {} +0000", days[weekday.c_encoding()], static_cast<unsigned>(date.day()),
                       months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                       timestamp.substr(11, 8));
}

std::string selectorText(const Json *labels)
{
    std::vector<std::string> parts;
    for (const auto &[key, value] : ordered(labels))
        parts.push_back(fmt::format("{}={}", key, value));
    return parts.empty() ? "<none>" : fmt::format("{}", fmt::join(parts, ","));
}

void describeLabels(TabWriter &writer, int level, std::string_view title, const Json *labels)
{
    const auto all = ordered(labels);
    if (all.empty())
        writer.write(level, fmt::format("{}:\t<none>\n", title));
    bool first = true;
    for (const auto &[key, value] : all) {
        writer.write(level,
                     first ? fmt::format("{}:\t{}={}\n", title, key, value) : fmt::format("\t{}={}\n", key, value));
        first = false;
    }
}

void describeAnnotations(TabWriter &writer, const Json &object)
{
    auto all = ordered(member(object, "metadata.annotations"));
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

void describeContainers(TabWriter &writer, int level, std::string_view title, const Json &containers,
                        const Json &status)
{
    writer.write(level, containers.empty() ? fmt::format("{}: <none>\n", title) : fmt::format("{}:\n", title));
    for (const Json &container : containers) {
        constexpr int at = 2;
        writer.write(0, fmt::format("{}{}:\n", level == 0 ? "  " : "   ", textAt(container, "name")));
        const auto found = std::ranges::find_if(
            status, [&](const Json &one) { return textAt(one, "name") == textAt(container, "name"); });
        const bool has = found != status.end();
        if (has)
            writer.write(at, fmt::format("Container ID:\t{}\n", textAt(*found, "containerID")));
        writer.write(at, fmt::format("Image:\t{}\n", textAt(container, "image")));
        if (has)
            writer.write(at, fmt::format("Image ID:\t{}\n", textAt(*found, "imageID")));
        describePorts(writer, at, container);
        describeWords(writer, at, "Command", listAt(container, "command"));
        describeWords(writer, at, "Args", listAt(container, "args"));
        if (has) {
            describeState(writer, at, "State", (*found)["state"]);
            if (const Json *last = member(*found, "lastState.terminated"))
                describeState(writer, at, "Last State", Json{{"terminated", *last}});
            writer.write(at, fmt::format("Ready:\t{}\n", found->value("ready", false) ? "True" : "False"));
            writer.write(at, fmt::format("Restart Count:\t{}\n", numberAt(*found, "restartCount")));
        }
        describeResources(writer, at, container);
        for (const auto &[name, path] :
             {std::pair("Liveness", "livenessProbe"), std::pair("Readiness", "readinessProbe"),
              std::pair("Startup", "startupProbe")})
            if (const Json *probe = member(container, path))
                writer.write(at, fmt::format("{}:\t{}\n", name, probeText(*probe)));
        describeEnvironment(writer, at, container);
        describeMounts(writer, at, container);
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
    if (const auto all = ordered(member(*made, "metadata.annotations")); !all.empty()) {
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
