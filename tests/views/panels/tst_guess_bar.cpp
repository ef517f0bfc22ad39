#include "panel_fixture.h"
#include "tests/registered.h"
#include "views/document/packet_tour.h"
#include "views/panels/packets_panel.h"
#include "views/panels/stations_view.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

using namespace netdraft;

/// Guessing where each packet comes to next.
class TestGuessBar : public QObject
{
    Q_OBJECT

private slots:
    void asksBeforeItShows();
    void takesWhatIsClicked();
    void takesWhatIsChosen();
    void acceptsEachCopy();
    void hidesWhereItGoesOn();
    void beginsAnew();
    void endsWithTheLast();
};

namespace {

/// Guessing while A pings C.
struct Guessing : tests::PanelFixture {
    std::unique_ptr<views::PacketsPanel> panel = show<views::PacketsPanel>();
    QTableView *table = tests::part<QTableView>(*panel, "packetTable");
    QWidget *bar = panel->findChild<QWidget *>("guessBar");
    QLabel *text = panel->findChild<QLabel *>("guessText");
    QLabel *score = panel->findChild<QLabel *>("guessScore");

    Guessing() : PanelFixture("routing-solved")
    {
        panel->resize(860, 300);
        panel->setSeen(true);
        shown.show(tests::nodeNamed(document, "A"), model::IpAddress::parse("192.168.2.5").value());
        press("packetGuess");
    }
    void press(const char *button) const
    {
        QTest::mouseClick(tests::part<QToolButton>(*panel, button), Qt::LeftButton);
    }
    int rows() const { return table->model()->rowCount(); }
};

} // namespace

void TestGuessBar::asksBeforeItShows()
{
    Guessing guessing;
    QVERIFY(guessing.bar->isVisible());
    QVERIFY(guessing.trace.tour().isAsking());
    QVERIFY(guessing.trace.tour().isHiding());
    QCOMPARE(guessing.rows(), 0);
    QVERIFY(!guessing.trace.current());
    QCOMPARE(guessing.text->text(),
             QString("Next comes an ARP request. Which node gets it? Click the node, or choose it."));
    QVERIFY(!guessing.panel->findChild<QToolButton *>("packetForward")->isEnabled());
    QVERIFY(!guessing.panel->findChild<QToolButton *>("packetPlay")->isEnabled());
    guessing.press("packetGuess");
    QVERIFY(!guessing.bar->isVisible());
    QVERIFY(guessing.rows() > 0);
}

void TestGuessBar::takesWhatIsClicked()
{
    Guessing guessing;
    guessing.select("sw1"); // as a click on the canvas does
    QVERIFY(!guessing.trace.tour().isAsking());
    QCOMPARE(guessing.rows(), 1);
    QCOMPARE(guessing.trace.current().value(), 0U);
    QVERIFY2(guessing.text->text().startsWith("Right, sw1 gets it. A sends it by its link eth0."),
             qPrintable(guessing.text->text()));
    QCOMPARE(guessing.score->text(), QString("1 of 1 right"));
    guessing.select("B"); // what is not asked is no guess
    QCOMPARE(guessing.rows(), 1);
    guessing.press("packetForward");
    QVERIFY(guessing.trace.tour().isAsking());
    QVERIFY(guessing.selection.empty()); // so that B can be clicked
    guessing.select("C");
    QVERIFY2(guessing.text->text().startsWith("No: B gets it, not C. The switch sw1 looks for its MAC address: "
                                              "ff:ff:ff:ff:ff:ff"),
             qPrintable(guessing.text->text()));
    QCOMPARE(guessing.score->text(), QString("1 of 2 right"));
    QCOMPARE(guessing.rows(), 2);
    guessing.press("packetBack"); // what is known is gone through as ever
    QCOMPARE(guessing.trace.current().value(), 0U);
    guessing.press("packetForward");
    QCOMPARE(guessing.trace.current().value(), 1U);
    QVERIFY(!guessing.trace.tour().isAsking());
}

void TestGuessBar::takesWhatIsChosen()
{
    Guessing guessing;
    auto *nodes = guessing.panel->findChild<QComboBox *>("guessNodes");
    QVERIFY(nodes->isVisible());
    QCOMPARE(nodes->currentIndex(), -1);
    QVERIFY(nodes->findText("sw1") >= 0);
    nodes->setFocus();
    while (guessing.trace.tour().isAsking()) // each is a guess, so the first key is one
        QTest::keyClick(nodes, Qt::Key_Down);
    QCOMPARE(guessing.trace.tour().guesses(), 1);
    QVERIFY(!nodes->isVisible());
}

/// A switch that does not know an address sends copies to all, and each of these nodes is right.
void TestGuessBar::acceptsEachCopy()
{
    tests::PanelFixture fixture("routing-solved");
    model::EditList edits;
    edits.add(model::AddNetns{"D"});
    edits.add(model::AddVeth{{"D", "eth0"}, {"sw1", "eth9"}, {}, {}, {}});
    edits.add(model::SetLinkUp{{"D", "eth0"}, true});
    edits.add(model::SetLinkUp{{"sw1", "eth9"}, true});
    edits.add(model::SetLinkMaster{{"sw1", "eth9"}, "br0"});
    QVERIFY(fixture.document.perform("D", edits));
    fixture.trace.setWanted(true);
    fixture.shown.show(tests::nodeNamed(fixture.document, "A"), model::IpAddress::parse("192.168.2.5").value());
    views::PacketTour &tour = fixture.trace.tour();
    for (const char *node : {"B", "D"}) {
        tour.setGuessing(false);
        tour.setFrames({0, 1, 2, 3});
        tour.setGuessing(true);
        tour.guess(tests::nodeNamed(fixture.document, "sw1"));
        tour.forward();
        tour.guess(tests::nodeNamed(fixture.document, node));
        QCOMPARE(tour.rightGuesses(), 2);
        QCOMPARE(tour.shownCount(), 3U); // both copies
        QVERIFY(fixture.trace.passages()[*fixture.trace.current()].to.netns ==
                tests::nodeNamed(fixture.document, node));
    }
}

/// The stations of who takes the frame in, and the answer beside the request, would tell what comes next.
void TestGuessBar::hidesWhereItGoesOn()
{
    Guessing guessing;
    guessing.panel->findChild<QTabWidget *>("packetDetails")->setCurrentIndex(1);
    QTest::keyClicks(guessing.panel->findChild<QLineEdit *>("packetFilter"), "icmp");
    guessing.select("sw1");
    const auto *stations = guessing.panel->findChild<views::StationsView *>("packetStations");
    const auto *taker = guessing.panel->findChild<QToolButton *>("stationsAtTaker");
    QCOMPARE(stations->ways().size(), 1U);
    QVERIFY(!taker->isVisible());
    guessing.press("packetGuess");
    guessing.press("packetForward");
    QCOMPARE(stations->ways().size(), 2U);
    QVERIFY(taker->isVisible());
}

void TestGuessBar::beginsAnew()
{
    Guessing guessing;
    guessing.select("sw1");
    QTest::keyClicks(guessing.panel->findChild<QLineEdit *>("packetFilter"), "icmp");
    QCOMPARE(guessing.rows(), 0);
    QCOMPARE(guessing.trace.tour().guesses(), 0);
    QCOMPARE(guessing.text->text(),
             QString("Next comes the echo request. Which node gets it? Click the node, or choose it."));
    guessing.select("sw1");
    QVERIFY2(guessing.text->text().contains("A sends it by its route 192.168.2.0/24 via 192.168.1.6 dev eth0."),
             qPrintable(guessing.text->text()));
    model::EditList edits;
    edits.add(model::SetLinkUp{{"sw2", "eth2"}, false});
    QVERIFY(guessing.document.perform("a cable", edits));
    QCOMPARE(guessing.rows(), 0);
    QVERIFY(guessing.trace.tour().isAsking());
}

void TestGuessBar::endsWithTheLast()
{
    Guessing guessing;
    views::PacketTour &tour = guessing.trace.tour();
    while (tour.isHiding()) {
        tour.forward();
        QVERIFY(tour.isAsking());
        tour.guess(guessing.trace.passages()[tour.asked()].to.netns);
    }
    QCOMPARE(tour.rightGuesses(), tour.guesses());
    QCOMPARE(guessing.rows(), int(guessing.trace.passages().size()));
    guessing.press("packetForward");
    QVERIFY(!guessing.trace.current()); // what came of it
    QVERIFY(!tour.isAsking());
}

NETDRAFT_TEST(TestGuessBar)
#include "tst_guess_bar.moc"
