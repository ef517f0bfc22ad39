#include "model/recipe/workbench.h"

#include "model/command/response.h"
#include "model/drawing/places.h"

#include <vector>

namespace netdraft::model {

namespace {

std::vector<std::string> wordsOf(std::string_view command)
{
    std::vector<std::string> words;
    while (!command.empty()) {
        const auto end = std::min(command.find(' '), command.size());
        words.emplace_back(command.substr(0, end));
        command.remove_prefix(std::min(end + 1, command.size()));
    }
    return words;
}

} // namespace

Workbench::Done Workbench::perform(Edit edit)
{
    if (const auto done = apply(m_project, {edit}); !done)
        return std::unexpected(describe(done.error()));
    m_edits.add(std::move(edit));
    return {};
}

Workbench::Done Workbench::performTogether(EditList edits)
{
    if (const auto done = apply(m_project, edits); !done)
        return std::unexpected(describe(done.error()));
    m_edits.add(std::move(edits));
    return {};
}

Workbench::Done Workbench::run(std::string_view netns, std::string_view command)
{
    const Netns *at = find(netns);
    if (!at)
        return std::unexpected(std::string(netns) + ": no such namespace");
    Response response = respond(network(), at->id, wordsOf(command));
    if (response.reply.status != 0)
        return std::unexpected(response.reply.err);
    return take(std::move(response.edits));
}

void Workbench::attempt(Edit edit)
{
    if (const auto done = apply(m_project, {edit}); done)
        m_edits.add(std::move(edit));
}

void Workbench::attemptCommand(std::string_view netns, std::string_view command)
{
    [[maybe_unused]] const Done ignored = run(netns, command);
}

bool Workbench::holds(std::string_view netns, std::string_view command) const
{
    const Netns *at = find(netns);
    return at && respond(network(), at->id, wordsOf(command)).reply.status == 0;
}

void Workbench::draw(const std::string &netns, const std::string &host)
{
    const Netns *around = find(host);
    if (!around || !m_project.drawing->nodes.contains(around->id))
        return;
    attempt(PlaceNode{netns, {NodeKind::Namespace, placeInside(*m_project.drawing, around->id)}});
    attempt(NestNode{netns, host});
}

const std::string *Workbench::readFile(std::string_view netns, std::string_view path) const
{
    const Netns *at = find(netns);
    if (!at)
        return nullptr;
    const auto file = at->files.find(path);
    return file == at->files.end() ? nullptr : &file->second;
}

Workbench::Done Workbench::writeFile(const std::string &netns, const std::string &path, std::string text)
{
    if (const std::string *now = readFile(netns, path); now && *now == text)
        return {};
    return perform(WriteFile{netns, path, std::move(text)});
}

void Workbench::removeFile(const std::string &netns, const std::string &path)
{
    if (readFile(netns, path))
        attempt(WriteFile{netns, path, std::nullopt});
}

Workbench::Done Workbench::take(EditList edits)
{
    for (Edit &edit : edits.edits)
        if (auto done = perform(std::move(edit)); !done)
            return done;
    return {};
}

} // namespace netdraft::model
