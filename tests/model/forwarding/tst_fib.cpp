#include "model/forwarding/fib.h"
#include "model/network/network.h"
#include "tests/registered.h"

#include <QTest>

#include <map>
#include <random>

using namespace netdraft::model;

class TestFib : public QObject
{
    Q_OBJECT

private slots:
    void lookup_data();
    void lookup();
    void agreesWithScan_data();
    void agreesWithScan();
    void tableOfTheInternet();
    void changedTable_data();
    void changedTable();
};

namespace {

Route route(std::string_view prefix, std::uint32_t table = table::main, std::uint32_t metric = 0,
            RouteType type = RouteType::Unicast)
{
    Route made;
    made.destination = *Prefix::parse(prefix);
    made.table = table;
    made.metric = metric;
    made.type = type;
    return made;
}

/// The plain way: the longest match of each table in turn, of equals that of the first table, then the smallest metric,
/// then the first. IPv4's local and main table count as one.
std::uint32_t scan(const Netns &netns, const IpAddress &address)
{
    using Tables = std::vector<std::uint32_t>;
    const std::vector<Tables> order = address.isV4()
                                          ? std::vector<Tables>{{table::local, table::main}, {table::fallback}}
                                          : std::vector<Tables>{{table::local}, {table::main}};
    for (const Tables &together : order) {
        std::uint32_t best = Fib::none;
        for (const std::uint32_t table : together) {
            for (std::uint32_t i = 0; i < netns.routes.size(); ++i) {
                const Route &row = netns.routes[i];
                if (row.table != table || !row.destination.contains(address))
                    continue;
                const bool longer =
                    best == Fib::none || row.destination.length() > netns.routes[best].destination.length();
                const bool cheaper = !longer && row.destination == netns.routes[best].destination &&
                                     row.table == netns.routes[best].table && row.metric < netns.routes[best].metric;
                if (longer || cheaper)
                    best = i;
            }
        }
        if (best != Fib::none && netns.routes[best].type != RouteType::Throw)
            return best;
    }
    return Fib::none;
}

} // namespace

void TestFib::lookup_data()
{
    QTest::addColumn<QStringList>("routes");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("expected");

    const QStringList nested{"0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.1.1.0/24", "10.1.1.1/32"};
    QTest::newRow("empty table") << QStringList() << "192.0.2.1" << -1;
    QTest::newRow("host route") << nested << "10.1.1.1" << 4;
    QTest::newRow("just after the host route") << nested << "10.1.1.2" << 3;
    QTest::newRow("last address of an inner prefix") << nested << "10.1.1.255" << 3;
    QTest::newRow("just after an inner prefix") << nested << "10.1.2.0" << 2;
    QTest::newRow("outer prefix before the inner one") << nested << "10.0.255.255" << 1;
    QTest::newRow("default route") << nested << "203.0.113.9" << 0;
    QTest::newRow("last address of all") << nested << "255.255.255.255" << 0;
    QTest::newRow("order of rows does not count")
        << QStringList{"10.1.0.0/16", "0.0.0.0/0", "10.0.0.0/8"} << "10.1.0.1" << 0;
    QTest::newRow("two prefixes side by side") << QStringList{"10.0.0.0/25", "10.0.0.128/25"} << "10.0.0.128" << 1;
    QTest::newRow("prefix that ends with the address space")
        << QStringList{"255.255.255.0/24"} << "255.255.255.255" << 0;
    QTest::newRow("no match between prefixes") << QStringList{"10.0.0.0/24", "10.0.2.0/24"} << "10.0.1.1" << -1;
    QTest::newRow("IPv6 is apart from IPv4") << QStringList{"0.0.0.0/0", "2001:db8::/32"} << "2001:db8::1" << 1;
    QTest::newRow("IPv6 host route beside its network")
        << QStringList{"2001:db8::/64", "2001:db8::1/128"} << "2001:db8::2" << 0;
    QTest::newRow("IPv6 boundary in the lower half")
        << QStringList{"2001:db8::/64", "2001:db8::ffff:ffff:ffff:0/112"} << "2001:db8:0:0:1::" << 0;
}

void TestFib::lookup()
{
    QFETCH(const QStringList, routes);
    QFETCH(const QString, address);
    QFETCH(const int, expected);
    Netns netns = freshNetns(NetnsId{2}, "A", LinkId{1});
    for (const QString &text : routes)
        netns.routes.push_back(route(text.toStdString()));
    const Fib fib(netns);
    const std::uint32_t found = fib.lookup(*IpAddress::parse(address.toStdString()));
    QCOMPARE(found == Fib::none ? -1 : static_cast<int>(found), expected);
}

void TestFib::agreesWithScan_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("routes");
    for (const int routes : {1, 3, 10, 100, 1000})
        QTest::addRow("%d random routes of all tables", routes) << routes * 7 << routes;
}

void TestFib::agreesWithScan()
{
    QFETCH(const int, seed);
    QFETCH(const int, routes);
    std::mt19937 random(static_cast<unsigned>(seed));
    Netns netns = freshNetns(NetnsId{2}, "A", LinkId{1});
    constexpr std::array tables{table::local, table::main, table::main, table::fallback};
    for (int i = 0; i < routes; ++i) {
        // Few bits, so that prefixes meet, nest and repeat.
        const bool v4 = random() % 2 == 0;
        const int length = static_cast<int>(random() % (v4 ? 33 : 129));
        const std::uint64_t bits = std::uint64_t{random() % 64} << 58 | (random() % 4) << 32;
        const IpAddress address = IpAddress::fromBits(v4 ? Family::Ipv4 : Family::Ipv6, bits, random() % 4);
        Route row = route("0.0.0.0/0", tables[random() % tables.size()], static_cast<std::uint32_t>(random() % 3),
                          random() % 5 == 0 ? RouteType::Throw : RouteType::Unicast);
        row.destination = Prefix::of(address, length);
        netns.routes.push_back(row);
    }
    const Fib fib(netns);
    for (const Route &row : netns.routes) {
        const IpAddress first = row.destination.address();
        const IpAddress last = row.destination.last();
        const IpAddress inside = IpAddress::fromBits(first.family(), first.high(), first.low() + 1);
        const IpAddress after = IpAddress::fromBits(last.family(), last.high() + (1ULL << 32), 0);
        for (const IpAddress &address : {first, last, inside, after})
            QCOMPARE(fib.lookup(address), scan(netns, address));
    }
}

/// So many routes that a look-up begins with a table of blocks.
void TestFib::tableOfTheInternet()
{
    std::mt19937 random(1);
    Netns netns = freshNetns(NetnsId{2}, "A", LinkId{1});
    std::map<Prefix, std::uint32_t> rows;
    const auto add = [&](const Prefix &prefix) {
        if (!rows.try_emplace(prefix, static_cast<std::uint32_t>(netns.routes.size())).second)
            return;
        Route row = route("0.0.0.0/0");
        row.destination = prefix;
        netns.routes.push_back(row);
    };
    for (int i = 0; i < 200'000; ++i)
        add(Prefix::of(Ipv4Address(static_cast<std::uint32_t>(random())), 8 + static_cast<int>(random() % 25)));
    add(*Prefix::parse("255.255.255.255/32"));
    add(*Prefix::parse("0.0.0.0/32"));
    const Fib fib(netns);
    const auto longest = [&](const IpAddress &address) {
        for (int length = 32; length >= 0; --length) {
            if (const auto found = rows.find(Prefix::of(address, length)); found != rows.end())
                return found->second;
        }
        return Fib::none;
    };
    const auto check = [&](std::uint32_t bits) {
        const IpAddress address = Ipv4Address(bits);
        return fib.lookup(address) == longest(address);
    };
    for (int i = 0; i < 100'000; ++i)
        QVERIFY(check(static_cast<std::uint32_t>(random())));
    for (const Route &row : netns.routes) {
        const std::uint32_t first = row.destination.address().v4().bits();
        const std::uint32_t last = row.destination.last().v4().bits();
        for (const std::uint32_t bits : {first, first - 1, last, last + 1})
            QVERIFY2(check(bits), row.destination.toString().c_str());
    }
}

void TestFib::changedTable_data()
{
    QTest::addColumn<int>("routes");
    QTest::addColumn<int>("shortest");
    QTest::addColumn<int>("each");
    QTest::addColumn<int>("edits");
    QTest::newRow("a small table") << 100 << 0 << 2 << 40;
    QTest::newRow("one route at a time") << 90'000 << 12 << 1 << 8;
    QTest::newRow("several at a time") << 90'000 << 12 << 7 << 4;
    QTest::newRow("routes to half of all addresses") << 90'000 << 1 << 1 << 4;
    QTest::newRow("more than are kept apart") << 90'000 << 16 << 9 << 9;
}

/// What is made of an earlier table finds the same as what is made anew.
void TestFib::changedTable()
{
    QFETCH(const int, routes);
    QFETCH(const int, shortest);
    QFETCH(const int, each);
    QFETCH(const int, edits);
    std::mt19937 random(7);
    const auto draw = [&](std::size_t below) { return random() % below; };
    const auto drawn = [&](int least) {
        Route row = route("0.0.0.0/0", draw(9) == 0 ? table::local : table::main, static_cast<std::uint32_t>(draw(2)),
                          draw(20) == 0 ? RouteType::Throw : RouteType::Unicast);
        // IPv6 beside it; and some prefixes twice.
        if (draw(50) == 0)
            row.destination = Prefix::of(IpAddress::fromBits(Family::Ipv6, random(), 0), 64);
        else
            row.destination = Prefix::of(Ipv4Address(static_cast<std::uint32_t>(random()) & ~0x700U),
                                         least + static_cast<int>(draw(static_cast<std::size_t>(33 - least))));
        return row;
    };
    Netns netns = freshNetns(NetnsId{2}, "A", LinkId{1});
    for (int i = 0; i < routes; ++i)
        netns.routes.push_back(drawn(12));
    auto fib = std::make_shared<const Fib>(netns);
    for (int edit = 0; edit < edits; ++edit) {
        const Netns before = netns;
        std::vector<IpAddress> near;
        const auto at = static_cast<std::ptrdiff_t>(draw(netns.routes.size()));
        for (int i = 0; i < each; ++i) {
            const auto row = netns.routes.begin() + std::min(at + i, std::ssize(netns.routes) - 1);
            const bool comes = draw(2) == 0;
            const Route changed = comes ? drawn(shortest) : *row;
            if (comes)
                netns.routes.insert(row, changed);
            else
                netns.routes.erase(row);
            for (const IpAddress &address : {changed.destination.address(), changed.destination.last()}) {
                near.push_back(address);
                near.push_back(IpAddress::fromBits(address.family(), address.high() + (1ULL << 32), address.low()));
                near.push_back(IpAddress::fromBits(address.family(), address.high() - (1ULL << 32), address.low()));
            }
        }
        fib = std::make_shared<const Fib>(netns, before, fib);
        const Fib anew(netns);
        for (const IpAddress &address : near)
            QCOMPARE(fib->lookup(address), anew.lookup(address));
        for (int i = 0; i < 5'000; ++i) {
            const IpAddress address = Ipv4Address(static_cast<std::uint32_t>(random()));
            if (fib->lookup(address) != anew.lookup(address))
                QCOMPARE(fib->lookup(address), anew.lookup(address));
        }
    }
}

NETDRAFT_TEST(TestFib)
#include "tst_fib.moc"
