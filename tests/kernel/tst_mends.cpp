#include "lab.h"
#include "model/reachability/reachability.h"
#include "tests/registered.h"

#include <QTest>
#include <QTextStream>

#include <map>

using namespace netdraft::model;

namespace {

/// How far a ping came: whether its request arrived, and over how many namespaces the leg went that failed.
std::pair<bool, std::size_t> progress(const Ping &ping)
{
    const bool arrived = ping.request.cause == Cause::None && ping.reply;
    return {arrived, arrived ? ping.reply->hops.size() : ping.request.hops.size()};
}

/// Whether a change moved the obstacle: the ping succeeds, comes further, or is held up by something else at the same
/// place. A packet that circled has come as far as it can.
bool isFurther(const Network &network, const Ping &before, const Network &changed, const Ping &after)
{
    if (after.reachable)
        return true;
    if (before.decisive().cause == Cause::TtlExceeded && before.decisive().circles())
        return after.decisive().cause != Cause::TtlExceeded || !after.decisive().circles();
    if (progress(before) != progress(after))
        return progress(before) < progress(after);
    return reason(network, before) != reason(changed, after);
}

/// The namespaces that a reason could blame: where the leg ended, and where the frame that it sent did.
QStringList blamed(const Network &network, const Ping &ping)
{
    const Leg &leg = ping.decisive();
    QStringList names{QString::fromStdString(network.find(leg.end())->name)};
    if (leg.at)
        names.append(QString::fromStdString(network.find(leg.at.netns)->name));
    return names;
}

} // namespace

/// Every "no" of every network in `networks/`: that it says why and where, and that each edit which is said to mend it
/// gets the packet further.
class TestMends : public QObject
{
    Q_OBJECT

private slots:
    void getsFurther_data();
    void getsFurther();
    void cleanupTestCase();

private:
    int m_noes = 0;
    int m_mended = 0;
    int m_edits = 0;
    std::map<Cause, std::pair<int, std::string>> m_without;
};

void TestMends::getsFurther_data()
{
    QTest::addColumn<int>("index");
    const QList<Lab> labs = allLabs();
    for (qsizetype i = 0; i < labs.size(); ++i)
        QTest::newRow(qPrintable(labs[i].name)) << static_cast<int>(i);
}

void TestMends::getsFurther()
{
    QFETCH(int, index);
    static const QList<Lab> labs = allLabs();
    const Project project = simulate(labs[index]).project;
    const Network &network = project.network;
    const auto reachability = Reachability::of(network);
    QString wrong;
    for (std::size_t from = 0; from < reachability->nodes().size(); ++from)
        for (std::size_t to = 0; to < reachability->targets().size(); ++to) {
            if (const Answer answer = reachability->answer(from, to); answer.reachable || !answer.certain)
                continue;
            const IpAddress target = reachability->targets()[to].address;
            const Ping before = ping(reachability->plane(), reachability->nodes()[from], target);
            const QString why = QString::fromStdString(reason(network, before));
            ++m_noes;
            const QStringList names = blamed(network, before);
            if (std::ranges::none_of(names, [&](const QString &name) { return why.contains(name); }))
                wrong += QString("\n    names no node: %1").arg(why);
            const auto found = mends(reachability->plane(), before);
            if (found.empty()) {
                auto &[count, example] = m_without[before.decisive().cause];
                ++count;
                example = labs[index].name.toStdString() + ": " + why.toStdString();
            } else {
                ++m_mended;
            }
            for (const Mend &mend : found) {
                ++m_edits;
                Project changed = project;
                const QString text = QString("%1\n      %2").arg(why, QString::fromStdString(mend.text));
                if (const auto done = apply(changed, mend.edits); !done) {
                    wrong += QString("\n    %1\n      refused: %2").arg(text, describe(done.error()).c_str());
                    continue;
                }
                const Ping after = ping(DataPlane(changed.network), before.from, target);
                if (!isFurther(network, before, changed.network, after))
                    wrong += QString("\n    %1\n      then: %2")
                                 .arg(text, QString::fromStdString(reason(changed.network, after)));
            }
        }
    if (!wrong.isEmpty())
        qWarning().noquote() << wrong;
    QVERIFY(wrong.isEmpty());
}

void TestMends::cleanupTestCase()
{
    // `./test` shows these lines.
    QTextStream out(stdout);
    out << "CONFORMANCE: " << m_noes << " pings fail, each with its reason; " << m_mended << " of them can be mended, "
        << m_edits << " edits tried and each got the packet further\n";
    for (const auto &[cause, count] : m_without)
        out << "conformance: no mend for " << count.first << " pings, such as " << count.second.c_str() << '\n';
    QVERIFY(m_noes > 0 && m_mended > 0);
}

NETDRAFT_TEST(TestMends)
#include "tst_mends.moc"
