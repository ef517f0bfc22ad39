#include "model/command/sockets.h"

#include <fmt/format.h>

namespace netdraft::model::command {

std::vector<std::string> socketWords(const AddSocket &edit)
{
    const bool v4 = edit.address.isV4();
    const bool udp = edit.transport == Transport::Udp;
    if (edit.program == Program::Netcat) {
        std::vector<std::string> words;
        if (!v4 && edit.address.isUnspecified())
            words.emplace_back("-6");
        words.emplace_back(udp ? "-lku" : "-lk");
        if (!edit.address.isUnspecified())
            words.push_back(edit.address.toString());
        words.push_back(std::to_string(edit.port));
        return words;
    }
    std::string address =
        fmt::format("{}{}-{}:{}", udp ? "UDP" : "TCP", v4 ? 4 : 6, udp ? "RECVFROM" : "LISTEN", edit.port);
    if (!edit.address.isUnspecified())
        address += fmt::format(",bind={}{}{}", v4 ? "" : "[", edit.address.toString(), v4 ? "" : "]");
    if (!edit.dev.empty())
        address += fmt::format(",so-bindtodevice={}", edit.dev);
    if (edit.v6only)
        address += ",ipv6only=1";
    if (!udp)
        address += ",reuseaddr";
    return {address + ",fork", "EXEC:cat"};
}

} // namespace netdraft::model::command
