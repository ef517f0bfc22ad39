#include "model/reachability/mends/bonds.h"

namespace netdraft::model::mending {

std::vector<Mend> activateMember(const Place &place)
{
    const FrameEnd end(place);
    const Link *master = end ? end.netns->find(end.link->master) : nullptr;
    const Bond *bond = master ? master->as<Bond>() : nullptr;
    if (!bond)
        return {};
    const LinkName name{end.netns->name, master->name};
    BondChange change;
    if (bond->primary) { // would be active again at once
        change.primary = end.link->name;
        return {{MendWords::phrase("Make {} the primary member of {}", end.words(), master->name),
                 {Edit(ChangeLink{name, change})}}};
    }
    change.active = end.link->name;
    return {{MendWords::phrase("Make {} the active member of {}", end.words(), master->name),
             {Edit(ChangeLink{name, change})}}};
}

} // namespace netdraft::model::mending
