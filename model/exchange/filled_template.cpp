#include "model/exchange/filled_template.h"

#include <algorithm>

namespace netdraft::model {

std::string filledTemplate(std::string_view text, std::span<const Slot> slots)
{
    std::string filled;
    while (!text.empty()) {
        const auto open = text.find("@{");
        filled += text.substr(0, open);
        if (open == std::string_view::npos)
            break;
        const auto close = text.find('}', open);
        const auto slot = std::ranges::find(slots, text.substr(open + 2, close - open - 2), &Slot::first);
        if (slot != slots.end())
            filled += slot->second;
        text.remove_prefix(close + 1);
    }
    return filled;
}

} // namespace netdraft::model
