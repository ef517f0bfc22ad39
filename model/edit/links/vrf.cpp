#include "model/edit/links/new_links.h"

namespace netdraft::model {

Result<void> establish(Founding &founding, const VrfWords &words)
{
    if (words.table == 0)
        return fail(ErrorCode::MessageOther, "Invalid VRF table id.");
    founding.link.kind = Vrf{words.table};
    if (!founding.mtuGiven)
        founding.link.mtu = 65575; // IP6_MAX_MTU
    return {};
}

} // namespace netdraft::model
