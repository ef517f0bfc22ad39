#pragma once

#include "model/exchange/exchange.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QListWidgetItem;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace netdraft::views {

class CodeHighlighter;
class Document;

/// Every form in which the network can leave, with what it would look like: the files of the form, their text, what the
/// form cannot say. Saves or copies it; writes nothing before.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Renders the drawing in the format that the file's ending names.
    using WritePicture = std::function<model::Result<void>(const QString &path)>;

    ExportDialog(const Document &document, WritePicture writePicture, QWidget *window);

    /// Chooses a form by its id: one of the model's, or `svg`, `png`, `pdf`.
    void choose(const QString &id);
    QString chosen() const;

signals:
    /// Something was saved, for the status bar.
    void message(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const Document &m_document;
    WritePicture m_writePicture;
    QListWidget *m_forms;
    QLabel *m_help;
    QFormLayout *m_options;
    QListWidget *m_files;
    QStackedWidget *m_views;
    QPlainTextEdit *m_text;
    QLabel *m_picture;
    CodeHighlighter *m_highlighter;
    QLabel *m_omitted;
    QPushButton *m_copy;
    QPushButton *m_save;
    QPixmap m_drawn;
    model::Exported m_made;

    void paint();
    void fillForms();
    const model::ExportFormat *format() const;
    model::ExportRequest request() const;
    void showForm();
    void showOptions();
    void make();
    void makePicture();
    void showFile();
    void fitPicture();
    void refuse(const QString &problem);
    void copy();
    void save();
    QString askPath(const QString &name, const QString &suffix);
    void report(const model::Result<void> &written, const QString &path);
};

} // namespace netdraft::views
