#include "views/document/document_file.h"

#include "model/exchange/exchange.h"
#include "views/document/document.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace netdraft::views {

model::Result<model::Imported> readNetwork(const QString &path)
{
    const auto source = model::loadSource(path.toStdString());
    return source ? model::import(*source) : model::fail(source.error());
}

void openNetwork(Document &document, model::Imported imported, const QString &path)
{
    const QFileInfo where(path);
    const bool own = where.suffix() == QLatin1String(projectSuffix) && where.isFile() && imported.isWhole();
    const QString name = where.isDir() ? where.fileName() : where.completeBaseName();
    document.load(std::move(imported.project), own ? where.absoluteFilePath() : QString(),
                  imported.isWhole() ? name : QCoreApplication::translate("Document", "%1 (incomplete)").arg(name));
}

model::Result<model::Project> readExample(const QString &resource)
{
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        return model::fail(model::ErrorCode::Io, resource.toStdString() + ": " + file.errorString().toStdString());
    const QByteArray text = file.readAll();
    return model::readProject(std::string_view(text.data(), static_cast<std::size_t>(text.size())),
                              resource.toStdString());
}

model::Result<void> openExample(Document &document, const QString &resource)
{
    auto project = readExample(resource);
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
