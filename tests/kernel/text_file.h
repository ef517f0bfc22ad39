#pragma once

#include <QFile>
#include <QString>

namespace netdraft::tests {

/// The text of a file; empty where it cannot be read.
inline QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace netdraft::tests
