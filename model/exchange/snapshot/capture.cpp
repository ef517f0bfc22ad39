#include "model/exchange/snapshot/capture.h"

#include "model/exchange/process.h"
#include "model/exchange/snapshot/container_names.h"
#include "model/exchange/snapshot/snapshot_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>
#include <sys/stat.h>

namespace netdraft::model {

namespace {

namespace fs = std::filesystem;

struct Ask {
    std::string_view file;
    std::vector<std::string> words;
};

const std::vector<Ask> &asks()
{
    static const std::vector<Ask> all{
        {"addr.json", {"ip", "-j", "-d", "addr"}},
        {"route4.json", {"ip", "-4", "-j", "-d", "route", "show", "table", "all"}},
        {"route6.json", {"ip", "-6", "-j", "-d", "route", "show", "table", "all"}},
        {"rule4.json", {"ip", "-4", "-j", "-d", "rule"}},
        {"rule6.json", {"ip", "-6", "-j", "-d", "rule"}},
        {"neigh.json", {"ip", "-j", "neigh", "show", "nud", "all"}},
        {"proxy.json", {"ip", "-j", "neigh", "show", "proxy"}},
        {"nexthop.json", {"ip", "-j", "-d", "nexthop"}},
        {"fdb.json", {"bridge", "-j", "-d", "fdb"}},
        {"vlan.json", {"bridge", "-j", "vlan"}},
        {"iptables.txt", {"iptables-save"}},
        {"ip6tables.txt", {"ip6tables-save"}},
        {"nft.txt", {"nft", "list", "ruleset"}},
        {"sysctl.txt", {"sysctl", "-a", "-r", "^net\\."}},
        {"lsns.json", {"lsns", "-t", "net", "-J", "-o", "NS,NETNSID,PID,NSFS"}},
        {"nsid.json", {"ip", "-j", "netns", "list-id"}},
        {"ns.txt", {"readlink", "/proc/self/ns/net"}},
    };
    return all;
}

/// A namespace to be asked: the folder for its answers, and the file by which it is entered; none for this one.
struct Place {
    std::string folder;
    std::string entry;
    std::string pid; ///< a process in it; empty: none is known
};

class Asking
{
public:
    Result<MachineAnswers> run()
    {
        m_answers.source.path = "this machine";
        m_answers.source.folder = true;
        findPlaces();
        for (const Place &place : m_places)
            ask(place);
        if (!m_answers.source.files.contains("machine/addr.json"))
            return fail(ErrorCode::Io,
                        fmt::format("this machine does not say what it has: {}",
                                    m_answers.unanswered.empty() ? "ip prints nothing" : m_answers.unanswered.front()));
        return std::move(m_answers);
    }

private:
    void findPlaces()
    {
        m_places.push_back({"machine", {}, {}});
        struct stat own{};
        if (::stat("/proc/self/ns/net", &own) != 0)
            return m_answers.unanswered.emplace_back("/proc is not mounted: no other namespaces were looked for"),
                   void();
        std::map<ino_t, int> processes = processesByNetns();
        processes.erase(own.st_ino);
        std::error_code error;
        for (const auto &entry : fs::directory_iterator("/run/netns", error)) {
            struct stat file{};
            const std::string path = entry.path().string();
            if (::stat(path.c_str(), &file) != 0 || file.st_dev != own.st_dev || file.st_ino == own.st_ino)
                continue;
            Place place{"netns/" + entry.path().filename().string(), path, {}};
            if (const auto known = processes.find(file.st_ino); known != processes.end()) {
                place.pid = fmt::format("{}", known->second);
                processes.erase(known);
            }
            m_places.push_back(std::move(place));
        }
        std::ranges::sort(m_places, {}, &Place::folder);
        std::map<int, std::string> unnamed;
        for (const auto &[inode, pid] : processes)
            unnamed.emplace(pid, fmt::format("{}", pid));
        for (const auto &[number, pid] : unnamed)
            m_places.push_back({"pid/" + pid, fmt::format("/proc/{}/ns/net", pid), pid});
    }

    /// The first process in each namespace.
    std::map<ino_t, int> processesByNetns()
    {
        std::map<ino_t, int> found;
        std::size_t hidden = 0;
        std::error_code error;
        for (const auto &entry : fs::directory_iterator("/proc", error)) {
            const std::string name = entry.path().filename().string();
            int pid = 0;
            const auto read = std::from_chars(name.data(), name.data() + name.size(), pid);
            if (read.ec != std::errc() || read.ptr != name.data() + name.size())
                continue;
            struct stat file{};
            if (::stat((entry.path() / "ns/net").c_str(), &file) != 0) {
                hidden += errno == EACCES ? 1 : 0;
                continue;
            }
            const auto [known, isNew] = found.emplace(file.st_ino, pid);
            known->second = std::min(known->second, pid);
        }
        if (hidden > 0)
            m_answers.unanswered.push_back(
                fmt::format("processes of others, {} of them, may not be looked at: namespaces of theirs that have no "
                            "name were not seen",
                            hidden));
        return found;
    }

    void ask(const Place &place)
    {
        const std::string shown = place.folder == "machine" ? "host" : place.folder;
        for (const Ask &one : asks()) {
            std::vector<std::string> words;
            if (!place.entry.empty())
                words = {"nsenter", "--net=" + place.entry, "--"};
            words.insert(words.end(), one.words.begin(), one.words.end());
            const auto outcome = runProcess(words, {});
            if (outcome && !outcome->out.empty()) {
                keep(place, one.file, outcome->out);
                continue;
            }
            if (outcome && outcome->status == 0)
                continue;
            const std::string why =
                outcome ? outcome->err.substr(0, outcome->err.find('\n')) : describe(outcome.error());
            if (!outcome && !m_missing.insert(one.words.front()).second)
                continue; // said once
            m_answers.unanswered.push_back(fmt::format("{}: {}: {}", shown, one.words.front(), why));
            std::error_code error;
            const bool gone = !place.entry.empty() && !fs::exists(place.entry, error);
            if (gone || one.file == asks().front().file) // it cannot be entered
                return;
        }
        describeOwner(place);
    }

    /// Whose namespace it is, for a name that people know.
    void describeOwner(const Place &place)
    {
        if (place.folder == "machine") {
            if (const auto name = runProcess({"uname", "-n"}, {}); name && name->status == 0)
                keep(place, "hostname.txt", name->out);
            return;
        }
        if (place.pid.empty())
            return;
        const auto name =
            runProcess({"nsenter", fmt::format("--uts=/proc/{}/ns/uts", place.pid), "--", "uname", "-n"}, {});
        if (name && name->status == 0)
            keep(place, "hostname.txt", name->out);
        const std::string group = controlGroupOf(place.pid);
        if (!group.empty())
            keep(place, "cgroup.txt", group);
        if (const std::string container = containerName(group); !container.empty())
            keep(place, "name.txt", container + "\n");
    }

    void keep(const Place &place, std::string_view file, std::string text)
    {
        m_answers.source.files.insert_or_assign(fmt::format("{}/{}", place.folder, file), std::move(text));
    }

    MachineAnswers m_answers;
    std::vector<Place> m_places;
    std::set<std::string> m_missing; ///< tools that are not here
};

} // namespace

Result<MachineAnswers> askMachine()
{
    return Asking().run();
}

Result<Imported> readMachine(const MachineAnswers &answers)
{
    auto imported = readSnapshot(answers.source);
    if (imported) {
        for (const std::string &line : answers.unanswered)
            imported->troubles.push_back({ErrorCode::Io, line});
    }
    return imported;
}

Result<Imported> capture()
{
    const auto answers = askMachine();
    if (!answers)
        return fail(answers.error());
    return readMachine(*answers);
}

} // namespace netdraft::model
