#pragma once

#include "model/exchange/snapshot/output.h"

namespace netdraft::model::snapshot {

/// What a tool printed as text, as it would have printed it with -j, with offsets in the text. An error where nothing
/// in it is of the form.
Result<Json> printedAsJson(const Output &output);

} // namespace netdraft::model::snapshot
