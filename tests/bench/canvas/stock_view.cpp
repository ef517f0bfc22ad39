#include "tests/bench/canvas/stock_view.h"

#include <QGraphicsItem>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace netdraft::bench {

namespace {

/// A tile with a name, which is left away where it could not be read.
class StockNode : public QGraphicsItem
{
public:
    StockNode(QString name, QPointF place) : m_name(std::move(name))
    {
        setPos(place);
        setZValue(1);
        setFlag(ItemIsSelectable);
    }
    QRectF boundingRect() const override { return {-40, -26, 80, 72}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *) override
    {
        painter->setPen(QPen(Qt::darkBlue, 1.5));
        painter->setBrush(Qt::white);
        painter->drawRoundedRect(QRectF(-24, -24, 48, 48), 10, 10);
        if (option->levelOfDetailFromTransform(painter->worldTransform()) > 0.42)
            painter->drawText(QRectF(-40, 26, 80, 20), Qt::AlignCenter, m_name);
    }

private:
    QString m_name;
};

} // namespace

StockView::StockView(const model::Project &project)
{
    const auto placeOf = [&](model::NetnsId id) {
        const model::Point &point = project.drawing->nodes.at(id).position;
        return QPointF(point.x, point.y);
    };
    for (const model::Network::NetnsPtr &netns : project.network.namespaces()) {
        if (!project.drawing->nodes.contains(netns->id))
            continue;
        m_scene.addItem(new StockNode(QString::fromStdString(netns->name), placeOf(netns->id)));
        for (const model::Link &link : netns->links) {
            if (const model::Veth *veth = link.veth(); veth && netns->id < veth->peer.netns)
                m_scene.addLine({placeOf(netns->id), placeOf(veth->peer.netns)}, QPen(Qt::darkGray, 1.8));
        }
    }
    setScene(&m_scene);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
}

void StockView::fit()
{
    fitInView(m_scene.itemsBoundingRect(), Qt::KeepAspectRatio);
}

} // namespace netdraft::bench
