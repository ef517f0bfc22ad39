#include "model/command/nft/command_reader.h"
#include "model/command/nft/listing.h"
#include "model/command/nft/nft.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

using nfttool::ruleText;

std::string nameText(const nft::TableName &name)
{
    return fmt::format("{} {}", nft::familyName(name.family), name.table);
}

std::string nameText(const nft::ChainName &name)
{
    return fmt::format("{} {}", nameText(name.table), name.chain);
}

/// The language of nft for changes.
struct Line {
    std::string operator()(const nft::AddTable &edit) const
    {
        return fmt::format("{} table {}", edit.create ? "create" : "add", nameText(edit.table));
    }
    std::string operator()(const nft::RemoveTable &edit) const { return "delete table " + nameText(edit.table); }
    std::string operator()(const nft::FlushTable &edit) const { return "flush table " + nameText(edit.table); }
    std::string operator()(const nft::AddChain &edit) const
    {
        std::string text = fmt::format("{} chain {}", edit.create ? "create" : "add", nameText(edit.chain));
        if (edit.base)
            text += fmt::format(" {{ {} }}", nfttool::baseText(*edit.base, edit.drops, {}));
        else if (edit.drops)
            text += fmt::format(" {{ policy {}; }}", *edit.drops ? "drop" : "accept");
        return text;
    }
    std::string operator()(const nft::RemoveChain &edit) const { return "delete chain " + nameText(edit.chain); }
    std::string operator()(const nft::FlushChain &edit) const { return "flush chain " + nameText(edit.chain); }
    std::string operator()(const nft::RenameChain &edit) const
    {
        return fmt::format("rename chain {} {}", nameText(edit.chain), edit.newName);
    }
    std::string operator()(const nft::AddRule &edit) const
    {
        std::string place;
        if (edit.beside)
            place = fmt::format(" {} {}", edit.beside->byIndex ? "index" : "handle", edit.beside->number);
        return fmt::format("{} rule {}{} {}", edit.insert ? "insert" : "add", nameText(edit.chain), place,
                           ruleText(edit.chain.table.family, edit.rule, nullptr));
    }
    std::string operator()(const nft::ReplaceRule &edit) const
    {
        return fmt::format("replace rule {} handle {} {}", nameText(edit.chain), edit.handle,
                           ruleText(edit.chain.table.family, edit.rule, nullptr));
    }
    std::string operator()(const nft::RemoveRule &edit) const
    {
        return fmt::format("delete rule {} handle {}", nameText(edit.chain), edit.handle);
    }
    std::string operator()(const nft::FlushRuleset &edit) const
    {
        return edit.family ? fmt::format("flush ruleset {}", nft::familyName(*edit.family)) : "flush ruleset";
    }
};

/// Whether a quoted name is the same without its quotes: no word of nft's has a digit at its end, but for these.
bool isPlain(std::string_view name)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (name == "lo")
        return true;
    return name.size() > 1 && isLetter(name.front()) && isDigit(name.back()) && name != "ip6" &&
           std::ranges::all_of(name, [&](char c) { return isLetter(c) || isDigit(c) || c == '-' || c == '_'; });
}

nft::Handle &handleOf(nft::Change &change, nft::Handle &none)
{
    if (auto *table = std::get_if<nft::AddTable>(&change))
        return table->handle;
    if (auto *chain = std::get_if<nft::AddChain>(&change))
        return chain->handle;
    if (auto *rule = std::get_if<nft::AddRule>(&change))
        return rule->rule.handle;
    return none;
}

constexpr std::string_view handleMark = " # handle ";

} // namespace

std::vector<std::string> nftWords(const nft::Change &change)
{
    std::vector<std::string> words;
    bool inBraces = false;
    const std::string line = std::visit(Line{}, change);
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = std::min(line.find(' ', at), line.size());
        if (line[at] == '"') {
            end = std::min(line.find('"', at + 1) + 1, line.size());
            if (end < line.size() && line[end] == ',')
                ++end;
        }
        std::string word = line.substr(at, end - at);
        at = std::min(end + 1, line.size());
        // What stands in braces is one word of a shell.
        if (inBraces) {
            words.back() += ' ' + word;
        } else {
            const bool quoted = word.size() > 2 && word.starts_with('"') && word.ends_with('"');
            if (quoted && isPlain(std::string_view(word).substr(1, word.size() - 2)))
                word = word.substr(1, word.size() - 2);
            words.push_back(word);
        }
        inBraces = (inBraces || word == "{") && word != "}";
    }
    return words;
}

std::string nftLine(const nft::Change &change)
{
    nft::Change copy = change;
    nft::Handle none;
    const std::uint64_t handle = handleOf(copy, none).number;
    std::string line = std::visit(Line{}, change);
    if (handle != 0)
        line += fmt::format("{}{}", handleMark, handle);
    return line;
}

Result<EditList> editsOfNftLine(const std::string &netns, std::string_view line)
{
    using namespace nfttool;
    std::uint64_t handle = 0;
    std::string_view text = line;
    if (const std::size_t mark = line.rfind(handleMark); mark != line.npos) {
        handle = readNumber(line.substr(mark + handleMark.size())).value_or(0);
        text = line.substr(0, mark);
    }
    nfttool::Reading reading(text);
    std::vector<Command> commands = readCommands(reading);
    if (reading.complaint())
        return fail(ErrorCode::Input, fmt::format("{}; expected words that nft takes", reading.complaint()->text));
    EditList edits;
    for (Command &command : commands) {
        auto *change = std::get_if<nft::Change>(&command.what);
        if (!change)
            continue;
        nft::Handle none;
        handleOf(*change, none) = {handle};
        edits.add(nft::ChangeRuleset{netns, std::move(*change)});
    }
    if (reading.unsimulated() || edits.empty())
        return fail(
            ErrorCode::Input,
            fmt::format("\"{}\" is no change of a ruleset that is known here; expected words that nft takes, such "
                        "as \"add table inet filter\"",
                        line));
    return edits;
}

} // namespace netdraft::model::command
