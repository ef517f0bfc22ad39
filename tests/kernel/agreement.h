#pragma once

#include "comparison.h"
#include "lab.h"
#include "model/reachability/reachability.h"
#include "sandbox.h"

#include <functional>

/// One ordered pair that is asked, and what the simulation says.
struct Pair {
    netdraft::model::NetnsId from;
    netdraft::model::IpAddress to;
    netdraft::model::Answer answer;
};

/// A network as it is simulated, what its sandbox is asked, and what that said.
struct Trial {
    Lab lab;
    SimulatedLab simulated;
    SandboxTask task;
    std::vector<Pair> pairs; ///< one for each of the task's pings
    std::unique_ptr<SandboxResult> real;
};

/// One thing that simulation and kernel say differently.
struct Disagreement {
    enum class Kind : std::uint8_t { Command, Table, Ping, Trace };
    Kind kind = Kind::Command;
    QString what;           ///< the command or question, and which part of its answer
    QString text;           ///< both answers, to read
    std::size_t number = 0; ///< of the pair, if it is a ping
};
using Disagreements = QList<Disagreement>;

/// How much has been compared.
struct Figures {
    int commands = 0;
    int errors = 0;  ///< commands with a message on standard error
    int unknown = 0; ///< commands that are not simulated, and so not compared
    int tables = 0;
    int pairs = 0;
    int traces = 0;
    int reachable = 0;
    int uncertain = 0; ///< pairs that are not compared, since the kernel decides by a hash or a race
    Figures &operator+=(const Figures &other);
};

/// Has every node asked for its addresses, routes, static neighbours, rules and next hops.
void askTables(Trial &trial);

/// Has every node asked one in `share` of everything that only reads (questions.h): which is up to the lab's name and
/// the seed.
void askOthers(Trial &trial, int share, std::uint64_t seed = 0);

/// Has every node ping every address.
void askPings(Trial &trial);

/// Has the ways of `most` of the pairs that askPings() asked traced: which is up to the seed of the run and the lab's
/// name. Not where a hash decides about a way.
void askTraces(Trial &trial, int most);

/// Has one way traced: `NETNS COMMAND`.
void addTrace(Trial &trial, const QString &trace);

/// As typed, the hardware addresses of bridges alone are drawn by the kernel, and stand for those that the simulated
/// ones had at first.
QString withFirstMacs(const Trial &trial, QString text);

/// As built by a script, every link may have a hardware address that the kernel drew.
QString withMacsOf(const Trial &trial, const netdraft::model::Netns &netns, const QString &text);
/// By which numbers namespaces know each other goes back to who was wired first.
QString withoutNetnsids(QString text);
/// A link-local address was formed from the hardware address that the link had when it came up, which need not be the
/// one it has: an export keeps the last alone.
QString withLastLinkLocals(const netdraft::model::Netns &netns, const QString &text);

Disagreements compareCommands(const Trial &trial, Figures &figures);

/// What makes texts of one namespace, the simulation's and the kernel's, comparable.
using Likening = std::function<QString(const netdraft::model::Netns &, const QString &)>;
Disagreements compareTables(const Trial &trial, Figures &figures, const Likening &simulated, const Likening &kernel);

/// What askOthers() asked for, of a network whose commands were typed. `likening` makes an answer comparable, the
/// simulation's and the kernel's.
Disagreements compareOthers(
    const Trial &trial, Figures &figures,
    const std::function<QString(QString)> &likening = [](const QString &text) { return text; });

Disagreements comparePings(const Trial &trial, Figures &figures);

/// What askTraces() asked for, line by line but for the times.
Disagreements compareTraces(const Trial &trial, Figures &figures);

/// All texts, one after the other; empty where all agrees.
QString textOf(const Disagreements &disagreements);
