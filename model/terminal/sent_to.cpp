#include "model/terminal/sent_to.h"

#include "model/terminal/name_lookup.h"
#include "model/terminal/tools.h"

#include <algorithm>
#include <ranges>

namespace netdraft::model::terminal {

std::optional<IpAddress> sentTo(const Network &network, NetnsId at, std::span<const std::string> words)
{
    static constexpr std::string_view senders[] = {"ping", "ping4", "ping6", "traceroute", "traceroute6", "tracepath"};
    if (words.empty() || std::ranges::find(senders, baseName(words.front())) == std::end(senders))
        return std::nullopt;
    for (const std::string &word : words.subspan(1) | std::views::reverse) {
        const auto found = lookUp(network, at, word, std::nullopt);
        if (!found.addresses.empty())
            return found.addresses.front();
    }
    return std::nullopt;
}

} // namespace netdraft::model::terminal
