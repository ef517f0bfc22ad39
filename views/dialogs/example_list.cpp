#include "views/dialogs/example_list.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace netdraft::views {

namespace {

struct Title {
    const char *name;
    const char *title;
};

constexpr Title titles[] = {
    {"two-devices", QT_TRANSLATE_NOOP("Example", "Two Devices on a Switch")},
    {"routing", QT_TRANSLATE_NOOP("Example", "Routing: the Lesson")},
    {"routing-solved", QT_TRANSLATE_NOOP("Example", "Routing: Solved")},
    {"default-gateway", QT_TRANSLATE_NOOP("Example", "Default Gateway")},
    {"namespaces", QT_TRANSLATE_NOOP("Example", "Namespaces on a Bridge")},
    {"dns", QT_TRANSLATE_NOOP("Example", "Names: Hosts File and DNS Server")},
    {"ipv6", QT_TRANSLATE_NOOP("Example", "IPv6")},
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
            list.push_back(
                {resourceOf(QLatin1String(title.name)), QCoreApplication::translate("Example", title.title)});
    }
    for (const QString &file : names) {
        const QString name = QFileInfo(file).completeBaseName();
        list.push_back({resourceOf(name), name});
    }
    return list;
}

QString firstExample()
{
    return resourceOf(QStringLiteral("routing"));
}

} // namespace netdraft::views
