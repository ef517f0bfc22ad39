#include "model/exchange/snapshot/printed_text.h"

#include "model/exchange/snapshot/printed_forms.h"

#include <fmt/format.h>

namespace netdraft::model::snapshot {

namespace {

struct Form {
    Json (*asJson)(std::span<const PrintedLine> lines);
    std::string_view command;
};

Form formOf(Question question)
{
    switch (question) {
    case Question::Links:
    case Question::Addresses: return {&linksAsJson, "ip addr"};
    case Question::Routes: return {&routesAsJson, "ip route"};
    case Question::Rules4:
    case Question::Rules6: return {&rulesAsJson, "ip rule"};
    case Question::Neighbours:
    case Question::Proxies: return {&neighboursAsJson, "ip neigh"};
    case Question::Nexthops: return {&nexthopsAsJson, "ip nexthop"};
    case Question::Fdb: return {&fdbAsJson, "bridge fdb"};
    case Question::Vlans: return {&vlansAsJson, "bridge vlan"};
    default: return {nullptr, "lsns -J"};
    }
}

} // namespace

Result<Json> printedAsJson(const Output &output)
{
    const Form form = formOf(output.question);
    const auto lines = printedLines(*output.text, output.begin, output.end);
    Json json = form.asJson ? form.asJson(lines) : Json{};
    if (json.items.empty() && output.question != Question::Vlans)
        return failAt(
            output.at(lines.empty() ? output.begin : lines.front().words.front().offset),
            fmt::format("nothing that `{}` prints; expected its lines, or what it prints with -j", form.command));
    json.offset = output.begin;
    return json;
}

} // namespace netdraft::model::snapshot
