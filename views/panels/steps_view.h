#pragma once

#include <QTreeWidget>

#include <string>
#include <vector>

namespace netdraft::views {

class Document;
class StepThrough;

/// What was done in this session, a row for each step as it was typed or is called in the undo menu; a row that came to
/// several commands unfolds into them. While a step is gone through again, its row is unfolded at what comes next.
class StepsView : public QTreeWidget
{
    Q_OBJECT

public:
    StepsView(Document &document, const StepThrough &stepThrough, QWidget *parent = nullptr);

    /// Shows the present state; with a name, only commands that are typed on that node.
    void sync(const std::string &onlyOn);
    /// What is copied: the command of the current row, or all of a step behind its name as a comment; without a
    /// current row that is selected, all steps.
    QString copiedText() const;

signals:
    void copyWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Row {
        QString text;
        std::vector<std::pair<QString, QString>> commands; ///< and the nodes that they are typed on
        friend bool operator==(const Row &, const Row &) = default;
    };
    Document &m_document;
    const StepThrough &m_stepThrough;
    std::vector<Row> m_rows;

    std::vector<Row> rows(const std::string &onlyOn) const;
    static QTreeWidgetItem *newItem(const QString &command, const QString &node);
    void addRow(const Row &row);
    void showNext();
};

} // namespace netdraft::views
