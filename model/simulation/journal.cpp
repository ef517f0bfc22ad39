#include "model/simulation/journal.h"

#include <algorithm>

namespace netdraft::model::simulation {

JourneyId Journal::begin(Purpose purpose, JourneyId about)
{
    m_journeys.push_back({purpose, about});
    return static_cast<JourneyId>(m_journeys.size() - 1);
}

const Ending *Journal::ending(JourneyId id) const
{
    const Ending *last = nullptr;
    for (const Ending &ending : m_endings) {
        if (ending.journey != id)
            continue;
        if (ending.cause == Cause::None)
            return &ending;
        // Copies of an unknown destination's frame come to others as well, and to members of bonds and ports of other
        // VLANs, who drop them.
        const bool byTheWay = ending.cause == Cause::WrongLladdr || ending.cause == Cause::MemberInactive ||
                              ending.cause == Cause::NotTrunked;
        if (!last || !byTheWay)
            last = &ending;
    }
    return last;
}

JourneyId Journal::about(JourneyId id, Purpose purpose) const
{
    const auto found = std::ranges::find_if(
        m_journeys, [&](const Journey &journey) { return journey.about == id && journey.purpose == purpose; });
    return found == m_journeys.end() ? noJourney : static_cast<JourneyId>(found - m_journeys.begin());
}

} // namespace netdraft::model::simulation
