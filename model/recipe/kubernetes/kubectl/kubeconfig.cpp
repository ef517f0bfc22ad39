#include "model/names/node_files.h"
#include "model/recipe/cni/go_json.h"
#include "model/recipe/kubernetes/kubectl/kubectl.h"
#include "model/recipe/kubernetes/manifest.h"

#include <fmt/format.h>

namespace netdraft::model::kubernetes {

namespace {

void readTexts(const cni::GoFields &fields, std::initializer_list<std::string_view> names)
{
    std::string text;
    for (const std::string_view name : names)
        fields.read(name, text);
}

void readBytes(const cni::GoFields &fields, std::string_view name)
{
    if (const cni::Json *value = fields.find(name); value && !value->is_string())
        fields.mismatch(name, *value, "[]uint8");
}

/// The first thing that is not of the shape that a kubeconfig has, as Go says it; empty: all is. It reads members by
/// their names.
std::string shapeRefusal(const Json &read)
{
    const cni::Json config = cni::Json::parse(cni::jsonText(read));
    std::string error;
    constexpr std::string_view head =
        R"(struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" })";
    readTexts(cni::GoFields(config, "", error, head), {"apiVersion", "kind"});
    if (!error.empty())
        return "couldn't get version/kind; json parse error: " + error;
    bool flag = false;
    const cni::GoFields fields(config, "Config", error);
    for (const auto &named : fields.objects("clusters", "NamedCluster", "[]v1.NamedCluster")) {
        const auto cluster = named.object("cluster", "Cluster", "v1.Cluster");
        readTexts(cluster, {"certificate-authority"});
        readBytes(cluster, "certificate-authority-data");
        cluster.read("disable-compression", flag);
        cluster.read("insecure-skip-tls-verify", flag);
        readTexts(cluster, {"proxy-url", "server", "tls-server-name"});
        readTexts(named, {"name"});
    }
    for (const auto &named : fields.objects("contexts", "NamedContext", "[]v1.NamedContext")) {
        readTexts(named.object("context", "Context", "v1.Context"), {"cluster", "namespace", "user"});
        readTexts(named, {"name"});
    }
    readTexts(fields, {"current-context"});
    fields.object("preferences", "Preferences", "v1.Preferences").read("colors", flag);
    for (const auto &named : fields.objects("users", "NamedAuthInfo", "[]v1.NamedAuthInfo")) {
        readTexts(named, {"name"});
        const auto user = named.object("user", "AuthInfo", "v1.AuthInfo");
        readTexts(user, {"client-certificate"});
        readBytes(user, "client-certificate-data");
        readTexts(user, {"client-key"});
        readBytes(user, "client-key-data");
        readTexts(user, {"password", "token", "tokenFile", "username"});
    }
    return error;
}

/// A kubeconfig with all that kubectl writes into one.
Json filled(const Json &read)
{
    struct List {
        const char *name;
        const char *inner;
        std::initializer_list<const char *> texts;
    };
    static constexpr List lists[] = {
        {"clusters", "cluster", {"server"}}, {"contexts", "context", {"cluster", "user"}}, {"users", "user", {}}};
    Json config = read.is_object() ? read : Json::object();
    for (const auto &[name, otherwise] : {std::pair("apiVersion", "v1"), {"current-context", ""}, {"kind", "Config"}})
        if (textAt(config, name).empty())
            config[name] = otherwise;
    if (!config.contains("preferences") || config["preferences"].is_null())
        config["preferences"] = Json::object();
    for (const List &list : lists) {
        if (listAt(config, list.name).empty())
            config[list.name] = nullptr;
        for (Json &entry : config[list.name]) {
            if (textAt(entry, "name").empty())
                entry["name"] = "";
            Json &inner = entry[list.inner];
            if (inner.is_null())
                inner = Json::object();
            for (const char *text : list.texts)
                if (textAt(inner, text).empty())
                    inner[text] = "";
        }
    }
    return config;
}

} // namespace

const Json *entryNamed(const Json &config, const char *list, std::string_view name)
{
    for (const Json &entry : listAt(config, list))
        if (textAt(entry, "name") == name)
            return &entry;
    return nullptr;
}

std::string contextOf(const std::optional<Kubeconfig> &config)
{
    return config ? textAt(config->read, "current-context") : std::string();
}

std::expected<std::optional<Kubeconfig>, std::string> kubeconfigOf(const Call &call, const Flags &flags)
{
    const std::string given = flags.value("kubeconfig");
    std::string path = given;
    if (path.empty())
        if (const auto found = call.environment.find("KUBECONFIG"); found != call.environment.end())
            path = found->second;
    if (path.empty())
        path = "/root/.kube/config";
    const Netns *own = call.project.network.find(std::string_view(call.netns));
    auto text = own ? model::names::fileOf(call.project.network, *own, path) : std::nullopt;
    if (!text && call.readFile)
        if (const std::string *read = call.readFile(call.context, path))
            text = *read;
    if (!text) {
        if (!given.empty() && !flags.path.starts_with("config"))
            return std::unexpected(fmt::format("error: stat {}: no such file or directory\n", given));
        return std::nullopt;
    }
    const auto refuse = [&](const std::string &why) {
        return std::unexpected(fmt::format("error: error loading config file \"{}\": {}\n", path, why));
    };
    auto read = parsedYaml(*text);
    if (!read)
        return refuse(read.error());
    if (const std::string why = shapeRefusal(*read); !why.empty())
        return refuse(why);
    Json config = filled(*read);
    if (const std::string kind = textAt(config, "kind"); kind != "Config")
        return refuse(fmt::format("no kind \"{}\" is registered for version \"{}\" in scheme "
                                  "\"k8s.io/client-go/tools/clientcmd/api/latest/latest.go:50\"",
                                  kind, textAt(config, "apiVersion")));
    if (const std::string context = flags.value("context"); !context.empty() && !flags.path.starts_with("config")) {
        if (!entryNamed(config, "contexts", context))
            return std::unexpected(
                fmt::format("Error in configuration: context was not found for specified context: {}\n", context));
        config["current-context"] = context;
    }
    return Kubeconfig{path, *std::move(text), std::move(config)};
}

std::expected<std::string, std::string> serverAsked(const std::optional<Kubeconfig> &config, const Flags &flags)
{
    const Json none;
    const Json &read = config ? config->read : none;
    if (const std::string user = flags.value("user"); !user.empty() && !entryNamed(read, "users", user))
        return std::unexpected(fmt::format("error: auth info \"{}\" does not exist\n", user));
    std::string server = flags.value("server");
    if (server.empty()) {
        const Json *context = entryNamed(read, "contexts", contextOf(config));
        const std::string given = flags.value("cluster");
        const std::string name = !given.empty() ? given : context ? textAt(*context, "context.cluster") : std::string();
        const Json *cluster = entryNamed(read, "clusters", name);
        if (!cluster && !given.empty())
            return std::unexpected(fmt::format("error: no server found for cluster \"{}\"\n", given));
        server = cluster ? textAt(*cluster, "cluster.server") : std::string();
    }
    if (server.empty())
        return "localhost:8080";
    const bool isSecure = server.starts_with("https://");
    if (const auto scheme = server.find("://"); scheme != std::string::npos)
        server.erase(0, scheme + 3);
    server.erase(std::min(server.find('/'), server.size()));
    const bool hasPort =
        server.find(':', server.find(']') == std::string::npos ? 0 : server.find(']')) != std::string::npos;
    return hasPort ? server : server + (isSecure ? ":443" : ":80");
}

std::string defaultNamespace(const std::optional<Kubeconfig> &config)
{
    const Json *context = config ? entryNamed(config->read, "contexts", contextOf(config)) : nullptr;
    const std::string netns = context ? textAt(*context, "context.namespace") : std::string();
    return netns.empty() ? "default" : netns;
}

} // namespace netdraft::model::kubernetes
