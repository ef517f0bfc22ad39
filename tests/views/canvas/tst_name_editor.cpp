#include "tests/registered.h"
#include "tests/views/canvas/canvas_fixture.h"
#include "views/canvas/name_editor.h"

using namespace netdraft;
using namespace netdraft::views;
using model::NodeKind;
using netdraft::tests::Canvas;

/// Renaming a node in place.
class TestNameEditor : public QObject
{
    Q_OBJECT

private slots:
    void renameInPlace();
    void renameSaysWhatIsWrong();
    void escapeKeepsName();
};

void TestNameEditor::renameInPlace()
{
    Canvas canvas;
    canvas.add("a", NodeKind::Device, 0, 0);
    const QPoint name = canvas.seen(canvas.item("a")->nameRect().center());
    QTest::mouseDClick(canvas.viewport(), Qt::LeftButton, {}, name);
    auto *editor = canvas.viewport()->findChild<NameEditor *>();
    QVERIFY(editor);
    QVERIFY(editor->isVisible());
    QTest::keyClicks(editor, QStringLiteral("alice"));
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(canvas.id("alice"));
    QVERIFY(!canvas.id("a"));
    QCOMPARE(canvas.item("alice")->name(), QStringLiteral("alice"));
    QTRY_VERIFY(!canvas.viewport()->findChild<NameEditor *>());
    canvas.document.undoStack().undo();
    QVERIFY(canvas.id("a"));
}

void TestNameEditor::renameSaysWhatIsWrong()
{
    Canvas canvas;
    canvas.selection.set({canvas.add("a", NodeKind::Device, 0, 0)});
    canvas.add("b", NodeKind::Device, 200, 0);
    const int before = canvas.document.undoStack().count();
    canvas.key(Qt::Key_F2);
    auto *editor = canvas.viewport()->findChild<NameEditor *>();
    QVERIFY(editor);
    for (const char *wrong : {"b", "x; y", "", "-a"}) {
        editor->selectAll();
        editor->del();
        QTest::keyClicks(editor, QLatin1String(wrong));
        QVERIFY2(!editor->toolTip().isEmpty(), wrong);
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY2(editor->isVisible(), wrong);
        QVERIFY2(!canvas.said.last().isEmpty(), wrong);
    }
    editor->setText(QStringLiteral("ok"));
    QVERIFY(editor->toolTip().isEmpty());
    QCOMPARE(canvas.document.undoStack().count(), before);
    QTest::keyClick(editor, Qt::Key_Escape);
}

void TestNameEditor::escapeKeepsName()
{
    Canvas canvas;
    canvas.selection.set({canvas.add("a", NodeKind::Device, 0, 0)});
    const int before = canvas.document.undoStack().count();
    canvas.key(Qt::Key_F2);
    auto *editor = canvas.viewport()->findChild<NameEditor *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("zzz"));
    QTest::keyClick(editor, Qt::Key_Escape);
    QVERIFY(canvas.id("a"));
    QCOMPARE(canvas.document.undoStack().count(), before);
    QTRY_VERIFY(!canvas.viewport()->findChild<NameEditor *>());
}

NETDRAFT_TEST(TestNameEditor)
#include "tst_name_editor.moc"
