#include "model/edit/apply.h"
#include "model/recipe/node_recipes.h"
#include "tests/registered.h"
#include "views/canvas/render.h"

#include <QImage>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QtTest>

using namespace netdraft;
using model::NodeKind;

namespace {

model::Project twoNodes()
{
    model::Project project;
    model::EditList edits = model::newNode("alice", NodeKind::Device, {0, 0});
    edits.add(model::newNode("hub", NodeKind::Switch, {200, 0}));
    if (!model::apply(project, edits))
        qFatal("the edits of a palette click are refused");
    const auto cable = model::newCable(project, project.network.find("alice")->id, project.network.find("hub")->id);
    if (!cable || !model::apply(project, *cable))
        qFatal("the edits of a cable are refused");
    return project;
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestRender : public QObject
{
    Q_OBJECT

private slots:
    void svg();
    void png();
    void pdf();
    void sameProjectSamePicture();
    void annotationsAreDrawn();
    void refuses_data();
    void refuses();

private:
    QTemporaryDir m_folder;
};

void TestRender::svg()
{
    const QString path = m_folder.filePath(QStringLiteral("net.svg"));
    const auto done = views::renderProject(twoNodes(), path);
    QVERIFY2(done.has_value(), done ? "" : model::describe(done.error()).c_str());
    const QByteArray text = read(path);
    QVERIFY(text.contains("alice"));
    QVERIFY(text.contains("hub"));
    QVERIFY(text.contains("eth0"));
    QVERIFY(text.contains("p1"));
    QVERIFY(!text.contains("<image")); // lines, no pixels
    QSvgRenderer renderer(text);
    QVERIFY(renderer.isValid());
    // Tight: two tiles, 200 apart, and their names.
    QVERIFY(renderer.viewBoxF().width() < 340);
    QVERIFY(renderer.viewBoxF().height() < 160);
}

void TestRender::png()
{
    const QString path = m_folder.filePath(QStringLiteral("net.png"));
    QVERIFY(views::renderProject(twoNodes(), path));
    const QImage image(path);
    QVERIFY(image.width() > 450 && image.width() < 700);
    // Nothing touches the edge, and something is inside.
    const QRgb background = image.pixel(0, 0);
    bool drawn = false;
    for (int x = 0; x < image.width(); ++x) {
        QCOMPARE(image.pixel(x, 0), background);
        QCOMPARE(image.pixel(x, image.height() - 1), background);
        drawn = drawn || image.pixel(x, image.height() / 3) != background;
    }
    QVERIFY(drawn);
}

void TestRender::pdf()
{
    const QString path = m_folder.filePath(QStringLiteral("net.pdf"));
    QVERIFY(views::renderProject(twoNodes(), path));
    const QByteArray bytes = read(path);
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.contains("/MediaBox"));
    QVERIFY(bytes.size() > 2000);
}

void TestRender::sameProjectSamePicture()
{
    const QString first = m_folder.filePath(QStringLiteral("first.svg"));
    const QString second = m_folder.filePath(QStringLiteral("second.svg"));
    model::Project project = twoNodes();
    project.drawing = std::make_shared<const model::Drawing>();
    QVERIFY(views::renderProject(project, first));
    QVERIFY(views::renderProject(project, second));
    QCOMPARE(read(first), read(second));
}

void TestRender::annotationsAreDrawn()
{
    model::Project project = twoNodes();
    using model::AnnotationColour;
    using model::AnnotationKind;
    QVERIFY(model::apply(
        project,
        {model::PutAnnotation{{1},
                              {AnnotationKind::Text, {0, 300}, {200, 300}, "for guests", AnnotationColour::Yellow}},
         model::PutAnnotation{{2}, {AnnotationKind::Box, {-500, -60}, {60, 60}, "Zone", AnnotationColour::Blue}},
         model::PutAnnotation{{3}, {AnnotationKind::Arrow, {100, 290}, {0, 30}, "here", AnnotationColour::Grey}}}));
    const QString path = m_folder.filePath(QStringLiteral("annotated.svg"));
    QVERIFY(views::renderProject(project, path));
    const QByteArray text = read(path);
    for (const char *words : {"for guests", "Zone", "here", "alice"})
        QVERIFY2(text.contains(words), words);
    QVERIFY(!text.contains("<image"));
    QSvgRenderer renderer(text);
    QVERIFY(renderer.viewBoxF().width() > 700); // and the whole box
    // A drawing may have nothing else.
    QVERIFY(model::apply(project, {model::RemoveNetns{"alice"}, model::RemoveNetns{"hub"}}));
    for (const char *suffix : {"png", "pdf"})
        QVERIFY(
            views::renderProject(project, m_folder.filePath(QStringLiteral("notes.%1").arg(QLatin1String(suffix)))));
}

void TestRender::refuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("empty");
    QTest::addColumn<int>("code");
    QTest::newRow("another suffix") << m_folder.filePath("net.bmp") << false << int(model::ErrorCode::Input);
    QTest::newRow("no suffix") << m_folder.filePath("net") << false << int(model::ErrorCode::Input);
    QTest::newRow("nothing to draw") << m_folder.filePath("none.svg") << true << int(model::ErrorCode::Input);
    QTest::newRow("no such folder") << m_folder.filePath("no/net.svg") << false << int(model::ErrorCode::Io);
}

void TestRender::refuses()
{
    QFETCH(QString, path);
    QFETCH(bool, empty);
    QFETCH(int, code);
    const auto done = views::renderProject(empty ? model::Project() : twoNodes(), path);
    QVERIFY(!done);
    QCOMPARE(int(done.error().code), code);
    QVERIFY(!QFile::exists(path));
}

NETDRAFT_TEST(TestRender)
#include "tst_render.moc"
