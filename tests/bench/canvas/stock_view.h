#pragma once

#include "model/drawing/project.h"

#include <QGraphicsView>

namespace netdraft::bench {

/// The baseline: the same nodes and cables in the same places, as one item of Qt's each, in a bare view that is fitted
/// to them.
class StockView : public QGraphicsView
{
    Q_OBJECT

public:
    explicit StockView(const model::Project &project);
    void fit();

private:
    QGraphicsScene m_scene;
};

} // namespace netdraft::bench
