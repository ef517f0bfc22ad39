#pragma once

#include "model/command/command.h"

#include <QString>
#include <QStringList>

/// A network as a file says it: a comment line, then commands as one would type them on the machine.
struct Lab {
    QString name;
    QString says;               ///< what it shows
    QStringList commands;       ///< without comments and empty lines
    QString probes = {};        ///< the ports of a line `# probes: tcp/80 udp/53`
    QStringList addresses = {}; ///< of a line `# also: ADDRESS …`: what to probe beside the nodes' own addresses
};

/// A file of tests/kernel/networks or like one; nothing where it cannot be read.
std::optional<Lab> readLab(const QString &path);

/// Every file of a folder, ordered by name.
QList<Lab> allLabs(const QString &folder = "networks");

/// What the simulation makes of a lab.
struct SimulatedLab {
    netdraft::model::Project project;
    QList<netdraft::model::Reply> replies; ///< one for each command
    /// The commands as the sandbox runs them: those of the lab marked `>`, and those that give real links the hardware
    /// addresses of the simulated ones. See sandbox.sh.
    QStringList sandboxCommands;
    /// The hardware addresses that simulated bridges had when they were made, in the order of the sandbox's.
    QStringList bridgeMacs;
};

SimulatedLab simulate(const Lab &lab);

/// Types a command on the simulated machine.
netdraft::model::Reply type(netdraft::model::Project &project, const QString &command);

/// What a command prints in the simulation, typed on the machine; both streams.
QString simulatedOutput(const netdraft::model::Project &project, const QString &command);
