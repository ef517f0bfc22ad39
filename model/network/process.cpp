#include "model/network/process.h"

namespace netdraft::model {

std::string_view Process::name() const
{
    constexpr std::size_t longestName = 15; // TASK_COMM_LEN
    std::string_view word = std::string_view(command).substr(0, command.find(' '));
    word.remove_prefix(word.rfind('/') + 1);
    if (word.ends_with(':')) // a title that the program gave itself: `sshd: /usr/sbin/sshd -D`
        word.remove_suffix(1);
    return word.substr(0, longestName);
}

} // namespace netdraft::model
