#include "views/dialogs/export_dialog.h"

#include "views/document/document.h"
#include "views/document/picture_format.h"
#include "views/document/text.h"
#include "views/style/code_highlighter.h"
#include "views/style/icon.h"
#include "views/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QVBoxLayout>

namespace netdraft::views {

namespace {

constexpr auto chosenKey = "export/form";
constexpr qsizetype longestPreview = 400'000; ///< characters of a file that are shown; all of it is saved
constexpr int mostOmissions = 6;              ///< lines that are told at once; all are in the tool tip

QString titleOf(model::ExportGroup group)
{
    switch (group) {
    case model::ExportGroup::Commands: return ExportDialog::tr("Commands");
    case model::ExportGroup::Configuration: return ExportDialog::tr("Configuration of each node");
    case model::ExportGroup::Labs: return ExportDialog::tr("Labs for other engines");
    case model::ExportGroup::Sheets: return ExportDialog::tr("Drawings and sheets");
    }
    return {};
}

} // namespace

ExportDialog::ExportDialog(const Document &document, WritePicture writePicture, QWidget *window)
    : QDialog(window), m_document(document), m_writePicture(std::move(writePicture)), m_forms(new QListWidget),
      m_help(new QLabel), m_options(new QFormLayout), m_files(new QListWidget), m_views(new QStackedWidget),
      m_text(new QPlainTextEdit), m_picture(new QLabel), m_highlighter(new CodeHighlighter(m_text->document())),
      m_omitted(new QLabel), m_copy(nullptr), m_save(nullptr)
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export “%1”").arg(document.name()));
    m_forms->setObjectName(QStringLiteral("exportForms"));
    m_forms->setAccessibleName(tr("Forms"));
    m_forms->setUniformItemSizes(true);
    m_forms->setSpacing(2);
    m_help->setObjectName(QStringLiteral("exportHelp"));
    m_help->setWordWrap(true);
    m_help->setForegroundRole(QPalette::PlaceholderText);
    m_files->setObjectName(QStringLiteral("exportFiles"));
    m_files->setAccessibleName(tr("Files"));
    m_text->setObjectName(QStringLiteral("exportText"));
    m_text->setAccessibleName(tr("What would be written"));
    m_text->setReadOnly(true);
    m_text->setFont(fixedFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setUndoRedoEnabled(false);
    m_picture->setObjectName(QStringLiteral("exportPicture"));
    m_picture->setAccessibleName(tr("The drawing"));
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setFrameShape(QFrame::StyledPanel);
    m_picture->setAutoFillBackground(true);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_omitted->setObjectName(QStringLiteral("exportOmitted"));
    m_omitted->setWordWrap(true);
    m_omitted->setTextFormat(Qt::PlainText);
    m_omitted->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_omitted->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::tight);
    m_omitted->setAutoFillBackground(true);
    m_views->addWidget(m_text);
    m_views->addWidget(m_picture);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_save = buttons->addButton(tr("&Save…"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("exportSave"));
    m_copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(QStringLiteral("exportCopy"));
    m_copy->setIcon(icon(QStringLiteral("copy")));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::save);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(m_forms, &QListWidget::currentRowChanged, this, &ExportDialog::showForm);
    connect(m_files, &QListWidget::currentRowChanged, this, &ExportDialog::showFile);

    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(m_files);
    split->addWidget(m_views);
    split->setStretchFactor(1, 1);
    split->setSizes({200, 560});
    auto *right = new QVBoxLayout;
    right->setSpacing(spacing::normal);
    right->addWidget(m_help);
    right->addLayout(m_options);
    right->addWidget(m_omitted);
    right->addWidget(split, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(spacing::normal);
    columns->addWidget(m_forms);
    columns->addLayout(right, 1);
    auto *all = new QVBoxLayout(this);
    all->setSpacing(spacing::normal);
    all->addLayout(columns, 1);
    all->addWidget(buttons);
    fillForms();
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    m_forms->setFixedWidth(std::max(230, m_forms->sizeHintForColumn(0) + bar + spacing::normal));
    paint();
    const QSize room = window ? window->size() : QSize(1100, 700);
    resize(QSize(1060, 680).boundedTo(room * 0.9));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_save->setDefault(true); // of the dialog, to which it belongs by now
    m_forms->setFocus();
    choose(QSettings().value(QLatin1String(chosenKey)).toString());
}

void ExportDialog::fillForms()
{
    const auto addHeading = [this](const QString &title) {
        auto *item = new QListWidgetItem(title, m_forms);
        item->setFlags(Qt::NoItemFlags);
        QFont font = m_forms->font();
        font.setWeight(QFont::DemiBold);
        item->setFont(font);
    };
    const auto add = [this](const QString &id, const QString &title, const QString &help) {
        auto *item = new QListWidgetItem(QStringLiteral("   ") + title, m_forms);
        item->setData(Qt::UserRole, id);
        item->setData(Qt::AccessibleTextRole, title);
        item->setToolTip(help);
    };
    std::optional<model::ExportGroup> group;
    for (const model::ExportFormat &one : model::exportFormats()) {
        if (group != one.group)
            addHeading(titleOf(one.group));
        group = one.group;
        add(text(one.id), translated("Export", one.title), translated("Export", one.help));
    }
    for (const PictureFormat &picture : pictureFormats)
        add(QLatin1String(picture.id), translated("Export", picture.title), tr("the drawing, as it is on the canvas"));
}

void ExportDialog::choose(const QString &id)
{
    int wanted = 1; // the first below its heading
    for (int row = 0; row < m_forms->count(); ++row) {
        if (!id.isEmpty() && m_forms->item(row)->data(Qt::UserRole).toString() == id)
            wanted = row;
    }
    m_forms->setCurrentRow(wanted);
}

QString ExportDialog::chosen() const
{
    return m_forms->currentItem() ? m_forms->currentItem()->data(Qt::UserRole).toString() : QString();
}

const model::ExportFormat *ExportDialog::format() const
{
    return model::exportFormat(chosen().toStdString());
}

model::ExportRequest ExportDialog::request() const
{
    model::ExportRequest request{.name = m_document.name().toStdString()};
    for (int row = 0; row < m_options->rowCount(); ++row) {
        const auto *box = qobject_cast<QComboBox *>(m_options->itemAt(row, QFormLayout::FieldRole)->widget());
        request.chosen[box->objectName().toStdString()] = box->currentText().toStdString();
    }
    return request;
}

void ExportDialog::showForm()
{
    const model::ExportFormat *form = format();
    m_help->setText(m_forms->currentItem()->toolTip());
    showOptions();
    if (form)
        make();
    else
        makePicture();
}

void ExportDialog::showOptions()
{
    while (m_options->rowCount() > 0)
        m_options->removeRow(0);
    const model::ExportFormat *form = format();
    if (!form)
        return;
    QWidget *before = m_forms;
    for (const model::ExportOption &option : form->options) {
        auto *box = new QComboBox;
        box->setObjectName(text(option.id));
        for (const std::string_view choice : option.choices)
            box->addItem(text(choice));
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::make);
        m_options->addRow(translated("Export", option.title), box);
        setTabOrder(before, box);
        before = box;
    }
}

void ExportDialog::make()
{
    const QString before = m_files->currentItem() ? m_files->currentItem()->text() : QString();
    auto made = format()->write(m_document.project(), request());
    if (!made) {
        refuse(QString::fromStdString(model::describe(made.error())));
        return;
    }
    m_made = std::move(*made);
    if (m_made.files.empty()) {
        refuse(tr("There is nothing to write: no node differs in this from a machine that was just installed."));
        return;
    }
    QStringList omitted;
    for (const std::string &line : m_made.omitted)
        omitted << QString::fromStdString(line);
    m_omitted->setToolTip(omitted.join(u'\n'));
    const auto more = omitted.size() - mostOmissions;
    m_omitted->setVisible(!omitted.isEmpty());
    m_omitted->setText(tr("This form cannot say:") + u'\n' + omitted.mid(0, mostOmissions).join(u'\n') +
                       (more > 0 ? u'\n' + tr("… and %L1 more").arg(more) : QString()));
    const QSignalBlocker quiet(m_files);
    m_files->clear();
    int row = 0;
    for (const model::OutputFile &file : m_made.files) {
        const QString name = QString::fromStdString(file.name);
        if (name == before)
            row = m_files->count();
        m_files->addItem(name);
    }
    m_files->setVisible(format()->isFolder());
    m_files->setCurrentRow(row);
    m_views->setCurrentWidget(m_text);
    m_copy->setEnabled(true);
    m_save->setEnabled(true);
    showFile();
}

void ExportDialog::makePicture()
{
    m_files->hide();
    m_omitted->hide();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("picture.png"));
    if (const auto drawn = m_writePicture(path); !drawn) {
        refuse(QString::fromStdString(model::describe(drawn.error())));
        return;
    }
    m_drawn = QPixmap(path);
    m_views->setCurrentWidget(m_picture);
    m_copy->setEnabled(true);
    m_save->setEnabled(true);
    fitPicture();
}

void ExportDialog::fitPicture()
{
    if (m_drawn.isNull())
        return;
    const qreal ratio = devicePixelRatioF();
    const QSize room = (m_picture->contentsRect().size() - QSize(spacing::normal, spacing::normal)) * ratio;
    if (room.isEmpty())
        return;
    QPixmap fitted = m_drawn.scaled(room.boundedTo(m_drawn.size()), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    fitted.setDevicePixelRatio(ratio);
    QPalette paper = m_picture->palette();
    paper.setColor(QPalette::Window, lightTheme().canvas);
    m_picture->setPalette(paper);
    m_picture->setPixmap(fitted);
}

void ExportDialog::showFile()
{
    const int row = m_files->currentRow();
    if (row < 0 || row >= static_cast<int>(m_made.files.size()))
        return;
    const model::OutputFile &file = m_made.files[static_cast<std::size_t>(row)];
    QString shown = QString::fromStdString(file.text);
    if (shown.size() > longestPreview)
        shown = shown.left(longestPreview) + u'\n' + tr("… the rest is not shown here");
    m_highlighter->setNotation(notationOf(QString::fromStdString(file.name)));
    m_text->setPlainText(shown);
}

void ExportDialog::refuse(const QString &problem)
{
    m_made = {};
    m_files->clear();
    m_files->hide();
    m_omitted->setText(problem);
    m_omitted->setToolTip(QString());
    m_omitted->show();
    m_text->clear();
    m_views->setCurrentWidget(m_text);
    m_copy->setEnabled(false);
    m_save->setEnabled(false);
}

void ExportDialog::copy()
{
    if (format())
        QApplication::clipboard()->setText(
            QString::fromStdString(m_made.files[static_cast<std::size_t>(m_files->currentRow())].text));
    else
        QApplication::clipboard()->setPixmap(m_drawn);
    emit message(tr("Copied"));
}

QString ExportDialog::askPath(const QString &name, const QString &suffix)
{
    const QString folder = m_document.path().isEmpty() ? QDir::homePath() : QFileInfo(m_document.path()).absolutePath();
    const QString title = m_forms->currentItem()->text().trimmed();
    QFileDialog dialog(this, tr("Export: %1").arg(title), folder,
                       suffix.isEmpty() ? tr("Folders") : QStringLiteral("%1 (*.%2)").arg(title, suffix));
    dialog.setObjectName(QStringLiteral("exportFileDialog"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(name);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().constFirst() : QString();
}

void ExportDialog::save()
{
    const model::ExportFormat *form = format();
    const QString suffix = form ? text(form->extension) : chosen();
    const QString name = form && !form->isFolder() ? QString::fromStdString(m_made.file().name)
                         : form                    ? m_document.name() + QLatin1Char('-') + chosen()
                                                   : m_document.name() + QLatin1Char('.') + suffix;
    const QString path = askPath(name, suffix);
    if (path.isEmpty())
        return;
    report(form ? model::writeExported(path.toStdString(), *form, m_made) : m_writePicture(path), path);
}

void ExportDialog::report(const model::Result<void> &written, const QString &path)
{
    if (written) {
        QSettings().setValue(QLatin1String(chosenKey), chosen());
        emit message(tr("Written to %1").arg(QDir::toNativeSeparators(path)));
        accept();
        return;
    }
    QMessageBox box(QMessageBox::Critical, tr("Netdraft"), tr("The network cannot be exported."), QMessageBox::Ok,
                    this);
    box.setObjectName(QStringLiteral("exportError"));
    box.setInformativeText(QString::fromStdString(model::describe(written.error())));
    box.exec();
}

void ExportDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paint();
}

void ExportDialog::paint()
{
    const Theme &theme = themeOf(QApplication::palette());
    QPalette warning = QApplication::palette();
    warning.setColor(QPalette::Window, theme.uncertainFill);
    warning.setColor(QPalette::WindowText, theme.text);
    m_omitted->setPalette(warning);
    m_highlighter->recolour();
    // What cannot be chosen would be too pale to read.
    for (int row = 0; row < m_forms->count(); ++row) {
        if (m_forms->item(row)->flags() == Qt::NoItemFlags)
            m_forms->item(row)->setForeground(theme.mutedText);
    }
}

void ExportDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fitPicture();
}

} // namespace netdraft::views
