#pragma once

#include "views/panels/passage_filter.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace netdraft::views {

class Document;
class PacketTrace;

/// The frames of a trace that a filter lets through, one a row, in the words of tcpdump.
class PacketsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, From, To, What, ColumnCount };

    PacketsModel(const Document &document, const PacketTrace &trace, QObject *parent = nullptr);

    void sync();
    void setFilter(PassageFilter filter);
    /// The frames that the filter lets through, as indexes of PacketTrace::passages().
    const std::vector<std::size_t> &frames() const { return m_rows; }
    /// Shows only so many of them, from the first on.
    void setShown(std::size_t count);
    /// The frame of a row, as an index of PacketTrace::passages().
    std::size_t passage(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// Its row; none where it is not shown.
    std::optional<int> row(std::size_t passage) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Document &m_document;
    const PacketTrace &m_trace;
    PassageFilter m_filter;
    std::vector<std::size_t> m_rows;
    std::size_t m_shown = 0;
};

} // namespace netdraft::views
