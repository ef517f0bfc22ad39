#include "panel_fixture.h"
#include "tests/registered.h"
#include "views/panels/packets_panel.h"
#include "views/panels/passage_filter.h"

#include <QAction>
#include <QCompleter>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTableView>
#include <QTimer>

using namespace netdraft;

/// What can be typed above the list of packets, and what is offered there.
class TestPassageFilter : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void suggests();
    void isCompleted();
    void isOfferedOfAFrame_data();
    void isOfferedOfAFrame();
};

namespace {

/// The frames while A pings C.
struct Frames : tests::PanelFixture {
    Frames() : PanelFixture("routing-solved")
    {
        trace.setWanted(true);
        shown.show(tests::nodeNamed(document, "A"), model::IpAddress::parse("192.168.2.5").value());
    }
};

} // namespace

void TestPassageFilter::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("frames");
    QTest::newRow("nothing") << "" << 16;
    QTest::newRow("of tcpdump") << "icmp" << 8;
    QTest::newRow("a node") << "node B" << 8;
    QTest::newRow("a node and a protocol") << "node B and icmp" << 4;
    QTest::newRow("the other way round") << "icmp and node B" << 4;
    QTest::newRow("but for a node") << "not node sw1" << 8;
    QTest::newRow("but for it, as in C") << "! node sw1 && arp" << 4;
    QTest::newRow("two nodes: the cable between them") << "node A and node sw1" << 4;
    QTest::newRow("in brackets") << "node B and (icmp or arp)" << 8;
    QTest::newRow("and within brackets") << "(icmp and host 192.168.1.5) and node A" << 2;
    QTest::newRow("a conversation") << "host 192.168.1.5 and host 192.168.2.5" << 8;
}

void TestPassageFilter::reads()
{
    QFETCH(const QString, text);
    const Frames frames;
    const auto read = views::readPassageFilter(text, frames.document.network());
    QVERIFY2(read, read ? "" : qPrintable(read.error()));
    QTEST(int(std::ranges::count_if(frames.trace.passages(), *read)), "frames");
}

void TestPassageFilter::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such node") << "node X" << "There is no node “X”.";
    QTest::newRow("no name") << "node" << "Behind “node” stands the name of one node, then “and” or nothing.";
    QTest::newRow("two names") << "node A B" << "Behind “node” stands the name of one node, then “and” or nothing.";
    QTest::newRow("nothing behind and") << "icmp and" << "tcpdump: can't parse filter expression: syntax error";
    QTest::newRow("nothing behind a node and")
        << "node A and" << "tcpdump: can't parse filter expression: syntax error";
}

void TestPassageFilter::refuses()
{
    QFETCH(const QString, text);
    const Frames frames;
    const auto read = views::readPassageFilter(text, frames.document.network());
    QVERIFY(!read);
    QTEST(read.error(), "says");
}

void TestPassageFilter::suggests()
{
    const Frames frames;
    const QStringList all = views::filterSuggestions(frames.document.network(), frames.trace.passages());
    for (const char *each : {"arp", "icmp", "not arp", "node sw1", "host 192.168.2.5", "src host 192.168.1.5",
                             "host 192.168.1.5 and host 192.168.2.5"})
        QVERIFY2(all.contains(each), each);
    for (const QString &each : all)
        QVERIFY2(views::readPassageFilter(each, frames.document.network()), qPrintable(each));
}

void TestPassageFilter::isCompleted()
{
    Frames frames;
    const auto panel = frames.show<views::PacketsPanel>();
    panel->setSeen(true);
    auto *line = tests::part<QLineEdit>(*panel, "packetFilter");
    const QAbstractItemView *offered = line->completer()->popup();
    panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(panel.get()));
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Down);
    QVERIFY(offered->isVisible());
    QVERIFY(offered->model()->rowCount() > 10);
    QTest::keyClick(line->completer()->popup(), Qt::Key_Escape);
    QTest::keyClicks(line, "icmp and node s");
    QVERIFY(offered->isVisible());
    QStringList texts;
    for (int row = 0; row < offered->model()->rowCount(); ++row)
        texts << offered->model()->index(row, 0).data().toString();
    QCOMPARE(texts, (QStringList{"icmp and node sw1", "icmp and node sw2"}));
    QTest::keyClick(line->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(line->completer()->popup(), Qt::Key_Return);
    QCOMPARE(line->text(), QString("icmp and node sw1"));
    QCOMPARE(tests::part<QTableView>(*panel, "packetTable")->model()->rowCount(), 4);
}

void TestPassageFilter::isOfferedOfAFrame_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("filter");
    QTest::newRow("its protocol") << "onlyProtocol" << "arp";
    QTest::newRow("the node that sends it") << "onlyNode" << "node A";
    QTest::newRow("its conversation") << "onlyConversation" << "host 192.168.1.5 and host 192.168.1.6";
}

void TestPassageFilter::isOfferedOfAFrame()
{
    QFETCH(const QString, action);
    Frames frames;
    const auto panel = frames.show<views::PacketsPanel>();
    panel->setSeen(true);
    auto *table = tests::part<QTableView>(*panel, "packetTable");
    QCoreApplication::processEvents();
    QTimer::singleShot(0, panel.get(), [&] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        menu->findChild<QAction *>(action)->trigger();
        menu->close();
    });
    emit table->customContextMenuRequested(table->visualRect(table->model()->index(0, 0)).center());
    QTEST(tests::part<QLineEdit>(*panel, "packetFilter")->text(), "filter");
}

NETDRAFT_TEST(TestPassageFilter)
#include "tst_passage_filter.moc"
