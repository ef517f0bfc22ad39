#include "views/panels/route_draft.h"

#include "model/address/name.h"
#include "model/command/route_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <utility>

namespace netdraft::views {

namespace {

struct TypeWord {
    model::RouteType type;
    const char *word;
};

constexpr TypeWord chosenTypes[] = {
    {model::RouteType::Unicast, "unicast"},
    {model::RouteType::Blackhole, "blackhole"},
    {model::RouteType::Unreachable, "unreachable"},
    {model::RouteType::Prohibit, "prohibit"},
    {model::RouteType::Throw, "throw"},
};
constexpr TypeWord otherTypes[] = {
    {model::RouteType::Local, "local"},
    {model::RouteType::Broadcast, "broadcast"},
    {model::RouteType::Anycast, "anycast"},
    {model::RouteType::Multicast, "multicast"},
};

std::optional<model::RouteType> typeOf(const QString &text)
{
    for (const TypeWord &entry : chosenTypes) {
        if (text == QLatin1String(entry.word))
            return entry.type;
    }
    return std::nullopt;
}

QString wordOf(model::RouteType type)
{
    for (const TypeWord &entry : chosenTypes) {
        if (type == entry.type)
            return QLatin1String(entry.word);
    }
    for (const TypeWord &entry : otherTypes) {
        if (type == entry.type)
            return QLatin1String(entry.word);
    }
    return {};
}

/// The destination, with `default` in the family of the gateway.
model::Result<model::Prefix> destinationOf(const QString &text, const QString &via)
{
    if (text == QLatin1String("default"))
        return model::Prefix::any(via.contains(QLatin1Char(':')) ? model::Family::Ipv6 : model::Family::Ipv4);
    return model::Prefix::parse(text.toStdString());
}

std::string deviceName(const model::Netns &netns, model::LinkId id)
{
    const model::Link *link = netns.find(id);
    return link ? link->name : std::string();
}

bool hasLetter(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLetter(); }) && !text.contains(QLatin1Char(':'));
}

} // namespace

bool RouteDraft::empty() const
{
    return std::ranges::all_of(fields, [](const QString &field) { return field.trimmed().isEmpty(); });
}

QString fieldProblem(RouteColumn column, const QString &field)
{
    const QString text = field.trimmed();
    if (text.isEmpty())
        return {};
    switch (column) {
    case RouteColumn::Destination: {
        if (text == QLatin1String("default"))
            return {};
        const auto prefix = model::Prefix::parse(text.toStdString());
        if (prefix)
            return {};
        if (prefix.error().code == model::ErrorCode::InvalidPrefixLength)
            return QString::fromStdString(model::describe(prefix.error()));
        return hasLetter(text) || text.contains(QLatin1Char(' '))
                   ? QCoreApplication::translate("Routes",
                                                 "“%1” is no network: write one like 192.168.2.0/24, or default")
                         .arg(text)
                   : QCoreApplication::translate("Routes", "A network is written like 192.168.2.0/24");
    }
    case RouteColumn::Via:
        if (!model::IpAddress::parse(text.toStdString()))
            return QCoreApplication::translate("Routes", "A gateway is an address like 192.168.1.6");
        return {};
    case RouteColumn::Device:
        if (!model::checkLinkName(text.toStdString()))
            return QCoreApplication::translate("Routes", "“%1” cannot name an interface").arg(text);
        return {};
    case RouteColumn::Metric: {
        bool ok = false;
        text.toUInt(&ok);
        return ok ? QString() : QCoreApplication::translate("Routes", "A metric is a number; the smallest one wins");
    }
    case RouteColumn::Type:
        if (!typeOf(text))
            return QCoreApplication::translate("Routes",
                                               "A type is unicast, blackhole, unreachable, prohibit or throw");
        return {};
    }
    return {};
}

model::RouteWords wordsOf(const RouteDraft &draft)
{
    model::RouteWords words;
    const QString via = draft[RouteColumn::Via].trimmed();
    if (auto destination = destinationOf(draft[RouteColumn::Destination].trimmed(), via))
        words.destination = *destination;
    if (!via.isEmpty()) {
        if (auto gateway = model::IpAddress::parse(via.toStdString()))
            words.hop.via = *gateway;
    }
    words.hop.dev = draft[RouteColumn::Device].trimmed().toStdString();
    const QString metric = draft[RouteColumn::Metric].trimmed();
    if (!metric.isEmpty())
        words.metric = metric.toUInt();
    if (const auto type = typeOf(draft[RouteColumn::Type].trimmed()); type && *type != model::RouteType::Unicast) {
        words.type = *type;
        words.typeGiven = true;
    }
    return words;
}

RouteDraft draftOf(const model::Netns &netns, const model::Route &route)
{
    RouteDraft draft;
    draft[RouteColumn::Destination] = route.destination.isDefault()
                                          ? QStringLiteral("default")
                                          : QString::fromStdString(route.destination.toString());
    if (!route.hops.empty()) {
        const model::NextHop &hop = route.hops.front();
        if (hop.via)
            draft[RouteColumn::Via] = QString::fromStdString(hop.via->toString());
        draft[RouteColumn::Device] = QString::fromStdString(deviceName(netns, hop.dev));
    }
    if (route.metric != 0)
        draft[RouteColumn::Metric] = QString::number(route.metric);
    draft[RouteColumn::Type] = wordOf(route.type);
    return draft;
}

namespace {

/// Whether the route's way is more than the one gateway and device that a row shows.
bool hasSeveralHops(const model::Route &route)
{
    return route.hops.size() > 1 || route.nexthopId != 0;
}

} // namespace

model::RouteWords removalOf(const model::Netns &netns, const model::Route &route)
{
    if (hasSeveralHops(route))
        return model::command::namingWords(netns, route);
    model::RouteWords words;
    words.destination = route.destination;
    words.type = route.type;
    words.typeGiven = route.type != model::RouteType::Unicast;
    if (route.table != model::table::main)
        words.table = route.table;
    if (route.metric != 0)
        words.metric = route.metric;
    if (!route.hops.empty() && route.type == model::RouteType::Unicast) {
        words.hop.via = route.hops.front().via;
        words.hop.dev = deviceName(netns, route.hops.front().dev);
    }
    return words;
}

model::EditList changeOf(const model::Netns &netns, const model::Route &route, const RouteDraft &draft)
{
    model::RouteWords words = wordsOf(draft);
    if (route.table != model::table::main)
        words.table = route.table;
    if (route.protocol != model::protocol::boot)
        words.protocol = route.protocol;
    if (!route.hops.empty())
        words.hop.onlink = route.hops.front().onlink;
    words.source = route.source;
    words.mtu = route.mtu;
    const RouteDraft before = draftOf(netns, route);
    // The row shows the first of several hops; while nobody changes it, all stay.
    if (hasSeveralHops(route) && draft[RouteColumn::Via] == before[RouteColumn::Via] &&
        draft[RouteColumn::Device] == before[RouteColumn::Device]) {
        const model::RouteWords all = model::command::namingWords(netns, route);
        words.nexthops = all.nexthops;
        words.nhid = all.nhid;
        words.hop = all.hop;
    }
    // A gateway that was changed may lie behind another device; the old one is kept only if the user left
    // both alone or chose it.
    if (draft[RouteColumn::Via] != before[RouteColumn::Via] &&
        draft[RouteColumn::Device] == before[RouteColumn::Device] && words.hop.via && !words.hop.onlink)
        words.hop.dev.clear();
    return {model::RemoveRoute{netns.name, removalOf(netns, route)}, model::AddRoute{netns.name, words}};
}

std::vector<model::Route> shownRoutes(const model::Netns &netns, bool local)
{
    std::vector<model::Route> routes;
    for (const std::uint32_t table : {model::table::main, model::table::local}) {
        if (table == model::table::local && !local)
            break;
        for (const model::Route &route : netns.routes) {
            if (route.table == table)
                routes.push_back(route);
        }
    }
    return routes;
}

std::vector<QString> routeTypeWords()
{
    std::vector<QString> words;
    for (const TypeWord &entry : chosenTypes)
        words.push_back(QLatin1String(entry.word));
    return words;
}

} // namespace netdraft::views
