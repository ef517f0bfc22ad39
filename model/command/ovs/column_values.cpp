#include "model/command/ovs/column_values.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <charconv>

namespace netdraft::model::command {

namespace {

const OvsTable &interfaceTable()
{
    static const OvsTable table{"Interface",
                                {"admin_state",
                                 "bfd",
                                 "bfd_status",
                                 "cfm_fault",
                                 "cfm_fault_status",
                                 "cfm_flap_count",
                                 "cfm_health",
                                 "cfm_mpid",
                                 "cfm_remote_mpids",
                                 "cfm_remote_opstate",
                                 "duplex",
                                 "error",
                                 "external_ids",
                                 "ifindex",
                                 "ingress_policing_burst",
                                 "ingress_policing_kpkts_burst",
                                 "ingress_policing_kpkts_rate",
                                 "ingress_policing_rate",
                                 "lacp_current",
                                 "link_resets",
                                 "link_speed",
                                 "link_state",
                                 "lldp",
                                 "mac",
                                 "mac_in_use",
                                 "mtu",
                                 "mtu_request",
                                 "name",
                                 "ofport",
                                 "ofport_request",
                                 "options",
                                 "other_config",
                                 "statistics",
                                 "status",
                                 "type"}};
    return table;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) {
        return c == '-' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    return result;
}

/// What is named by the whole word, or by the start of it where only one begins so (get_column, get_table).
std::vector<std::string_view> matching(const std::vector<std::string_view> &names, std::string_view word)
{
    std::vector<std::string_view> found;
    const std::string wanted = lowered(word);
    for (const std::string_view name : names) {
        if (lowered(name) == wanted)
            return {name};
        if (lowered(name).starts_with(wanted))
            found.push_back(name);
    }
    return found;
}

/// The atoms of a set: with or without brackets, commas or spaces between them, quotes around each.
std::vector<std::string> atoms(std::string_view text)
{
    std::vector<std::string> list;
    std::string atom;
    bool inAtom = false;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ',' || c == ' ') {
            if (inAtom)
                list.push_back(atom);
            atom.clear();
            inAtom = false;
        } else {
            inAtom = true;
            if (c != '"')
                atom += c;
        }
    }
    if (inAtom)
        list.push_back(atom);
    return list;
}

std::optional<long> wholeNumber(std::string_view text)
{
    long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::expected<std::optional<OvsVlanMode>, Reply> modeOf(std::string_view text)
{
    const auto words = atoms(text);
    if (words.size() > 1)
        return vsctlError(fmt::format("{}: {} value(s) specified but the maximum number is 1", text, words.size()));
    if (words.empty())
        return std::nullopt;
    if (words.front() == "dot1q-tunnel")
        return vsctlUnknown("with the VLAN mode dot1q-tunnel");
    const auto found = std::ranges::find(ovsVlanModes, words.front());
    if (found == std::end(ovsVlanModes))
        return vsctlError(fmt::format("constraint violation: {} is not one of the allowed values ([access, "
                                      "dot1q-tunnel, native-tagged, native-untagged, trunk])",
                                      words.front()));
    return static_cast<OvsVlanMode>(found - std::begin(ovsVlanModes));
}

Vsctl setType(OvsPort &port, std::string_view text)
{
    const auto words = atoms(text);
    const std::string type = words.empty() ? std::string() : words.front();
    if (type != "internal" && !type.empty() && type != "system")
        return vsctlUnknown(fmt::format("with interfaces of type {}", type));
    port.internal = type == "internal";
    return {};
}

} // namespace

const OvsTable &ovsPortTable()
{
    static const OvsTable table{"Port",
                                {"bond_active_slave",
                                 "bond_downdelay",
                                 "bond_fake_iface",
                                 "bond_mode",
                                 "bond_updelay",
                                 "cvlans",
                                 "external_ids",
                                 "fake_bridge",
                                 "interfaces",
                                 "lacp",
                                 "mac",
                                 "name",
                                 "other_config",
                                 "protected",
                                 "qos",
                                 "rstp_statistics",
                                 "rstp_status",
                                 "statistics",
                                 "status",
                                 "tag",
                                 "trunks",
                                 "vlan_mode"}};
    return table;
}

std::expected<const OvsTable *, Reply> ovsTableNamed(const std::string &word)
{
    static const std::vector<std::string_view> names{"AutoAttach",
                                                     "Bridge",
                                                     "CT_Timeout_Policy",
                                                     "CT_Zone",
                                                     "Controller",
                                                     "Datapath",
                                                     "Flow_Sample_Collector_Set",
                                                     "Flow_Table",
                                                     "IPFIX",
                                                     "Interface",
                                                     "Manager",
                                                     "Mirror",
                                                     "NetFlow",
                                                     "Open_vSwitch",
                                                     "Port",
                                                     "QoS",
                                                     "Queue",
                                                     "SSL",
                                                     "sFlow"};
    const auto found = matching(names, word);
    if (found.empty())
        return vsctlError(fmt::format("unknown table \"{}\"", word));
    if (found.size() > 1)
        return vsctlError(fmt::format("multiple table names match \"{}\"", word));
    if (found.front() == "Port")
        return &ovsPortTable();
    if (found.front() == "Interface")
        return &interfaceTable();
    return vsctlUnknown(fmt::format("with the table {}", found.front()));
}

std::expected<OvsColumn, Reply> ovsColumnNamed(const OvsTable &table, std::string_view word)
{
    const auto found = matching(table.columns, word);
    if (found.empty())
        return vsctlError(fmt::format("{} does not contain a column whose name matches \"{}\"", table.name, word));
    if (found.size() > 1)
        return vsctlError(fmt::format("{} contains more than one column whose name matches \"{}\": {}", table.name,
                                      word, fmt::join(found, ", ")));
    if (found.front() == "name")
        return vsctlError(fmt::format("cannot modify read-only column name in table {}", table.name));
    const bool port = &table == &ovsPortTable();
    if (port && found.front() == "tag")
        return OvsColumn::Tag;
    if (port && found.front() == "trunks")
        return OvsColumn::Trunks;
    if (port && found.front() == "vlan_mode")
        return OvsColumn::VlanMode;
    if (!port && found.front() == "type")
        return OvsColumn::Type;
    return vsctlUnknown(fmt::format("with the column {} of {}", found.front(), table.name));
}

/// Numbers and ranges of them (`2-5`).
std::expected<std::vector<VlanId>, Reply> vlansOf(std::string_view text)
{
    std::vector<VlanId> vlans;
    for (const std::string &atom : atoms(text)) {
        const std::size_t dash = atom.find('-', 1);
        const auto first = wholeNumber(std::string_view(atom).substr(0, dash));
        const auto last = dash == std::string::npos ? first : wholeNumber(std::string_view(atom).substr(dash + 1));
        if (!first || !last || *last < *first)
            return vsctlError(fmt::format("\"{}\" is not a valid integer or range", atom));
        for (const long bound : {*first, *last}) {
            if (bound < 0 || bound > 4095)
                return vsctlError(
                    fmt::format("constraint violation: {} is not in the valid range 0 to 4095 (inclusive)", bound));
        }
        for (long vlan = *first; vlan <= *last; ++vlan)
            vlans.push_back(static_cast<VlanId>(vlan));
    }
    std::ranges::sort(vlans);
    if (std::ranges::adjacent_find(vlans) != vlans.end())
        return vsctlError(fmt::format("{}: set contains duplicate value", text));
    return vlans;
}

Vsctl assignColumn(OvsPort &port, OvsColumn column, const std::string &text)
{
    switch (column) {
    case OvsColumn::Tag: {
        const auto vlans = vlansOf(text);
        if (!vlans)
            return std::unexpected(vlans.error());
        if (vlans->size() > 1)
            return vsctlError(
                fmt::format("{}: {} value(s) specified but the maximum number is 1", text, vlans->size()));
        port.tag = vlans->empty() ? std::nullopt : std::optional(vlans->front());
        return {};
    }
    case OvsColumn::Trunks: {
        const auto vlans = vlansOf(text);
        if (!vlans)
            return std::unexpected(vlans.error());
        port.trunks = *vlans;
        return {};
    }
    case OvsColumn::VlanMode: {
        const auto mode = modeOf(text);
        if (!mode)
            return std::unexpected(mode.error());
        port.mode = *mode;
        return {};
    }
    case OvsColumn::Type: return setType(port, text);
    }
    return {};
}

} // namespace netdraft::model::command
