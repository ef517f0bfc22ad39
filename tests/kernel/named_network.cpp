#include "named_network.h"

#include "model/exchange/exchange.h"

using namespace netdraft::model;

std::optional<Project> networkNamed(const QString &name)
{
    const QString sources = QStringLiteral(NETDRAFT_SOURCE_DIR);
    QString file;
    if (name.startsWith("example:"))
        file = sources + "/resources/examples/" + name.section(':', 1) + ".netdraft";
    else if (name.startsWith("network:"))
        file = sources + "/tests/data/networks/" + name.section(':', 1) + ".netdraft";
    else if (name.startsWith("case:"))
        file = sources + "/tests/data/exchange/mininet/" + name.section(':', 1) + "/input.netdraft";
    if (file.isEmpty()) {
        const auto lab = readLab(sources + "/tests/kernel/networks/" + name + ".lab");
        return lab ? std::optional(simulate(*lab).project) : std::nullopt;
    }
    const auto text = readFile(file.toStdString());
    auto project = text ? readProject(*text, file.toStdString()) : fail(text.error());
    return project ? std::optional(std::move(*project)) : std::nullopt;
}
