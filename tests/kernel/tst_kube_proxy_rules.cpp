#include "sandbox.h"
#include "tests/registered.h"

#include <QFile>
#include <QProcess>
#include <QTest>

/// That iptables takes the rules which the simulated kube-proxy keeps, and prints them as the simulation does.
class TestKubeProxyRules : public QObject
{
    Q_OBJECT

private slots:
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

void TestKubeProxyRules::areTaken()
{
    if (const QString why = whyNoSandbox(); !why.isEmpty())
        QSKIP(qPrintable(why));
    const QString path = NETDRAFT_SOURCE_DIR "/tests/data/kubernetes/kube-proxy.rules";
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
