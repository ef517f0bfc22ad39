#include "views/panels/passage_filter.h"

#include "model/terminal/tcpdump/packet_filter.h"
#include "views/document/node_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace netdraft::views {

namespace {

using model::simulation::Passage;

QString filterText(const char *text)
{
    return QCoreApplication::translate("PassageFilter", text);
}

/// The parts between the `and`s that stand in no brackets.
std::vector<std::vector<std::string>> partsOf(const std::vector<std::string> &words)
{
    std::vector<std::vector<std::string>> parts(1);
    int depth = 0;
    for (const std::string &word : words) {
        depth += int(std::ranges::count(word, '(')) - int(std::ranges::count(word, ')'));
        if (depth == 0 && (word == "and" || word == "&&"))
            parts.emplace_back();
        else
            parts.back().push_back(word);
    }
    return parts;
}

/// `node NAME` or `not node NAME`, as a filter; none where a part is something else.
std::optional<std::expected<PassageFilter, QString>> nodePart(const std::vector<std::string> &part,
                                                              const model::Network &network)
{
    const bool inverted = !part.empty() && (part.front() == "not" || part.front() == "!");
    const std::size_t first = inverted ? 1 : 0;
    if (part.size() <= first || part[first] != "node")
        return std::nullopt;
    if (part.size() != first + 2)
        return std::unexpected(filterText(
            QT_TRANSLATE_NOOP("PassageFilter", "Behind “node” stands the name of one node, then “and” or nothing.")));
    const model::Netns *netns = network.find(std::string_view(part[first + 1]));
    if (!netns)
        return std::unexpected(filterText(QT_TRANSLATE_NOOP("PassageFilter", "There is no node “%1”."))
                                   .arg(QString::fromStdString(part[first + 1])));
    return PassageFilter([id = netns->id, inverted](const Passage &passage) {
        return (passage.from.netns == id || passage.to.netns == id) != inverted;
    });
}

std::string protocolOf(const Passage &passage)
{
    const auto *packet = std::get_if<model::Packet>(&passage.frame.payload);
    if (!packet)
        return "arp";
    if (packet->icmp())
        return packet->family() == model::Family::Ipv4 ? "icmp" : "icmp6";
    return packet->tcp() ? "tcp" : packet->udp() ? "udp" : packet->family() == model::Family::Ipv4 ? "ip" : "ip6";
}

/// Who talks with whom, the lower address first, so that both directions are one conversation.
std::pair<model::IpAddress, model::IpAddress> endsOf(const Passage &passage)
{
    std::pair<model::IpAddress, model::IpAddress> ends;
    if (const auto *arp = std::get_if<model::Arp>(&passage.frame.payload)) {
        ends = {arp->sender, arp->target};
    } else {
        const auto &packet = std::get<model::Packet>(passage.frame.payload);
        ends = {packet.source, packet.destination};
    }
    if (ends.second < ends.first)
        std::swap(ends.first, ends.second);
    return ends;
}

} // namespace

std::expected<PassageFilter, QString> readPassageFilter(const QString &text, const model::Network &network)
{
    std::vector<std::string> words; // what the shell would do with brackets, nobody does here
    for (const QString &word : text.simplified().split(u' ', Qt::SkipEmptyParts))
        words.push_back(word.toStdString());
    std::vector<PassageFilter> filters;
    std::vector<std::string> expression;
    for (const std::vector<std::string> &part : partsOf(words)) {
        if (auto node = nodePart(part, network)) {
            if (!*node)
                return std::unexpected(node->error());
            filters.push_back(std::move(**node));
            continue;
        }
        if (!expression.empty())
            expression.emplace_back("and");
        expression.insert(expression.end(), part.begin(), part.end());
        if (part.empty() && !words.empty()) // nothing behind an `and`, which libpcap is to say
            expression.emplace_back("and");
    }
    const auto read = model::terminal::readFilter(expression);
    if (const auto *reply = std::get_if<model::Reply>(&read))
        return std::unexpected(QString::fromStdString(reply->err).trimmed());
    filters.push_back([wanted = std::get<model::terminal::PacketFilter>(read)](const Passage &passage) {
        return !wanted || wanted(passage.frame);
    });
    return [filters = std::move(filters)](const Passage &passage) {
        return std::ranges::all_of(filters, [&](const PassageFilter &filter) { return filter(passage); });
    };
}

QString protocolFilter(const Passage &passage)
{
    return QString::fromStdString(protocolOf(passage));
}

QString nodeFilter(const model::Network &network, const Passage &passage)
{
    return QStringLiteral("node %1").arg(nodeName(network, passage.from.netns));
}

QString conversationFilter(const Passage &passage)
{
    const auto [one, other] = endsOf(passage);
    return QStringLiteral("host %1 and host %2")
        .arg(QString::fromStdString(one.toString()), QString::fromStdString(other.toString()));
}

QStringList filterSuggestions(const model::Network &network, const std::vector<Passage> &passages)
{
    QStringList protocols;
    QStringList nodes;
    QStringList conversations;
    QStringList hosts;
    const auto add = [](QStringList &list, const QString &text) {
        if (!list.contains(text))
            list << text;
    };
    for (const Passage &passage : passages) {
        add(protocols, protocolFilter(passage));
        for (const model::NetnsId node : {passage.from.netns, passage.to.netns})
            add(nodes, QStringLiteral("node %1").arg(nodeName(network, node)));
        add(conversations, conversationFilter(passage));
        const auto [one, other] = endsOf(passage);
        for (const model::IpAddress &end : {one, other})
            add(hosts, QStringLiteral("host %1").arg(QString::fromStdString(end.toString())));
    }
    for (const QString &protocol : QStringList(protocols))
        protocols << QStringLiteral("not %1").arg(protocol);
    for (QStringList *list : {&nodes, &conversations, &hosts})
        list->sort();
    for (const QString &host : QStringList(hosts))
        hosts << QStringLiteral("src %1").arg(host) << QStringLiteral("dst %1").arg(host);
    return protocols + nodes + conversations + hosts;
}

} // namespace netdraft::views
