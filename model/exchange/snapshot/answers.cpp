#include "model/exchange/snapshot/answers.h"

#include "model/exchange/snapshot/printed_text.h"

#include <algorithm>

namespace netdraft::model::snapshot {

namespace {

struct NamedQuestion {
    std::string_view name;
    Question question;
};

constexpr NamedQuestion questions[] = {
    {"link", Question::Links},    {"addr", Question::Addresses},    {"route", Question::Routes},
    {"route4", Question::Routes}, {"route6", Question::Routes},     {"rule", Question::Rules4},
    {"rule4", Question::Rules4},  {"rule6", Question::Rules6},      {"neigh", Question::Neighbours},
    {"proxy", Question::Proxies}, {"nexthop", Question::Nexthops},  {"fdb", Question::Fdb},
    {"vlan", Question::Vlans},    {"iptables", Question::Iptables}, {"ip6tables", Question::Ip6tables},
    {"nft", Question::Nft},       {"sysctl", Question::Sysctls},    {"lsns", Question::Namespaces},
    {"nsid", Question::Names},
};

} // namespace

std::optional<Question> questionNamed(std::string_view name)
{
    const auto found = std::ranges::find(questions, name, &NamedQuestion::name);
    return found == std::end(questions) ? std::nullopt : std::optional(found->question);
}

bool isTextAlone(Question question)
{
    return question == Question::Iptables || question == Question::Ip6tables || question == Question::Nft ||
           question == Question::Sysctls;
}

Result<std::optional<Output>> readAnswer(Question question, const std::string &file,
                                         std::shared_ptr<const std::string> text, std::size_t begin, std::size_t end)
{
    const std::size_t first = text->find_first_not_of(" \t\r\n", begin);
    if (first == std::string::npos || first >= end)
        return std::nullopt;
    Output output{question, file, std::move(text), begin, end, nullptr};
    if (isTextAlone(question))
        return output;
    if ((*output.text)[first] == '[' || (*output.text)[first] == '{') {
        // The offsets are to be those in the whole text.
        std::string alone = output.text->substr(0, begin);
        std::ranges::replace_if(alone, [](char c) { return c != '\n'; }, ' ');
        alone += output.part();
        auto json = parseJson(alone, file, KeysTwice::Kept);
        if (!json)
            return fail(json.error());
        output.json = std::make_shared<const Json>(std::move(*json));
    } else {
        auto json = printedAsJson(output);
        if (!json)
            return fail(json.error());
        output.json = std::make_shared<const Json>(std::move(*json));
    }
    output.detailed = saysKinds(*output.json);
    return output;
}

} // namespace netdraft::model::snapshot
