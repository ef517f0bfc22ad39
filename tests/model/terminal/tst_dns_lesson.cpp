#include "model/exchange/exchange.h"
#include "model/terminal/session.h"
#include "tests/registered.h"

#include <QFile>
#include <QTest>

#include <map>

using namespace netdraft::model;

/// The lesson of names in its example, with the commands that its note gives, from its start to its end.
class TestDnsLesson : public QObject
{
    Q_OBJECT

private slots:
    void isFollowed();

private:
    Project m_project;
    std::map<std::string, Session> m_sessions;

    /// What a terminal of the node prints; its edits are made.
    QString type(const std::string &node, const std::string &line);
};

QString TestDnsLesson::type(const std::string &node, const std::string &line)
{
    const auto session = m_sessions.try_emplace(node, openSession(node)).first;
    const TypedLine typed = typeLine(m_project, session->second, line);
    if (!apply(m_project, typed.edits))
        return "the edits are refused";
    return QString::fromStdString(typed.text());
}

void TestDnsLesson::isFollowed()
{
    QFile file(NETDRAFT_SOURCE_DIR "/resources/examples/dns.netdraft");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto project = readProject(file.readAll().toStdString(), "dns.netdraft");
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());
    m_project = *project;
    QCOMPARE(type("client", "ping -c1 web"), QString("ping: web: Temporary failure in name resolution\n"));
    QCOMPARE(type("client", "echo '192.168.1.20 web' >> /etc/hosts"), QString());
    QVERIFY(type("client", "ping -c1 web").contains("64 bytes from web (192.168.1.20)"));
    QCOMPARE(type("client", "getent hosts db"), QString());
    QCOMPARE(type("ns", R"(printf '192.168.1.20 web\n192.168.1.30 db\n' > /etc/hosts)"), QString());
    QCOMPARE(type("ns", R"(printf '. {\n  hosts\n}\n' > /etc/coredns/Corefile)"), QString());
    QCOMPARE(type("ns", "coredns -conf /etc/coredns/Corefile"),
             QString(".:53\nCoreDNS-1.11.1\nlinux/amd64, go1.20.7, ae2bbc2\n"));
    QVERIFY(type("ns", "ss -tulpn").contains("*:53"));
    QCOMPARE(type("client", "echo 'nameserver 192.168.1.53' > /etc/resolv.conf"), QString());
    QVERIFY(type("client", "ping -c1 db").contains("64 bytes from db (192.168.1.30)"));
    QCOMPARE(type("client", "nslookup db"),
             QString("Server:\t\t192.168.1.53\nAddress:\t192.168.1.53#53\n\nName:\tdb\nAddress: 192.168.1.30\n\n"));
    QCOMPARE(type("client", "dig +short db"), QString("192.168.1.30\n"));
    QVERIFY(type("client", "nslookup nobody").contains("** server can't find nobody: SERVFAIL"));
    QCOMPARE(type("ns", "pkill coredns"), QString());
    QCOMPARE(type("client", "ping -c1 db"), QString("ping: db: Temporary failure in name resolution\n"));
}

NETDRAFT_TEST(TestDnsLesson)
#include "tst_dns_lesson.moc"
