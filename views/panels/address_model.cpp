#include "views/panels/address_model.h"

#include "views/document/document.h"
#include "views/panels/panel.h"
#include "views/panels/row_sync.h"

namespace netdraft::views {

namespace {

QString textOf(const model::LinkAddress &address)
{
    return QString::fromStdString(address.local.toString());
}

} // namespace

AddressModel::AddressModel(Document &document, QObject *parent) : QAbstractListModel(parent), m_document(document) {}

std::optional<model::LinkName> AddressModel::linkName() const
{
    const model::Netns *netns = m_document.network().find(m_place.netns);
    const model::Link *link = m_document.network().find(m_place);
    return netns && link ? std::optional(model::LinkName{netns->name, link->name}) : std::nullopt;
}

void AddressModel::setPlace(model::LinkPlace place)
{
    if (place == m_place)
        return;
    beginResetModel();
    m_place = place;
    m_addresses.clear();
    endResetModel();
}

void AddressModel::sync()
{
    std::vector<model::LinkAddress> wanted;
    if (const model::Link *link = m_document.network().find(m_place)) {
        wanted = link->addresses4;
        wanted.insert(wanted.end(), link->addresses6.begin(), link->addresses6.end());
    }
    syncRows(
        m_addresses, std::move(wanted),
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
        [this](int first, int last) { emit dataChanged(index(first), index(last)); });
}

bool AddressModel::isKernelMade(int row) const
{
    if (row < 0 || row >= draftRow())
        return false;
    const model::LinkAddress &address = m_addresses[static_cast<std::size_t>(row)];
    return address.kernelMade || address.dynamic;
}

model::Result<model::EditList> AddressModel::editsFor(int row, const QString &text) const
{
    const auto name = linkName();
    if (!name)
        return model::fail(model::ErrorCode::NoSuchDevice);
    const auto parsed = model::InterfaceAddress::parse(text.trimmed().toStdString());
    if (!parsed)
        return model::fail(model::ErrorCode::Input, tr("An address is written like 192.168.1.5/24").toStdString());
    model::EditList edits;
    model::LinkAddress address;
    if (row < draftRow()) {
        const model::LinkAddress &old = m_addresses[static_cast<std::size_t>(row)];
        edits.add(model::RemoveAddress{*name, old.local});
        address.noDad = old.noDad;
        address.metric = old.metric;
    }
    address.local = *parsed;
    // As `ip` does: what lies in 127.0.0.0/8 is for this host alone.
    if (parsed->address.isLoopback())
        address.scope = model::Scope::Host;
    edits.add(model::AddAddress{*name, address});
    return edits;
}

QString AddressModel::problem(const QModelIndex &index, const QString &text) const
{
    if (text.trimmed().isEmpty())
        return {};
    const auto edits = editsFor(index.row(), text);
    if (!edits)
        return QString::fromStdString(edits.error().subject);
    if (const auto checked = m_document.check(*edits); !checked)
        return QString::fromStdString(model::describe(checked.error()));
    return {};
}

bool AddressModel::perform(const QString &what, const model::EditList &edits)
{
    const auto done = m_document.perform(what, edits);
    emit refused(done ? QString() : QString::fromStdString(model::describe(done.error())));
    return done.has_value();
}

bool AddressModel::remove(int row)
{
    const auto name = linkName();
    if (!name || row < 0 || row >= draftRow())
        return false;
    const model::LinkAddress address = m_addresses[static_cast<std::size_t>(row)];
    return perform(tr("Remove address %1").arg(textOf(address)), {model::RemoveAddress{*name, address.local}});
}

int AddressModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !linkName() ? 0 : draftRow() + 1;
}

QVariant AddressModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool draft = index.row() == draftRow();
    switch (role) {
    case Qt::DisplayRole:
        return draft ? tr("Add an address…") : textOf(m_addresses[static_cast<std::size_t>(index.row())]);
    case Qt::EditRole: return draft ? QString() : textOf(m_addresses[static_cast<std::size_t>(index.row())]);
    case Qt::ForegroundRole:
        return draft || isKernelMade(index.row()) ? QVariant(currentTheme().mutedText) : QVariant();
    case Qt::ToolTipRole:
        if (draft)
            return tr("Type an address with its prefix length, like 192.168.1.5/24, and press Enter");
        if (m_addresses[static_cast<std::size_t>(index.row())].dynamic)
            return tr("Of a router's advertisement: it is there again as long as the router can be heard.");
        return isKernelMade(index.row()) ? tr("The kernel formed this address by itself.")
                                         : tr("Double-click to change it, Delete removes it");
    default: return {};
    }
}

bool AddressModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString text = value.toString().trimmed();
    if (role != Qt::EditRole || !index.isValid() || text == data(index, Qt::EditRole).toString())
        return false;
    if (text.isEmpty())
        return remove(index.row());
    const auto edits = editsFor(index.row(), text);
    if (!edits) {
        emit refused(QString::fromStdString(edits.error().subject));
        return false;
    }
    const bool adds = index.row() == draftRow();
    return perform((adds ? tr("Add address %1") : tr("Change address to %1")).arg(text), *edits);
}

Qt::ItemFlags AddressModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (index.isValid() && !isKernelMade(index.row()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace netdraft::views
