#pragma once

#include "model/edit/apply.h"
#include "model/recipe/cni/result.h"

#include <map>

namespace netdraft::model::cni {

/// The machine that plugins run on: what they see and change of it. The edits are done to a copy at once, since what a
/// plugin does depends on what it did before, and kept in their order.
class Host
{
public:
    /// `netns` is the namespace where the plugins are started.
    Host(const Project &project, std::string netns) : m_project(project), m_name(std::move(netns)) {}

    const Network &network() const { return m_project.network; }
    const Netns &own() const { return *network().find(m_name); }
    const std::string &name() const { return m_name; }
    const Project &project() const { return m_project; }
    const EditList &edits() const { return m_edits; }

    /// Does an edit; refused with what strerror(3) says, in Go's lower case.
    Expected<void> perform(Edit edit);

    /// The namespace whose file has that path: `/var/run/netns/NAME`. Fails as opening it does.
    Expected<std::string> sandbox(const std::string &path) const;
    /// Whether there is nothing at that path, rather than something that is no namespace.
    bool hasNoSandbox(const std::string &path) const;
    const Netns &netns(const std::string &name) const { return *network().find(name); }

    /// Files of the namespace.
    const std::string *readFile(const std::string &path) const;
    Expected<void> writeFile(const std::string &path, std::string text);
    Expected<void> removeFile(const std::string &path);
    /// The names in a directory, ordered.
    std::vector<std::string> filesIn(const std::string &directory) const;

    /// Runs a command of words with one space between them, such as `ip link add …`, and does what it asks for. Fails
    /// with what the tool says.
    Expected<void> run(std::string_view command);
    /// Runs `iptables`, or `ip6tables`, and does what it asks for. What the tool refuses has the words of go-iptables.
    Expected<void> iptables(Family family, std::vector<std::string> words);
    /// Its exit status and message, without an error.
    struct Ended {
        int status = 0;
        std::string message;
        std::string line; ///< as an error says it
        bool isUnknown = false;
        /// That a chain or rule is not there.
        bool saysNotThere() const;
    };
    Ended tryIptables(Family family, std::vector<std::string> words);

private:
    Project m_project;
    std::string m_name;
    EditList m_edits;
};

/// What strerror(3) says of a refusal, as Go prints an errno.
std::string errnoText(const Error &error);

} // namespace netdraft::model::cni
