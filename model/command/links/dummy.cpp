#include "model/command/links/link_types.h"

namespace netdraft::model::command {

NewLink readDummy(KindCall &words)
{
    if (words.arguments.more())
        words.arguments.refuse(
            complaint(1, "Usage: ip link <options> type dummy \nTo get <options> type 'ip link add help'"));
    return DummyWords{};
}

} // namespace netdraft::model::command
