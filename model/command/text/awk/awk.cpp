#include "model/command/arguments.h"
#include "model/command/text/awk/machine.h"
#include "model/command/text/escapes.h"
#include "model/command/text/text_tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

using awk_program::Machine;
using awk_program::Value;

/// `NAME=VALUE`; none where it is something else.
std::optional<std::pair<std::string, Value>> assignment(std::string_view word)
{
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos || equals == 0 || (word[0] >= '0' && word[0] <= '9'))
        return std::nullopt;
    const std::string_view name = word.substr(0, equals);
    const bool plain = std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!plain)
        return std::nullopt;
    return std::pair(std::string(name), Value::input(unescaped(word.substr(equals + 1), Octal::Plain).text));
}

/// The words before the program.
struct AwkOptions {
    std::optional<std::string> separator;
    std::vector<std::pair<std::string, Value>> assignments;
    std::optional<Reply> ended;
};

AwkOptions takeOptions(std::span<const std::string> &words)
{
    AwkOptions options;
    while (!words.empty() && words.front().size() > 1 && words.front()[0] == '-') {
        const std::string word = words.front();
        words = words.subspan(1);
        if (word == "--")
            break;
        const char letter = word[1];
        if (letter != 'F' && letter != 'v' && letter != 'f' && letter != 'W') {
            options.ended = complaint(2, fmt::format("awk: not an option: {}", word));
            return options;
        }
        std::string value = word.substr(2);
        if (value.empty()) {
            if (words.empty()) {
                options.ended = complaint(2, fmt::format("awk: option -{} lacks argument", letter));
                return options;
            }
            value = words.front();
            words = words.subspan(1);
        }
        if (letter == 'F') {
            options.separator = unescaped(value, Octal::Plain).text;
        } else if (letter == 'v') {
            auto set = assignment(value);
            if (!set) {
                options.ended = complaint(2, fmt::format("awk: improper assignment: -v {}", value));
                return options;
            }
            options.assignments.push_back(std::move(*set));
        } else {
            options.ended = notSimulated(fmt::format("awk -{}", letter));
            return options;
        }
    }
    return options;
}

} // namespace

Response awk(const TextCall &call)
{
    auto words = call.words;
    const AwkOptions options = takeOptions(words);
    if (options.ended)
        return *options.ended;
    if (words.empty())
        return notSimulated("awk's list of options");
    awk_program::Program program;
    if (const auto trouble = awk_program::read(words.front(), program))
        return trouble->notSimulated ? notSimulated(trouble->text) : complaint(2, "awk: " + trouble->text);
    Machine machine(program);
    if (options.separator)
        machine.assign("FS", Value::of(*options.separator));
    for (const auto &[name, value] : options.assignments)
        machine.assign(name, value);
    machine.begin();
    if (machine.readsRecords() && !machine.ended()) {
        std::vector<std::string> operands(words.begin() + 1, words.end());
        if (std::ranges::all_of(operands, [](const std::string &word) { return assignment(word).has_value(); }))
            operands.emplace_back("-");
        for (const std::string &operand : operands) {
            if (auto set = assignment(operand)) {
                machine.assign(set->first, std::move(set->second));
                continue;
            }
            if (machine.ended())
                break;
            Reply reply;
            const auto inputs =
                inputsOf(call, "awk", {operand}, reply, {"{}: cannot open {} ({})", "{}: {}: {}", 2, 2});
            if (reply.status != 0) {
                Reply soFar = machine.take();
                reply.out = soFar.out + reply.out;
                return reply;
            }
            bool first = true;
            for (const std::string_view line : linesOf(inputs.front().text)) {
                machine.record(line, operand == "-" ? "" : std::string_view(operand), first);
                first = false;
                if (machine.ended())
                    break;
            }
        }
    }
    machine.end();
    return machine.take();
}

} // namespace netdraft::model::command
