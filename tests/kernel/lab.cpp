#include "lab.h"

#include "model/terminal/terminal.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>
#include <set>

using namespace netdraft::model;

namespace {

Outcome runLine(const Project &project, const QString &line)
{
    const auto words = splitWords(line.toStdString());
    if (!words)
        return {{2, {}, describe(words.error()) + "\n"}, {}};
    return run(project, hostNetns, *words);
}

QString at(const LinkName &link)
{
    return link.netns == "host" ? QString("ip") : QString("ip -n %1").arg(QString::fromStdString(link.netns));
}

/// Whether a command acts on what the kernel is still about to do after earlier ones: it sends packets, binds
/// to an address, takes away what one that is being checked needs, or gives all that are not being checked an anycast
/// address.
bool needsRest(const QString &command)
{
    static const QRegularExpression forwarding(R"(\bipv6.conf.[^ ]+.forwarding\b)");
    if (forwarding.match(command).hasMatch())
        return true;
    static const QRegularExpression words(
        R"(^(?!.* link add ).* (ping|traceroute|down|del|nomaster|nc|socat|radvd|pkill|netns [^ ]+( name [^ ]+)?$))");
    return words.match(command).hasMatch();
}

/// Whether edits take the carrier away from a bridge that never had a port, whose own address may still be checked.
bool stopsDetection(const Network &network, const EditList &edits)
{
    return std::ranges::any_of(edits, [&](const Edit &edit) {
        const auto *set = std::get_if<SetLinkMaster>(&edit.kind);
        const Netns *netns = set ? network.find(set->link.netns) : nullptr;
        const Link *master = netns ? netns->find(std::string_view(set->master)) : nullptr;
        return master && master->bridge() && master->up && master->bridge()->ports.empty();
    });
}

/// Whether two links have one IPv6 address, so that it matters whose duplicate detection was over first.
bool hasContestedAddress(const Network &network)
{
    std::set<IpAddress> seen;
    for (const auto &netns : network.namespaces()) {
        for (const Link &link : netns->links) {
            for (const LinkAddress &address : link.addresses6) {
                if (address.dadFailed || (!link.isLoopback() && !seen.insert(address.local.address).second))
                    return true;
            }
        }
    }
    return false;
}

/// Lets duplicate detection end before each command, as the simulation does.
void settleBetween(QStringList &commands)
{
    for (qsizetype i = commands.size(); i-- > 0;) {
        if (commands[i].startsWith("> ") && (i == 0 || commands[i - 1] != "+ settle"))
            commands.insert(i, "+ settle");
    }
}

/// What is to be heard of routers now, as sandbox.sh waits for it; empty if there is nothing.
QString heardOf(const Network &network)
{
    QString words;
    for (const auto &netns : network.namespaces()) {
        const auto add = [&](const Link &link, const char *kind, const IpAddress &what) {
            words += QString(" %1/%2/%3/%4")
                         .arg(QString::fromStdString(netns->name), QString::fromStdString(link.name), kind,
                              QString::fromStdString(what.toString()));
        };
        for (const Link &link : netns->links) {
            for (const LinkAddress &address : link.addresses6) {
                if (address.dynamic && !address.tentative)
                    add(link, "addr", address.local.address);
            }
        }
        for (const Route &route : netns->routes) {
            const Link *dev = route.expiresSeconds != 0 ? netns->find(route.hops.front().dev) : nullptr;
            if (dev && route.isAdvertised())
                add(*dev, "via", *route.hops.front().via);
            else if (dev && !route.hops.front().via)
                add(*dev, "prefix", route.destination.address());
        }
    }
    return words;
}

QString macOf(const Project &project, const LinkName &name)
{
    const Netns *netns = project.network.find(name.netns);
    const Link *link = netns ? netns->find(std::string_view(name.link)) : nullptr;
    return link ? QString::fromStdString(link->mac.toString()) : QString();
}

/// What makes the real things that an edit has made like the simulated ones.
void pin(const Edit &edit, SimulatedLab &lab)
{
    const auto pinMac = [&](const LinkName &name, const std::optional<MacAddress> &given) {
        if (!given)
            lab.sandboxCommands.append(QString("+ %1 link set dev %2 address %3")
                                           .arg(at(name), QString::fromStdString(name.link), macOf(lab.project, name)));
    };
    if (const auto *netns = std::get_if<AddNetns>(&edit.kind)) {
        lab.sandboxCommands.append("+ settle_settings " + QString::fromStdString(netns->name));
    } else if (const auto *veth = std::get_if<AddVeth>(&edit.kind)) {
        pinMac(veth->link, veth->mac);
        pinMac(veth->peer, veth->peerMac);
    } else if (const auto *link = std::get_if<AddLink>(&edit.kind)) {
        pinMac(link->link, link->mac);
    } else if (const auto *bridge = std::get_if<AddBridge>(&edit.kind); bridge && !bridge->mac) {
        // A bridge follows the addresses of its ports as long as it was not given one: its first is random, and stays.
        lab.sandboxCommands.append(QString("? %1 %2").arg(QString::fromStdString(bridge->link.netns),
                                                          QString::fromStdString(bridge->link.link)));
        lab.bridgeMacs.append(macOf(lab.project, bridge->link));
    }
}

} // namespace

std::optional<Lab> readLab(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    Lab lab;
    lab.name = QFileInfo(path).completeBaseName();
    const auto lines = QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (!line.startsWith('#'))
            lab.commands.append(line);
        else if (line.startsWith("# probes: "))
            lab.probes = line.mid(10);
        else if (line.startsWith("# also: "))
            lab.addresses = line.mid(8).split(' ', Qt::SkipEmptyParts);
        else if (lab.says.isEmpty())
            lab.says = line.mid(1).trimmed();
    }
    return lab;
}

QList<Lab> allLabs(const QString &folderName)
{
    QList<Lab> labs;
    const QDir folder(NETDRAFT_SOURCE_DIR "/tests/kernel/" + folderName);
    for (const QFileInfo &entry : folder.entryInfoList({"*.lab"}, QDir::Files, QDir::Name)) {
        if (const auto lab = readLab(entry.filePath()))
            labs.append(*lab);
    }
    return labs;
}

SimulatedLab simulate(const Lab &lab)
{
    SimulatedLab result;
    bool contested = false;
    for (const QString &command : lab.commands) {
        Outcome outcome = runLine(result.project, command);
        if (needsRest(command) || stopsDetection(result.project.network, outcome.edits))
            result.sandboxCommands.append("+ settle");
        result.sandboxCommands.append("> " + command);
        if (command.endsWith(" &"))
            result.sandboxCommands.append("+ started");
        if (auto done = apply(result.project, outcome.edits); !done)
            outcome.reply = refusal(done.error());
        else
            for (const Edit &edit : outcome.edits)
                pin(edit, result);
        if (std::ranges::any_of(outcome.edits,
                                [](const Edit &edit) { return std::holds_alternative<RemoveRadvd>(edit.kind); }))
            result.sandboxCommands.append("+ sleep 0.5"); // till its last words are heard
        if (const QString heard = heardOf(result.project.network); !heard.isEmpty())
            result.sandboxCommands.append("+ hear" + heard);
        result.replies.append(outcome.reply);
        contested = contested || hasContestedAddress(result.project.network);
    }
    if (contested)
        settleBetween(result.sandboxCommands);
    return result;
}

Reply type(Project &project, const QString &command)
{
    Outcome outcome = runLine(project, command);
    if (const auto done = apply(project, outcome.edits); !done)
        return refusal(done.error());
    return outcome.reply;
}

QString simulatedOutput(const Project &project, const QString &command)
{
    const Reply reply = runLine(project, command).reply;
    return QString::fromStdString(reply.out + reply.err);
}
