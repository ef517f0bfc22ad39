#include "model/recipe/cni/go_json.h"
#include "model/recipe/kubernetes/kubectl/generators.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace netdraft::model::kubernetes {

namespace {

/// What kubectl refuses before it asks the server; empty: nothing.
std::string runRefusal(const Flags &flags)
{
    if (flags.words.size() < 2)
        return "error: NAME is required for run\nSee 'kubectl run -h' for help and examples\n";
    const std::string image = flags.value("image");
    if (image.empty())
        return "error: --image is required\n";
    const auto isOfName = [](char each) {
        return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') ||
               std::string_view("._-/:@").find(each) != std::string_view::npos;
    };
    const std::string_view name = std::string_view(image).substr(0, image.find_first_of(":@", image.rfind('/') + 1));
    const bool isGood = !name.empty() && image.find_first_of(" \t,") == std::string::npos &&
                        (name.find('/') != std::string_view::npos || std::ranges::all_of(name, isOfName));
    if (!isGood)
        return fmt::format("error: Invalid image name {}: invalid reference format\n", cni::goQuoted(image));
    if (flags.has("rm") && !flags.has("attach") && !flags.has("stdin"))
        return "error: --rm should only be used for attached containers\nSee 'kubectl run -h' for help and examples\n";
    const std::string restart = flags.value("restart", "Always");
    if (restart != "Always" && restart != "OnFailure" && restart != "Never")
        return fmt::format("error: invalid restart policy: {}\nSee 'kubectl run -h' for help and examples\n", restart);
    if (flags.has("expose") && flags.value("port").empty())
        return "error: --port must be set when exposing a service\nSee 'kubectl run -h' for help and examples\n";
    return {};
}

/// The container's variables; the error is what kubectl says.
std::expected<Json, std::string> variablesOf(const Flags &flags)
{
    Json variables = Json::array();
    if (const auto given = flags.given.find("env"); given != flags.given.end())
        for (const std::string &pair : given->second) {
            const auto equals = pair.find('=');
            if (equals == std::string::npos || equals == 0)
                return std::unexpected(fmt::format("error: invalid env: {}\n", pair));
            variables.push_back({{"name", pair.substr(0, equals)}, {"value", pair.substr(equals + 1)}});
        }
    return variables;
}

} // namespace

void runVerb(Request &request)
{
    const Flags &flags = request.flags;
    if (const std::string why = runRefusal(flags); !why.empty())
        return request.fail(why);
    for (const char *unsimulated : {"rm", "attach"})
        if (flags.has(unsimulated))
            return request.leave(fmt::format("netdraft: kubectl run --{} is not simulated\n", unsimulated));
    const std::string name = flags.words[1];
    const std::string portText = flags.value("port");
    const auto labels = !flags.value("labels").empty() ? labelsRead(flags.value("labels")) : Json{{"run", name}};
    const auto port = portText.empty() ? 0 : numberRead(portText);
    const auto variables = variablesOf(flags);
    if (!labels || !port)
        return request.fail(fmt::format("error: {}\n", labels ? port.error() : labels.error()));
    if (!variables)
        return request.fail(variables.error());
    Json container{{"name", name}, {"image", flags.value("image")}};
    std::vector<std::string> words(flags.words.begin() + 2, flags.words.end());
    words.insert(words.end(), flags.command.begin(), flags.command.end());
    if (!words.empty())
        container[flags.has("command") ? "command" : "args"] = words;
    if (*port != 0)
        container["ports"] = Json::array({Json{{"containerPort", *port}}});
    if (!variables->empty())
        container["env"] = *variables;
    container["resources"] = Json::object();
    Json pod = typedObject(request, "v1", "Pod", name);
    pod["metadata"]["labels"] = *labels;
    pod["spec"] = {{"containers", Json::array({container})},
                   {"restartPolicy", flags.value("restart", "Always")},
                   {"dnsPolicy", "ClusterFirst"}};
    pod["status"] = Json::object();
    if (!createObject(request, std::move(pod), {}))
        return;
    if (flags.has("expose")) {
        const std::string podPrinted = std::exchange(request.out, {}); // kubectl prints the Service in front
        Json service = typedObject(request, "v1", "Service", name);
        service["spec"] = {{"ports", Json::array({Json{{"protocol", "TCP"}, {"port", *port}, {"targetPort", *port}}})},
                           {"selector", *labels}};
        service["status"] = {{"loadBalancer", Json::object()}};
        createObject(request, std::move(service), {});
        request.out += podPrinted;
    }
}

} // namespace netdraft::model::kubernetes
