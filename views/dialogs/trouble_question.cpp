#include "views/dialogs/trouble_question.h"

#include "views/style/icon.h"
#include "views/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace netdraft::views {

namespace {

struct TroubleWords {
    Q_DECLARE_TR_FUNCTIONS(TroubleQuestion)
};

} // namespace

bool acceptTroubles(const QString &file, const model::Imported &imported, QWidget *window)
{
    QDialog dialog(window);
    dialog.setObjectName(QStringLiteral("troubleQuestion"));
    dialog.setWindowTitle(TroubleWords::tr("Not Everything Was Understood"));
    auto *said = new QLabel(
        TroubleWords::tr("Netdraft does not understand these parts of “%1”. What it does understand can be opened, "
                         "as a network that is not complete.")
            .arg(file));
    said->setWordWrap(true);
    QStringList lines;
    for (const model::Error &trouble : imported.troubles)
        lines << QString::fromStdString(model::describe(trouble));
    for (const model::Error &note : imported.notes)
        lines << TroubleWords::tr("%1 (a note)").arg(QString::fromStdString(model::describe(note)));
    auto *list = new QPlainTextEdit(lines.join(u'\n'));
    list->setObjectName(QStringLiteral("troubleList"));
    list->setAccessibleName(TroubleWords::tr("What was not understood"));
    list->setReadOnly(true);
    list->setFont(fixedFont());
    list->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *open = buttons->addButton(TroubleWords::tr("&Open the Rest"), QDialogButtonBox::AcceptRole);
    open->setObjectName(QStringLiteral("openTheRest"));
    QPushButton *copy = buttons->addButton(TroubleWords::tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setIcon(icon(QStringLiteral("copy")));
    QObject::connect(copy, &QPushButton::clicked, list,
                     [list] { QApplication::clipboard()->setText(list->toPlainText()); });
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(&dialog);
    column->setSpacing(spacing::normal);
    column->addWidget(said);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    dialog.resize(720, 380);
    return dialog.exec() == QDialog::Accepted;
}

} // namespace netdraft::views
