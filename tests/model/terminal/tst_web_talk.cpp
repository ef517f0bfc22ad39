#include "model/terminal/web_pages.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

/// What web servers answer, as nginx 1.22.1 and Apache 2.4 answered the same over lo.
class TestWebTalk : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void waits();
    void says404();
};

namespace {

simulation::Talker talkerOf(const QByteArray &command)
{
    Process process;
    process.command = command.toStdString();
    return terminal::webTalker(process);
}

QByteArray textOf(const simulation::Saying &saying)
{
    QByteArray text;
    for (const std::string &each : saying.writes)
        text += QByteArray::fromStdString(each);
    return text;
}

constexpr const char *nginx = "nginx: master process nginx -g daemon off;";
constexpr const char *httpd = "httpd -DFOREGROUND";

} // namespace

void TestWebTalk::answers_data()
{
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status"); ///< the line without HTTP/1.1; empty: a page alone
    QTest::addColumn<int>("page");          ///< the bytes behind the header
    QTest::addColumn<bool>("closes");

    const auto both = [](const char *name, const QByteArray &request, const char *ofNginx, int nginxPage,
                         bool nginxCloses, const char *ofHttpd, int httpdPage, bool httpdCloses) {
        QTest::addRow("nginx: %s", name) << QByteArray(nginx) << request << QByteArray(ofNginx) << nginxPage
                                         << nginxCloses;
        QTest::addRow("httpd: %s", name) << QByteArray(httpd) << request << QByteArray(ofHttpd) << httpdPage
                                         << httpdCloses;
    };
    constexpr auto ok = "200 OK";
    constexpr auto bad = "400 Bad Request";
    constexpr auto none = "404 Not Found";
    constexpr auto refused = "405 Not Allowed";
    const auto of = [](const char *line, const char *headers = "Host: a\r\n") {
        return QByteArray(line) + " HTTP/1.1\r\n" + headers + "\r\n";
    };
    both("the first page", of("GET /"), ok, 615, false, ok, 45, false);
    both("its name and a question", of("GET /index.html?a=b"), ok, 615, false, ok, 45, false);
    both("the last request", of("GET /", "Host: a\r\nConnection: close\r\n"), ok, 615, true, ok, 45, true);
    both("HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", ok, 615, true, ok, 45, true);
    both("HTTP/0.9", "GET /\r\n", "", 615, true, "", 45, true);
    both("HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", "505 HTTP Version Not Supported", 187, true, ok, 45, false);
    both("the header alone", of("HEAD /"), ok, 0, false, ok, 0, false);
    both("lines without a carriage return", "GET / HTTP/1.1\nHost: a\n\n", ok, 615, false, bad, 226, true);
    both("two spaces", of("GET  /"), ok, 615, false, bad, 226, true);
    both("a line without a colon", of("GET /", "Host: a\r\nfoo\r\n"), ok, 615, false, bad, 226, true);
    both("no host", of("GET /", ""), bad, 157, true, bad, 226, true);
    both("an empty host", of("GET /", "Host:\r\n"), bad, 157, true, bad, 226, true);
    both("two hosts", of("GET /", "Host: a\r\nHost: b\r\n"), bad, 157, true, bad, 226, true);
    both("a host that is none", of("GET /", "Host: a b\r\n"), bad, 157, true, bad, 226, true);
    both("the header of no host", of("HEAD /", ""), bad, 0, true, bad, 0, true);
    both("no path", of("GET nope"), bad, 157, true, bad, 226, true);
    both("no version", "GET / FOO\r\n\r\n", bad, 157, true, bad, 226, true);
    both("no request", "hello\n", bad, 157, true, bad, 226, true);
    both("no page", of("GET /nope"), none, 153, false, none, 196, false);
    both("the header of no page", of("HEAD /nope"), none, 0, false, none, 0, false);
    both("no page in HTTP/0.9", "GET /nope\r\n", "", 153, true, "", 196, true);
    both("a form", of("POST /", "Host: a\r\nContent-Length: 3\r\n") + "a=b", refused, 157, false, ok, 45, false);
    both("a form for no page", of("POST /nope"), none, 153, false, none, 196, false);
    both("a file", of("PUT /x"), refused, 157, false, "405 Method Not Allowed", 220, false);
    both("another method", of("FOO /"), refused, 157, false, "501 Not Implemented", 202, true);
    both("small letters", of("get /"), bad, 157, true, "501 Not Implemented", 202, true);
    both("what there is", of("OPTIONS /"), refused, 157, false, ok, 0, false);
    both("an echo", of("TRACE /"), refused, 157, true, ok, 40, false);
}

void TestWebTalk::answers()
{
    QFETCH(QByteArray, server);
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, status);
    QFETCH(int, page);
    QFETCH(bool, closes);
    auto talker = talkerOf(server);
    QVERIFY(talker);
    const simulation::Saying saying = talker(request.toStdString(), false);
    const QByteArray text = textOf(saying);
    const qsizetype end = status.isEmpty() ? 0 : text.indexOf("\r\n\r\n") + 4;
    QVERIFY2(status.isEmpty() || text.startsWith("HTTP/1.1 " + status + "\r\n"), text);
    QCOMPARE(text.size() - end, page);
    QCOMPARE(saying.then == simulation::Saying::Then::Closes, closes);
    if (page > 0 && !text.contains("chunked") && !status.isEmpty())
        QVERIFY2(text.contains("Content-Length: " + QByteArray::number(page) + "\r\n"), text);
    QCOMPARE(text.contains("Connection: close\r\n"), closes && !status.isEmpty());
}

/// A request is answered once it is whole, and what comes behind it thereafter.
void TestWebTalk::waits()
{
    auto talker = talkerOf(nginx);
    std::string heard = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na";
    QVERIFY(talker(heard, false).writes.empty());
    heard += "=bGET / HTTP/1.1\r\n";
    QVERIFY(textOf(talker(heard, false)).startsWith("HTTP/1.1 405 "));
    heard += "Host: a\r\n\r\n";
    const simulation::Saying saying = talker(heard, true);
    QVERIFY(textOf(saying).startsWith("HTTP/1.1 200 "));
    QVERIFY(saying.then == simulation::Saying::Then::Closes);
}

void TestWebTalk::says404()
{
    QCOMPARE(
        textOf(talkerOf(nginx)("GET /x HTTP/1.0\r\n\r\n", false)),
        "HTTP/1.1 404 Not Found\r\nServer: nginx/1.22.1\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\n"
        "Content-Type: text/html\r\nContent-Length: 153\r\nConnection: close\r\n\r\n"
        "<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not Found</h1></center>\r\n"
        "<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n");
    QCOMPARE(textOf(talkerOf(httpd)("GET /x HTTP/1.0\r\n\r\n", false)),
             "HTTP/1.1 404 Not Found\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nServer: Apache/2.4.57 (Unix)\r\n"
             "Content-Length: 196\r\nConnection: close\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n"
             "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n<title>404 Not Found</title>\n"
             "</head><body>\n<h1>Not Found</h1>\n<p>The requested URL was not found on this server.</p>\n"
             "</body></html>\n");
}

NETDRAFT_TEST(TestWebTalk)
#include "tst_web_talk.moc"
