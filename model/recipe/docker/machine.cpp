#include "model/recipe/docker/machine.h"

#include <fmt/format.h>

namespace netdraft::model::docker {

bool Machine::has(std::string_view table, std::string_view rule) const
{
    return m_bench.holds(m_name, fmt::format("iptables -t {} -C {}", table, rule));
}

void Machine::goBack(Mark mark)
{
    m_bench = std::move(mark.bench);
    m_state = std::move(mark.state);
}

EditList Machine::forgotten()
{
    std::vector<std::string> paths;
    for (auto file = own().files.lower_bound(dockerFolder);
         file != own().files.end() && file->first.starts_with(dockerFolder); ++file)
        paths.push_back(file->first);
    for (const std::string &path : paths)
        attempt(WriteFile{m_name, path, std::nullopt});
    return m_bench.edits();
}

EditList Machine::finished()
{
    const auto files = filesOf(m_state);
    std::vector<std::string> gone;
    for (auto file = own().files.lower_bound(containersFolder);
         file != own().files.end() && file->first.starts_with(containersFolder); ++file)
        if (!files.contains(file->first))
            gone.push_back(file->first);
    for (const std::string &path : gone)
        attempt(WriteFile{m_name, path, std::nullopt});
    for (const auto &[path, text] : files) {
        const auto now = own().files.find(path);
        if (now == own().files.end() || now->second != text)
            attempt(WriteFile{m_name, path, text});
    }
    return m_bench.edits();
}

} // namespace netdraft::model::docker
