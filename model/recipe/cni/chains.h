#pragma once

#include "model/recipe/cni/host.h"

namespace netdraft::model::cni {

// Chains and rules of iptables, as plugins make them one by one (pkg/utils and go-iptables).

using RuleWords = std::vector<std::string>;

/// Words before and behind others.
RuleWords joined(std::initializer_list<std::string_view> first, const RuleWords &then = {});

/// The name of a chain of 28 characters: `CNI-`, a prefix, and what hashing the network and container gives.
std::string chainName(const std::string &network, const std::string &container, std::string_view prefix = {});
/// `name: "NET" id: "CONTAINER"`
std::string chainComment(const std::string &network, const std::string &container);

bool hasChain(const Host &host, Family family, std::string_view table, std::string_view chain);
Expected<void> ensureChain(Host &host, Family family, const std::string &table, const std::string &chain);
Expected<bool> hasRule(Host &host, Family family, const std::string &table, const std::string &chain,
                       const RuleWords &rule);
/// Adds a rule that is not there, at the chain's end or at its beginning.
enum class At : std::uint8_t { End, Beginning };
Expected<void> ensureRule(Host &host, Family family, const std::string &table, const std::string &chain,
                          const RuleWords &rule, At at = At::End);
/// Empties a chain, which is made where it is not there.
Expected<void> clearChain(Host &host, Family family, const std::string &table, const std::string &chain);

/// Masquerades what comes from an address and leaves its network.
Expected<void> masquerade(Host &host, const InterfaceAddress &address, const std::string &network,
                          const std::string &container);
Expected<void> endMasquerade(Host &host, const InterfaceAddress &address, const std::string &network,
                             const std::string &container);

} // namespace netdraft::model::cni
