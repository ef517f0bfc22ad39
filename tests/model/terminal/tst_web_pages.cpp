#include "model/exchange/exchange.h"
#include "model/terminal/session.h"
#include "tests/registered.h"

#include <QFile>
#include <QTest>

using namespace netdraft::model;

/// What curl gets of the web servers that run in a network.
class TestWebPages : public QObject
{
    Q_OBJECT

private slots:
    void curlShows_data();
    void curlShows();
};

void TestWebPages::curlShows_data()
{
    QTest::addColumn<QString>("server"); ///< a line that starts it on the machine
    QTest::addColumn<QString>("node");   ///< where curl runs
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &server, const char *node, const char *line, int status,
                        const char *said) { QTest::newRow(name) << QString(server) << node << line << status << said; };
    constexpr auto published = "docker run -d --name web -p 8080:80 nginx";
    constexpr auto title = "<title>Welcome to nginx!</title>\n";
    row("a server of the machine", "nginx", "world", "curl http://192.168.1.10/ | grep title", 0, title);
    row("its page by name", "nginx", "world", "curl -s 192.168.1.10/index.html | grep title", 0, title);
    row("a published port", published, "world", "curl http://192.168.1.10:8080 | grep title", 0, title);
    row("through the proxy", published, "host", "curl http://localhost:8080 | grep title", 0, title);
    row("through the proxy of IPv6", published, "host", "curl http://[::1]:8080 | grep title", 0, title);
    const QByteArray slow = QByteArray(published) + "; tc qdisc add dev docker0 root netem delay 5ms";
    const QByteArray slower = QByteArray(published) + "; tc qdisc add dev docker0 root netem delay 900ms rate 100kbit";
    row("through the proxy over a slow link", slow, "host", "curl http://localhost:8080 | grep title", 0, title);
    row("over one that is slower", slower, "host", "curl http://localhost:8080 | grep title", 0, title);
    row("too slow for curl", slower, "host", "curl -m 1 http://localhost:8080", 28,
        "curl: (28) Operation timed out after 1000 milliseconds with 0 bytes received\n");
    row("two requests on one connection", slow, "host",
        "printf 'GET / HTTP/1.1\\r\\nHost: a\\r\\n\\r\\nGET / HTTP/1.0\\r\\n\\r\\n' | nc -w 5 localhost 8080 | grep "
        "title",
        0, "<title>Welcome to nginx!</title>\n<title>Welcome to nginx!</title>\n");
    row("a request in pieces", slow, "host",
        "(printf 'POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 48894\\r\\n\\r\\n'; seq 10000) | nc -w 5 localhost "
        "8080 "
        "| grep HTTP",
        0, "HTTP/1.1 405 Not Allowed\r\n");
    row("nobody behind the proxy", "docker run -d --name web -p 8080:81 nginx", "host", "curl http://localhost:8080",
        56, "curl: (56) Recv failure: Connection reset by peer\n");
    row("silence behind the proxy", "docker run -d --name web -p 8080:81 nginx", "host",
        "echo | nc -w 5 localhost 8080", 0, "");
    row("of the container itself", published, "host", "curl 172.17.0.2 | grep title", 0, title);
    row("a port that is not published", "docker run -d --name web nginx", "world", "curl http://192.168.1.10:8080", 7,
        "curl: (7) Failed to connect to 192.168.1.10 port 8080 after 0 ms: Couldn't connect to server\n");
    row("Apache", "docker run -d --name web -p 8080:80 httpd", "world", "curl http://192.168.1.10:8080", 0,
        "<html><body><h1>It works!</h1></body></html>\n");
    row("no web server", "redis-server", "host", "curl -m 2 http://127.0.0.1:6379", 28,
        "curl: (28) Operation timed out after 2000 milliseconds with 0 bytes received\n");
    row("headers", "nginx", "world", "curl -I http://192.168.1.10/", 127,
        "netdraft: curl -I of a web server is not simulated\n");
    row("another page", "nginx", "world", "curl http://192.168.1.10/a", 127,
        "netdraft: /a of a web server; expected its first page, / is not simulated\n");
}

void TestWebPages::curlShows()
{
    QFETCH(const QString, server);
    QFETCH(const QString, node);
    QFETCH(const QString, line);
    QFile file(NETDRAFT_SOURCE_DIR "/resources/examples/docker.netdraft");
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto project = readProject(file.readAll().toStdString(), "docker.netdraft");
    QVERIFY(project);
    Session session = openSession("host");
    for (const QString &start : {QString("systemctl start docker"), server}) {
        const TypedLine started = typeLine(*project, session, start.toStdString());
        QCOMPARE(started.status, 0);
        QVERIFY(apply(*project, started.edits));
    }
    session = openSession(node.toStdString());
    const TypedLine asked = typeLine(*project, session, line.toStdString());
    QTEST(QString::fromStdString(asked.text()), "said");
    QTEST(asked.status, "status");
}

NETDRAFT_TEST(TestWebPages)
#include "tst_web_pages.moc"
