#pragma once

#include "model/network/ruleset.h"
#include "model/recipe/kubernetes/cluster.h"

namespace netdraft::model::kubernetes {

/// Which packets of a pod a network policy is about: those that come to it, or those that it sends.
enum class PolicyDirection : std::uint8_t { Ingress, Egress };

/// Whether a NetworkPolicy says anything about that direction: policyTypes, or what stands for it where it is not
/// given.
bool isAbout(const Json &policy, PolicyDirection direction);
/// Whether it is for this pod.
bool isFor(const Json &policy, const Json &pod);

/// Whether a pod has an address of its own: it runs, and not in its node's network.
bool hasOwnAddress(const Json &pod);
/// A word for a policy or a pod in a comment: `name:web namespace:default`
std::string placeOf(const Json &object);

/// The mark of a packet that a policy allows.
inline constexpr std::uint32_t allowedMark = 0x10000;

/// Rules that mark what the policy allows in a direction, one for each address and port: none of it is in a set.
std::vector<netfilter::Rule> allowingRules(const Cluster &cluster, const Json &policy, PolicyDirection direction);

} // namespace netdraft::model::kubernetes
