#include "model/reachability/mends/docker.h"

#include "model/command/response.h"
#include "model/forwarding/ip_stages.h"
#include "model/reachability/docker_policy.h"

namespace netdraft::model::mending {

namespace {

/// `iptables -I DOCKER-USER -i IN -o OUT -j ACCEPT`
EditList passing(const Place &place, const Netns &machine, const std::string &in, const std::string &out)
{
    const std::vector<std::string> words{"iptables", "-I", "DOCKER-USER", "-i", in, "-o", out, "-j", "ACCEPT"};
    Response response = respond(place.plane.network(), machine.id, words);
    return response.reply.status == 0 ? std::move(response.edits) : EditList();
}

/// The bridge at a port of which the frame ended; null where it was routed.
const Link *bridgeOf(const Place &place, const Netns &machine)
{
    const Link *link = place.plane.network().find(place.leg.at);
    if (link && link->master)
        link = machine.find(link->master);
    return link;
}

} // namespace

std::vector<Mend> passDocker(const Place &place)
{
    const Netns *machine = dockerPolicyOf(place.plane.network(), place.leg);
    if (!machine)
        return {};
    if (const Link *bridge = bridgeOf(place, *machine)) {
        std::vector<Mend> found;
        if (EditList edits = passing(place, *machine, bridge->name, bridge->name); !edits.empty())
            found.push_back(
                {MendWords::phrase("Let {} pass from port to port in DOCKER-USER of {}", bridge->name, machine->name),
                 std::move(edits)});
        found.push_back(
            {MendWords::phrase("Hand no bridged frames to iptables on {} (bridge-nf-call-iptables)", machine->name),
             {Edit(SetNetnsSysctl{machine->name, NetnsSysctl::BridgeCallIptables, 0})}});
        return found;
    }
    const LinkIndex way = chooseRoute(place.plane, place.index, place.leg.destination).out;
    const std::string in = place.linkName(place.hop.in);
    const std::string out = way == nowhere ? std::string() : place.plane.links()[way].link->name;
    if (in.empty() || out.empty())
        return {};
    EditList edits = passing(place, *machine, in, out);
    if (in != out)
        edits.add(passing(place, *machine, out, in));
    return {{MendWords::phrase("Let packets pass between {} and {} in DOCKER-USER of {}", in, out, machine->name),
             std::move(edits)}};
}

} // namespace netdraft::model::mending
