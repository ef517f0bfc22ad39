#pragma once

#include "model/edit/edit.h"

#include <QAbstractListModel>

namespace netdraft::views {

class Document;

/// The addresses of one interface, and below them one row in which a new one is typed. Addresses that the
/// kernel formed are read-only.
class AddressModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit AddressModel(Document &document, QObject *parent = nullptr);

    void setPlace(model::LinkPlace place);
    void sync();

    int draftRow() const { return static_cast<int>(m_addresses.size()); }
    bool isKernelMade(int row) const;
    /// What hinders this text at the index: its notation, or the kernel's refusal; empty when nothing does.
    QString problem(const QModelIndex &index, const QString &text) const;
    bool remove(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void refused(const QString &why);

private:
    Document &m_document;
    model::LinkPlace m_place;
    std::vector<model::LinkAddress> m_addresses;

    std::optional<model::LinkName> linkName() const;
    model::Result<model::EditList> editsFor(int row, const QString &text) const;
    bool perform(const QString &what, const model::EditList &edits);
};

} // namespace netdraft::views
