#pragma once

#include "model/command/response.h"

namespace netdraft::model::command {

// What stands in for a program that is not to be started itself: a process that ps and ss call the same, which holds
// the same sockets and does nothing. It is a line of perl, which every Debian has: `perl -MIO::Socket::IP -e '$0 =
// shift; …' 'nginx: master process nginx' tcp,0.0.0.0,80 tcp,::,80,1`.

/// The words after `perl`.
std::vector<std::string> standInWords(const StartProcess &start);

/// perl, of which just this is simulated. A name in brackets is a process of elsewhere: it has the number 1, which
/// nothing has that somebody starts here.
Response perl(const Netns &netns, std::span<const std::string> words);

} // namespace netdraft::model::command
