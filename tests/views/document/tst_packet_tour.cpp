#include "tests/registered.h"
#include "tests/views/lesson.h"
#include "views/document/packet_tour.h"
#include "views/document/packet_trace.h"
#include "views/document/shown_ping.h"

#include <QtTest>

using namespace netdraft;

/// Going through the frames of a ping, of which somebody lists some.
class TestPacketTour : public QObject
{
    Q_OBJECT

private slots:
    void goesThroughWhatIsListed();
    void leavesWhatIsNotListed();
    void goesByItself();
    void goesFasterAndSlower();
    void stopsWhereItAsks();
    void guessesOnlyWhatIsAsked();
    void forgetsWithTheTrace();
};

namespace {

struct Tour {
    views::Document document;
    views::ShownPing shown{document};
    views::PacketTrace trace{document, shown};
    views::PacketTour &tour = trace.tour();

    explicit Tour(std::vector<std::size_t> frames)
    {
        tests::openNamed(document, "routing-solved");
        trace.setWanted(true);
        shown.show(tests::nodeNamed(document, "A"), model::IpAddress::parse("192.168.2.5").value());
        tour.setFrames(std::move(frames));
    }
    /// The frame that is looked at; −1 for none.
    int at() const { return trace.current() ? int(*trace.current()) : -1; }
};

} // namespace

void TestPacketTour::goesThroughWhatIsListed()
{
    Tour on({2, 5, 9});
    QCOMPARE(on.tour.count(), 3U);
    QVERIFY(!on.tour.place());
    on.tour.back();
    QCOMPARE(on.at(), -1);
    for (const int frame : {2, 5, 9, -1, 2}) {
        on.tour.forward();
        QCOMPARE(on.at(), frame);
    }
    on.tour.goTo(2);
    QCOMPARE(on.at(), 9);
    on.tour.back();
    QCOMPARE(on.at(), 5);
    QCOMPARE(on.tour.place().value(), 1U);
    on.tour.goTo(3);
    QCOMPARE(on.at(), -1);
}

void TestPacketTour::leavesWhatIsNotListed()
{
    Tour on({2, 5, 9});
    on.tour.goTo(1);
    on.tour.setFrames({5});
    QCOMPARE(on.at(), 5);
    on.tour.setFrames({2, 9});
    QCOMPARE(on.at(), -1);
    on.trace.setCurrent(7); // somebody else's choice
    QVERIFY(!on.tour.place());
}

void TestPacketTour::goesByItself()
{
    Tour on({2, 5, 9});
    on.tour.setSpeed(4);
    const QSignalSpy playing(&on.tour, &views::PacketTour::playingChanged);
    on.tour.setPlaying(true);
    QCOMPARE(on.at(), 2);
    QTRY_COMPARE(on.at(), 9);
    QTRY_COMPARE(on.at(), -1);
    QVERIFY(!on.tour.isPlaying());
    QCOMPARE(playing.count(), 2);
}

void TestPacketTour::goesFasterAndSlower()
{
    Tour on({2, 5, 9});
    QCOMPARE(on.tour.speed(), 1.0);
    on.tour.setSpeed(0.25);
    on.tour.setPlaying(true);
    on.tour.setSpeed(4); // takes effect at once
    QVERIFY(on.tour.isPlaying());
    QTRY_COMPARE_WITH_TIMEOUT(on.at(), 5, 3000);
    on.tour.setFrames({2, 5});
    QVERIFY(!on.tour.isPlaying());
}

void TestPacketTour::stopsWhereItAsks()
{
    Tour on({2, 5, 9});
    on.tour.setGuessing(true);
    on.tour.guess(on.trace.passages()[2].to.netns);
    QCOMPARE(on.at(), 2);
    on.tour.setPlaying(true);
    QVERIFY(!on.tour.isPlaying());
    QVERIFY(on.tour.isAsking());
    QCOMPARE(on.tour.asked(), 5U);
    on.tour.goTo(2); // is not known yet
    QCOMPARE(on.at(), -1);
}

void TestPacketTour::guessesOnlyWhatIsAsked()
{
    Tour on({2, 5, 9});
    on.tour.guess(on.trace.passages()[2].to.netns);
    QCOMPARE(on.tour.guesses(), 0);
    on.tour.setGuessing(true);
    on.tour.guess(on.trace.passages()[2].from.netns);
    on.tour.guess(on.trace.passages()[2].to.netns);
    QCOMPARE(on.tour.guesses(), 1);
    QCOMPARE(on.tour.rightGuesses(), 0);
    QVERIFY(on.tour.lastGuess() && !on.tour.lastGuess()->right);
    QCOMPARE(on.at(), 2); // it is shown all the same
    QCOMPARE(on.tour.shownCount(), 1U);
    on.tour.setGuessing(false);
    QCOMPARE(on.tour.shownCount(), 3U);
    QVERIFY(!on.tour.lastGuess());
}

void TestPacketTour::forgetsWithTheTrace()
{
    Tour on({2, 5, 9});
    on.tour.goTo(0);
    on.shown.clear();
    QCOMPARE(on.tour.count(), 0U);
    QCOMPARE(on.at(), -1);
    on.tour.forward();
    QCOMPARE(on.at(), -1);
}

NETDRAFT_TEST(TestPacketTour)
#include "tst_packet_tour.moc"
