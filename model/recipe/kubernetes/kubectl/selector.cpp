#include "model/recipe/kubernetes/kubectl/selector.h"

#include "model/recipe/cni/go_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::kubernetes {

namespace {

constexpr std::string_view special = "=!(),><";
constexpr std::string_view blank = " \t\r\n";

/// A word of a selector; an empty one that is not a word stands for its end.
struct Token {
    std::string text;
    bool isWord = false;
    bool isEnd() const { return !isWord && text.empty(); }
    bool is(std::string_view sign) const { return !isWord && text == sign; }
};

std::vector<Token> tokensOf(std::string_view text)
{
    static constexpr std::string_view signs[] = {"==", "!=", ")", ",", "!", "=", ">", "<", "("};
    std::vector<Token> tokens;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(blank), text.size()));
        if (text.empty())
            break;
        if (special.find(text.front()) != std::string_view::npos) {
            const auto *sign =
                std::ranges::find_if(signs, [&](std::string_view each) { return text.starts_with(each); });
            tokens.push_back({std::string(*sign), false});
            text.remove_prefix(sign->size());
            continue;
        }
        const auto end = std::min(text.find_first_of("=!(),>< \t\r\n"), text.size());
        tokens.push_back({std::string(text.substr(0, end)), true});
        text.remove_prefix(end);
    }
    tokens.push_back({});
    return tokens;
}

/// Reads requirements, one after the other.
class SelectorReader
{
public:
    explicit SelectorReader(std::string_view text) : m_tokens(tokensOf(text)) {}

    std::expected<std::vector<Requirement>, std::string> read()
    {
        std::vector<Requirement> all;
        while (!ahead().isEnd()) {
            if (!ahead().isWord && !ahead().is("!"))
                return found(ahead(), ", expected: !, identifier, or 'end of string'");
            auto one = requirement();
            if (!one)
                return std::unexpected("unable to parse requirement: " + one.error());
            all.push_back(*std::move(one));
            const Token &behind = take();
            if (behind.isEnd())
                break;
            if (!behind.is(","))
                return found(behind, ", expected: ',' or 'end of string'");
            if (!ahead().isWord && !ahead().is("!"))
                return found(ahead(), ", expected: identifier after ','");
        }
        return all;
    }

private:
    using Verb = Requirement::Verb;

    const Token &ahead() const { return m_tokens[std::min(m_at, m_tokens.size() - 1)]; }
    const Token &take()
    {
        const Token &token = ahead();
        ++m_at;
        return token;
    }
    static std::unexpected<std::string> found(const Token &token, std::string_view expected)
    {
        return std::unexpected(fmt::format("found '{}'{}", token.text, expected));
    }

    std::expected<Requirement, std::string> requirement()
    {
        Requirement made;
        const bool isNot = ahead().is("!");
        if (isNot)
            take();
        const Token &key = take();
        if (!key.isWord)
            return found(key, ", expected: identifier");
        if (const std::string why = labelKeyRefusal(key.text); !why.empty())
            return std::unexpected(fmt::format("<nil>: Invalid value: {}: {}", cni::goQuoted(key.text), why));
        made.key = key.text;
        made.verb = isNot ? Verb::DoesNotExist : Verb::Exists;
        if (isNot || ahead().isEnd() || ahead().is(","))
            return made;
        const Token &verb = take();
        if (verb.text == "in" || verb.text == "notin") {
            made.verb = verb.text == "in" ? Verb::In : Verb::NotIn;
            if (const std::string why = readSet(made.values); !why.empty())
                return std::unexpected(why);
        } else if (!verb.isWord && std::string_view("= == != > <").find(verb.text) != std::string_view::npos &&
                   !verb.isEnd()) {
            made.verb = verb.text == "!="  ? Verb::NotIn
                        : verb.text == ">" ? Verb::Greater
                        : verb.text == "<" ? Verb::Less
                                           : Verb::In;
            const bool isEmpty = ahead().isEnd() || ahead().is(",");
            if (!isEmpty && !ahead().isWord)
                return found(ahead(), ", expected: identifier");
            made.values.push_back(isEmpty ? std::string() : take().text);
        } else {
            return found(verb, ", expected: in, notin, =, ==, !=, gt, lt");
        }
        return checked(made);
    }

    static std::expected<Requirement, std::string> checked(const Requirement &made)
    {
        std::vector<std::string> problems;
        for (std::size_t i = 0; i < made.values.size(); ++i) {
            const std::string value = cni::goQuoted(made.values[i]);
            const bool compares = made.verb == Verb::Greater || made.verb == Verb::Less;
            if (compares &&
                (made.values[i].empty() || made.values[i].find_first_not_of("0123456789") != std::string::npos))
                problems.push_back(
                    fmt::format("values[{}]: Invalid value: {}: for 'Gt', 'Lt' operators, the value must be "
                                "an integer",
                                i, value));
            if (const std::string why = labelValueRefusal(made.values[i]); !why.empty())
                problems.push_back(fmt::format("values[{}][{}]: Invalid value: {}: {}", i, made.key, value, why));
        }
        if (problems.empty())
            return made;
        std::string text;
        for (const std::string &problem : problems)
            text += (text.empty() ? "" : ", ") + problem;
        return std::unexpected(problems.size() == 1 ? text : '[' + text + ']');
    }

    /// What is between brackets.
    std::string readSet(std::vector<std::string> &values)
    {
        if (const Token &open = take(); !open.is("("))
            return fmt::format("found '{}' expected: '('", open.text);
        if (!ahead().isWord && !ahead().is(",") && !ahead().is(")"))
            return fmt::format("found '{}', expected: ',', ')' or identifier", ahead().text);
        bool isBehindComma = true;
        while (!ahead().is(")")) {
            const Token &token = take();
            if (token.isWord) {
                values.push_back(token.text);
                isBehindComma = false;
                if (!ahead().is(",") && !ahead().is(")"))
                    return fmt::format("found '{}', expected: ',' or ')'", ahead().text);
            } else if (token.is(",")) {
                if (isBehindComma)
                    values.emplace_back();
                isBehindComma = true;
            } else {
                return fmt::format("found '{}', expected: ',', or identifier", token.text);
            }
        }
        take();
        if (isBehindComma)
            values.emplace_back();
        return {};
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
};

bool isNameCharacter(char each, std::string_view also)
{
    return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') ||
           also.find(each) != std::string_view::npos;
}

bool isQualifiedPart(std::string_view text)
{
    return !text.empty() && isNameCharacter(text.front(), "") && isNameCharacter(text.back(), "") &&
           std::ranges::all_of(text, [](char each) { return isNameCharacter(each, "-_."); });
}

} // namespace

std::string labelKeyRefusal(std::string_view key)
{
    constexpr std::string_view rule =
        "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
        "alphanumeric "
        "character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
        "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    constexpr std::size_t longest = 63;
    const auto slash = key.find('/');
    const std::string_view name = slash == std::string_view::npos ? key : key.substr(slash + 1);
    if (name.find('/') != std::string_view::npos)
        return fmt::format(
            "a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and "
            "end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used "
            "for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain "
            "prefix and '/' (e.g. 'example.com/MyName')");
    if (slash == 0)
        return "prefix part must be non-empty";
    if (name.empty())
        return fmt::format("name part must be non-empty; {}", rule);
    if (name.size() > longest)
        return fmt::format("name part must be no more than {} characters", longest);
    return isQualifiedPart(name) ? std::string() : std::string(rule);
}

std::string labelValueRefusal(std::string_view value)
{
    constexpr std::size_t longest = 63;
    if (value.size() > longest)
        return fmt::format("must be no more than {} characters", longest);
    if (value.empty() || isQualifiedPart(value))
        return {};
    return "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must "
           "start "
           "and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for "
           "validation "
           "is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
}

std::expected<std::vector<Requirement>, std::string> parseSelector(std::string_view text)
{
    return SelectorReader(text).read();
}

bool fitsLabels(const Json &object, const std::vector<Requirement> &requirements)
{
    const Json *labels = member(object, "metadata.labels");
    return std::ranges::all_of(requirements, [&](const Requirement &one) {
        using Verb = Requirement::Verb;
        const bool has = labels && labels->is_object() && labels->contains(one.key) && (*labels)[one.key].is_string();
        const std::string value = has ? (*labels)[one.key].get<std::string>() : std::string();
        const bool isListed = has && std::ranges::find(one.values, value) != one.values.end();
        switch (one.verb) {
        case Verb::In: return isListed;
        case Verb::NotIn: return !isListed;
        case Verb::Exists: return has;
        case Verb::DoesNotExist: return !has;
        case Verb::Greater:
        case Verb::Less: break;
        }
        long is = 0;
        long wanted = 0;
        const auto number = [](const std::string &digits, long &to) {
            const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), to);
            return read.ec == std::errc() && read.ptr == digits.data() + digits.size();
        };
        return has && number(value, is) && number(one.values.front(), wanted) &&
               (one.verb == Verb::Greater ? is > wanted : is < wanted);
    });
}

} // namespace netdraft::model::kubernetes
