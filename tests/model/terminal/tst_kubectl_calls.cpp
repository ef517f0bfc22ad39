#include "tests/model/terminal/cluster_lab.h"
#include "tests/registered.h"

#include <QDir>
#include <QTest>

/// What kubectl prints of calls that are short of something, or odd, and how it ends, is what a real one prints.
class TestKubectlCalls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void answers_data();
    void answers();

private:
    ClusterLab m_lab{"tests/data/kubectl/cluster.sh"};
};

void TestKubectlCalls::initTestCase()
{
    QVERIFY(m_lab.isGood());
    const QDir manifests(NETDRAFT_SOURCE_DIR "/tests/data/kubectl/manifests");
    const QStringList names = manifests.entryList(QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(manifests.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        m_lab.onControlplane(text.isEmpty()
                                 ? "> " + name.toStdString()
                                 : "cat > " + name.toStdString() + " <<'END'\n" + text.toStdString() + "END");
        QCOMPARE(m_lab.status(), 0);
    }
}

void TestKubectlCalls::answers_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("status");
    QFile file(NETDRAFT_SOURCE_DIR "/tests/data/kubectl/calls.txt");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QString command;
    QString text;
    int cases = 0;
    const QStringList lines = QString::fromUtf8(file.readAll()).split('\n');
    for (const QString &line : lines) {
        if (line.startsWith("$ ")) {
            QVERIFY2(command.isEmpty(), qPrintable("nothing says how this ends: " + command));
            command = line.mid(2);
            text.clear();
        } else if (line.startsWith("= ")) {
            QTest::newRow(qPrintable(command)) << command << text << line.mid(2).toInt();
            command.clear();
            ++cases;
        } else if (!command.isEmpty()) {
            const bool isCut = line.endsWith('\\');
            text += isCut ? line.chopped(1) : line + '\n';
        }
    }
    QVERIFY2(command.isEmpty(), qPrintable("nothing says how this ends: " + command));
    constexpr int least = 620;
    QVERIFY2(cases >= least, qPrintable(QString("%1 cases").arg(cases)));
}

void TestKubectlCalls::answers()
{
    QFETCH(const QString, command);
    QFETCH(const QString, expected);
    QFETCH(const int, status);
    ClusterLab lab = m_lab;
    QCOMPARE(lab.onControlplane(command.toStdString()), expected);
    QCOMPARE(lab.status(), status);
}

NETDRAFT_TEST(TestKubectlCalls)
#include "tst_kubectl_calls.moc"
