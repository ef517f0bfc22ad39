#include "tests/registered.h"
#include "tests/views/panels/panel_fixture.h"
#include "views/panels/names_panel.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace netdraft;
using tests::PanelFixture;

/// How the selected node finds a name.
class TestNamesPanel : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatToDo();
    void tellsEachStep();
    void followsTheNetwork();
    void mendsWhatIsInTheWay();
};

namespace {

QStringList stepsOf(const QWidget &panel)
{
    QStringList steps;
    const auto *list = panel.findChild<QListWidget *>("namesSteps");
    for (int row = 0; row < list->count(); ++row)
        steps << list->item(row)->text();
    return steps;
}

model::NetnsId idOf(const PanelFixture &fixture, const char *name)
{
    return fixture.document.network().find(name)->id;
}

/// The solved routing lesson with a name server on C, which A asks.
bool serve(PanelFixture &fixture)
{
    return fixture.solve() &&
           fixture.document
               .perform("serve", {model::WriteFile{"C", "/etc/hosts", "192.168.2.5 c.lab\n"},
                                  model::WriteFile{"C", "/etc/resolv.conf", "\n"},
                                  model::WriteFile{"A", "/etc/hosts", "127.0.0.1 localhost\n"},
                                  model::WriteFile{"A", "/etc/resolv.conf", "nameserver 192.168.2.5\n"},
                                  model::StartProcess{
                                      "C", "dnsmasq", {{model::Transport::Udp, model::Ipv4Address(), 53, false}}, 0}})
               .has_value();
}

} // namespace

void TestNamesPanel::saysWhatToDo()
{
    PanelFixture fixture;
    QVERIFY(serve(fixture));
    auto panel = fixture.show<views::NamesPanel>();
    const auto *name = panel->findChild<QLineEdit *>("namesName");
    QVERIFY(!name->isEnabled());
    fixture.selection.set({idOf(fixture, "A")});
    QVERIFY(name->isEnabled());
    QCOMPARE(panel->findChild<QLabel *>("namesWho")->text(), QString("A looks for"));
    QVERIFY(!panel->findChild<QListWidget *>("namesSteps")->isVisible());
}

void TestNamesPanel::tellsEachStep()
{
    PanelFixture fixture;
    QVERIFY(serve(fixture));
    auto panel = fixture.show<views::NamesPanel>();
    fixture.selection.set({idOf(fixture, "A")});
    auto *name = panel->findChild<QLineEdit *>("namesName");
    QTest::keyClicks(name, "c.lab");
    QCOMPARE(stepsOf(*panel).first(3),
             (QStringList{"A does not find c.lab in /etc/hosts", "A asks 192.168.2.5 for c.lab (A)",
                          "dnsmasq at C answers: 192.168.2.5"}));
    QCOMPARE(panel->findChild<QLabel *>("namesEnd")->text(), QString("c.lab is 192.168.2.5"));
    QVERIFY(!panel->findChild<QPushButton *>("namesMend")->isVisible());
    QTest::keyClicks(name, "..");
    QVERIFY(!panel->findChild<QListWidget *>("namesSteps")->isVisible());
}

void TestNamesPanel::followsTheNetwork()
{
    PanelFixture fixture;
    QVERIFY(serve(fixture));
    auto panel = fixture.show<views::NamesPanel>();
    fixture.selection.set({idOf(fixture, "A")});
    QTest::keyClicks(panel->findChild<QLineEdit *>("namesName"), "c.lab");
    QVERIFY(fixture.document.perform("stop", {model::EndProcess{"C", model::firstPid}}));
    QCOMPARE(panel->findChild<QLabel *>("namesEnd")->text(), QString("nobody could tell what c.lab is"));
    fixture.document.undoStack().undo();
    QCOMPARE(panel->findChild<QLabel *>("namesEnd")->text(), QString("c.lab is 192.168.2.5"));
}

void TestNamesPanel::mendsWhatIsInTheWay()
{
    PanelFixture fixture;
    QVERIFY(serve(fixture));
    auto panel = fixture.show<views::NamesPanel>();
    fixture.selection.set({idOf(fixture, "A")});
    QVERIFY(fixture.document.perform("stop forwarding",
                                     {model::SetDeviceSysctl{"B", "all", model::DeviceSysctl::Ipv4Forwarding, 0}}));
    QTest::keyClicks(panel->findChild<QLineEdit *>("namesName"), "c.lab");
    auto *mend = panel->findChild<QPushButton *>("namesMend");
    QVERIFY(mend->isVisible());
    QTest::mouseClick(mend, Qt::LeftButton);
    QCOMPARE(panel->findChild<QLabel *>("namesEnd")->text(), QString("c.lab is 192.168.2.5"));
    QVERIFY(!mend->isVisible());
}

NETDRAFT_TEST(TestNamesPanel)
#include "tst_names_panel.moc"
