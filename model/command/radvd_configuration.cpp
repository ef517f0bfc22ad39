#include "model/address/name.h"
#include "model/command/radvd.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

/// What stands in a configuration: a word, a number, or one of `{ } ; / ,`; empty at the end.
struct Token {
    std::string_view text;
    int line = 1;
};

constexpr std::string_view marks = "{};/,";

class Scanner
{
public:
    explicit Scanner(std::string_view text) : m_rest(text) {}

    Token next()
    {
        skip();
        if (m_rest.empty())
            return {{}, m_line};
        const std::size_t length =
            marks.contains(m_rest.front()) ? 1 : std::min(m_rest.find_first_of("{};/, \t\r\n#"), m_rest.size());
        const Token token{m_rest.substr(0, length), m_line};
        m_rest.remove_prefix(length);
        return token;
    }

private:
    /// White space, and comments up to the end of their line.
    void skip()
    {
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            if (c == '#') {
                m_rest.remove_prefix(std::min(m_rest.find('\n'), m_rest.size()));
            } else if (std::string_view(" \t\r\n").contains(c)) {
                m_line += c == '\n' ? 1 : 0;
                m_rest.remove_prefix(1);
            } else {
                return;
            }
        }
    }

    std::string_view m_rest;
    int m_line = 1;
};

/// Words of radvd's that change nothing here as long as they are off, or at all.
constexpr std::string_view unheeded[] = {"IgnoreIfMissing", "MinRtrAdvInterval", "MinDelayBetweenRAs",
                                         "AdvRASolicitedUnicast"};
constexpr std::string_view offWords[] = {"AdvManagedFlag",   "AdvOtherConfigFlag",  "UnicastOnly",
                                         "AdvRouterAddr",    "AdvIntervalOpt",      "AdvHomeAgentFlag",
                                         "AdvHomeAgentInfo", "AdvMobRtrSupportFlag"};
/// And words that it knows, and Netdraft does not.
constexpr std::string_view unmodelledOptions[] = {
    "AdvReachableTime",
    "AdvRetransTimer",
    "AdvLinkMTU",
    "AdvSourceLLAddress",
    "HomeAgentLifetime",
    "HomeAgentPreference",
    "route",
    "RDNSS",
    "DNSSL",
    "clients",
    "abro",
    "lowpanco",
    "Base6to4Interface",
    "Base6Interface",
    "DecrementLifetimes",
    "DeprecatePrefix",
    "RemoveRoute",
    "AdvRASrcAddress",
    "AdvCaptivePortalAPI",
    "nat64prefix",
};

bool isOneOf(std::span<const std::string_view> words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

/// Reads by the grammar of radvd's gram.y. The first complaint sticks.
class Reader
{
public:
    Reader(std::string_view text, std::string_view file) : m_scanner(text), m_file(file) { advance(); }

    std::variant<std::vector<AdvertisingInterface>, Reply> read()
    {
        do
            readInterface();
        while (sound() && !m_token.text.empty());
        if (m_refusal)
            return *std::move(m_refusal);
        return std::move(m_interfaces);
    }

private:
    bool sound() const { return !m_refusal; }
    void advance() { m_token = m_scanner.next(); }
    void refuse(Reply reply)
    {
        if (!m_refusal)
            m_refusal = std::move(reply);
    }
    /// yyerror
    void syntaxError() { refuse(complaint(1, fmt::format("{}:{} error: syntax error", m_file, m_token.line))); }
    /// What is wrong in meaning radvd tells the system's log alone.
    void end() { refuse(Reply{1, {}, {}}); }

    bool is(std::string_view text)
    {
        if (!sound() || m_token.text != text)
            return false;
        advance();
        return true;
    }
    void expect(std::string_view text)
    {
        if (sound() && !is(text))
            syntaxError();
    }
    std::string_view word()
    {
        if (m_token.text.empty() || marks.contains(m_token.text.front()))
            syntaxError();
        const std::string_view text = m_token.text;
        if (sound())
            advance();
        return text;
    }

    bool onOff()
    {
        const bool on = m_token.text == "on";
        if (!on && m_token.text != "off")
            syntaxError();
        if (sound())
            advance();
        return on;
    }

    std::uint32_t number()
    {
        const auto value =
            m_token.text.find_first_not_of("0123456789") == std::string_view::npos && !m_token.text.empty()
                ? readNumber(m_token.text)
                : std::nullopt;
        if (!value)
            syntaxError();
        if (sound())
            advance();
        return value.value_or(0);
    }

    /// A number of seconds, or `infinity`.
    std::uint32_t time() { return is("infinity") ? endless : number(); }

    /// Words that are no settings of what is modelled.
    void readOther(std::string_view key)
    {
        if (isOneOf(unheeded, key)) {
            if (m_token.text == "on" || m_token.text == "off")
                advance();
            else
                number();
        } else if (isOneOf(offWords, key)) {
            if (onOff() && sound())
                refuse(notSimulated(fmt::format("radvd's {}", key)));
        } else if (isOneOf(unmodelledOptions, key)) {
            refuse(notSimulated(fmt::format("radvd's {}", key)));
        } else {
            syntaxError();
        }
    }

    void readInterface()
    {
        expect("interface");
        AdvertisingInterface interface;
        interface.link = word();
        if (sound() && !checkLinkName(interface.link))
            return refuse(notSimulated("radvd by an interface with such a name"));
        expect("{");
        while (sound() && m_token.text != "}")
            readSetting(interface);
        expect("}");
        expect(";");
        if (!sound())
            return;
        if (std::ranges::find(m_interfaces, interface.link, &AdvertisingInterface::link) != m_interfaces.end())
            return end();
        m_interfaces.push_back(std::move(interface));
    }

    void readSetting(AdvertisingInterface &interface)
    {
        if (m_token.text == "prefix") {
            advance();
            return readPrefix(interface);
        }
        if (m_token.text == ";" || m_token.text == "{")
            return syntaxError();
        const Token at = m_token;
        advance();
        if (at.text == "AdvSendAdvert") {
            interface.sends = onOff();
        } else if (at.text == "AdvDefaultLifetime") {
            interface.lifetimeSeconds = number();
        } else if (at.text == "MaxRtrAdvInterval") {
            interface.maxIntervalSeconds = static_cast<int>(std::min(number(), 100'000U));
        } else if (at.text == "AdvCurHopLimit") {
            interface.hopLimit = static_cast<int>(number() & 0xff); // it is a byte
        } else if (at.text == "AdvDefaultPreference") {
            readPreference(interface);
        } else {
            const Token after = m_token;
            m_token.line = at.line;
            if (!isKnown(at.text))
                return syntaxError();
            m_token = after;
            readOther(at.text);
        }
        expect(";");
    }

    static bool isKnown(std::string_view key)
    {
        return isOneOf(unheeded, key) || isOneOf(offWords, key) || isOneOf(unmodelledOptions, key);
    }

    void readPreference(AdvertisingInterface &interface)
    {
        for (const auto each : {RoutePreference::Low, RoutePreference::Medium, RoutePreference::High}) {
            if (is(preferenceName(each))) {
                interface.preference = each;
                return;
            }
        }
        syntaxError();
    }

    void readPrefix(AdvertisingInterface &interface)
    {
        const Token at = m_token;
        const auto address = IpAddress::parse(at.text);
        if (!address || address->isV4())
            return syntaxError();
        advance();
        expect("/");
        const std::uint32_t length = number();
        if (!sound())
            return;
        if (length > 128)
            return end();
        if (address->isUnspecified())
            return refuse(notSimulated("radvd's prefix ::/64, which stands for those of the interface,"));
        AdvertisedPrefix prefix;
        prefix.prefix = Prefix::of(*address, static_cast<int>(length));
        if (is("{")) {
            while (sound() && m_token.text != "}")
                readPrefixSetting(prefix);
            expect("}");
        }
        expect(";");
        if (sound() && prefix.preferredSeconds > prefix.validSeconds)
            return end();
        interface.prefixes.push_back(prefix);
    }

    void readPrefixSetting(AdvertisedPrefix &prefix)
    {
        const Token at = m_token;
        if (!isOneOf(prefixWords, at.text) && !isKnown(at.text))
            return syntaxError();
        advance();
        if (at.text == "AdvOnLink")
            prefix.onLink = onOff();
        else if (at.text == "AdvAutonomous")
            prefix.autonomous = onOff();
        else if (at.text == "AdvValidLifetime")
            prefix.validSeconds = time();
        else if (at.text == "AdvPreferredLifetime")
            prefix.preferredSeconds = time();
        else
            readOther(at.text);
        expect(";");
    }

    static constexpr std::string_view prefixWords[] = {"AdvOnLink", "AdvAutonomous", "AdvValidLifetime",
                                                       "AdvPreferredLifetime"};

    Scanner m_scanner;
    std::string_view m_file;
    Token m_token;
    std::vector<AdvertisingInterface> m_interfaces;
    std::optional<Reply> m_refusal;
};

std::string timeText(std::uint32_t seconds)
{
    return seconds == endless ? std::string("infinity") : std::to_string(seconds);
}

std::string prefixText(const AdvertisedPrefix &prefix)
{
    static const AdvertisedPrefix usual;
    std::string settings;
    if (!prefix.onLink)
        settings += " AdvOnLink off;";
    if (!prefix.autonomous)
        settings += " AdvAutonomous off;";
    if (prefix.validSeconds != usual.validSeconds)
        settings += fmt::format(" AdvValidLifetime {};", timeText(prefix.validSeconds));
    if (prefix.preferredSeconds != usual.preferredSeconds)
        settings += fmt::format(" AdvPreferredLifetime {};", timeText(prefix.preferredSeconds));
    return fmt::format(" prefix {} {{{} }};", prefix.prefix.toString(), settings);
}

} // namespace

std::variant<std::vector<AdvertisingInterface>, Reply> readRadvdConfiguration(std::string_view text,
                                                                              std::string_view file)
{
    return Reader(text, file).read();
}

std::string radvdConfiguration(std::span<const AdvertisingInterface> interfaces)
{
    static const AdvertisingInterface usual;
    std::string text;
    for (const AdvertisingInterface &interface : interfaces) {
        text += fmt::format("{}interface {} {{", text.empty() ? "" : " ", interface.link);
        if (interface.sends)
            text += " AdvSendAdvert on;";
        if (interface.maxIntervalSeconds != usual.maxIntervalSeconds)
            text += fmt::format(" MaxRtrAdvInterval {};", interface.maxIntervalSeconds);
        if (interface.lifetimeSeconds)
            text += fmt::format(" AdvDefaultLifetime {};", *interface.lifetimeSeconds);
        if (interface.hopLimit != usual.hopLimit)
            text += fmt::format(" AdvCurHopLimit {};", interface.hopLimit);
        if (interface.preference != usual.preference)
            text += fmt::format(" AdvDefaultPreference {};", preferenceName(interface.preference));
        for (const AdvertisedPrefix &prefix : interface.prefixes)
            text += prefixText(prefix);
        text += " };";
    }
    return text;
}

} // namespace netdraft::model::command
