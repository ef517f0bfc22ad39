#include "tests/registered.h"
#include "views/dialogs/template_dialog.h"
#include "views/document/document.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>

using namespace netdraft;

class TestTemplateDialog : public QObject
{
    Q_OBJECT

private slots:
    void everyTemplateOpens_data();
    void everyTemplateOpens();
    void numbersChangeThePicture();
    void cancelChangesNothing();

private:
    std::unique_ptr<views::Document> m_document;
    std::unique_ptr<views::TemplateDialog> m_dialog;
    std::vector<std::size_t> m_drawn; ///< how many nodes each picture had

    void open()
    {
        m_drawn.clear();
        m_document = std::make_unique<views::Document>();
        m_dialog = std::make_unique<views::TemplateDialog>(
            *m_document,
            [this](const model::Project &project, QSize size) {
                m_drawn.push_back(project.drawing->nodes.size());
                return QPixmap(size);
            },
            nullptr);
        m_dialog->show();
    }
    template <typename W>
    W *part(const char *name) const
    {
        return m_dialog->findChild<W *>(QLatin1String(name));
    }
};

void TestTemplateDialog::everyTemplateOpens_data()
{
    QTest::addColumn<int>("row");
    int row = 0;
    for (const model::Shape &shape : model::allShapes())
        QTest::newRow(shape.name.data()) << row++;
}

void TestTemplateDialog::everyTemplateOpens()
{
    QFETCH(const int, row);
    open();
    auto *shapes = part<QListWidget>("templateShapes");
    for (int i = 0; i < row; ++i)
        QTest::keyClick(shapes, Qt::Key_Down);
    const QString title = shapes->currentItem()->text();
    // Its title is written for people, not the model's word.
    QVERIFY(title.front().isUpper());
    QVERIFY(!part<QLabel>("templateSays")->text().isEmpty());
    QTRY_COMPARE(m_drawn.size(), std::size_t{1});
    QVERIFY(m_drawn.front() > 3);
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_document->name(), title);
    QCOMPARE(m_document->drawing().nodes.size(), m_drawn.front());
    QVERIFY(m_document->path().isEmpty());
}

void TestTemplateDialog::numbersChangeThePicture()
{
    open();
    auto *shapes = part<QListWidget>("templateShapes");
    shapes->setCurrentRow(shapes->count() - 1); // the star
    auto *hosts = part<QSpinBox>("templateNumber.0");
    QVERIFY(hosts);
    hosts->setValue(9);
    QTRY_COMPARE(m_drawn, std::vector<std::size_t>{10});
    QCOMPARE(part<QLabel>("templateCount")->text(), QStringLiteral("Nodes: 10"));
    hosts->setValue(1200);
    QTRY_COMPARE(part<QLabel>("templateCount")->text(), QStringLiteral("Nodes: 1,201"));
    QTRY_VERIFY(part<QLabel>("templatePicture")->text().startsWith("Too large"));
    QCOMPARE(m_drawn.size(), std::size_t{1});
    QVERIFY(part<QPushButton>("templateOpen")->isEnabled());
    hosts->setValue(60000);
    QVERIFY(!part<QPushButton>("templateOpen")->isEnabled());
    QVERIFY(part<QLabel>("templateCount")->text().endsWith("netdraft generate star 60000 -o FILE"));
    // What has been typed counts even before it is drawn.
    hosts->setValue(4);
    QTest::mouseClick(part<QPushButton>("templateOpen"), Qt::LeftButton);
    QCOMPARE(m_document->drawing().nodes.size(), std::size_t{5});
}

void TestTemplateDialog::cancelChangesNothing()
{
    open();
    QSignalSpy reset(m_document.get(), &views::Document::reset);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(reset.count(), 0);
}

NETDRAFT_TEST(TestTemplateDialog)
#include "tst_template_dialog.moc"
