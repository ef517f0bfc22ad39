#pragma once

#include <QTabWidget>

#include <optional>

class QButtonGroup;
class QScrollArea;
class QToolButton;
class QTreeWidget;

namespace netdraft::views {

class Document;
class PacketTrace;
class StationsView;

/// What there is to know of the frame that is looked at: its headers, field by field, with what the last hop changed;
/// and the stations that it passes where it was sent, or where it is taken in.
class PacketDetails : public QTabWidget
{
    Q_OBJECT

public:
    PacketDetails(const Document &document, const PacketTrace &trace, QWidget *parent = nullptr);

    /// Shows the frame that is looked at now.
    void sync();

signals:
    /// The stations are to have the place of the list, too, or no longer.
    void widened(bool wide);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Page { Headers, Stations };
    enum Place { Sender, Taker };

    const Document &m_document;
    const PacketTrace &m_trace;
    QTreeWidget *m_layers;
    StationsView *m_stations;
    QScrollArea *m_area;
    QWidget *m_places;
    QButtonGroup *m_place;
    QToolButton *m_wide;
    std::optional<std::size_t> m_shown; ///< the frame of which the stations are shown

    QWidget *makePlaces();
    /// Where the frame's way ends, there; else where it was sent.
    Place bestPlace(std::size_t at) const;
    void showLayers();
    /// What the sender of that frame went by, where it routed it.
    void showDecision(std::size_t at);
    void showStations();
};

} // namespace netdraft::views
