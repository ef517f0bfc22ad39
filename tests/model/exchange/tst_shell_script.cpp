#include "model/drawing/node_kind.h"
#include "model/exchange/exchange.h"
#include "model/exchange/script_format.h"
#include "model/exchange/shell_script.h"
#include "tests/registered.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace netdraft;

namespace {

const QString scripts = QStringLiteral(NETDRAFT_SOURCE_DIR "/tests/data/scripts");

model::Imported runText(std::string_view text)
{
    model::Imported imported;
    model::runScript(imported, model::hostNetns, text, "lab.sh");
    return imported;
}

QString troublesOf(const model::Imported &imported, const std::string &file)
{
    QString text;
    for (const model::Error &trouble : imported.troubles) {
        QString line = QString::fromStdString(describe(trouble));
        text += line.remove(QString::fromStdString(file) + ':') + '\n';
    }
    return text;
}

/// All namespaces and their links: `a(lo,eth0)`.
QString outlineOf(const model::Project &project)
{
    QStringList parts;
    for (const auto &netns : project.network.namespaces()) {
        QStringList links;
        for (const model::Link &link : netns->links)
            links.append(QString::fromStdString(link.name) + (link.up ? "+" : ""));
        parts.append(QString::fromStdString(netns->name) + '(' + links.join(',') + ')');
    }
    return parts.join(' ');
}

} // namespace

/// Scripts read as an import does: those of tests/data/scripts without a trouble, those of scripts/hostile with the
/// troubles that stand in the file of the same name that ends in `.expected`.
class TestShellScript : public QObject
{
    Q_OBJECT

private slots:
    void isUnderstood_data();
    void isUnderstood();
    void hostileIsSaid_data();
    void hostileIsSaid();
    void builds_data();
    void builds();
    void claims_data();
    void claims();
    void nodesArePlaced();
};

void TestShellScript::isUnderstood_data()
{
    QTest::addColumn<QString>("path");
    for (const QFileInfo &entry : QDir(scripts).entryInfoList({"*.sh"}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(entry.completeBaseName())) << entry.filePath();
}

void TestShellScript::isUnderstood()
{
    QFETCH(QString, path);
    const auto source = model::loadSource(path.toStdString());
    QVERIFY(source);
    QVERIFY(model::looksLikeScript(*source));
    const auto imported = model::import(*source);
    QVERIFY2(imported, imported ? "" : describe(imported.error()).c_str());
    QCOMPARE(troublesOf(*imported, source->path), QString());
    QVERIFY(imported->project.network.namespaces().size() > 1);
}

void TestShellScript::hostileIsSaid_data()
{
    QTest::addColumn<QString>("path");
    for (const QFileInfo &entry : QDir(scripts + "/hostile").entryInfoList({"*.sh"}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(entry.completeBaseName())) << entry.filePath();
}

void TestShellScript::hostileIsSaid()
{
    QFETCH(QString, path);
    const auto source = model::loadSource(path.toStdString());
    QVERIFY(source);
    QElapsedTimer timer;
    timer.start();
    const auto imported = model::readShellScript(*source);
    QVERIFY(timer.elapsed() < 5000);
    const QString said = imported ? troublesOf(*imported, source->path)
                                  : QString::fromStdString(describe(imported.error())).remove(path + ':') + '\n';
    QFile expected(path.chopped(3) + ".expected");
    if (qEnvironmentVariableIsSet("NETDRAFT_UPDATE_EXPECTED")) {
        QVERIFY(expected.open(QIODevice::WriteOnly));
        expected.write(said.toUtf8());
        return;
    }
    QVERIFY(expected.open(QIODevice::ReadOnly));
    QCOMPARE(said, QString::fromUtf8(expected.readAll()));
}

void TestShellScript::builds_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("outline");
    QTest::addColumn<QString>("troubles");
    QTest::newRow("nothing") << "" << "host(lo)" << "";
    QTest::newRow("a namespace") << "ip netns add a\nip -n a link set lo up" << "host(lo) a(lo+)" << "";
    QTest::newRow("line ends of Windows") << "ip netns add a\r\nip -n a link set lo up\r\n" << "host(lo) a(lo+)" << "";
    QTest::newRow("a refusal")
        << "ip netns add a\nip netns add a\nip netns add b"
        << "host(lo) a(lo) b(lo)"
        << "2:1: this command is refused: Cannot create namespace file \"/run/netns/a\": File exists\n";
    QTest::newRow("a refusal that is looked at") << "ip netns add a\nip netns add a 2>/dev/null || true\nip netns add b"
                                                 << "host(lo) a(lo) b(lo)" << "";
    QTest::newRow("set -e")
        << "set -e\nip link set x up\nip netns add b"
        << "host(lo)"
        << "2:1: this command is refused: Cannot find device \"x\", and the script ends here, for set "
           "-e is on\n";
    QTest::newRow("batch with a mistake")
        << "ip -batch - <<EOF\nnetns add a\nlink set x up\nnetns add b\nEOF"
        << "host(lo) a(lo)"
        << "1:1: this command is refused: Cannot find device \"x\"\nCommand failed -:2\n";
    QTest::newRow("batch by force") << "ip -force -batch - <<EOF\nnetns add a\nlink set x up\nnetns add b\nEOF"
                                    << "host(lo) a(lo) b(lo)"
                                    << "1:1: this command is refused: Cannot find device \"x\"\nCommand failed -:2\n";
    QTest::newRow("all namespaces are deleted") << "ip netns add a\nip netns add b\nip -all netns del\nip netns add c"
                                                << "host(lo) c(lo)" << "";
    QTest::newRow("text tools")
        << "ip netns add a\nip netns list | grep -q '^a' && ip netns add found\n"
           "for n in $(ip netns list | awk '{print $1}' | sort); do ip -n $n link set lo up; done\n"
           "printf 'x y\\nz w\\n' > /tmp/t; ip netns add \"$(grep z /tmp/t | cut -d' ' -f2)\""
        << "host(lo) a(lo+) found(lo+) w(lo)" << "";
    QTest::newRow("a file of a namespace")
        << "ip netns add a\nip netns exec a bash -c 'echo 192.0.2.1 b > /etc/hosts'\n"
           "ip netns exec a grep -q b /etc/hosts && ip netns add yes"
        << "host(lo) a(lo) yes(lo)" << "";
    QTest::newRow("what is not simulated") << "mtr 127.0.0.1\nip netns add a"
                                           << "host(lo) a(lo)" << "1:1: mtr is not simulated\n";
    QTest::newRow("a ping decides") << "ip link set lo up\nping -c1 127.0.0.1 >/dev/null && ip netns add yes\n"
                                       "ping -c1 192.0.2.1 >/dev/null || ip netns add no"
                                    << "host(lo+) yes(lo) no(lo)" << "";
    QTest::newRow("a namespace's files of the kernel")
        << "ip netns add a\n[ -e /run/netns/a ] && ip netns add b\n[ -e /run/netns/c ] || ip netns add d"
        << "host(lo) a(lo) b(lo) d(lo)" << "";
    QTest::newRow("is told up") << "case $1 in up) ip netns add a;; *) echo usage; exit 1;; esac" << "host(lo) a(lo)"
                                << "";
    QTest::newRow("takes down what it built") << "trap 'ip netns del a' EXIT\nip netns add a" << "host(lo) a(lo)" << "";
    QTest::newRow("a trap that builds") << "trap 'ip netns add b' EXIT\nip netns add a" << "host(lo) a(lo) b(lo)" << "";
    QTest::newRow("unshare") << "unshare -n bash -c 'ip link set lo up'"
                             << "host(lo)"
                             << "1:1: unshare of a network is not simulated; expected \"ip netns add NAME\"\n";
    QTest::newRow("a namespace that is not there")
        << "ip netns exec a ip link set lo up"
        << "host(lo)"
        << "1:1: this command is refused: Cannot open network namespace \"a\": No "
           "such file or directory\n";
    QTest::newRow("waits for ever") << "ip netns add a\nsleep infinity\nip netns del a" << "host(lo) a(lo)" << "";
}

void TestShellScript::builds()
{
    QFETCH(QString, script);
    QFETCH(QString, outline);
    QFETCH(QString, troubles);
    const model::Imported imported = runText(script.toStdString());
    QCOMPARE(outlineOf(imported.project), outline);
    QCOMPARE(troublesOf(imported, "lab.sh"), troubles);
}

void TestShellScript::claims_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("claimed");
    QTest::newRow("bash") << "lab" << QByteArray("#!/bin/bash\n") << true;
    QTest::newRow("env") << "lab" << QByteArray("#!/usr/bin/env sh\n") << true;
    QTest::newRow("python") << "lab" << QByteArray("#!/usr/bin/python3\nip = 1\n") << false;
    QTest::newRow("by its name") << "lab.sh" << QByteArray("x=1\n") << true;
    QTest::newRow("by its commands") << "lab.txt" << QByteArray("# notes\n\nip netns add a\n") << true;
    QTest::newRow("project") << "a.netdraft" << QByteArray("{\"netdraft\": 1}") << false;
    QTest::newRow("prose") << "a.txt" << QByteArray("This is a text.\n") << false;
    QTest::newRow("binary") << "a.sh" << QByteArray("#!/bin/sh\n\0\1\2", 13) << false;
    QTest::newRow("a lab script of Netdraft")
        << "a.sh" << QByteArray("#!/bin/bash\n# netdraft: lab script 1\n") << false;
}

void TestShellScript::claims()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(bool, claimed);
    model::ImportSource source{.path = name.toStdString(), .folder = false, .files = {}};
    source.files.emplace("", text.toStdString());
    QCOMPARE(model::looksLikeScript(source), claimed);
}

void TestShellScript::nodesArePlaced()
{
    const auto source = model::loadSource((scripts + "/functions_arrays.sh").toStdString());
    QVERIFY(source);
    const auto imported = model::readShellScript(*source);
    QVERIFY(imported);
    const model::Project &project = imported->project;
    QCOMPARE(project.drawing->nodes.size(), std::size_t{4}); // the machine has nothing of its own
    const model::Netns *netns = project.network.find("sw");
    QVERIFY(netns);
    QVERIFY(project.drawing->nodes.at(netns->id).kind == model::NodeKind::Switch);
}

NETDRAFT_TEST(TestShellScript)
#include "tst_shell_script.moc"
