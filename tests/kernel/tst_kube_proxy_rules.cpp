#include "sandbox.h"
#include "tests/registered.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

/// That iptables takes the rules of the simulated kube-proxy and of network policies, and prints them as the simulation
/// does.
class TestKubeProxyRules : public QObject
{
    Q_OBJECT

private slots:
    void areTaken_data();
    void areTaken();
};

namespace {

/// The rules, without remarks.
QStringList savedLines(const QByteArray &text)
{
    QStringList lines;
    for (const QString &line : QString::fromUtf8(text).split(u'\n'))
        if (!line.startsWith(u'#') && !line.isEmpty())
            lines.append(line);
    return lines;
}

/// The same by table: in which order the kernel has those, is when they were made.
QStringList byTable(const QStringList &lines)
{
    QStringList tables;
    for (const QString &line : lines) {
        if (line.startsWith(u'*'))
            tables.append(QString());
        tables.last() += line + u'\n';
    }
    tables.sort();
    return tables;
}

} // namespace

void TestKubeProxyRules::areTaken_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(NETDRAFT_SOURCE_DIR "/tests/data/kubernetes", "*.rules");
    for (const QString &name : folder.entryList())
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestKubeProxyRules::areTaken()
{
    QFETCH(const QString, path);
    if (const QString why = whyNoSandbox(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList words = sandboxWords();
    words << "sh" << "-c" << "PATH=$PATH:/usr/sbin:/sbin; iptables-restore < \"$1\" && iptables-save" << "sh" << path;
    QProcess process;
    process.start(words.takeFirst(), words);
    QVERIFY(process.waitForFinished(-1));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    QCOMPARE(byTable(savedLines(process.readAllStandardOutput())), byTable(savedLines(file.readAll())));
}

NETDRAFT_TEST(TestKubeProxyRules)

#include "tst_kube_proxy_rules.moc"
