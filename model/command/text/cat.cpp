#include "model/command/text/escapes.h"
#include "model/command/text/files.h"
#include "model/command/text/options.h"
#include "model/command/text/text_tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

struct CatOptions {
    bool numbers = false;
    bool numbersOfText = false; ///< of lines that are not empty
    bool squeezes = false;
    bool showsEnds = false;
    bool showsTabs = false;
    bool showsOthers = false;
    bool plain() const { return !numbers && !numbersOfText && !squeezes && !showsEnds && !showsTabs && !showsOthers; }
};

constexpr LongOption catLongs[] = {
    {"number-nonblank", 'b'}, {"number", 'n'},    {"squeeze-blank", 's'}, {"show-nonprinting", 'v'},
    {"show-ends", 'E'},       {"show-tabs", 'T'}, {"show-all", 'A'},
};

void takeCatOption(CatOptions &options, char letter)
{
    switch (letter) {
    case 'n': options.numbers = true; break;
    case 'b': options.numbersOfText = true; break;
    case 's': options.squeezes = true; break;
    case 'E': options.showsEnds = true; break;
    case 'T': options.showsTabs = true; break;
    case 'v': options.showsOthers = true; break;
    case 'e': options.showsEnds = options.showsOthers = true; break;
    case 't': options.showsTabs = options.showsOthers = true; break;
    case 'A': options.showsEnds = options.showsTabs = options.showsOthers = true; break;
    default: break;
    }
}

/// A byte as `cat -v` shows it.
void show(std::string &out, char c, const CatOptions &options)
{
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\t' ? !options.showsTabs : !options.showsOthers) {
        out += c;
        return;
    }
    const unsigned low = byte & 0x7fU;
    if (byte >= 0x80)
        out += "M-";
    if (low < 0x20)
        out += fmt::format("^{}", static_cast<char>(low + 0x40));
    else if (low == 0x7f)
        out += "^?";
    else
        out += static_cast<char>(low);
}

std::string shownText(std::string_view text, const CatOptions &options)
{
    std::string out;
    int number = 0;
    bool lineStarts = true;
    bool emptyBefore = false;
    for (const char c : text) {
        if (lineStarts) {
            const bool empty = c == '\n';
            if (empty && emptyBefore && options.squeezes)
                continue;
            emptyBefore = empty;
            if (options.numbersOfText ? !empty : options.numbers)
                out += fmt::format("{:6}\t", ++number);
        }
        lineStarts = c == '\n';
        if (c != '\n')
            show(out, c, options);
        else
            out += options.showsEnds ? "$\n" : "\n";
    }
    return out;
}

} // namespace

Response cat(const TextCall &call)
{
    const GivenOptions given = readOptions(call.words, {"benstuvAET", catLongs});
    if (!given.trouble.empty())
        return complaintOfOptions("cat", given.trouble);
    CatOptions options;
    for (const GivenOption &option : given.options)
        takeCatOption(options, option.letter);
    Reply reply;
    std::string all;
    for (InputText &input : inputsOf(call, "cat", given.operands, reply))
        all += input.text;
    reply.out = options.plain() ? std::move(all) : shownText(all, options);
    return reply;
}

Response tee(const TextCall &call)
{
    static constexpr LongOption longs[] = {{"append", 'a'}, {"ignore-interrupts", 'i'}};
    const GivenOptions given = readOptions(call.words, {"aip", longs});
    if (!given.trouble.empty())
        return complaintOfOptions("tee", given.trouble);
    if (call.input.data() == nullptr)
        return notSimulated("tee of what is typed until Ctrl-D");
    const bool append = std::ranges::find(given.options, 'a', &GivenOption::letter) != given.options.end();
    Response response;
    for (const std::string &file : given.operands) {
        Response one = writeFile(call.network, call.netns, "tee", file, call.input,
                                 append ? WriteMode::Append : WriteMode::Replace);
        response.edits.add(std::move(one.edits));
        response.reply.err += one.reply.err;
        response.reply.status = std::max(response.reply.status, one.reply.status);
    }
    response.reply.out = call.input;
    return response;
}

Response echo(const TextCall &call)
{
    auto words = call.words;
    bool newLine = true;
    bool escapes = false;
    // A word of other letters than these is text.
    while (!words.empty() && words.front().size() > 1 && words.front().front() == '-' &&
           words.front().find_first_not_of("neE", 1) == std::string::npos) {
        for (const char letter : words.front().substr(1)) {
            newLine = newLine && letter != 'n';
            escapes = letter == 'e' || (letter != 'E' && escapes);
        }
        words = words.subspan(1);
    }
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        text += i == 0 ? "" : " ";
        if (!escapes) {
            text += words[i];
            continue;
        }
        const Unescaped plain = unescaped(words[i], Octal::AfterZero);
        text += plain.text;
        if (plain.ends)
            return Reply{0, std::move(text), {}};
    }
    if (newLine)
        text += '\n';
    return Reply{0, std::move(text), {}};
}

} // namespace netdraft::model::command
