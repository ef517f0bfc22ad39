#include "tests/registered.h"
#include "tests/views/panels/panel_fixture.h"
#include "views/panels/charts/network_charts.h"
#include "views/panels/charts/packet_charts.h"
#include "views/panels/charts_panel.h"

#include <QComboBox>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QImage>
#include <QLabel>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QToolButton>

using namespace netdraft;
using views::Chart;

namespace {

double total(const Chart &chart, std::size_t series)
{
    double sum = 0;
    for (const double value : chart.series.at(series).values)
        sum += value;
    return sum;
}

double valueAt(const Chart &chart, std::size_t series, const QString &category)
{
    const auto at = chart.categories.indexOf(category);
    return at < 0 ? -1 : chart.series.at(series).values.at(std::size_t(at));
}

/// The panel over an example, in front.
struct Charts : tests::PanelFixture {
    std::unique_ptr<views::ChartsPanel> panel;

    explicit Charts(const char *example = "routing-solved") : PanelFixture(example), panel(show<views::ChartsPanel>())
    {
        panel->setSeen(true);
    }
    void choose(int row) const { tests::part<QComboBox>(*panel, "chartWhich")->setCurrentIndex(row); }
    QWidget *view() const { return panel->findChild<QWidget *>(QStringLiteral("chartView")); }
};

} // namespace

class TestChartsPanel : public QObject
{
    Q_OBJECT

private slots:
    void waysAreCounted();
    void manyPairsAreSampled();
    void subnetsAreCounted();
    void axesCountWholeNumbers_data();
    void axesCountWholeNumbers();
    void tablesAreMeasured();
    void packetsNeedAPing();
    void packetsByCableAreCounted();
    void cablesBesideEachOtherStayApart();
    void bridgesLearn();
    void followsTheNetwork();
    void worksOnlyWhileSeen();
    void zooms();
    void isSaved_data();
    void isSaved();
    void saysWhyItCannotBeSaved();
    void tableIsQuoted();
    void wordsForThoseWhoDoNotSee();
};

void TestChartsPanel::waysAreCounted()
{
    Charts it;
    it.choose(0);
    QTRY_COMPARE(it.panel->chart().title, "Length of the ways");
    const Chart &chart = it.panel->chart();
    // A and C reach B's near address directly, and each other and its far one through it or at it.
    QCOMPARE(total(chart, 0), double(it.document.reachability()->totals().reachable));
    QCOMPARE(valueAt(chart, 0, "1"), 2.0);
    QVERIFY(it.view()->isVisible());
}

/// Of more pairs than anybody waits for.
void TestChartsPanel::manyPairsAreSampled()
{
    model::Project project;
    model::EditList edits{model::AddNetns{"sw"}, model::AddBridge{{"sw", "br0"}, std::nullopt},
                          model::SetLinkUp{{"sw", "br0"}, true}};
    constexpr int hosts = 80;
    for (int i = 1; i <= hosts; ++i) {
        const std::string host = "h" + std::to_string(i);
        const std::string port = "p" + std::to_string(i);
        model::LinkAddress address;
        address.local = *model::InterfaceAddress::parse("192.0.2." + std::to_string(i) + "/24");
        edits.add(model::AddNetns{host});
        edits.add(model::AddVeth{{host, "eth0"}, {"sw", port}, {}, {}, {}});
        edits.add(model::SetLinkMaster{{"sw", port}, "br0"});
        edits.add(model::SetLinkUp{{"sw", port}, true});
        edits.add(model::SetLinkUp{{host, "eth0"}, true});
        edits.add(model::AddAddress{{host, "eth0"}, address});
    }
    QVERIFY(model::apply(project, edits));
    const auto reachability = model::Reachability::of(project.network);
    QCOMPARE(reachability->totals().reachable, std::size_t(hosts) * (hosts - 1));
    const Chart chart = views::hopCounts(*reachability, model::Effort());
    QVERIFY2(chart.title.contains("of one pair in 3"), qPrintable(chart.title));
    QVERIFY(total(chart, 0) > 1500 && total(chart, 0) < 2200);
    QCOMPARE(chart.categories, QStringList{"0"});
    model::Effort given_up;
    given_up.cancel();
    QVERIFY(views::hopCounts(*reachability, given_up).isEmpty());
}

void TestChartsPanel::axesCountWholeNumbers_data()
{
    QTest::addColumn<QString>("example");
    QTest::newRow("two pairs at most") << "linux-bridge";
    QTest::newRow("a few") << "routing-solved";
    QTest::newRow("many") << "cluster-ports";
}

/// Each number stands at the axis once: steps of half a pair would be written as "1, 1, 0, 0".
void TestChartsPanel::axesCountWholeNumbers()
{
    QFETCH(const QString, example);
    Charts it(qPrintable(example));
    it.choose(0);
    QTRY_COMPARE(it.panel->chart().title, "Length of the ways");
    const auto *view = qobject_cast<QGraphicsView *>(it.view());
    QVERIFY(view);
    const auto numbers = [&] {
        QStringList found;
        for (const QGraphicsItem *item : view->items()) {
            const auto *words = dynamic_cast<const QGraphicsTextItem *>(item);
            if (!words || !words->isVisible())
                continue;
            const bool across = view->mapFromScene(words->scenePos()).x() > 40;
            bool isNumber = false;
            words->toPlainText().toInt(&isNumber);
            if (isNumber && !across)
                found += words->toPlainText();
        }
        return found;
    };
    QTRY_VERIFY(numbers().size() >= 2);
    QStringList once = numbers();
    once.removeDuplicates();
    QCOMPARE(once.size(), numbers().size());
    QVERIFY(once.contains("0"));
}

void TestChartsPanel::subnetsAreCounted()
{
    Charts it("routing");
    it.choose(1);
    QTRY_COMPARE(it.panel->chart().title, "Pairs by subnet");
    const auto totals = it.document.reachability()->totals();
    QCOMPARE(it.panel->chart().categories, (QStringList{"192.168.1.0/24", "192.168.2.0/24"}));
    QCOMPARE(total(it.panel->chart(), 0), double(totals.reachable));
    QCOMPARE(total(it.panel->chart(), 1), double(totals.pairs - totals.reachable));
    QCOMPARE(total(it.panel->chart(), 2), 0.0);
}

void TestChartsPanel::tablesAreMeasured()
{
    Charts it;
    it.choose(2);
    QTRY_COMPARE(it.panel->chart().title, "Sizes of tables");
    const model::Netns *router = it.document.network().find("B");
    QCOMPARE(valueAt(it.panel->chart(), 0, "B"), double(router->routes.size()));
    QCOMPARE(valueAt(it.panel->chart(), 3, "B"), double(router->rules4.size() + router->rules6.size()));
    QCOMPARE(it.panel->chart().categories.size(), 5);
}

void TestChartsPanel::packetsNeedAPing()
{
    Charts it;
    it.choose(3);
    QVERIFY(it.panel->chart().isEmpty());
    QVERIFY(tests::part<QLabel>(*it.panel, "chartNothing")->isVisible());
    QVERIFY(!tests::part<QToolButton>(*it.panel, "chartSave")->isEnabled());
}

void TestChartsPanel::packetsByCableAreCounted()
{
    Charts it;
    it.choose(3);
    it.shown.show(tests::nodeNamed(it.document, "A"), *model::IpAddress::parse("192.168.2.5"));
    QTRY_VERIFY(!it.panel->chart().isEmpty());
    const Chart &chart = it.panel->chart();
    QCOMPARE(chart.categories, (QStringList{"A – sw1", "sw1 – B", "B – sw2", "sw2 – C"}));
    QCOMPARE(total(chart, 0) + total(chart, 1) + total(chart, 2), double(it.trace.passages().size()));
    QCOMPARE(total(chart, 1), 8.0); // the request and the reply by each of them
    QVERIFY(total(chart, 0) > 0);
    QVERIFY(it.view()->isVisible());
}

/// The charts take each name once.
void TestChartsPanel::cablesBesideEachOtherStayApart()
{
    model::Project project;
    model::EditList edits{model::AddNetns{"a"}, model::AddNetns{"b"}};
    for (const char *link : {"eth0", "eth1"})
        edits.add(model::AddVeth{{"a", link}, {"b", link}, {}, {}, {}});
    QVERIFY(model::apply(project, edits));
    const model::Netns &a = *project.network.find("a");
    std::vector<model::simulation::Passage> passages;
    for (const char *link : {"eth0", "eth1", "eth1"}) {
        const model::Link &from = *a.find(link);
        model::simulation::Passage passage;
        passage.from = {a.id, from.id};
        passage.to = from.veth()->peer;
        passages.push_back(passage);
    }
    const Chart chart = views::packetsByCable(project.network, passages);
    QCOMPARE(chart.categories, (QStringList{"a – b", "a eth1 – b eth1"}));
    QCOMPARE(chart.series[0].values, (std::vector<double>{1, 2}));
}

void TestChartsPanel::bridgesLearn()
{
    Charts it;
    it.choose(4);
    it.shown.show(tests::nodeNamed(it.document, "A"), *model::IpAddress::parse("192.168.2.5"));
    QTRY_VERIFY(!it.panel->chart().isEmpty());
    const Chart &chart = it.panel->chart();
    QCOMPARE(chart.series.size(), std::size_t(4)); // both switches
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const std::vector<double> &line = chart.series[i].values;
        QVERIFY(std::ranges::is_sorted(line));
        QVERIFY2(line.back() > 0, qPrintable(chart.series[i].name));
    }
    QCOMPARE(chart.series[0].values.front(), 1.0); // the question who has an address goes everywhere
    QCOMPARE(chart.series[1].values.front(), 0.0);
}

void TestChartsPanel::followsTheNetwork()
{
    Charts it("routing");
    it.choose(1);
    QTRY_VERIFY(!it.panel->chart().isEmpty());
    const double lost = total(it.panel->chart(), 1);
    QVERIFY(lost > 0);
    QVERIFY(it.solve());
    QTRY_COMPARE(total(it.panel->chart(), 1), 0.0);
    it.document.undoStack().undo();
    QTRY_VERIFY(total(it.panel->chart(), 1) > 0);
}

void TestChartsPanel::worksOnlyWhileSeen()
{
    Charts it;
    it.choose(2);
    QTRY_VERIFY(!it.panel->chart().isEmpty());
    it.panel->setSeen(false);
    it.shown.show(tests::nodeNamed(it.document, "A"), *model::IpAddress::parse("192.168.2.5"));
    QVERIFY(it.trace.passages().empty());
    it.trace.setWanted(true); // by somebody else
    QVERIFY(!it.trace.passages().empty());
    it.panel->setSeen(true);
    it.panel->setSeen(false);
    QVERIFY(!it.trace.passages().empty());
}

void TestChartsPanel::zooms()
{
    Charts it;
    it.choose(2);
    QTRY_VERIFY(it.view() && it.view()->isVisible());
    const QImage whole = it.view()->grab().toImage();
    QTest::mouseClick(tests::part<QToolButton>(*it.panel, "chartZoomIn"), Qt::LeftButton);
    QTRY_VERIFY(it.view()->grab().toImage() != whole);
    QTest::mouseClick(tests::part<QToolButton>(*it.panel, "chartWhole"), Qt::LeftButton);
    QTRY_COMPARE(it.view()->grab().toImage(), whole);
    QTest::mouseClick(tests::part<QToolButton>(*it.panel, "chartZoomOut"), Qt::LeftButton);
    QTRY_VERIFY(it.view()->grab().toImage() != whole);
}

void TestChartsPanel::isSaved_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"chart.png", "chart.svg", "chart.csv"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestChartsPanel::isSaved()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    Charts it;
    it.choose(2);
    QTRY_VERIFY(!it.panel->chart().isEmpty());
    const QString path = folder.filePath(name);
    QVERIFY(it.panel->save(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    if (name.endsWith("csv")) {
        QVERIFY(content.startsWith("Node,"));
        QCOMPARE(content.count("\r\n"), 6); // five nodes below their names
    } else if (name.endsWith("svg")) {
        QVERIFY(QSvgRenderer(content).isValid());
        QVERIFY(content.contains("Sizes of tables"));
    } else {
        QCOMPARE(QImage::fromData(content, "PNG").size(), QSize(1920, 1200));
    }
}

void TestChartsPanel::saysWhyItCannotBeSaved()
{
    Charts it;
    it.choose(2);
    QTRY_VERIFY(!it.panel->chart().isEmpty());
    QVERIFY(!it.panel->save("/nowhere/at/all/chart.csv"));
    bool said = false;
    for (const QLabel *label : it.panel->findChildren<QLabel *>())
        said = said || label->text().contains("cannot be saved");
    QVERIFY(said);
}

void TestChartsPanel::tableIsQuoted()
{
    Chart chart;
    chart.across = "a,b";
    chart.categories = {"say \"x\""};
    chart.series = {{"one", {1.5}}, {"none", {}}};
    QCOMPARE(views::csvOf(chart), "\"a,b\",one,none\r\n\"say \"\"x\"\"\",1.5,0\r\n");
}

void TestChartsPanel::wordsForThoseWhoDoNotSee()
{
    Charts it;
    it.choose(2);
    QTRY_VERIFY(it.view() && it.view()->accessibleName() == "Sizes of tables");
    QVERIFY(it.view()->accessibleDescription().startsWith("B: "));
}

NETDRAFT_TEST(TestChartsPanel)
#include "tst_charts_panel.moc"
