#include "views/document/docker_switch.h"

#include "model/recipe/docker/docker.h"

#include <QCoreApplication>

namespace netdraft::views {

namespace {

struct DockerWords {
    Q_DECLARE_TR_FUNCTIONS(Docker)
};

QString titleOf(DockerVerb verb, DockerState before)
{
    switch (verb) {
    case DockerVerb::Start:
        return before == DockerState::Absent ? DockerWords::tr("Install Docker on %1")
                                             : DockerWords::tr("Start Docker on %1");
    case DockerVerb::Stop: return DockerWords::tr("Stop Docker on %1");
    case DockerVerb::Remove: return DockerWords::tr("Remove Docker from %1");
    }
    return {};
}

model::docker::Answer answerOf(const model::Project &project, const std::string &machine, DockerVerb verb)
{
    switch (verb) {
    case DockerVerb::Start: return model::docker::startDaemon(project, machine, {});
    case DockerVerb::Stop: return model::docker::stopDaemon(project, machine);
    case DockerVerb::Remove: return model::docker::removeDocker(project, machine);
    }
    return {};
}

} // namespace

DockerState dockerState(const model::Netns &machine)
{
    if (model::docker::isRunning(machine))
        return DockerState::Running;
    return model::docker::hasRemains(machine) ? DockerState::Stopped : DockerState::Absent;
}

DockerChange dockerChange(const model::Project &project, const model::Netns &machine, DockerVerb verb)
{
    DockerChange change;
    change.text = titleOf(verb, dockerState(machine)).arg(QString::fromStdString(machine.name));
    model::docker::Answer answer = answerOf(project, machine.name, verb);
    if (answer.status == 0)
        change.edits = std::move(answer.edits);
    else
        change.refusal = QString::fromStdString(answer.err).trimmed();
    return change;
}

} // namespace netdraft::views
