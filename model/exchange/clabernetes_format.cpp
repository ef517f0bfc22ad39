#include "model/exchange/clabernetes_format.h"

#include "model/exchange/containerlab_format.h"
#include "model/exchange/yaml_text.h"
#include "model/phrase.h"

#include <fmt/format.h>

namespace netdraft::model {

namespace {

/// It changed with release 0.7.0.
constexpr std::string_view groups[] = {"c9s.run/v1alpha1", "clabernetes.containerlab.dev/v1alpha1"};

} // namespace

std::span<const ExportOption> clabernetesOptions()
{
    static const std::vector<ExportOption> options = [] {
        std::vector<ExportOption> all{{"api-group", term("Export", "API group of the resource"), groups}};
        all.insert(all.end(), containerlabOptions().begin(), containerlabOptions().end());
        return all;
    }();
    return options;
}

Result<Exported> writeClabernetes(const Project &project, const ExportRequest &request)
{
    auto made = writeContainerlab(project, request);
    if (!made)
        return made;
    const std::string name = containerlabName(request.name);
    std::string text = fmt::format("# A lab for clabernetes: `kubectl apply -f` of this file.\n"
                                   "apiVersion: {}\nkind: Topology\nmetadata:\n  name: {}\n"
                                   "spec:\n  definition:\n    containerlab: |\n",
                                   request.choice(clabernetesOptions().front()), yamlString(name));
    std::string_view rest = made->file().text;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        text += fmt::format("      {}\n", rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    return Exported{{{name + ".yaml", std::move(text)}}, std::move(made->omitted)};
}

} // namespace netdraft::model
