#pragma once

#include <QToolButton>

namespace netdraft::views {

struct Example;

/// An example on the start page: its picture, and beside that its title above what it teaches. What does not fit is cut
/// short; a tip then says all of it.
class ExampleButton : public QToolButton
{
    Q_OBJECT

public:
    explicit ExampleButton(const Example &example);

    const QString &resource() const { return m_resource; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_resource;
    QString m_teaches;

    QFont titleFont() const;
    int textWidth() const; ///< that both lines want
    QRect textRoom() const;
};

} // namespace netdraft::views
