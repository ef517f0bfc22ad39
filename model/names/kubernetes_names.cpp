#include "model/names/kubernetes_names.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace netdraft::model::names {

namespace {

const nlohmann::json *jsonPart(const nlohmann::json &object, std::initializer_list<const char *> path)
{
    const nlohmann::json *at = &object;
    for (const char *name : path) {
        if (!at->is_object() || !at->contains(name))
            return nullptr;
        at = &(*at)[name];
    }
    return at;
}

std::string jsonText(const nlohmann::json &object, std::initializer_list<const char *> path)
{
    const nlohmann::json *at = jsonPart(object, path);
    return at && at->is_string() ? at->get<std::string>() : std::string();
}

const nlohmann::json &jsonList(const nlohmann::json &object, std::initializer_list<const char *> path)
{
    static const nlohmann::json none = nlohmann::json::array();
    const nlohmann::json *at = jsonPart(object, path);
    return at && at->is_array() ? *at : none;
}

/// One without any: its name leads to it, and no port does.
constexpr int noPort = -1;

int jsonPort(const nlohmann::json &port)
{
    const nlohmann::json *number = jsonPart(port, {"port"});
    return number && number->is_number_integer() ? number->get<int>() : noPort;
}

/// The ports of a Service or of a subset; of none, one that stands for it.
std::vector<nlohmann::json> jsonPorts(const nlohmann::json &list)
{
    std::vector<nlohmann::json> ports(list.begin(), list.end());
    if (ports.empty())
        ports.push_back(nlohmann::json::object());
    return ports;
}

bool hasLabels(const std::vector<LabelRequirement> &requirements, const nlohmann::json &object)
{
    using Kind = LabelRequirement::Kind;
    return std::ranges::all_of(requirements, [&](const LabelRequirement &each) {
        const nlohmann::json *value = jsonPart(object, {"metadata", "labels", each.key.c_str()});
        const bool listed = value && value->is_string() &&
                            std::ranges::find(each.values, value->get<std::string>()) != each.values.end();
        switch (each.kind) {
        case Kind::In: return listed;
        case Kind::NotIn: return !listed;
        case Kind::Exists: return value != nullptr;
        case Kind::DoesNotExist: return value == nullptr;
        }
        return false;
    });
}

/// What a name in a zone asks for (parseRequest): `endpoint.service.namespace.svc`,
/// `_port._protocol.service.namespace.svc`, `1-2-3-4.namespace.pod`.
struct KubernetesName {
    std::string sort; ///< svc, pod; empty: the zone itself
    std::string netns;
    std::string service; ///< or a pod
    std::string endpoint;
    std::string port;
    std::string protocol;
};

std::optional<KubernetesName> kubernetesName(std::string_view name, std::string_view zone)
{
    auto labels = labelsOf(name);
    const std::size_t zoneLabels = labelsOf(zone).size();
    labels.resize(labels.size() - zoneLabels);
    KubernetesName request;
    const auto next = [&] {
        std::string label(labels.back());
        labels.pop_back();
        return label;
    };
    if (labels.empty())
        return request;
    request.sort = next();
    if (request.sort != "svc" && request.sort != "pod")
        return std::nullopt;
    if (!labels.empty())
        request.netns = next();
    if (!labels.empty())
        request.service = next();
    const auto bare = [](const std::string &label) { return label.starts_with('_') ? label.substr(1) : label; };
    if (labels.size() == 1) {
        request.endpoint = next();
    } else if (labels.size() == 2) {
        request.protocol = bare(next());
        request.port = bare(next());
    }
    return labels.empty() ? std::optional(request) : std::nullopt;
}

/// Something that a name leads to.
struct KubernetesHost {
    std::string host; ///< an address, or the name of an ExternalName
    int port = noPort;
    std::string name; ///< what it is called itself
};

class KubernetesAnswer
{
public:
    KubernetesAnswer(const CorednsKubernetes &settings, const Query &query, const Question &question,
                     const LookUp &lookUp, const nlohmann::json &objects)
        : m_settings(settings), m_query(query), m_question(question), m_lookUp(lookUp), m_objects(objects),
          m_name(lowered(question.name))
    {
        for (const std::string &zone : settings.zones)
            if (isWithin(m_name, zone) && zone.size() > m_zone.size())
                m_zone = zone;
    }

    std::optional<Message> answer()
    {
        m_message.authoritative = true;
        const bool known = ask();
        if (!known) {
            const auto leaves = [&](const std::string &zone) { return isWithin(m_name, zone); };
            if (std::ranges::any_of(m_settings.fallthrough, leaves))
                return std::nullopt;
            m_message.rcode = Rcode::NxDomain;
        }
        if (m_message.answers.empty())
            m_message.authority.push_back(authority());
        return std::move(m_message);
    }

private:
    bool isExposed(const std::string &netns) const
    {
        if (!m_settings.namespaces.empty() && !m_settings.namespaces.contains(netns))
            return false;
        return std::ranges::any_of(jsonList(m_objects, {"namespaces"}), [&](const nlohmann::json &each) {
            if (each.is_string())
                return each == netns && m_settings.namespaceLabels.empty();
            return jsonText(each, {"metadata", "name"}) == netns && hasLabels(m_settings.namespaceLabels, each);
        });
    }

    Record authority() const
    {
        // In truth the time of the last change; no clock runs here.
        constexpr std::uint32_t serial = 1767225600;
        return {m_zone, RecordType::Soa, std::min(m_settings.ttl, 300U),
                fmt::format("ns.dns.{0} hostmaster.{0} {1} 7200 1800 86400 {2}", m_zone, serial, m_settings.ttl)};
    }

    /// False: there is no such name.
    bool ask()
    {
        switch (m_question.type) {
        case RecordType::Txt: askVersion(); return true;
        case RecordType::Ptr: return askReverse();
        case RecordType::Soa:
            if (m_name == m_zone)
                m_message.answers.push_back(authority());
            if (m_name == m_zone)
                return true;
            break;
        case RecordType::Ns:
            if (m_name == m_zone) {
                for (const KubernetesHost &found : ownNames()) {
                    addUnique(m_message.answers, {m_question.name, RecordType::Ns, m_settings.ttl, found.name});
                    addAddress(m_message.additional, found.name, found);
                }
                return true;
            }
            break;
        default: break;
        }
        if (m_name == "ns.dns." + m_zone) {
            for (const KubernetesHost &found : ownNames())
                addAsked(found);
            return true;
        }
        const auto found = find();
        if (!found)
            return false;
        if (m_question.type == RecordType::Srv)
            addServices(*found);
        else
            for (const KubernetesHost &each : *found)
                addAsked(each);
        return true;
    }

    void askVersion()
    {
        if (m_name == "dns-version." + m_zone)
            m_message.answers.push_back({m_question.name, RecordType::Txt, 28800, "\"1.1.0\""});
    }

    static void addUnique(std::vector<Record> &records, Record record)
    {
        if (std::ranges::find(records, record) == records.end())
            records.push_back(std::move(record));
    }

    void addAddress(std::vector<Record> &records, const std::string &owner, const KubernetesHost &found)
    {
        if (const auto address = IpAddress::parse(found.host))
            addUnique(records, addressRecord(owner, *address, m_settings.ttl));
    }

    /// A record of the type that was asked for; of a name, an alias and what it leads to.
    void addAsked(const KubernetesHost &found)
    {
        const bool wantsAddress = m_question.type == RecordType::A || m_question.type == RecordType::Aaaa;
        const auto address = IpAddress::parse(found.host);
        if (address) {
            Record record = addressRecord(m_question.name, *address, m_settings.ttl);
            if (record.type == m_question.type)
                addUnique(m_message.answers, std::move(record));
        } else if (wantsAddress || m_question.type == RecordType::Cname) {
            const std::string target = absolute(found.host);
            m_message.answers.push_back({m_question.name, RecordType::Cname, m_settings.ttl, target});
            if (wantsAddress && m_lookUp)
                for (Record &record : m_lookUp({target, m_question.type, false, m_question.recursion}))
                    m_message.answers.push_back(std::move(record));
        }
    }

    void addServices(const std::vector<KubernetesHost> &found)
    {
        std::size_t count = 0;
        for (const KubernetesHost &each : found)
            count += IpAddress::parse(each.host) ? 1 : 0;
        for (const KubernetesHost &each : found) {
            if (each.port == noPort || !IpAddress::parse(each.host))
                continue;
            const auto weight = std::max<std::size_t>(100 / count, 1);
            addUnique(m_message.answers, {m_question.name, RecordType::Srv, m_settings.ttl,
                                          fmt::format("0 {} {} {}", weight, each.port, each.name)});
            addAddress(m_message.additional, each.name, each);
        }
    }

    std::string nameOf(const nlohmann::json &service, std::string_view zone) const
    {
        return fmt::format("{}.{}.svc.{}", jsonText(service, {"metadata", "name"}),
                           jsonText(service, {"metadata", "namespace"}), zone);
    }

    static std::vector<std::string> clusterIps(const nlohmann::json &service)
    {
        std::vector<std::string> addresses;
        for (const nlohmann::json &each : jsonList(service, {"spec", "clusterIPs"}))
            if (each.is_string())
                addresses.push_back(each.get<std::string>());
        if (addresses.empty())
            addresses.push_back(jsonText(service, {"spec", "clusterIP"}));
        return addresses;
    }
    static bool hasClusterIp(const nlohmann::json &service, const std::string &address)
    {
        const std::vector<std::string> addresses = clusterIps(service);
        return std::ranges::find(addresses, address) != addresses.end();
    }
    static bool isHeadless(const nlohmann::json &service) { return jsonText(service, {"spec", "clusterIP"}) == "None"; }
    static bool isExternal(const nlohmann::json &service)
    {
        return jsonText(service, {"spec", "type"}) == "ExternalName";
    }

    /// What an endpoint is called (endpointHostname).
    std::string hostOf(const nlohmann::json &address) const
    {
        std::string host = jsonText(address, {"hostname"});
        if (host.empty() && m_settings.podNames)
            host = jsonText(address, {"targetRef", "name"});
        if (!host.empty())
            return host;
        host = jsonText(address, {"ip"});
        std::ranges::replace_if(host, [](char c) { return c == '.' || c == ':'; }, '-');
        return host;
    }

    /// Gives each endpoint with its name, the subset that it is in and its Endpoints.
    template <typename Take>
    void eachEndpoint(Take take) const
    {
        if (!m_settings.endpoints)
            return;
        for (const nlohmann::json &endpoints : jsonList(m_objects, {"endpoints"}))
            for (const nlohmann::json &subset : jsonList(endpoints, {"subsets"}))
                for (const nlohmann::json &address : jsonList(subset, {"addresses"}))
                    take(endpoints, subset, address);
    }
    template <typename Take>
    void eachEndpointOf(const nlohmann::json &service, Take take) const
    {
        eachEndpoint([&](const nlohmann::json &endpoints, const nlohmann::json &subset, const nlohmann::json &address) {
            if (jsonText(endpoints, {"metadata", "name"}) == jsonText(service, {"metadata", "name"}) &&
                jsonText(endpoints, {"metadata", "namespace"}) == jsonText(service, {"metadata", "namespace"}))
                take(subset, address);
        });
    }

    /// None: there is no such name.
    std::optional<std::vector<KubernetesHost>> find() const
    {
        const auto request = kubernetesName(m_name, m_zone);
        if (!request)
            return std::nullopt;
        if (request->sort.empty())
            return std::vector<KubernetesHost>();
        if (!isExposed(request->netns))
            return std::nullopt;
        if (request->service.empty())
            return std::vector<KubernetesHost>();
        return request->sort == "pod" ? findPod(*request) : findService(*request);
    }

    std::optional<std::vector<KubernetesHost>> findPod(const KubernetesName &request) const
    {
        using Pods = CorednsKubernetes::Pods;
        std::string text = request.service;
        const bool v4 = std::ranges::count(text, '-') == 3 && text.find("--") == std::string::npos;
        std::ranges::replace(text, '-', v4 ? '.' : ':');
        const auto address = IpAddress::parse(text);
        if (m_settings.pods == Pods::Disabled || !address)
            return std::nullopt;
        const auto has = [&](const nlohmann::json &pod) {
            return jsonText(pod, {"namespace"}) == request.netns && jsonText(pod, {"ip"}) == address->toString();
        };
        if (m_settings.pods == Pods::Verified && std::ranges::none_of(jsonList(m_objects, {"pods"}), has))
            return std::nullopt;
        return std::vector{KubernetesHost{address->toString(), noPort, m_name}};
    }

    static bool agrees(const KubernetesName &request, const nlohmann::json &port)
    {
        const std::string protocol = jsonText(port, {"protocol"});
        return (request.port.empty() || request.port == lowered(jsonText(port, {"name"}))) &&
               (request.protocol.empty() || request.protocol == (protocol.empty() ? "tcp" : lowered(protocol)));
    }

    std::optional<std::vector<KubernetesHost>> findService(const KubernetesName &request) const
    {
        for (const nlohmann::json &service : jsonList(m_objects, {"services"})) {
            if (jsonText(service, {"metadata", "name"}) != request.service ||
                jsonText(service, {"metadata", "namespace"}) != request.netns || !hasLabels(m_settings.labels, service))
                continue;
            std::vector<KubernetesHost> found = foundOf(service, request);
            return found.empty() ? std::nullopt : std::optional(std::move(found));
        }
        return std::nullopt;
    }

    std::vector<KubernetesHost> foundOf(const nlohmann::json &service, const KubernetesName &request) const
    {
        std::vector<KubernetesHost> found;
        const std::string name = nameOf(service, m_zone);
        if (isExternal(service)) {
            if (request.endpoint.empty() && !jsonText(service, {"spec", "externalName"}).empty())
                found.push_back({jsonText(service, {"spec", "externalName"}), noPort, name});
            return found;
        }
        if (isHeadless(service) || !request.endpoint.empty()) {
            eachEndpointOf(service, [&](const nlohmann::json &subset, const nlohmann::json &address) {
                const std::string host = hostOf(address);
                if (!request.endpoint.empty() && lowered(host) != request.endpoint)
                    return;
                for (const nlohmann::json &port : jsonPorts(jsonList(subset, {"ports"})))
                    if (agrees(request, port))
                        found.push_back({jsonText(address, {"ip"}), jsonPort(port), fmt::format("{}.{}", host, name)});
            });
            return found;
        }
        bool any = !m_settings.ignoresEmpty;
        eachEndpointOf(service, [&](const nlohmann::json &, const nlohmann::json &) { any = true; });
        for (const nlohmann::json &port : jsonPorts(jsonList(service, {"spec", "ports"})))
            if (any && agrees(request, port))
                for (const std::string &address : clusterIps(service))
                    found.push_back({address, jsonPort(port), name});
        return found;
    }

    bool askReverse()
    {
        const auto address = addressOfReverse(m_name);
        if (!address)
            return find().has_value();
        const std::string text = address->toString();
        const auto add = [&](std::string name) {
            addUnique(m_message.answers, {m_question.name, RecordType::Ptr, m_settings.ttl, std::move(name)});
        };
        for (const nlohmann::json &service : jsonList(m_objects, {"services"}))
            if (m_message.answers.empty() && hasClusterIp(service, text) &&
                isExposed(jsonText(service, {"metadata", "namespace"})))
                add(nameOf(service, m_settings.primaryZone));
        if (!m_message.answers.empty())
            return true;
        eachEndpoint([&](const nlohmann::json &endpoints, const nlohmann::json &, const nlohmann::json &each) {
            if (jsonText(each, {"ip"}) == text && isExposed(jsonText(endpoints, {"metadata", "namespace"})))
                add(fmt::format("{}.{}", hostOf(each), nameOf(endpoints, m_settings.primaryZone)));
        });
        return !m_message.answers.empty();
    }

    /// The Services that lead to this very server (nsAddrs); without one, its own addresses.
    std::vector<KubernetesHost> ownNames() const
    {
        std::set<std::string> own;
        for (const Link &link : m_query.at.links)
            for (const LinkAddress &address : link.addresses4)
                if (!IpAddress(address.local.address).isLoopback())
                    own.insert(IpAddress(address.local.address).toString());
        std::vector<KubernetesHost> found;
        for (const nlohmann::json &service : jsonList(m_objects, {"services"})) {
            eachEndpointOf(service, [&](const nlohmann::json &, const nlohmann::json &address) {
                if (!own.contains(jsonText(address, {"ip"})))
                    return;
                const std::string name = nameOf(service, m_zone);
                if (isHeadless(service))
                    found.push_back({jsonText(address, {"ip"}), noPort, fmt::format("{}.{}", hostOf(address), name)});
                else
                    for (const std::string &each : clusterIps(service))
                        found.push_back({each, noPort, name});
            });
        }
        if (found.empty())
            for (const std::string &address : own)
                found.push_back({address, noPort, "ns.dns." + m_zone});
        return found;
    }

    const CorednsKubernetes &m_settings;
    const Query &m_query;
    const Question &m_question;
    const LookUp &m_lookUp;
    const nlohmann::json &m_objects;
    std::string m_name; ///< asked for, in lower case
    std::string m_zone; ///< of the plugin's, the longest that it is in
    Message m_message;
};

} // namespace

std::optional<Message> answerOfKubernetes(const CorednsKubernetes &settings, const Query &query,
                                          const Question &question, const LookUp &lookUp)
{
    const std::string name = lowered(question.name);
    if (std::ranges::none_of(settings.zones, [&](const std::string &zone) { return isWithin(name, zone); }))
        return std::nullopt;
    const auto file = fileOf(query.network, query.at, clusterObjectsFile);
    const nlohmann::json objects = file ? nlohmann::json::parse(*file, nullptr, false) : nlohmann::json();
    if (!objects.is_object()) {
        Message failed;
        failed.rcode = Rcode::ServFail;
        return failed;
    }
    return KubernetesAnswer(settings, query, question, lookUp, objects).answer();
}

} // namespace netdraft::model::names
