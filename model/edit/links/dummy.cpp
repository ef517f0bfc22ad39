#include "model/edit/links/new_links.h"

namespace netdraft::model {

Result<void> establish(Founding &founding, const DummyWords &)
{
    founding.link.kind = Dummy{};
    return {};
}

} // namespace netdraft::model
