#include "families.h"

#include <vector>

namespace netdraft::tests {

std::span<const Family> allFamilies()
{
    static const std::vector<Family> all = [] {
        std::vector<Family> families;
        for (const auto &area :
             {lanFamilies(), routingFamilies(), fabricFamilies(), routeFamilies(), policyFamilies(), ipv6Families(),
              hostFamilies(), bridgeFamilies(), overlayFamilies(), linkKindFamilies(), ovsFamilies(), filterFamilies(),
              natFamilies(), nftFamilies(), containerFamilies(), historyFamilies()})
            families.insert(families.end(), area.begin(), area.end());
        return families;
    }();
    return all;
}

const Family *familyNamed(const QString &name)
{
    for (const Family &family : allFamilies())
        if (name == QLatin1String(family.name))
            return &family;
    return nullptr;
}

} // namespace netdraft::tests
