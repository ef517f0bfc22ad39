#pragma once

#include "model/forwarding/cause.h"
#include "model/forwarding/data_plane.h"

#include <algorithm>

namespace netdraft::model {

/// Which of its own targets a node sends from, counted from its first: the same number whatever comes and goes
/// elsewhere. `noSource` where it sends from none of them, `noAddress` where it has no address to send from.
using SourceNumber = std::uint16_t;
inline constexpr SourceNumber noSource = 0xffff;
inline constexpr SourceNumber noAddress = 0xfffe;

/// One of the ways of a multipath route.
struct Way {
    LinkIndex next = nowhere; ///< as Step::next
    SourceNumber source = noSource;
    Cause cause = Cause::None; ///< as Step::cause
    friend bool operator==(const Way &, const Way &) = default;
};

/// What a node itself does with packets to an address, or to a class of addresses.
struct Step {
    LinkIndex next = nowhere;       ///< the interface that the node's frame comes to; nowhere: the packet ends here
    std::uint32_t firstWay = 0;     ///< of several ways, of which a hash takes one: among those of the node's rows
    std::uint16_t wayCount = 0;     ///< `next` is then theirs
    SourceNumber source = noSource; ///< that a packet of the node's own has; none where its ways differ in it
    Cause cause = Cause::None;
    bool exact = false;      ///< depends on more than the destination: to be walked
    bool perAddress = false; ///< is another thing for each address: only `source` and `exact` are known

    friend bool operator==(const Step &, const Step &) = default;

    /// Whether its end is that of all packets of the node's own, whatever source they have: of several ways those that
    /// go with the source are preferred.
    bool isForAllSources() const { return wayCount == 0 || source != noSource; }
    /// Whether no packet of the node's own leaves, for want of an address to send from.
    bool sendsNothing() const { return source == noAddress && !exact; }
    bool isOwn() const { return next == nowhere && wayCount == 0 && cause == Cause::None; }
};

/// Long ways are walked, so that the time to live counts; the shortest that a node may set is asked by initialTtl.
inline constexpr std::uint8_t longWay = 32;

/// Where a packet ends.
struct End {
    NodeIndex where = nowhere;
    Cause cause = Cause::None;
    bool exact = false;          ///< some step on the way is so
    std::uint8_t length = 0;     ///< routers on the way, up to longWay
    bool mixed = false;          ///< by a hash it arrives or does not: `where` and `cause` are those of the first ways
    bool loops = false;          ///< it goes round; where that ends, its sender decides: Columns::endOfLoop()
    bool mayLoop = false;        ///< some of the ways of a hash go round
    NodeIndex arrival = nowhere; ///< mixed or without a cause: where it then arrives

    friend bool operator==(const End &, const End &) = default;

    bool mayArrive() const { return cause == Cause::None || mixed; }
    /// Of a packet that went so far before it came to where this is its end.
    End after(std::uint8_t routers) const
    {
        End end = *this;
        if (loops && !mixed)
            return end;
        end.length = static_cast<std::uint8_t>(std::min<int>(length + routers, longWay));
        end.exact = exact || end.length >= longWay;
        return end;
    }
    /// With another of a hash's ways; which of several ends without an answer it comes to does not matter: the first is
    /// told.
    void join(const End &other);
};

/// What a node does with packets to an address, and what becomes of them.
struct Cell {
    Step step;
    End end; ///< of packets of the node's own; of none that sends nothing
    friend bool operator==(const Cell &, const Cell &) = default;
};

} // namespace netdraft::model
