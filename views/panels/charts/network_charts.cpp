#include "views/panels/charts/network_charts.h"

#include "model/drawing/node_kind.h"
#include "model/reachability/ping.h"

#include <QCoreApplication>

#include <map>

namespace netdraft::views {

namespace {

struct NetworkChartWords {
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

/// So many pairs are followed at most.
constexpr std::size_t mostFollowed = 2000;
/// More bars than these cannot be told apart.
constexpr std::size_t mostBars = 30;

/// The namespaces between the sender and the receiver.
std::size_t routersOn(const model::Leg &leg)
{
    const auto own = std::ranges::count_if(leg.hops, [](const model::Hop &hop) { return !hop.below; });
    return own > 2 ? static_cast<std::size_t>(own) - 2 : 0;
}

/// The subnet of an address as its owner has it.
model::Prefix subnetOf(const model::Network &network, const model::Target &target)
{
    if (const model::Netns *netns = network.find(target.node)) {
        for (const model::Link &link : netns->links) {
            for (const model::LinkAddress &own : link.addresses(target.address.family())) {
                if (own.local.address == target.address)
                    return own.local.prefix();
            }
        }
    }
    return model::Prefix::of(target.address, model::addressBits(target.address.family()));
}

std::vector<std::size_t> hostsOf(const model::Reachability &reachability)
{
    std::vector<std::size_t> hosts;
    for (std::size_t at = 0; at < reachability.nodes().size(); ++at) {
        if (!reachability.isSwitch(at))
            hosts.push_back(at);
    }
    return hosts;
}

} // namespace

Chart hopCounts(const model::Reachability &reachability, const model::Effort &effort)
{
    Chart chart;
    chart.across = NetworkChartWords::tr("Routers on the way");
    chart.up = NetworkChartWords::tr("Pairs");
    const std::vector<std::size_t> hosts = hostsOf(reachability);
    const std::size_t targets = reachability.targets().size();
    const std::size_t all = hosts.size() * targets;
    const std::size_t stride = std::max<std::size_t>(1, all / mostFollowed);
    std::map<std::size_t, double> counts;
    for (std::size_t pair = 0; pair < all && !effort.isCancelled(); pair += stride) {
        const std::size_t from = hosts[pair / targets];
        const model::Target &target = reachability.targets()[pair % targets];
        const model::NetnsId sender = reachability.nodes()[from];
        if (target.node == sender || !reachability.answer(from, pair % targets).reachable)
            continue;
        ++counts[routersOn(model::ping(reachability.plane(), sender, target.address).request)];
    }
    chart.title = stride == 1 ? NetworkChartWords::tr("Length of the ways")
                              : NetworkChartWords::tr("Length of the ways, of one pair in %L1").arg(stride);
    if (counts.empty())
        return chart;
    Chart::Series series{NetworkChartWords::tr("Pairs that reach"), {}};
    for (std::size_t length = 0; length <= counts.rbegin()->first; ++length) {
        chart.categories += QString::number(length);
        series.values.push_back(counts.contains(length) ? counts[length] : 0);
    }
    chart.series.push_back(std::move(series));
    return chart;
}

Chart pairsBySubnet(const model::Reachability &reachability, const model::Effort &effort)
{
    Chart chart;
    chart.sort = Chart::Sort::Stacked;
    chart.title = NetworkChartWords::tr("Pairs by subnet");
    chart.across = NetworkChartWords::tr("Subnet of the destination");
    chart.up = NetworkChartWords::tr("Pairs");
    std::map<model::Prefix, std::vector<std::size_t>> subnets;
    for (std::size_t to = 0; to < reachability.targets().size(); ++to)
        subnets[subnetOf(reachability.network(), reachability.targets()[to])].push_back(to);
    const std::vector<std::size_t> hosts = hostsOf(reachability);
    struct Row {
        model::Prefix subnet;
        model::Reachability::Part part;
    };
    std::vector<Row> rows;
    for (const auto &[subnet, targets] : subnets) {
        if (effort.isCancelled())
            return chart;
        if (const auto part = reachability.part(hosts, targets); part.pairs > 0)
            rows.push_back({subnet, part});
    }
    // The largest of them, in the order of their addresses.
    std::ranges::stable_sort(rows, std::ranges::greater{}, [](const Row &row) { return row.part.pairs; });
    if (rows.size() > mostBars)
        rows.erase(rows.begin() + mostBars, rows.end());
    std::ranges::sort(rows, {}, &Row::subnet);
    Chart::Series reached{NetworkChartWords::tr("Reached"), {}};
    Chart::Series lost{NetworkChartWords::tr("Not reached"), {}};
    Chart::Series unsure{NetworkChartWords::tr("Left to chance"), {}};
    for (const Row &row : rows) {
        chart.categories += QString::fromStdString(row.subnet.toString());
        reached.values.push_back(static_cast<double>(row.part.reachable));
        unsure.values.push_back(static_cast<double>(row.part.unsure));
        lost.values.push_back(static_cast<double>(row.part.pairs - row.part.reachable - row.part.unsure));
    }
    if (!rows.empty())
        chart.series = {std::move(reached), std::move(lost), std::move(unsure)};
    return chart;
}

Chart tableSizes(const model::Network &network)
{
    Chart chart;
    chart.sort = Chart::Sort::Stacked;
    chart.title = NetworkChartWords::tr("Sizes of tables");
    chart.across = NetworkChartWords::tr("Node");
    chart.up = NetworkChartWords::tr("Rows");
    struct Sizes {
        QString node;
        double routes = 0;
        double addresses = 0;
        double neighbours = 0;
        double rules = 0;
        double all() const { return routes + addresses + neighbours + rules; }
    };
    std::vector<Sizes> rows;
    for (const auto &netns : network.namespaces()) {
        if (!model::isDrawn(*netns))
            continue;
        Sizes row{QString::fromStdString(netns->name)};
        row.routes = static_cast<double>(netns->routes.size());
        row.neighbours = static_cast<double>(netns->neighbours.size());
        row.rules = static_cast<double>(netns->rules4.size() + netns->rules6.size());
        for (const model::Link &link : netns->links)
            row.addresses += static_cast<double>(link.addresses4.size() + link.addresses6.size());
        rows.push_back(row);
    }
    std::ranges::stable_sort(rows, std::ranges::greater{}, &Sizes::all);
    if (rows.size() > mostBars)
        rows.erase(rows.begin() + mostBars, rows.end());
    if (rows.empty())
        return chart;
    chart.series = {{NetworkChartWords::tr("Routes"), {}},
                    {NetworkChartWords::tr("Addresses"), {}},
                    {NetworkChartWords::tr("Neighbours"), {}},
                    {NetworkChartWords::tr("Policy rules"), {}}};
    for (const Sizes &row : rows) {
        chart.categories += row.node;
        const double values[] = {row.routes, row.addresses, row.neighbours, row.rules};
        for (std::size_t i = 0; i < chart.series.size(); ++i)
            chart.series[i].values.push_back(values[i]);
    }
    return chart;
}

} // namespace netdraft::views
