#include "model/exchange/snapshot/printed_forms.h"

#include <algorithm>

namespace netdraft::model::snapshot {

namespace {

constexpr PrintedKey headKeys[] = {{"mtu", "mtu"},         {"qdisc", "qdisc"},   {"master", "master"},
                                   {"state", "operstate"}, {"mode", "linkmode"}, {"group", "group"},
                                   {"qlen", "txqlen"}};

/// What stands behind `link/ether MAC`.
constexpr PrintedKey layerKeys[] = {
    {"brd", "broadcast"}, {"link-netnsid", "link_netnsid"}, {"link-netns", "link_netns"}, {"promiscuity", "min_mtu"}};

/// The settings of links of all kinds that have a value; words such as `noop` of others are left.
constexpr PrintedKey kindKeys[] = {{"protocol", "protocol"},
                                   {"id", "id"},
                                   {"remote", "remote"},
                                   {"group", "group"},
                                   {"local", "local"},
                                   {"dev", "link"},
                                   {"dstport", "port"},
                                   {"ttl", "ttl"},
                                   {"ageing", "ageing"},
                                   {"mode", "mode"},
                                   {"forward_delay", "forward_delay"},
                                   {"hello_time", "hello_time"},
                                   {"max_age", "max_age"},
                                   {"ageing_time", "ageing_time"},
                                   {"stp_state", "stp_state"},
                                   {"priority", "priority"},
                                   {"vlan_filtering", "vlan_filtering"},
                                   {"vlan_protocol", "vlan_protocol"},
                                   {"vlan_default_pvid", "vlan_default_pvid"},
                                   {"group_fwd_mask", "group_fwd_mask"},
                                   {"mcast_snooping", "mcast_snooping"},
                                   {"nf_call_iptables", "nf_call_iptables"},
                                   {"nf_call_ip6tables", "nf_call_ip6tables"},
                                   {"nf_call_arptables", "nf_call_arptables"},
                                   {"table", "table"},
                                   {"miimon", "miimon"},
                                   {"primary", "primary"},
                                   {"active_slave", "active_slave"},
                                   {"ikey", "ikey"},
                                   {"okey", "okey"},
                                   {"perm_hwaddr", "perm_hwaddr"},
                                   {"state", "state"},
                                   {"cost", "cost"},
                                   {"no", "no"}};

constexpr std::string_view kindFlags[] = {"external", "private", "vepa", "pmtudisc", "iseq", "oseq", "icsum", "ocsum"};

/// Settings of a bridge's port that are on or off.
constexpr std::string_view portSwitches[] = {"hairpin",     "guard",       "root_block",     "learning", "flood",
                                             "mcast_flood", "bcast_flood", "neigh_suppress", "isolated", "locked"};

constexpr std::string_view addressFlags[] = {"secondary",      "temporary", "tentative",     "deprecated", "nodad",
                                             "dadfailed",      "dynamic",   "noprefixroute", "mngtmpaddr", "optimistic",
                                             "stable-privacy", "home",      "autojoin"};
constexpr PrintedKey addressKeys[] = {
    {"peer", "address"}, {"metric", "metric"}, {"brd", "broadcast"}, {"scope", "scope"}, {"proto", "protocol"}};

void ignore(Json &, const Word &) {}

void putKindFlag(Json &object, const Word &word)
{
    if (isAmong(kindFlags, word.text))
        put(object, word.text, word, true);
    else if (word.text.starts_with("no") && (isAmong(kindFlags, word.text.substr(2)) || word.text == "nolearning"))
        put(object, word.text.substr(2), word, false);
}

/// `2: eth0@if5: <BROADCAST,UP> mtu 1500 …`
bool isHead(const PrintedLine &line)
{
    const auto &words = line.words;
    const auto isNumber = [](std::string_view text) {
        return text.size() > 1 && text.ends_with(':') && text.find_first_not_of("0123456789") == text.size() - 1;
    };
    return !line.indented && words.size() >= 3 && isNumber(words[0].text) && words[1].text.ends_with(':') &&
           words[2].text.starts_with('<') && words[2].text.ends_with('>');
}

class LinksText
{
public:
    void read(const PrintedLine &line)
    {
        if (isHead(line))
            return readHead(line);
        if (links.items.empty())
            return;
        Json &link = links.items.back();
        const std::string_view first = line.words.front().text;
        if (first.starts_with("link/"))
            readLayer(link, line);
        else if (first == "inet" || first == "inet6")
            readAddress(link, line);
        else if (first.ends_with("_slave"))
            readSlave(link, line);
        else if (m_detailed && !m_kindDone && isKindLine(line))
            readKind(link, line);
    }

    Json links = emptyList(0);

private:
    void readHead(const PrintedLine &line)
    {
        Json link = emptyObject(line.offset);
        m_detailed = false;
        m_kindDone = false;
        const auto &words = line.words;
        Word index = words[0];
        index.text.remove_suffix(1);
        put(link, "ifindex", index);
        Word name = words[1];
        name.text.remove_suffix(1);
        const std::size_t at = name.text.find('@');
        put(link, "ifname", {name.text.substr(0, at), name.offset});
        if (at != std::string_view::npos) {
            const Word other{name.text.substr(at + 1), name.offset + at + 1};
            const bool number = other.text.starts_with("if") && other.text.size() > 2 &&
                                other.text.find_first_not_of("0123456789", 2) == std::string_view::npos;
            if (number)
                put(link, "link_index", {other.text.substr(2), other.offset + 2});
            else if (other.text != "NONE")
                put(link, "link", other);
        }
        put(link, "flags", emptyList(words[2].offset));
        std::string_view flags = words[2].text.substr(1, words[2].text.size() - 2);
        while (!flags.empty()) {
            const std::size_t comma = std::min(flags.find(','), flags.size());
            append(link, "flags", {flags.substr(0, comma), words[2].offset});
            flags.remove_prefix(std::min(comma + 1, flags.size()));
        }
        putPairs(link, words, 3, headKeys, &ignore);
        put(link, "addr_info", emptyList(line.offset));
        links.items.push_back(std::move(link));
    }

    void readLayer(Json &link, const PrintedLine &line)
    {
        Word type = line.words[0];
        type.text.remove_prefix(std::string_view("link/").size());
        put(link, "link_type", type);
        if (line.words.size() > 1 && type.text == "ether")
            put(link, "address", line.words[1]);
        putPairs(link, line.words, 1, layerKeys, &ignore);
        m_detailed = link.find("min_mtu") != nullptr;
    }

    static void readAddress(Json &link, const PrintedLine &line)
    {
        const auto &words = line.words;
        if (words.size() < 2)
            return;
        Json address = emptyObject(line.offset);
        put(address, "family", words[0]);
        const auto split = [&](std::string_view key, const Word &word) {
            const std::size_t slash = word.text.find('/');
            put(address, key, {word.text.substr(0, slash), word.offset});
            if (slash != std::string_view::npos)
                put(address, "prefixlen", {word.text.substr(slash + 1), word.offset + slash + 1});
        };
        split("local", words[1]);
        for (std::size_t i = 2; i < words.size(); ++i) {
            const auto known = std::ranges::find(addressKeys, words[i].text, &PrintedKey::word);
            if (known != std::end(addressKeys) && i + 1 < words.size()) {
                ++i;
                if (known->field == "address")
                    split("address", words[i]);
                else
                    put(address, known->field, words[i]);
            } else if (isAmong(addressFlags, words[i].text)) {
                put(address, words[i].text, words[i], true);
            } else if (words[0].text == "inet") {
                put(address, "label", words[i]);
            }
        }
        const auto list = std::ranges::find(link.members, "addr_info", &JsonMember::key);
        list->value.items.push_back(std::move(address));
    }

    static bool isKindLine(const PrintedLine &line)
    {
        constexpr std::string_view others[] = {"valid_lft",   "altname",     "alias",     "vf",     "RX:",        "TX:",
                                               "addrgenmode", "numtxqueues", "parentbus", "minmtu", "promiscuity"};
        const std::string_view first = line.words.front().text;
        return line.indented && !isAmong(others, first) &&
               first.find_first_not_of("0123456789") != std::string_view::npos;
    }

    static Json &infoOf(Json &link, std::size_t offset)
    {
        auto found = std::ranges::find(link.members, "linkinfo", &JsonMember::key);
        if (found == link.members.end()) {
            put(link, "linkinfo", emptyObject(offset));
            found = link.members.end() - 1;
        }
        return found->value;
    }

    void readKind(Json &link, const PrintedLine &line)
    {
        m_kindDone = true;
        Json &info = infoOf(link, line.offset);
        put(info, "info_kind", line.words[0]);
        Json data = emptyObject(line.offset);
        // Behind them come the settings that every link has.
        std::vector<Word> own;
        for (const Word &word : line.words) {
            if (word.text == "addrgenmode" || word.text == "numtxqueues")
                break;
            own.push_back(word);
        }
        putPairs(data, own, 1, kindKeys, &putKindFlag);
        put(info, "info_data", std::move(data));
    }

    static void readSlave(Json &link, const PrintedLine &line)
    {
        Json &info = infoOf(link, line.offset);
        Word kind = line.words[0];
        kind.text.remove_suffix(std::string_view("_slave").size());
        put(info, "info_slave_kind", kind);
        Json data = emptyObject(line.offset);
        for (std::size_t i = 1; i + 1 < line.words.size(); ++i) {
            if (isAmong(portSwitches, line.words[i].text))
                put(data, line.words[i].text, line.words[i + 1], line.words[i + 1].text == "on");
        }
        putPairs(data, line.words, 1, kindKeys, &ignore);
        put(info, "info_slave_data", std::move(data));
    }

    bool m_detailed = false; ///< the link at hand was shown with -d
    bool m_kindDone = false;
};

} // namespace

Json linksAsJson(std::span<const PrintedLine> lines)
{
    LinksText text;
    for (const PrintedLine &line : lines)
        text.read(line);
    return std::move(text.links);
}

} // namespace netdraft::model::snapshot
