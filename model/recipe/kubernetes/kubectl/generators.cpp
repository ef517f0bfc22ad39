#include "model/recipe/kubernetes/kubectl/generators.h"

#include "model/names/node_files.h"

#include <fmt/format.h>

#include <charconv>

namespace netdraft::model::kubernetes {

Json typedObject(const Request &request, const char *version, const char *kind, const std::string &name)
{
    Json object{{"kind", kind}, {"apiVersion", version}, {"metadata", {{"name", name}}}};
    if (kindNamed(kind)->namespaced && request.flags.given.contains("namespace"))
        object["metadata"]["namespace"] = request.netns;
    object["metadata"]["creationTimestamp"] = nullptr;
    return object;
}

std::expected<int, std::string> numberRead(const std::string &text, std::string_view reader)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size())
        return number;
    return std::unexpected(fmt::format("strconv.{}: parsing \"{}\": invalid syntax", reader, text));
}

std::expected<Json, std::string> labelsRead(std::string_view text)
{
    Json labels = Json::object();
    for (const std::string &part : text.empty() ? std::vector<std::string>{} : names::splitAt(text, ',')) {
        const auto equals = part.find('=');
        if (equals == std::string::npos || equals == 0)
            return std::unexpected(fmt::format("unexpected label spec: {}", part));
        labels[part.substr(0, equals)] = part.substr(equals + 1);
    }
    return labels;
}

void dropEmpty(Json &object)
{
    if (object.is_array())
        for (Json &element : object)
            dropEmpty(element);
    if (!object.is_object())
        return;
    std::vector<std::string> gone;
    for (auto &[key, value] : object.items()) {
        if ((key == "creationTimestamp" && value.is_null()) || key == "status" ||
            ((key == "strategy" || key == "loadBalancer" || key == "resources") && value.empty()))
            gone.push_back(key);
        else if (key == "metadata" || key == "spec" || key == "template" || key == "containers")
            dropEmpty(value);
    }
    for (const std::string &key : gone)
        object.erase(key);
}

} // namespace netdraft::model::kubernetes
