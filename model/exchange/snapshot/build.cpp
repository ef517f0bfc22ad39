#include "model/command/command.h"
#include "model/command/route_words.h"
#include "model/exchange/kernel_routes.h"
#include "model/exchange/own_gateways.h"
#include "model/exchange/rebuild/steps.h"
#include "model/exchange/rule_edits.h"
#include "model/exchange/snapshot/assembly.h"
#include "model/exchange/snapshot/filters.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model::snapshot {

namespace {

/// The link that an edit is about, or the namespace alone.
LinkName subjectOf(const Edit &edit)
{
    return std::visit(
        [](const auto &one) -> LinkName {
            if constexpr (requires { LinkName(one.link); })
                return one.link;
            else if constexpr (requires { LinkName(one.port); })
                return one.port;
            else if constexpr (requires { std::string(one.netns); })
                return {one.netns, {}};
            else
                return {};
        },
        edit.kind);
}

/// Whether a duplicate detection is under way, so that routes of addresses are not there yet.
bool detectsDuplicates(const SeenNetns &seen)
{
    const Output *output = seen.answers->find(Question::Addresses);
    if (!output || !output->json)
        return false;
    return std::ranges::any_of(output->json->items, [&](const Json &json) {
        const Json *name = json.find("ifname");
        const auto at = name ? seen.find(name->string) : std::nullopt;
        const Json *addresses = json.find("addr_info");
        return at && addresses && seen.links[*at].carrier &&
               std::ranges::any_of(addresses->items,
                                   [](const Json &address) { return address.find("tentative") != nullptr; });
    });
}

class Building
{
public:
    explicit Building(Seen &seen) : m_seen(seen) {}

    Imported run()
    {
        Assembly assembly = assembleLinks(m_seen);
        Network &network = assembly.project.network;
        EditList written;
        for (std::size_t i = 0; i < m_seen.namespaces.size(); ++i) {
            const SeenNetns &seen = m_seen.namespaces[i];
            Netns &netns = network.change(assembly.namespaces[i]);
            written.add(readSysctls(seen, netns, m_seen.troubles)); // first: they may forbid addresses
            readAddresses(seen, netns, m_seen.troubles);
            readNeighbours(seen, netns, m_seen.troubles);
            readFdb(seen, network, netns, m_seen.troubles);
            readVlans(seen, netns, m_seen.troubles);
        }
        m_built = buildLinks(assembly.project);
        perform(written);
        for (const SeenNetns &seen : m_seen.namespaces)
            addRoutes(seen);
        for (const SeenNetns &seen : m_seen.namespaces)
            addFilters(seen, m_built, m_seen.troubles);
        return {std::move(m_built), std::move(m_seen.troubles), std::move(m_seen.notes)};
    }

private:
    Project buildLinks(const Project &wanted)
    {
        rebuilding::Rebuilding building(wanted);
        rebuilding::addLinksAndNeighbours(building);
        for (const rebuilding::Rebuilding::Refused &refused : building.refused())
            refuse(refused.edit, refused.error);
        const Project built = building.built();
        for (const Edit &edit : building.take())
            m_gateways.around(edit);
        return built;
    }

    void addRoutes(const SeenNetns &seen)
    {
        const Netns *made = m_built.network.find(seen.answers->name);
        if (!made)
            return;
        Netns wanted = *made;
        readNexthops(seen, wanted, m_seen.troubles);
        perform(nexthopEdits(wanted));
        made = m_built.network.find(seen.answers->name);
        wanted.routes.clear();
        readRoutes(seen, wanted, m_seen.troubles);
        keepUnasked(seen, *made, wanted);
        perform(routeEdits(*made, wanted));
        made = m_built.network.find(seen.answers->name);
        readRules(seen, wanted, m_seen.troubles);
        perform(ruleEdits(*made, wanted));
    }

    /// What nobody asked for is as the kernel makes it.
    static void keepUnasked(const SeenNetns &seen, const Netns &made, Netns &wanted)
    {
        std::set<std::pair<Family, std::uint32_t>> asked;
        for (const Route &route : wanted.routes)
            asked.insert({route.family(), route.table});
        const bool early = detectsDuplicates(seen);
        for (const Route &route : made.routes) {
            const bool late = early && route.family() == Family::Ipv6 && route.table == table::local &&
                              route.protocol == protocol::kernel && route.type != RouteType::Multicast &&
                              std::ranges::find(wanted.routes, route) == wanted.routes.end();
            if (late || !asked.contains({route.family(), route.table}))
                wanted.routes.push_back(route);
        }
        std::ranges::stable_sort(wanted.routes, [](const Route &a, const Route &b) { return compare(a, b) < 0; });
    }

    /// All of them, or where one is refused those that are not.
    void perform(const EditList &list)
    {
        EditList whole;
        for (const Edit &edit : list) {
            for (Edit &one : m_gateways.around(edit))
                whole.add(std::move(one));
        }
        if (whole.empty() || apply(m_built, whole))
            return;
        for (const Edit &edit : whole) {
            if (const auto applied = apply(m_built, EditList{edit}); !applied)
                refuse(edit, applied.error());
        }
    }

    void refuse(const Edit &edit, const Error &error)
    {
        const LinkName subject = subjectOf(edit);
        const auto netns = std::ranges::find_if(
            m_seen.namespaces, [&](const SeenNetns &one) { return one.answers->name == subject.netns; });
        Error trouble{ErrorCode::Input, fmt::format("not simulated as it is here, `{}`: {}",
                                                    commandLine(edit, Prompt::Host), describe(error))};
        if (netns != m_seen.namespaces.end())
            trouble.position = placeOf(edit, *netns, subject.link);
        m_seen.troubles.push_back(std::move(trouble));
    }

    static std::optional<Position> placeOf(const Edit &edit, const SeenNetns &netns, const std::string &link)
    {
        if (const auto *route = std::get_if<AddRoute>(&edit.kind)) {
            const std::string name = command::destinationName(route->route.destination);
            for (const Output &output : netns.answers->outputs) {
                if (output.question != Question::Routes || !output.json)
                    continue;
                for (const Json &json : output.json->items) {
                    const Json *destination = json.find("dst");
                    if (destination && destination->string == name)
                        return output.at(json.offset);
                }
            }
        }
        if (const auto found = netns.find(link))
            return netns.links[*found].output->at(netns.links[*found].json->offset);
        if (netns.answers->outputs.empty())
            return std::nullopt;
        return netns.answers->outputs.front().at(netns.answers->outputs.front().begin);
    }

    Seen &m_seen;
    Project m_built;
    OwnGateways m_gateways;
};

} // namespace

Imported build(Seen seen)
{
    return Building(seen).run();
}

} // namespace netdraft::model::snapshot
