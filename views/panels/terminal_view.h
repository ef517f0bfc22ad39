#pragma once

#include "model/address/ip_address.h"
#include "model/network/netns.h"
#include "model/terminal/session.h"

#include <QColor>
#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace netdraft::views {

class CommandLine;
class Document;

/// The terminal of one node: commands are understood and answered as the real tools do, and what they change can be
/// undone.
class TerminalView : public QWidget
{
    Q_OBJECT

public:
    TerminalView(Document &document, model::NetnsId node, QWidget *parent);

    model::NetnsId node() const { return m_node; }
    /// Whether somebody typed in it.
    bool isUsed() const { return m_used; }
    /// Takes over the node's name as it is now.
    void sync();
    /// Has its tcpdumps print what another terminal's command has sent.
    void hear(std::span<const model::simulation::SeenFrame> frames);

    /// Has its `ip monitor`s print what has changed.
    void watch();

signals:
    /// The first line was entered.
    void used();
    /// A command that sends packets was entered: their way can be shown.
    void sent(netdraft::model::NetnsId from, const netdraft::model::IpAddress &to);
    /// These frames were on their way, for others that listen.
    void framesSent(const std::vector<netdraft::model::simulation::SeenFrame> &frames);

protected:
    void changeEvent(QEvent *event) override;

private:
    Document &m_document;
    model::NetnsId m_node;
    model::Session m_session;
    bool m_used = false;
    QString m_begun; ///< lines that wait for the rest of their command
    QPlainTextEdit *m_output;
    QLabel *m_prompt;
    CommandLine *m_line;

    QString prompt() const;
    void enter();
    void complete(const QString &upToCursor);
    void giveUp();
    void run(const QString &text);
    enum class Ink { Plain, Prompt, Error, Hint };
    QString hintOn(model::NetnsId at, const std::vector<std::string> &words, const model::TypedLine &done) const;
    void print(const QString &text, Ink ink);
    /// What a command printed; what went to the standard error is red only where the command failed.
    void print(std::span<const model::TypedLine::Piece> pieces, bool failed);
    static QColor colour(Ink ink);
};

} // namespace netdraft::views
