#pragma once

#include "model/network/network.h"

#include <QAbstractTableModel>
#include <QString>

namespace netdraft::views {

class Document;

/// The interfaces of one node, `lo` last, each with a box that sets it up or down.
class InterfaceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Addresses, Peer, ColumnCount };

    explicit InterfaceModel(Document &document, QObject *parent = nullptr);

    void setNode(model::NetnsId node);
    void sync();
    model::LinkId link(int row) const { return m_rows[static_cast<std::size_t>(row)].link; }
    /// -1 when the node has no such interface.
    int rowOf(model::LinkId link) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void refused(const QString &why);

private:
    struct Row {
        model::LinkId link;
        QString name;
        QString addresses;
        QString peer;
        bool up = false;
        bool running = false;
        friend bool operator==(const Row &, const Row &) = default;
    };

    Document &m_document;
    model::NetnsId m_node;
    std::vector<Row> m_rows;

    Row rowFor(const model::Netns &netns, const model::Link &link) const;
};

} // namespace netdraft::views
