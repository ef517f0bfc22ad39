#pragma once

#include <QLineEdit>
#include <QStyledItemDelegate>

#include <functional>

namespace netdraft::views {

/// A field that judges its text at every keystroke: what is wrong is said by problemChanged(), its tool tip
/// and a mark beside the text. Enter with a good text commits, Escape gives the old text back.
class CheckedEdit : public QLineEdit
{
    Q_OBJECT

public:
    /// What is wrong with a text, in words; empty when nothing is.
    using Check = std::function<QString(const QString &)>;

    explicit CheckedEdit(QWidget *parent = nullptr);

    void setCheck(Check check);
    /// The text that stands in the model; replaces what is typed unless the user is typing.
    void setValue(const QString &value);
    QString problem() const { return m_problem; }

signals:
    void problemChanged(const QString &problem);
    /// The user has finished with another text than before, and nothing is wrong with it.
    void committed(const QString &text);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    Check m_check;
    QString m_value;
    QString m_problem;
    QAction *m_mark = nullptr;

    void judge();
    void commit();
    void revert();
    bool leavesSuggestions(const QKeyEvent &key);
};

/// Edits the cells of a table with fields that judge at every keystroke; Enter is not taken while something
/// is wrong.
class CheckedDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// What is wrong if `text` stands at the index.
    using Check = std::function<QString(const QModelIndex &, const QString &text)>;
    using Suggest = std::function<QStringList(const QModelIndex &)>;

    CheckedDelegate(Check check, Suggest suggest, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    bool eventFilter(QObject *object, QEvent *event) override;

signals:
    /// What is wrong with what is being typed, empty when nothing is.
    void judged(const QString &problem) const;

private:
    Check m_check;
    Suggest m_suggest;
};

} // namespace netdraft::views
