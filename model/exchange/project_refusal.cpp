#include "model/exchange/project_refusal.h"

#include <fmt/format.h>

namespace netdraft::model {

namespace {

std::string_view expectation(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NexthopInvalidGateway:
    case ErrorCode::NetworkUnreachable:
    case ErrorCode::NoRouteToHost: return "a gateway in the subnet of an interface that is up";
    case ErrorCode::NexthopDeviceDown:
    case ErrorCode::NexthopHasNoAddress: return "an interface with \"up\": true";
    case ErrorCode::EgressDeviceRequired: return "\"dev\" beside a link-local gateway";
    case ErrorCode::GatewayLocal: return "the address of another node as gateway";
    case ErrorCode::InvalidPrefSource: return "an address of the same node as \"src\"";
    case ErrorCode::AddressAlreadyAssigned: return "each address once on an interface";
    case ErrorCode::MtuTooLarge:
    case ErrorCode::MtuTooSmall: return "an MTU from 68 to 65535";
    case ErrorCode::FileExists: return "it only once";
    case ErrorCode::NoSuchProcess: return "a route that the kernel makes by itself";
    default: return "what the kernel takes";
    }
}

} // namespace

Refusal firstRefusal(const EditList &list)
{
    const auto start = [&](std::size_t count) {
        EditList edits;
        edits.edits.assign(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(count));
        Project project;
        return apply(project, edits);
    };
    // The first `good` edits can be applied, the first `bad` cannot.
    std::size_t good = 0;
    std::size_t bad = list.edits.size();
    while (bad - good > 1) {
        const std::size_t middle = good + (bad - good) / 2;
        (start(middle) ? good : bad) = middle;
    }
    const Error error = start(bad).error();
    return {good,
            fmt::format("the kernel refuses this: \"{}\"; expected {}", describe(error), expectation(error.code))};
}

} // namespace netdraft::model
