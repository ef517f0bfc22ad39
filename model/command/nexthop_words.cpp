#include "model/command/nexthop_words.h"

#include "model/command/route_words.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

/// add_nh_group_attr
std::vector<NexthopObject::Member> readGroup(Arguments &arguments)
{
    const std::string word = arguments.next();
    std::vector<NexthopObject::Member> group;
    std::string_view rest = word;
    while (!arguments.refused() && !rest.empty()) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        const std::string_view one = rest.substr(0, slash);
        rest.remove_prefix(std::min(slash + 1, rest.size()));
        const std::size_t comma = std::min(one.find(','), one.size());
        const auto id = readNumber(one.substr(0, comma));
        if (!id || *id == 0) {
            arguments.wrong(word, "\"group\" value is invalid\n");
            break;
        }
        NexthopObject::Member member{*id, 1};
        if (comma < one.size()) {
            const auto weight = readNumber(one.substr(comma + 1));
            if (!weight || *weight == 0 || *weight > 256)
                arguments.wrong(one.substr(comma + 1), "\"weight\" is invalid\n");
            member.weight = static_cast<int>(weight.value_or(1));
        }
        group.push_back(member);
    }
    return group;
}

} // namespace

std::string groupText(const std::vector<NexthopObject::Member> &group)
{
    std::string text;
    for (const NexthopObject::Member &member : group) {
        text += fmt::format("{}{}", text.empty() ? "" : "/", member.id);
        if (member.weight != 1)
            text += fmt::format(",{}", member.weight);
    }
    return text;
}

AddNexthop readNexthopWords(const IpCall &call, Arguments &arguments)
{
    AddNexthop object;
    object.netns = call.netns.name;
    object.family = call.options.family;
    while (arguments.more()) {
        if (arguments.is("id")) {
            const std::string word = arguments.next();
            const auto id = readNumber(word);
            if (!id)
                arguments.wrong(word, "invalid id value");
            object.id = id.value_or(0);
        } else if (arguments.is("dev")) {
            object.hop.dev = arguments.next();
            if (!arguments.refused() && !call.netns.find(std::string_view(object.hop.dev)))
                arguments.wrong(object.hop.dev, "Device does not exist\n");
        } else if (arguments.is("via")) {
            std::optional<Family> family = call.options.family;
            if (arguments.is("inet"))
                family = Family::Ipv4;
            else if (arguments.is("inet6"))
                family = Family::Ipv6;
            object.hop.via = arguments.address(family);
        } else if (arguments.is("blackhole")) {
            object.blackhole = true;
        } else if (arguments.is("onlink")) {
            object.hop.onlink = true;
        } else if (arguments.is("group")) {
            object.group = readGroup(arguments);
        } else if (arguments.matches("protocol")) {
            const std::string word = arguments.next();
            object.protocol = readProtocol(word);
            if (!object.protocol)
                arguments.wrong(word, "\"protocol\" value is invalid\n");
        } else if (arguments.is("help")) {
            arguments.refuse(usage("ip nexthop"));
        } else {
            arguments.refuse(notSimulated(fmt::format("\"{}\" of a nexthop", arguments.peek())));
        }
    }
    return object;
}

void appendNexthopWords(std::vector<std::string> &words, const AddNexthop &object)
{
    const auto add = [&](std::string_view keyword, std::string value) {
        words.emplace_back(keyword);
        words.push_back(std::move(value));
    };
    add("id", std::to_string(object.id));
    if (object.blackhole)
        words.emplace_back("blackhole");
    if (object.hop.via)
        add("via", object.hop.via->toString());
    if (!object.hop.dev.empty())
        add("dev", object.hop.dev);
    if (object.hop.onlink)
        words.emplace_back("onlink");
    if (!object.group.empty())
        add("group", groupText(object.group));
    if (object.protocol)
        add("proto", protocolName(*object.protocol));
}

} // namespace netdraft::model::command
