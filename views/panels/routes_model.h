#pragma once

#include "views/panels/route_draft.h"

#include <QAbstractTableModel>

namespace netdraft::views {

class Document;

/// The routing table of one node, and below it one row in which a new route is typed. Routes that the kernel
/// made are read-only.
class RoutesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit RoutesModel(Document &document, QObject *parent = nullptr);

    void setNode(model::NetnsId node);
    void setLocalShown(bool shown);
    void sync();

    int draftRow() const { return static_cast<int>(m_routes.size()); }
    bool isDraft(const QModelIndex &index) const { return index.row() == draftRow(); }
    bool isKernelMade(int row) const;
    /// What hinders the row if `text` stands at `index`: a malformed field, or the kernel's refusal of the
    /// whole row; empty when there is nothing to say.
    QString problem(const QModelIndex &index, const QString &text) const;
    /// The same for the row as it is.
    QString draftProblem() const;
    /// What a user could mean here: gateways in reach, interfaces, route types.
    QStringList suggestions(const QModelIndex &index) const;

    /// Adds the route that stands in the last row; the refusal is announced by refused().
    bool submit() override;
    void clearDraft();
    /// Takes a route out.
    bool remove(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// The kernel, or the grammar, says no; empty when all is well again.
    void refused(const QString &why);
    /// The last row has become a route, and is empty again.
    void added();

private:
    /// A route with the fields that show it.
    struct Row {
        model::Route route;
        RouteDraft fields;
        friend bool operator==(const Row &, const Row &) = default;
    };

    Document &m_document;
    model::NetnsId m_node;
    bool m_local = false;
    std::vector<Row> m_routes;
    RouteDraft m_draft;

    const model::Netns *netns() const;
    QString rowProblem(int row, const RouteDraft &draft) const;
    bool perform(const QString &text, const model::EditList &edits);
};

} // namespace netdraft::views
