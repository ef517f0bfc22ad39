#include "model/command/arguments.h"
#include "model/command/text/files.h"
#include "model/command/text/options.h"
#include "model/command/text/text_tools.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::command {

namespace {

constexpr InputComplaints sortComplaints{"{}: cannot read: {}: {}", "{}: read failed: {}: {}", 2, 2};

/// How lines, or parts of them, are compared.
struct Order {
    bool numeric = false;
    bool reversed = false;
    bool foldsCase = false;
    bool skipsBlanks = false;
    bool any() const { return numeric || reversed || foldsCase || skipsBlanks; }
};

/// `-k FIRST[.CHARACTER][,LAST[.CHARACTER]]`, from 1; a last field of 0 is the end of the line, a last character of 0
/// the end of its field.
struct Key {
    std::size_t first = 1;
    std::size_t firstCharacter = 1;
    std::size_t last = 0;
    std::size_t lastCharacter = 0;
    Order order;
};

struct SortOptions {
    std::vector<Key> keys;
    Order order;
    bool unique = false;
    bool stable = false;
    bool checks = false;
    std::optional<char> separator;
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/// The letters of an order; what is left of them is none.
std::string_view takeOrder(Order &order, std::string_view letters)
{
    while (!letters.empty()) {
        switch (letters.front()) {
        case 'n': order.numeric = true; break;
        case 'r': order.reversed = true; break;
        case 'f': order.foldsCase = true; break;
        case 'b': order.skipsBlanks = true; break;
        default: return letters;
        }
        letters.remove_prefix(1);
    }
    return letters;
}

bool takeNumber(std::string_view &text, std::size_t &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{})
        return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

/// What is wrong with a key; empty: nothing.
std::string readKey(std::string_view text, Key &key)
{
    const std::string_view whole = text;
    if (!takeNumber(text, key.first))
        return fmt::format("sort: invalid number at field start: invalid count at start of '{}'", text);
    if (key.first == 0)
        return fmt::format("sort: field number is zero: invalid field specification '{}'", whole);
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (!takeNumber(text, key.firstCharacter))
            return fmt::format("sort: invalid number after '.': invalid count at start of '{}'", text);
        if (key.firstCharacter == 0)
            return fmt::format("sort: character offset is zero: invalid field specification '{}'", whole);
    }
    text = takeOrder(key.order, text);
    if (text.starts_with(',')) {
        text.remove_prefix(1);
        if (!takeNumber(text, key.last))
            return fmt::format("sort: invalid number after ',': invalid count at start of '{}'", text);
        if (key.last == 0)
            return fmt::format("sort: field number is zero: invalid field specification '{}'", whole);
        if (text.starts_with('.')) {
            text.remove_prefix(1);
            if (!takeNumber(text, key.lastCharacter))
                return fmt::format("sort: invalid number after '.': invalid count at start of '{}'", text);
        }
        text = takeOrder(key.order, text);
    }
    return text.empty() ? std::string()
                        : fmt::format("sort: stray character in field spec: invalid field specification '{}'", whole);
}

/// Where the fields of a line are: without a separator each has the blanks before it.
std::vector<std::pair<std::size_t, std::size_t>> fieldsOf(std::string_view line, std::optional<char> separator)
{
    std::vector<std::pair<std::size_t, std::size_t>> fields;
    std::size_t at = 0;
    while (separator || at < line.size()) {
        std::size_t end = at;
        if (separator) {
            end = std::min(line.find(*separator, at), line.size());
        } else {
            while (end < line.size() && isBlank(line[end]))
                ++end;
            while (end < line.size() && !isBlank(line[end]))
                ++end;
        }
        fields.emplace_back(at, end);
        if (separator && end == line.size())
            break;
        at = separator ? end + 1 : end;
    }
    return fields;
}

std::string_view partOf(std::string_view line, const Key &key, std::optional<char> separator)
{
    const auto fields = fieldsOf(line, separator);
    if (key.first > fields.size())
        return {};
    std::size_t start = fields[key.first - 1].first;
    if (key.order.skipsBlanks)
        while (start < line.size() && isBlank(line[start]))
            ++start;
    start = std::min(start + key.firstCharacter - 1, line.size());
    std::size_t end = line.size();
    if (key.last != 0 && key.last <= fields.size()) {
        const auto [from, to] = fields[key.last - 1];
        end = key.lastCharacter == 0 ? to : std::min(from + key.lastCharacter, line.size());
    }
    return line.substr(start, std::max(start, end) - start);
}

/// A decimal number at the start, as digits, so that none is too long: its sign, digits before and behind the point.
struct Digits {
    bool negative = false;
    std::string_view whole;
    std::string_view fraction;
    bool zero() const { return whole.empty() && fraction.empty(); }
};
Digits digitsOf(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    Digits digits;
    digits.negative = text.starts_with('-');
    if (digits.negative)
        text.remove_prefix(1);
    const auto take = [&] {
        const std::string_view taken = text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size()));
        text.remove_prefix(taken.size());
        return taken;
    };
    digits.whole = take();
    digits.whole.remove_prefix(std::min(digits.whole.find_first_not_of('0'), digits.whole.size()));
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        digits.fraction = take();
        digits.fraction = digits.fraction.substr(0, digits.fraction.find_last_not_of('0') + 1);
    }
    return digits;
}

int sign(bool less, bool more)
{
    return less ? -1 : more ? 1 : 0;
}

int compareNumbers(std::string_view a, std::string_view b)
{
    const Digits x = digitsOf(a);
    const Digits y = digitsOf(b);
    const bool xNegative = x.negative && !x.zero();
    const bool yNegative = y.negative && !y.zero();
    if (xNegative != yNegative)
        return xNegative ? -1 : 1;
    int order = sign(x.whole.size() < y.whole.size(), x.whole.size() > y.whole.size());
    if (order == 0)
        order = x.whole.compare(y.whole);
    if (order == 0)
        order = x.fraction.compare(y.fraction);
    return xNegative ? -order : order;
}

int compareTexts(std::string_view a, std::string_view b, bool foldsCase)
{
    if (!foldsCase)
        return a.compare(b);
    const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 0x20) : c; };
    const bool less = std::ranges::lexicographical_compare(a, b, {}, upper, upper);
    const bool more = std::ranges::lexicographical_compare(b, a, {}, upper, upper);
    return sign(less, more);
}

int compareParts(std::string_view a, std::string_view b, const Order &order)
{
    const int result = order.numeric ? compareNumbers(a, b) : compareTexts(a, b, order.foldsCase);
    return order.reversed ? -result : result;
}

/// By what was asked for alone.
int compareLines(std::string_view a, std::string_view b, const SortOptions &options)
{
    if (options.keys.empty())
        return options.order.skipsBlanks && !options.order.numeric
                   ? compareParts(a.substr(std::min(a.find_first_not_of(" \t"), a.size())),
                                  b.substr(std::min(b.find_first_not_of(" \t"), b.size())), options.order)
                   : compareParts(a, b, options.order);
    for (Key key : options.keys) {
        if (!key.order.any())
            key.order = options.order;
        const int result =
            compareParts(partOf(a, key, options.separator), partOf(b, key, options.separator), key.order);
        if (result != 0)
            return result;
    }
    return 0;
}

} // namespace

Response sort(const TextCall &call)
{
    static constexpr LongOption longs[] = {
        {"numeric-sort", 'n'},
        {"reverse", 'r'},
        {"unique", 'u'},
        {"key", 'k', LongOption::Value::Required},
        {"stable", 's'},
        {"field-separator", 't', LongOption::Value::Required},
        {"ignore-case", 'f'},
        {"ignore-leading-blanks", 'b'},
        {"check", 'c'},
        {"version-sort", 'V'},
        {"human-numeric-sort", 'h'},
    };
    const GivenOptions given = readOptions(call.words, {"nrufbsck:t:VhgMRimo:z", longs});
    if (!given.trouble.empty())
        return complaintOfOptions("sort", given.trouble, 2);
    SortOptions options;
    for (const GivenOption &option : given.options) {
        switch (option.letter) {
        case 'n': options.order.numeric = true; break;
        case 'r': options.order.reversed = true; break;
        case 'f': options.order.foldsCase = true; break;
        case 'b': options.order.skipsBlanks = true; break;
        case 'u': options.unique = true; break;
        case 's': options.stable = true; break;
        case 'c': options.checks = true; break;
        case 'k':
            if (const std::string wrong = readKey(option.value, options.keys.emplace_back()); !wrong.empty())
                return complaint(2, wrong);
            break;
        case 't':
            if (option.value.empty())
                return complaint(2, "sort: empty tab");
            if (option.value.size() > 1 && option.value != "\\0")
                return complaint(2, fmt::format("sort: multi-character tab '{}'", option.value));
            options.separator = option.value == "\\0" ? '\0' : option.value.front();
            break;
        default: return notSimulated(fmt::format("sort -{}", option.letter));
        }
    }
    Reply reply;
    const auto inputs = inputsOf(call, "sort", given.operands, reply, sortComplaints);
    if (reply.status != 0)
        return reply; // it sorts all or nothing
    std::vector<std::string_view> lines;
    for (const InputText &input : inputs) {
        const auto more = linesOf(input.text);
        lines.insert(lines.end(), more.begin(), more.end());
    }
    // Where all keys are equal, the whole lines are compared.
    const auto before = [&](std::string_view a, std::string_view b) {
        const int order = compareLines(a, b, options);
        if (order != 0 || options.unique || options.stable)
            return order < 0;
        return options.order.reversed ? b < a : a < b;
    };
    if (options.checks) {
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const bool wrong =
                options.unique ? compareLines(lines[i - 1], lines[i], options) >= 0 : before(lines[i], lines[i - 1]);
            if (wrong)
                return complaint(1, fmt::format("sort: {}:{}: disorder: {}", inputs.front().name, i + 1, lines[i]));
        }
        return {};
    }
    std::ranges::stable_sort(lines, before);
    if (options.unique) {
        const auto same = [&](std::string_view a, std::string_view b) { return compareLines(a, b, options) == 0; };
        const auto rest = std::ranges::unique(lines, same);
        lines.erase(rest.begin(), rest.end());
    }
    for (const std::string_view line : lines)
        reply.out += std::string(line) + '\n';
    return reply;
}

} // namespace netdraft::model::command
