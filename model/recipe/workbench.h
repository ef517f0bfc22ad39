#pragma once

#include "model/edit/apply.h"

#include <expected>
#include <string>
#include <string_view>

namespace netdraft::model {

/// A copy of a project on which a recipe works: what it does depends on what it did before, so that its edits are done
/// at once, and kept in their order, each by itself.
class Workbench
{
public:
    /// Says why something was not done, in one line.
    using Done = std::expected<void, std::string>;

    explicit Workbench(Project project) : m_project(std::move(project)) {}

    const Project &project() const { return m_project; }
    const Network &network() const { return m_project.network; }
    /// Null when there is none of that name.
    const Netns *find(std::string_view netns) const { return m_project.network.find(netns); }

    Done perform(Edit edit);
    /// All of them or none: for many at once, which by themselves would each copy what they change.
    Done performTogether(EditList edits);
    /// Runs a command in a namespace, of words with one space between them, such as `ip link add …`, and does what it
    /// asks for. Fails with what the tool says on its standard error.
    Done run(std::string_view netns, std::string_view command);
    /// What is refused of these makes no difference, such as the removal of what somebody has removed.
    void attempt(Edit edit);
    void attemptCommand(std::string_view netns, std::string_view command);
    /// Whether a command that asks, such as `iptables -C …`, ends with 0.
    bool holds(std::string_view netns, std::string_view command) const;

    /// Places a namespace inside of the one whose program made it, as a container of its machine, where that is placed.
    void draw(const std::string &netns, const std::string &host);

    /// Null when the namespace has no such file.
    const std::string *readFile(std::string_view netns, std::string_view path) const;
    /// Writes a file that has another text, or none, so far.
    Done writeFile(const std::string &netns, const std::string &path, std::string text);
    void removeFile(const std::string &netns, const std::string &path);

    const EditList &edits() const { return m_edits; }
    /// Adds the edits of another recipe, which worked on this one's project.
    Done take(EditList edits);

private:
    Project m_project;
    EditList m_edits;
};

} // namespace netdraft::model
