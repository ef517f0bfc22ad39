#include "model/command/text/files.h"
#include "model/recipe/cni/cni.h"
#include "model/shell/pattern.h"
#include "model/terminal/network_world.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

constexpr std::size_t blockSize = 4096;

/// A line of `ls -l`.
struct ListedFile {
    std::string name;
    std::string_view mode;
    std::size_t links = 1;
    std::size_t bytes = 0;
    std::string_view date = "Jan  1  1970"; ///< there is no clock here
};

struct ListingOptions {
    bool isLong = false;
    bool dots = false; ///< `.` and `..`
    bool itself = false;
};

ListingOptions readListingOptions(std::span<const std::string> words)
{
    ListingOptions options;
    for (const std::string &word : words) {
        if (word.size() < 2 || word[0] != '-')
            continue;
        const bool letters = word[1] != '-';
        options.isLong = options.isLong || (letters && word.find('l') != std::string::npos);
        options.dots = options.dots || word == "--all" || (letters && word.find('a') != std::string::npos);
        options.itself = options.itself || word == "--directory" || (letters && word.find('d') != std::string::npos);
    }
    return options;
}

std::size_t blocksOf(const ListedFile &file)
{
    return (file.bytes + blockSize - 1) / blockSize * (blockSize / 1024);
}

/// The lines, their numbers to the right of columns that all of them share.
std::string printedFiles(const std::vector<ListedFile> &files, bool isLong)
{
    std::size_t links = 0;
    std::size_t bytes = 0;
    for (const ListedFile &file : files) {
        links = std::max(links, std::to_string(file.links).size());
        bytes = std::max(bytes, std::to_string(file.bytes).size());
    }
    std::string text;
    for (const ListedFile &file : files)
        text += isLong ? fmt::format("{} {:>{}} root root {:>{}} {} {}\n", file.mode, file.links, links, file.bytes,
                                     bytes, file.date, file.name)
                       : file.name + '\n';
    return text;
}

std::string withoutSlashes(std::string path)
{
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    return path;
}

} // namespace

std::set<std::string> NetworkWorld::namesBelow(const std::string &directory, const std::string &where)
{
    std::set<std::string> names;
    const std::string start = directory == "/" ? directory : directory + '/';
    for (const std::string &path : matches(start + '*', where))
        names.emplace(baseName(path));
    if (const auto more = command::namesIn(m_project.network, *netnsAt(where), directory))
        names.insert(more->begin(), more->end());
    for (const std::string &made : m_directories)
        if (made.starts_with(start))
            names.insert(made.substr(start.size(), made.find('/', start.size()) - start.size()));
    std::erase_if(names, [&](const std::string &name) { return cni::isPluginHiding(start + name); });
    return names;
}

shell::Ran NetworkWorld::list(Words words, const std::string &where)
{
    const ListingOptions options = readListingOptions(words.subspan(1));
    const auto listed = [&](const std::string &path, std::string name) {
        if (name == ".." || isDirectory(path, where)) {
            std::size_t links = 2;
            const std::string start = path == "/" ? path : path + '/';
            for (const std::string &inside : namesBelow(path, where))
                links += isDirectory(start + inside, where) ? 1 : 0;
            return ListedFile{std::move(name), "drwxr-xr-x", links, blockSize};
        }
        if (const auto *plugin = cni::installedPlugin(cni::pluginAt(*netnsAt(where), path))) {
            if (!plugin->target.empty() && options.isLong)
                name += fmt::format(" -> {}", plugin->target);
            return ListedFile{std::move(name), plugin->target.empty() ? "-rwxr-xr-x" : "lrwxrwxrwx", 1, plugin->bytes,
                              "Apr  9  2023"};
        }
        return ListedFile{std::move(name), "-rw-r--r--", 1, readFile(path, where).value_or("").size()};
    };
    shell::Ran ran;
    std::vector<ListedFile> files;
    std::vector<std::string> directories;
    std::vector<std::string> operands;
    for (const std::string &word : words.subspan(1))
        if (word.size() < 2 || word[0] != '-')
            operands.push_back(word);
    if (operands.empty()) {
        for (const std::string &path : matches("*", where))
            files.push_back(listed(path, path));
        ran.out = printedFiles(files, options.isLong);
        return ran;
    }
    std::ranges::sort(operands);
    for (const std::string &operand : operands) {
        const std::string path = withoutSlashes(operand);
        if (isDirectory(path, where) && !options.itself) {
            directories.push_back(operand);
        } else if (isDirectory(path, where) || readFile(path, where)) {
            files.push_back(listed(path, operand));
        } else {
            ran.status = 2;
            ran.err += fmt::format("ls: cannot access '{}': No such file or directory\n", operand);
        }
    }
    ran.out = printedFiles(files, options.isLong);
    for (const std::string &directory : directories) {
        if (operands.size() > 1)
            ran.out += fmt::format("{}{}:\n", ran.out.empty() ? "" : "\n", directory);
        const std::string path = withoutSlashes(directory);
        const std::string start = path == "/" ? path : path + '/';
        std::vector<ListedFile> inside;
        if (options.dots) {
            const std::string above = path.substr(0, std::max<std::size_t>(path.rfind('/'), 1));
            inside = {listed(path, "."), listed(above, "..")};
        }
        for (const std::string &name : namesBelow(path, where))
            inside.push_back(listed(start + name, name));
        std::size_t blocks = 0;
        for (const ListedFile &file : inside)
            blocks += blocksOf(file);
        if (options.isLong)
            ran.out += fmt::format("total {}\n", blocks);
        ran.out += printedFiles(inside, options.isLong);
    }
    return ran;
}

} // namespace netdraft::model::terminal
