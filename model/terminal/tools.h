#pragma once

#include "model/command/ip.h"
#include "model/command/sockets.h"
#include "model/simulation/simulated_time.h"
#include "model/terminal/terminal.h"

namespace netdraft::model::terminal {

// The tools that look up routes or send packets; the words are those after the tool's name, or after `route get`. A
// recording, which may be none, is told of the frames.

Reply routeGet(const command::IpCall &call, std::span<const std::string> words);
/// iputils' ping, each packet as ping() says; `family` is that of `ping6`, or none.
Reply ping(const Network &network, NetnsId at, std::span<const std::string> words, std::optional<Family> family,
           simulation::Recording *recording);
/// Dmitry Butskoy's traceroute, with its UDP probes.
Reply traceroute(const Network &network, NetnsId at, std::span<const std::string> words, std::optional<Family> family,
                 simulation::Recording *recording);

/// iputils' tracepath, which looks for the largest packet that gets through, too.
Reply tracepath(const Network &network, NetnsId at, std::span<const std::string> words,
                simulation::Recording *recording);

/// curl 7.88 at a terminal, of http addresses: of web servers their first page.
Reply curl(const Network &network, NetnsId at, std::span<const std::string> words, simulation::Recording *recording);

/// A CNI plugin, by its path, or cnitool, with the variables that it finds; none for other words.
std::optional<Outcome> cni(const Project &project, const Netns &netns, std::span<const std::string> words,
                           std::string_view input, const std::map<std::string, std::string, std::less<>> &environment);

/// OpenBSD's nc as a client: with `-z`, who listens on a port or on several, each as probe() says; else a conversation
/// in which it says `input`, what a pipe gives it, with what came back.
Reply netcat(const Network &network, NetnsId at, const command::NetcatCall &call, std::string_view input,
             simulation::Recording *recording);

// What tells of the tools themselves, of those in model/terminal/tool_list.h.
Reply which(std::span<const std::string> words);
Reply type(std::span<const std::string> words);
Reply man(std::span<const std::string> words);
/// What `TOOL --help` says where it is not the tool's own affair; none of other words.
std::optional<Reply> help(std::string_view tool, std::span<const std::string> words);
/// The command that sudo runs, with its usual options left out; or why it runs none.
std::variant<std::span<const std::string>, Reply> sudo(std::span<const std::string> words);

/// The last part of a path: the tool that a word calls, `ip` of `/sbin/ip`.
std::string_view baseName(std::string_view path);

/// What strerror(3) says of the errno that a look-up ends with, for a packet of the own namespace.
std::string_view lookupError(Cause cause);

/// Every way there and back takes as long, in milliseconds: a simulation that never differs from run to run.
inline constexpr std::string_view roundTripTime = "0.100";
/// The same with what qdiscs add to it, in microseconds.
std::string roundTripWith(simulation::Time queued);
/// How long a neighbour is asked for before a packet to it is given up, in milliseconds.
inline constexpr int resolutionTime = 3000;

} // namespace netdraft::model::terminal
