#pragma once

#include <string>
#include <string_view>

namespace netdraft::model {

/// A text as a template of Mako that renders to that text: nothing in it is an expression, a control line or a tag.
/// CORE reads the files of services as such templates, and runs what is in them.
std::string makoQuoted(std::string_view text);

} // namespace netdraft::model
