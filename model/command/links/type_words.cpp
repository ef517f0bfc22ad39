#include "model/command/links/link_types.h"

namespace netdraft::model::command {

namespace {

/// Adds `KEYWORD VALUE`; of what may be missing, only if it is there.
class Adding
{
public:
    explicit Adding(std::vector<std::string> &words) : m_words(words) {}

    void word(std::string_view word) { m_words.emplace_back(word); }
    void text(std::string_view keyword, std::string_view value)
    {
        m_words.emplace_back(keyword);
        m_words.emplace_back(value);
    }
    void number(std::string_view keyword, std::int64_t value) { text(keyword, std::to_string(value)); }
    void number(std::string_view keyword, const std::optional<int> &value)
    {
        if (value)
            number(keyword, std::int64_t{*value});
    }
    void number(std::string_view keyword, const std::optional<bool> &value)
    {
        if (value)
            number(keyword, std::int64_t{*value ? 1 : 0});
    }
    void dev(const std::string &name)
    {
        if (!name.empty())
            text("dev", name);
    }
    void address(std::string_view keyword, const auto &value)
    {
        if (value)
            text(keyword, value->toString());
    }
    void remote(const std::optional<IpAddress> &value)
    {
        address(value && value->isMulticast() ? "group" : "remote", value);
    }

    void operator()(const DummyWords &) {}
    void operator()(const VlanWords &words)
    {
        if (words.protocol != VlanProtocol::Dot1Q)
            text("protocol", protocolWord(words.protocol));
        number("id", std::int64_t{words.id});
    }
    void operator()(const VxlanWords &words)
    {
        number("id", std::int64_t{words.vni});
        remote(words.remote);
        address("local", words.local);
        dev(words.dev);
        number("dstport", std::int64_t{words.port});
        if (!words.learning)
            word("nolearning");
        if (words.ttl != 0)
            number("ttl", std::int64_t{words.ttl});
        if (words.ageing != 300)
            number("ageing", std::int64_t{words.ageing});
    }
    void operator()(const MacvlanWords &words) { text("mode", wordOf(macvlanModes, words.mode)); }
    void operator()(const IpvlanWords &words)
    {
        text("mode", wordOf(ipvlanModes, words.mode));
        if (words.flag != IpvlanFlag::Bridge)
            word(wordOf(ipvlanFlags, words.flag));
    }
    void operator()(const BondWords &words)
    {
        text("mode", wordOf(bondModes, words.mode));
        number("miimon", std::int64_t{words.miimon});
    }
    void operator()(const TunnelWords &words)
    {
        address("remote", words.remote);
        address("local", words.local);
        dev(words.dev);
        if (words.key)
            number("key", std::int64_t{*words.key});
        if (words.ttl != 0)
            number("ttl", std::int64_t{words.ttl});
        if (!words.pmtudisc)
            word("nopmtudisc");
    }
    void operator()(const VrfWords &words) { number("table", std::int64_t{words.table}); }

    void operator()(const VxlanChange &change)
    {
        text("type", "vxlan");
        remote(change.remote);
        address("local", change.local);
        if (change.learning)
            word(*change.learning ? "learning" : "nolearning");
        number("ttl", change.ttl);
        number("ageing", change.ageing);
    }
    void operator()(const MacvlanChange &change)
    {
        text("type", "macvlan");
        text("mode", wordOf(macvlanModes, change.mode));
    }
    void operator()(const IpvlanChange &change)
    {
        text("type", "ipvlan");
        if (change.mode)
            text("mode", wordOf(ipvlanModes, *change.mode));
        if (change.flag)
            word(wordOf(ipvlanFlags, *change.flag));
    }
    void operator()(const BondChange &change)
    {
        text("type", "bond");
        if (change.mode)
            text("mode", wordOf(bondModes, *change.mode));
        number("miimon", change.miimon);
        if (change.primary)
            text("primary", *change.primary);
        if (change.active && change.active->empty())
            word("clear_active_slave");
        else if (change.active)
            text("active_slave", *change.active);
    }
    void operator()(const BridgeChange &change)
    {
        text("type", "bridge");
        number("stp_state", change.stp);
        number("priority", change.priority);
        number("forward_delay", change.forwardDelay);
        number("hello_time", change.helloTime);
        number("max_age", change.maxAge);
        number("ageing_time", change.ageingTime);
        number("vlan_filtering", change.vlanFiltering);
        if (change.vlanProtocol)
            text("vlan_protocol", protocolWord(*change.vlanProtocol));
        if (change.defaultPvid)
            number("vlan_default_pvid", std::int64_t{*change.defaultPvid});
        number("group_fwd_mask", change.groupFwdMask);
        number("mcast_snooping", change.mcastSnooping);
    }

private:
    std::vector<std::string> &m_words;
};

} // namespace

void appendTypeWords(std::vector<std::string> &words, const NewLink &kind)
{
    std::visit(Adding(words), kind);
}

void appendChangeWords(std::vector<std::string> &words, const LinkChange &change)
{
    std::visit(Adding(words), change);
}

} // namespace netdraft::model::command
