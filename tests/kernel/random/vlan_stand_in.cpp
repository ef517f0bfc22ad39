#include "vlan_stand_in.h"

#include "model/exchange/exchange.h"

#include <algorithm>

using namespace netdraft::model;

namespace netdraft::tests {

namespace {

/// A VLAN that nobody uses: a trunk that lists none carries all.
constexpr VlanId unused = 4094;

QString text(const std::string &string)
{
    return QString::fromStdString(string);
}

/// The columns of Open vSwitch's port that does what these memberships say; nothing where none does.
std::optional<QString> columnsOf(std::span<const BridgeVlan> vlans)
{
    QStringList trunks;
    const BridgeVlan *pvid = nullptr;
    for (const BridgeVlan &vlan : vlans) {
        if (vlan.untagged && !vlan.pvid)
            return std::nullopt;
        if (vlan.pvid)
            pvid = &vlan;
        trunks.append(QString::number(vlan.id));
    }
    if (trunks.isEmpty())
        trunks.append(QString::number(unused));
    if (!pvid)
        return "vlan_mode=trunk trunks=" + trunks.join(',');
    return QString("vlan_mode=%1 tag=%2 trunks=%3")
        .arg(pvid->untagged ? "native-untagged" : "native-tagged")
        .arg(pvid->id)
        .arg(trunks.join(','));
}

/// Whether a port differs from a new one in its VLANs alone.
bool isPlain(BridgePort port)
{
    BridgePort fresh;
    fresh.number = port.number;
    port.vlans.clear();
    return port == fresh;
}

/// Whether something is said of a bridge's VLANs that it does not filter: for nothing, but the kernel has to know them.
bool saysForNothing(const Netns &netns, const Link &link)
{
    const Bridge fresh;
    const Bridge &bridge = *link.as<Bridge>();
    return bridge.vlans != fresh.vlans ||
           std::ranges::any_of(bridge.ports, [&](LinkId port) { return netns.find(port)->port.vlans != fresh.vlans; });
}

bool isOfKernel(const LinkAddress &address)
{
    return address.kernelMade;
}

/// Rewrites one namespace by commands, as somebody would type them.
class Rewriting
{
public:
    Rewriting(Project &project, const Netns &drawn)
        : m_project(project), m_drawn(drawn), m_name(text(drawn.name)), m_routes(routes())
    {
    }

    void bridge(const Link &link);
    void vlansOn(const Link &parent);
    /// Whether all went well, and the routes are what they were.
    bool finish();
    bool hasChanged() const { return m_changed; }

private:
    void run(const QString &command) { m_ok = m_ok && type(m_project, command).status == 0; }
    void ip(const QString &words) { run("ip -n " + m_name + ' ' + words); }
    void vsctl(const QString &words) { run("ip netns exec " + m_name + " ovs-vsctl " + words); }
    QStringList routes() const
    {
        return simulatedOutput(m_project, "ip -n " + m_name + " route").split('\n', Qt::SkipEmptyParts);
    }
    /// Gives a link of Open vSwitch what the one that it stands for had.
    void dress(const Link &link);

    Project &m_project;
    const Netns &m_drawn;
    QString m_name;
    QStringList m_routes;
    bool m_ok = true;
    bool m_changed = false;
};

void Rewriting::dress(const Link &link)
{
    const QString name = text(link.name);
    ip("link set " + name + " address " + text(link.mac.toString()));
    if (link.up)
        ip("link set " + name + " up");
    for (const model::Family family : {model::Family::Ipv4, model::Family::Ipv6})
        for (const LinkAddress &address : link.addresses(family))
            if (!isOfKernel(address))
                ip("addr add " + text(address.local.toString()) + " dev " + name);
}

void Rewriting::bridge(const Link &link)
{
    m_changed = true;
    const Bridge &bridge = *link.as<Bridge>();
    const auto own = columnsOf(bridge.vlans);
    if (bridge.stp || !bridge.fdb.empty() || !own || !link.up) {
        m_ok = false;
        return;
    }
    const QString name = text(link.name);
    ip("link del " + name);
    vsctl("add-br " + name);
    vsctl("set port " + name + ' ' + *own);
    dress(link);
    for (const LinkId id : bridge.ports) {
        const Link &port = *m_drawn.find(id);
        const auto columns = columnsOf(port.port.vlans);
        if (!columns || !isPlain(port.port)) {
            m_ok = false;
            return;
        }
        vsctl("add-port " + name + ' ' + text(port.name) + ' ' + *columns);
    }
}

void Rewriting::vlansOn(const Link &parent)
{
    std::vector<const Link *> vlans;
    for (const Link &link : m_drawn.links) {
        const auto *vlan = link.as<Vlan>();
        if (vlan && vlan->parent.netns == m_drawn.id && vlan->parent.link == parent.id)
            vlans.push_back(&link);
    }
    if (vlans.empty())
        return;
    m_changed = true;
    if (parent.master || !std::ranges::all_of(parent.addresses4, isOfKernel) ||
        !std::ranges::all_of(parent.addresses6, isOfKernel) || !parent.up) {
        m_ok = false;
        return;
    }
    for (const Link *link : vlans)
        ip("link del " + text(link->name));
    const QString bridge = "on-" + text(parent.name);
    vsctl("add-br " + bridge);
    QStringList tags;
    for (const Link *link : vlans) {
        const QString tag = QString::number(link->as<Vlan>()->id);
        tags.append(tag);
        vsctl("add-port " + bridge + ' ' + text(link->name) + " tag=" + tag + " -- set interface " + text(link->name) +
              " type=internal");
        dress(*link);
    }
    vsctl("add-port " + bridge + ' ' + text(parent.name) + " vlan_mode=trunk trunks=" + tags.join(','));
}

bool Rewriting::finish()
{
    if (!m_ok || !m_changed)
        return m_ok;
    const QStringList left = routes();
    for (const QString &route : m_routes)
        if (!left.contains(route) && !route.contains("proto kernel"))
            ip("route append " + route);
    QStringList before = m_routes;
    QStringList after = routes();
    before.sort();
    after.sort();
    return m_ok && before == after;
}

} // namespace

std::optional<Project> withOpenVswitch(const Project &drawn)
{
    Project project = drawn;
    bool changed = false;
    for (const auto &netns : drawn.network.namespaces()) {
        Rewriting rewriting(project, *netns);
        for (const Link &link : netns->links) {
            const auto *vlan = link.as<Vlan>();
            if (vlan && vlan->parent.netns != netns->id)
                return std::nullopt;
            const auto *bridge = link.as<Bridge>();
            if (bridge && bridge->vlanFiltering)
                rewriting.bridge(link);
            else if (bridge && saysForNothing(*netns, link))
                return std::nullopt;
            else if (!bridge)
                rewriting.vlansOn(link);
        }
        if (!rewriting.finish())
            return std::nullopt;
        changed = changed || rewriting.hasChanged();
    }
    return changed ? std::optional(std::move(project)) : std::nullopt;
}

std::optional<Trial> standIn(const Lab &lab)
{
    Trial trial;
    trial.lab = lab;
    trial.simulated = simulate(lab);
    const auto replaced = withOpenVswitch(trial.simulated.project);
    const auto script = replaced ? exportFormat("bash")->write(*replaced, {"lab"}) : std::unexpected(Error{});
    if (!script)
        return std::nullopt;
    askTables(trial);
    trial.task.questions.clear();
    for (QString &node : trial.task.nodes) // how many links Open vSwitch makes is its own affair
        node = node.section(' ', 0, 0) + " 0";
    trial.task.prober = NETDRAFT_PROBER;
    trial.task.script = QString::fromStdString(script->file().text);
    trial.task.commands = QStringList{"> bash lab.sh up"};
    askPings(trial);
    return trial;
}

} // namespace netdraft::tests
