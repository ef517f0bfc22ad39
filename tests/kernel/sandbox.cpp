#include "sandbox.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>

#include <unistd.h>

namespace {

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
    writeLines(m_directory.filePath("tables"), task.tables);
    writeLines(m_directory.filePath("pings"), task.pings);
    if (task.inTurn)
        writeLines(m_directory.filePath("in-turn"), {});
}

QString SandboxResult::read(const QString &file) const
{
    QFile opened(m_directory.filePath(file));
    return opened.open(QIODevice::ReadOnly) ? QString::fromUtf8(opened.readAll()) : QString();
}

int SandboxResult::status(const QString &name) const
{
    bool isNumber = false;
    const int status = read(name + ".status").trimmed().toInt(&isNumber);
    return isNumber ? status : -1;
}

QStringList sandboxWords()
{
    return ::geteuid() == 0 ? QStringList{"unshare", "--net", "--mount"}
                            : QStringList{"unshare", "--user", "--map-root-user", "--net", "--mount"};
}

QString whyNoSandbox()
{
    for (const char *tool : {"unshare", "ip", "ping", "bridge", "sysctl"}) {
        QProcess lookup;
        lookup.start("sh", {"-c", QString("PATH=$PATH:/usr/sbin:/sbin command -v %1").arg(tool)});
        if (!lookup.waitForFinished() || lookup.exitCode() != 0)
            return QString("there is no `%1` here").arg(tool);
    }
    QProcess probe;
    const QStringList words =
        sandboxWords() + QStringList{"sh", "-c", "mount -t tmpfs tmpfs /run && ip link set lo up"};
    probe.start(words.first(), words.mid(1));
    if (!probe.waitForFinished() || probe.exitStatus() != QProcess::NormalExit || probe.exitCode() != 0)
        return "no network namespace can be made here: " + QString::fromUtf8(probe.readAllStandardError()).trimmed();
    return {};
}

std::vector<std::unique_ptr<SandboxResult>> runSandboxes(const QList<SandboxTask> &tasks, int atOnce)
{
    std::vector<std::unique_ptr<SandboxResult>> results;
    QEventLoop loop;
    int running = 0;
    const std::function<void()> startMore = [&] {
        while (running < atOnce && results.size() < static_cast<std::size_t>(tasks.size())) {
            results.push_back(std::make_unique<SandboxResult>(tasks[static_cast<qsizetype>(results.size())]));
            auto *process = new QProcess(&loop);
            ++running;
            QObject::connect(process, &QProcess::finished, &loop, [&] {
                --running;
                startMore();
            });
            const QStringList words =
                sandboxWords() +
                QStringList{"bash", NETDRAFT_SOURCE_DIR "/tests/kernel/sandbox.sh", results.back()->path()};
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
