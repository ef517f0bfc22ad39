#include "model/tables/node_rows.h"

#include "model/terminal/terminal.h"

#include <nlohmann/json.hpp>

#include <sstream>

namespace netdraft::model::tables {

namespace {

using Json = nlohmann::json;

std::string printed(const Project &project, NetnsId node, std::initializer_list<std::string> words)
{
    const std::vector<std::string> list(words);
    return run(project, node, list).reply.out;
}

/// What the tool prints with -j; nothing where it prints nothing.
Json objectsOf(const std::string &text)
{
    Json read = Json::parse(text, nullptr, false);
    return read.is_array() ? read : Json::array();
}

std::string textOf(const Json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    std::string joined;
    if (value.is_array()) {
        for (const Json &part : value)
            joined += (joined.empty() ? "" : " ") + textOf(part);
    }
    return value.is_number_integer() ? std::to_string(value.get<std::int64_t>()) : joined;
}

std::string textAt(const Json &object, const char *member)
{
    const auto found = object.find(member);
    return found == object.end() ? std::string() : textOf(*found);
}

/// A row for each object that the tool prints, with these members of it.
Rows rowsOf(const Json &objects, std::initializer_list<const char *> members)
{
    Rows rows;
    for (const Json &object : objects) {
        auto &row = rows.emplace_back();
        for (const char *member : members)
            row.push_back(textAt(object, member));
    }
    return rows;
}

} // namespace

Rows neighbourRows(const Project &project, NetnsId node)
{
    return rowsOf(objectsOf(printed(project, node, {"ip", "-j", "neigh"})), {"dst", "dev", "lladdr", "state"});
}

Rows forwardingRows(const Project &project, NetnsId node)
{
    return rowsOf(objectsOf(printed(project, node, {"bridge", "-j", "fdb"})),
                  {"mac", "ifname", "vlan", "master", "dst", "flags", "state"});
}

Rows vlanRows(const Project &project, NetnsId node)
{
    Rows rows;
    for (const Json &port : objectsOf(printed(project, node, {"bridge", "-c", "-j", "vlan"}))) {
        for (const Json &vlan : port.value("vlans", Json::array())) {
            const std::string last = textAt(vlan, "vlanEnd");
            rows.push_back({textAt(port, "ifname"), textAt(vlan, "vlan") + (last.empty() ? "" : '-' + last),
                            textAt(vlan, "flags")});
        }
    }
    return rows;
}

Rows policyRows(const Project &project, NetnsId node)
{
    Rows rows;
    std::istringstream lines(printed(project, node, {"ip", "rule"}));
    for (std::string line; std::getline(lines, line);) {
        const auto colon = line.find(':');
        const auto rule = line.find_first_not_of(" \t", colon + 1);
        rows.push_back({line.substr(0, colon), line.substr(rule, line.find_last_not_of(' ') - rule + 1)});
    }
    return rows;
}

Rows socketRows(const Project &project, NetnsId node)
{
    Rows rows;
    std::istringstream lines(printed(project, node, {"ss", "-Htuanp"}));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string protocol, state, received, sent, local, peer, process;
        words >> protocol >> state >> received >> sent >> local >> peer;
        std::getline(words >> std::ws, process);
        rows.push_back({protocol, state, local, peer, process.substr(0, process.find_last_not_of(' ') + 1)});
    }
    return rows;
}

} // namespace netdraft::model::tables
