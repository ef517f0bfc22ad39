#include "model/result.h"

#include <fmt/format.h>

#include <string_view>

namespace netdraft::model {

namespace {

struct Words {
    ErrorSource source;
    std::string_view text; ///< `{}` stands for the subject
};

/// strerror(3), the kernel's extack texts (net/ipv4, net/ipv6, net/core, net/bridge) and iproute2's own messages.
Words words(ErrorCode code)
{
    using enum ErrorSource;
    switch (code) {
    case ErrorCode::FileExists: return {KernelErrno, "File exists"};
    case ErrorCode::NoSuchProcess: return {KernelErrno, "No such process"};
    case ErrorCode::NoSuchFile: return {KernelErrno, "No such file or directory"};
    case ErrorCode::NoSuchDevice: return {KernelErrno, "No such device"};
    case ErrorCode::InvalidArgument: return {KernelErrno, "Invalid argument"};
    case ErrorCode::NetworkDown: return {KernelErrno, "Network is down"};
    case ErrorCode::NetworkUnreachable: return {KernelErrno, "Network is unreachable"};
    case ErrorCode::NoRouteToHost: return {KernelErrno, "No route to host"};
    case ErrorCode::OperationNotSupported: return {KernelErrno, "Operation not supported"};
    case ErrorCode::CannotAssignAddress: return {KernelErrno, "Cannot assign requested address"};
    case ErrorCode::AddressInUse: return {KernelErrno, "Address already in use"};
    case ErrorCode::FamilyNotSupported: return {KernelErrno, "Address family not supported by protocol"};
    case ErrorCode::DeviceBusy: return {KernelErrno, "Device or resource busy"};
    case ErrorCode::NumericalResult: return {KernelErrno, "Numerical result out of range"};
    case ErrorCode::NotPermitted: return {KernelErrno, "Operation not permitted"};
    case ErrorCode::PermissionDenied: return {KernelErrno, "Permission denied"};
    case ErrorCode::TooManyLevels: return {KernelErrno, "Too many levels of symbolic links"};
    case ErrorCode::NexthopInvalidGateway: return {KernelMessage, "Nexthop has invalid gateway."};
    case ErrorCode::NoBufferSpace: return {KernelErrno, "No buffer space available"};
    case ErrorCode::NexthopDeviceDown: return {KernelMessage, "Device for nexthop is not up."};
    case ErrorCode::NexthopHasNoAddress: return {KernelMessage, "Nexthop device is not up."};
    case ErrorCode::InvalidPrefixLength: return {KernelMessage, "Invalid prefix for given prefix length."};
    case ErrorCode::InvalidPrefSource: return {KernelMessage, "Invalid prefsrc address."};
    case ErrorCode::InvalidScope: return {KernelMessage, "Invalid scope."};
    case ErrorCode::GatewayLocal: return {KernelMessage, "Gateway can not be a local address."};
    case ErrorCode::GatewayBroadcast: return {KernelMessage, "Invalid gateway address."};
    case ErrorCode::EgressDeviceRequired: return {KernelMessage, "Egress device not specified."};
    case ErrorCode::AddressAlreadyAssigned: return {KernelMessage, "ipv4: Address already assigned."};
    case ErrorCode::AddressNotFound: return {KernelMessage, "ipv4: Address not found."};
    case ErrorCode::InvalidBroadcast: return {KernelMessage, "ipv4: Invalid broadcast address."};
    case ErrorCode::DeviceAlreadyExists: return {KernelErrno, "File exists"};
    case ErrorCode::DeviceEnslaved: return {KernelErrno, "Device or resource busy"};
    case ErrorCode::MtuTooLarge: return {KernelMessage, "mtu greater than device maximum."};
    case ErrorCode::MtuTooSmall: return {KernelMessage, "mtu less than device minimum."};
    case ErrorCode::DeviceLoop: return {KernelMessage, "Can not enslave a bridge to a bridge."};
    case ErrorCode::DeviceNotAllowed: return {KernelMessage, "Device does not allow enslaving to a bridge."};
    case ErrorCode::MessageOther: return {KernelMessage, "{}"};
    case ErrorCode::CannotFindDevice: return {Tool, "Cannot find device \"{}\""};
    case ErrorCode::CannotOpenNetns: return {Tool, "Cannot open network namespace \"{}\": No such file or directory"};
    case ErrorCode::CannotCreateNetns: return {Tool, "Cannot create namespace file \"/run/netns/{}\": File exists"};
    case ErrorCode::CannotRemoveNetns:
        return {Tool, "Cannot remove namespace file \"/run/netns/{}\": No such file or directory"};
    case ErrorCode::ToolOther: return {Tool, "{}"};
    case ErrorCode::ToolArgument: return {ToolUsage, "Error: {}"};
    case ErrorCode::InvalidNetnsName: return {ToolUsage, "Invalid netns name \"{}\""};
    case ErrorCode::DeviceDoesNotExist: return {ToolUsage, "Error: argument \"{}\" is wrong: Device does not exist\n"};
    case ErrorCode::InvalidNetnsValue: return {ToolUsage, "Error: argument \"{}\" is wrong: Invalid \"netns\" value\n"};
    case ErrorCode::RulesetUsage: return {ErrorSource::RulesetUsage, "{}"};
    case ErrorCode::RulesetRefused: return {RulesetKernel, "{}"};
    case ErrorCode::Input: return {Netdraft, "{}"};
    case ErrorCode::Io: return {Netdraft, "{}"};
    }
    return {Netdraft, "{}"};
}

} // namespace

ErrorSource source(ErrorCode code)
{
    return words(code).source;
}

std::string describe(const Error &error)
{
    const Words said = words(error.code);
    std::string text = fmt::format(fmt::runtime(said.text), error.subject);
    if (said.source == ErrorSource::KernelErrno)
        text.insert(0, "RTNETLINK answers: ");
    else if (said.source == ErrorSource::KernelMessage)
        text.insert(0, "Error: ");
    if (error.position)
        text.insert(0, fmt::format("{}:{}:{}: ", error.position->file, error.position->line, error.position->column));
    return text;
}

} // namespace netdraft::model
