#include "views/dialogs/recovery_question.h"

#include "model/exchange/exchange.h"
#include "views/document/document.h"
#include "views/document/recovery.h"

#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace netdraft::views {

namespace {

enum class Wish { Recover, Discard, Later };

Wish ask(const LeftCopy &copy, QWidget *window)
{
    const QString name = copy.originalPath.isEmpty()
                             ? QMessageBox::tr("an untitled network")
                             : QMessageBox::tr("“%1”").arg(QFileInfo(copy.originalPath).fileName());
    QMessageBox box(QMessageBox::Question, QMessageBox::tr("Recover Unsaved Changes"),
                    QMessageBox::tr("Netdraft did not end properly. Recover the unsaved changes to %1?").arg(name),
                    QMessageBox::NoButton, window);
    box.setObjectName(QStringLiteral("recoveryQuestion"));
    box.setInformativeText(
        QMessageBox::tr("They were kept on %1.").arg(QLocale().toString(copy.written, QLocale::ShortFormat)));
    QPushButton *recover = box.addButton(QMessageBox::tr("&Recover"), QMessageBox::AcceptRole);
    QPushButton *discard = box.addButton(QMessageBox::tr("&Discard"), QMessageBox::DestructiveRole);
    QPushButton *later = box.addButton(QMessageBox::tr("Ask &Later"), QMessageBox::RejectRole);
    recover->setObjectName(QStringLiteral("recover"));
    discard->setObjectName(QStringLiteral("discard"));
    later->setObjectName(QStringLiteral("later"));
    box.setDefaultButton(recover);
    box.setEscapeButton(later);
    box.exec();
    return box.clickedButton() == recover   ? Wish::Recover
           : box.clickedButton() == discard ? Wish::Discard
                                            : Wish::Later;
}

model::Result<model::Project> read(const LeftCopy &copy)
{
    const std::string file = copy.file.toStdString();
    const auto text = model::readFile(file);
    if (!text)
        return model::fail(text.error());
    return model::readProject(*text, file);
}

} // namespace

bool offerRecovery(Document &document, Autosave &autosave, const QString &folder, QWidget *window)
{
    for (const LeftCopy &copy : leftCopies(folder)) {
        auto project = read(copy);
        // What cannot be read cannot be recovered either, but it is the user's: it stays where it is.
        if (!project)
            continue;
        const Wish wish = ask(copy, window);
        if (wish == Wish::Discard)
            removeCopy(copy);
        if (wish != Wish::Recover)
            continue;
        document.load(std::move(*project), copy.originalPath, {}, Document::Origin::Unsaved);
        // Its own copy first: at no moment is there none.
        autosave.write();
        removeCopy(copy);
        return true;
    }
    return false;
}

} // namespace netdraft::views
