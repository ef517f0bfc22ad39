#include "views/panels/interface_model.h"

#include "model/edit/edit.h"
#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/panels/panel.h"
#include "views/panels/row_sync.h"

#include <algorithm>

namespace netdraft::views {

InterfaceModel::InterfaceModel(Document &document, QObject *parent) : QAbstractTableModel(parent), m_document(document)
{
}

void InterfaceModel::setNode(model::NetnsId node)
{
    if (node == m_node)
        return;
    beginResetModel();
    m_node = node;
    m_rows.clear();
    endResetModel();
}

InterfaceModel::Row InterfaceModel::rowFor(const model::Netns &netns, const model::Link &link) const
{
    const model::Network &network = m_document.network();
    Row row;
    row.link = link.id;
    row.name = QString::fromStdString(link.name);
    QStringList addresses;
    for (const model::Family family : {model::Family::Ipv4, model::Family::Ipv6}) {
        for (const model::LinkAddress &address : link.addresses(family)) {
            if (!address.kernelMade)
                addresses << QString::fromStdString(address.local.toString());
        }
    }
    row.addresses = addresses.join(QStringLiteral(", "));
    if (const model::Veth *veth = link.veth())
        row.peer = linkTitle(network, veth->peer);
    else if (const model::Bridge *bridge = link.bridge())
        row.peer = portCount(*bridge);
    row.up = link.up;
    row.running = model::isRunning(network, netns, link);
    return row;
}

void InterfaceModel::sync()
{
    std::vector<Row> wanted;
    if (const model::Netns *netns = m_document.network().find(m_node)) {
        for (const model::Link &link : netns->links)
            wanted.push_back(rowFor(*netns, link));
        if (wanted.size() > 1)
            std::rotate(wanted.begin(), wanted.begin() + 1, wanted.end());
    }
    syncRows(
        m_rows, std::move(wanted),
        [this](int first, int last, auto change) {
            beginInsertRows({}, first, last);
            change();
            endInsertRows();
        },
        [this](int first, int last, auto change) {
            beginRemoveRows({}, first, last);
            change();
            endRemoveRows();
        },
        [this](int first, int last) { emit dataChanged(index(first, 0), index(last, ColumnCount - 1)); });
}

int InterfaceModel::rowOf(model::LinkId link) const
{
    const auto found = std::ranges::find(m_rows, link, &Row::link);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int InterfaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InterfaceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InterfaceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? row.name : index.column() == Addresses ? row.addresses : row.peer;
    case Qt::CheckStateRole:
        return index.column() == Name ? QVariant(row.up ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ForegroundRole: return row.running ? QVariant() : QVariant(currentTheme().mutedText);
    case Qt::ToolTipRole:
        if (index.column() == Name)
            return row.running ? tr("up") : row.up ? tr("up, but no carrier: the other end is down") : tr("down");
        return data(index, Qt::DisplayRole);
    default: return {};
    }
}

bool InterfaceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const model::Netns *netns = m_document.network().find(m_node);
    if (role != Qt::CheckStateRole || !index.isValid() || !netns)
        return false;
    const bool up = value.toInt() == Qt::Checked;
    const QString name = m_rows[static_cast<std::size_t>(index.row())].name;
    const QString what =
        (up ? tr("Set %1 %2 up") : tr("Set %1 %2 down")).arg(QString::fromStdString(netns->name), name);
    const auto done = m_document.perform(what, {model::SetLinkUp{{netns->name, name.toStdString()}, up}});
    emit refused(done ? QString() : QString::fromStdString(model::describe(done.error())));
    return done.has_value();
}

QVariant InterfaceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Interface") : section == Addresses ? tr("Addresses") : tr("Goes to");
}

Qt::ItemFlags InterfaceModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace netdraft::views
