#include "model/edit/apply.h"
#include "model/exchange/exchange.h"
#include "tests/registered.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <poll.h>
#include <random>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace netdraft::model;

namespace {

mode_t modeOf(const std::string &path)
{
    struct stat status{};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0;
}

/// A project of many nodes, so that saving it takes a while.
std::string bigProject(double x)
{
    EditList edits;
    for (int i = 0; i < 3000; ++i) {
        const std::string name = "node-" + std::to_string(i);
        edits.add(AddNetns{name});
        edits.add(PlaceNode{name, {NodeKind::Device, {x, 24.0 * i}}});
    }
    Project project;
    return apply(project, edits) ? writeProject(project) : std::string();
}

/// Does something in a process of its own and gives its exit status.
template <typename Work>
int inChild(const Work &work)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

class TestFiles : public QObject
{
    Q_OBJECT

private slots:
    void reads();
    void cannotRead_data();
    void cannotRead();
    void writes();
    void keepsPermissions();
    void followsALink();
    void cannotWrite_data();
    void cannotWrite();
    void aFullDiskLeavesTheOldFile();
    void survivesKilling();
};

void TestFiles::reads()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("x").toStdString();
    const std::string text = std::string("a\0b\n", 4) + std::string(300'000, 'x');
    QVERIFY(writeFileAtomically(path, text));
    QCOMPARE(readFile(path).value(), text);
}

void TestFiles::cannotRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing there") << "/no/such/file" << "cannot read \"/no/such/file\": No such file or directory";
    QTest::newRow("a folder") << "/" << "cannot read \"/\": Is a directory";
    QTest::newRow("without end") << "/dev/zero" << "cannot read \"/dev/zero\": File too large";
}

void TestFiles::cannotRead()
{
    QFETCH(QString, path);
    QFETCH(QString, message);
    const auto text = readFile(path.toStdString());
    QVERIFY(!text);
    QCOMPARE(text.error().code, ErrorCode::Io);
    QCOMPARE(QString::fromStdString(describe(text.error())), message);
}

void TestFiles::writes()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("x").toStdString();
    QVERIFY(writeFileAtomically(path, "one"));
    QCOMPARE(readFile(path).value(), "one");
    QVERIFY(writeFileAtomically(path, "two"));
    QCOMPARE(readFile(path).value(), "two");
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"x"});
}

void TestFiles::keepsPermissions()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("x").toStdString();
    const mode_t mask = ::umask(0027);
    QVERIFY(writeFileAtomically(path, "one"));
    QCOMPARE(modeOf(path), 0640U);
    QVERIFY(writeFileAtomically(folder.filePath("y").toStdString(), "one", true));
    QCOMPARE(modeOf(folder.filePath("y").toStdString()), 0750U);
    ::umask(mask);
    QCOMPARE(::chmod(path.c_str(), 0604), 0);
    QVERIFY(writeFileAtomically(path, "two"));
    QCOMPARE(modeOf(path), 0604U);
    QVERIFY(writeFileAtomically(path, "three", true));
    QCOMPARE(modeOf(path), 0705U);
}

void TestFiles::followsALink()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("x").toStdString();
    const std::string link = folder.filePath("link").toStdString();
    QVERIFY(writeFileAtomically(path, "one"));
    QCOMPARE(::symlink("x", link.c_str()), 0);
    QVERIFY(writeFileAtomically(link, "two"));
    QCOMPARE(readFile(path).value(), "two");
    QVERIFY(QFileInfo(QString::fromStdString(link)).isSymbolicLink());
}

void TestFiles::cannotWrite_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("why");
    QTest::newRow("no such folder") << "/no/such/folder/x" << "No such file or directory";
    QTest::newRow("a folder") << "/tmp" << "Is a directory";
    QTest::newRow("a name that ends in a slash") << "/tmp/no-such-folder/" << "Is a directory";
    QTest::newRow("a full device") << "/dev/full" << "No space left on device";
    QTest::newRow("a file system of the kernel's") << "/proc/x" << "No such file or directory";
}

void TestFiles::cannotWrite()
{
    QFETCH(QString, path);
    QFETCH(QString, why);
    const auto written = writeFileAtomically(path.toStdString(), "x");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Io);
    QCOMPARE(QString::fromStdString(describe(written.error())),
             QStringLiteral("cannot write \"%1\": %2").arg(path, why));
}

void TestFiles::aFullDiskLeavesTheOldFile()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("x").toStdString();
    QVERIFY(writeFileAtomically(path, "old"));
    const int status = inChild([&] {
        const rlimit small{4096, 4096};
        ::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &small);
        return writeFileAtomically(path, std::string(100'000, 'x')) ? 1 : 0;
    });
    QCOMPARE(status, 0);
    QCOMPARE(readFile(path).value(), "old");
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"x"});
}

void TestFiles::survivesKilling()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("x.netdraft").toStdString();
    const std::string texts[] = {bigProject(0), bigProject(24)};
    QVERIFY(texts[0].size() > 100'000);
    for (const std::string &text : texts)
        QVERIFY(readProject(text, "x.netdraft"));
    QVERIFY(writeFileAtomically(path, texts[0]));

    std::mt19937 random(1);
    int seen[2] = {0, 0};
    for (int round = 0; round < 100; ++round) {
        int saved[2];
        QCOMPARE(::pipe(saved), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            for (int i = 0;; ++i) {
                if (!writeFileAtomically(path, texts[i % 2]) || ::write(saved[1], "", 1) != 1)
                    ::_exit(1);
            }
        }
        ::close(saved[1]);
        // Somewhere in one of its first saves: after that many are done, and that many microseconds more.
        char done[8];
        const auto saves = static_cast<std::size_t>(random() % 4);
        for (std::size_t got = 0; got < saves;) {
            const ssize_t more = ::read(saved[0], done, saves - got);
            QVERIFY(more > 0);
            got += static_cast<std::size_t>(more);
        }
        const timespec instant{0, static_cast<long>(random() % 4'000'000)};
        ::ppoll(nullptr, 0, &instant, nullptr);
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ::close(saved[0]);
        QVERIFY(WIFSIGNALED(status));

        const auto found = readFile(path);
        QVERIFY(found);
        QVERIFY2(*found == texts[0] || *found == texts[1], qPrintable(QString::number(round)));
        ++seen[*found == texts[1] ? 1 : 0];
    }
    qInfo("killed 100 times: the first text was there %d times, the second %d times", seen[0], seen[1]);
    QVERIFY(seen[0] > 0 && seen[1] > 0);
}

NETDRAFT_TEST(TestFiles)
#include "tst_files.moc"
