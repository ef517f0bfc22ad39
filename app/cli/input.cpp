#include "app/cli/input.h"

#include "model/command/command.h"

#include <fmt/format.h>

#include <cstdio>

namespace netdraft::app {

using namespace model;

int complain(std::string_view what)
{
    fmt::print(stderr, "netdraft: {}\n", what);
    return wrong;
}

int complain(const Error &error)
{
    if (!error.position)
        return complain(describe(error));
    fmt::print(stderr, "{}\n", describe(error));
    return wrong;
}

std::optional<Project> loadProject(const std::string &path)
{
    auto imported = loadImport(path, nullptr);
    if (!imported)
        return std::nullopt;
    sayTroubles(*imported);
    if (!imported->isWhole()) {
        complain(fmt::format("{} was not understood whole; `netdraft import {} -o FILE --incomplete` keeps the rest",
                             path, shellLine(std::vector{path})));
        return std::nullopt;
    }
    return std::move(imported->project);
}

std::optional<Imported> loadImport(const std::string &path, const ImportFormat *format)
{
    const auto source = loadSource(path);
    if (!source) {
        complain(source.error());
        return std::nullopt;
    }
    auto imported = import(*source, format);
    if (!imported) {
        complain(imported.error());
        return std::nullopt;
    }
    return std::move(*imported);
}

void sayTroubles(const Imported &imported)
{
    for (const Error &note : imported.notes)
        fmt::print(stderr, "{} (a note)\n", describe(note));
    for (const Error &trouble : imported.troubles)
        complain(trouble);
}

const Netns *findNode(const Project &project, const std::string &name)
{
    constexpr std::size_t most = 20;
    if (const Netns *found = project.network.find(name))
        return found;
    const auto all = project.network.namespaces();
    std::string names;
    for (const auto &netns : all.first(std::min(all.size(), most)))
        names += fmt::format("{}{}", names.empty() ? "" : ", ", netns->name);
    complain(fmt::format("there is no node \"{}\"; expected one of {}{}", name, names, all.size() > most ? ", …" : ""));
    return nullptr;
}

int print(std::string_view text, int status)
{
    const bool done = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    return done ? status : complain("cannot write to the standard output");
}

} // namespace netdraft::app
