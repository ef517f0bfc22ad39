#include "model/command/link_filter.h"
#include "model/command/nexthop_words.h"
#include "model/command/print_route.h"
#include "model/command/route_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

/// What `ip nexthop show` and `flush` choose by.
struct NexthopFilter {
    std::optional<Family> family;
    std::optional<std::uint32_t> id;
    const Link *dev = nullptr;
    std::optional<std::uint8_t> protocol;
    bool groups = false;

    bool shows(const NexthopObject &object) const
    {
        return (!family || (!object.isGroup() && object.family == *family)) && (!id || object.id == *id) &&
               (!dev || (!object.isGroup() && !object.blackhole && object.hop.dev == dev->id)) &&
               (!protocol || object.protocol == *protocol) && (!groups || object.isGroup());
    }
};

NexthopFilter readNexthopFilter(const IpCall &call, Arguments &arguments)
{
    NexthopFilter filter;
    filter.family = call.options.family;
    while (arguments.more()) {
        if (arguments.is("id")) {
            const std::string word = arguments.next();
            filter.id = readNumber(word);
            if (!filter.id)
                arguments.wrong(word, "invalid id value");
        } else if (arguments.is("dev")) {
            const std::string word = arguments.next();
            filter.dev = call.netns.find(std::string_view(word));
            if (!arguments.refused() && !filter.dev)
                arguments.wrong(word, "Device does not exist\n");
        } else if (arguments.is("groups")) {
            filter.groups = true;
        } else if (arguments.matches("protocol")) {
            const std::string word = arguments.next();
            filter.protocol = readProtocol(word);
            if (!filter.protocol)
                arguments.wrong(word, "invalid protocol value\n");
        } else {
            arguments.refuse(notSimulated(fmt::format("\"{}\" of ip nexthop", arguments.peek())));
        }
    }
    return filter;
}

void printGroup(Printer &printer, const NexthopObject &object)
{
    if (!printer.isJson())
        return printer.text(fmt::format("group {} ", groupText(object.group)));
    printer.openArray("group");
    for (const NexthopObject::Member &member : object.group) {
        printer.openObject();
        printer.number("id", member.id, {});
        if (member.weight != 1)
            printer.number("weight", member.weight, {});
        printer.closeObject();
    }
    printer.closeArray();
}

} // namespace

void printNexthopFields(Printer &printer, const IpCall &call, const NexthopObject &object)
{
    const bool details = call.options.details;
    printer.number("id", object.id, "id {} ");
    if (object.isGroup())
        printGroup(printer, object);
    const bool hop = !object.isGroup() && !object.blackhole;
    if (hop && object.hop.via)
        printer.string("gateway", object.hop.via->toString(), "via {} ");
    if (const Link *dev = hop ? call.netns.find(object.hop.dev) : nullptr)
        printer.string("dev", dev->name, "dev {} ");
    if (object.scope != Scope::Global || details)
        printer.string("scope", scopeName(object.scope), "scope {} ");
    if (object.blackhole)
        printer.raw("blackhole", "null", "blackhole ");
    if (object.protocol != protocol::unspecified || details)
        printer.string("protocol", protocolName(object.protocol), "proto {} ");
    printer.openArray("flags");
    if (object.hop.onlink)
        printer.element("onlink", "{} ");
    printer.closeArray();
}

namespace {

Reply showNexthops(const IpCall &call, const NexthopFilter &filter)
{
    Printer printer(call.options.form());
    printer.openArray();
    for (const NexthopObject &object : call.netns.nexthops) {
        if (filter.shows(object)) {
            printer.openObject();
            printNexthopFields(printer, call, object);
            printer.text("\n");
            printer.closeObject();
        }
    }
    printer.closeArray();
    return printed(std::move(printer));
}

Response addNexthop(const IpCall &call, Arguments &arguments, AddMode mode)
{
    AddNexthop edit = readNexthopWords(call, arguments);
    edit.mode = mode;
    if (arguments.refused())
        return arguments.refusal();
    const bool nothing = !edit.blackhole && !edit.hop.via && edit.hop.dev.empty() && edit.group.empty();
    if (edit.id == 0 && !nothing)
        return notSimulated("ip nexthop without an id");
    return Edit(std::move(edit));
}

/// `get` and `del`, which take the number alone.
Response one(const IpCall &call, Arguments &arguments, bool removes)
{
    const NexthopFilter filter = readNexthopFilter(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    if (!filter.id || *filter.id == 0)
        return complaint(2, filter.id ? "Error: Invalid nexthop id." : "Error: Nexthop id is missing.");
    if (removes)
        return Edit(RemoveNexthop{call.netns.name, *filter.id});
    if (!call.netns.nexthop(*filter.id))
        return complaint(2, "RTNETLINK answers: No such file or directory");
    return showNexthops(call, filter);
}

Response flushNexthops(const IpCall &call, Arguments &arguments)
{
    const NexthopFilter filter = readNexthopFilter(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    // With a member its group goes, when it was the last: each is deleted while it is there.
    Response response;
    std::size_t count = 0;
    for (const NexthopObject &object : call.netns.nexthops) {
        if (!filter.shows(object) || (filter.groups ? false : object.isGroup()))
            continue;
        response.edits.add(RemoveNexthop{call.netns.name, object.id});
        ++count;
    }
    response.reply.out = count == 0 ? "Nothing to flush\n" : fmt::format("Flushed {} nexthops\n", count);
    return response;
}

} // namespace

Response ipNexthop(const IpCall &call, std::span<const std::string> words)
{
    Arguments arguments(words);
    if (!arguments.more() || arguments.matches("list", "show") || arguments.matches("lst")) {
        const NexthopFilter filter = readNexthopFilter(call, arguments);
        return arguments.refused() ? arguments.refusal() : showNexthops(call, filter);
    }
    if (arguments.matches("add"))
        return addNexthop(call, arguments, AddMode::Add);
    if (arguments.matches("replace"))
        return addNexthop(call, arguments, AddMode::Replace);
    if (arguments.matches("delete"))
        return one(call, arguments, true);
    if (arguments.matches("get"))
        return one(call, arguments, false);
    if (arguments.matches("flush"))
        return flushNexthops(call, arguments);
    if (arguments.matches("help"))
        return usage("ip nexthop");
    if (arguments.is("bucket"))
        return notSimulated("ip nexthop bucket");
    return unknownCommand(arguments.next(), "ip nexthop");
}

} // namespace netdraft::model::command
