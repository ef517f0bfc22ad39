#pragma once

#include "model/command/ovs/transaction.h"

namespace netdraft::model::command {

/// A column that is simulated, of the table Port or, of its type, of Interface.
enum class OvsColumn : std::uint8_t { Tag, Trunks, VlanMode, Type };

/// A table by its name in vswitch.ovsschema, with the names of all its columns.
struct OvsTable {
    std::string_view name;
    std::vector<std::string_view> columns;
};
const OvsTable &ovsPortTable();

/// A table, and a column of one, by its name or the start of it that no other has.
std::expected<const OvsTable *, Reply> ovsTableNamed(const std::string &word);
std::expected<OvsColumn, Reply> ovsColumnNamed(const OvsTable &table, std::string_view word);

/// Gives a column the value that the text says; of a set several, with commas or spaces between them.
Vsctl assignColumn(OvsPort &port, OvsColumn column, const std::string &text);
/// The numbers of a set, ordered.
std::expected<std::vector<VlanId>, Reply> vlansOf(std::string_view text);

} // namespace netdraft::model::command
