#include "model/command/arguments.h"
#include "model/command/text/files.h"
#include "model/command/text/options.h"
#include "model/command/text/sed_script.h"
#include "model/command/text/text_tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

using sed_script::Address;
using sed_script::Command;

constexpr std::size_t mostOutput = 4U << 20U; ///< bytes that a script may make of a text

/// A script at work on lines.
class Sed
{
public:
    Sed(std::vector<Command> commands, bool silent) : m_commands(std::move(commands)), m_silent(silent) {}

    /// What the script makes of the lines of some texts, one after the other.
    void run(const std::vector<std::string_view> &texts)
    {
        std::vector<std::string_view> lines;
        for (const std::string_view text : texts) {
            const auto more = linesOf(text);
            lines.insert(lines.end(), more.begin(), more.end());
        }
        m_active.assign(m_commands.size(), false);
        m_until.assign(m_commands.size(), 0);
        m_lastEnds = texts.empty() || texts.back().empty() || texts.back().ends_with('\n');
        for (std::size_t i = 0; i < lines.size() && !m_quit && !overflows(); ++i)
            cycle(std::string(lines[i]), i + 1, i + 1 == lines.size());
    }

    std::string take() { return std::move(m_out); }
    int status() const { return m_status; }
    bool overflows() const { return m_overflows || m_out.size() >= mostOutput; }

private:
    bool matches(const Address &address, const std::string &line, std::size_t number, bool last) const
    {
        switch (address.kind) {
        case Address::Kind::Line: return number == address.line;
        case Address::Kind::Last: return last;
        case Address::Kind::Matching: return address.pattern->matches(line);
        case Address::Kind::Every:
            return address.step == 0 ? number == address.line
                                     : number >= address.line && (number - address.line) % address.step == 0;
        case Address::Kind::Following: return false;
        }
        return false;
    }

    bool selects(std::size_t at, const std::string &line, std::size_t number, bool last)
    {
        const Command &command = m_commands[at];
        if (!command.from)
            return true;
        if (!command.to)
            return matches(*command.from, line, number, last);
        if (!m_active[at]) {
            const bool zero = command.from->kind == Address::Kind::Line && command.from->line == 0;
            if (!(zero && number == 1) && !matches(*command.from, line, number, last))
                return false;
            // A second line that is not behind the first ends the range at once.
            const Address &to = *command.to;
            if (to.kind == Address::Kind::Following) {
                m_until[at] = number + to.line;
                m_active[at] = to.line > 0;
            } else if (to.kind == Address::Kind::Line) {
                m_active[at] = to.line > number;
            } else {
                m_active[at] = !(zero && matches(to, line, number, last)) && !last;
            }
            return true;
        }
        const Address &to = *command.to;
        const bool ends = to.kind == Address::Kind::Following ? number >= m_until[at]
                          : to.kind == Address::Kind::Line    ? number >= to.line
                                                              : matches(to, line, number, last);
        m_active[at] = !ends;
        return to.kind != Address::Kind::Line || number <= to.line;
    }

    void cycle(std::string line, std::size_t number, bool last)
    {
        std::string appended;
        bool deleted = false;
        const bool feeds = !last || m_lastEnds;
        for (std::size_t at = 0; at < m_commands.size() && !deleted && !m_quit && !m_overflows; ++at) {
            const Command &command = m_commands[at];
            if (selects(at, line, number, last) == command.inverted) {
                if (command.letter == '{')
                    at = command.end - 1;
                continue;
            }
            switch (command.letter) {
            case 'p': put(line, feeds); break;
            case 'd': deleted = true; break;
            case '=': put(std::to_string(number)); break;
            case 's':
                if (substitute(command, line) && command.prints)
                    put(line, feeds);
                break;
            case 'y':
                for (char &c : line)
                    if (const auto found = command.text.find(c); found != std::string::npos)
                        c = command.others[found];
                break;
            case 'a': appended += command.text; break;
            case 'i': put(command.text, false); break;
            case 'c':
                deleted = true;
                if (!command.to || command.inverted || !m_active[at])
                    put(command.text, false);
                break;
            case 'q':
            case 'Q':
                m_quit = true;
                m_status = command.status;
                deleted = command.letter == 'Q';
                break;
            default: break; // `{`: what is in it follows
            }
        }
        if (!deleted && !m_silent)
            put(line, feeds);
        if (!appended.empty())
            put(appended, false);
    }

    /// A last line of the input that was not ended is not ended in the output either, until something follows it.
    void put(std::string_view text, bool feeds = true)
    {
        if (!m_out.empty() && !m_out.ends_with('\n'))
            m_out += '\n';
        m_out += text;
        if (feeds)
            m_out += '\n';
    }

    bool substitute(const Command &command, std::string &line)
    {
        std::string result;
        std::size_t from = 0; // what is before it stands in the result
        std::size_t at = 0;
        std::size_t count = 0;
        bool done = false;
        while (at <= line.size() && !m_overflows) {
            const auto parts = command.pattern->match(line, at);
            if (parts.empty())
                break;
            const auto [start, length, matched] = parts[0];
            // An empty match right behind the one before is none.
            const bool empty = length == 0 && count > 0 && start == from && start == at && done;
            if (!empty && ++count >= command.which) {
                result += line.substr(from, start - from);
                replace(result, command.text, line, parts);
                from = start + length;
                done = true;
                m_overflows = result.size() > mostOutput;
                if (!command.global)
                    break;
            }
            at = length == 0 ? start + 1 : start + length;
        }
        if (done)
            line = result + line.substr(std::min(from, line.size()));
        return done;
    }

    static void replace(std::string &result, std::string_view text, const std::string &line,
                        const std::vector<Pattern::Part> &parts)
    {
        for (std::size_t i = 0; i < text.size(); ++i) {
            char c = text[i];
            if (c == '&') {
                result += line.substr(parts[0].start, parts[0].length);
                continue;
            }
            if (c != '\\' || i + 1 == text.size()) {
                result += c;
                continue;
            }
            c = text[++i];
            if (c >= '0' && c <= '9') {
                const Pattern::Part &part = parts[static_cast<std::size_t>(c - '0')];
                if (part.matched)
                    result += line.substr(part.start, part.length);
            } else {
                result += c == 'n' ? '\n' : c == 't' ? '\t' : c;
            }
        }
    }

    std::vector<Command> m_commands;
    bool m_silent;
    std::vector<bool> m_active;
    std::vector<std::size_t> m_until;
    bool m_lastEnds = true;
    bool m_quit = false;
    bool m_overflows = false;
    int m_status = 0;
    std::string m_out;
};

constexpr std::string_view tooMuch = "sed that makes so much text";

/// `sed -i`: each file becomes what the script makes of it.
Response inPlace(const TextCall &call, const std::vector<Command> &commands, bool silent,
                 const std::vector<InputText> &inputs, Reply reply)
{
    Response response{std::move(reply)};
    for (const InputText &input : inputs) {
        Sed sed(commands, silent);
        sed.run({input.text});
        if (sed.overflows())
            return notSimulated(tooMuch);
        Response written = writeFile(call.network, call.netns, "sed", input.name, sed.take(), WriteMode::Replace);
        response.edits.add(std::move(written.edits));
        response.reply.err += written.reply.err;
        response.reply.status = std::max(response.reply.status, written.reply.status);
    }
    return response;
}

} // namespace

Response sed(const TextCall &call)
{
    using Value = LongOption::Value;
    static constexpr LongOption longs[] = {{"quiet", 'n'},
                                           {"silent", 'n'},
                                           {"expression", 'e', Value::Required},
                                           {"regexp-extended", 'E'},
                                           {"in-place", 'i', Value::Optional},
                                           {"separate", 's'},
                                           {"unbuffered", 'u'},
                                           {"file", 'f', Value::Required}};
    // The value of `-i` stands right behind it or nowhere.
    std::vector<std::string> words(call.words.begin(), call.words.end());
    for (std::string &word : words) {
        if (word.starts_with("-i") && word.size() > 2)
            return notSimulated("sed -i with the name of a copy");
    }
    const GivenOptions given = readOptions(words, {"ne:f:Erisuz", longs});
    const std::string usage = "sed: its list of options";
    if (!given.trouble.empty())
        return Reply{1, {}, fmt::format("sed: {}\n", given.trouble)};
    bool silent = false;
    bool replaces = false;
    bool separate = false;
    auto syntax = Pattern::Syntax::Basic;
    std::vector<std::string> scripts;
    for (const GivenOption &option : given.options) {
        switch (option.letter) {
        case 'n': silent = true; break;
        case 'e': scripts.push_back(option.value); break;
        case 'E':
        case 'r': syntax = Pattern::Syntax::Extended; break;
        case 'i':
            if (option.hasValue)
                return notSimulated("sed -i with the name of a copy");
            replaces = true;
            break;
        case 's': separate = true; break;
        case 'u': break;
        default: return notSimulated(fmt::format("sed -{}", option.letter));
        }
    }
    std::vector<std::string> files = given.operands;
    if (scripts.empty()) {
        if (files.empty())
            return notSimulated(usage);
        scripts.push_back(files.front());
        files.erase(files.begin());
    }
    std::vector<Command> commands;
    for (std::size_t i = 0; i < scripts.size(); ++i) {
        if (const auto trouble = sed_script::read(scripts[i], static_cast<int>(i) + 1, syntax, commands))
            return trouble->notSimulated ? notSimulated(trouble->text) : complaint(1, trouble->text);
    }
    if (replaces && files.empty())
        return complaint(1, "sed: no input files");
    Reply reply;
    const InputComplaints complaints{"{}: can't read {}: {}", "{}: read error on {}: {}", 2, 4};
    const auto inputs = inputsOf(call, "sed", files, reply, complaints);
    if (reply.status == 127)
        return reply;
    if (replaces)
        return inPlace(call, commands, silent, inputs, std::move(reply));
    std::vector<std::vector<std::string_view>> runs(1);
    for (const InputText &input : inputs) {
        if (separate && !runs.back().empty())
            runs.emplace_back();
        runs.back().push_back(input.text);
    }
    for (const auto &texts : runs) {
        Sed sed(commands, silent);
        sed.run(texts);
        if (sed.overflows())
            return notSimulated(tooMuch);
        reply.out += sed.take();
        if (sed.status() != 0)
            reply.status = sed.status();
    }
    return reply;
}

} // namespace netdraft::model::command
