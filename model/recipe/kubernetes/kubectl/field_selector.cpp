#include "model/recipe/kubernetes/kubectl/selector.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

/// A field, how it is compared, and with what.
struct FieldTerm {
    std::string_view text;
    std::string_view path; ///< empty: nothing is compared
    std::string_view wanted;
    bool differs = false;
};

std::vector<FieldTerm> fieldTerms(std::string_view selector)
{
    std::vector<FieldTerm> terms;
    while (!selector.empty()) {
        const auto end = std::min(selector.find(','), selector.size());
        const std::string_view part = selector.substr(0, end);
        selector.remove_prefix(std::min(end + 1, selector.size()));
        if (part.empty())
            continue;
        const auto equals = part.find('=');
        const bool differs = equals != std::string_view::npos && equals != 0 && part[equals - 1] == '!';
        const auto behind = equals == std::string_view::npos ? part.size() : equals + 1;
        std::string_view wanted = part.substr(behind);
        if (wanted.starts_with('='))
            wanted.remove_prefix(1);
        terms.push_back(
            {part, part.substr(0, equals == std::string_view::npos ? 0 : equals - (differs ? 1 : 0)), wanted, differs});
    }
    return terms;
}

/// What the API server compares of a field: of the two that are flags, what they are where nothing is said of them.
std::string fieldOf(const Json &object, std::string_view path)
{
    if (path != "spec.unschedulable" && path != "spec.hostNetwork")
        return textAt(object, path);
    const Json *flag = member(object, path);
    return flag && *flag == true ? "true" : "false";
}

} // namespace

std::string fieldSelectorRefusal(std::string_view plural, std::string_view text)
{
    static constexpr std::pair<std::string_view, std::string_view> others[] = {
        {"events", " involvedObject.kind involvedObject.namespace involvedObject.name involvedObject.uid reason "
                   "reportingComponent source type "},
        {"namespaces", " status.phase "},
        {"nodes", " spec.unschedulable "},
        {"pods",
         " spec.nodeName spec.restartPolicy spec.schedulerName spec.serviceAccountName spec.hostNetwork status.phase "
         "status.podIP status.podIPs status.nominatedNodeName "},
        {"secrets", " type "},
        {"services", " spec.clusterIP spec.type "},
    };
    const auto *own = std::ranges::find(others, plural, &std::pair<std::string_view, std::string_view>::first);
    for (const FieldTerm &term : fieldTerms(text)) {
        if (term.path.empty())
            return fmt::format("invalid selector: '{}'; can't understand '{}'", text, term.text);
        if (term.path != "metadata.name" && term.path != "metadata.namespace" &&
            (own == std::end(others) || own->second.find(fmt::format(" {} ", term.path)) == std::string_view::npos))
            return fmt::format("field label not supported: {}", term.path);
    }
    return {};
}

bool fitsFields(const Json &object, std::string_view selector)
{
    return std::ranges::all_of(fieldTerms(selector), [&](const FieldTerm &term) {
        return (fieldOf(object, term.path) == term.wanted) != term.differs;
    });
}

} // namespace netdraft::model::kubernetes
