#include "tests/registered.h"
#include "tests/views/panels/panel_fixture.h"
#include "views/panels/checked_edit.h"
#include "views/panels/inspector_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>

using namespace netdraft;
using model::NodeKind;

namespace {

/// The inspector over the routing lesson: A, B, C wired over switches.
struct Several : tests::PanelFixture {
    std::unique_ptr<views::InspectorPanel> panel = show<views::InspectorPanel>();

    void selectNodes(std::initializer_list<const char *> names)
    {
        views::NodeIds nodes;
        for (const char *name : names)
            nodes.insert(tests::nodeNamed(document, name));
        selection.set(std::move(nodes));
    }
    template <typename W>
    W *field(const char *name) const
    {
        return tests::part<W>(*panel, name);
    }
    const model::Netns &node(const char *name) const { return *document.network().find(name); }
    int steps() { return document.undoStack().count(); }
    void choose(const char *name, int row) const
    {
        auto *box = field<QComboBox>(name);
        box->setCurrentIndex(row);
        emit box->activated(row);
    }
    void enter(const char *name, const QString &text) const
    {
        auto *edit = field<views::CheckedEdit>(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
};

} // namespace

class TestSeveralForm : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsSelected();
    void kindOfAll();
    void forwardingOfAll();
    void upOfAll();
    void mtuOfAll();
    void refusedForOneRefusedForAll();
    void prefixLengthOfAll();
    void secondAddressesStay();
    void cablesAlone();
    void colourOfAnnotations();
    void nothingOfWhatIsGone();
};

void TestSeveralForm::saysWhatIsSelected()
{
    Several it;
    it.selectNodes({"A", "C"});
    QVERIFY(it.field<QLabel>("severalTitle")->isVisible());
    QVERIFY(it.field<QLabel>("severalTitle")->text().startsWith("Nodes: 2"));
    QVERIFY(it.field<QComboBox>("severalKind")->isVisible());
    QVERIFY(!it.field<QComboBox>("severalColour")->isVisible());
    it.select("A");
    QVERIFY(!it.field<QLabel>("severalTitle")->isVisible());
}

void TestSeveralForm::kindOfAll()
{
    Several it;
    it.selectNodes({"A", "B"});
    auto *kind = it.field<QComboBox>("severalKind");
    const NodeKind before[] = {it.document.drawing().nodes.at(tests::nodeNamed(it.document, "A")).kind,
                               it.document.drawing().nodes.at(tests::nodeNamed(it.document, "B")).kind};
    QVERIFY(before[0] != before[1]);
    QCOMPARE(kind->currentIndex(), -1);
    QCOMPARE(kind->placeholderText(), "Several values");
    it.choose("severalKind", kind->findData(int(NodeKind::Namespace)));
    for (const char *name : {"A", "B"})
        QCOMPARE(it.document.drawing().nodes.at(tests::nodeNamed(it.document, name)).kind, NodeKind::Namespace);
    QCOMPARE(it.steps(), 1);
    QCOMPARE(kind->currentText(), "Namespace");
    it.document.undoStack().undo();
    QCOMPARE(kind->currentIndex(), -1);
    QCOMPARE(it.document.drawing().nodes.at(tests::nodeNamed(it.document, "B")).kind, before[1]);
}

void TestSeveralForm::forwardingOfAll()
{
    Several it;
    QVERIFY(it.document.perform("B forwards", {tests::forwardingOn("B")}));
    it.selectNodes({"A", "B"});
    auto *box = it.field<QCheckBox>("severalForward4");
    QCOMPARE(box->checkState(), Qt::PartiallyChecked);
    QVERIFY(box->text().contains("several values"));
    const int before = it.steps();
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QVERIFY(it.node("A").forwards(model::Family::Ipv4) && it.node("B").forwards(model::Family::Ipv4));
    QCOMPARE(box->checkState(), Qt::Checked);
    QCOMPARE(it.steps(), before + 1);
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QVERIFY(!it.node("A").forwards(model::Family::Ipv4) && !it.node("B").forwards(model::Family::Ipv4));
    QVERIFY(!it.node("A").forwards(model::Family::Ipv6));
    QTest::mouseClick(it.field<QCheckBox>("severalForward6"), Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QVERIFY(it.node("A").forwards(model::Family::Ipv6) && it.node("B").forwards(model::Family::Ipv6));
}

void TestSeveralForm::upOfAll()
{
    Several it;
    QVERIFY(it.document.perform("down", {model::SetLinkUp{{"A", "eth0"}, false}}));
    it.selectNodes({"A", "B"});
    auto *box = it.field<QCheckBox>("severalUp");
    QCOMPARE(box->checkState(), Qt::PartiallyChecked);
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QVERIFY(it.node("A").find("eth0")->up);
    QCOMPARE(box->checkState(), Qt::Checked);
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QVERIFY(!it.node("A").find("eth0")->up);
    QVERIFY(it.node("A").find("lo")->up); // which is not meant
    it.document.undoStack().undo();
    QVERIFY(it.node("A").find("eth0")->up);
}

void TestSeveralForm::mtuOfAll()
{
    Several it;
    QVERIFY(it.document.perform("mtu", {model::SetLinkMtu{{"A", "eth0"}, 1400}}));
    it.selectNodes({"A", "C"});
    auto *mtu = it.field<views::CheckedEdit>("severalMtu");
    QCOMPARE(mtu->text(), "");
    QCOMPARE(mtu->placeholderText(), "Several values");
    QVERIFY(mtu->problem().isEmpty());
    const int before = it.steps();
    it.enter("severalMtu", "1280");
    QCOMPARE(it.node("A").find("eth0")->mtu, 1280);
    QCOMPARE(it.node("C").find("eth0")->mtu, 1280);
    QCOMPARE(it.steps(), before + 1);
    QCOMPARE(mtu->text(), "1280");
    it.document.undoStack().undo();
    QCOMPARE(it.node("A").find("eth0")->mtu, 1400);
    QCOMPARE(it.node("C").find("eth0")->mtu, 1500);
}

void TestSeveralForm::refusedForOneRefusedForAll()
{
    Several it;
    it.selectNodes({"A", "C"});
    auto *mtu = it.field<views::CheckedEdit>("severalMtu");
    for (const char *bad : {"7", "many", "99999999"}) {
        it.enter("severalMtu", bad);
        QVERIFY2(!mtu->problem().isEmpty(), bad);
    }
    QCOMPARE(it.steps(), 0);
    QCOMPARE(it.node("A").find("eth0")->mtu, 1500);
    it.enter("severalLength", "33");
    QVERIFY(!it.field<views::CheckedEdit>("severalLength")->problem().isEmpty());
    QCOMPARE(it.steps(), 0);
}

void TestSeveralForm::prefixLengthOfAll()
{
    Several it;
    it.selectNodes({"A", "B", "C"});
    auto *length = it.field<views::CheckedEdit>("severalLength");
    QCOMPARE(length->text(), "24");
    it.enter("severalLength", "25");
    for (const char *name : {"A", "B", "C"}) {
        for (const model::Link &link : it.node(name).links) {
            for (const model::LinkAddress &address : link.addresses4)
                QCOMPARE(int(address.local.length), link.isLoopback() ? 8 : 25);
        }
    }
    QCOMPARE(it.steps(), 1);
    it.document.undoStack().undo();
    QCOMPARE(int(it.node("B").find("eth0")->addresses4.front().local.length), 24);
}

/// The first address of a subnet takes the others along when it goes.
void TestSeveralForm::secondAddressesStay()
{
    Several it;
    model::LinkAddress second;
    second.local = *model::InterfaceAddress::parse("192.168.1.77/24");
    QVERIFY(it.document.perform("second", {model::AddAddress{{"A", "eth0"}, second}}));
    it.selectNodes({"A", "C"});
    it.enter("severalLength", "26");
    const auto &addresses = it.node("A").find("eth0")->addresses4;
    QCOMPARE(addresses.size(), std::size_t{2});
    QCOMPARE(addresses.back().local.toString(), "192.168.1.77/26");
}

void TestSeveralForm::cablesAlone()
{
    Several it;
    const model::Netns &a = it.node("A");
    const model::Netns &c = it.node("C");
    it.selection.set({}, {{a.id, a.find("eth0")->id}, {c.id, c.find("eth0")->id}});
    QVERIFY(!it.field<QComboBox>("severalKind")->isVisible());
    QVERIFY(it.field<QLabel>("severalTitle")->text().contains("Cables: 2"));
    it.enter("severalMtu", "1300");
    const model::Link *link = it.node("A").find("eth0");
    QCOMPARE(link->mtu, 1300);
    QCOMPARE(it.document.network().find(link->veth()->peer)->mtu, 1300); // the other end as well
}

void TestSeveralForm::colourOfAnnotations()
{
    Several it;
    using model::AnnotationColour;
    using model::AnnotationKind;
    QVERIFY(it.document.perform(
        "draw", {model::PutAnnotation{{1}, {AnnotationKind::Box, {0, 0}, {50, 50}, "", AnnotationColour::Blue}},
                 model::PutAnnotation{{2}, {AnnotationKind::Text, {0, 0}, {50, 0}, "a", AnnotationColour::Yellow}}}));
    it.selection.set({}, {}, {{1}});
    QCOMPARE(it.field<QComboBox>("severalColour")->currentText(), "Blue");
    it.selection.set({tests::nodeNamed(it.document, "A")}, {}, {{1}, {2}});
    auto *colour = it.field<QComboBox>("severalColour");
    QCOMPARE(colour->currentIndex(), -1);
    QVERIFY(it.field<QComboBox>("severalKind")->isVisible());
    it.choose("severalColour", 5);
    QCOMPARE(it.document.drawing().annotations.at({1}).colour, AnnotationColour::Purple);
    QCOMPARE(it.document.drawing().annotations.at({2}).colour, AnnotationColour::Purple);
    QCOMPARE(it.steps(), 2);
}

void TestSeveralForm::nothingOfWhatIsGone()
{
    Several it;
    it.selectNodes({"A", "C"});
    QVERIFY(it.document.perform("remove", {model::RemoveNetns{"A"}, model::RemoveNetns{"C"}}));
    QVERIFY(it.field<QLabel>("inspectorEmpty")->isVisible());
    it.document.undoStack().undo();
    QVERIFY(!it.field<QLabel>("inspectorEmpty")->isVisible());
}

NETDRAFT_TEST(TestSeveralForm)
#include "tst_several_form.moc"
