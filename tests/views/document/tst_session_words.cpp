#include "tests/registered.h"
#include "tests/views/lesson.h"
#include "views/document/session_words.h"

#include <QtTest>

using namespace netdraft;

class TestSessionWords : public QObject
{
    Q_OBJECT

private slots:
    void lessonIsPrintedAsNotesGiveIt();
    void oneNodeAlone();
    void whatNoCommandDoesIsLeftOut();
};

void TestSessionWords::lessonIsPrintedAsNotesGiveIt()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    for (const model::EditList &edits : tests::solution())
        QVERIFY(document.perform("step", edits));
    QCOMPARE(views::commandText(document.project(), document.history()),
             std::string("# on device A\n"
                         "ip route add 192.168.2.0/24 via 192.168.1.6\n"
                         "\n"
                         "# on router B\n"
                         "sysctl -w net.ipv4.ip_forward=1\n"
                         "\n"
                         "# on device C\n"
                         "ip route add 192.168.1.0/24 via 192.168.2.6\n"));
}

void TestSessionWords::oneNodeAlone()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    for (const model::EditList &edits : tests::solution())
        QVERIFY(document.perform("step", edits));
    QCOMPARE(views::commandText(document.project(), document.history(), "C"),
             std::string("# on device C\nip route add 192.168.1.0/24 via 192.168.2.6\n"));
}

void TestSessionWords::whatNoCommandDoesIsLeftOut()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    QVERIFY(document.perform("move", {model::PlaceNode{"A", {model::NodeKind::Device, {500, 500}}}}));
    QCOMPARE(views::commandText(document.project(), document.history()), std::string());
}

NETDRAFT_TEST(TestSessionWords)
#include "tst_session_words.moc"
