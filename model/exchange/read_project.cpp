#include "model/exchange/bash_script_reader.h"
#include "model/exchange/exchange.h"
#include "model/exchange/project_reader.h"

namespace netdraft::model {

Result<Project> readProject(std::string_view text, const std::string &file)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return failAt({file, 1, 1}, "the file is empty; expected a project file or a script that Netdraft wrote");
    if (isLabScript(text) || text.starts_with("#!"))
        return readScript(text, file);
    return readProjectFile(text, file);
}

} // namespace netdraft::model
