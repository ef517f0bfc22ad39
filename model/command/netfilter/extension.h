#pragma once

#include "model/command/netfilter/values.h"

namespace netdraft::model::command {

/// Names of extensions and of chains are shorter (XT_EXTENSION_MAXNAMELEN).
inline constexpr std::size_t longestName = 29;

/// The bit of an option's id in `Taking::given` and in what a row excludes and needs.
constexpr unsigned bit(int id)
{
    return 1U << id;
}

/// An option of an extension being taken.
struct Taking {
    Reading &reading;
    OptionReader &words;
    std::string_view extension;
    const OptionRow &option;
    const std::string &value;
    bool inverted;
    unsigned given; ///< bits of the ids taken before
};

/// What `-m NAME` or `-j NAME` adds to iptables.
template <typename State>
struct Extension {
    std::string_view name;
    std::optional<Family> family; ///< none: of both tools
    State initial;
    std::span<const OptionRow> options;
    void (*take)(const Taking &taking, State &state) = nullptr;
    /// What the extension itself misses at the end.
    void (*check)(Reading &reading, const State &state, unsigned given) = nullptr;
    bool plain = false; ///< it looks itself for options given twice
};
using MatchExtension = Extension<netfilter::Match>;
using TargetExtension = Extension<netfilter::Target>;

/// Null when the tool has none of that name.
const MatchExtension *matchExtension(Family family, std::string_view name);
const TargetExtension *targetExtension(Family family, std::string_view name);
/// What the real tools have beside these and the simulation has not.
bool isUnsimulatedMatch(std::string_view name);
bool isUnsimulatedTarget(std::string_view name);

/// The words that stand for bits, of `--ctstate` and the like, in the order in which they are printed.
struct BitName {
    unsigned bit;
    std::string_view name;
};
std::span<const BitName> ctStateNames();
std::span<const BitName> ctStatusNames();
std::span<const BitName> addressTypeNames();
std::span<const BitName> tcpFlagNames();
std::string bitNames(std::span<const BitName> names, unsigned bits);

/// The types and codes of ICMP by name.
struct IcmpName {
    std::string_view name;
    std::uint8_t type;
    std::uint8_t firstCode;
    std::uint8_t lastCode;
};
std::span<const IcmpName> icmpNames(Family family);

/// The words of `--reject-with`, the long one first.
struct RejectName {
    netfilter::RejectWith with;
    std::string_view name;
    std::string_view alias;
};
std::span<const RejectName> rejectNames(Family family);

} // namespace netdraft::model::command
