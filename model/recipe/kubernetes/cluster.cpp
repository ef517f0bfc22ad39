#include "model/recipe/kubernetes/cluster.h"

#include "model/recipe/cni/go_json.h"
#include "model/recipe/drawn.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace netdraft::model::kubernetes {

namespace {

constexpr std::string_view clockFile = "/var/lib/etcd/clock";

std::string pathOf(const Key &key)
{
    return key.netns.empty() ? fmt::format("{}{}/{}", registryFolder, key.plural, key.name)
                             : fmt::format("{}{}/{}/{}", registryFolder, key.plural, key.netns, key.name);
}

std::optional<Key> keyOfPath(std::string_view path)
{
    path.remove_prefix(registryFolder.size());
    const auto first = path.find('/');
    if (first == std::string_view::npos)
        return std::nullopt;
    const auto second = path.find('/', first + 1);
    if (second == std::string_view::npos)
        return Key{std::string(path.substr(0, first)), {}, std::string(path.substr(first + 1))};
    return Key{std::string(path.substr(0, first)), std::string(path.substr(first + 1, second - first - 1)),
               std::string(path.substr(second + 1))};
}

Key keyOf(const Json &object)
{
    const Kind *kind = kindNamed(textAt(object, "kind"));
    return {kind ? std::string(kind->plural) : std::string(), namespaceOf(object), nameOf(object)};
}

constexpr std::chrono::sys_seconds firstMoment = std::chrono::sys_days{std::chrono::January / 1 / 2026};

} // namespace

const Json *member(const Json &object, std::string_view path)
{
    const Json *at = &object;
    while (!path.empty()) {
        const auto end = std::min(path.find('.'), path.size());
        const std::string_view name = path.substr(0, end);
        path.remove_prefix(std::min(end + 1, path.size()));
        if (at->is_array()) {
            std::size_t index = 0;
            const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), index);
            if (error != std::errc() || stop != name.data() + name.size() || index >= at->size())
                return nullptr;
            at = &(*at)[index];
            continue;
        }
        if (!at->is_object())
            return nullptr;
        const auto found = at->find(std::string(name));
        if (found == at->end())
            return nullptr;
        at = &*found;
    }
    return at;
}

std::string textOf(const Json &value)
{
    return value.is_string() ? value.get<std::string>() : std::string();
}

std::string textAt(const Json &object, std::string_view path)
{
    const Json *at = member(object, path);
    return at ? textOf(*at) : std::string();
}

int numberAt(const Json &object, std::string_view path, int otherwise)
{
    const Json *at = member(object, path);
    return at && at->is_number_integer() ? at->get<int>() : otherwise;
}

const Json &listAt(const Json &object, std::string_view path)
{
    static const Json none = Json::array();
    const Json *at = member(object, path);
    return at && at->is_array() ? *at : none;
}

std::string nameOf(const Json &object)
{
    return textAt(object, "metadata.name");
}

std::string namespaceOf(const Json &object)
{
    return textAt(object, "metadata.namespace");
}

bool matchesLabels(const Json *selector, const Json &object)
{
    if (!selector || !selector->is_object() || selector->empty())
        return false;
    const Json *labels = member(object, "metadata.labels");
    return std::ranges::all_of(selector->items(), [&](const auto &wanted) {
        return labels && labels->is_object() && labels->contains(wanted.key()) &&
               (*labels)[wanted.key()] == wanted.value();
    });
}

Cluster::Cluster(Project project, std::string server) : m_bench(std::move(project)), m_server(std::move(server))
{
    load();
}

void Cluster::load()
{
    const Netns *netns = m_bench.find(m_server);
    if (!netns)
        return;
    for (auto file = netns->files.lower_bound(registryFolder);
         file != netns->files.end() && file->first.starts_with(registryFolder); ++file) {
        const auto key = keyOfPath(file->first);
        Json object = Json::parse(file->second, nullptr, false);
        if (key && object.is_object())
            m_objects.emplace(*key, std::move(object));
    }
    if (const std::string *clock = m_bench.readFile(m_server, clockFile)) {
        const char *last = clock->data() + clock->size();
        const auto read = std::from_chars(clock->data(), last, m_now);
        if (read.ec == std::errc() && read.ptr != last)
            std::from_chars(read.ptr + 1, last, m_revision);
    }
}

std::vector<const Json *> Cluster::all(std::string_view plural) const
{
    std::vector<const Json *> found;
    for (auto at = m_objects.lower_bound(Key{std::string(plural), {}, {}});
         at != m_objects.end() && at->first.plural == plural; ++at)
        found.push_back(&at->second);
    return found;
}

std::vector<const Json *> Cluster::all(std::string_view plural, std::string_view netns) const
{
    std::vector<const Json *> found;
    for (auto at = m_objects.lower_bound(Key{std::string(plural), std::string(netns), {}});
         at != m_objects.end() && at->first.plural == plural && at->first.netns == netns; ++at)
        found.push_back(&at->second);
    return found;
}

const Json *Cluster::find(std::string_view plural, std::string_view netns, std::string_view name) const
{
    const auto found = m_objects.find(Key{std::string(plural), std::string(netns), std::string(name)});
    return found == m_objects.end() ? nullptr : &found->second;
}

const Json &Cluster::put(Json object)
{
    Key key = keyOf(object);
    Json &metadata = object["metadata"];
    const auto before = m_objects.find(key);
    if (before == m_objects.end()) {
        metadata["creationTimestamp"] = timestamp();
        metadata["uid"] = drawnUuid(fmt::format("{}/{}/{}/{}", key.plural, key.netns, key.name, m_now));
        metadata["resourceVersion"] = fmt::format("{}", ++m_revision);
        ++m_changes;
        return m_objects.emplace(std::move(key), std::move(object)).first->second;
    }
    for (const char *kept : {"creationTimestamp", "uid", "resourceVersion"})
        if (const Json *value = member(before->second, fmt::format("metadata.{}", kept)))
            metadata[kept] = *value;
    if (before->second != object) {
        metadata["resourceVersion"] = fmt::format("{}", ++m_revision);
        ++m_changes;
        before->second = std::move(object);
    }
    return before->second;
}

void Cluster::erase(std::string_view plural, std::string_view netns, std::string_view name)
{
    m_changes += m_objects.erase(Key{std::string(plural), std::string(netns), std::string(name)});
}

void Cluster::tell(const Json &object, std::string_view type, std::string_view reason, const std::string &message,
                   std::string_view component)
{
    const std::string netns = namespaceOf(object).empty() ? "default" : namespaceOf(object);
    const std::string seed = fmt::format("{}/{}/{}/{}", namespaceOf(object), nameOf(object), reason, message);
    const std::string name = fmt::format("{}.{}", nameOf(object), drawnHex(seed, 16));
    const Key key{"events", netns, name};
    if (const auto told = m_objects.find(key); told != m_objects.end()) {
        if (textAt(told->second, "lastTimestamp") == timestamp())
            return;
        told->second["count"] = numberAt(told->second, "count", 1) + 1;
        told->second["lastTimestamp"] = timestamp();
        return;
    }
    Json event{{"apiVersion", "v1"},
               {"kind", "Event"},
               {"metadata", {{"name", name}, {"namespace", netns}}},
               {"involvedObject",
                {{"kind", textAt(object, "kind")},
                 {"namespace", namespaceOf(object)},
                 {"name", nameOf(object)},
                 {"uid", textAt(object, "metadata.uid")},
                 {"apiVersion", textAt(object, "apiVersion")}}},
               {"reason", reason},
               {"message", message},
               {"source", {{"component", component}}},
               {"firstTimestamp", timestamp()},
               {"lastTimestamp", timestamp()},
               {"count", 1},
               {"type", type}};
    put(std::move(event));
}

void Cluster::note(std::string text)
{
    if (std::ranges::find(m_notes, text) == m_notes.end())
        m_notes.push_back(std::move(text));
}

std::string Cluster::timestamp() const
{
    const std::chrono::sys_seconds moment = firstMoment + std::chrono::seconds(m_now);
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(moment - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::optional<std::chrono::sys_seconds> momentOf(std::string_view timestamp)
{
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        if (timestamp.size() >= at + length)
            std::from_chars(timestamp.data() + at, timestamp.data() + at + length, value);
        return value;
    };
    const std::chrono::year_month_day date(std::chrono::year(number(0, 4)),
                                           std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                           std::chrono::day(static_cast<unsigned>(number(8, 2))));
    if (!date.ok())
        return std::nullopt;
    return std::chrono::sys_days(date) + std::chrono::hours(number(11, 2)) + std::chrono::minutes(number(14, 2)) +
           std::chrono::seconds(number(17, 2));
}

int Cluster::ageOf(std::string_view timestamp) const
{
    const auto moment = momentOf(timestamp);
    return moment ? m_now - static_cast<int>((*moment - firstMoment).count()) : 0;
}

EditList Cluster::finished()
{
    const Netns *netns = m_bench.find(m_server);
    if (!netns)
        return m_bench.edits();
    std::vector<std::string> gone;
    for (auto file = netns->files.lower_bound(registryFolder);
         file != netns->files.end() && file->first.starts_with(registryFolder); ++file)
        if (const auto key = keyOfPath(file->first); !key || !m_objects.contains(*key))
            gone.push_back(file->first);
    for (const std::string &path : gone)
        m_bench.removeFile(m_server, path);
    for (const auto &[key, object] : m_objects)
        if (const auto done = m_bench.writeFile(m_server, pathOf(key), cni::jsonText(object) + '\n'); !done)
            note(done.error());
    if (const auto done =
            m_bench.writeFile(m_server, std::string(clockFile), fmt::format("{} {}\n", m_now, m_revision));
        !done)
        note(done.error());
    return m_bench.edits();
}

std::vector<NodePlace> nodePlaces(const Cluster &cluster)
{
    std::vector<NodePlace> places;
    for (const Json *node : cluster.all("nodes")) {
        NodePlace place;
        place.name = nameOf(*node);
        const std::string provider = textAt(*node, "spec.providerID");
        if (!provider.starts_with(providerPrefix))
            continue;
        place.netns = provider.substr(providerPrefix.size());
        place.podCidr = textAt(*node, "spec.podCIDR");
        for (const Json &address : listAt(*node, "status.addresses"))
            if (textAt(address, "type") == "InternalIP")
                if (const auto parsed = IpAddress::parse(textAt(address, "address")))
                    place.address = *parsed;
        for (const Json &condition : listAt(*node, "status.conditions"))
            if (textAt(condition, "type") == "Ready") {
                place.ready = textAt(condition, "status") == "True";
                place.isLive = textAt(condition, "status") != "Unknown";
            }
        if (const Netns *netns = cluster.bench().find(place.netns))
            for (const Link &link : netns->links)
                for (const LinkAddress &address : link.addresses4)
                    if (IpAddress(address.local.address) == place.address)
                        place.device = link.name;
        places.push_back(std::move(place));
    }
    return places;
}

} // namespace netdraft::model::kubernetes
