#pragma once

#include "model/names/record.h"

#include <expected>

namespace netdraft::model::names {

/// Reads a zone in the form of RFC 1035, 5: `$ORIGIN`, `$TTL`, names relative to the origin, `@`, records that begin
/// with a blank and so belong to the owner before, brackets over several lines, comments behind `;`. Of types that are
/// not known here no records come of it. The error says what is wrong and in which line.
std::expected<std::vector<Record>, std::string> readZone(std::string_view text, std::string_view origin);

} // namespace netdraft::model::names
