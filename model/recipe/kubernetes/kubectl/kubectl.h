#pragma once

#include "model/recipe/kubernetes/catch_up.h"
#include "model/recipe/kubernetes/kubectl/flags.h"
#include "model/recipe/kubernetes/manifest.h"

#include <algorithm>
#include <cstdint>
#include <expected>

namespace netdraft::model::kubernetes {

/// One call of kubectl that has reached its API server.
struct Request {
    const Call &call;
    const Flags &flags;
    Cluster &cluster;
    std::string netns;       ///< the Kubernetes namespace
    std::string server = {}; ///< `192.168.1.10:6443`

    std::string out = {};
    std::string err = {};
    int status = 0;

    void fail(std::string_view text)
    {
        err += text;
        status = 1;
    }
    /// What another request of the same call has said.
    void add(const Request &inner)
    {
        out += inner.out;
        err += inner.err;
        status = std::max(status, inner.status);
    }
    /// Something of kubectl that is not done here.
    void leave(std::string_view what)
    {
        err += what;
        status = 127;
    }
};

/// An object that somebody names or selects.
struct Chosen {
    const Kind *kind = nullptr; ///< null: a file of -f has something else
    std::string netns;
    std::string name;
    const Json *object = nullptr; ///< null: there is none
    std::string error;            ///< what kubectl says then
};
/// What -l asks of the objects; nothing where a verb has --selector for something else.
std::string objectSelector(const Flags &flags);
/// What a verb needs: with Anything the name of a kind stands for all of it.
enum class Wanted : bool { Anything, Names };
/// `pod web`, `pods web api`, `pod/web`, `deploy/web svc/web`, of the words behind so many; else `-f FILE`. The error
/// is what kubectl says of words that it does not understand. Nothing is chosen where there are no words.
std::expected<std::vector<Chosen>, std::string> choose(const Request &request, std::size_t first, Wanted wanted);
/// Fails with errors as kubectl tells of them, where there are any: one as `error: …`, several without that.
void failWith(Request &request, const std::vector<std::string> &errors);
/// An error without `error: ` in front.
std::string_view withoutMark(std::string_view error);
/// Chooses, does something with each object that is there, and tells of those that are not. False where the words are
/// not understood.
template <typename Take>
bool eachChosen(Request &request, std::size_t first, const Take &take)
{
    const auto chosen = choose(request, first, Wanted::Names);
    if (!chosen) {
        request.fail(chosen.error());
        return false;
    }
    std::vector<std::string> errors;
    for (const Chosen &one : *chosen)
        if (one.object)
            take(*one.kind, Json(*one.object));
        else
            errors.push_back(one.error);
    failWith(request, errors);
    return true;
}
/// `error: You must provide one or more resources by argument or filename. …`
extern const std::string_view noResources;

/// What is said of a word that is no kind: `error: the server doesn't have a resource type "x"`.
std::string unknownKind(std::string_view word);
/// `/v1, Resource=pods`
std::string resourceOf(const Kind &kind);
/// `Error from server (NotFound): pods "x" not found`
std::string notFound(const Kind &kind, const std::string &name);
/// The same, or that there is no such Kubernetes namespace.
std::string notFoundIn(const Request &request, const Kind &kind, const std::string &netns, const std::string &name);
/// The Kubernetes namespace of an object of that kind: none where it has none.
std::string namespaceFor(const Request &request, const Kind &kind);

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
/// `app=web,tier=front`, `<none>` for no labels.
std::string labelsText(const Json *labels);

/// Columns as kubectl prints them: three blanks apart, and none narrower than so many characters with these.
inline constexpr std::size_t narrowestColumn = 6;
std::string tableOf(const std::vector<std::vector<std::string>> &rows, std::size_t narrowest = narrowestColumn);
/// The heads of the columns that objects of a kind have, and of those that follow with `-o wide`.
std::vector<std::string> columnHeads(const Kind &kind, bool wide);
/// What stands in them.
std::vector<std::string> columnsOf(const Cluster &cluster, const Kind &kind, const Json &object, bool wide);

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
void apiVersionsVerb(Request &request);
void versionVerb(Request &request);
/// What `kubectl version` says of itself.
extern const std::string_view clientVersion;

/// What a kubeconfig says, and where it is.
struct Kubeconfig {
    std::string path;
    std::string text;
    Json read; ///< the text as an object, with all members that kubectl writes
};
/// The one that kubectl goes by; none where there is none. The error is what kubectl says of one that it cannot read.
std::expected<std::optional<Kubeconfig>, std::string> kubeconfigOf(const Call &call, const Flags &flags);
/// An entry of one of its lists; null where there is none.
const Json *entryNamed(const Json &config, const char *list, std::string_view name);
/// The name of its context; empty where there is none.
std::string contextOf(const std::optional<Kubeconfig> &config);
/// The server that is asked: of -s, else of the cluster of --cluster or of the context. The error is what kubectl says.
std::expected<std::string, std::string> serverAsked(const std::optional<Kubeconfig> &config, const Flags &flags);
/// The Kubernetes namespace of its context.
std::string defaultNamespace(const std::optional<Kubeconfig> &config);
/// `kubectl config …`
Answer configVerb(const Call &call, const Flags &flags, const std::optional<Kubeconfig> &config);

/// An object of -f.
struct FromFile {
    Json object;
    std::string file;
    std::string error; ///< what kubectl says of one that it cannot take
};
struct NamedObjects {
    std::vector<FromFile> objects;
    std::string error; ///< why what follows them could not be read; empty: all is read
};
/// Whether what is no object at all is told of before it is read, as apply and create do.
enum class Validates : bool { No, Yes };
/// Those of -f that -l asks for.
NamedObjects namedObjects(const Request &request, Validates validates);
/// How an object is made.
struct Creation {
    std::string file = {}; ///< where it stands; empty: words told of it
    bool applies = false;
    std::string_view failing = {}; ///< `failed to create deployment`, which some subcommands say before the reason
    std::string_view done = "created";
};
/// Takes an object, as `kubectl create` has the API server do, and prints what was done.
bool createObject(Request &request, Json object, const Creation &how);
/// Why -f does not name what the flags say; empty: it does. `--validate` is read.
std::string validateFlagRefusal(const Flags &flags);
/// Deletes an object.
void deleteObject(Cluster &cluster, const Kind &kind, const std::string &netns, const std::string &name);

/// ` (dry run)`, ` (server dry run)` or nothing.
std::string dryRunMark(const Flags &flags);
/// Prints of an object what `-o` asks for, else `pod/web created (dry run)`. False, and told, where it cannot be
/// printed so: then verbs, but for label, leave the object as it is.
[[nodiscard]] bool printDone(Request &request, const Kind &kind, const Json &object, std::string_view done,
                             Members members = Members::Ordered);
/// Why `-o` of a verb that changes something names no format; empty: it names one, or is not given.
std::string formatRefusal(const Flags &flags);
/// How a format of `-o` did.
enum class Printed : std::uint8_t {
    Whole,
    Failed, ///< and told why
    Unknown ///< it is none of the formats that print whole objects: json, yaml, name, jsonpath=…
};
/// Prints an object, or a list, in one of those formats.
Printed printWhole(Request &request, const Json &object, std::span<const Chosen> chosen,
                   Members members = Members::Ordered);
/// Prints objects by `-o custom-columns=NAME:.metadata.name` or `-o custom-columns-file=FILE`, or tells why not; false
/// where `-o` is something else.
bool printCustomColumns(Request &request, std::span<const Json *const> objects);
/// `error: unable to match a printer suitable for the output format "x", allowed formats are: …`
std::string unknownFormat(std::string_view format, bool prints);

} // namespace netdraft::model::kubernetes
