#include "model/command/arguments.h"
#include "model/command/text/options.h"
#include "model/command/text/text_tools.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace netdraft::model::command {

namespace {

/// Fields or characters from one to another, both counted from 1.
struct Range {
    std::size_t first = 1;
    std::size_t last = std::numeric_limits<std::size_t>::max();
};

/// `1,3-5,7-`; what is wrong with it: empty if nothing.
std::string readRanges(std::string_view text, bool fields, std::vector<Range> &ranges)
{
    const std::string_view unit = fields ? "field value" : "byte or character position";
    while (true) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view word = text.substr(0, comma);
        const std::size_t dash = word.find('-');
        Range range;
        const auto number = [](std::string_view digits, std::size_t &value) {
            const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
            return error == std::errc{} && end == digits.data() + digits.size();
        };
        const std::string_view from = word.substr(0, dash);
        const std::string_view to = dash == std::string_view::npos ? from : word.substr(dash + 1);
        if (dash != std::string_view::npos && from.empty() && to.empty())
            return "invalid range with no endpoint: -";
        const bool read = (from.empty() && dash != std::string_view::npos ? true : number(from, range.first)) &&
                          (to.empty() && dash != std::string_view::npos ? true : number(to, range.last));
        if (!read)
            return fmt::format("invalid {} '{}'", unit, word);
        if (range.first == 0 || range.last == 0)
            return fields ? "fields are numbered from 1" : "byte/character positions are numbered from 1";
        if (range.last < range.first)
            return "invalid decreasing range";
        ranges.push_back(range);
        if (comma == text.size())
            return {};
        text.remove_prefix(comma + 1);
    }
}

struct CutOptions {
    std::vector<Range> ranges;
    bool fields = false;
    char delimiter = '\t';
    std::optional<std::string> joint;
    bool onlyDelimited = false;
    bool complement = false;

    bool takes(std::size_t number) const
    {
        return complement !=
               std::ranges::any_of(ranges, [&](const Range &r) { return r.first <= number && number <= r.last; });
    }
};

void cutLine(std::string &out, std::string_view line, const CutOptions &options)
{
    if (!options.fields) {
        bool gap = false;
        bool any = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (!options.takes(i + 1)) {
                gap = true;
                continue;
            }
            if (gap && any && options.joint)
                out += *options.joint;
            out += line[i];
            any = true;
            gap = false;
        }
        out += '\n';
        return;
    }
    if (line.find(options.delimiter) == std::string_view::npos) {
        if (!options.onlyDelimited)
            out += std::string(line) + '\n';
        return;
    }
    bool any = false;
    for (std::size_t number = 1;; ++number) {
        const std::size_t end = std::min(line.find(options.delimiter), line.size());
        if (options.takes(number)) {
            if (any)
                out += options.joint ? *options.joint : std::string(1, options.delimiter);
            out += line.substr(0, end);
            any = true;
        }
        if (end == line.size())
            break;
        line.remove_prefix(end + 1);
    }
    out += '\n';
}

/// The cells of a line for `column -t`.
std::vector<std::string_view> cellsOf(std::string_view line, const std::optional<std::string> &separators)
{
    std::vector<std::string_view> cells;
    if (separators) {
        while (true) {
            const std::size_t end = std::min(line.find_first_of(*separators), line.size());
            cells.push_back(line.substr(0, end));
            if (end == line.size())
                return cells;
            line.remove_prefix(end + 1);
        }
    }
    while (true) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        if (line.empty())
            return cells;
        const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
        cells.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
}

} // namespace

Response cut(const TextCall &call)
{
    using Value = LongOption::Value;
    static constexpr LongOption longs[] = {{"bytes", 'b', Value::Required},
                                           {"characters", 'c', Value::Required},
                                           {"fields", 'f', Value::Required},
                                           {"delimiter", 'd', Value::Required},
                                           {"only-delimited", 's'},
                                           {"complement", 'C'},
                                           {"output-delimiter", 'O', Value::Required}};
    const GivenOptions given = readOptions(call.words, {"b:c:f:d:snz", longs});
    if (!given.trouble.empty())
        return complaintOfOptions("cut", given.trouble);
    CutOptions options;
    std::optional<std::string> list;
    bool delimited = false;
    for (const GivenOption &option : given.options) {
        switch (option.letter) {
        case 'b':
        case 'c':
        case 'f':
            if (list)
                return complaintOfOptions("cut", "only one list may be specified");
            list = option.value;
            options.fields = option.letter == 'f';
            break;
        case 'd':
            if (option.value.size() > 1)
                return complaintOfOptions("cut", "the delimiter must be a single character");
            options.delimiter = option.value.empty() ? '\0' : option.value.front();
            delimited = true;
            break;
        case 's': options.onlyDelimited = true; break;
        case 'C': options.complement = true; break;
        case 'O': options.joint = option.value; break;
        case 'n': break;
        default: return notSimulated(fmt::format("cut -{}", option.letter));
        }
    }
    if (!list)
        return complaintOfOptions("cut", "you must specify a list of bytes, characters, or fields");
    if (const std::string wrong = readRanges(*list, options.fields, options.ranges); !wrong.empty())
        return complaintOfOptions("cut", wrong);
    if (!options.fields && delimited)
        return complaintOfOptions("cut", "an input delimiter may be specified only when operating on fields");
    if (!options.fields && options.onlyDelimited)
        return complaintOfOptions("cut",
                                  "suppressing non-delimited lines makes sense\n\tonly when operating on fields");
    Reply reply;
    for (const InputText &input : inputsOf(call, "cut", given.operands, reply)) {
        for (const std::string_view line : linesOf(input.text))
            cutLine(reply.out, line, options);
    }
    return reply;
}

Response uniq(const TextCall &call)
{
    static constexpr LongOption longs[] = {{"count", 'c'}, {"repeated", 'd'}, {"unique", 'u'}, {"ignore-case", 'i'}};
    const GivenOptions given = readOptions(call.words, {"cduiDf:s:w:z", longs});
    if (!given.trouble.empty())
        return complaintOfOptions("uniq", given.trouble);
    bool counts = false;
    bool repeated = false;
    bool single = false;
    bool foldsCase = false;
    for (const GivenOption &option : given.options) {
        switch (option.letter) {
        case 'c': counts = true; break;
        case 'd': repeated = true; break;
        case 'u': single = true; break;
        case 'i': foldsCase = true; break;
        default: return notSimulated(fmt::format("uniq -{}", option.letter));
        }
    }
    if (given.operands.size() > 2)
        return complaintOfOptions("uniq", fmt::format("extra operand '{}'", given.operands[2]));
    if (given.operands.size() == 2)
        return notSimulated("uniq into a file");
    Reply reply;
    const auto inputs = inputsOf(call, "uniq", given.operands, reply);
    if (inputs.empty())
        return reply;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; };
    const auto same = [&](std::string_view a, std::string_view b) {
        return foldsCase ? std::ranges::equal(a, b, {}, lower, lower) : a == b;
    };
    const auto lines = linesOf(inputs.front().text);
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t end = i + 1;
        while (end < lines.size() && same(lines[i], lines[end]))
            ++end;
        const std::size_t count = end - i;
        if ((count > 1 && !single) || (count == 1 && !repeated))
            reply.out += counts ? fmt::format("{:7} {}\n", count, lines[i]) : fmt::format("{}\n", lines[i]);
        i = end;
    }
    return reply;
}

Response column(const TextCall &call)
{
    using Value = LongOption::Value;
    static constexpr LongOption longs[] = {
        {"table", 't'}, {"separator", 's', Value::Required}, {"output-separator", 'o', Value::Required}};
    const GivenOptions given = readOptions(call.words, {"ts:o:", longs});
    if (!given.trouble.empty())
        return complaintOfOptions("column", given.trouble);
    bool table = false;
    std::optional<std::string> separators;
    std::string between = "  ";
    for (const GivenOption &option : given.options) {
        switch (option.letter) {
        case 't': table = true; break;
        case 's': separators = option.value; break;
        default: between = option.value;
        }
    }
    if (!table)
        return notSimulated("column without -t");
    Reply reply;
    const auto inputs = inputsOf(call, "column", given.operands, reply);
    std::vector<std::vector<std::string_view>> rows;
    std::vector<std::size_t> widths;
    for (const InputText &input : inputs) {
        for (const std::string_view line : linesOf(input.text)) {
            if (line.find_first_not_of(" \t") == std::string_view::npos)
                continue;
            rows.push_back(cellsOf(line, separators));
            widths.resize(std::max(widths.size(), rows.back().size()));
            for (std::size_t i = 0; i < rows.back().size(); ++i)
                widths[i] = std::max(widths[i], rows.back()[i].size());
        }
    }
    for (const auto &row : rows) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const std::string_view cell = i < row.size() ? row[i] : std::string_view();
            const bool last = i + 1 == widths.size();
            reply.out += last ? std::string(cell) : fmt::format("{:{}}{}", cell, widths[i], between);
        }
        reply.out += '\n';
    }
    return reply;
}

} // namespace netdraft::model::command
