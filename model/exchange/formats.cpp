#include "model/exchange/bash_format.h"
#include "model/exchange/clabernetes_format.h"
#include "model/exchange/commands_format.h"
#include "model/exchange/containerlab_format.h"
#include "model/exchange/kathara_format.h"

#include <algorithm>

namespace netdraft::model {

std::span<const ExportFormat> exportFormats()
{
    static const ExportFormat formats[] = {
        {"bash", "Lab script (bash)", "sh",
         "a script that builds the network in namespaces, checks it and takes it down", &writeBash},
        {"commands", "Plain commands", "txt", "the commands for each device, as lesson notes give them",
         &writeCommands},
        {"kathara", "Kathará lab folder", "",
         "a lab for Kathará, in containers or with Megalos on Kubernetes: lab.conf and startup scripts", &writeKathara},
        {"containerlab", "containerlab topology", "clab.yml",
         "a lab for containerlab: containers that their commands configure", &writeContainerlab, containerlabOptions()},
        {"clabernetes", "clabernetes topology", "yaml", "the same on Kubernetes with clabernetes: a resource Topology",
         &writeClabernetes, clabernetesOptions()},
    };
    return formats;
}

const ExportFormat *exportFormat(std::string_view id)
{
    const auto formats = exportFormats();
    const auto found = std::ranges::find(formats, id, &ExportFormat::id);
    return found == formats.end() ? nullptr : &*found;
}

std::string_view ExportRequest::choice(const ExportOption &option) const
{
    const auto found = chosen.find(option.id);
    return found == chosen.end() ? option.choices.front() : std::string_view(found->second);
}

} // namespace netdraft::model
