#include "model/shell/programs.h"

#include <fmt/format.h>

#include <charconv>

namespace netdraft::model::shell {

namespace {

struct ReadCall {
    std::vector<std::string> names;
    std::string array;
    char delimiter = '\n';
    bool raw = false;
    int fd = 0;
    std::size_t most = std::string::npos;
};

ReadCall callOf(std::span<const std::string> words)
{
    ReadCall call;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (word.size() < 2 || word[0] != '-') {
            call.names.push_back(word);
            continue;
        }
        for (std::size_t j = 1; j < word.size(); ++j) {
            if (word[j] == 'r') {
                call.raw = true;
                continue;
            }
            if (word[j] == 's' || word[j] == 'e')
                continue;
            std::string operand = word.substr(j + 1);
            if (operand.empty() && i + 1 < words.size())
                operand = words[++i];
            if (word[j] == 'a')
                call.array = operand;
            else if (word[j] == 'd')
                call.delimiter = operand.empty() ? '\0' : operand[0];
            else if (word[j] == 'u')
                std::from_chars(operand.data(), operand.data() + operand.size(), call.fd);
            else if (word[j] == 'n' || word[j] == 'N')
                std::from_chars(operand.data(), operand.data() + operand.size(), call.most);
            break;
        }
    }
    return call;
}

/// A character of a line, and whether a backslash kept it from being a separator.
struct Mark {
    char c;
    bool escaped;
};

/// False at the end of the input.
bool readMarks(Machine &machine, const ReadCall &call, std::vector<Mark> &marks)
{
    Source &source = machine.input(call.fd);
    if (source.terminal)
        return true;
    while (source.at < source.text.size() && marks.size() < call.most) {
        const char c = source.text[source.at++];
        machine.noteChange();
        if (c == call.delimiter)
            return true;
        if (c == '\\' && !call.raw && source.at < source.text.size()) {
            const char next = source.text[source.at++];
            if (next != '\n')
                marks.push_back({next, true});
            continue;
        }
        marks.push_back({c, false});
    }
    return marks.size() >= call.most;
}

/// Cuts a line at separators into at most `most` parts, the last of which takes what is left.
std::vector<std::string> cut(const std::vector<Mark> &marks, const std::string &separators, std::size_t most)
{
    const auto separates = [&](const Mark &mark) {
        return !mark.escaped && separators.find(mark.c) != std::string::npos;
    };
    const auto isBlank = [&](const Mark &mark) {
        return separates(mark) && (mark.c == ' ' || mark.c == '\t' || mark.c == '\n');
    };
    std::vector<std::string> parts;
    std::size_t at = 0;
    while (at < marks.size() && isBlank(marks[at]))
        ++at;
    while (at < marks.size()) {
        if (parts.size() + 1 == most) {
            std::size_t end = marks.size();
            while (end > at && isBlank(marks[end - 1]))
                --end;
            // One separator at the very end only ends the last part.
            if (end > at && separates(marks[end - 1]) && !isBlank(marks[end - 1])) {
                bool another = false;
                for (std::size_t i = at; i + 1 < end; ++i)
                    another = another || separates(marks[i]);
                end -= another ? 0 : 1;
            }
            std::string rest;
            for (; at < end; ++at)
                rest += marks[at].c;
            parts.push_back(std::move(rest));
            break;
        }
        std::string part;
        while (at < marks.size() && !separates(marks[at]))
            part += marks[at++].c;
        parts.push_back(std::move(part));
        while (at < marks.size() && isBlank(marks[at]))
            ++at;
        if (at < marks.size() && separates(marks[at]))
            for (++at; at < marks.size() && isBlank(marks[at]);)
                ++at;
    }
    return parts;
}

} // namespace

int readLine(Machine &machine, std::span<const std::string> words)
{
    const ReadCall call = callOf(words);
    if (!machine.hasInput(call.fd)) {
        machine.complain(fmt::format("read: {}: invalid file descriptor: Bad file descriptor", call.fd));
        return 1;
    }
    std::vector<Mark> marks;
    const bool whole = readMarks(machine, call, marks);
    machine.charge(marks.size());
    if (!machine.goesOn())
        return 1;
    const std::string separators = machine.value("IFS").value_or(" \t\n");
    if (!call.array.empty()) {
        machine.unset(call.array);
        Variable &variable = machine.change(call.array);
        variable.kind = Variable::Kind::Indexed;
        for (std::string &part : cut(marks, separators, std::string::npos))
            variable.elements[static_cast<std::int64_t>(variable.elements.size())] = std::move(part);
        return whole ? 0 : 1;
    }
    if (call.names.empty()) {
        std::string line;
        for (const Mark &mark : marks)
            line += mark.c;
        machine.assign("REPLY", std::move(line));
        return whole ? 0 : 1;
    }
    std::vector<std::string> parts = cut(marks, separators, call.names.size());
    parts.resize(call.names.size());
    for (std::size_t i = 0; i < call.names.size(); ++i)
        machine.assign(call.names[i], std::move(parts[i]));
    return whole ? 0 : 1;
}

int readLines(Machine &machine, std::span<const std::string> words)
{
    std::string name = "MAPFILE";
    bool trims = false;
    for (const std::string &word : words.subspan(1)) {
        if (word == "-t")
            trims = true;
        else if (!word.starts_with('-'))
            name = word;
    }
    machine.unset(name);
    Variable &variable = machine.change(name);
    variable.kind = Variable::Kind::Indexed;
    Source &source = machine.input();
    while (source.at < source.text.size()) {
        const std::size_t end = std::min(source.text.find('\n', source.at), source.text.size());
        const std::size_t next = std::min(end + 1, source.text.size());
        machine.charge(next - source.at + 64);
        if (!machine.step())
            return 1;
        variable.elements[static_cast<std::int64_t>(variable.elements.size())] =
            source.text.substr(source.at, (trims ? end : next) - source.at);
        source.at = next;
    }
    return 0;
}

} // namespace netdraft::model::shell
