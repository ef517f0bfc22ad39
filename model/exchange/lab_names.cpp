#include "model/exchange/lab_startup.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model {

namespace {

/// The nearest that such a form takes: letters in lower case, what it does not know as the separator.
std::string nearest(std::string_view name, char separator, std::size_t longest)
{
    std::string text;
    for (const char c : name) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const char next = upper ? static_cast<char>(c - 'A' + 'a') : plain ? c : separator;
        if (next != separator || (!text.empty() && text.back() != separator))
            text += next;
    }
    if (text.empty() || text.front() < 'a' || text.front() > 'z')
        text.insert(0, 1, 'n');
    text.resize(std::min(text.size(), longest));
    while (text.back() == separator)
        text.pop_back();
    return text;
}

} // namespace

std::map<NetnsId, std::string> labNames(const Lab &lab, char separator, std::size_t longest,
                                        std::span<const std::string_view> reserved)
{
    std::set<std::string, std::less<>> taken(reserved.begin(), reserved.end());
    std::map<NetnsId, std::string> names;
    // Who has a name that can stay keeps it, whoever came first.
    for (const LabDevice &device : lab.devices) {
        const std::string &name = lab.netns(device).name;
        if (nearest(name, separator, longest) == name && taken.insert(name).second)
            names[device.netns] = name;
    }
    for (const LabDevice &device : lab.devices) {
        if (names.contains(device.netns))
            continue;
        const std::string first = nearest(lab.netns(device).name, separator, longest);
        std::string name = first;
        for (int number = 2; !taken.insert(name).second; ++number) {
            const std::string ending = fmt::format("{}{}", separator, number);
            name = first.substr(0, longest - ending.size()) + ending;
        }
        names[device.netns] = name;
    }
    return names;
}

std::string nodeRemark(const Project &project, const Netns &netns, std::string_view name)
{
    std::string remark = fmt::format("# netdraft: node {} {}", name, netns.name);
    if (const auto drawn = project.drawing->nodes.find(netns.id); drawn != project.drawing->nodes.end())
        remark +=
            fmt::format(" {} {} {}", kindName(drawn->second.kind), drawn->second.position.x, drawn->second.position.y);
    return remark;
}

} // namespace netdraft::model
