#pragma once

#include <QLabel>

namespace netdraft::views {

/// One line that ends in an ellipsis where there is no room for all of it; the tool tip has the rest then.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;

    QSize minimumSizeHint() const override;
    /// What is seen of the text.
    QString shownText() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace netdraft::views
