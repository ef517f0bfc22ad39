#pragma once

#include "model/result.h"

#include <vector>

namespace netdraft::model {

/// What a program of this machine printed and how it ended: its exit status, or 128 and the number of the signal.
struct ProcessOutcome {
    int status = 0;
    std::string out;
    std::string err;
};

/// Runs a program found in PATH, gives it `input` to read, and waits for its end. An error when it cannot be started.
Result<ProcessOutcome> runProcess(const std::vector<std::string> &words, std::string_view input);

} // namespace netdraft::model
