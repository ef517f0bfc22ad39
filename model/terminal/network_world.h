#pragma once

#include "model/command/response.h"
#include "model/shell/world.h"
#include "model/terminal/monitor/monitor.h"
#include "model/terminal/tcpdump/tcpdump.h"
#include "model/terminal/terminal.h"

#include <set>

namespace netdraft::model::terminal {

/// The network that the shell's commands act upon. A place is a namespace, by its name; files that no namespace has are
/// kept here, as those of a machine that had none when the shell started.
class NetworkWorld : public shell::World
{
public:
    explicit NetworkWorld(Project project) : m_project(std::move(project)) {}

    const Project &project() const { return m_project; }
    /// All that was done since the start, in order; each was checked against what those before it made.
    const EditList &edits() const { return m_edits; }

    shell::Ran run(std::span<const std::string> words, std::string_view input, const std::string &where) override;
    bool readsEnvironment(std::string_view command) const override;
    void setEnvironment(const shell::Environment &environment) override { m_environment = environment; }
    std::optional<shell::Entered> enters(std::span<const std::string> words, const std::string &where) override;
    bool knows(std::string_view command) const override;
    std::optional<std::string> readFile(const std::string &path, const std::string &where) override;
    Result<void> writeFile(const std::string &path, std::string_view text, Writing how,
                           const std::string &where) override;
    bool isDirectory(const std::string &path, const std::string &where) override;
    std::vector<std::string> matches(std::string_view pattern, const std::string &where) override;
    std::uint64_t changes() const override { return m_changes; }

    using Files = std::map<std::string, std::string, std::less<>>;
    const Files &files() const { return m_files; }
    void setFiles(Files files) { m_files = std::move(files); }

    /// From now on it is noted which frames are sent, tcpdump listens and ip monitor watches; without, as for a script,
    /// they do nothing.
    /// The clock is what a listener prints of a frame that is sent at once: microseconds since midnight.
    void listen(std::vector<Listener> listeners, std::vector<Monitor> monitors, std::uint64_t clock);
    const std::vector<Listener> &listeners() const { return m_listeners; }
    const std::vector<Monitor> &monitors() const { return m_monitors; }
    /// Whether the last command that ran is a tcpdump, the last of listeners(), or an ip monitor, the last of
    /// monitors().
    enum class Began : std::uint8_t { Nothing, Tcpdump, Monitor };
    Began began() const { return m_began; }
    const std::vector<simulation::SeenFrame> &frames() const { return m_frames; }
    std::uint64_t clock() const { return m_clock; }
    /// A namespace, and the address to which a command in it sent echo requests or probes of a route.
    struct Sent {
        NetnsId from;
        IpAddress to;
    };
    /// That of the last such command, wherever the words led it: as with `ip netns exec`, or within a container.
    const std::optional<Sent> &lastSent() const { return m_lastSent; }

private:
    using Words = std::span<const std::string>;

    const Netns *netnsAt(const std::string &where) const { return m_project.network.find(std::string_view(where)); }
    shell::Ran runTool(Words words, std::string_view input, const Netns &netns);
    /// What a CNI plugin does, or cnitool; none for other words.
    std::optional<shell::Ran> runCni(Words words, std::string_view input, const Netns &netns);
    /// What kubectl, kubeadm or crictl does; none for other words.
    std::optional<shell::Ran> runKubernetes(Words words, std::string_view input, const Netns &netns);
    std::optional<shell::Ran> runFileTool(Words words, std::string_view input, const std::string &where);
    std::optional<shell::Ran> runBatch(Words words, std::string_view input, const Netns &netns);
    shell::Ran runLines(Words options, std::string_view text, const std::string &file, bool goesOn, const Netns &netns);
    shell::Ran deleteAll(const Netns &at);
    shell::Ran tee(Words words, std::string_view input, const std::string &where);
    shell::Ran list(Words words, const std::string &where);
    std::set<std::string> namesBelow(const std::string &directory, const std::string &where);
    bool isDirectoryOfFiles(const std::string &path) const;
    /// What is in /sys/class/net and in /run/netns; none for other paths.
    std::optional<std::string> kernelFile(const std::string &path, const Netns &netns) const;
    Result<void> writeProc(const std::string &path, std::string_view text, const Netns &netns);
    Result<void> perform(const Response &response);
    void addEdits(EditList edits);
    /// What `ip monitor` does; none for other words.
    std::optional<shell::Ran> startMonitor(Words words, const Netns &netns);
    shell::Ran startTcpdump(Words words, const Netns &netns);
    void tellListeners(const simulation::Recording &recording);

    Project m_project;
    shell::Environment m_environment;
    EditList m_edits;
    Files m_files;
    std::set<std::string, std::less<>> m_directories;
    std::uint64_t m_changes = 0;
    std::size_t m_fileBytes = 0;
    int m_temporaryFiles = 0;
    bool m_notesFrames = false;
    Began m_began = Began::Nothing;
    std::uint64_t m_clock = 0;
    std::optional<Sent> m_lastSent;
    std::vector<Listener> m_listeners;
    std::vector<Monitor> m_monitors;
    std::vector<simulation::SeenFrame> m_frames;
};

} // namespace netdraft::model::terminal
