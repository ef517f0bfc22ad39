#pragma once

#include <QLineEdit>

#include <functional>

class QCompleter;
class QStringListModel;

namespace netdraft::views {

/// A line for filters that offers what can be typed: what the last word begins, and in an empty line, with the key
/// Down, everything.
class FilterLine : public QLineEdit
{
    Q_OBJECT

public:
    /// `suggestions` are asked for whenever they are wanted.
    explicit FilterLine(std::function<QStringList()> suggestions, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::function<QStringList()> m_suggestions;
    QStringListModel *m_lines;
    QCompleter *m_completer;

    /// Offers each suggestion behind what stands before the last `and`.
    void suggest(const QString &text);
};

} // namespace netdraft::views
