#include "model/recipe/node_recipes.h"
#include "tests/registered.h"
#include "views/dialogs/address_dialog.h"
#include "views/document/document.h"
#include "views/document/selection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTreeWidget>
#include <QtTest>

using namespace netdraft;
using model::NodeKind;
using Scope = views::AddressDialog::Scope;

/// The address assistant over a network a -- r -- b.
class TestAddressDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void everythingGetsAnAddress();
    void onlyWhatIsSelected();
    void nothingToDo();
    void whatIsDownIsCounted();
    void wrongPoolIsRefused();
    void familyBringsItsLength();
    void lastPoolIsRemembered();

private:
    std::unique_ptr<views::Document> m_document;
    std::unique_ptr<views::Selection> m_selection;
    std::unique_ptr<views::AddressDialog> m_dialog;

    void open(Scope scope = Scope::Everything)
    {
        m_dialog = std::make_unique<views::AddressDialog>(*m_document, *m_selection, scope, nullptr);
        m_dialog->show();
    }
    template <typename W>
    W *part(const char *name) const
    {
        return m_dialog->findChild<W *>(QLatin1String(name));
    }
    QStringList preview() const
    {
        QStringList lines;
        for (QTreeWidgetItemIterator item(part<QTreeWidget>("addressPreview")); *item; ++item)
            lines << (*item)->text(0) + QLatin1Char(' ') + (*item)->text(1);
        return lines;
    }
    void type(const QString &pool) const
    {
        QLineEdit *line = part<QComboBox>("addressPool")->lineEdit();
        line->selectAll();
        QTest::keyClicks(line, pool);
    }
};

void TestAddressDialog::initTestCase()
{
    QCoreApplication::setOrganizationName("netdraft");
    QCoreApplication::setApplicationName("tst_address_dialog");
    QSettings().clear();
}

void TestAddressDialog::init()
{
    m_dialog.reset();
    m_selection = std::make_unique<views::Selection>();
    m_document = std::make_unique<views::Document>();
    for (const auto &[name, kind] :
         {std::pair{"a", NodeKind::Device}, std::pair{"r", NodeKind::Router}, std::pair{"b", NodeKind::Device}})
        QVERIFY(m_document->perform("test", model::newNode(name, kind, {})));
    for (const char *end : {"a", "b"}) {
        const auto cable = model::newCable(m_document->project(), m_document->network().find(end)->id,
                                           m_document->network().find("r")->id);
        QVERIFY(m_document->perform("test", *cable));
    }
}

void TestAddressDialog::everythingGetsAnAddress()
{
    open();
    QSignalSpy said(m_dialog.get(), &views::AddressDialog::message);
    QCOMPARE(preview(), (QStringList{"192.168.1.0/24 new", "r eth0 192.168.1.1", "a eth0 192.168.1.2",
                                     "192.168.2.0/24 new", "r eth1 192.168.2.1", "b eth0 192.168.2.2"}));
    QVERIFY(part<QLabel>("addressSummary")->text().startsWith("Addresses: 4, default gateways: 2, other routes: 0"));
    const int before = m_document->undoStack().count();
    QTest::keyClick(part<QComboBox>("addressPool")->lineEdit(), Qt::Key_Return);
    QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    QCOMPARE(said.count(), 1);
    QCOMPARE(m_document->undoStack().count(), before + 1);
    const auto all = m_document->reachability()->totals();
    QCOMPARE(all.reachable, all.pairs);
    m_document->undoStack().undo();
    QVERIFY(m_document->network().find("a")->find("eth0")->addresses4.empty());
}

void TestAddressDialog::onlyWhatIsSelected()
{
    m_selection->set({m_document->network().find("b")->id});
    open(Scope::Selection);
    QVERIFY(part<QCheckBox>("addressSelected")->isChecked());
    QCOMPARE(preview(), (QStringList{"192.168.1.0/24 new", "r eth1 192.168.1.1", "b eth0 192.168.1.2"}));
    QTest::mouseClick(part<QCheckBox>("addressGateways"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(part<QLabel>("addressSummary")->text().startsWith("Addresses: 2, default gateways: 0, other routes: 0"));
    QTest::mouseClick(part<QPushButton>("addressGive"), Qt::LeftButton);
    QVERIFY(m_document->network().find("a")->find("eth0")->addresses4.empty());
    QCOMPARE(m_document->network().find("b")->find("eth0")->addresses4.size(), std::size_t{1});
    // Without a selection there is nothing to confine it to.
    m_selection->clear();
    open(Scope::Selection);
    QVERIFY(!part<QCheckBox>("addressSelected")->isEnabled());
    QVERIFY(!part<QCheckBox>("addressSelected")->isChecked());
}

void TestAddressDialog::nothingToDo()
{
    open();
    QTest::mouseClick(part<QPushButton>("addressGive"), Qt::LeftButton);
    open();
    QCOMPARE(preview(), QStringList{});
    QVERIFY(!part<QPushButton>("addressGive")->isEnabled());
    QVERIFY(part<QLabel>("addressSummary")->text().startsWith("Nothing is missing"));
}

void TestAddressDialog::whatIsDownIsCounted()
{
    QVERIFY(m_document->perform("test", {model::SetLinkUp{{"a", "eth0"}, false}}));
    open();
    QCOMPARE(preview(), (QStringList{"192.168.1.0/24 new", "r eth1 192.168.1.1", "b eth0 192.168.1.2"}));
    QVERIFY2(part<QLabel>("addressSummary")->text().endsWith("or whose other end is, get none: 2."),
             qPrintable(part<QLabel>("addressSummary")->text()));
}

void TestAddressDialog::wrongPoolIsRefused()
{
    open();
    const int before = m_document->undoStack().count();
    type("10.0.0.300/8");
    QVERIFY(!part<QPushButton>("addressGive")->isEnabled());
    QVERIFY2(part<QLabel>("addressSummary")->text().contains("10.0.0.300"),
             qPrintable(part<QLabel>("addressSummary")->text()));
    QTest::keyClick(part<QComboBox>("addressPool")->lineEdit(), Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(m_document->undoStack().count(), before);
    type("10.0.0.0/24");
    part<QSpinBox>("addressLength")->setValue(25);
    QVERIFY(part<QLabel>("addressSummary")->text().startsWith("10.0.0.0/24 has no free network of /25 left"));
    part<QSpinBox>("addressLength")->setValue(28);
    QVERIFY(part<QPushButton>("addressGive")->isEnabled());
}

void TestAddressDialog::familyBringsItsLength()
{
    open();
    auto *pool = part<QComboBox>("addressPool");
    pool->setFocus();
    QTest::keyClick(pool, Qt::Key_Down); // 10.0.0.0/8
    QTest::keyClick(pool, Qt::Key_Down);
    QTest::keyClick(pool, Qt::Key_Down); // fd00::/48
    QCOMPARE(part<QSpinBox>("addressLength")->value(), 64);
    QCOMPARE(preview().front(), QStringLiteral("fd00:0:0:1::/64 new"));
}

void TestAddressDialog::lastPoolIsRemembered()
{
    open();
    type("10.20.0.0/16");
    part<QSpinBox>("addressLength")->setValue(26);
    QTest::mouseClick(part<QPushButton>("addressGive"), Qt::LeftButton);
    init();
    open();
    QCOMPARE(part<QComboBox>("addressPool")->currentText(), QStringLiteral("10.20.0.0/16"));
    QCOMPARE(preview().front(), QStringLiteral("10.20.0.64/26 new"));
}

NETDRAFT_TEST(TestAddressDialog)
#include "tst_address_dialog.moc"
