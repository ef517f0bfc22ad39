#include "model/exchange/exchange.h"
#include "model/terminal/session.h"
#include "tests/registered.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace netdraft::model;

namespace {

const QString lessonExamples = QStringLiteral(NETDRAFT_SOURCE_DIR "/resources/examples");
const QString lessonAnswers = QStringLiteral(NETDRAFT_SOURCE_DIR "/tests/data/lessons");

/// `3. host: ip link`: a command of a note, and the node in whose terminal it is typed.
struct LessonStep {
    QString line;
    int number = 0;
    std::string node;
    std::string command;
};

/// What a step prints and how it ends.
struct LessonAnswer {
    int status = 0;
    QString text;
};

QString lessonText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

std::optional<Project> lessonNamed(const QString &lesson)
{
    const QString path = lessonExamples + '/' + lesson + ".netdraft";
    auto project = readProject(lessonText(path).toStdString(), path.toStdString());
    return project ? std::optional(*std::move(project)) : std::nullopt;
}

QList<LessonStep> stepsOf(const Project &project)
{
    static const QRegularExpression form(QStringLiteral("^(\\d+)\\. (\\S+): (.+)$"));
    QList<LessonStep> steps;
    for (const auto &[id, annotation] : project.drawing->annotations) {
        for (const QString &line : QString::fromStdString(annotation.text).split('\n')) {
            if (const auto match = form.match(line); match.hasMatch())
                steps.append({line, match.captured(1).toInt(), match.captured(2).toStdString(),
                              match.captured(3).toStdString()});
        }
    }
    return steps;
}

/// The steps that a file of answers has, in their order, with what it says of each.
QList<std::pair<QString, LessonAnswer>> answersOf(const QString &lesson)
{
    QList<std::pair<QString, LessonAnswer>> answers;
    QStringList lines = lessonText(lessonAnswers + '/' + lesson + ".expected").split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    for (const QString &line : lines) {
        if (line.startsWith("### "))
            answers.append({line.mid(4), {}});
        else if (answers.isEmpty())
            continue;
        else if (line.startsWith("exit status "))
            answers.last().second.status = line.mid(12).toInt();
        else
            answers.last().second.text += line + '\n';
    }
    return answers;
}

/// Whether a text is as it is expected to be, where `*` stands for what chance draws within a line.
bool isAsExpected(const QString &text, const QString &expected)
{
    const QString pattern = QRegularExpression::escape(expected).replace("\\*", "[^\\n]*");
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

} // namespace

/// The lessons of the examples, followed from their start to their end: the commands are those of their notes, typed at
/// the nodes that the notes name. What the tools must print stands in tests/data/lessons.
class TestLessons : public QObject
{
    Q_OBJECT

private slots:
    void isFollowed_data();
    void isFollowed();
    void everyExampleIsALesson();
};

void TestLessons::isFollowed_data()
{
    QTest::addColumn<QString>("lesson");
    for (const QString &name : QDir(lessonAnswers).entryList({"*.expected"})) {
        const QString lesson = name.chopped(9);
        QTest::newRow(qPrintable(lesson)) << lesson;
    }
}

void TestLessons::isFollowed()
{
    QFETCH(const QString, lesson);
    auto project = lessonNamed(lesson);
    QVERIFY(project);
    const QList<LessonStep> steps = stepsOf(*project);
    const auto answers = answersOf(lesson);
    std::map<std::string, Session> sessions;
    int number = 0;
    const bool updates = qEnvironmentVariableIsSet("NETDRAFT_UPDATE_EXPECTED");
    QString recorded;
    for (const LessonStep &step : steps) {
        QCOMPARE(step.number, ++number);
        QVERIFY2(project->network.find(step.node), qPrintable(step.line));
        Session &session = sessions.try_emplace(step.node, openSession(step.node)).first->second;
        const TypedLine typed = typeLine(*project, session, step.command);
        QVERIFY2(apply(*project, typed.edits), qPrintable(step.line));
        QString printed = QString::fromStdString(typed.text());
        if (!printed.isEmpty() && !printed.endsWith('\n'))
            printed += '\n'; // as a terminal goes on
        if (updates) {
            recorded += "### " + step.line + '\n' + printed;
            if (typed.status != 0)
                recorded += QString("exit status %1\n").arg(typed.status);
            continue;
        }
        QVERIFY2(number <= answers.size(), qPrintable(step.line));
        const auto &[line, expected] = answers[number - 1];
        QCOMPARE(line, step.line);
        QVERIFY2(isAsExpected(printed, expected.text), qPrintable(step.line + '\n' + printed));
        QCOMPARE(typed.status, expected.status);
    }
    if (updates) {
        QFile file(lessonAnswers + '/' + lesson + ".expected");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(recorded.toUtf8());
        return;
    }
    QCOMPARE(steps.size(), answers.size());
}

void TestLessons::everyExampleIsALesson()
{
    for (const QString &name : QDir(lessonExamples).entryList({"*.netdraft"})) {
        const auto project = lessonNamed(name.chopped(9));
        QVERIFY2(project && !stepsOf(*project).isEmpty(), qPrintable(name));
        QVERIFY2(QFile::exists(lessonAnswers + '/' + name.chopped(9) + ".expected"), qPrintable(name));
    }
}

NETDRAFT_TEST(TestLessons)
#include "tst_lessons.moc"
