#include "views/canvas/docker_edits.h"

#include "views/canvas/network_view.h"
#include "views/document/document.h"
#include "views/document/selection.h"

#include <QCoreApplication>
#include <QMenu>

namespace netdraft::views {

namespace {

struct DockerEditWords {
    Q_DECLARE_TR_FUNCTIONS(DockerEdits)
};

} // namespace

void switchDocker(ToolContext &context, DockerVerb verb)
{
    const model::Netns *node = context.document.network().find(context.selection.singleNode());
    if (!node)
        return context.say(DockerEditWords::tr("Select the node that has Docker, or shall have it"));
    const QString name = QString::fromStdString(node->name);
    const DockerState state = dockerState(*node);
    if (verb == DockerVerb::Start && state == DockerState::Running)
        return context.say(DockerEditWords::tr("Docker runs on %1 already").arg(name));
    if (verb == DockerVerb::Stop && state != DockerState::Running)
        return context.say(DockerEditWords::tr("Docker does not run on %1").arg(name));
    if (verb == DockerVerb::Remove && state == DockerState::Absent)
        return context.say(DockerEditWords::tr("There is no Docker on %1").arg(name));
    const DockerChange change = dockerChange(context.document.project(), *node, verb);
    if (!change.refusal.isEmpty())
        return context.say(change.refusal);
    if (context.perform(change.text, change.edits) && verb == DockerVerb::Stop)
        context.say(DockerEditWords::tr("Docker is stopped on %1: its bridges and rules stay").arg(name));
}

void addDockerActions(QMenu &menu, const NetworkView &view, const model::Netns &node)
{
    const DockerState state = dockerState(node);
    menu.addSeparator();
    if (state == DockerState::Running)
        menu.addAction(view.action(QStringLiteral("canvas.dockerStop")));
    else
        menu.addAction(view.action(QStringLiteral("canvas.dockerStart")));
    if (state != DockerState::Absent)
        menu.addAction(view.action(QStringLiteral("canvas.dockerRemove")));
}

} // namespace netdraft::views
