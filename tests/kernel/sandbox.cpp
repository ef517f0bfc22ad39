#include "sandbox.h"

#include "text_file.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>

#include <unistd.h>

namespace {

/// The number that the user nobody has everywhere.
constexpr uid_t nobody = 65534;

void writeLines(const QString &path, const QStringList &lines)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        for (const QString &line : lines)
            file.write(line.toUtf8() + '\n');
}

} // namespace

SandboxResult::SandboxResult(const SandboxTask &task)
{
    writeLines(m_directory.filePath("commands"), task.commands);
    writeLines(m_directory.filePath("nodes"), task.nodes);
    writeLines(m_directory.filePath("questions"), task.questions);
    writeLines(m_directory.filePath("pings"), task.pings);
    if (!task.others.isEmpty())
        writeLines(m_directory.filePath("others"), task.others);
    writeLines(m_directory.filePath("patience"), {QString::number(task.patience)});
    if (!task.prober.isEmpty())
        QFile::link(task.prober, m_directory.filePath("prober"));
    if (!task.traces.isEmpty())
        writeLines(m_directory.filePath("traces"), task.traces);
    for (qsizetype i = 0; i < task.expectedTraces.size(); ++i)
        writeLines(m_directory.filePath(QString("traces.%1.expected").arg(i)), {task.expectedTraces[i]});
    if (!task.probes.isEmpty())
        writeLines(m_directory.filePath("probes"), task.probes);
    if (task.inTurn)
        writeLines(m_directory.filePath("in-turn"), {});
    if (!task.script.isEmpty())
        writeLines(m_directory.filePath("lab.sh"), {task.script});
    if (!task.leave.isEmpty())
        writeLines(m_directory.filePath("leave"), task.leave);
    // Others may not be able to look into the sources.
    QFile::copy(NETDRAFT_SOURCE_DIR "/tests/kernel/sandbox.sh", m_directory.filePath("sandbox.sh"));
    if (usesOpenVswitch(task.commands)) // a script brings its own
        QFile::copy(NETDRAFT_SOURCE_DIR "/tests/kernel/open_vswitch.sh", m_directory.filePath("open_vswitch.sh"));
    if (!task.asNobody)
        return;
    for (const QString &entry : QDir(path()).entryList(QDir::Files | QDir::Dirs | QDir::NoDotDot))
        if (::chown(QFile::encodeName(m_directory.filePath(entry)).constData(), nobody, nobody) != 0)
            qWarning("cannot give %s to nobody", qPrintable(m_directory.filePath(entry)));
}

QString SandboxResult::read(const QString &file) const
{
    return netdraft::tests::readText(m_directory.filePath(file));
}

int SandboxResult::status(const QString &name) const
{
    bool isNumber = false;
    const int status = read(name + ".status").trimmed().toInt(&isNumber);
    return isNumber ? status : -1;
}

QStringList sandboxWords(bool asNobody)
{
    const QStringList asRoot{"unshare", "--net", "--mount"};
    const QStringList asUser{"unshare", "--user", "--map-root-user", "--net", "--mount"};
    if (!asNobody)
        return ::geteuid() == 0 ? asRoot : asUser;
    const QString number = QString::number(nobody);
    return QStringList{"setpriv", "--reuid=" + number, "--regid=" + number, "--clear-groups"} + asUser;
}

QString whyNoSandbox(bool asNobody)
{
    for (const char *tool : {"unshare", "ip", "ping", "bridge", "sysctl"}) {
        QProcess lookup;
        lookup.start("sh", {"-c", QString("PATH=$PATH:/usr/sbin:/sbin command -v %1").arg(tool)});
        if (!lookup.waitForFinished(-1) || lookup.exitCode() != 0)
            return QString("there is no `%1` here").arg(tool);
    }
    QProcess probe;
    const QStringList words =
        sandboxWords(asNobody) +
        QStringList{"sh", "-c",
                    "PATH=$PATH:/usr/sbin:/sbin; mount -t tmpfs tmpfs /run && mkdir /run/netns && ip link set lo up && "
                    "ip netns add a && ip netns exec a true"};
    probe.setProcessChannelMode(QProcess::MergedChannels);
    probe.start(words.first(), words.mid(1));
    if (!probe.waitForFinished(-1) || probe.exitStatus() != QProcess::NormalExit || probe.exitCode() != 0)
        return "no network namespace can be made here: " + QString::fromUtf8(probe.readAll()).trimmed();
    return {};
}

bool usesOpenVswitch(const QStringList &commands)
{
    return commands.join(' ').contains("ovs-vsctl ");
}

QString whyNoOpenVswitch(bool asNobody)
{
    SandboxTask task;
    task.commands = QStringList{"> ovs-vsctl add-br probe", "> ip link show dev probe"};
    task.asNobody = asNobody;
    const auto results = runSandboxes({task}, 1);
    if (results.front()->status("commands.1") == 0)
        return {};
    const QString trouble = results.front()->read("troubles") + results.front()->read("commands.0.err");
    return "ovs-vsctl makes no bridge here: " + trouble.simplified();
}

std::vector<std::unique_ptr<SandboxResult>> runSandboxes(const QList<SandboxTask> &tasks, int atOnce)
{
    std::vector<std::unique_ptr<SandboxResult>> results;
    QEventLoop loop;
    int running = 0;
    const std::function<void()> startMore = [&] {
        while (running < atOnce && results.size() < static_cast<std::size_t>(tasks.size())) {
            const SandboxTask &task = tasks[static_cast<qsizetype>(results.size())];
            results.push_back(std::make_unique<SandboxResult>(task));
            auto *process = new QProcess(&loop);
            ++running;
            QObject::connect(process, &QProcess::finished, &loop, [&] {
                --running;
                startMore();
            });
            const QString path = results.back()->path();
            const QStringList words = sandboxWords(task.asNobody) + QStringList{"bash", path + "/sandbox.sh", path};
            process->setStandardOutputFile(results.back()->path() + "/troubles", QIODevice::Append);
            process->setProcessChannelMode(QProcess::MergedChannels);
            process->setStandardInputFile(QProcess::nullDevice());
            process->start(words.first(), words.mid(1));
        }
        if (running == 0)
            loop.quit();
    };
    startMore();
    if (running > 0)
        loop.exec();
    return results;
}
