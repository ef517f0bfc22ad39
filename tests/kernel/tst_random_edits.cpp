#include "model/terminal/terminal.h"
#include "tests/registered.h"
#include "text_file.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <unistd.h>

using namespace netdraft::model;

namespace {

/// Edits drawn by chance, most of them about things that are there; the same ones each time for the same seed.
class Draw
{
public:
    explicit Draw(unsigned seed) : m_random(seed) {}

    /// One that is likely to do something in this network.
    Edit next(const Network &network);
    /// Whether it can set off what the kernel does a little later.
    static bool needsRest(const Edit &edit);

private:
    std::mt19937 m_random;
    std::uint32_t m_macs = 0;

    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    bool once(int in) { return below(in) == 0; }
    template <typename T>
    T oneOf(std::initializer_list<T> values)
    {
        return *(values.begin() + below(static_cast<int>(values.size())));
    }
    std::string netns() { return oneOf({"a", "b", "c"}); }
    MacAddress mac() { return MacAddress(0x020000000000ULL | static_cast<std::uint64_t>(below(255)) << 16 | ++m_macs); }
    Family family() { return once(3) ? Family::Ipv6 : Family::Ipv4; }
    IpAddress address(Family family);
    int length(Family family);
    LinkName link(const Network &network);
    Edit linkEdit(const Network &network);
    Edit addressEdit(const Network &network);
    Edit routeEdit(const Network &network);
    Edit removeRoute(const Network &network, const std::string &name);
    Edit otherEdit(const Network &network);
};

IpAddress Draw::address(Family family)
{
    if (family == Family::Ipv4)
        return Ipv4Address(10, 0, static_cast<std::uint8_t>(below(3)),
                           static_cast<std::uint8_t>(oneOf({0, 1, 2, 3, 4, 127, 128, 255})));
    return Ipv6Address(0x20010db800000000ULL | static_cast<std::uint64_t>(below(3)),
                       static_cast<std::uint64_t>(below(5)));
}

int Draw::length(Family family)
{
    return family == Family::Ipv4 ? oneOf({24, 24, 24, 25, 32, 31, 30, 16}) : oneOf({64, 64, 64, 128, 127, 48});
}

LinkName Draw::link(const Network &network)
{
    const Netns &home = *network.find(netns());
    const auto at = static_cast<std::size_t>(below(static_cast<int>(home.links.size())));
    return {home.name, home.links[at].name};
}

Edit Draw::linkEdit(const Network &network)
{
    const LinkName one = link(network);
    switch (below(12)) {
    case 0: return AddVeth{{netns(), oneOf({"v3", "v4"})}, {netns(), oneOf({"x3", "x4"})}, mac(), mac(), {}};
    case 1: return AddBridge{{netns(), oneOf({"br0", "br1"})}, mac()};
    case 2: return RemoveLink{one};
    case 3: return MoveLink{one, netns()};
    case 4: return one.link == "lo" ? Edit(SetLinkUp{one, true}) : SetLinkMtu{one, oneOf({1500, 1400, 1280, 1279})};
    case 5: return SetLinkMac{one, mac()};
    case 6:
    case 7: return SetLinkMaster{one, oneOf({"", "br0", "br1"})};
    case 8: return SetLinkUp{one, false};
    default: return SetLinkUp{one, true};
    }
}

Edit Draw::addressEdit(const Network &network)
{
    const LinkName place = link(network);
    const Link &there = *network.find(place.netns)->find(place.link);
    const Family kind = family();
    const std::vector<LinkAddress> &has = there.addresses(kind);
    if (once(3) && !has.empty()) {
        const LinkAddress &gone = has[static_cast<std::size_t>(below(static_cast<int>(has.size())))];
        return RemoveAddress{place, gone.local, gone.peer};
    }
    LinkAddress made;
    made.local = {address(kind), static_cast<std::uint8_t>(length(kind))};
    made.noPrefixRoute = once(12);
    made.noDad = kind == Family::Ipv6 && once(5);
    if (once(12))
        made.metric = 50;
    if (kind == Family::Ipv4 && once(8))
        made.broadcast = made.local.prefix().last();
    return AddAddress{place, made, oneOf({AddMode::Add, AddMode::Add, AddMode::Replace, AddMode::Change})};
}

Edit Draw::removeRoute(const Network &network, const std::string &name)
{
    const Netns &home = *network.find(name);
    if (home.routes.empty())
        return SetLinkUp{{name, "lo"}, true};
    const Route &gone = home.routes[static_cast<std::size_t>(below(static_cast<int>(home.routes.size())))];
    RouteWords words;
    words.destination = gone.destination;
    words.table = gone.table;
    if (once(3) && !gone.hops.empty())
        words.hop.dev = home.find(gone.hops.front().dev)->name;
    if (once(3) && !gone.hops.empty())
        words.hop.via = gone.hops.front().via;
    if (once(3))
        words.metric = gone.metric;
    return RemoveRoute{name, words};
}

Edit Draw::routeEdit(const Network &network)
{
    const LinkName by = link(network);
    if (once(4))
        return removeRoute(network, by.netns);
    const Family kind = family();
    RouteWords words;
    words.destination =
        Prefix::of(address(kind), kind == Family::Ipv4 ? oneOf({24, 24, 32, 25, 0}) : oneOf({64, 64, 48, 128, 0}));
    switch (below(8)) {
    case 0:
        words.type = oneOf({RouteType::Blackhole, RouteType::Unreachable, RouteType::Prohibit, RouteType::Throw});
        words.typeGiven = true;
        break;
    case 1:
        words.type = oneOf({RouteType::Local, RouteType::Unicast});
        words.typeGiven = true;
        words.hop.dev = by.link;
        break;
    case 2: words.hop.dev = by.link; break;
    case 3:
        words.hop.dev = by.link;
        words.hop.onlink = once(3);
        [[fallthrough]];
    default: words.hop.via = address(kind);
    }
    if (once(6))
        words.metric = oneOf({5U, 256U, 1024U});
    if (once(8))
        words.source = address(kind);
    // Appending mixes kinds of IPv6 routes in one metric, which the kernel then dumps without some of them.
    const bool four = kind == Family::Ipv4;
    return AddRoute{by.netns, words,
                    four ? oneOf({AddMode::Add, AddMode::Replace, AddMode::Change, AddMode::Append, AddMode::Prepend})
                         : oneOf({AddMode::Add, AddMode::Add, AddMode::Replace, AddMode::Change})};
}

Edit Draw::otherEdit(const Network &network)
{
    const LinkName place = link(network);
    const bool home = place.link == "lo";
    switch (home ? 2 : below(4)) {
    case 0:
        return AddNeighbour{place, address(family()), mac(), NudState::Permanent,
                            oneOf({AddMode::Add, AddMode::Replace, AddMode::Change})};
    case 1: return AddFdb{place, MacAddress(0x02ff00000000ULL | static_cast<std::uint64_t>(below(4))), AddMode::Add};
    default:
        return SetDeviceSysctl{place.netns, oneOf<std::string>({"all", "default", place.link}),
                               oneOf({DeviceSysctl::Ipv4Forwarding, DeviceSysctl::Ipv6Forwarding}), below(2)};
    }
}

Edit Draw::next(const Network &network)
{
    switch (below(10)) {
    case 0:
    case 1:
    case 2: return linkEdit(network);
    case 3:
    case 4:
    case 5: return addressEdit(network);
    case 6: return otherEdit(network);
    default: return routeEdit(network);
    }
}

bool Draw::needsRest(const Edit &edit)
{
    return std::holds_alternative<SetLinkUp>(edit.kind) || std::holds_alternative<SetLinkMaster>(edit.kind) ||
           std::holds_alternative<RemoveLink>(edit.kind) || std::holds_alternative<MoveLink>(edit.kind) ||
           std::holds_alternative<SetLinkMtu>(edit.kind) || std::holds_alternative<AddVeth>(edit.kind);
}

/// Of a link without carrier the kernel keeps the word for its state from the last event, which may be of before
/// another link with its peer's index came or went.
QString settled(QString text)
{
    return text.replace("LOWERLAYERDOWN", "DOWN");
}

/// One command line: what it is, and what the model says of it.
struct Line {
    QString text;
    Reply expected;
    bool waits = false; ///< only lets the kernel finish; the model does not see it
};

/// A sequence of commands and, at its end, questions about all that there is.
QList<Line> sequence(unsigned seed)
{
    QList<Line> lines;
    Project project;
    const auto type = [&](const QString &text) {
        const auto words = splitWords(text.toStdString());
        const Outcome outcome = run(project, hostNetns, *words);
        if (!apply(project, outcome.edits))
            qFatal("not applied: %s", qPrintable(text));
        lines << Line{text, outcome.reply};
    };
    const auto perform = [&](const Edit &edit) {
        type(QString::fromStdString(shellLine(wordsOf(edit, Prompt::Host))));
        if (Draw::needsRest(edit))
            lines << Line{"sleep 1.3", {}, true};
    };
    Draw draw(seed);
    for (const char *name : {"a", "b", "c"}) {
        perform(AddNetns{name});
        // As transcript.sh has it in the kernel.
        const SetDeviceSysctl noDetection{name, "default", DeviceSysctl::Ipv6DadTransmits, 0};
        if (!apply(project, {Edit(noDetection)}))
            qFatal("no sysctl in %s", name);
    }
    perform(AddVeth{{"a", "v0"}, {"b", "x0"}, MacAddress(0x020000001001ULL), MacAddress(0x020000001002ULL), {}});
    perform(AddVeth{{"b", "v1"}, {"c", "x1"}, MacAddress(0x020000001003ULL), MacAddress(0x020000001004ULL), {}});
    perform(AddVeth{{"c", "v2"}, {"c", "x2"}, MacAddress(0x020000001005ULL), MacAddress(0x020000001006ULL), {}});
    perform(AddBridge{{"c", "br0"}, MacAddress(0x020000001007ULL)});
    for (int i = 0; i < 40; ++i)
        perform(draw.next(project.network));
    for (const char *name : {"a", "b", "c"}) {
        for (const char *question : {"addr", "-4 route show table all", "-6 route show table all"})
            type(QString("ip -n %1 %2").arg(name, question));
    }
    return lines;
}

} // namespace

/// Commands drawn by chance: what each says, and what there is at the end, in the model and on the kernel of this
/// machine.
class TestRandomEdits : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void agrees_data();
    void agrees();

private:
    QTemporaryDir m_folder;
    QList<QList<Line>> m_sequences;
};

void TestRandomEdits::initTestCase()
{
    const int count =
        qEnvironmentVariableIsSet("NETDRAFT_SEQUENCES") ? qEnvironmentVariableIntValue("NETDRAFT_SEQUENCES") : 12;
    const auto first = static_cast<unsigned>(qEnvironmentVariableIntValue("NETDRAFT_SEED"));
    for (int i = 0; i < count; ++i) {
        m_sequences << sequence(first + static_cast<unsigned>(i));
        QVERIFY(QDir(m_folder.path()).mkdir(QString::number(i)));
        QFile file(m_folder.filePath(QString("%1/commands").arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (const Line &line : m_sequences.last())
            file.write("+ " + line.text.toUtf8() + '\n');
    }
    QStringList sandbox{"unshare", "--net", "--mount"};
    if (::geteuid() != 0)
        sandbox = QStringList{"unshare", "--user", "--map-root-user", "--net", "--mount"};
    const QString all = QString("seq 0 %1 | xargs -P 12 -I {} unshare --net --mount bash %2 %3/{}")
                            .arg(count - 1)
                            .arg(NETDRAFT_SOURCE_DIR "/tests/kernel/transcript.sh", m_folder.path());
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(sandbox.first(), sandbox.mid(1) << "bash" << "-c" << all);
    QVERIFY(process.waitForFinished(-1));
    if (!QFile::exists(m_folder.filePath("0/0.status")))
        QSKIP(qPrintable("SKIPPED: no network namespace can be made here: " + QString(process.readAll())));
}

void TestRandomEdits::agrees_data()
{
    QTest::addColumn<int>("number");
    for (int i = 0; i < m_sequences.size(); ++i)
        QTest::newRow(qPrintable(QString("sequence %1").arg(i))) << i;
}

void TestRandomEdits::agrees()
{
    QFETCH(int, number);
    const QList<Line> &lines = m_sequences[number];
    for (int i = 0; i < lines.size(); ++i) {
        if (lines[i].waits)
            continue;
        const QString base = m_folder.filePath(QString("%1/%2").arg(number).arg(i));
        const auto compare = [&](const std::string &model, const QString &kernel) {
            if (settled(QString::fromStdString(model)) == settled(kernel))
                return true;
            // QVERIFY2 would cut this short.
            for (int before = 0; before <= i; ++before)
                qWarning().noquote() << lines[before].text;
            qWarning().noquote() << "--- model\n" + QString::fromStdString(model) + "--- kernel\n" + kernel + "---";
            return false;
        };
        QVERIFY(compare(lines[i].expected.err, netdraft::tests::readText(base + ".err")));
        QVERIFY(compare(lines[i].expected.out, netdraft::tests::readText(base + ".out")));
        QCOMPARE(lines[i].expected.status, netdraft::tests::readText(base + ".status").trimmed().toInt());
    }
}

NETDRAFT_TEST(TestRandomEdits)
#include "tst_random_edits.moc"
