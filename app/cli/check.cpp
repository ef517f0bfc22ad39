#include "app/cli/input.h"
#include "app/cli/verbs.h"
#include "model/lesson/policy_check.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace netdraft::app {

using namespace model;

namespace {

constexpr std::size_t mostAgainst = 5; ///< counterexamples that are told for people

struct CheckArguments {
    std::string file;
    std::string policy;
    bool json = false;
};

using Judged = std::pair<Expectation, Verdict>;

std::string text(const Reachability &reachability, const std::vector<Judged> &judged)
{
    std::string text;
    std::size_t met = 0;
    for (const auto &[expectation, verdict] : judged) {
        met += verdict.met ? 1 : 0;
        text += fmt::format("{}  {}\n", verdict.met ? "yes" : "no ", expectation.words);
        if (!verdict.met && verdict.asked == 0)
            text += "       there is nobody to ask, or nothing to ask for\n";
        for (std::size_t i = 0; i < verdict.against.size() && i < mostAgainst; ++i)
            text += fmt::format("       {}\n", describe(reachability, verdict.against[i]));
        if (verdict.against.size() > mostAgainst)
            text += fmt::format("       … and {} pairs more\n", verdict.against.size() - mostAgainst);
    }
    return text + fmt::format("\n{} of {} expectations are met.\n", met, judged.size());
}

std::string json(const Reachability &reachability, const std::vector<Judged> &judged)
{
    nlohmann::ordered_json whole;
    whole["expectations"] = nlohmann::ordered_json::array();
    for (const auto &[expectation, verdict] : judged) {
        nlohmann::ordered_json entry;
        entry["line"] = expectation.line;
        entry["expectation"] = expectation.words;
        entry["met"] = verdict.met;
        entry["asked"] = verdict.asked;
        entry["against"] = nlohmann::ordered_json::array();
        for (const Counterexample &one : verdict.against) {
            nlohmann::ordered_json against;
            against["from"] = reachability.network().find(one.from)->name;
            if (one.to)
                against["to"] = reachability.network().find(*one.to)->name;
            if (one.address)
                against["address"] = one.address->toString();
            against["reachable"] = one.reachable;
            against["reason"] = describe(reachability, one);
            entry["against"].push_back(std::move(against));
        }
        whole["expectations"].push_back(std::move(entry));
    }
    return whole.dump() + '\n';
}

int check(const CheckArguments &arguments)
{
    const auto project = loadProject(arguments.file);
    if (!project)
        return wrong;
    const auto policy = readFile(arguments.policy);
    if (!policy)
        return complain(policy.error());
    const auto expectations = readPolicy(*policy, arguments.policy, project->network);
    if (!expectations)
        return complain(expectations.error());
    const auto reachability = Reachability::of(project->network);
    std::vector<Judged> judged;
    for (const Expectation &expectation : *expectations)
        judged.emplace_back(expectation, judge(*reachability, expectation));
    const bool all = std::ranges::all_of(judged, [](const Judged &one) { return one.second.met; });
    return print(arguments.json ? json(*reachability, judged) : text(*reachability, judged), all ? yes : no);
}

} // namespace

void addCheck(CLI::App &root, Action &action)
{
    auto *verb =
        root.add_subcommand("check", "Is a network as it is expected to be: who reaches whom, and who must not");
    auto arguments = std::make_shared<CheckArguments>();
    verb->add_option("FILE", arguments->file, "A project file, or anything else that `netdraft import --list` names")
        ->required();
    verb->add_option("--policy", arguments->policy,
                     "A text file of expectations, one a line, such as \"A reaches C\", \"guests never reach "
                     "10.0.0.0/8:22\", \"no loops\"")
        ->required();
    verb->add_flag("--json", arguments->json, "Print one JSON object");
    verb->footer(
        "Exits 0 when every expectation is met, 1 when one is not, with what speaks against it. An answer that "
        "is not certain meets no expectation.");
    verb->callback([arguments, &action] { action = [arguments] { return check(*arguments); }; });
}

} // namespace netdraft::app
