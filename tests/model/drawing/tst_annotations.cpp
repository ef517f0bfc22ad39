#include "model/edit/apply.h"
#include "model/exchange/clipboard.h"
#include "model/exchange/exchange.h"
#include "model/recipe/node_recipes.h"
#include "tests/registered.h"

#include <QtTest>

#include <limits>

using namespace netdraft::model;

namespace {

const Annotation note{AnnotationKind::Text, {10, 20}, {210, 20}, "Guests\nonly", AnnotationColour::Yellow};
const Annotation box{AnnotationKind::Box, {-100, -50}, {300, 150}, "DMZ", AnnotationColour::Blue};
const Annotation arrow{AnnotationKind::Arrow, {0, 0}, {-40.5, 90}, "", AnnotationColour::Grey};

Applied change(Project &project, const EditList &edits)
{
    auto applied = apply(project, edits);
    if (!applied)
        qFatal("%s", describe(applied.error()).c_str());
    return std::move(*applied);
}

Project annotated()
{
    Project project;
    change(project, newNode("A", NodeKind::Device, {0, 0}));
    change(project, {PutAnnotation{{1}, note}, PutAnnotation{{2}, box}, PutAnnotation{{3}, arrow}});
    return project;
}

std::vector<Annotation> annotationsOf(const Project &project)
{
    std::vector<Annotation> all;
    for (const auto &[id, annotation] : project.drawing->annotations)
        all.push_back(annotation);
    return all;
}

} // namespace

class TestAnnotations : public QObject
{
    Q_OBJECT

private slots:
    void changeTheDrawingAlone();
    void undoGivesBack();
    void cornersComeInOrder();
    void refuses_data();
    void refuses();
    void areKeptInFiles();
    void filesWithoutAnyAreAsBefore();
    void areKeptInScripts();
    void anyWordsComeBack_data();
    void anyWordsComeBack();
    void areNumberedAnewInFiles();
    void badFiles_data();
    void badFiles();
    void badRemarkOfAScript();
    void areCopied();
};

void TestAnnotations::changeTheDrawingAlone()
{
    Project project;
    const auto done = change(project, {PutAnnotation{{1}, note}});
    QVERIFY(done.changes.drawing);
    QVERIFY(done.changes.namespaces.empty());
    // The same once more is no change.
    QVERIFY(change(project, {PutAnnotation{{1}, note}}).changes.empty());
}

void TestAnnotations::undoGivesBack()
{
    Project project = annotated();
    const Project before = project;
    Annotation moved = shifted(box, {20, -20});
    moved.colour = AnnotationColour::Purple;
    const auto done = change(project, {PutAnnotation{{2}, moved}, RemoveAnnotation{{1}}, PutAnnotation{{4}, arrow}});
    QCOMPARE(project.drawing->annotations.size(), std::size_t{3});
    QVERIFY(project.drawing->annotations.at({2}) == moved);
    QCOMPARE(freeAnnotation(*project.drawing).value, 5U);
    change(project, done.inverse);
    QVERIFY(project == before);
}

void TestAnnotations::cornersComeInOrder()
{
    Project project;
    change(project, {PutAnnotation{{1}, {AnnotationKind::Box, {50, 60}, {-10, -20}, "", {}}},
                     PutAnnotation{{2}, {AnnotationKind::Text, {50, 60}, {-10, -20}, "a", {}}},
                     PutAnnotation{{3}, {AnnotationKind::Arrow, {50, 60}, {-10, -20}, "", {}}}});
    const auto &all = project.drawing->annotations;
    QVERIFY((all.at({1}).from == Point{-10, -20} && all.at({1}).to == Point{50, 60}));
    QVERIFY((all.at({2}).from == Point{-10, 60} && all.at({2}).to == Point{50, 60}));
    QVERIFY((all.at({3}).from == Point{50, 60} && all.at({3}).to == Point{-10, -20}));
}

void TestAnnotations::refuses_data()
{
    QTest::addColumn<double>("x");
    QTest::newRow("too far away") << 1e7;
    QTest::newRow("nowhere") << std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("endlessly far away") << -std::numeric_limits<double>::infinity();
}

void TestAnnotations::refuses()
{
    QFETCH(double, x);
    Project project = annotated();
    const Project before = project;
    QVERIFY(!apply(project, {PutAnnotation{{1}, {AnnotationKind::Box, {x, 0}, {0, 0}, "", {}}}}));
    QVERIFY(!apply(project, {PutAnnotation{{1}, {AnnotationKind::Arrow, {0, 0}, {0, x}, "", {}}}}));
    QVERIFY(!apply(project, {RemoveAnnotation{{99}}}));
    QVERIFY(!apply(project, {PutAnnotation{{1}, {AnnotationKind::Text, {0, 0}, {0, 0}, std::string(20000, 'x'), {}}}}));
    QVERIFY(!apply(project, {PutAnnotation{{0}, note}}));
    QVERIFY(project == before);
}

void TestAnnotations::areKeptInFiles()
{
    const Project project = annotated();
    const std::string file = writeProject(project);
    QVERIFY(file.contains("    \"annotations\": [\n"
                          "      {\"kind\": \"text\", \"x\": 10, \"y\": 20, \"toX\": 210, \"text\": [\"Guests\", "
                          "\"only\"], "
                          "\"colour\": \"yellow\"},\n"
                          "      {\"kind\": \"box\", \"x\": -100, \"y\": -50, \"toX\": 300, \"toY\": 150, \"text\": "
                          "\"DMZ\", \"colour\": \"blue\"},\n"
                          "      {\"kind\": \"arrow\", \"x\": 0, \"y\": 0, \"toX\": -40.5, \"toY\": 90}\n"
                          "    ]"));
    const auto read = readProject(file, "annotated.netdraft");
    QVERIFY2(read, read ? "" : describe(read.error()).c_str());
    QVERIFY(read->drawing->annotations == project.drawing->annotations);
    QCOMPARE(writeProject(*read), file);
}

void TestAnnotations::filesWithoutAnyAreAsBefore()
{
    Project project = annotated();
    change(project, {RemoveAnnotation{{1}}, RemoveAnnotation{{2}}, RemoveAnnotation{{3}}});
    QVERIFY(!writeProject(project).contains("annotations"));
}

void TestAnnotations::areKeptInScripts()
{
    const Project project = annotated();
    const auto script = exportFormat("bash")->write(project, {"lab"});
    QVERIFY2(script, script ? "" : describe(script.error()).c_str());
    const auto again = readProject(script->file().text, "lab.sh");
    QVERIFY2(again, again ? "" : describe(again.error()).c_str());
    QVERIFY(again->drawing->annotations == project.drawing->annotations);
}

void TestAnnotations::anyWordsComeBack_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("several lines, some empty") << "\none\n\ntwo\n";
    QTest::newRow("what JSON and shells care about") << "\"quoted\" \\ $(rm -rf /) # 'x' `y`";
    QTest::newRow("a long line") << QString(3000, QLatin1Char('x'));
    QTest::newRow("other alphabets") << QStringLiteral("Gäste – 访客 – ゲスト – ضيوف");
    QTest::newRow("control characters") << QStringLiteral("a\tb\x01c\x7f");
    QTest::newRow("end of the script's remark") << "# netdraft: network ends\n}";
}

/// As they are once they are drawn, in files and in scripts.
void TestAnnotations::anyWordsComeBack()
{
    QFETCH(QString, words);
    Project project;
    Annotation written = note;
    written.text = words.toStdString();
    change(project, newNode("A", NodeKind::Device, {0, 0}));
    change(project, {PutAnnotation{{1}, written}});
    const auto read = readProject(writeProject(project), "words.netdraft");
    QVERIFY2(read, read ? "" : describe(read.error()).c_str());
    QVERIFY(read->drawing->annotations == project.drawing->annotations);
    const auto script = exportFormat("bash")->write(project, {"lab"});
    QVERIFY(script);
    const auto again = readProject(script->file().text, "lab.sh");
    QVERIFY2(again, again ? "" : describe(again.error()).c_str());
    QVERIFY(again->drawing->annotations == project.drawing->annotations);
}

void TestAnnotations::areNumberedAnewInFiles()
{
    Project project = annotated();
    change(project, {RemoveAnnotation{{1}}, PutAnnotation{{8}, note}});
    const auto read = readProject(writeProject(project), "annotated.netdraft");
    QVERIFY(read);
    QVERIFY(annotationsOf(*read) == annotationsOf(project));
    QCOMPARE(freeAnnotation(*read->drawing).value, 4U);
}

void TestAnnotations::badFiles_data()
{
    QTest::addColumn<QString>("annotation");
    QTest::addColumn<QString>("error");
    QTest::newRow("unknown kind") << R"({"kind": "star", "x": 0, "y": 0, "toX": 0, "toY": 0})"
                                  << "\"star\" is no kind of annotation; expected text, box or arrow";
    QTest::newRow("unknown colour") << R"({"kind": "text", "x": 0, "y": 0, "toX": 0, "colour": "red"})"
                                    << "\"red\" is no colour of annotations; expected grey, blue, green, yellow, "
                                       "orange or purple";
    QTest::newRow("unknown field") << R"({"kind": "text", "x": 0, "y": 0, "toX": 0, "font": 3})" << "font";
    QTest::newRow("no place") << R"({"kind": "text", "y": 0, "toX": 0})" << "\"x\"";
    QTest::newRow("a box without its other corner") << R"({"kind": "box", "x": 0, "y": 0, "toX": 0})" << "\"toY\"";
    QTest::newRow("far away") << R"({"kind": "arrow", "x": 1e9, "y": 0, "toX": 0, "toY": 0})" << "out of range";
    QTest::newRow("words that are none") << R"({"kind": "text", "x": 0, "y": 0, "toX": 0, "text": 1})" << "\"text\"";
    QTest::newRow("lines that are none") << R"({"kind": "text", "x": 0, "y": 0, "toX": 0, "text": ["a", 1]})"
                                         << "\"text\" has a number";
    QTest::newRow("no object") << "7" << "object";
}

void TestAnnotations::badFiles()
{
    QFETCH(QString, annotation);
    QFETCH(QString, error);
    const QString file = QStringLiteral("{\"format\": \"netdraft\", \"version\": 1, \"network\": {},\n"
                                        "\"drawing\": {\"annotations\": [%1]}}")
                             .arg(annotation);
    const auto read = readProject(file.toStdString(), "bad.netdraft");
    QVERIFY(!read);
    const QString said = QString::fromStdString(describe(read.error()));
    QVERIFY2(said.contains(error), qPrintable(said));
    QVERIFY2(said.startsWith("bad.netdraft:2:"), qPrintable(said));
}

void TestAnnotations::badRemarkOfAScript()
{
    const auto script = exportFormat("bash")->write(annotated(), {"lab"});
    QVERIFY(script);
    std::string text = script->file().text;
    const auto at = text.find("\"kind\": \"box\"");
    QVERIFY(at != std::string::npos);
    text.replace(at, std::string_view("\"kind\": \"box\"").size(), "\"kind\": \"bix\"");
    const auto read = readProject(text, "lab.sh");
    QVERIFY(!read);
    const QString said = QString::fromStdString(describe(read.error()));
    QVERIFY2(said.contains("\"bix\" is no kind of annotation"), qPrintable(said));
    QVERIFY(said.startsWith("lab.sh:"));
}

void TestAnnotations::areCopied()
{
    const Project project = annotated();
    const std::string text = copiedNodes(project, {}, {{2}});
    const auto pasted = pasteNodes(project, text, {1000, 500});
    QVERIFY2(pasted, pasted ? "" : describe(pasted.error()).c_str());
    QVERIFY(pasted->names.empty());
    QVERIFY(pasted->annotations == std::set<AnnotationId>{{4}});
    Project with = project;
    change(with, pasted->edits);
    // Its middle came there, on the grid.
    QVERIFY(with.drawing->annotations.at({4}) == shifted(box, {900, 460}) ||
            with.drawing->annotations.at({4}) == shifted(box, {900, 440}));
    QVERIFY(with.drawing->annotations.at({2}) == box);

    const auto both = pasteNodes(project, copiedNodes(project, {project.network.find("A")->id}, {{1}, {3}}), {0, 0});
    QVERIFY(both);
    QCOMPARE(both->names.size(), std::size_t{1});
    QCOMPARE(both->annotations.size(), std::size_t{2});
    QVERIFY(!pasteNodes(project, copiedNodes(project, {}), {0, 0}));
}

NETDRAFT_TEST(TestAnnotations)
#include "tst_annotations.moc"
