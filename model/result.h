#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <utility>

namespace netdraft::model {

/// Who says the words of an error, which decides their form and the exit status of the simulated tool.
enum class ErrorSource : std::uint8_t {
    Netdraft,      ///< about input that Netdraft reads: files, its own command line (status 2)
    KernelErrno,   ///< netlink refused with an errno: `RTNETLINK answers: …` (status 2)
    KernelMessage, ///< netlink refused with an extended acknowledgement: `Error: …` (status 2)
    Tool,          ///< the tool itself refused before asking the kernel (status 1)
    ToolUsage,     ///< the tool refused one of its words (status 255)
    RulesetUsage,  ///< iptables refused one of its words (status 2)
    RulesetKernel, ///< the kernel refused what iptables asked for (status 4)
};

/// Every distinct refusal. The words of each stand in one table, in result.cpp.
enum class ErrorCode : std::uint8_t {
    // netlink, errno only
    FileExists,
    NoSuchProcess,
    NoSuchFile,
    NoSuchDevice,
    InvalidArgument,
    NetworkDown,
    NetworkUnreachable,
    NoRouteToHost,
    OperationNotSupported,
    CannotAssignAddress,
    AddressInUse,
    FamilyNotSupported,
    DeviceBusy,
    NumericalResult,
    NotPermitted,
    PermissionDenied,
    TooManyLevels,
    // netlink, with words of the kernel (extack)
    NexthopInvalidGateway,
    NexthopDeviceDown,
    NoBufferSpace,
    NexthopHasNoAddress,
    InvalidPrefixLength,
    InvalidPrefSource,
    InvalidScope,
    GatewayLocal,
    GatewayBroadcast,
    EgressDeviceRequired,
    AddressAlreadyAssigned,
    AddressNotFound,
    InvalidBroadcast,
    DeviceAlreadyExists,
    DeviceEnslaved,
    MtuTooLarge,
    MtuTooSmall,
    DeviceLoop,
    DeviceNotAllowed,
    MessageOther, ///< any other kernel message: the subject is its text
    // the tool's own words
    CannotFindDevice,
    CannotOpenNetns,
    CannotCreateNetns,
    CannotRemoveNetns,
    ToolOther,          ///< any other message of a tool: the subject is its text
    ToolArgument,       ///< a word is wrong: the subject is what follows `Error: `
    DeviceDoesNotExist, ///< `master` names a device that is not there; iproute2 says it with a blank line
    InvalidNetnsValue,  ///< `netns` names a namespace that is not there; with a blank line, too
    InvalidNetnsName,   ///< `ip netns add` of what is no file name
    RulesetUsage,       ///< iptables refuses a word: the subject is its text
    RulesetRefused,     ///< the kernel refuses what iptables asked for: the subject is its text
    // Netdraft's own
    Input, ///< the input is wrong: the subject says what is wrong and what would be right
    Io,    ///< a file could not be read or written: the subject says which and why
};

/// Where in a text something stands: both numbers count from 1, the column in bytes.
struct Position {
    std::string file;
    int line = 1;
    int column = 1;
    friend bool operator==(const Position &, const Position &) = default;
};

struct Error {
    ErrorCode code;
    std::string subject;
    std::optional<Position> position = std::nullopt;
    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(ErrorCode code, std::string subject = {})
{
    return std::unexpected(Error{code, std::move(subject)});
}

inline std::unexpected<Error> fail(Error error)
{
    return std::unexpected(std::move(error));
}

/// An error of the input, said at a place of it.
inline std::unexpected<Error> failAt(Position position, std::string subject)
{
    return std::unexpected(Error{ErrorCode::Input, std::move(subject), std::move(position)});
}

ErrorSource source(ErrorCode code);

/// The error in English, exactly as the tool or the kernel words it, without a newline at the end; with its
/// place before it as `FILE:LINE:COLUMN: ` where it has one. Errors of simulated tools are never translated.
std::string describe(const Error &error);

} // namespace netdraft::model
