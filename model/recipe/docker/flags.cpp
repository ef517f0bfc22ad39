#include "model/recipe/docker/verbs.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace netdraft::model::docker {

namespace {

struct KnownFlag {
    std::string name;
    bool hasValue = false;
};

/// Finds `-p` or `--publish` in a list such as `-p,--publish= -d,--detach`.
std::optional<KnownFlag> knownFlag(std::string_view known, std::string_view word)
{
    while (!known.empty()) {
        std::string_view one = known.substr(0, known.find(' '));
        known.remove_prefix(std::min(one.size() + 1, known.size()));
        const bool hasValue = one.ends_with('=');
        if (hasValue)
            one.remove_suffix(1);
        const auto comma = one.find(',');
        const std::string_view longName = comma == std::string_view::npos ? one : one.substr(comma + 1);
        const std::string_view shortName = comma == std::string_view::npos ? std::string_view() : one.substr(0, comma);
        if (word == longName || (!shortName.empty() && word == shortName))
            return KnownFlag{std::string(longName.substr(2)), hasValue};
    }
    return std::nullopt;
}

std::optional<int> numberOf(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0 || number > 65535)
        return std::nullopt;
    return number;
}

struct PortRange {
    int first = 0;
    int last = 0;
    int count() const { return last - first + 1; }
};

std::optional<PortRange> rangeOf(std::string_view text)
{
    const auto dash = text.find('-');
    const auto first = numberOf(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : numberOf(text.substr(dash + 1));
    if (!first || !last || *first > *last)
        return std::nullopt;
    return PortRange{*first, *last};
}

} // namespace

bool Flags::has(std::string_view name) const
{
    return std::ranges::any_of(given, [&](const auto &flag) { return flag.first == name && flag.second != "false"; });
}

std::string Flags::value(std::string_view name) const
{
    std::string value;
    for (const auto &flag : given)
        if (flag.first == name)
            value = flag.second;
    return value;
}

std::vector<std::string> Flags::values(std::string_view name) const
{
    std::vector<std::string> values;
    for (const auto &flag : given)
        if (flag.first == name)
            values.push_back(flag.second);
    return values;
}

Flags readFlags(Words words, std::string_view known, Until until)
{
    Flags flags;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string &word = words[at];
        if (word == "--help") {
            flags.help = true;
            return flags;
        }
        if (word == "--" || word.size() < 2 || word[0] != '-') {
            const std::size_t from = word == "--" ? at + 1 : at;
            if (until == Until::Command || word == "--") {
                flags.rest.insert(flags.rest.end(), words.begin() + static_cast<std::ptrdiff_t>(from), words.end());
                return flags;
            }
            flags.rest.push_back(word);
            continue;
        }
        if (word.starts_with("--")) {
            const auto equals = word.find('=');
            const std::string name = word.substr(0, equals);
            const auto flag = knownFlag(known, name);
            if (!flag) {
                flags.error = "unknown flag: " + name;
                return flags;
            }
            if (!flag->hasValue || equals != std::string::npos) {
                flags.given.emplace_back(flag->name, equals == std::string::npos ? "true" : word.substr(equals + 1));
            } else if (++at < words.size()) {
                flags.given.emplace_back(flag->name, words[at]);
            } else {
                flags.error = "flag needs an argument: " + name;
                return flags;
            }
            continue;
        }
        for (std::size_t letter = 1; letter < word.size(); ++letter) {
            const auto flag = knownFlag(known, fmt::format("-{}", word[letter]));
            if (!flag) {
                flags.error = fmt::format("unknown shorthand flag: '{}' in {}", word[letter], word);
                return flags;
            }
            if (!flag->hasValue) {
                flags.given.emplace_back(flag->name, "true");
                continue;
            }
            std::string value = word.substr(letter + 1);
            if (value.starts_with('='))
                value.erase(0, 1);
            if (value.empty()) {
                if (++at >= words.size()) {
                    flags.error = fmt::format("flag needs an argument: '{}' in {}", word[letter], word);
                    return flags;
                }
                value = words[at];
            }
            flags.given.emplace_back(flag->name, std::move(value));
            break;
        }
    }
    return flags;
}

Said usage(std::string_view verb, std::string_view needs, std::string_view form, std::string_view purpose)
{
    return {1,
            {},
            fmt::format("\"docker {0}\" {1}.\nSee 'docker {0} --help'.\n\nUsage:  docker {0} {2}\n\n{3}\n", verb, needs,
                        form, purpose)};
}

Expected<std::vector<Port>> readPorts(const std::string &text)
{
    std::string_view rest = text;
    std::string protocol = "tcp";
    if (const auto slash = rest.rfind('/'); slash != std::string_view::npos) {
        protocol = rest.substr(slash + 1);
        rest = rest.substr(0, slash);
    }
    std::vector<std::string_view> parts;
    for (std::size_t from = 0;;) {
        const auto colon = rest.find(':', from);
        parts.push_back(rest.substr(from, colon == std::string_view::npos ? colon : colon - from));
        if (colon == std::string_view::npos)
            break;
        from = colon + 1;
    }
    const std::string_view inside = parts.back();
    const std::string_view outside = parts.size() >= 2 ? parts[parts.size() - 2] : std::string_view();
    const std::string address(parts.size() >= 3 ? rest.substr(0, rest.size() - inside.size() - outside.size() - 2)
                                                : std::string_view());
    if (!address.empty() && !IpAddress::parse(address))
        return std::unexpected("Invalid ip address: " + address);
    if (inside.empty())
        return std::unexpected(fmt::format("No port specified: {}<empty>", text));
    const auto to = rangeOf(inside);
    if (!to)
        return std::unexpected(fmt::format("Invalid containerPort: {}", inside));
    std::optional<PortRange> from;
    if (!outside.empty()) {
        from = rangeOf(outside);
        if (!from)
            return std::unexpected(fmt::format("Invalid hostPort: {}", outside));
        if (from->count() != to->count() && to->count() != 1)
            return std::unexpected(
                fmt::format("Invalid ranges specified for container and host Ports: {} and {}", inside, outside));
    }
    if (protocol != "tcp" && protocol != "udp" && protocol != "sctp")
        return std::unexpected("Invalid proto: " + protocol);
    std::vector<Port> ports;
    ports.reserve(static_cast<std::size_t>(to->count()));
    for (int i = 0; i < to->count(); ++i)
        ports.push_back({address, from ? from->first + i : 0, to->first + i, protocol});
    return ports;
}

std::string invalidName(std::string_view name)
{
    const auto isPlain = [](char each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9');
    };
    const bool isValid = name.size() >= 2 && isPlain(name[0]) && std::ranges::all_of(name, [&](char each) {
                             return isPlain(each) || each == '_' || each == '.' || each == '-';
                         });
    return isValid ? std::string()
                   : fmt::format("Invalid container name ({}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed", name);
}

} // namespace netdraft::model::docker
