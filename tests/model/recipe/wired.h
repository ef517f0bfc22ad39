#pragma once

#include "model/edit/apply.h"
#include "model/recipe/node_recipes.h"

#include <QString>
#include <QStringList>

namespace netdraft::tests {

using namespace netdraft::model;

inline void perform(Project &project, const EditList &edits)
{
    if (const auto applied = apply(project, edits); !applied)
        qFatal("%s", describe(applied.error()).c_str());
}

inline NetnsId idOf(const Project &project, const std::string &name)
{
    return project.network.find(name)->id;
}

/// `a-b c-d`: a cable for each pair. A name's first letter says what the node is: s a switch, r a router, else a
/// device.
inline Project wired(const QString &cables)
{
    Project project;
    for (const QString &cable : cables.split(u' ')) {
        const QStringList ends = cable.split(u'-');
        for (const QString &end : ends) {
            if (project.network.find(end.toStdString()))
                continue;
            const NodeKind kind = end.startsWith(u's')   ? NodeKind::Switch
                                  : end.startsWith(u'r') ? NodeKind::Router
                                                         : NodeKind::Device;
            perform(project, newNode(end.toStdString(), kind, {}));
        }
        perform(project,
                *newCable(project, idOf(project, ends[0].toStdString()), idOf(project, ends[1].toStdString())));
    }
    return project;
}

inline void give(Project &project, const char *netns, const char *link, const char *address)
{
    AddAddress edit{{netns, link}, {}, AddMode::Add};
    edit.address.local = *InterfaceAddress::parse(address);
    perform(project, {edit});
}

} // namespace netdraft::tests
