#include "model/exchange/snapshot/nsids.h"

#include <fmt/format.h>

namespace netdraft::model::snapshot {

namespace {

/// Old versions of lsns write numbers as strings, new ones do not.
std::string numberText(const Json &row, std::string_view key)
{
    const Json *value = row.find(key);
    if (!value)
        return {};
    return value->kind == Json::Kind::Number && value->integral ? fmt::format("{:.0f}", value->number) : value->string;
}

void readRows(const Values &values, const std::vector<const Json *> &rows, SeenNetns &netns,
              const std::map<std::string, std::size_t> &known)
{
    for (const Json *row : rows) {
        const auto found = known.find(fmt::format("net:[{}]", numberText(*row, "ns")));
        const std::string number = numberText(*row, "netnsid");
        const bool assigned =
            !number.empty() && number.size() < 10 && number.find_first_not_of("0123456789") == std::string::npos;
        if (found != known.end() && assigned)
            netns.nsids.emplace(std::stoi(number), found->second);
        readRows(values, values.objects(*row, "children"), netns, known);
    }
}

} // namespace

void readNsids(SeenNetns &netns, const std::map<std::string, std::size_t> &known, std::vector<Error> &troubles)
{
    if (const Output *names = netns.answers->find(Question::Names)) {
        const Values values(*names, troubles);
        for (const Json *json : values.objects()) {
            const auto found = known.find("netns/" + values.text(*json, "name"));
            const auto nsid = values.number(*json, "nsid", 0, 0x7fffffff);
            if (nsid && found != known.end())
                netns.nsids.emplace(static_cast<int>(*nsid), found->second);
        }
    }
    const Output *output = netns.answers->find(Question::Namespaces);
    if (!output || !output->json)
        return;
    const Values values(*output, troubles);
    if (output->json->kind != Json::Kind::Object) {
        values.trouble(*output->json, "not what lsns -J prints; expected an object with \"namespaces\"");
        return;
    }
    readRows(values, values.objects(*output->json, "namespaces"), netns, known);
}

} // namespace netdraft::model::snapshot
