#include "views/document/document_file.h"

#include "model/exchange/exchange.h"
#include "model/exchange/import.h"
#include "views/document/document.h"

#include <QFile>
#include <QFileInfo>

namespace netdraft::views {

model::Result<void> openProject(Document &document, const QString &path)
{
    const std::string file = path.toStdString();
    const auto source = model::loadSource(file);
    if (!source)
        return model::fail(source.error());
    auto imported = model::import(*source);
    if (!imported)
        return model::fail(imported.error());
    if (!imported->isWhole())
        return model::fail(imported->troubles.front());
    const QFileInfo where(path);
    const bool own = where.suffix() == QLatin1String(projectSuffix);
    document.load(std::move(imported->project), own ? where.absoluteFilePath() : QString(), where.completeBaseName());
    return {};
}

model::Result<void> openExample(Document &document, const QString &resource)
{
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        return model::fail(model::ErrorCode::Io, resource.toStdString() + ": " + file.errorString().toStdString());
    const QByteArray text = file.readAll();
    auto project = model::readProject(std::string_view(text.data(), static_cast<std::size_t>(text.size())),
                                      resource.toStdString());
    if (!project)
        return model::fail(project.error());
    document.load(std::move(*project), QString(), QFileInfo(resource).completeBaseName());
    return {};
}

model::Result<void> saveProject(Document &document, const QString &path)
{
    const QString target = QFileInfo(path).absoluteFilePath();
    if (auto written = model::writeFileAtomically(target.toStdString(), model::writeProject(document.project()));
        !written)
        return written;
    document.undoStack().setClean();
    document.setPath(target);
    return {};
}

} // namespace netdraft::views
