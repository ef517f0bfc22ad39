#pragma once

#include "model/network/network.h"

#include <memory>

namespace netdraft::model {

/// A network prepared for packets: each namespace with its tables compiled for lookup, and the broadcast domains
/// that its bridges and cables form. Immutable; namespaces that an earlier plane has prepared are shared with it.
class DataPlane
{
public:
    explicit DataPlane(Network network, const DataPlane *earlier = nullptr);
    ~DataPlane();
    DataPlane(const DataPlane &) = delete;
    DataPlane &operator=(const DataPlane &) = delete;

    const Network &network() const;

private:
    struct Private;
    std::unique_ptr<const Private> d;
};

} // namespace netdraft::model
