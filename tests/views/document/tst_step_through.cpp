#include "model/exchange/exchange.h"
#include "model/recipe/docker/docker.h"
#include "tests/registered.h"
#include "tests/views/lesson.h"
#include "views/document/step_through.h"

#include <QtTest>

using namespace netdraft;

/// A step of many commands, one by one.
class TestStepThrough : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void doesOneCommandAtATime();
    void isOneStepAgainInTheEnd();
    void endsWhenSomethingElseIsDone();
    void endsWithTheProject();
    void needsSeveralCommands();

private:
    std::unique_ptr<views::Document> m_document;
    std::string m_before;
    std::string m_after;
};

void TestStepThrough::init()
{
    m_document = std::make_unique<views::Document>();
    QVERIFY(tests::openNamed(*m_document));
    QVERIFY(m_document->perform("one route", tests::solution()[0]));
    m_before = model::writeProject(m_document->project());
    const model::docker::Answer started = model::docker::startDaemon(m_document->project(), "A", {});
    QVERIFY(m_document->perform("dockerd", started.edits));
    m_after = model::writeProject(m_document->project());
    QVERIFY(m_before != m_after);
}

void TestStepThrough::doesOneCommandAtATime()
{
    views::StepThrough steps(*m_document);
    QVERIFY(steps.canBegin());
    const QSignalSpy moved(&steps, &views::StepThrough::moved);
    steps.begin();
    QCOMPARE(moved.count(), 1);
    QVERIFY(steps.isOn());
    QVERIFY(!steps.canBegin());
    QCOMPARE(steps.text(), QString("dockerd"));
    QCOMPARE(steps.index(), 1);
    QCOMPARE(model::writeProject(m_document->project()), m_before);
    steps.next();
    QCOMPARE(moved.count(), 2);
    QCOMPARE(steps.done(), std::size_t{1});
    const model::Netns &node = *m_document->network().find("A");
    QCOMPARE(node.processes.size(), std::size_t{1});
    QVERIFY(!node.find("docker0"));
}

void TestStepThrough::isOneStepAgainInTheEnd()
{
    views::StepThrough steps(*m_document);
    steps.begin();
    for (std::size_t i = 0; i < 1000 && steps.isOn(); ++i)
        steps.next();
    QVERIFY(!steps.isOn());
    QCOMPARE(model::writeProject(m_document->project()), m_after);
    QCOMPARE(m_document->undoStack().count(), 2);
    QCOMPARE(m_document->undoStack().undoText(), QString("dockerd"));
    m_document->undoStack().undo();
    QCOMPARE(model::writeProject(m_document->project()), m_before);
}

void TestStepThrough::endsWhenSomethingElseIsDone()
{
    views::StepThrough steps(*m_document);
    steps.begin();
    steps.next();
    steps.next();
    QVERIFY(m_document->perform("another route", tests::solution()[2]));
    QVERIFY(!steps.isOn());
    const std::string now = model::writeProject(m_document->project());
    steps.next();
    QCOMPARE(model::writeProject(m_document->project()), now);
}

void TestStepThrough::endsWithTheProject()
{
    views::StepThrough steps(*m_document);
    steps.begin();
    m_document->load({}, {});
    QVERIFY(!steps.isOn());
    QVERIFY(!steps.canBegin());
}

void TestStepThrough::needsSeveralCommands()
{
    views::StepThrough steps(*m_document);
    m_document->undoStack().undo();
    QVERIFY(!steps.canBegin());
    steps.begin();
    QVERIFY(!steps.isOn());
    QCOMPARE(m_document->undoStack().index(), 1);
}

NETDRAFT_TEST(TestStepThrough)
#include "tst_step_through.moc"
