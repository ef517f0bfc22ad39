#include "agreement.h"

#include "questions.h"
#include "turn.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>
#include <QRegularExpression>

#include <set>

using namespace netdraft::model;

namespace {

const QStringList tableQuestions{"addr", "route show table all", "neigh show nud permanent", "rule", "nexthop"};

QString nameOf(const Network &network, NetnsId id)
{
    return QString::fromStdString(network.find(id)->name);
}

/// The links of a namespace with Open vSwitch are those of the kernel's datapath, which need not be here.
bool hasOtherLinks(const Netns &netns)
{
    return std::ranges::any_of(netns.links, [](const Link &link) { return link.as<OvsDevice>() != nullptr; });
}

} // namespace

Figures &Figures::operator+=(const Figures &other)
{
    commands += other.commands;
    errors += other.errors;
    unknown += other.unknown;
    tables += other.tables;
    pairs += other.pairs;
    traces += other.traces;
    reachable += other.reachable;
    uncertain += other.uncertain;
    return *this;
}

void askTables(Trial &trial)
{
    trial.task.questions = tableQuestions;
    for (const auto &netns : trial.simulated.project.network.namespaces())
        trial.task.nodes.append(QString("%1 %2").arg(QString::fromStdString(netns->name)).arg(netns->links.size()));
}

void askOthers(Trial &trial, int share, std::uint64_t seed)
{
    const QStringList all = readOnlyQuestions(trial.simulated.project.network);
    const auto turn =
        static_cast<qsizetype>(netdraft::tests::numberOf(trial.lab.name, seed) % static_cast<unsigned>(share));
    for (qsizetype i = turn; i < all.size(); i += share)
        trial.task.others.append(all[i]);
}

void askPings(Trial &trial)
{
    const Network &network = trial.simulated.project.network;
    const auto reachability = Reachability::of(network);
    // Where two have one address, whoever was heard last is meant next.
    for (const Target &target : reachability->targets())
        trial.task.inTurn = trial.task.inTurn || reachability->plane().holders(target.address) > 1;
    for (std::size_t from = 0; from < reachability->nodes().size(); ++from)
        for (std::size_t to = 0; to < reachability->targets().size(); ++to) {
            const IpAddress address = reachability->targets()[to].address;
            const Answer answer = reachability->answer(from, to);
            trial.pairs.push_back({reachability->nodes()[from], address, answer});
            // An answer that comes may be late on a busy machine.
            trial.task.pings.append(
                QString("%1 %2 %3 %4")
                    .arg(nameOf(network, reachability->nodes()[from]), QString::fromStdString(address.toString()))
                    .arg(answer.reachable ? 20 : 2)
                    .arg(!answer.certain    ? "-"
                         : answer.reachable ? "yes"
                                            : "no"));
        }
}

void addTrace(Trial &trial, const QString &trace)
{
    const QString netns = trace.section(' ', 0, 0);
    const QString command = trace.section(' ', 1);
    const QString asked = netns == "host" ? command : "ip netns exec " + netns + ' ' + command;
    trial.task.traces.append(trace);
    trial.task.expectedTraces.append(simulatedOutput(trial.simulated.project, asked));
}

void askTraces(Trial &trial, int most)
{
    const Network &network = trial.simulated.project.network;
    const bool hashed = std::ranges::any_of(network.namespaces(), [](const auto &netns) {
        return std::ranges::any_of(netns->routes, [](const Route &route) { return route.hops.size() > 1; });
    });
    // ovs-vswitchd passes a datagram on without the checksum that its sender left to the cable.
    const bool switched =
        std::ranges::any_of(network.namespaces(), [](const auto &netns) { return hasOtherLinks(*netns); });
    const auto count = static_cast<int>(trial.pairs.size());
    if (hashed || switched || trial.task.inTurn || count == 0)
        return;
    // Few hops, all asked about at once, each waited for until a neighbour that is asked for can be given up. A router
    // without a route sends five errors to one sender at once, and then one a second (ip_error).
    const QString words = "traceroute -n -q 1 -w 4,0,0 -m 5 -N 5 ";
    std::set<NetnsId> failing;
    const int stride = std::max(1, count / most);
    const auto first = static_cast<int>(qHash(trial.lab.name) % static_cast<unsigned>(stride));
    for (int i = first; i < count && trial.task.traces.size() < most; i += stride) {
        const Pair &pair = trial.pairs[static_cast<std::size_t>(i)];
        if (!pair.answer.certain || (!pair.answer.reachable && !failing.insert(pair.from).second))
            continue;
        addTrace(trial, nameOf(network, pair.from) + ' ' + words + QString::fromStdString(pair.to.toString()));
    }
}

QString withFirstMacs(const Trial &trial, QString text)
{
    const QStringList lines = trial.real->read("macs").split('\n', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < lines.size() && i < trial.simulated.bridgeMacs.size(); ++i) {
        const auto real = MacAddress::parse(lines[i].section(' ', 2, 2).toStdString());
        const auto simulated = MacAddress::parse(trial.simulated.bridgeMacs[i].toStdString());
        if (real && simulated)
            text = replaced(text, macReplacements(*real, *simulated));
    }
    return text;
}

QString withMacsOf(const Trial &trial, const Netns &netns, const QString &text)
{
    const QString addresses =
        trial.real->read("tables." + QString::fromStdString(netns.name) + " -j").section('\n', 0, 0);
    QHash<QString, Replacements> links;
    for (const QJsonValue &entry : QJsonDocument::fromJson(addresses.toUtf8()).array()) {
        const QString name = entry["ifname"].toString();
        const auto real = MacAddress::parse(entry["address"].toString().toStdString());
        const Link *link = netns.find(std::string_view(name.toStdString()));
        if (link && real)
            links.insert(name, macReplacements(*real, link->mac));
    }
    return replacedByLink(text, links);
}

QString withoutNetnsids(QString text)
{
    static const QRegularExpression numbers(R"re((link-netnsid |"link_netnsid":)\d+)re");
    return text.replace(numbers, "\\1N");
}

QString withLastLinkLocals(const Netns &netns, const QString &text)
{
    QHash<QString, Replacements> links;
    for (const Link &link : netns.links)
        for (const LinkAddress &address : link.addresses(Family::Ipv6))
            if (address.kernelMade && address.local.address.isLinkLocal())
                links[QString::fromStdString(link.name)].append(
                    {QString::fromStdString(address.local.address.toString()),
                     QString::fromStdString(linkLocalOf(link.mac).toString())});
    return replacedByLink(text, links);
}

Disagreements compareCommands(const Trial &trial, Figures &figures)
{
    Disagreements found;
    for (qsizetype i = 0; i < trial.lab.commands.size(); ++i) {
        const Reply &reply = trial.simulated.replies[i];
        const QString file = QString("commands.%1").arg(i);
        if (reply.err.ends_with(" is not simulated\n")) {
            ++figures.unknown;
            continue;
        }
        const auto compare = [&](const QString &stream, const QString &simulated, const QString &real) {
            const QString what = trial.lab.commands[i] + " (" + stream + ")";
            if (simulated != real)
                found.append({Disagreement::Kind::Command, what, difference(what, simulated, real)});
        };
        compare("status", QString::number(reply.status), QString::number(trial.real->status(file)));
        compare("output", withoutTimes(QString::fromStdString(reply.out)),
                withoutTimes(withFirstMacs(trial, trial.real->read(file + ".out"))));
        // How a tool is used is told as far as it is simulated.
        const QString simulated = QString::fromStdString(reply.err);
        const QString real = trial.real->read(file + ".err");
        if (!simulated.startsWith("Usage: ") || !real.startsWith("Usage: "))
            compare("errors", simulated, real);
        ++figures.commands;
        figures.errors += reply.err.empty() ? 0 : 1;
    }
    return found;
}

Disagreements compareTables(const Trial &trial, Figures &figures, const Likening &simulated, const Likening &kernel)
{
    Disagreements found;
    const QStringList &questions = trial.task.questions;
    for (const auto &netns : trial.simulated.project.network.namespaces()) {
        if (hasOtherLinks(*netns))
            continue;
        const QString name = QString::fromStdString(netns->name);
        for (const QString options : {"", " -j"}) {
            const QString ip = (name == "host" ? QString("ip") : "ip -n " + name) + options + ' ';
            const auto compare = [&](const QString &what, const QString &left, const QString &right) {
                const QString ours = withoutChanceOrder(simulated(*netns, left));
                const QString theirs = withoutChanceOrder(kernel(*netns, right));
                if (ours != theirs)
                    found.append({Disagreement::Kind::Table, ip + what, difference(ip + what, ours, theirs)});
            };
            const QString real = trial.real->read("tables." + name + options);
            QString all;
            for (qsizetype i = 0; i < questions.size(); ++i) {
                const QString answer = simulatedOutput(trial.simulated.project, ip + questions[i]);
                all += answer;
                if (!options.isEmpty()) // a list of JSON is a line
                    compare(questions[i], answer.trimmed(), real.section('\n', i, i));
            }
            if (options.isEmpty())
                compare(questions.join(" & "), all, real);
            figures.tables += static_cast<int>(questions.size());
        }
    }
    return found;
}

Disagreements compareOthers(const Trial &trial, Figures &figures, const std::function<QString(QString)> &likening)
{
    Disagreements found;
    for (const auto &netns : trial.simulated.project.network.namespaces()) {
        if (hasOtherLinks(*netns))
            continue;
        const QString name = QString::fromStdString(netns->name);
        for (qsizetype i = 0; i < trial.task.others.size(); ++i) {
            const QString &question = trial.task.others[i];
            const QString what = name == "host" ? question : "ip netns exec " + name + ' ' + question;
            const QString answer = trial.real->read(QString("others.%1.%2").arg(name).arg(i));
            const QString simulated =
                comparableAnswer(question, likening(simulatedOutput(trial.simulated.project, what)));
            const QString real = comparableAnswer(question, likening(withFirstMacs(trial, answer)));
            if (simulated.contains("netdraft: which of the next hops"))
                continue; // the kernel's hash knows
            if (simulated.trimmed().endsWith(" is not simulated")) {
                ++figures.unknown;
                continue;
            }
            if (simulated != real)
                found.append({Disagreement::Kind::Table, what, difference(what, simulated, real)});
            ++figures.tables;
        }
    }
    return found;
}

Disagreements comparePings(const Trial &trial, Figures &figures)
{
    Disagreements found;
    const Network &network = trial.simulated.project.network;
    const DataPlane plane(network);
    for (std::size_t i = 0; i < trial.pairs.size(); ++i) {
        const Pair &pair = trial.pairs[i];
        const Ping one = ping(plane, pair.from, pair.to);
        const QString asked = "ping " + trial.task.pings[static_cast<qsizetype>(i)].section(' ', 0, 1);
        const QString words = QString::fromStdString(reason(network, one));
        const auto disagree = [&](const QString &simulated, const QString &real) {
            found.append({Disagreement::Kind::Ping, asked, difference(asked, simulated, real), i});
        };
        if (one.reachable != pair.answer.reachable || one.certain != pair.answer.certain)
            disagree(words, "ping() and Reachability disagree with each other");
        ++figures.pairs;
        figures.reachable += one.reachable ? 1 : 0;
        if (!one.certain) {
            ++figures.uncertain;
            continue;
        }
        const QString file = QString("pings.%1").arg(i);
        if (one.reachable != (trial.real->status(file) == 0))
            disagree((one.reachable ? "yes: " : "no: ") + words, trial.real->read(file + ".out").trimmed());
    }
    return found;
}

Disagreements compareTraces(const Trial &trial, Figures &figures)
{
    Disagreements found;
    for (qsizetype i = 0; i < trial.task.traces.size(); ++i) {
        const QString &asked = trial.task.traces[i];
        const QString simulated = withoutTimes(trial.task.expectedTraces[i]);
        const QString real = withoutTimes(withFirstMacs(trial, trial.real->read(QString("traces.%1.out").arg(i))));
        if (simulated != real)
            found.append({Disagreement::Kind::Trace, asked, difference(asked, simulated, real)});
        ++figures.traces;
    }
    return found;
}

QString textOf(const Disagreements &disagreements)
{
    QString text;
    for (const Disagreement &disagreement : disagreements)
        text += disagreement.text;
    return text;
}
