#pragma once

#include "model/recipe/kubernetes/catch_up.h"
#include "model/recipe/kubernetes/kubectl/flags.h"

namespace netdraft::model::kubernetes {

/// One call of kubectl that has reached its API server.
struct Request {
    const Call &call;
    const Flags &flags;
    Cluster &cluster;
    std::string netns; ///< the Kubernetes namespace

    std::string out = {};
    std::string err = {};
    int status = 0;

    void fail(std::string_view text)
    {
        err += text;
        status = 1;
    }
};

/// An object that somebody names.
struct Target {
    const Kind *kind = nullptr;
    std::string name;
};
/// `pod web`, `pods web api`, `pod/web`, `deploy/web svc/web`: the kinds and names, or all of a kind where `all`.
/// Fails with what kubectl says.
std::expected<std::vector<Target>, std::string> targetsOf(const Flags &flags, std::size_t first);
/// `Error from server (NotFound): pods "x" not found`
std::string notFound(const Kind &kind, const std::string &name);
/// The Kubernetes namespace of an object of that kind: none where it has none.
std::string namespaceFor(const Request &request, const Kind &kind);
/// Whether labels fit `-l app=web,tier!=db`.
bool fitsLabels(const Json &object, std::string_view selector);

/// `5s`, `2m5s`, `3h`, as kubectl prints how long ago something was.
std::string agePrinted(int seconds);
std::string ageOf(const Cluster &cluster, const Json &object);
/// What `get pods` has in its column STATUS.
std::string podStatus(const Json &pod);
/// Ready containers, and all.
std::pair<int, int> readyContainers(const Json &pod);
int restartsOf(const Json &pod);
/// `80/TCP,443:30443/TCP`
std::string servicePorts(const Json &service);
/// `10.244.1.2:80,10.244.2.3:80 + 1 more...`
std::string endpointsText(const Json *endpoints, std::size_t most, std::string_view portName = {}, bool all = true);
std::string rolesOf(const Json &node);
std::string internalIp(const Json &node);

/// Columns as kubectl prints them, three blanks apart.
std::string tableOf(const std::vector<std::vector<std::string>> &rows);

void getVerb(Request &request);
void describeVerb(Request &request);
std::string described(const Cluster &cluster, const Json &object);
void applyVerb(Request &request);
void createVerb(Request &request);
void deleteVerb(Request &request);
void runVerb(Request &request);
void exposeVerb(Request &request);
void scaleVerb(Request &request);
void labelVerb(Request &request);
void taintVerb(Request &request);
void cordonVerb(Request &request);
void setVerb(Request &request);
void rolloutVerb(Request &request);
void logsVerb(Request &request);
void clusterInfoVerb(Request &request);
void apiResourcesVerb(Request &request);

/// The objects of -f; fails with what kubectl says.
struct FromFile {
    Json object;
    std::string file;
};
std::expected<std::vector<FromFile>, std::string> namedObjects(const Request &request);
/// Takes an object, as `kubectl create` has the API server do.
bool createObject(Request &request, Json object, const std::string &file, bool applies);
/// Deletes an object.
void deleteObject(Cluster &cluster, const Kind &kind, const std::string &netns, const std::string &name);

} // namespace netdraft::model::kubernetes
