#include "model/exchange/drawings/markdown_format.h"

#include "model/command/command.h"
#include "model/exchange/command_sections.h"
#include "model/exchange/drawings/cables.h"
#include "model/exchange/drawings/mermaid_format.h"
#include "model/exchange/quoting/labels.h"
#include "model/reachability/reachability.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace netdraft::model {

namespace {

/// What a question prints in a node; empty where it fails.
std::string answerOf(const Network &network, const Netns &netns, const std::vector<std::string> &question)
{
    const Understood understood = understand(network, netns.id, question);
    const auto *reply = std::get_if<Reply>(&understood);
    return reply && reply->status == 0 ? reply->out : std::string();
}

std::string stateOf(const Network &network, const Netns &netns, const Link &link)
{
    if (!link.up)
        return "down";
    return hasCarrier(network, netns, link) ? "up" : "up, no carrier";
}

std::string addressTable(const Network &network)
{
    std::string text =
        "| node | interface | addresses | MAC | state | cable to |\n| --- | --- | --- | --- | --- | --- |\n";
    for (const Netns *netns : drawnNodes(network)) {
        for (const Link &link : netns->links) {
            std::string addresses;
            for (const std::string &address : givenAddresses(link))
                addresses += (addresses.empty() ? "" : ", ") + markdownText(address);
            if (link.isLoopback() && addresses.empty())
                continue;
            const Link *peer = link.veth() ? network.find(link.veth()->peer) : nullptr;
            const std::string cable =
                peer ? markdownText(network.find(link.veth()->peer.netns)->name + ' ' + peer->name) : std::string();
            text +=
                fmt::format("| {} | {} | {} | {} | {} | {} |\n", markdownText(netns->name), markdownText(link.name),
                            addresses, link.macSet ? link.mac.toString() : "", stateOf(network, *netns, link), cable);
        }
    }
    return text;
}

using Questions = std::vector<std::vector<std::string>>;

/// What a node answers to questions, under a heading; nothing where there is nothing to say.
std::string answers(const Network &network, const Netns &netns, const Questions &questions)
{
    std::string shown;
    for (const std::vector<std::string> &question : questions) {
        if (const std::string answer = answerOf(network, netns, question); !answer.empty())
            shown += fmt::format("$ {}\n{}", fmt::join(question, " "), answer);
    }
    return shown.empty() ? shown
                         : fmt::format("\n### {}\n\n{}", markdownText(netns.name), markdownFenced("text", shown));
}

/// The same of every node.
std::string answers(const Network &network, const Questions &questions)
{
    std::string text;
    for (const Netns *netns : drawnNodes(network))
        text += answers(network, *netns, questions);
    return text;
}

bool hasOwnRules(const Netns &netns)
{
    return netns.rules4 != defaultRules(Family::Ipv4) || netns.rules6 != defaultRules(Family::Ipv6);
}

std::string rules(const Network &network)
{
    std::string text;
    for (const Netns *netns : drawnNodes(network)) {
        Questions questions{{"iptables-save"}, {"ip6tables-save"}, {"nft", "list", "ruleset"}};
        if (hasOwnRules(*netns))
            questions.insert(questions.begin(), {{"ip", "rule"}, {"ip", "-6", "rule"}});
        text += answers(network, *netns, questions);
    }
    return text;
}

std::string headline(const Project &project, const CommandSection &section)
{
    switch (section.topic) {
    case CommandSection::Topic::Nodes: return "On the machine: the nodes";
    case CommandSection::Topic::Links: return "On the machine: the cables and bridges";
    case CommandSection::Topic::Node: break;
    }
    return "On " + headingOf(project, section.netns);
}

std::string commands(const Project &project)
{
    std::string text;
    for (const CommandSection &section : commandSections(project)) {
        const Prompt prompt = section.topic == CommandSection::Topic::Node ? Prompt::Node : Prompt::Host;
        std::string lines;
        for (const Edit &edit : section.edits)
            lines += commandLine(edit, prompt) + '\n';
        text += fmt::format("\n### {}\n\n{}", markdownText(headline(project, section)), markdownFenced("sh", lines));
    }
    return text;
}

std::string cell(const Reachability &reachability, std::size_t from, std::size_t to)
{
    if (reachability.nodes()[from] == reachability.targets()[to].node)
        return "-";
    const Answer answer = reachability.answer(from, to);
    return !answer.certain ? "perhaps" : answer.reachable ? "yes" : "**no**";
}

std::string reachabilityTable(const Network &network)
{
    const auto reachability = Reachability::of(network);
    std::string text = "| to | address |";
    std::string line = "| --- | --- |";
    for (const NetnsId from : reachability->nodes()) {
        text += fmt::format(" from {} |", markdownText(network.find(from)->name));
        line += " --- |";
    }
    text += '\n' + line + '\n';
    for (std::size_t to = 0; to < reachability->targets().size(); ++to) {
        const Target &target = reachability->targets()[to];
        text += fmt::format("| {} | {} |", markdownText(network.find(target.node)->name),
                            markdownText(target.address.toString()));
        for (std::size_t from = 0; from < reachability->nodes().size(); ++from)
            text += fmt::format(" {} |", cell(*reachability, from, to));
        text += '\n';
    }
    return text;
}

/// A part of the sheet; none where there is nothing in it.
std::string part(std::string_view heading, const std::string &text)
{
    return text.empty() ? text : fmt::format("\n## {}\n{}{}", heading, text.starts_with('\n') ? "" : "\n", text);
}

} // namespace

Result<Exported> writeMarkdown(const Project &project, const ExportRequest &request)
{
    if (auto sound = checkNames(project.network); !sound)
        return fail(sound.error());
    const Network &network = project.network;
    std::string text = fmt::format("# {}\n", markdownText(request.name));
    text += part("The network", markdownFenced("mermaid", mermaidFlowchart(project)));
    text += part("Addresses", addressTable(network));
    text += part("Routes", answers(network, {{"ip", "route"}, {"ip", "-6", "route"}}));
    text += part("Rules", rules(network));
    text += part("Commands", commands(project));
    text += part("Who reaches whom", reachabilityTable(network));
    return Exported{.files = {{request.name + ".md", std::move(text)}}, .omitted = {}};
}

} // namespace netdraft::model
