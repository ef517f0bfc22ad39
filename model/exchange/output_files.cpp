#include "model/exchange/output_files.h"

#include <algorithm>

namespace netdraft::model {

void addFile(Exported &exported, std::string name, std::string text)
{
    if (!text.empty())
        exported.files.push_back({std::move(name), std::move(text)});
}

Exported inOrder(Exported exported)
{
    std::ranges::sort(exported.files, {}, &OutputFile::name);
    return exported;
}

} // namespace netdraft::model
