#pragma once

#include "model/exchange/snapshot/output.h"

namespace netdraft::model::snapshot {

/// The word for a question in the name of a file: `link`, `addr`, `route`, `route6` …; none for any other name.
std::optional<Question> questionNamed(std::string_view name);

/// Whether the answer is a text in any case (`iptables-save`, `nft list ruleset`, `sysctl -a`).
bool isTextAlone(Question question);

/// Reads what a tool answered, JSON or text, in a part of a file. Nothing where it says nothing at all.
Result<std::optional<Output>> readAnswer(Question question, const std::string &file,
                                         std::shared_ptr<const std::string> text, std::size_t begin, std::size_t end);

} // namespace netdraft::model::snapshot
