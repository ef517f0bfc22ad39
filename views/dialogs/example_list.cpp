#include "views/dialogs/example_list.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace netdraft::views {

namespace {

struct Title {
    const char *name;
    const char *title;
    const char *teaches;
};

/// In the order in which a course takes them.
constexpr Title titles[] = {
    {"switching", QT_TRANSLATE_NOOP("Example", "Switching"), QT_TRANSLATE_NOOP("Example", "Two devices get addresses")},
    {"routing", QT_TRANSLATE_NOOP("Example", "Routing: the Lesson"),
     QT_TRANSLATE_NOOP("Example", "A router between two networks")},
    {"routing-solved", QT_TRANSLATE_NOOP("Example", "Routing: Solved"),
     QT_TRANSLATE_NOOP("Example", "There and back are two ways")},
    {"default-gateway", QT_TRANSLATE_NOOP("Example", "Default Gateway"),
     QT_TRANSLATE_NOOP("Example", "One route for everything else")},
    {"hosts", QT_TRANSLATE_NOOP("Example", "Hosts File"),
     QT_TRANSLATE_NOOP("Example", "Each host has names of its own")},
    {"dns", QT_TRANSLATE_NOOP("Example", "DNS Server"), QT_TRANSLATE_NOOP("Example", "One server tells the names")},
    {"namespaces", QT_TRANSLATE_NOOP("Example", "Network Namespaces"),
     QT_TRANSLATE_NOOP("Example", "Red, blue and a veth pair")},
    {"linux-bridge", QT_TRANSLATE_NOOP("Example", "Linux Bridge"),
     QT_TRANSLATE_NOOP("Example", "NAT and a forwarded port")},
    {"open-vswitch", QT_TRANSLATE_NOOP("Example", "Open vSwitch"),
     QT_TRANSLATE_NOOP("Example", "The same by ovs-vsctl")},
    {"docker", QT_TRANSLATE_NOOP("Example", "Docker Networks"),
     QT_TRANSLATE_NOOP("Example", "None, host, bridge, your own")},
    {"cni", QT_TRANSLATE_NOOP("Example", "CNI by Hand"), QT_TRANSLATE_NOOP("Example", "What a runtime does")},
    {"cluster-ports", QT_TRANSLATE_NOOP("Example", "Cluster Ports"),
     QT_TRANSLATE_NOOP("Example", "Who listens, who must reach it")},
    {"pod-networking", QT_TRANSLATE_NOOP("Example", "Pod Networking"),
     QT_TRANSLATE_NOOP("Example", "A bridge per node, and routes")},
    {"cni-kubelet", QT_TRANSLATE_NOOP("Example", "CNI in the Kubelet"),
     QT_TRANSLATE_NOOP("Example", "From a pod to its address")},
    {"overlay", QT_TRANSLATE_NOOP("Example", "Deploying an Overlay"),
     QT_TRANSLATE_NOOP("Example", "Weave Net from its manifest")},
    {"ipv6", QT_TRANSLATE_NOOP("Example", "IPv6"), QT_TRANSLATE_NOOP("Example", "A link-local default gateway")},
};

QString resourceOf(const QString &name)
{
    return QStringLiteral(":/examples/%1.netdraft").arg(name);
}

} // namespace

std::vector<Example> examples()
{
    QStringList names =
        QDir(QStringLiteral(":/examples")).entryList({QStringLiteral("*.netdraft")}, QDir::Files, QDir::Name);
    std::vector<Example> list;
    for (const Title &title : titles) {
        const QString file = QLatin1String(title.name) + QStringLiteral(".netdraft");
        if (names.removeOne(file))
            list.push_back({resourceOf(QLatin1String(title.name)), QCoreApplication::translate("Example", title.title),
                            QCoreApplication::translate("Example", title.teaches)});
    }
    for (const QString &file : names) {
        const QString name = QFileInfo(file).completeBaseName();
        list.push_back({resourceOf(name), name, {}});
    }
    return list;
}

QString firstExample()
{
    return resourceOf(QStringLiteral("routing"));
}

} // namespace netdraft::views
