#include "model/recipe/kubernetes/kubectl/describe.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

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
        const std::string text = printedValue(word);
        std::string_view rest = text;
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
        if (const auto all = orderedValues(member(container, path)); !all.empty()) {
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
        text = fmt::format("http-get {}://{}:{}{}", scheme, textAt(*get, "host"), port ? printedValue(*port) : "",
                           textAt(*get, "path"));
    } else if (const Json *socket = member(probe, "tcpSocket")) {
        const Json *port = member(*socket, "port");
        text = fmt::format("tcp-socket {}:{}", textAt(*socket, "host"), port ? printedValue(*port) : "");
    } else if (const Json *exec = member(probe, "exec")) {
        std::vector<std::string> words;
        for (const Json &word : listAt(*exec, "command"))
            words.push_back(printedValue(word));
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

} // namespace

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

} // namespace netdraft::model::kubernetes
