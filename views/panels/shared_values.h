#pragma once

#include "model/edit/edit.h"

namespace netdraft::views {

class Selection;

/// What a value is of several things: nothing where there are none, or they differ.
template <typename T>
class Shared
{
public:
    void add(const T &value)
    {
        m_differs = m_differs || (m_value && *m_value != value);
        m_value = value;
    }
    bool any() const { return m_value.has_value(); }
    bool differs() const { return m_differs; }
    std::optional<T> value() const { return m_differs ? std::nullopt : m_value; }

private:
    std::optional<T> m_value;
    bool m_differs = false;
};

/// All that is selected, with what its parts have in common. Interfaces are those of the selected nodes but `lo`, and
/// both ends of the selected cables.
struct SharedValues {
    std::vector<model::NetnsId> nodes;
    std::vector<model::LinkPlace> links;
    std::vector<model::AnnotationId> annotations;
    Shared<model::NodeKind> kind;
    Shared<bool> forwards4;
    Shared<bool> forwards6;
    Shared<bool> up;
    Shared<int> mtu;
    Shared<int> length4; ///< of their IPv4 addresses
    Shared<model::AnnotationColour> colour;

    SharedValues() = default;
    SharedValues(const model::Project &project, const Selection &selection);

    // What gives all of them one value; those that have it already are left alone.

    model::EditList drawAs(const model::Project &project, model::NodeKind kind) const;
    model::EditList forward(const model::Network &network, model::DeviceSysctl sysctl, bool on) const;
    model::EditList setUp(const model::Network &network, bool on) const;
    model::EditList setMtu(const model::Network &network, int bytes) const;
    /// The addresses are added anew in their order, and routes over them go as they do on a real machine.
    model::EditList setLength4(const model::Network &network, int length) const;
    model::EditList paint(const model::Drawing &drawing, model::AnnotationColour colour) const;
};

} // namespace netdraft::views
