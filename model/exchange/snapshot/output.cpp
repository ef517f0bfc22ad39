#include "model/exchange/snapshot/output.h"

#include <algorithm>

namespace netdraft::model::snapshot {

const Output *Answers::find(Question question) const
{
    const auto found = std::ranges::find(outputs, question, &Output::question);
    return found == outputs.end() ? nullptr : &*found;
}

bool saysKinds(const Json &links)
{
    return std::ranges::any_of(links.items,
                               [](const Json &link) { return link.find("linkinfo") || link.find("min_mtu"); });
}

} // namespace netdraft::model::snapshot
