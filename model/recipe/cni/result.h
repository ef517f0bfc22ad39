#pragma once

#include "model/address/prefix.h"
#include "model/recipe/cni/go_json.h"

namespace netdraft::model::cni {

/// Why a call ended with an error, as the specification has it printed.
struct Failure {
    static constexpr unsigned incompatibleVersion = 1;
    static constexpr unsigned unknownContainer = 3;
    static constexpr unsigned invalidEnvironment = 4;
    static constexpr unsigned decodingFailure = 6;
    static constexpr unsigned invalidConfiguration = 7;
    static constexpr unsigned internal = 999;

    unsigned code = internal;
    std::string message;
    std::string details = {};
    bool notSimulated = false; ///< the message says what is not

    /// As one line of another's message.
    std::string line() const { return details.empty() ? message : message + "; " + details; }
};
template <typename T>
using Expected = std::expected<T, Failure>;
inline std::unexpected<Failure> failed(std::string message)
{
    return std::unexpected(Failure{.message = std::move(message)});
}
inline std::unexpected<Failure> notSimulatedHere(std::string what)
{
    return std::unexpected(Failure{.message = std::move(what), .notSimulated = true});
}

struct Interface {
    std::string name;
    std::string mac;
    std::string sandbox; ///< the path of the namespace; empty on the host
};
struct IpConfig {
    std::optional<int> interface;
    InterfaceAddress address;
    std::optional<IpAddress> gateway;
    /// What a result of 0.3.0 to 0.4.0 said of its family, which is handed on as it was.
    std::optional<std::string> version = std::nullopt;
};
struct ResultRoute {
    InterfaceAddress destination; ///< bits behind its length stand as they were given
    std::optional<IpAddress> gateway;
};
struct Dns {
    std::vector<std::string> nameservers;
    std::string domain;
    std::vector<std::string> search;
    std::vector<std::string> options;
    bool empty() const { return nameservers.empty() && domain.empty() && search.empty() && options.empty(); }
};

/// What a plugin hands to the next, as version 1.0.0 of the specification has it.
struct Result100 {
    std::vector<Interface> interfaces;
    std::vector<IpConfig> ips;
    std::vector<ResultRoute> routes;
    Dns dns;
};

/// Prints a result in a version of the specification ("" is the oldest).
Expected<std::string> printed(const Result100 &result, const std::string &version);
/// Prints it as version 1.0.0 has it, with the name of another version.
std::string printedAs100(const Result100 &result, const std::string &version);
/// A result in the version that it names; where it names none, in `version`.
Expected<Result100> parsedResult(const Json &json, const std::string &version);

Dns readDns(const GoFields &fields);
std::vector<ResultRoute> readRoutes(const GoFields &fields, std::string_view name);

/// `192.0.2.1` as net.ParseIP() reads it; an IPv6 address that stands for one of IPv4 is one of IPv4.
std::optional<IpAddress> parseGoAddress(std::string_view text);
/// `192.0.2.1/24` as net.ParseCIDR() reads it.
std::optional<InterfaceAddress> parseGoCidr(std::string_view text);
/// A member that holds an address; others are refused in Go's words.
std::optional<IpAddress> readAddress(const GoFields &fields, std::string_view name);
std::optional<InterfaceAddress> readCidr(const GoFields &fields, std::string_view name);

/// The versions of the specification, oldest first.
std::span<const std::string_view> specificationVersions();
/// Whether a version is no older than another, or what is wrong with them.
Expected<bool> isAtLeast(std::string_view version, std::string_view other);

} // namespace netdraft::model::cni
