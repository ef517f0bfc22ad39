#include "model/recipe/kubernetes/kubectl/flags.h"

#include "model/names/node_files.h"
#include "model/recipe/kubernetes/kubectl/subcommands.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

bool isNumber(std::string_view text)
{
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool isBool(std::string_view text)
{
    static constexpr std::string_view all[] = {"1", "t", "T", "true",  "TRUE",  "True",
                                               "0", "f", "F", "false", "FALSE", "False"};
    return std::ranges::find(all, text) != std::end(all);
}

bool isDuration(std::string_view text)
{
    if (text == "0")
        return true;
    const auto digits = [&] {
        const auto end = std::min(text.find_first_not_of("0123456789."), text.size());
        text.remove_prefix(end);
        return end != 0;
    };
    static constexpr std::string_view units[] = {"ns", "us", "ms", "s", "m", "h"};
    while (digits()) {
        const auto *unit = std::ranges::find_if(units, [&](std::string_view each) { return text.starts_with(each); });
        if (unit == std::end(units))
            return false;
        text.remove_prefix(unit->size());
        if (text.empty())
            return true;
    }
    return false;
}

/// What Go says of a value that a flag does not take; empty: it does.
std::string whyNot(FlagValue takes, const std::string &text)
{
    const auto parsing = [&](std::string_view what) {
        return fmt::format("strconv.{}: parsing \"{}\": invalid syntax", what, text);
    };
    switch (takes) {
    case FlagValue::Nothing: return isBool(text) ? std::string() : parsing("ParseBool");
    case FlagValue::Number: return isNumber(text) ? std::string() : parsing("ParseInt");
    case FlagValue::Duration:
        return isDuration(text) ? std::string() : fmt::format("time: invalid duration \"{}\"", text);
    default: return {};
    }
}

/// Reads one word after the other.
class Reader
{
public:
    Reader(std::span<const std::string> words, std::string_view path) : m_words(words) { m_read.path = path; }

    Flags read()
    {
        for (; m_at < m_words.size() && m_read.unknown.empty() && !m_read.asksForHelp; ++m_at) {
            const std::string &word = m_words[m_at];
            if (word == "--") {
                m_read.hasCommand = true;
                m_read.command.assign(m_words.begin() + static_cast<std::ptrdiff_t>(m_at) + 1, m_words.end());
                break;
            }
            if (word.starts_with("--"))
                readLong(word);
            else if (word.size() > 1 && word[0] == '-')
                readShort(word);
            else
                m_read.words.push_back(word);
        }
        return std::move(m_read);
    }

private:
    void refuse(const std::string &why)
    {
        m_read.unknown = fmt::format("error: {}\nSee 'kubectl {}--help' for usage.\n", why,
                                     m_read.path.empty() ? std::string() : m_read.path + ' ');
    }

    void take(const FlagEntry &flag, const std::string &value)
    {
        if (const std::string why = whyNot(flag.takes, value); !why.empty()) {
            const std::string shown =
                flag.letter ? fmt::format("-{}, --{}", flag.letter, flag.name) : fmt::format("--{}", flag.name);
            return refuse(fmt::format("invalid argument \"{}\" for \"{}\" flag: {}", value, shown, why));
        }
        m_read.asksForHelp = m_read.asksForHelp || flag.name == "help";
        if (m_read.unsimulated.empty() && !flag.isSimulated)
            m_read.unsimulated = fmt::format("--{}", flag.name);
        m_read.given[std::string(flag.name)].push_back(value);
    }

    void readLong(const std::string &word)
    {
        const auto equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        if (name.empty() || name.starts_with('-'))
            return refuse(fmt::format("bad flag syntax: {}", word));
        const auto flag = flagNamed(m_read.path, name);
        if (!flag)
            return refuse(fmt::format("unknown flag: --{}", name));
        if (equals != std::string::npos)
            return take(*flag, word.substr(equals + 1));
        if (flag->takes == FlagValue::Nothing || flag->takes == FlagValue::Perhaps)
            return take(*flag, flag->takes == FlagValue::Nothing ? "true" : "unchanged");
        if (m_at + 1 == m_words.size())
            return refuse(fmt::format("flag needs an argument: {}", word));
        take(*flag, m_words[++m_at]);
    }

    void readShort(const std::string &word)
    {
        for (std::size_t i = 1; i < word.size() && m_read.unknown.empty(); ++i) {
            const auto flag = flagLettered(m_read.path, word[i]);
            if (!flag)
                return refuse(fmt::format("unknown shorthand flag: '{}' in -{}", word[i], word.substr(i)));
            const bool isAttached = i + 1 < word.size();
            if (isAttached && word[i + 1] == '=')
                return take(*flag, word.substr(i + 2));
            if (flag->takes == FlagValue::Nothing) {
                take(*flag, "true");
                continue;
            }
            if (isAttached)
                return take(*flag, word.substr(i + 1));
            if (m_at + 1 == m_words.size())
                return refuse(fmt::format("flag needs an argument: '{}' in -{}", word[i], word.substr(i)));
            return take(*flag, m_words[++m_at]);
        }
    }

    std::span<const std::string> m_words;
    std::size_t m_at = 0;
    Flags m_read;
};

} // namespace

bool Flags::has(std::string_view name) const
{
    const auto found = given.find(name);
    static constexpr std::string_view no[] = {"0", "f", "F", "false", "FALSE", "False"};
    return found != given.end() && std::ranges::find(no, std::string_view(found->second.back())) == std::end(no);
}

std::string Flags::value(std::string_view name, std::string_view otherwise) const
{
    const auto found = given.find(name);
    return found == given.end() ? std::string(otherwise) : found->second.back();
}

std::string Flags::joined(std::size_t first) const
{
    return fmt::format("{}", fmt::join(words.begin() + static_cast<std::ptrdiff_t>(first), words.end(), " "));
}

std::vector<std::string> Flags::list(std::string_view name) const
{
    std::vector<std::string> all;
    if (const auto found = given.find(name); found != given.end())
        for (const std::string &text : found->second)
            for (std::string &part : names::splitAt(text, ','))
                all.push_back(std::move(part));
    return all;
}

Flags readFlags(std::span<const std::string> words, std::string_view path)
{
    return Reader(words, path).read();
}

} // namespace netdraft::model::kubernetes
