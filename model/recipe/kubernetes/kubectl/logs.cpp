#include "model/recipe/kubernetes/containerd.h"
#include "model/recipe/kubernetes/kubectl/pod_of.h"
#include "model/recipe/kubernetes/kubectl/selector.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::kubernetes {

namespace {

/// The last lines of a text; all of it where the number is negative.
std::string_view lastLines(std::string_view text, int count)
{
    if (count < 0)
        return text;
    std::size_t at = text.ends_with('\n') ? text.size() - 1 : text.size();
    for (; count > 0 && at != std::string_view::npos; --count)
        at = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return at == std::string_view::npos ? text : text.substr(std::min(at + 1, text.size()));
}

void printLog(Request &request, const Json &pod, const std::string &wanted, int lines)
{
    const std::string container = wanted.empty() ? textAt(pod, "spec.containers.0.name") : wanted;
    if (!hasContainer(pod, container))
        return request.fail(fmt::format("error: container {} is not valid for pod {}\n", container, nameOf(pod)));
    if (const auto sandbox = sandboxOf(request.cluster, pod))
        for (const ContainerState &state : sandbox->containers)
            if (state.name == container) {
                request.out += lastLines(state.log, lines);
                return;
            }
    request.fail(fmt::format("Error from server (BadRequest): container \"{}\" in pod \"{}\" is waiting to start: {}\n",
                             container, nameOf(pod), podStatus(pod)));
}

} // namespace

void logsVerb(Request &request)
{
    const Flags &flags = request.flags;
    const std::size_t count = flags.words.size() - 1;
    const std::string selector = flags.value("selector");
    if (count > 2 || (count == 0 && selector.empty()))
        return request.fail("error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a "
                            "required argument for the logs command\nSee 'kubectl logs -h' for help and examples\n");
    if (count > 0 && !selector.empty())
        return request.fail("error: only a selector (-l) or a POD name is allowed\nSee 'kubectl logs -h' for help and "
                            "examples\n");
    const std::string text = flags.value("tail", selector.empty() ? "-1" : "10");
    int lines = -1;
    std::from_chars(text.data(), text.data() + text.size(), lines);
    const std::string container = flags.value("container", count == 2 ? flags.words[2] : std::string());
    if (!selector.empty()) {
        const auto requirements = parseSelector(selector);
        if (!requirements)
            return request.fail(
                fmt::format("Error from server (BadRequest): Unable to find \"/v1, Resource=pods\" that match "
                            "label selector \"{}\", field selector \"\": {}\n",
                            selector, requirements.error()));
        bool isAny = false;
        for (const Json *pod : request.cluster.all("pods", request.netns))
            if (fitsLabels(*pod, *requirements)) {
                isAny = true;
                printLog(request, *pod, container, lines);
            }
        if (!isAny)
            request.err += fmt::format("No resources found in {} namespace.\n", request.netns);
        return;
    }
    const PodOf found = podOf(request.cluster, request.netns, flags.words[1]);
    if (!found.unknown.empty())
        return request.fail(found.unknown);
    if (!found.missing.empty())
        return request.fail(
            fmt::format("error: error from server (NotFound): {} in namespace \"{}\"\n", found.missing, request.netns));
    if (!found.without.empty())
        return request.fail(fmt::format("error: cannot get the logs from {}\n", found.without));
    if (!found.pod)
        return request.fail("error: timed out waiting for the condition\n");
    if (found.others != 0)
        request.err += fmt::format("Found {} pods, using pod/{}\n", found.others + 1, nameOf(*found.pod));
    printLog(request, *found.pod, container, lines);
}

} // namespace netdraft::model::kubernetes
