#pragma once

#include <QFrame>

class QLabel;

namespace netdraft::views {

/// One line at the foot of a panel: why something was refused, or what to do next. Takes no room when it has
/// nothing to say.
class MessageLine : public QFrame
{
    Q_OBJECT

public:
    explicit MessageLine(QWidget *parent = nullptr);

    void setProblem(const QString &problem);
    QString problem() const;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QLabel *m_mark;
    QLabel *m_text;

    void paintMark();
    void scrollIntoSight();
};

} // namespace netdraft::views
