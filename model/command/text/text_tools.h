#pragma once

#include "model/command/response.h"

namespace netdraft::model::command {

/// A call of a tool that reads text, from files or from what is piped into it.
struct TextCall {
    const Network &network;
    const Netns &netns;
    std::span<const std::string> words; ///< after the tool's name
    std::string_view input;             ///< without data: it comes from the terminal, where nobody types
};

/// A text that a tool is to work on, and the name that it has for it.
struct InputText {
    std::string name; ///< as it was given; `-` for the input
    std::string text;
};

/// How a tool says that it cannot read a file, with `{}` for its own name, the file's and the error.
struct InputComplaints {
    std::string_view cannotOpen = "{}: {}: {}";
    std::string_view isDirectory = "{}: {}: {}";
    int status = 1;
    int directoryStatus = 1;
};

/// The texts of all `files`, or the input where there is none or `-` is named. What cannot be read is said in `reply`.
/// Empty and a reply of status 127 where what is asked for is not simulated.
std::vector<InputText> inputsOf(const TextCall &call, std::string_view tool, const std::vector<std::string> &files,
                                Reply &reply, const InputComplaints &complaints = {});

/// The lines of a text, without their line feeds; the last one may have had none.
std::vector<std::string_view> linesOf(std::string_view text);

// One for each tool, as bash's own or coreutils 9.1 have it.
Response echo(const TextCall &call);
Response printf(const TextCall &call);
Response cat(const TextCall &call);
Response tee(const TextCall &call);
Response wc(const TextCall &call);
Response head(const TextCall &call);
Response tail(const TextCall &call);
Response seq(const TextCall &call);
Response sort(const TextCall &call);
Response uniq(const TextCall &call);
Response cut(const TextCall &call);
Response tr(const TextCall &call);
Response column(const TextCall &call);
/// GNU grep 3.8, sed 4.9, mawk 1.3.4
Response grep(const TextCall &call);
/// `egrep` and `fgrep`, which are grep with an option.
Response grepAs(const TextCall &call, const char *option);
Response sed(const TextCall &call);
Response awk(const TextCall &call);
/// What tells of the machine: hostname, whoami, id, uname, which, type, ls, man.
Response hostname(const TextCall &call);
Response whoami(const TextCall &call);
Response id(const TextCall &call);
Response uname(const TextCall &call);
Response ls(const TextCall &call);

} // namespace netdraft::model::command
