#include "model/command/nft/nft.h"

#include "model/command/nft/listing.h"
#include "model/command/nft/misspelling.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

using namespace nfttool;

/// What the options say.
struct Call {
    ListForm form;
    bool checksOnly = false; ///< -c
    bool readsInput = false; ///< -f
    std::string text;        ///< the commands
};

/// An error with the line that it is about, and what is wrong in it underlined (erec_print). `file` is empty for what
/// stands on the command line.
std::string errorText(std::string_view text, const Complaint &complaint, std::string_view file)
{
    const std::size_t before = text.substr(0, std::min(complaint.at.begin, text.size())).rfind('\n');
    const std::size_t start = before == text.npos ? 0 : before + 1;
    const std::string_view line = text.substr(start, text.find('\n', start) - start);
    std::string marks;
    const auto underline = [&](const Span &span, char mark) {
        if (span.begin < start)
            return;
        marks.resize(std::max(marks.size(), span.end - start), ' ');
        std::fill(marks.begin() + static_cast<std::ptrdiff_t>(span.begin - start),
                  marks.begin() + static_cast<std::ptrdiff_t>(span.end - start), mark);
    };
    if (complaint.with)
        underline(*complaint.with, '~');
    underline(complaint.at, '^');
    std::string place;
    if (!file.empty()) {
        const auto number = std::ranges::count(text.substr(0, start), '\n') + 1;
        place = fmt::format("{}:{}:{}-{}: ", file, number, complaint.at.begin - start + 1, complaint.at.end - start);
    }
    std::string said = fmt::format("{}Error: {}\n{}\n{}\n", place, complaint.text, line, marks);
    if (complaint.toTheEnd)
        said += fmt::format("Error: syntax error, unexpected end of file\n{}\n^\n", line);
    return said;
}

/// nft_options_check: options that come too late.
std::optional<Reply> checkOptions(std::span<const std::string> words)
{
    std::size_t at = std::string_view("nft ").size();
    bool command = false;
    bool argument = false;
    std::string line = "nft ";
    std::size_t late = 0;
    std::size_t length = 0;
    for (const std::string &word : words) {
        line += word + ' ';
        if (length == 0 && word.starts_with('{'))
            length = line.npos; // what follows is no option
        if (length == 0) {
            const bool option = word.starts_with('-') && !argument;
            argument = option && (word == "-f" || word == "--file" || word == "-I" || word == "-d" || word == "-D");
            if (option && command) {
                late = at;
                length = word.size();
            }
            command = command || (!option && !word.starts_with('-') && !(at > 4 && word.empty()));
        }
        at += word.size() + 1;
    }
    if (length == 0 || length == line.npos)
        return std::nullopt;
    // The underlining goes to its output.
    return Reply{1, fmt::format("\n   ^{}{}\n", std::string(late - 4, ' '), std::string(length, '~')),
                 fmt::format("Error: syntax error, options must be specified before commands\n{}", line)};
}

/// The part of the command that the kernel's refusal is about.
Span spanOf(const Command &command, const nft::Refusal &refusal)
{
    using Part = nft::Refusal::Part;
    switch (refusal.part) {
    case Part::Command: return command.whole;
    case Part::Table: return command.table;
    case Part::Chain: return command.chain;
    case Part::Jump: return command.jump;
    case Part::Policy: return command.policy;
    case Part::Handle:
    case Part::Index: return command.place;
    case Part::Interface: {
        const auto link = std::ranges::find(command.links, refusal.interface, &NamedLink::name);
        return link == command.links.end() ? command.whole : link->span;
    }
    }
    return command.whole;
}

Complaint complaintOf(const netfilter::Ruleset &ruleset, const Command &command, const nft::Refusal &refusal)
{
    const auto &change = std::get<nft::Change>(command.what);
    std::string text =
        refusal.byKernel ? fmt::format("Could not process rule: {}", refusal.why) : std::string(refusal.why);
    using Part = nft::Refusal::Part;
    const bool beside =
        refusal.part == Part::Index || (refusal.part == Part::Handle && std::holds_alternative<nft::AddRule>(change));
    const bool named = refusal.part != Part::Command && refusal.part != Part::Interface && !beside;
    if (refusal.why == "No such file or directory" && named && !command.flush) {
        if (const std::string suggestion = suggestionFor(ruleset, change); !suggestion.empty())
            text = fmt::format("{}{}", refusal.why, suggestion);
    }
    return {text, spanOf(command, refusal)};
}

/// What is said of a command that is refused. The sets of a rule are asked for before the rule itself, and miss its
/// table as well: each with its elements.
std::string refusalText(std::string_view text, const netfilter::Ruleset &ruleset, const Command &command,
                        const nft::Refusal &refusal, std::string_view file)
{
    std::string said;
    if (refusal.part == nft::Refusal::Part::Table) {
        const std::string missing = fmt::format("Could not process rule: {}", refusal.why);
        for (const Span &set : command.sets)
            said += errorText(text, {missing, command.table}, file) + errorText(text, {missing, set}, file);
    }
    return said + errorText(text, complaintOf(ruleset, command, refusal), file);
}

bool isOfIptables(const netfilter::Ruleset &ruleset, const nft::TableName &name)
{
    return name.family != nft::TableFamily::Inet &&
           std::ranges::any_of(ruleset.tables, [&](const netfilter::Table &table) {
               return nft::sees(name.family, table.family) && table.name == name.table;
           });
}

/// The table that a command names; none of `flush ruleset`.
std::optional<nft::TableName> tableOf(const Command &command)
{
    if (const auto *listing = std::get_if<Listing>(&command.what))
        return listing->name.table;
    return std::visit(
        [](const auto &edit) -> std::optional<nft::TableName> {
            if constexpr (requires { edit.table; })
                return edit.table;
            else if constexpr (requires { edit.chain.table; })
                return edit.chain.table;
            else
                return std::nullopt;
        },
        std::get<nft::Change>(command.what));
}

/// What a list would show of iptables' tables, which nft shows as its own, is not simulated.
bool showsIptables(const netfilter::Ruleset &ruleset, const Listing &listing)
{
    using What = Listing::What;
    if (listing.what == What::Table || listing.what == What::Chain)
        return isOfIptables(ruleset, listing.name.table);
    return std::ranges::any_of(ruleset.tables, [&](const netfilter::Table &table) {
        return !listing.family ||
               (*listing.family != nft::TableFamily::Inet && nft::sees(*listing.family, table.family));
    });
}

/// What a `list` prints; the complaint where it names what is not there.
std::expected<std::string, Complaint> listed(const Netns &netns, const Command &command, const ListForm &form)
{
    using What = Listing::What;
    const auto &listing = std::get<Listing>(command.what);
    const std::string missing = "No such file or directory";
    std::string text;
    if (listing.what == What::Table || listing.what == What::Chain) {
        const nft::Table *table = netns.ruleset.find(listing.name.table);
        if (!table)
            return std::unexpected(Complaint{missing, command.table});
        if (listing.what == What::Chain && !table->find(listing.name.chain))
            return std::unexpected(Complaint{missing, command.chain});
        return tableText(netns, *table, listing.name.chain, form);
    }
    for (const nft::Table &table : netns.ruleset.nft) {
        if (listing.family && table.name.family != *listing.family)
            continue;
        if (listing.what == What::Tables)
            text += fmt::format("table {} {}\n", nft::familyName(table.name.family), table.name.table);
        else
            text += listing.what == What::Chains ? chainsText(table, form) : tableText(netns, table, {}, form);
    }
    return text;
}

Response run(const Netns &netns, const Call &call, std::string_view text, std::string_view file)
{
    nfttool::Reading reading(text);
    const std::vector<Command> commands = readCommands(reading);
    // Of a file of several lines, nft goes on to read the rest.
    const bool goesOn = reading.complaint() && reading.complaint()->toTheEnd && !file.empty();
    if (reading.unsimulated() || goesOn)
        return notSimulated(file.empty() ? fmt::format("nft {}", text) : "nft with such a file");
    if (reading.complaint())
        return Reply{1, {}, errorText(text, *reading.complaint(), file)};
    Response response;
    Netns after = netns;
    for (const Command &command : commands) {
        const auto table = tableOf(command);
        if (const auto *listing = std::get_if<Listing>(&command.what)) {
            if (showsIptables(netns.ruleset, *listing))
                return notSimulated("nft list of what iptables made");
            const auto shown = listed(after, command, call.form);
            if (!shown)
                return Reply{1, {}, errorText(text, shown.error(), file)};
            response.reply.out += *shown;
            continue;
        }
        const auto &change = std::get<nft::Change>(command.what);
        if (table && isOfIptables(netns.ruleset, *table))
            return notSimulated("nft on a table of iptables");
        if (const auto changed = nft::change(after, change); !changed)
            return Reply{1, {}, refusalText(text, netns.ruleset, command, changed.error(), file)};
        if (!call.checksOnly)
            response.edits.add(nft::ChangeRuleset{netns.name, change});
    }
    return response;
}

/// Takes the options; a refusal where one is not simulated.
std::optional<Reply> readOptions(std::span<const std::string> words, Call &call)
{
    std::size_t at = 0;
    for (; at < words.size() && words[at].starts_with('-') && words[at].size() > 1; ++at) {
        const std::string &word = words[at];
        std::string letters = word.substr(1);
        if (word == "--handle")
            letters = "a";
        else if (word == "--stateless")
            letters = "s";
        else if (word == "--numeric-priority")
            letters = "y";
        else if (word == "--check")
            letters = "c";
        else if (word == "--version")
            letters = "v";
        else if (word == "--file")
            letters = "f";
        for (const char letter : letters) {
            switch (letter) {
            case 'a': call.form.handles = true; break;
            case 's': call.form.stateless = true; break;
            case 'y': call.form.numericPriority = true; break;
            case 'c': call.checksOnly = true; break;
            case 'v': return Reply{0, "nftables v1.0.6 (Lester Gooch #5)\n", {}};
            case 'f':
                if (letters != "f" || at + 1 == words.size() || (words[at + 1] != "-" && words[at + 1] != "/dev/stdin"))
                    return notSimulated(fmt::format("nft {}", word));
                call.readsInput = true;
                ++at;
                break;
            default: return notSimulated(fmt::format("nft {}", word));
            }
        }
    }
    for (; at < words.size(); ++at)
        call.text += (call.text.empty() ? "" : " ") + words[at];
    return std::nullopt;
}

} // namespace

Response nftables(const Netns &netns, std::span<const std::string> words, std::string_view input)
{
    if (auto late = checkOptions(words))
        return *late;
    Call call;
    if (auto refused = readOptions(words, call))
        return *refused;
    if (call.readsInput)
        return call.text.empty() ? run(netns, call, input, "/dev/stdin") : notSimulated("nft -f with commands");
    if (call.text.empty())
        return Reply{1, {}, "nft: no command specified\n"};
    return run(netns, call, call.text, {});
}

} // namespace netdraft::model::command
