#include "views/panels/charts/packet_charts.h"

#include "views/document/node_words.h"

#include <QCoreApplication>

#include <map>

namespace netdraft::views {

namespace {

struct PacketChartWords {
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

/// Asked by the number of a series.
enum Carried : std::uint8_t { Resolution, Echo, Other, CarriedCount };

Carried carriedBy(const model::Frame &frame)
{
    const auto *packet = std::get_if<model::Packet>(&frame.payload);
    if (!packet)
        return Resolution;
    if (packet->isEchoRequest() || packet->isEchoReply())
        return Echo;
    const auto *message = std::get_if<model::Icmp>(&packet->payload);
    const bool discovery =
        message && !packet->destination.isV4() &&
        (message->type == model::icmp6::neighbourSolicitation || message->type == model::icmp6::neighbourAdvertisement);
    return discovery ? Resolution : Other;
}

} // namespace

Chart packetsByCable(const model::Network &network, std::span<const model::simulation::Passage> passages)
{
    Chart chart;
    chart.sort = Chart::Sort::Stacked;
    chart.title = PacketChartWords::tr("Packets by cable");
    chart.across = PacketChartWords::tr("Cable");
    chart.up = PacketChartWords::tr("Frames");
    // In the order in which they were passed first.
    std::map<std::pair<model::LinkPlace, model::LinkPlace>, std::size_t> known;
    std::vector<std::array<double, CarriedCount>> counts;
    for (const model::simulation::Passage &passage : passages) {
        const auto ends = std::minmax(passage.from, passage.to);
        const auto [found, isNew] = known.try_emplace({ends.first, ends.second}, counts.size());
        if (isNew) {
            counts.emplace_back();
            // By its nodes; a second cable between the same two by its interfaces.
            const QString pattern = PacketChartWords::tr("%1 – %2");
            const QString nodes =
                pattern.arg(nodeName(network, passage.from.netns), nodeName(network, passage.to.netns));
            chart.categories += chart.categories.contains(nodes)
                                    ? pattern.arg(linkTitle(network, passage.from), linkTitle(network, passage.to))
                                    : nodes;
        }
        ++counts[found->second][carriedBy(passage.frame)];
    }
    if (counts.empty())
        return chart;
    chart.series = {{PacketChartWords::tr("ARP and neighbour discovery"), {}},
                    {PacketChartWords::tr("Echo requests and replies"), {}},
                    {PacketChartWords::tr("Other packets"), {}}};
    for (const auto &row : counts) {
        for (std::size_t i = 0; i < row.size(); ++i)
            chart.series[i].values.push_back(row[i]);
    }
    return chart;
}

Chart floodedAndForwarded(const model::Network &network, std::span<const model::simulation::Visit> visits)
{
    using model::simulation::AtBridge;
    using model::simulation::FdbAnswer;
    Chart chart;
    chart.sort = Chart::Sort::Lines;
    chart.title = PacketChartWords::tr("Flooded and forwarded");
    chart.across = PacketChartWords::tr("Frames that came to the bridge");
    chart.up = PacketChartWords::tr("Frames so far");
    struct Line {
        std::vector<double> flooded;
        std::vector<double> forwarded;
    };
    std::map<model::LinkPlace, Line> lines;
    for (const model::simulation::Visit &visit : visits) {
        for (const model::simulation::Step &step : visit.steps) {
            const auto *asked = std::get_if<AtBridge>(&step.what);
            if (!asked || asked->how == FdbAnswer::Own)
                continue;
            Line &line = lines[asked->bridge];
            const bool floods = asked->how == FdbAnswer::Unknown || asked->how == FdbAnswer::ToMany;
            line.flooded.push_back((line.flooded.empty() ? 0 : line.flooded.back()) + (floods ? 1 : 0));
            line.forwarded.push_back((line.forwarded.empty() ? 0 : line.forwarded.back()) + (floods ? 0 : 1));
        }
    }
    for (auto &[bridge, line] : lines) {
        const QString name = nodeName(network, bridge.netns);
        chart.series.push_back({PacketChartWords::tr("%1: flooded").arg(name), std::move(line.flooded)});
        chart.series.push_back({PacketChartWords::tr("%1: forwarded").arg(name), std::move(line.forwarded)});
    }
    return chart;
}

} // namespace netdraft::views
