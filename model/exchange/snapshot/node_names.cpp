#include "model/exchange/snapshot/node_names.h"

#include "model/address/name.h"

#include <fmt/format.h>

namespace netdraft::model::snapshot {

std::string freeName(std::string name, std::set<std::string> &taken)
{
    constexpr std::size_t longest = 56;
    for (char &c : name) {
        const std::string one(1, c);
        if (!checkNetnsName("a" + one))
            c = '-';
    }
    name = name.substr(0, longest);
    if (!checkNetnsName(name))
        name = "n" + name;
    std::string free = name;
    for (int n = 2; !taken.insert(free).second; ++n)
        free = fmt::format("{}-{}", name, n);
    return free;
}

} // namespace netdraft::model::snapshot
