#pragma once

#include "model/shell/world.h"
#include "model/terminal/terminal.h"

#include <functional>
#include <optional>

namespace netdraft::model::terminal {

/// The text of a file that somebody names; none where there is none.
using FileReader = std::function<std::optional<std::string>(const std::string &path)>;

/// Whether that is kubectl, kubeadm or crictl.
bool isOfKubernetes(std::string_view tool);
/// Runs one of them.
Outcome kubernetes(const Project &project, const Netns &netns, std::span<const std::string> words,
                   std::string_view input, const shell::Environment &environment, const FileReader &readFile);
/// Where `kubectl exec POD -- COMMAND` runs its command, and from which word on; none for other words.
std::optional<shell::Entered> enteredPod(const Project &project, const Netns &netns, std::span<const std::string> words,
                                         const shell::Environment &environment);
/// `systemctl VERB kubelet` and of containerd; none for other words.
std::optional<Outcome> manageNode(const Project &project, const Netns &netns, std::span<const std::string> words);

} // namespace netdraft::model::terminal
