#pragma once

#include <QWidget>

class QComboBox;
class QLabel;

namespace netdraft::views {

class Document;
class PacketTour;
class PacketTrace;
class Selection;

/// Asks to which node the next frame comes, and says whether what was guessed is right, and why it comes there. A node
/// is guessed by a click on the canvas, which selects it, or in the list.
class GuessBar : public QWidget
{
    Q_OBJECT

public:
    GuessBar(const Document &document, PacketTrace &trace, Selection &selection, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    const Document &m_document;
    PacketTrace &m_trace;
    Selection &m_selection;
    QLabel *m_mark;
    QLabel *m_text;
    QComboBox *m_nodes;
    QLabel *m_score;
    bool m_wasAsking = false;

    PacketTour &tour() const;
    void sync();
    void listNodes();
    /// A selected node is a guess while one is asked for.
    void takeSelected();
    QString question() const;
    QString verdict() const;
    /// What the sender of a frame went by.
    QString reasonOf(std::size_t frame) const;
};

} // namespace netdraft::views
