#pragma once

#include "model/command/command.h"

namespace netdraft::model::command {

/// What the words after a qdisc's kind say, as tc(8) reads them.
struct QdiscWords {
    Qdisc qdisc;
    bool rateGiven = false; ///< see SetQdisc
};
/// The words after `netem` or `tbf`; what tc says of wrong ones, and that of those that are not simulated.
std::variant<QdiscWords, Reply> readQdiscWords(std::string_view kind, std::span<const std::string> words);
/// The major number of a handle such as `8001:`; none for other words.
std::optional<std::uint16_t> readHandle(std::string_view word);

/// The words after a qdisc's kind from which the very same is read again.
void appendQdiscWords(std::vector<std::string> &words, const Qdisc &qdisc);

/// A qdisc on one line, with its handle if it has one: `netem delay 10ms`, `handle 1: tbf rate 1mbit …`.
std::string qdiscLine(const Qdisc &qdisc);
/// The edit that gives a link what such a line says.
Result<SetQdisc> qdiscOfLine(const LinkName &link, std::string_view line);

} // namespace netdraft::model::command
