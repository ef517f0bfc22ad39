#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace netdraft::model {

/// What stands in a template for one `@{NAME}`.
using Slot = std::pair<std::string_view, std::string>;

/// A template with its slots put in; what is put in is not looked at again. A slot without a text is left out.
std::string filledTemplate(std::string_view text, std::span<const Slot> slots);

} // namespace netdraft::model
