#pragma once

#include "model/address/ip_address.h"
#include "model/recipe/kubernetes/kinds.h"
#include "model/recipe/workbench.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <map>
#include <optional>
#include <vector>

namespace netdraft::model::kubernetes {

// A cluster of Kubernetes as its API server sees it, with Kubernetes 1.32 as the measure. Its objects stand in files
// of the namespace where etcd runs, each at the path that etcd has it at; nodes are namespaces where a kubelet runs.

using Json = nlohmann::ordered_json;

/// Where objects are: `/var/lib/etcd/registry/pods/default/web`.
inline constexpr std::string_view registryFolder = "/var/lib/etcd/registry/";

/// What an object is known by.
struct Key {
    std::string plural; ///< of its kind
    std::string netns;  ///< the Kubernetes namespace; empty: none
    std::string name;
    friend auto operator<=>(const Key &, const Key &) = default;
};

/// A member of an object, or of what is in it, by a path such as `spec.nodeName`; null when something on the way is not
/// there. A number is the place in an array.
const Json *member(const Json &object, std::string_view path);
/// A value's text; empty where it is something else.
std::string textOf(const Json &value);
/// The text of a member; empty where there is none.
std::string textAt(const Json &object, std::string_view path);
/// The number of a member; 0 where there is none.
int numberAt(const Json &object, std::string_view path, int otherwise = 0);
/// The elements of an array; none where there is no array.
const Json &listAt(const Json &object, std::string_view path);
std::string nameOf(const Json &object);
std::string namespaceOf(const Json &object);
/// Whether labels have all that a selector of plain labels asks for; no selector matches nothing.
bool matchesLabels(const Json *selector, const Json &object);

/// The moment of `2026-01-01T00:00:07Z`; none of what is no time.
std::optional<std::chrono::sys_seconds> momentOf(std::string_view timestamp);

/// The API server, and all that runs because of it.
class Cluster
{
public:
    /// `server` is the namespace where kube-apiserver runs, with etcd beside it.
    Cluster(Project project, std::string server);

    Workbench &bench() { return m_bench; }
    const Workbench &bench() const { return m_bench; }
    const std::string &server() const { return m_server; }

    /// The objects of a kind, ordered by namespace and name.
    std::vector<const Json *> all(std::string_view plural) const;
    std::vector<const Json *> all(std::string_view plural, std::string_view netns) const;
    /// Null when there is none.
    const Json *find(std::string_view plural, std::string_view netns, std::string_view name) const;
    /// Writes an object down; one that is new gets its uid, its time, and what an object of its kind has.
    const Json &put(Json object);
    void erase(std::string_view plural, std::string_view netns, std::string_view name);

    /// Something happened to an object: `type` is Normal or Warning. What has been told before is counted.
    void tell(const Json &object, std::string_view type, std::string_view reason, const std::string &message,
              std::string_view component);
    /// How often anything but the number of repeated events has changed.
    std::size_t changes() const { return m_changes + m_bench.edits().edits.size(); }
    /// What is to be said of something that is not simulated; said once each.
    void note(std::string text);
    const std::vector<std::string> &notes() const { return m_notes; }

    // The clock of the cluster stands while nobody changes anything: what is made now is as old as what has been done
    // since.
    int now() const { return m_now; }
    void pass(int seconds) { m_now += seconds; }
    /// `2026-01-01T00:00:07Z`
    std::string timestamp() const;
    /// Seconds since a time stamp of this clock.
    int ageOf(std::string_view timestamp) const;

    /// All that was done, with the files of objects that have changed.
    EditList finished();

private:
    void load();

    Workbench m_bench;
    std::string m_server;
    std::map<Key, Json> m_objects;
    std::vector<std::string> m_notes;
    int m_now = 0;
    int m_revision = 0; ///< of the object that changed last
    std::size_t m_changes = 0;
};

/// A node of the cluster.
struct NodePlace {
    std::string name;    ///< of the Node
    std::string netns;   ///< the namespace that it is
    IpAddress address;   ///< InternalIP
    std::string device;  ///< the link that has it; empty: none
    std::string podCidr; ///< spec.podCIDR; empty: none
    bool ready = false;
    bool isLive = false; ///< its kubelet runs, and reaches the API server
};
/// All, ordered by name. A Node's namespace is in its spec.providerID: `netdraft://NAME`.
std::vector<NodePlace> nodePlaces(const Cluster &cluster);
inline constexpr std::string_view providerPrefix = "netdraft://";

} // namespace netdraft::model::kubernetes
