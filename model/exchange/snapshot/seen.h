#pragma once

#include "model/exchange/snapshot/values.h"

namespace netdraft::model::snapshot {

/// A link by its place in a list of namespaces and in the list of that one's links.
struct LinkRef {
    std::size_t netns = 0;
    std::size_t link = 0;
    friend auto operator<=>(const LinkRef &, const LinkRef &) = default;
};

/// A link as its namespace shows it, before it is known what is at its other end.
struct SeenLink {
    const Json *json = nullptr;
    const Output *output = nullptr;
    std::string name;
    int index = 0;
    std::string kind; ///< `veth`, `bridge` …; empty: a device of the machine, or nobody says
    bool loopback = false;
    bool up = false;
    bool carrier = false;
    bool onceUp = false;
    bool noArp = false;
    std::optional<int> mtu;
    std::optional<MacAddress> mac;
    std::string master;
    // What it lies on, or the other end of a cable.
    std::string lowerName;        ///< where that is in the same namespace
    int lowerIndex = 0;           ///< 0: none
    std::string netnsName;        ///< where that is, if it has a name …
    std::optional<int> netnsid;   ///< … or by the number that the namespace knows it by
    std::optional<LinkRef> peer;  ///< of a veth
    std::optional<LinkRef> lower; ///< of a link on another
    /// Where the packets of a VXLAN or a tunnel are sent and received; none: in its own namespace.
    std::optional<std::size_t> underlay;

    bool isElsewhere() const { return netnsid || !netnsName.empty(); }
    /// What the tool says of the kind, or of a port of that master; null where it says nothing.
    const Json *details(std::string_view key) const;
};

struct SeenNetns {
    explicit SeenNetns(const Answers &said) : answers(&said) {}

    const Answers *answers;
    std::vector<SeenLink> links;      ///< ordered by index; `lo` is the first
    std::map<int, std::size_t> nsids; ///< the namespaces that it knows, as far as somebody said which they are
    /// The position in `links`, if there is one of that name, or with that index.
    std::optional<std::size_t> find(std::string_view name) const;
    std::optional<std::size_t> find(int index) const;
};

/// All that is read, and what is wrong in it.
struct Seen {
    std::vector<SeenNetns> namespaces;
    std::vector<Error> troubles = {};
    std::vector<Error> notes = {};
};

/// The links of a namespace, by what `ip link` or `ip addr` says.
void readLinks(SeenNetns &netns, std::vector<Error> &troubles, std::vector<Error> &notes);

/// Says of what kind links are where the tools were not asked (without -d), as far as all else they say tells.
void guessKinds(SeenNetns &netns, std::vector<Error> &troubles, std::vector<Error> &notes);

/// Finds the other ends of cables and what links lie on, in whatever namespace. What is not found stays empty.
void wire(Seen &seen);

} // namespace netdraft::model::snapshot
