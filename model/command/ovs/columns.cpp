#include "model/command/ovs/column_values.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

/// That there are such columns, before anybody looks for the row (pre_parse_column_key_value).
Vsctl checkColumns(const OvsTable &table, std::span<const std::string> words)
{
    for (const std::string &word : words) {
        const std::string_view name = std::string_view(word).substr(0, word.find('='));
        if (name == "name")
            continue;
        if (const auto column = ovsColumnNamed(table, name); !column)
            return std::unexpected(column.error());
    }
    return {};
}

std::expected<OvsPort *, Reply> rowNamed(Transaction &transaction, const OvsTable &table, const VsctlCommand &command)
{
    const std::string &name = command.arguments[1];
    OvsPort *port = transaction.port(name);
    if (!port && !command.has("--if-exists"))
        return vsctlError(fmt::format("no row \"{}\" in table {}", name, table.name));
    return port;
}

Vsctl setIn(const OvsTable &table, OvsPort &port, const std::string &assignment)
{
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos || equals + 1 == assignment.size())
        return vsctlError(fmt::format("{}: argument does not end in \"=\" followed by a value.", assignment));
    const auto column = ovsColumnNamed(table, std::string_view(assignment).substr(0, equals));
    if (!column)
        return std::unexpected(column.error());
    return assignColumn(port, *column, assignment.substr(equals + 1));
}

std::string valueOf(const OvsPort &port, OvsColumn column)
{
    switch (column) {
    case OvsColumn::Tag: return port.tag ? fmt::format("{}", *port.tag) : "[]";
    case OvsColumn::Trunks: return fmt::format("[{}]", fmt::join(port.trunks, ", "));
    case OvsColumn::VlanMode: return port.mode ? std::string(ovsVlanModes[static_cast<std::size_t>(*port.mode)]) : "[]";
    case OvsColumn::Type: return port.internal ? "internal" : "\"\"";
    }
    return {};
}

/// A set of one that another value is added to.
std::unexpected<Reply> tooMany(std::string_view kind)
{
    return vsctlError(fmt::format("transaction error: {{\"details\":\"Attempted to store 2 elements in set of up to 1 "
                                  "{}.\",\"error\":\"constraint violation\"}}",
                                  kind));
}

Vsctl addValue(OvsPort &port, OvsColumn column, const std::string &text)
{
    switch (column) {
    case OvsColumn::Tag:
        if (port.tag && text != fmt::format("{}", *port.tag))
            return tooMany("integers");
        return assignColumn(port, column, text);
    case OvsColumn::Trunks: {
        const auto vlans = vlansOf(text);
        if (!vlans)
            return std::unexpected(vlans.error());
        std::vector<VlanId> both;
        std::ranges::set_union(port.trunks, *vlans, std::back_inserter(both));
        port.trunks = both;
        return {};
    }
    case OvsColumn::VlanMode:
        if (port.mode && text != ovsVlanModes[static_cast<std::size_t>(*port.mode)])
            return tooMany("strings");
        return assignColumn(port, column, text);
    case OvsColumn::Type: return vsctlUnknown("add interface type");
    }
    return {};
}

Vsctl removeValue(OvsPort &port, OvsColumn column, const std::string &text)
{
    OvsPort gone;
    if (auto read = assignColumn(gone, column, text); !read)
        return read;
    switch (column) {
    case OvsColumn::Tag: port.tag = port.tag == gone.tag ? std::nullopt : port.tag; break;
    case OvsColumn::Trunks:
        std::erase_if(port.trunks, [&](VlanId vlan) { return std::ranges::binary_search(gone.trunks, vlan); });
        break;
    case OvsColumn::VlanMode: port.mode = port.mode == gone.mode ? std::nullopt : port.mode; break;
    case OvsColumn::Type: return vsctlUnknown("remove interface type");
    }
    return {};
}

/// A change of a column by each of the values that follow its name.
template <Vsctl (*Change)(OvsPort &, OvsColumn, const std::string &)>
Vsctl changeColumn(Transaction &transaction, const VsctlCommand &command)
{
    const auto table = ovsTableNamed(command.arguments[0]);
    if (!table)
        return std::unexpected(table.error());
    const auto column = ovsColumnNamed(**table, command.arguments[2]);
    if (!column)
        return std::unexpected(column.error());
    const auto port = rowNamed(transaction, **table, command);
    if (!port)
        return std::unexpected(port.error());
    for (const std::string &value : command.arguments.subspan(3)) {
        if (!*port)
            break;
        if (auto changed = Change(**port, *column, value); !changed)
            return changed;
    }
    return {};
}

} // namespace

Vsctl setPortColumn(OvsPort &port, const std::string &assignment)
{
    return setIn(ovsPortTable(), port, assignment);
}

Vsctl setColumns(Transaction &transaction, const VsctlCommand &command)
{
    const auto table = ovsTableNamed(command.arguments[0]);
    if (!table)
        return std::unexpected(table.error());
    if (auto known = checkColumns(**table, command.arguments.subspan(2)); !known)
        return known;
    OvsPort nowhere;
    const auto port = rowNamed(transaction, **table, command);
    if (!port)
        return std::unexpected(port.error());
    for (const std::string &assignment : command.arguments.subspan(2)) {
        if (auto set = setIn(**table, *port ? **port : nowhere, assignment); !set)
            return set;
    }
    return {};
}

Vsctl getColumns(Transaction &transaction, const VsctlCommand &command)
{
    const auto table = ovsTableNamed(command.arguments[0]);
    if (!table)
        return std::unexpected(table.error());
    if (auto known = checkColumns(**table, command.arguments.subspan(2)); !known)
        return known;
    const auto port = rowNamed(transaction, **table, command);
    if (!port)
        return std::unexpected(port.error());
    for (const std::string &name : command.arguments.subspan(2)) {
        if (name == "name" && *port) {
            transaction.out += ovsQuoted((*port)->name) + '\n';
            continue;
        }
        const auto column = ovsColumnNamed(**table, name);
        if (!column)
            return std::unexpected(column.error());
        if (*port)
            transaction.out += valueOf(**port, *column) + '\n';
    }
    return {};
}

Vsctl clearColumns(Transaction &transaction, const VsctlCommand &command)
{
    const auto table = ovsTableNamed(command.arguments[0]);
    if (!table)
        return std::unexpected(table.error());
    std::vector<OvsColumn> columns;
    for (const std::string &name : command.arguments.subspan(2)) {
        const auto column = ovsColumnNamed(**table, name);
        if (!column)
            return std::unexpected(column.error());
        if (*column == OvsColumn::Type)
            return vsctlUnknown("clear interface type");
        columns.push_back(*column);
    }
    const auto port = rowNamed(transaction, **table, command);
    if (!port)
        return std::unexpected(port.error());
    for (const OvsColumn column : columns) {
        if (!*port)
            break;
        if (auto cleared = assignColumn(**port, column, "[]"); !cleared)
            return cleared;
    }
    return {};
}

Vsctl addToColumn(Transaction &transaction, const VsctlCommand &command)
{
    return changeColumn<addValue>(transaction, command);
}

Vsctl removeFromColumn(Transaction &transaction, const VsctlCommand &command)
{
    return changeColumn<removeValue>(transaction, command);
}

} // namespace netdraft::model::command
