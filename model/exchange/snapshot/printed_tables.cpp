#include "model/address/ip_address.h"
#include "model/address/mac_address.h"
#include "model/exchange/snapshot/printed_forms.h"

#include <algorithm>

namespace netdraft::model::snapshot {

namespace {

/// `192.0.2.0/24` in two fields.
void putPrefix(Json &object, std::string_view key, std::string_view lengthKey, const Word &word)
{
    const std::size_t slash = word.text.find('/');
    put(object, key, {word.text.substr(0, slash), word.offset});
    if (slash != std::string_view::npos)
        put(object, lengthKey, {word.text.substr(slash + 1), word.offset + slash + 1});
}

void putPorts(Json &object, std::string_view key, const Word &word)
{
    const std::size_t dash = word.text.find('-');
    if (dash == std::string_view::npos)
        return put(object, key, word);
    put(object, std::string(key) + "_start", {word.text.substr(0, dash), word.offset});
    put(object, std::string(key) + "_end", {word.text.substr(dash + 1), word.offset + dash + 1});
}

/// What a rule is for and what it does, a word or two at a time; the number of words used.
std::size_t readRuleWords(Json &rule, std::span<const Word> words)
{
    const std::string_view word = words[0].text;
    if (word == "not" || word == "nop") {
        put(rule, word, words[0], true);
        return 1;
    }
    if (word == "blackhole" || word == "unreachable" || word == "prohibit") {
        put(rule, "action", words[0]);
        return 1;
    }
    if (words.size() < 2)
        return 1;
    const Word &value = words[1];
    if (word == "from") {
        putPrefix(rule, "src", "srclen", value);
    } else if (word == "to") {
        putPrefix(rule, "dst", "dstlen", value);
    } else if (word == "fwmark") {
        putPrefix(rule, "fwmark", "fwmask", value);
    } else if (word == "sport" || word == "dport") {
        putPorts(rule, word, value);
    } else if (word == "lookup") {
        if (value.text == "[l3mdev-table]")
            put(rule, "l3mdev", value, true);
        else
            put(rule, "table", value);
    } else if (word == "suppress_prefixlength") {
        put(rule, "suppress_prefixlen", value);
    } else if (word == "proto") {
        put(rule, "protocol", value);
    } else if (word == "uidrange") {
        put(rule, "uid_start", value);
    } else if (word == "iif" || word == "oif" || word == "tos" || word == "ipproto" || word == "goto" ||
               word == "tun_id" || word == "realms" || word == "suppress_ifgroup") {
        put(rule, word, value);
    } else {
        return 1; // `[detached]` and the like
    }
    return 2;
}

bool isNumber(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

Json rulesAsJson(std::span<const PrintedLine> lines)
{
    Json list = emptyList(0);
    for (const PrintedLine &line : lines) {
        Word priority = line.words[0];
        if (!priority.text.ends_with(':'))
            continue;
        priority.text.remove_suffix(1);
        if (!isNumber(priority.text))
            continue;
        Json rule = emptyObject(line.offset);
        put(rule, "priority", priority);
        for (std::size_t i = 1; i < line.words.size();)
            i += readRuleWords(rule, std::span(line.words).subspan(i));
        list.items.push_back(std::move(rule));
    }
    return list;
}

Json neighboursAsJson(std::span<const PrintedLine> lines)
{
    constexpr PrintedKey keys[] = {{"dev", "dev"}, {"lladdr", "lladdr"}, {"used", "used"}, {"probes", "probes"}};
    Json list = emptyList(0);
    for (const PrintedLine &line : lines) {
        if (!IpAddress::parse(line.words[0].text))
            continue;
        Json entry = emptyObject(line.offset);
        put(entry, "dst", line.words[0]);
        putPairs(entry, line.words, 1, keys, [](Json &object, const Word &word) {
            if (std::ranges::all_of(word.text, [](char c) { return c >= 'A' && c <= 'Z'; }))
                append(object, "state", word);
        });
        list.items.push_back(std::move(entry));
    }
    return list;
}

Json nexthopsAsJson(std::span<const PrintedLine> lines)
{
    constexpr PrintedKey keys[] = {{"id", "id"},       {"via", "gateway"},    {"dev", "dev"},   {"scope", "scope"},
                                   {"group", "group"}, {"proto", "protocol"}, {"type", "type"}, {"encap", "encap"}};
    Json list = emptyList(0);
    for (const PrintedLine &line : lines) {
        if (!line.startsWith("id"))
            continue;
        Json object = emptyObject(line.offset);
        putPairs(object, line.words, 0, keys, [](Json &made, const Word &word) {
            if (word.text == "blackhole" || word.text == "fdb")
                put(made, word.text, word, true);
            else
                append(made, "flags", word);
        });
        const auto group = std::ranges::find(object.members, "group", &JsonMember::key);
        if (group != object.members.end()) { // `1,2/5`: members, and their weights
            Json members = emptyList(group->value.offset);
            const auto at = std::ranges::find(line.words, "group", &Word::text) + 1;
            std::string_view rest = at->text;
            while (!rest.empty()) {
                const std::size_t bar = std::min(rest.find_first_of(",/"), rest.size());
                const bool weighted = bar < rest.size() && rest[bar] == ',';
                Json member = emptyObject(at->offset);
                put(member, "id", {rest.substr(0, bar), at->offset});
                rest.remove_prefix(std::min(bar + 1, rest.size()));
                if (weighted) {
                    const std::size_t slash = std::min(rest.find('/'), rest.size());
                    put(member, "weight", {rest.substr(0, slash), at->offset});
                    rest.remove_prefix(std::min(slash + 1, rest.size()));
                }
                members.items.push_back(std::move(member));
            }
            group->value = std::move(members);
        }
        list.items.push_back(std::move(object));
    }
    return list;
}

Json fdbAsJson(std::span<const PrintedLine> lines)
{
    constexpr PrintedKey keys[] = {{"dev", "ifname"}, {"vlan", "vlan"}, {"dst", "dst"},       {"port", "port"},
                                   {"vni", "vni"},    {"via", "viaIf"}, {"master", "master"}, {"src_vni", "src_vni"}};
    Json list = emptyList(0);
    for (const PrintedLine &line : lines) {
        if (!MacAddress::parse(line.words[0].text))
            continue;
        Json entry = emptyObject(line.offset);
        put(entry, "mac", line.words[0]);
        putPairs(entry, line.words, 1, keys, [](Json &object, const Word &word) {
            if (word.text == "permanent" || word.text == "static")
                put(object, "state", word);
            else
                append(object, "flags", word);
        });
        list.items.push_back(std::move(entry));
    }
    return list;
}

Json vlansAsJson(std::span<const PrintedLine> lines)
{
    Json list = emptyList(0);
    for (const PrintedLine &line : lines) {
        std::span<const Word> words(line.words);
        if (line.startsWith("port")) // the head of the table
            continue;
        if (!line.indented) {
            Json port = emptyObject(line.offset);
            put(port, "ifname", words[0]);
            put(port, "vlans", emptyList(line.offset));
            list.items.push_back(std::move(port));
            words = words.subspan(1);
        }
        if (words.empty() || list.items.empty())
            continue;
        Json vlan = emptyObject(words[0].offset);
        const std::size_t dash = words[0].text.find('-');
        put(vlan, "vlan", {words[0].text.substr(0, dash), words[0].offset});
        if (dash != std::string_view::npos)
            put(vlan, "vlanEnd", {words[0].text.substr(dash + 1), words[0].offset + dash + 1});
        for (const Word &word : words.subspan(1)) {
            if (word.text == "PVID")
                append(vlan, "flags", word);
            else if (word.text == "Untagged")
                append(vlan, "flags", {"Egress Untagged", word.offset});
        }
        std::ranges::find(list.items.back().members, "vlans", &JsonMember::key)->value.items.push_back(std::move(vlan));
    }
    return list;
}

} // namespace netdraft::model::snapshot
