#include "model/shell/programs.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::shell {

namespace {

using Words = std::span<const std::string>;

} // namespace

std::optional<int> smallNumber(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

int shift(Machine &machine, Words words)
{
    auto &arguments = machine.state().arguments;
    const int by = words.size() > 1 ? smallNumber(words[1]).value_or(1) : 1;
    if (by < 0 || static_cast<std::size_t>(by) > arguments.size())
        return 1;
    arguments.erase(arguments.begin(), arguments.begin() + by);
    if (by > 0)
        machine.noteChange();
    return 0;
}

namespace {

void setOption(State &state, char letter, bool on)
{
    if (letter == 'e')
        state.errexit = on;
    else if (letter == 'u')
        state.nounset = on;
}

} // namespace

int setOptions(Machine &machine, Words words)
{
    State &state = machine.state();
    std::size_t at = 1;
    bool replaces = false;
    for (; at < words.size(); ++at) {
        const std::string &word = words[at];
        if (word == "--") {
            replaces = true;
            ++at;
            break;
        }
        if (word.size() < 2 || (word[0] != '-' && word[0] != '+'))
            break;
        const bool on = word[0] == '-';
        for (const char letter : word.substr(1)) {
            if (letter != 'o') {
                setOption(state, letter, on);
                continue;
            }
            const std::string option = at + 1 < words.size() ? words[++at] : std::string();
            state.pipefail = option == "pipefail" ? on : state.pipefail;
            state.errexit = option == "errexit" ? on : state.errexit;
            state.nounset = option == "nounset" ? on : state.nounset;
        }
    }
    if (replaces || at < words.size()) {
        state.arguments.assign(words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
        machine.noteChange();
    }
    return 0;
}

int unset(Machine &machine, Words words)
{
    bool functions = false;
    for (const std::string &word : words.subspan(1)) {
        if (word == "-f" || word == "-v") {
            functions = word == "-f";
            continue;
        }
        const auto open = word.find('[');
        if (functions) {
            machine.state().functions.erase(word);
        } else if (open != std::string::npos && word.ends_with(']')) {
            machine.unsetElement(word.substr(0, open), word.substr(open + 1, word.size() - open - 2));
        } else if (const Variable *variable = machine.find(word); variable && variable->readonly) {
            machine.complain(fmt::format("unset: {}: cannot unset: readonly variable", word));
            return 1;
        } else if (variable) {
            machine.unset(word);
        } else if (machine.isFunction(word)) {
            machine.state().functions.erase(word);
        }
    }
    return 0;
}

namespace {

std::string signalOf(std::string name)
{
    if (name.starts_with("SIG"))
        name.erase(0, 3);
    return name == "0" ? "EXIT" : name == "2" ? "INT" : name == "15" ? "TERM" : name == "1" ? "HUP" : name;
}

} // namespace

int trap(Machine &machine, Words words)
{
    if (words.size() > 1 && words[1] == "--")
        words = words.subspan(1);
    if (words.size() < 2 || words[1] == "-p" || words[1] == "-l")
        return 0;
    if (words.size() == 2) {
        machine.state().traps.erase(signalOf(words[1]));
        return 0;
    }
    for (const std::string &word : words.subspan(2)) {
        if (words[1] == "-")
            machine.state().traps.erase(signalOf(word));
        else
            machine.state().traps[signalOf(word)] = words[1];
    }
    machine.noteChange();
    return 0;
}

int getopts(Machine &machine, Words words)
{
    if (words.size() < 3) {
        machine.complain("getopts: usage: getopts optstring name [arg ...]");
        return 2;
    }
    const std::string_view options = words[1];
    const std::vector<std::string> given(words.begin() + 3, words.end());
    const std::vector<std::string> &arguments = words.size() > 3 ? given : machine.state().arguments;
    const Variable *inner = machine.find("_OPTAT");
    auto index = static_cast<std::size_t>(smallNumber(machine.value("OPTIND").value_or("1")).value_or(1));
    auto letter = static_cast<std::size_t>(inner ? smallNumber(inner->value).value_or(1) : 1);
    machine.unset("OPTARG");
    const auto end = [&] {
        machine.assign(words[2], "?");
        machine.assign("OPTIND", std::to_string(index));
        machine.assign("_OPTAT", "1");
        return 1;
    };
    if (index < 1 || index > arguments.size() || arguments[index - 1].size() < 2 || arguments[index - 1][0] != '-')
        return end();
    if (arguments[index - 1] == "--") {
        ++index;
        return end();
    }
    const std::string &word = arguments[index - 1];
    letter = std::min(letter, word.size() - 1);
    const char option = word[letter++];
    const auto known = option == ':' ? std::string_view::npos : options.find(option);
    bool ends = letter >= word.size();
    std::string name(1, option);
    if (known == std::string_view::npos) {
        if (!options.starts_with(':'))
            machine.err(fmt::format("{}: illegal option -- {}\n", machine.state().name, option));
        else
            machine.assign("OPTARG", std::string(1, option));
        name = "?";
    } else if (options.substr(known + 1).starts_with(':')) {
        if (!ends) {
            machine.assign("OPTARG", word.substr(letter));
        } else if (index < arguments.size()) {
            machine.assign("OPTARG", arguments[index]);
            ++index;
        } else {
            if (options.starts_with(':'))
                machine.assign("OPTARG", std::string(1, option));
            else
                machine.err(fmt::format("{}: option requires an argument -- {}\n", machine.state().name, option));
            name = options.starts_with(':') ? ":" : "?";
        }
        ends = true;
    }
    machine.assign(words[2], name);
    machine.assign("OPTIND", std::to_string(ends ? index + 1 : index));
    machine.assign("_OPTAT", std::to_string(ends ? 1 : letter));
    return 0;
}

} // namespace netdraft::model::shell
