#include "lab_run.h"

#include "model/network/effective_sysctl.h"

#include <QRegularExpression>

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>

using namespace netdraft::model;

namespace netdraft::tests {

namespace {

/// So many disagreeing pings of a lab are asked again in turn, and so many of them each in a sandbox of its own.
constexpr qsizetype mostAgain = 8;
constexpr qsizetype mostAlone = 3;

/// What has not come to rest by then never will.
constexpr int restSeconds = 20;

/// How long an answer that should come is waited for when nothing else is asked.
constexpr int patience = 6;

constexpr int tracesOfLab = 4;

/// A lab is asked one in so many of the commands that only read; thousands of labs ask all.
constexpr int othersShare = 8;

Trial prepare(const Lab &lab, const Extent &extent)
{
    Trial trial;
    trial.lab = lab;
    trial.simulated = simulate(lab);
    trial.task.commands = trial.simulated.sandboxCommands;
    trial.task.prober = NETDRAFT_PROBER;
    trial.task.patience = restSeconds;
    askTables(trial);
    if (!extent.tables)
        trial.task.questions.clear();
    else
        askOthers(trial, othersShare);
    if (!extent.onlyTrace.isEmpty())
        addTrace(trial, extent.onlyTrace);
    if (!extent.pings)
        return trial;
    if (extent.onlyPing.isEmpty()) {
        askPings(trial);
        if (extent.traces)
            askTraces(trial, tracesOfLab);
        // Those that disagree for what others have taught are asked again.
        trial.task.inTurn = false;
        return trial;
    }
    const Network &network = trial.simulated.project.network;
    const Netns *from = network.find(extent.onlyPing.section(' ', 0, 0).toStdString());
    const auto to = IpAddress::parse(extent.onlyPing.section(' ', 1, 1).toStdString());
    if (!from || !to)
        return trial;
    const Ping one = ping(DataPlane(network), from->id, *to);
    Answer answer;
    answer.reachable = one.reachable;
    answer.certain = one.certain;
    trial.pairs.push_back({from->id, *to, answer});
    trial.task.pings.append(QString("%1 %2").arg(extent.onlyPing).arg(one.reachable ? patience : 2));
    return trial;
}

/// The same network to be built anew, and of its pings only these.
Trial again(const Trial &trial, const QList<std::size_t> &pings)
{
    Trial next;
    next.lab = trial.lab;
    next.simulated = trial.simulated;
    next.task = trial.task;
    next.task.pings.clear();
    next.task.traces.clear();
    next.task.expectedTraces.clear();
    next.task.inTurn = true;
    for (const std::size_t number : pings) {
        next.pairs.push_back(trial.pairs[number]);
        next.task.pings.append(QString("%1 %2")
                                   .arg(trial.task.pings[static_cast<qsizetype>(number)].section(' ', 0, 1))
                                   .arg(trial.pairs[number].answer.reachable ? patience : 2));
    }
    return next;
}

/// Without the devices of an IPv6 address that several links have: which of its local routes is first goes back to
/// whose duplicate detection was over first, which is drawn by chance (addrconf_dad_kick).
QString withoutTwins(QString text, const QRegularExpression &localRoute)
{
    QHash<QString, int> counts;
    for (const auto &match : localRoute.globalMatch(text))
        ++counts[match.captured("route")];
    QList<QPair<qsizetype, qsizetype>> devices;
    for (const auto &match : localRoute.globalMatch(text)) {
        if (counts[match.captured("route")] > 1)
            devices.prepend({match.capturedStart("dev"), match.capturedLength("dev")});
    }
    for (const auto &[start, length] : devices)
        text.replace(start, length, "DEV");
    return text;
}

/// What the kernel decides by a race or by history that no command shows: whether a link that never had carrier is told
/// to be down for its peer's sake goes back to when it was looked at (default_operstate), and which number a namespace
/// has in another to who first spoke of it.
QString withoutRaces(QString text)
{
    static const QRegularExpression numbers(R"re((link-netnsid |"link_netnsid": ?|\(id: ?|"id": ?)\d+)re");
    static const QRegularExpression down(R"re((LOWERLAYER)?DOWN *)re"); // in a column
    // Of a port that has not run yet: what its bridge took for the root when the port came, heard by then or not.
    static const QRegularExpression root(
        R"re((state disabled [^\n]*designated_cost )\d+([^\n]*designated_root )\S+)re");
    static const QRegularExpression rootInJson(
        R"re(("state": ?"disabled",(?:(?!"state").)*?"designated_cost": ?)\d+((?:(?!"state").)*?"root_id": ?)"[^"]*")re",
        QRegularExpression::DotMatchesEverythingOption);
    // Of a multipath route all of whose hops have lost their carrier: which lost it last (model/README.md).
    static const QRegularExpression linkdown(R"re( linkdown (?=\n\tnexthop ))re");
    static const QRegularExpression linkdownInJson(R"re("flags": ?\["linkdown"\](?=, ?"nexthops"))re");
    text.replace(linkdown, " ");
    text.replace(linkdownInJson, "\"flags\":[]");
    text.replace(root, "\\1N\\2ROOT");
    text.replace(rootInJson, "\\1N\\2ROOT");
    text.replace(down, "DOWN ");
    static const QRegularExpression localRoute(R"re(^(?<route>(local|anycast) [^ ]*:[^ ]* )dev (?<dev>[^ ]+))re",
                                               QRegularExpression::MultilineOption);
    static const QRegularExpression localRouteInJson(
        R"re("type": ?"(local|anycast)",\s*(?<route>"dst": ?"[^"]*:[^"]*"),\s*"dev": ?"(?<dev>[^"]*)")re");
    // Of IPv4's table local: whether an address was there once (model/README.md).
    static const QRegularExpression noTable(R"re(^Error: ipv4: FIB table does not exist\.\nDump terminated\n$)re");
    text.remove(noTable);
    text = withoutTwins(withoutTwins(std::move(text), localRoute), localRouteInJson);
    return text.replace(numbers, "\\1N");
}

void build(Trial &trial)
{
    trial.real = std::move(runSandboxes({trial.task}, 1).front());
}

/// Whether a command asks for a table that is there only since a route was once refused a place in it, which is not
/// simulated (model/README.md).
bool asksForRefusedTable(const Trial &trial)
{
    static const QRegularExpression table(R"( route .* table (\S+))");
    QStringList refused;
    for (qsizetype i = 0; i < trial.lab.commands.size(); ++i) {
        const Reply &reply = trial.simulated.replies[i];
        const QString named = table.match(trial.lab.commands[i]).captured(1);
        if (reply.status != 0 && reply.err.find("FIB table does not exist") == std::string::npos)
            refused.append(named);
        else if (reply.status != 0 && refused.contains(named))
            return true;
    }
    return false;
}

/// Whether a link was refused after it, or its peer, had been given an index, which is not given again: not simulated
/// (model/README.md).
bool spendsAnIndex(const Trial &trial)
{
    static const QRegularExpression bridge(" link add .* bridge ");
    static const QRegularExpression cable(" link add \\S+ netns \\S+ type veth ");
    for (qsizetype i = 0; i < trial.lab.commands.size(); ++i) {
        const QString &command = trial.lab.commands[i];
        const std::string &err = trial.simulated.replies[i].err;
        if (command.contains(bridge) && err.find("Numerical result out of range") != std::string::npos)
            return true;
        if (command.contains(cable) && err.find("File exists") != std::string::npos)
            return true;
    }
    return false;
}

/// By address that failed its duplicate detection: at whom, `NETNS LINK`.
using FailedDetections = QMap<QString, QSet<QString>>;

FailedDetections simulatedFailures(const Trial &trial)
{
    FailedDetections failed;
    for (const auto &netns : trial.simulated.project.network.namespaces()) {
        for (const Link &link : netns->links) {
            for (const LinkAddress &address : link.addresses6) {
                if (address.dadFailed)
                    failed[QString::fromStdString(address.local.address.toString())].insert(
                        QString::fromStdString(netns->name + " " + link.name));
            }
        }
    }
    return failed;
}

FailedDetections realFailures(const Trial &trial)
{
    static const QRegularExpression linkLine(R"(^\d+: ([^:@]+))");
    static const QRegularExpression failedLine(R"(^ +inet6 ([^/ ]+)[/ ].* dadfailed )");
    FailedDetections failed;
    for (const auto &netns : trial.simulated.project.network.namespaces()) {
        const QString name = QString::fromStdString(netns->name);
        QString link;
        for (const QString &line : trial.real->read("tables." + name).split('\n')) {
            if (const auto match = linkLine.match(line); match.hasMatch())
                link = match.captured(1);
            if (const auto match = failedLine.match(line + ' '); match.hasMatch())
                failed[match.captured(1)].insert(name + ' ' + link);
        }
    }
    return failed;
}

/// Whether somebody has the address, and took it without a check.
bool isTakenUnchecked(const Trial &trial, const QString &address)
{
    return std::ranges::any_of(trial.simulated.project.network.namespaces(), [&](const auto &netns) {
        return std::ranges::any_of(netns->links, [&](const Link &link) {
            const bool unchecked = effective(*netns, link, DeviceSysctl::Ipv6AcceptDad) < 1;
            return std::ranges::any_of(link.addresses6, [&](const LinkAddress &has) {
                return (has.noDad || unchecked) && QString::fromStdString(has.local.address.toString()) == address;
            });
        });
    });
}

/// Whether of those who began to check one address at once another found out first than in the simulation, or both did,
/// or whether one had not ended when somebody took the address unchecked: that is drawn by chance (addrconf_dad_kick).
bool hasRacedForAddress(const Trial &trial)
{
    const FailedDetections real = realFailures(trial);
    const FailedDetections simulated = simulatedFailures(trial);
    return std::ranges::any_of(real.keys(), [&](const QString &address) {
        return simulated[address] != real[address] && (simulated.contains(address) || isTakenUnchecked(trial, address));
    });
}

/// Of disagreeing pings those that disagree again, asked alone; nothing where they were decided by chance this time.
std::optional<Disagreements> confirmed(const Trial &trial, const Disagreements &found)
{
    QList<std::size_t> numbers;
    for (const Disagreement &one : found.first(std::min(mostAgain, found.size())))
        numbers.append(one.number);
    Figures ignored;
    Trial alone = again(trial, numbers);
    build(alone);
    if (hasRacedForAddress(alone))
        return {};
    Disagreements still = comparePings(alone, ignored);
    if (numbers.size() == 1)
        return still;
    Disagreements sure;
    for (const Disagreement &one : still.first(std::min(mostAlone, still.size()))) {
        Trial single = again(alone, {one.number});
        build(single);
        if (hasRacedForAddress(single))
            return {};
        sure += comparePings(single, ignored);
    }
    return sure;
}

/// Whether a link has an address that is its subnet's own, still to be checked when another one of the subnet came:
/// which was first, as what it is of use to the router or as anycast address, goes back to the time between them.
bool hasRacedForAnycast(const Trial &trial)
{
    return std::ranges::any_of(trial.simulated.project.network.namespaces(), [](const auto &netns) {
        return std::ranges::any_of(netns->links, [](const Link &link) {
            return std::ranges::any_of(link.addresses6, [&](const LinkAddress &own) {
                const auto isBeside = [&](const LinkAddress &other) {
                    return other.noDad && other.local.address != own.local.address &&
                           other.local.prefix() == own.local.prefix();
                };
                return !own.noDad && own.local.address == own.local.prefix().address() &&
                       std::ranges::any_of(link.addresses6, isBeside);
            });
        });
    });
}

/// Whether somebody who is asked for an address is ready to answer is chance as well (linkwatch): once it goes as
/// simulated.
void buildAsSimulated(Trial &trial)
{
    constexpr int chances = 4;
    build(trial);
    for (int chance = 1; chance < chances && realFailures(trial) != simulatedFailures(trial); ++chance)
        build(trial);
}

Disagreements compareAllButPings(const Trial &trial, const Extent &extent, Figures &figures)
{
    Disagreements found;
    if (const QString troubles = trial.real->read("troubles"); !troubles.isEmpty())
        found.append({Disagreement::Kind::Command, "trouble", "\n    trouble: " + troubles.trimmed()});
    found += compareCommands(trial, figures);
    if (extent.tables) {
        found += compareTables(
            trial, figures, [](const Netns &, const QString &text) { return withoutRaces(text); },
            [&](const Netns &, const QString &text) { return withoutRaces(withFirstMacs(trial, text)); });
        found += compareOthers(trial, figures, withoutRaces);
    }
    return found + compareTraces(trial, figures);
}

} // namespace

LabResult runLab(const Lab &lab, const Extent &extent)
{
    LabResult result;
    Trial trial = prepare(lab, extent);
    result.isSimulated = !asksForRefusedTable(trial) && !spendsAnIndex(trial) &&
                         std::ranges::none_of(trial.simulated.replies, [](const Reply &reply) {
                             return reply.err.ends_with(" is not simulated\n");
                         });
    if (!result.isSimulated)
        return result;
    // A race that went otherwise once may be what disagrees: what counts does so in each network built anew.
    constexpr int chances = 3;
    for (int chance = 0; chance < chances; ++chance) {
        buildAsSimulated(trial);
        if (hasRacedForAddress(trial) || hasRacedForAnycast(trial)) {
            result.isSimulated = false;
            return result;
        }
        result.figures = {};
        result.disagreements = compareAllButPings(trial, extent, result.figures);
        if (result.disagreements.isEmpty())
            break;
        result.askedAgain += chance + 1 < chances ? static_cast<int>(result.disagreements.size()) : 0;
    }
    const Disagreements pings = comparePings(trial, result.figures);
    result.askedAgain += static_cast<int>(pings.size());
    if (!pings.isEmpty()) {
        const std::optional<Disagreements> sure = confirmed(trial, pings);
        result.isSimulated = sure.has_value();
        result.disagreements += sure.value_or(Disagreements());
    }
    return result;
}

std::vector<LabResult> runLabs(const QList<Lab> &labs, const Extent &extent, int atOnce)
{
    std::vector<LabResult> results(static_cast<std::size_t>(labs.size()));
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> workers;
    for (int i = 0; i < atOnce; ++i)
        workers.emplace_back([&] {
            for (std::size_t mine = next++; mine < results.size(); mine = next++)
                results[mine] = runLab(labs[static_cast<qsizetype>(mine)], extent);
        });
    workers.clear();
    return results;
}

bool shows(const Lab &lab, const Disagreement &wanted)
{
    Extent extent;
    extent.tables = wanted.kind == Disagreement::Kind::Table;
    extent.pings = wanted.kind == Disagreement::Kind::Ping;
    if (extent.pings)
        extent.onlyPing = wanted.what.section(' ', 1, 2);
    if (wanted.kind == Disagreement::Kind::Trace)
        extent.onlyTrace = wanted.what;
    const LabResult result = runLab(lab, extent);
    return std::ranges::any_of(result.disagreements, [&](const Disagreement &found) {
        return found.kind == wanted.kind && found.what == wanted.what;
    });
}

} // namespace netdraft::tests
