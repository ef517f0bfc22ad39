#pragma once

#include <QDir>
#include <QFile>
#include <QString>
#include <QStringList>

#include <optional>

namespace netdraft::tests {

/// A session at the machine's prompt with what the real tools printed. The folder `tests/data/transcripts` holds one a
/// file; a line begins with
///   `# `  a comment,
///   `+ `  a command that prepares the network, succeeds and prints nothing,
///   `$ `  a command whose results follow: its standard output as it is, its standard error with `! ` before each
///         line (`% no newline` where the output's last line is not ended), and `? STATUS` unless it is 0. A line of
///         output that begins with `#` has `| ` before it.
/// Commands may be joined by pipes, ` | `. The model is held to them by tst_transcripts, and they to the real tools by
/// tst_command_output.
struct Transcript {
    struct Entry {
        QString line; ///< as in the file, with its mark: a comment, or a command
        QString out;
        QString err;
        int status = 0;

        bool isComment() const { return line.startsWith('#') || line.isEmpty(); }
        bool isQuestion() const { return line.startsWith("$ "); }
        QString command() const { return line.mid(2); }
        /// The line that says that the output does not end its last one.
        static QString noNewline() { return "% no newline"; }
        /// The results as the file says them.
        QString results() const
        {
            QString text = out;
            if (text.startsWith('#'))
                text.prepend("| ");
            text.replace("\n#", "\n| #");
            if (!out.isEmpty() && !out.endsWith('\n'))
                text += '\n' + noNewline() + '\n';
            if (!err.isEmpty())
                for (const QString &each : err.chopped(err.endsWith('\n') ? 1 : 0).split('\n'))
                    text += "! " + each + '\n';
            if (status != 0)
                text += QString("? %1\n").arg(status);
            return text;
        }
    };
    QString name;
    QList<Entry> entries;

    QString text() const
    {
        QString all;
        for (const Entry &entry : entries)
            all += entry.line + '\n' + entry.results();
        return all;
    }
};

inline QString transcriptFolder()
{
    return NETDRAFT_SOURCE_DIR "/tests/data/transcripts";
}

inline std::optional<Transcript> readTranscript(const QString &name)
{
    QFile file(transcriptFolder() + '/' + name);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    Transcript transcript{name, {}};
    QStringList lines = QString::fromUtf8(file.readAll()).split('\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    for (const QString &line : lines) {
        const bool inResults = !transcript.entries.isEmpty() && transcript.entries.last().isQuestion();
        if (line.startsWith("+ ") || line.startsWith("$ ") || line.startsWith('#') || (line.isEmpty() && !inResults))
            transcript.entries.append({line, {}, {}, 0});
        else if (line.startsWith("? ") && inResults)
            transcript.entries.last().status = line.mid(2).toInt();
        else if (line == Transcript::Entry::noNewline() && inResults)
            transcript.entries.last().out.chop(1);
        else if (line.startsWith("| #") && inResults)
            transcript.entries.last().out += line.mid(2) + '\n';
        else if (line.startsWith("! ") && inResults)
            transcript.entries.last().err += line.mid(2) + '\n';
        else if (inResults)
            transcript.entries.last().out += line + '\n';
        else
            return std::nullopt;
    }
    return transcript;
}

inline QStringList transcriptNames()
{
    return QDir(transcriptFolder()).entryList({"*.txt"}, QDir::Files, QDir::Name);
}

/// Those that no real tool has printed here, for this kernel has no such links: written from the source of iproute2 and
/// of the kernel.
inline QStringList uncheckedTranscriptNames()
{
    QStringList names = QDir(transcriptFolder() + "/unchecked").entryList({"*.txt"}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.prepend("unchecked/");
    return names;
}

} // namespace netdraft::tests
