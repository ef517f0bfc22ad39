#include "model/command/arguments.h"
#include "model/command/text/options.h"
#include "model/command/text/text_tools.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::command {

namespace {

std::size_t countWords(std::string_view text)
{
    std::size_t words = 0;
    bool inWord = false;
    for (const char c : text) {
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        words += !space && !inWord ? 1 : 0;
        inWord = !space;
    }
    return words;
}

struct Counts {
    std::size_t lines = 0;
    std::size_t words = 0;
    std::size_t bytes = 0;
};

/// Which counts are shown; none given: all.
struct WcColumns {
    bool lines = false;
    bool words = false;
    bool characters = false;
    bool bytes = false;
    bool any() const { return lines || words || characters || bytes; }
    int count() const
    {
        return static_cast<int>(lines) + static_cast<int>(words) + static_cast<int>(characters) +
               static_cast<int>(bytes);
    }
};

std::string wcLine(const Counts &counts, const WcColumns &columns, std::size_t width, std::string_view name)
{
    std::string line;
    const auto put = [&](bool shown, std::size_t number) {
        if (shown)
            line += fmt::format("{}{:{}}", line.empty() ? "" : " ", number, width);
    };
    put(columns.lines, counts.lines);
    put(columns.words, counts.words);
    put(columns.characters, counts.bytes); // in the locale C each byte is one
    put(columns.bytes, counts.bytes);
    return line + (name.empty() ? "" : " ") + std::string(name) + '\n';
}

/// A number of lines or bytes: `5`, `+5`, `-5`; none for what is no number.
struct Amount {
    char sign = 0;
    std::size_t number = 0;
};
std::optional<Amount> readAmount(std::string_view text)
{
    Amount amount;
    if (text.starts_with('+') || text.starts_with('-')) {
        amount.sign = text.front();
        text.remove_prefix(1);
    }
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount.number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return amount;
}

/// The first lines of a text, with their ends; where `fromEnd`, all but the last ones.
std::string_view firstLines(std::string_view text, std::size_t count, bool fromEnd)
{
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' || i + 1 == text.size())
            ends.push_back(i + 1);
    }
    const std::size_t wanted = fromEnd ? ends.size() - std::min(count, ends.size()) : std::min(count, ends.size());
    return wanted == 0 ? std::string_view() : text.substr(0, ends[wanted - 1]);
}

std::string_view lastLines(std::string_view text, std::size_t count)
{
    return text.substr(firstLines(text, count, true).size());
}

enum class End : bool { Head, Tail };

std::string_view cut(std::string_view text, End end, bool lines, const Amount &amount)
{
    const std::size_t number = amount.number;
    if (end == End::Head) {
        if (lines)
            return firstLines(text, number, amount.sign == '-');
        return text.substr(0, amount.sign == '-' ? text.size() - std::min(number, text.size()) : number);
    }
    const std::size_t skipped = number == 0 ? 0 : number - 1;
    if (amount.sign == '+')
        return text.substr(lines ? firstLines(text, skipped, false).size() : std::min(skipped, text.size()));
    return lines ? lastLines(text, number) : text.substr(text.size() - std::min(number, text.size()));
}

Response headOrTail(const TextCall &call, End end)
{
    static constexpr LongOption longs[] = {{"lines", 'n', LongOption::Value::Required},
                                           {"bytes", 'c', LongOption::Value::Required},
                                           {"quiet", 'q'},
                                           {"silent", 'q'},
                                           {"verbose", 'v'},
                                           {"follow", 'f', LongOption::Value::Optional}};
    const std::string_view tool = end == End::Head ? "head" : "tail";
    std::vector<std::string> words(call.words.begin(), call.words.end());
    // `-5` is an old way to say `-n 5`.
    const bool old = !words.empty() && words[0].size() > 1 && words[0][0] == '-' && words[0][1] >= '0' &&
                     words[0][1] <= '9' && readAmount(words[0]);
    if (old)
        words[0].insert(1, "n");
    const GivenOptions given = readOptions(words, {end == End::Head ? "n:c:qvz" : "n:c:qvzfF", longs});
    if (!given.trouble.empty())
        return complaintOfOptions(tool, given.trouble);
    bool lines = true;
    Amount amount{0, 10};
    std::optional<bool> headers;
    for (const GivenOption &option : given.options) {
        switch (option.letter) {
        case 'n':
        case 'c': {
            lines = option.letter == 'n';
            std::string_view text = option.value;
            if (old && &option == &given.options.front() && text.starts_with('-'))
                text.remove_prefix(1);
            const auto read = readAmount(text);
            if (!read)
                return complaint(
                    1, fmt::format("{}: invalid number of {}: '{}'", tool, lines ? "lines" : "bytes", option.value));
            amount = *read;
            break;
        }
        case 'q': headers = false; break;
        case 'v': headers = true; break;
        default: return notSimulated(fmt::format("{} -{}", tool, option.letter));
        }
    }
    Reply reply;
    const InputComplaints complaints{"{}: cannot open '{}' for reading: {}", "{}: error reading '{}': {}"};
    const auto inputs = inputsOf(call, tool, given.operands, reply, complaints);
    const bool titled = headers.value_or(given.operands.size() > 1);
    for (const InputText &input : inputs) {
        if (titled)
            reply.out += fmt::format("{}==> {} <==\n", reply.out.empty() ? "" : "\n",
                                     input.name == "-" ? "standard input" : input.name);
        reply.out += cut(input.text, end, lines, amount);
    }
    return reply;
}

} // namespace

Response wc(const TextCall &call)
{
    static constexpr LongOption longs[] = {{"lines", 'l'}, {"words", 'w'}, {"bytes", 'c'}, {"chars", 'm'}};
    const GivenOptions given = readOptions(call.words, {"clmwL", longs});
    if (!given.trouble.empty())
        return complaintOfOptions("wc", given.trouble);
    WcColumns columns;
    for (const GivenOption &option : given.options) {
        switch (option.letter) {
        case 'l': columns.lines = true; break;
        case 'w': columns.words = true; break;
        case 'c': columns.bytes = true; break;
        case 'm': columns.characters = true; break;
        default: return notSimulated(fmt::format("wc -{}", option.letter));
        }
    }
    if (!columns.any())
        columns = {true, true, false, true};
    Reply reply;
    const auto inputs = inputsOf(call, "wc", given.operands, reply);
    // As many digits as all files together need bytes; a pipe or a directory, whose size is not known, gets seven.
    const bool many = given.operands.size() > 1;
    std::size_t width = 1;
    if (many || columns.count() > 1) {
        std::size_t total = 0;
        for (const InputText &input : inputs)
            total += input.name == "-" ? 0 : input.text.size();
        width = fmt::format("{}", total).size();
        if (std::ranges::find(inputs, "-", &InputText::name) != inputs.end())
            width = std::max<std::size_t>(width, 7);
    }
    Counts all;
    for (const InputText &input : inputs) {
        const Counts counts{static_cast<std::size_t>(std::ranges::count(input.text, '\n')), countWords(input.text),
                            input.text.size()};
        reply.out += wcLine(counts, columns, width, given.operands.empty() ? std::string_view() : input.name);
        all = {all.lines + counts.lines, all.words + counts.words, all.bytes + counts.bytes};
    }
    if (many && reply.status != 127)
        reply.out += wcLine(all, columns, width, "total");
    return reply;
}

Response head(const TextCall &call)
{
    return headOrTail(call, End::Head);
}

Response tail(const TextCall &call)
{
    return headOrTail(call, End::Tail);
}

Response seq(const TextCall &call)
{
    constexpr long long most = 100000; // numbers that are printed
    std::string separator = "\n";
    bool equalWidth = false;
    auto words = call.words;
    // A negative number is no option.
    while (!words.empty() && words.front().size() > 1 && words.front()[0] == '-' &&
           std::string_view("0123456789.").find(words.front()[1]) == std::string_view::npos) {
        const std::string &word = words.front();
        words = words.subspan(1);
        if (word == "-w" || word == "--equal-width")
            equalWidth = true;
        else if (word == "-s" && !words.empty()) {
            separator = words.front();
            words = words.subspan(1);
        } else if (word.starts_with("-s") && word.size() > 2)
            separator = word.substr(2);
        else if (word == "--")
            break;
        else
            return notSimulated("seq " + word);
    }
    if (words.empty())
        return complaintOfOptions("seq", "missing operand");
    if (words.size() > 3)
        return complaintOfOptions("seq", fmt::format("extra operand '{}'", words[3]));
    std::vector<long long> numbers;
    for (const std::string &word : words) {
        const std::string_view digits = std::string_view(word).substr(word.starts_with('+') ? 1 : 0);
        long long number = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (error == std::errc{} && end != digits.data() + digits.size() && (*end == '.' || *end == 'e'))
            return notSimulated("seq of fractions");
        if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size())
            return complaintOfOptions("seq", fmt::format("invalid floating point argument: '{}'", word));
        numbers.push_back(number);
    }
    const long long first = numbers.size() > 1 ? numbers[0] : 1;
    const long long step = numbers.size() > 2 ? numbers[1] : 1;
    const long long last = numbers.back();
    if (step == 0)
        return complaintOfOptions("seq", fmt::format("invalid Zero increment value: '{}'", words[1]));
    const bool none = step > 0 ? first > last : first < last;
    // Both are far apart only where more would be printed than anybody reads.
    const auto span = static_cast<long double>(last) - static_cast<long double>(first);
    if (!none && span / static_cast<long double>(step) > most)
        return notSimulated(fmt::format("seq of more than {} numbers", most));
    const std::size_t width = equalWidth ? std::max(std::to_string(first).size(), std::to_string(last).size()) : 0;
    Reply reply;
    for (long long number = first; !none && (step > 0 ? number <= last : number >= last); number += step)
        reply.out += fmt::format("{}{:0{}}", number == first ? "" : separator, number, width);
    if (!none)
        reply.out += '\n';
    return reply;
}

} // namespace netdraft::model::command
