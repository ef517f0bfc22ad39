#include "model/command/netfilter/call_reader.h"

#include "model/command/netfilter/call_checks.h"
#include "model/command/netfilter/loaded_extension.h"
#include "model/command/response.h"
#include "model/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

constexpr std::size_t longestInterface = 15;

std::string inLowerCase(std::string_view text)
{
    std::string small(text);
    std::ranges::transform(small, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return small;
}

/// do_parse
class CallReader
{
public:
    CallReader(Reading &reading, std::span<const std::string> words, CallFrom from)
        : m_reading(reading), m_words(words), m_from(from)
    {
    }

    RuleCall read()
    {
        while (!m_reading.refused() && !m_ignored) {
            OptionReader::Item item = next();
            if (item.kind == OptionReader::Kind::End)
                break;
            takeItem(item);
        }
        if (m_ignored)
            return {};
        if (!m_reading.refused())
            complete();
        return std::move(m_call);
    }

private:
    void refuse(std::string_view message) { m_reading.refuse(message); }

    OptionReader::Item next()
    {
        // The options of the newest extension are looked at first.
        std::vector<std::span<const OptionRow>> lists;
        for (const Use &use : m_uses)
            lists.insert(lists.begin(),
                         use.target ? m_target->extension->options : m_matches[use.match]->extension->options);
        return m_words.next(lists);
    }

    void takeItem(OptionReader::Item &item)
    {
        using Kind = OptionReader::Kind;
        switch (item.kind) {
        case Kind::End: return;
        case Kind::Plain: takePlain(*item.argument); return;
        case Kind::Letter: takeLetter(item); break;
        case Kind::Extension: {
            const Use &use = m_uses[m_uses.size() - 1 - item.list];
            const std::string value = item.argument.value_or("");
            if (use.target)
                take(m_reading, m_words, *m_target, *item.row, value, m_inverted);
            else
                take(m_reading, m_words, *m_matches[use.match], *item.row, value, m_inverted);
            break;
        }
        case Kind::Unknown:
            if (loadProtocol()) {
                m_words.takeBack();
                return; // a `!` before it still holds
            }
            refuse(fmt::format("unknown option \"{}\"", item.word));
            break;
        case Kind::NoArgument: refuse(fmt::format("option \"{}\" requires an argument", item.word)); break;
        }
        m_inverted = false;
    }

    void takePlain(const std::string &word)
    {
        if (word == "!") {
            if (m_inverted)
                refuse("multiple consecutive ! not allowed");
            m_inverted = true;
            return;
        }
        m_reading.refuseBadly(fmt::format("Bad argument `{}'", word));
    }

    /// A protocol has options of its own: its match is loaded when one of them is met (load_proto).
    bool loadProtocol()
    {
        if (m_protocolLoaded || m_protocolWord.empty())
            return false;
        std::string_view name = m_protocolWord;
        if (readUnsigned(name, 0, 255))
            name = knownProtocolName(static_cast<std::uint8_t>(*readUnsigned(name, 0, 255)));
        const MatchExtension *extension = matchExtension(m_reading.family, name);
        if (!extension)
            return false;
        m_protocolLoaded = true;
        load(*extension);
        return true;
    }

    void load(const MatchExtension &extension)
    {
        m_matches.push_back(std::make_unique<Loaded<Match>>(Loaded<Match>{&extension, extension.initial, 0}));
        m_uses.push_back({false, m_matches.size() - 1});
    }

    /// add_command
    void command(char letter, std::string_view others = "")
    {
        if (m_inverted)
            refuse("unexpected '!' flag");
        if (m_call.command != 0 && others.find(m_call.command) == others.npos)
            refuse(fmt::format("Cannot use -{} with -{}", letter, m_call.command));
        if (letter == 'Z' && m_call.command != 0)
            m_call.zeroes = true;
        else if (m_call.command == 'Z')
            m_call.zeroes = true, m_call.command = letter;
        else
            m_call.command = letter;
    }

    /// set_option
    void option(char letter, bool mayInvert = false)
    {
        if (m_options.find(letter) != std::string::npos)
            refuse(fmt::format("multiple -{} flags not allowed", letter));
        m_options += letter;
        if (m_inverted && !mayInvert)
            refuse(fmt::format("cannot have ! before -{}", letter));
    }

    int ruleNumber(const std::string &word)
    {
        const auto number = readUnsigned(word, 1, 0x7fffffff);
        if (!number)
            refuse(fmt::format("Invalid rule number `{}'", word));
        return static_cast<int>(number.value_or(1));
    }

    void optionalChain(const OptionReader::Item &item)
    {
        if (item.argument)
            m_call.chain = *item.argument;
        else if (m_words.hasArgument())
            m_call.chain = m_words.take();
    }

    void optionalNumber()
    {
        if (m_words.hasArgument())
            m_call.number = ruleNumber(m_words.take());
    }

    void takeLetter(const OptionReader::Item &item)
    {
        const std::string value = item.argument.value_or("");
        switch (item.letter) {
        case 'A':
        case 'C':
            command(item.letter);
            m_call.chain = value;
            return;
        case 'D':
            command('D');
            m_call.chain = value;
            m_call.byNumber = m_words.hasArgument();
            optionalNumber();
            return;
        case 'R':
            command('R');
            m_call.chain = value;
            if (!m_words.hasArgument())
                refuse("-R requires a rule number");
            optionalNumber();
            return;
        case 'I':
            command('I');
            m_call.chain = value;
            optionalNumber();
            return;
        case 'L':
        case 'S':
            command(item.letter, "Z");
            optionalChain(item);
            optionalNumber();
            return;
        case 'Z':
            command('Z', "LS");
            optionalChain(item);
            m_call.zeroesRule = m_words.hasArgument();
            optionalNumber();
            return;
        case 'F':
        case 'X':
            command(item.letter);
            optionalChain(item);
            return;
        case 'N':
            checkChainName(m_reading, value);
            command('N');
            m_call.chain = value;
            return;
        case 'E':
            command('E');
            m_call.chain = value;
            if (!m_words.hasArgument())
                return refuse("-E requires old-chain-name and new-chain-name");
            m_call.newName = m_words.take();
            return;
        case 'P':
            command('P');
            m_call.chain = value;
            if (!m_words.hasArgument())
                return refuse("-P requires a chain and a policy");
            m_call.policy = m_words.take();
            return;
        default: takeRuleLetter(item.letter, value);
        }
    }

    void takeRuleLetter(char letter, const std::string &value)
    {
        switch (letter) {
        case 'p': takeProtocol(value); return;
        case 's':
            option('s', true);
            m_source = {value, m_inverted};
            return;
        case 'd':
            option('d', true);
            m_destination = {value, m_inverted};
            return;
        case 'i':
        case 'o': takeInterface(letter, value); return;
        case 'f':
            if (m_reading.family == Family::Ipv6)
                return refuse("`-f' is not supported in IPv6, use -m frag instead");
            option('f', true);
            m_rule.fragment = m_inverted ? FragmentMatch::NotLater : FragmentMatch::Later;
            return;
        case 'm': takeMatch(value); return;
        case 'j':
            option('j');
            takeTarget(value);
            return;
        case 'g':
            option('j');
            checkTargetName(value);
            m_rule.target = Jump{value, true};
            return;
        default: takeOtherLetter(letter, value);
        }
    }

    void takeOtherLetter(char letter, const std::string &value)
    {
        switch (letter) {
        case 't':
            if (m_inverted)
                return refuse("unexpected ! flag before --table");
            m_call.table = value;
            return;
        case 'n':
            option('n');
            m_call.form.numeric = true;
            return;
        case 'v':
            if (!m_call.verbose)
                option('v');
            m_call.verbose = m_call.form.verbose = true;
            return;
        case 'x':
            option('x');
            m_call.form.exact = true;
            return;
        case '0':
            option('0');
            m_call.form.numbers = true;
            return;
        case 'w':
        case 'W':
            if (m_from == CallFrom::Restore)
                return refuse(fmt::format("You cannot use `-{}' from iptables-restore", letter));
            if (value.empty() && m_words.hasArgument())
                m_words.take();
            return;
        case 'c': option('c'); return takeCounters(value);
        case 'M': return;
        case '4':
        case '6':
            if ((letter == '4') == (m_reading.family == Family::Ipv4))
                return;
            if (m_from == CallFrom::Restore)
                m_ignored = true;
            else
                m_reading.refusal =
                    Reply{2, {}, fmt::format("Try `{0} -h' or '{0} --help' for more information.\n", m_reading.tool())};
            return;
        case 'V': m_reading.refusal = Reply{0, fmt::format("{} v1.8.9 (nf_tables)\n", m_reading.tool()), {}}; return;
        default: m_reading.refusal = notSimulated(fmt::format("{} -h", m_reading.tool()));
        }
    }

    /// `PACKETS,BYTES`, or in two words.
    void takeCounters(const std::string &value)
    {
        const auto comma = value.find(',', 1);
        const bool hasBoth = comma != std::string::npos;
        if (!hasBoth && !m_words.hasArgument())
            return refuse("-c requires packet and byte counter");
        const std::string bytes = hasBoth ? value.substr(comma + 1) : m_words.take();
        const auto isNumber = [](const std::string &word, std::uint64_t &number) {
            return std::from_chars(word.data(), word.data() + word.size(), number).ec == std::errc();
        };
        if (!isNumber(value, m_call.counted.packets))
            refuse("-c packet counter not numeric");
        else if (!isNumber(bytes, m_call.counted.bytes))
            refuse("-c byte counter not numeric");
    }

    void takeProtocol(const std::string &value)
    {
        option('p', true);
        m_protocolWord = inLowerCase(value);
        const std::uint8_t number = readProtocol(m_reading, m_protocolWord);
        if (number == 0 && m_inverted)
            return refuse("rule would never match protocol");
        if (number != 0)
            m_rule.protocol = ProtocolMatch{number, m_inverted};
        m_reading.protocol = m_rule.protocol;
        static constexpr std::uint8_t headers[] = {43, 44, 51, 60};
        if (m_reading.family == Family::Ipv6 && !m_inverted && std::ranges::find(headers, number) != std::end(headers))
            m_reading.warnings +=
                fmt::format("Warning: never matched protocol: {}. use extension match instead.\n", m_protocolWord);
    }

    void takeInterface(char letter, const std::string &value)
    {
        if (value.empty())
            return refuse("Empty interface is likely to be undesired");
        option(letter, true);
        if (value.size() > longestInterface)
            return refuse(fmt::format("interface name `{}' must be shorter than IFNAMSIZ (15)", value));
        // iptables takes them, and no file could keep them.
        if (!isPrintableLine(value))
            return refuse("interface names with control characters, or that are no UTF-8, are not simulated");
        if (value.find_first_of("/ ") != std::string::npos)
            m_reading.warnings += fmt::format(
                "Warning: weird character in interface `{}' ('/' and ' ' are not allowed by the kernel).\n", value);
        auto &asked = letter == 'i' ? m_rule.in : m_rule.out;
        if (value != "+" || m_inverted) // `+` alone is every interface
            asked = InterfaceMatch{value, m_inverted};
    }

    void takeMatch(const std::string &value)
    {
        if (m_inverted)
            return refuse("unexpected ! flag before --match");
        if (value.size() >= longestName)
            return refuse(fmt::format("Invalid match name \"{}\" ({} chars max)", value, longestName - 1));
        const MatchExtension *extension = matchExtension(m_reading.family, value);
        if (extension)
            return load(*extension);
        if (isUnsimulatedMatch(value))
            m_reading.refusal = notSimulated(fmt::format("{} -m {}", m_reading.tool(), value));
        else
            refuse(fmt::format("Couldn't load match `{}':No such file or directory\n", value));
    }

    /// xt_parse_target
    void checkTargetName(std::string_view name)
    {
        if (name.empty())
            refuse("Invalid target name (too short)");
        else if (name.size() >= longestName)
            refuse(fmt::format("Invalid target name `{}' ({} chars max)", name, longestName - 1));
        else if (std::ranges::any_of(name, isSpace))
            refuse(fmt::format("Invalid target name `{}'", name));
    }

    void takeTarget(const std::string &value)
    {
        checkTargetName(value);
        if (m_reading.refused())
            return;
        if (const TargetExtension *extension = targetExtension(m_reading.family, value)) {
            m_target = Loaded<Target>{extension, extension->initial, 0};
            m_uses.push_back({true, 0});
        } else if (isUnsimulatedTarget(value)) {
            m_reading.refusal = notSimulated(fmt::format("{} -j {}", m_reading.tool(), value));
        } else {
            m_rule.target = Jump{value, false};
        }
    }

    bool has(char letter) const { return m_options.find(letter) != std::string::npos; }

    /// What is looked at once all words are read, in this order.
    void complete()
    {
        const auto *jump = std::get_if<Jump>(&m_rule.target);
        const bool drops = m_call.policy == "DROP" || (m_target && std::holds_alternative<Drop>(m_target->state));
        if (m_call.table == "nat" && drops && !jump)
            refuse("\nThe \"nat\" table is not intended for filtering, the use of DROP is therefore inhibited.\n\n");
        for (const auto &match : m_matches)
            finish(m_reading, *match);
        if (m_target)
            finish(m_reading, *m_target);
        if (m_words.more())
            refuse("unknown arguments found on commandline");
        if (m_call.command == 0)
            refuse("no command specified");
        if (m_inverted)
            refuse("nothing appropriate following !");
        if (!m_reading.refused())
            makeRules();
        if (m_call.command == 'R' && m_call.rules.size() > 1)
            refuse("Replacement rule does not specify a unique address");
        checkOptions(m_reading, m_call, m_options);
        checkChainLength(m_reading, m_call.chain);
        checkDirections(m_reading, m_call, m_options);
        checkTable(m_reading, m_call.table);
        for (const auto &match : m_matches)
            checkProtocol(m_reading, m_rule, match->state);
    }

    /// One rule for each address of the lists after `-s` and `-d`.
    void makeRules()
    {
        if (!m_call.isAboutRule() || m_call.byNumber)
            return;
        for (const auto &match : m_matches)
            m_rule.matches.push_back(match->state);
        if (m_target)
            m_rule.target = m_target->state;
        const std::vector<AddressMatch> sources = addresses(m_source);
        const std::vector<AddressMatch> destinations = addresses(m_destination);
        if ((sources.size() > 1 || destinations.size() > 1) && (m_source.inverted || m_destination.inverted))
            refuse("! not allowed with multiple source or destination IP addresses");
        const auto all = [](const AddressMatch &match) { return match.mask.isUnspecified() && !match.inverted; };
        for (const AddressMatch &source : sources) {
            for (const AddressMatch &destination : destinations) {
                netfilter::Rule rule = m_rule;
                rule.counted = m_call.counted;
                if (!all(source))
                    rule.source = source;
                if (!all(destination))
                    rule.destination = destination;
                m_call.rules.push_back(std::move(rule));
            }
        }
    }

    struct AddressWord {
        std::string list;
        bool inverted = false;
    };

    std::vector<AddressMatch> addresses(const AddressWord &word)
    {
        const IpAddress zero = IpAddress::fromBits(m_reading.family, 0, 0);
        if (word.list.empty())
            return {{zero, zero, false}};
        std::vector<AddressMatch> all = readAddresses(m_reading, word.list);
        for (AddressMatch &match : all)
            match.inverted = word.inverted;
        return all;
    }

    /// An extension, in the order in which they were loaded.
    struct Use {
        bool target;
        std::size_t match;
    };

    Reading &m_reading;
    OptionReader m_words;
    CallFrom m_from;
    RuleCall m_call;
    netfilter::Rule m_rule;
    std::string m_options; ///< the letters that were given
    AddressWord m_source;
    AddressWord m_destination;
    std::string m_protocolWord;
    bool m_protocolLoaded = false;
    bool m_inverted = false;
    bool m_ignored = false;
    std::vector<std::unique_ptr<Loaded<Match>>> m_matches;
    std::optional<Loaded<Target>> m_target;
    std::vector<Use> m_uses;
};

} // namespace

RuleCall readCall(Reading &reading, std::span<const std::string> words, CallFrom from)
{
    return CallReader(reading, words, from).read();
}

} // namespace netdraft::model::command
