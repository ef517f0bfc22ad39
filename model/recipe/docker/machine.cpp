#include "model/recipe/docker/machine.h"

namespace netdraft::model::docker {

Expected<void> Machine::perform(Edit edit)
{
    if (const auto done = apply(m_project, {edit}); !done)
        return std::unexpected(describe(done.error()));
    m_edits.add(std::move(edit));
    return {};
}

Expected<void> Machine::run(std::string_view command)
{
    std::vector<std::string> words;
    while (!command.empty()) {
        const auto end = command.find(' ');
        words.emplace_back(command.substr(0, end));
        command.remove_prefix(end == std::string_view::npos ? command.size() : end + 1);
    }
    Response response = respond(network(), own().id, words);
    if (response.reply.status != 0)
        return std::unexpected(response.reply.err);
    for (Edit &edit : response.edits.edits)
        if (auto done = perform(std::move(edit)); !done)
            return done;
    return {};
}

void Machine::attempt(Edit edit)
{
    if (const auto done = apply(m_project, {edit}); done)
        m_edits.add(std::move(edit));
}

void Machine::attemptCommand(std::string_view command)
{
    if (const auto done = run(command); !done)
        return;
}

bool Machine::has(std::string_view table, std::string_view rule) const
{
    std::vector<std::string> words{"iptables", "-t", std::string(table), "-C"};
    while (!rule.empty()) {
        const auto end = rule.find(' ');
        words.emplace_back(rule.substr(0, end));
        rule.remove_prefix(end == std::string_view::npos ? rule.size() : end + 1);
    }
    return respond(network(), own().id, words).reply.status == 0;
}

void Machine::goBack(Mark mark)
{
    m_project = std::move(mark.project);
    m_state = std::move(mark.state);
    m_edits.edits.erase(m_edits.edits.begin() + static_cast<std::ptrdiff_t>(mark.edits), m_edits.edits.end());
}

EditList Machine::forgotten()
{
    std::vector<std::string> paths;
    for (auto file = own().files.lower_bound(dockerFolder);
         file != own().files.end() && file->first.starts_with(dockerFolder); ++file)
        paths.push_back(file->first);
    for (const std::string &path : paths)
        attempt(WriteFile{m_name, path, std::nullopt});
    return std::move(m_edits);
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
    return std::move(m_edits);
}

} // namespace netdraft::model::docker
