#pragma once

#include "model/recipe/kubernetes/kubelet.h"

#include <map>
#include <span>

namespace netdraft::model::kubernetes {

// The commands of a cluster, of Kubernetes 1.32, and of containerd's crictl. A cluster catches up whenever somebody
// asks it something: until then nothing happens in it.

struct Answer {
    int status = 0;
    std::string out;
    std::string err;
    EditList edits; ///< each a single edit, in their order
};

/// The variables of a shell that are exported.
using Environment = std::map<std::string, std::string, std::less<>>;

/// Where and how a command runs.
struct Call {
    const Project &project;
    std::string netns;
    std::span<const std::string> words; ///< after the program's name
    std::string_view input;             ///< what is piped into it; without data: nothing is
    const Environment &environment;
    Starter starter = nullptr;
    /// The text of a file that somebody names; null for none.
    const std::string *(*readFile)(const void *context, const std::string &path) = nullptr;
    const void *context = nullptr;
};

Answer kubectl(const Call &call);
Answer kubeadm(const Call &call);
Answer crictl(const Call &call);

/// Whether the words after `kubectl` ask for its subcommand exec.
bool isExec(std::span<const std::string> words);
/// A command that `kubectl exec POD -- COMMAND` runs, and where; or what it says instead.
struct Execution {
    Answer refusal; ///< where there is no namespace
    std::string netns;
    std::vector<std::string> words;
};
Execution execution(const Call &call);

} // namespace netdraft::model::kubernetes
