#include "model/exchange/commands_reader.h"

#include "model/drawing/places.h"
#include "model/edit/apply.h"
#include "model/exchange/script_format.h"
#include "model/exchange/shell_script.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

constexpr std::string_view headingStart = "# on ";
constexpr std::string_view machine = "the machine";

struct Heading {
    std::string netns;
    std::optional<NodeKind> kind;
};

std::string_view withoutReturn(std::string_view line)
{
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// What a line says of where the next ones are typed; none where it is no heading.
std::optional<Heading> headingIn(std::string_view line)
{
    line = withoutReturn(line);
    if (!line.starts_with(headingStart))
        return std::nullopt;
    line.remove_prefix(headingStart.size());
    if (line == machine || line.starts_with("the machine:"))
        return Heading{"host", std::nullopt};
    const auto blank = line.find(' ');
    const auto kind = blank == std::string_view::npos ? std::nullopt : kindNamed(line.substr(0, blank));
    return kind ? Heading{std::string(line.substr(blank + 1)), kind} : Heading{std::string(line), std::nullopt};
}

/// Reads the sheet, section by section.
class SheetReader
{
public:
    explicit SheetReader(const ImportSource &source) : m_path(source.path), m_rest(source.text()) {}

    Imported read()
    {
        while (!m_rest.empty())
            readLine();
        runSection();
        placeKinds();
        placeNodes(m_imported.project);
        return std::move(m_imported);
    }

private:
    void readLine()
    {
        const auto end = std::min(m_rest.find('\n'), m_rest.size());
        const std::string_view line = m_rest.substr(0, end);
        m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
        ++m_line;
        auto heading = headingIn(line);
        if (!heading) {
            m_section += line;
            m_section += '\n';
            return;
        }
        runSection();
        m_section.clear();
        m_sectionLine = m_line + 1;
        if (heading->kind)
            m_kinds[heading->netns] = *heading->kind;
        m_heading = std::move(*heading);
    }

    void runSection()
    {
        const Netns *netns = m_imported.project.network.find(std::string_view(m_heading.netns));
        if (netns)
            return runScript(m_imported, netns->id, m_section, m_path, m_sectionLine);
        m_imported.troubles.push_back(
            {ErrorCode::Input,
             fmt::format("there is no node \"{}\" yet; expected the command that makes it before", m_heading.netns),
             Position{m_path, m_sectionLine - 1, static_cast<int>(headingStart.size()) + 1}});
    }

    void placeKinds()
    {
        const auto places = freePlaces(m_imported.project);
        EditList edits;
        for (const auto &[name, kind] : m_kinds) {
            const Netns *netns = m_imported.project.network.find(std::string_view(name));
            const auto place = netns ? places.find(netns->id) : places.end();
            if (place != places.end())
                edits.add(PlaceNode{name, {kind, place->second}});
        }
        (void)apply(m_imported.project, edits);
    }

    const std::string &m_path;
    std::string_view m_rest;
    int m_line = 0;
    Heading m_heading{"host", std::nullopt};
    std::string m_section;
    int m_sectionLine = 1;
    std::map<std::string, NodeKind> m_kinds;
    Imported m_imported;
};

} // namespace

bool isCommandSheet(const ImportSource &source)
{
    if (source.folder)
        return false;
    std::string_view text = source.text();
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return headingIn(text.substr(0, text.find('\n'))).has_value();
}

Result<Imported> readCommandSheet(const ImportSource &source)
{
    return SheetReader(source).read();
}

} // namespace netdraft::model
