#include "views/document/recovery.h"

#include "model/exchange/exchange.h"
#include "views/document/document.h"

#include <QDir>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

namespace netdraft::views {

namespace {

QString besideCopy(const QString &copy, const char *suffix)
{
    QString path = copy;
    path.chop(static_cast<int>(qstrlen(".netdraft")));
    return path + QLatin1String(suffix);
}

} // namespace

Autosave::Autosave(Document &document, const QString &folder, int delayMs, QObject *parent)
    : QObject(parent), m_document(document), m_folder(folder),
      m_base(folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMs);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::write);
    // A timer that runs is left alone: during a long stretch of edits a copy is written every two seconds.
    const auto start = [this] {
        if (!m_timer.isActive())
            m_timer.start();
    };
    connect(&document, &Document::changed, this, start);
    connect(&document, &Document::reset, this, start);
    connect(&document.undoStack(), &QUndoStack::cleanChanged, this, [this](bool clean) {
        if (clean)
            discard();
    });
}

Autosave::~Autosave()
{
    discard();
}

void Autosave::write()
{
    m_timer.stop();
    if (!m_document.modified()) {
        discard();
        return;
    }
    if (!QDir().mkpath(m_folder))
        return;
    if (!m_lock) {
        m_lock = std::make_unique<QLockFile>(m_base + QStringLiteral(".lock"));
        m_lock->setStaleLockTime(0);
        m_lock->tryLock(0);
    }
    // The path first: a copy without it would be recovered as an untitled project.
    const std::string original = m_document.path().toStdString();
    if (model::writeFileAtomically(besideCopy(file(), ".path").toStdString(), original))
        // A copy that cannot be written is no reason to disturb the user, whose own file is untouched.
        (void)model::writeFileAtomically(file().toStdString(), model::writeProject(m_document.project()));
}

void Autosave::discard()
{
    m_timer.stop();
    QFile::remove(file());
    QFile::remove(besideCopy(file(), ".path"));
    m_lock.reset();
}

std::vector<LeftCopy> leftCopies(const QString &folder)
{
    std::vector<LeftCopy> copies;
    const QDir dir(folder);
    for (const QFileInfo &entry : dir.entryInfoList({QStringLiteral("*.netdraft")}, QDir::Files)) {
        const QString file = entry.absoluteFilePath();
        QLockFile lock(besideCopy(file, ".lock"));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue;
        LeftCopy copy{file, QString(), entry.lastModified()};
        if (auto original = model::readFile(besideCopy(file, ".path").toStdString()))
            copy.originalPath = QString::fromStdString(*original);
        copies.push_back(std::move(copy));
    }
    std::ranges::sort(copies, std::ranges::greater{}, &LeftCopy::written);
    return copies;
}

void removeCopy(const LeftCopy &copy)
{
    QFile::remove(copy.file);
    QFile::remove(besideCopy(copy.file, ".path"));
}

QString recoveryFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/recovery");
}

} // namespace netdraft::views
