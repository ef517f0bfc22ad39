#include "model/exchange/snapshot/container_names.h"

#include "model/exchange/exchange.h"
#include "model/exchange/json_tree.h"

#include <fmt/format.h>

namespace netdraft::model {

std::string controlGroupOf(const std::string &pid)
{
    const auto text = readFile(fmt::format("/proc/{}/cgroup", pid));
    return text ? *text : std::string();
}

std::string containerIdIn(std::string_view controlGroup)
{
    constexpr std::size_t length = 64;
    std::size_t digits = 0;
    for (std::size_t i = 0; i <= controlGroup.size(); ++i) {
        const char c = i < controlGroup.size() ? controlGroup[i] : ' ';
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')) {
            ++digits;
            continue;
        }
        if (digits == length)
            return std::string(controlGroup.substr(i - length, length));
        digits = 0;
    }
    return {};
}

std::string containerName(std::string_view controlGroup)
{
    const std::string id = containerIdIn(controlGroup);
    if (id.empty())
        return {};
    const std::string file = fmt::format("/var/lib/docker/containers/{}/config.v2.json", id);
    const auto text = readFile(file);
    const auto json = text ? parseJson(*text, file, KeysTwice::Kept) : Result<Json>(Json{});
    const Json *name = json ? json->find("Name") : nullptr;
    if (!name || name->kind != Json::Kind::String)
        return {};
    return name->string.substr(name->string.starts_with('/') ? 1 : 0);
}

} // namespace netdraft::model
