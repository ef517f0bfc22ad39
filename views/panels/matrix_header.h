#pragma once

#include <QHeaderView>

namespace netdraft::views {

/// The addresses above the matrix: name over address while there are few, and turned upright, in narrow
/// columns, when there are many.
class MatrixHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit MatrixHeader(QWidget *parent);

    /// Fits the sections to the model; to be called after its columns changed. With a side, in pixels, all are as wide.
    void fit(int side = 0);
    bool upright() const { return m_upright; }

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    bool m_upright = false;
    int m_longest = 0; ///< pixels of the longest upright label
};

} // namespace netdraft::views
