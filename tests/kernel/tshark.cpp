#include "tshark.h"

#include <QProcess>
#include <QStandardPaths>

QString whyNoTshark()
{
    return QStandardPaths::findExecutable("tshark").isEmpty() ? "tshark is not installed (apt install tshark)"
                                                              : QString();
}

QStringList tshark(const QString &capture, const QString &filter, const QStringList &fields)
{
    QStringList words{"-n", "-r", capture, "-Y", filter, "-T", "fields"};
    for (const char *protocol : {"ip", "tcp", "udp"})
        words += {"-o", QString("%1.check_checksum:TRUE").arg(protocol)};
    for (const QString &field : fields)
        words += {"-e", field};
    QProcess reader;
    reader.start("tshark", words);
    if (!reader.waitForFinished(120'000) || reader.exitCode() != 0)
        return {"tshark: " + QString::fromUtf8(reader.readAllStandardError())};
    return QString::fromUtf8(reader.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
}
