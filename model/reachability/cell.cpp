#include "model/reachability/cell.h"

#include <algorithm>

namespace netdraft::model {

void End::join(const End &other)
{
    exact = exact || other.exact || (other.mayArrive() && mayArrive() && other.arrival != arrival);
    if (!mayArrive() && other.mayArrive())
        arrival = other.arrival;
    mixed = mixed || other.mixed || (other.cause == Cause::None) != (cause == Cause::None);
    length = std::max(length, other.length);
    mayLoop = mayLoop || other.mayLoop;
}

} // namespace netdraft::model
