#include "model/shell/machine.h"
#include "model/shell/programs.h"
#include "model/shell/reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::shell {

namespace {

using Words = std::span<const std::string>;

int succeed(Machine &, Words)
{
    return 0;
}

int failing(Machine &, Words)
{
    return 1;
}

int echo(Machine &machine, Words words)
{
    bool newLine = true;
    bool escapes = false;
    std::size_t at = 1;
    for (; at < words.size() && words[at].size() > 1 && words[at][0] == '-' &&
           words[at].find_first_not_of("neE", 1) == std::string::npos;
         ++at) {
        newLine = newLine && words[at].find('n') == std::string::npos;
        for (const char c : words[at])
            escapes = c == 'e' || (escapes && c != 'E');
    }
    std::string text;
    bool stops = false;
    for (std::size_t i = at; i < words.size() && !stops; ++i) {
        text += i == at ? "" : " ";
        text += escapes ? unescaped(words[i], &stops) : words[i];
    }
    machine.out(newLine && !stops ? text + '\n' : text);
    return 0;
}

int printfTool(Machine &machine, Words words)
{
    std::size_t at = 1;
    std::string variable;
    if (at + 1 < words.size() && words[at] == "-v") {
        variable = words[at + 1];
        at += 2;
    } else if (at < words.size() && words[at] == "--") {
        ++at;
    }
    if (at >= words.size()) {
        machine.err("printf: usage: printf [-v var] format [arguments]\n");
        return 2;
    }
    int status = 0;
    const std::string text = formatPrintf(words[at], words.subspan(at + 1), status, machine.limits().text);
    if (status != 0)
        machine.complain("printf: invalid number");
    if (variable.empty())
        machine.out(text);
    else
        machine.assign(variable, text);
    return status;
}

int changeDirectory(Machine &machine, Words words)
{
    const std::string path = words.size() > 1 ? words[1] : machine.value("HOME").value_or("/root");
    std::string now = path.starts_with('/') ? path : machine.value("PWD").value_or("/") + '/' + path;
    machine.assign("OLDPWD", machine.value("PWD").value_or("/"));
    machine.assign("PWD", std::move(now));
    return 0;
}

int printDirectory(Machine &machine, Words)
{
    machine.out(machine.value("PWD").value_or("/") + '\n');
    return 0;
}

int exitShell(Machine &machine, Words words)
{
    const int status = words.size() > 1 ? smallNumber(words[1]).value_or(2) & 0xff : machine.state().status;
    machine.leave(Machine::Flow::Exit, status);
    return status;
}

int returnFrom(Machine &machine, Words words)
{
    const int status = words.size() > 1 ? smallNumber(words[1]).value_or(2) & 0xff : machine.state().status;
    if (!machine.inFunction()) {
        machine.complain("return: can only `return' from a function or sourced script");
        return 1;
    }
    machine.leave(Machine::Flow::Return, status);
    return status;
}

int leaveLoop(Machine &machine, Words words)
{
    const int levels = words.size() > 1 ? smallNumber(words[1]).value_or(1) : 1;
    if (machine.loops() > 0)
        machine.leave(words[0] == "break" ? Machine::Flow::Break : Machine::Flow::Continue, 0,
                      std::clamp(levels, 1, machine.loops()));
    return 0;
}

int let(Machine &machine, Words words)
{
    std::int64_t value = 0;
    for (const std::string &word : words.subspan(1)) {
        const auto result = machine.calculate(word);
        if (!result)
            return 1;
        value = *result;
    }
    return value == 0 ? 1 : 0;
}

int eval(Machine &machine, Words words)
{
    std::string text;
    for (const std::string &word : words.subspan(1))
        text += (text.empty() ? "" : " ") + word;
    machine.state().status = 0;
    return machine.runText(text, machine.place());
}

int sourceFile(Machine &machine, Words words)
{
    if (words.size() < 2) {
        machine.complain("source: filename argument required");
        return 2;
    }
    const auto text = machine.readFile(words[1]);
    if (!text) {
        machine.complain(fmt::format("{}: No such file or directory", words[1]));
        machine.diagnose(fmt::format("the file \"{}\" is not read, for it is not part of this script; expected its "
                                     "commands here",
                                     words[1].substr(0, 200)));
        return 1;
    }
    std::vector<std::string> arguments = machine.state().arguments;
    if (words.size() > 2)
        machine.state().arguments.assign(words.begin() + 2, words.end());
    const int status = machine.runText(*text, {machine.addSource(words[1]), 1, 1});
    if (words.size() > 2)
        machine.state().arguments = std::move(arguments);
    return status;
}

int test(Machine &machine, Words words)
{
    if (words[0] == "[") {
        if (words.back() != "]") {
            machine.complain("[: missing `]'");
            return 2;
        }
        words = words.first(words.size() - 1);
    }
    return evaluateTest(machine, words.subspan(1));
}

int command(Machine &machine, Words words)
{
    if (words.size() > 1 && (words[1] == "-v" || words[1] == "-V")) {
        int status = 1;
        for (const std::string &word : words.subspan(2)) {
            const bool builtin = machine.isFunction(word) || builtinNamed(word);
            if (!builtin && !machine.world().knows(word))
                continue;
            machine.out(builtin ? word + '\n' : fmt::format("/usr/sbin/{}\n", word));
            status = 0;
        }
        return status;
    }
    std::size_t at = 1;
    while (at < words.size() && (words[at] == "-p" || words[at] == "--"))
        ++at;
    words = words.subspan(at);
    if (words.empty())
        return 0;
    if (const BuiltinRow *builtin = builtinNamed(words.front()))
        return builtin->run(machine, words);
    return machine.runOutside(words);
}

int which(Machine &machine, Words words)
{
    int status = 0;
    for (const std::string &word : words.subspan(1)) {
        if (word.starts_with('-'))
            continue;
        const BuiltinRow *builtin = builtinNamed(word);
        if (machine.world().knows(word) || (builtin && builtin->isProgram) || (words[0] != "which" && builtin))
            machine.out(words[0] == "hash" ? std::string() : fmt::format("/usr/sbin/{}\n", word));
        else
            status = 1;
    }
    return status;
}

int exec(Machine &machine, Words words)
{
    std::size_t at = 1;
    while (at < words.size() && words[at].starts_with('-'))
        at += words[at] == "-a" ? 2 : 1;
    if (at >= words.size()) {
        machine.keepRedirects();
        return 0;
    }
    const int status = machine.runOutside(words.subspan(at));
    machine.leave(Machine::Flow::Exit, status);
    return status;
}

int runBuiltin(Machine &machine, Words words)
{
    const BuiltinRow *builtin = words.size() > 1 ? builtinNamed(words[1]) : nullptr;
    return builtin ? builtin->run(machine, words.subspan(1)) : 1;
}

int kindOfWord(Machine &machine, Words words)
{
    int status = 0;
    for (const std::string &word : words.subspan(1)) {
        if (word.starts_with('-'))
            continue;
        const bool function = machine.isFunction(word);
        if (!function && !builtinNamed(word) && !machine.world().knows(word)) {
            machine.complain(fmt::format("type: {}: not found", word));
            status = 1;
        } else {
            machine.out(function ? fmt::format("{} is a function\n", word)
                                 : fmt::format("{} is /usr/sbin/{}\n", word, word));
        }
    }
    return status;
}

int wait(Machine &, Words)
{
    return 0;
}

constexpr BuiltinRow builtins[] = {
    {":", succeed, false},
    {"true", succeed, true},
    {"false", failing, true},
    {"echo", echo, true},
    {"printf", printfTool, true},
    {"cd", changeDirectory, false},
    {"pwd", printDirectory, true},
    {"exit", exitShell, false},
    {"logout", exitShell, false},
    {"return", returnFrom, false},
    {"break", leaveLoop, false},
    {"continue", leaveLoop, false},
    {"shift", shift, false},
    {"set", setOptions, false},
    {"unset", unset, false},
    {"let", let, false},
    {"eval", eval, false},
    {"source", sourceFile, false},
    {".", sourceFile, false},
    {"test", test, true},
    {"[", test, true},
    {"trap", trap, false},
    {"command", command, false},
    {"builtin", runBuiltin, false},
    {"which", which, true},
    {"hash", which, false},
    {"type", kindOfWord, false},
    {"exec", exec, false},
    {"getopts", getopts, false},
    {"read", readLine, false},
    {"mapfile", readLines, false},
    {"readarray", readLines, false},
    {"wait", wait, false},
    // They change nothing that is simulated.
    {"umask", succeed, false},
    {"ulimit", succeed, false},
    {"shopt", succeed, false},
    {"alias", succeed, false},
    {"unalias", succeed, false},
    {"enable", succeed, false},
    {"disown", succeed, false},
    {"jobs", succeed, false},
    {"history", succeed, false},
    // Programs that only make text.
    {"seq", seq, true},
    {"basename", basename, true},
    {"dirname", dirname, true},
    {"expr", expr, true},
    {"id", id, true},
    {"whoami", id, true},
    {"cat", cat, true},
};

} // namespace

const BuiltinRow *builtinNamed(std::string_view name)
{
    const std::string_view bare =
        name.starts_with("/bin/") || name.starts_with("/usr/bin/") ? name.substr(name.rfind('/') + 1) : name;
    const auto found = std::ranges::find(builtins, bare, &BuiltinRow::name);
    return found == std::end(builtins) || (bare != name && !found->isProgram) ? nullptr : &*found;
}

} // namespace netdraft::model::shell
