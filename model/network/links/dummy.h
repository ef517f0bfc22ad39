#pragma once

namespace netdraft::model {

/// A link without a cable: whatever it is given is gone.
struct Dummy {
    friend bool operator==(const Dummy &, const Dummy &) = default;
};

} // namespace netdraft::model
