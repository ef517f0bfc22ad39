#include "tests/registered.h"
#include "tests/views/lesson.h"
#include "views/document/shown_ping.h"

#include <QSignalSpy>
#include <QtTest>

using namespace netdraft;

class TestShownPing : public QObject
{
    Q_OBJECT

private slots:
    void saysWhereThePacketEnded();
    void isFollowedAnewAfterAChange();
    void staysWhenAnIconMoves();
    void goesWithItsNode();
};

namespace {

const model::IpAddress farAddress = *model::IpAddress::parse("192.168.2.5");

} // namespace

void TestShownPing::saysWhereThePacketEnded()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    views::ShownPing shown(document);
    QSignalSpy changed(&shown, &views::ShownPing::changed);
    shown.show(tests::nodeNamed(document, "A"), farAddress);
    QCOMPARE(changed.count(), 1);
    QVERIFY(!shown.ping()->reachable);
    QVERIFY(shown.text().startsWith("A cannot reach 192.168.2.5: "));
    QCOMPARE(shown.end(), tests::nodeNamed(document, "A"));
    shown.clear();
    QCOMPARE(changed.count(), 2);
    QVERIFY(!shown.ping());
}

void TestShownPing::isFollowedAnewAfterAChange()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    views::ShownPing shown(document);
    shown.show(tests::nodeNamed(document, "A"), farAddress);
    std::vector<QString> texts{shown.text()};
    for (const model::EditList &edits : tests::solution()) {
        QVERIFY(document.perform("step", edits));
        QVERIFY(std::ranges::find(texts, shown.text()) == texts.end());
        texts.push_back(shown.text());
    }
    QVERIFY(shown.ping()->reachable);
    QCOMPARE(shown.end(), tests::nodeNamed(document, "C"));
    QVERIFY(!shown.links().empty());
}

void TestShownPing::staysWhenAnIconMoves()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    views::ShownPing shown(document);
    shown.show(tests::nodeNamed(document, "A"), farAddress);
    QSignalSpy changed(&shown, &views::ShownPing::changed);
    QVERIFY(document.perform("move", {model::PlaceNode{"A", {model::NodeKind::Device, {500, 500}}}}));
    QCOMPARE(changed.count(), 0);
}

void TestShownPing::goesWithItsNode()
{
    views::Document document;
    QVERIFY(tests::openNamed(document));
    views::ShownPing shown(document);
    shown.show(tests::nodeNamed(document, "A"), farAddress);
    QVERIFY(document.perform("remove", {model::RemoveNetns{"A"}}));
    QVERIFY(!shown.ping());
}

NETDRAFT_TEST(TestShownPing)
#include "tst_shown_ping.moc"
