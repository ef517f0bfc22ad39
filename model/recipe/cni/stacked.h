#pragma once

#include "model/recipe/cni/interfaces.h"

namespace netdraft::model::cni {

// What macvlan, ipvlan and vlan have in common: a link in a namespace that lies on one of the host.

/// The link of the host that a default route leads out by.
Expected<std::string> defaultRouteLink(const Host &host);
/// Makes the link under a name that chance draws, and gives it its own. `kind` names the plugin's in errors.
Expected<Interface> addStacked(Call &call, const std::string &sandbox, std::string_view kind, const NewLink &words,
                               int mtu, const std::string &mac = {});
/// Takes it away again.
Expected<void> removeStacked(Call &call);
/// Has a result's addresses given to the interface, which is its first.
Expected<void> configureFirst(Call &call, const std::string &sandbox, Result100 &result);
} // namespace netdraft::model::cni
