#include "kernel/lab.h"
#include "model/edit/apply.h"
#include "model/reachability/reachability.h"
#include "model/recipe/shapes/shapes.h"
#include "tests/registered.h"

#include <QTest>

#include <random>

using namespace netdraft::model;

/// After each edit only what it can have changed is worked out, which must come to the same as everything anew. The
/// edits are the commands of the conformance suite's labs, and taking them back.
class TestIncremental : public QObject
{
    Q_OBJECT

private slots:
    void edits_data();
    void edits();
    void wereMany();
    void ofShapes_data();
    void ofShapes();

private:
    std::size_t m_edits = 0;
};

namespace {

bool isSame(const Reachability::Failure &a, const Reachability::Failure &b)
{
    return std::tie(a.cause, a.where, a.subnet, a.pairs, a.from, a.to) ==
           std::tie(b.cause, b.where, b.subnet, b.pairs, b.from, b.to);
}

/// What is different; empty if nothing is.
QString firstDifference(const Reachability &updated, const Reachability &anew)
{
    if (!std::ranges::equal(updated.nodes(), anew.nodes()) || !std::ranges::equal(updated.targets(), anew.targets()))
        return "nodes or addresses";
    for (std::size_t from = 0; from < anew.nodes().size(); ++from) {
        for (std::size_t to = 0; to < anew.targets().size(); ++to) {
            if (updated.answer(from, to) != anew.answer(from, to))
                return QString::fromStdString(anew.network().find(anew.nodes()[from])->name + " to " +
                                              anew.targets()[to].address.toString());
        }
    }
    if (updated.totals().pairs != anew.totals().pairs || updated.totals().reachable != anew.totals().reachable)
        return "the totals";
    return std::ranges::equal(updated.failures(), anew.failures(), isSame) ? QString() : "the failures";
}

/// Draws edits of what a network has.
class Hand
{
public:
    explicit Hand(int seed) : m_random(static_cast<unsigned>(seed)) {}

    std::size_t draw(std::size_t below) { return m_random() % below; }

    EditList edit(const Network &network)
    {
        const Netns &node = *network.namespaces()[1 + draw(network.namespaces().size() - 1)];
        const Link &link = node.links[draw(node.links.size())];
        EditList edits;
        switch (draw(6)) {
        case 0: edits.add(removeRoute(node)); break;
        case 1: edits.add(addRoute(network, node)); break;
        case 2: edits.add(SetLinkUp{{node.name, link.name}, !link.up}); break;
        case 3: {
            const bool forwards = node.confAll[DeviceSysctl::Ipv4Forwarding] != 0;
            edits.add(SetDeviceSysctl{node.name, "all", DeviceSysctl::Ipv4Forwarding, forwards ? 0 : 1});
            break;
        }
        case 4: edits.add(SetDeviceSysctl{node.name, link.name, DeviceSysctl::Ipv4Forwarding, 0}); break;
        default: moveAddress(node, link, edits); break;
        }
        return edits;
    }

private:
    std::mt19937 m_random;

    RemoveRoute removeRoute(const Netns &node)
    {
        RouteWords words;
        if (!node.routes.empty())
            words.destination = node.routes[draw(node.routes.size())].destination;
        return {node.name, words};
    }

    /// By somebody's address, to somebody's subnet, or to nowhere.
    AddRoute addRoute(const Network &network, const Netns &node)
    {
        const auto any = [&]() -> std::optional<InterfaceAddress> {
            const Netns &other = *network.namespaces()[draw(network.namespaces().size())];
            const auto &addresses = other.links[draw(other.links.size())].addresses4;
            return addresses.empty() ? std::nullopt : std::optional(addresses.front().local);
        };
        RouteWords words;
        if (const auto target = any(); target && draw(3) > 0)
            words.destination = Prefix::of(target->address, draw(2) == 0 ? target->length : 32);
        if (const auto gateway = any(); gateway && draw(5) > 0)
            words.hop.via = gateway->address;
        else
            words.type = RouteType::Blackhole;
        return {node.name, words, draw(2) == 0 ? AddMode::Add : AddMode::Replace};
    }

    void moveAddress(const Netns &node, const Link &link, EditList &edits)
    {
        if (link.addresses4.empty())
            return;
        const InterfaceAddress own = link.addresses4.front().local;
        edits.add(RemoveAddress{{node.name, link.name}, own});
        AddAddress add{{node.name, link.name}, {}, AddMode::Add};
        add.address.local = {Ipv4Address(own.address.v4().bits() + 1 + static_cast<std::uint32_t>(draw(9))),
                             own.length};
        edits.add(add);
    }
};

} // namespace

void TestIncremental::edits_data()
{
    QTest::addColumn<QStringList>("commands");
    for (const Lab &lab : allLabs())
        QTest::newRow(qPrintable(lab.name)) << lab.commands;
}

void TestIncremental::edits()
{
    QFETCH(const QStringList, commands);
    Project project;
    std::vector<Network> states{project.network};
    auto all = Reachability::of(project.network);
    const auto follow = [&](const Network &network) {
        all = Reachability::of(network, all);
        return firstDifference(*all, *Reachability::of(network));
    };
    for (const QString &command : commands) {
        (void)type(project, command);
        if (difference(states.back(), project.network).empty())
            continue;
        states.push_back(project.network);
        const QString different = follow(project.network);
        QVERIFY2(different.isEmpty(), qPrintable(command + ": " + different));
    }
    for (auto state = states.rbegin() + 1; state != states.rend(); ++state) {
        const QString different = follow(*state);
        QVERIFY2(different.isEmpty(), qPrintable("taken back: " + different));
    }
    m_edits += 2 * (states.size() - 1);
}

void TestIncremental::wereMany()
{
    QVERIFY2(m_edits > 10'000, qPrintable(QString::number(m_edits)));
    qInfo("%zu edits, forwards and back, each compared with everything anew", m_edits);
}

void TestIncremental::ofShapes_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QList<int>>("numbers");
    QTest::addColumn<int>("edits");
    QTest::newRow("fat tree") << "fat-tree" << QList<int>{4} << 30;
    QTest::newRow("fat tree of six ports") << "fat-tree" << QList<int>{6} << 40;
    QTest::newRow("leaves and spines") << "leaf-spine" << QList<int>() << 80;
    QTest::newRow("ring") << "ring" << QList<int>() << 400;
    QTest::newRow("campus") << "campus" << QList<int>() << 400;
    QTest::newRow("cluster") << "cluster" << QList<int>() << 400;
    QTest::newRow("drawn by chance") << "random" << QList<int>{7} << 200;
}

/// One edit after the other, some of them taken back, in networks that work.
void TestIncremental::ofShapes()
{
    QFETCH(const QString, shape);
    QFETCH(const QList<int>, numbers);
    QFETCH(const int, edits);
    const Shape &made = *shapeNamed(shape.toStdString());
    std::vector<int> all(numbers.begin(), numbers.end());
    for (std::size_t i = all.size(); i < made.numbers.size(); ++i)
        all.push_back(made.numbers[i].usual);
    Project project;
    QVERIFY(apply(project, made.make(all)));
    std::vector<Project> states{project};
    auto answers = Reachability::of(project.network);
    Hand hand(qEnvironmentVariableIntValue("NETDRAFT_SEED"));
    for (int done = 0; done < edits;) {
        if (states.size() > 1 && hand.draw(3) == 0) {
            states.pop_back();
        } else {
            Project next = states.back();
            if (!apply(next, hand.edit(next.network)) || difference(next.network, states.back().network).empty())
                continue;
            states.push_back(std::move(next));
        }
        ++done;
        answers = Reachability::of(states.back().network, answers);
        const QString different = firstDifference(*answers, *Reachability::of(states.back().network));
        QVERIFY2(different.isEmpty(), qPrintable(QString("edit %1: %2").arg(done).arg(different)));
    }
}

NETDRAFT_TEST(TestIncremental)
#include "tst_incremental.moc"
