#pragma once

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <memory>

/// What one network is to be asked in its sandbox; see sandbox.sh for the files that these lists become.
struct SandboxTask {
    QStringList commands;
    QStringList nodes;
    QStringList questions; ///< what `ip` is asked in every node
    QStringList others;    ///< whole commands, asked in every node
    QStringList pings;
    QStringList traces;         ///< `NETNS COMMAND`: traceroutes
    QStringList expectedTraces; ///< what the simulation prints of each
    QStringList probes;
    bool inTurn = false; ///< one ping after the other: what one teaches decides about the next
    int patience = 60;   ///< seconds in which the network is to come to rest
    QString prober;      ///< the program that sends all pings; empty: `ping`, once for each
    QString script;      ///< a file `lab.sh` beside the others
    QStringList leave;
    bool asNobody = false; ///< as the user nobody; takes root
};

/// The directory with the answers of one sandbox.
class SandboxResult
{
public:
    explicit SandboxResult(const SandboxTask &task);
    bool isValid() const { return m_directory.isValid(); }
    QString path() const { return m_directory.path(); }
    /// The text of one of the files that sandbox.sh wrote; empty when there is none.
    QString read(const QString &file) const;
    /// The exit status in NAME.status; -1 when it was never reached.
    int status(const QString &name) const;

private:
    QTemporaryDir m_directory;
};

/// The words that start a program in a sandbox: network and mount namespaces of its own, and, without root, a user
/// namespace. Root may start it as the user nobody.
QStringList sandboxWords(bool asNobody = false);

/// Why no sandbox can be had on this machine; empty when one can.
QString whyNoSandbox(bool asNobody = false);

/// Why networks with Open vSwitch cannot be built in one; empty when they can.
QString whyNoOpenVswitch(bool asNobody = false);
/// Whether a network has Open vSwitch, by its commands.
bool usesOpenVswitch(const QStringList &commands);

/// Runs all tasks, `atOnce` of them at a time, and returns their results in the same order.
std::vector<std::unique_ptr<SandboxResult>> runSandboxes(const QList<SandboxTask> &tasks, int atOnce);
