#pragma once

#include "model/terminal/session.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace netdraft::tests {

/// Calls of CNI plugins, in the words of tests/kernel/cni_calls.sh. A file of `tests/data/cni` holds several, apart by
/// lines `### what the next one shows`.
struct CniSnippet {
    QString name;
    QString script;
};

inline QString textOfFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Those of all files in a folder below `tests/data`.
inline QList<CniSnippet> cniSnippets(const QString &folder)
{
    const QDir directory(QString(NETDRAFT_SOURCE_DIR "/tests/data/") + folder);
    QList<CniSnippet> snippets;
    for (const QString &file : directory.entryList({"*.sh"}, QDir::Files, QDir::Name)) {
        const QString text = '\n' + textOfFile(directory.filePath(file));
        const QStringList parts = text.split("\n### ").mid(1);
        for (const QString &part : parts)
            snippets.append({file.section('.', 0, 0) + ": " + part.section('\n', 0, 0), part.section('\n', 1)});
    }
    return snippets;
}

/// What a snippet prints at a terminal of the simulated machine, and the project that it leaves.
struct CniRun {
    QString text;
    model::Project project;
    model::EditList edits;
};

inline CniRun simulated(const CniSnippet &snippet)
{
    const QString words = textOfFile(NETDRAFT_SOURCE_DIR "/tests/kernel/cni_calls.sh");
    const QString script = "settle() { :; }\n" + words + snippet.script;
    CniRun run;
    model::Session session = model::openSession("host");
    const model::TypedLine done = model::typeLine(run.project, session, script.toStdString());
    run.text = QString::fromStdString(done.text());
    run.edits = done.edits;
    if (!model::apply(run.project, run.edits))
        run.text += "the edits of these lines are refused\n";
    return run;
}

/// The link-local address that the kernel forms of a MAC.
inline QString linkLocalOf(const QString &mac)
{
    const auto parsed = model::MacAddress::parse(mac.toStdString());
    return parsed ? QString::fromStdString(model::linkLocalOf(*parsed).toString()) : QString();
}

/// With what chance draws named by the order in which it is first seen, and without what is not simulated: MACs, the
/// names of cables, the addresses of pointers, the queues' lengths, counters and times.
inline QString alike(QString text)
{
    const auto number = [&](const QString &pattern, const QString &word, const auto &replace) {
        QStringList found;
        const QRegularExpression expression(pattern);
        for (auto match = expression.globalMatch(text); match.hasNext();)
            if (const QString one = match.next().captured(0); !found.contains(one))
                found.append(one);
        for (qsizetype i = 0; i < found.size(); ++i)
            replace(found[i], QString("%1-%2").arg(word).arg(i + 1));
    };
    number(R"(\b(?!00:00:00:00:00:00|ff:ff:ff:ff:ff:ff|02:00:00)[0-9a-f]{2}(:[0-9a-f]{2}){5}\b)", "MAC",
           [&](const QString &mac, const QString &name) {
               text.replace(linkLocalOf(mac), "fe80::" + name);
               text.replace(mac, name);
           });
    number(R"(\bveth[0-9a-f]{8}\b)", "cable",
           [&](const QString &one, const QString &name) { text.replace(one, name); });
    number(R"(\bfe80::[0-9a-f:]+\b)", "fe80::other",
           [&](const QString &one, const QString &name) { text.replace(one, name); });
    text.replace(QRegularExpression("0xc[0-9a-f]{9}"), "POINTER");
    text.remove(QRegularExpression("(?<= group default) qlen 1000"));
    // A port whose cable has no carrier yet is looked at once, when its bridge still has one by itself, or when not.
    text.replace("state LOWERLAYERDOWN", "state DOWN");
    text.replace(QRegularExpression(R"(\[\d+:\d+\])"), "[0:0]");
    QStringList lines;
    QStringList own;
    for (const QString &line : text.split('\n')) {
        if (line.startsWith("# Generated") || line.startsWith("# Completed"))
            continue;
        // They stand by address, which is chance.
        if (line.startsWith("local fe80") || line.startsWith("anycast fe80")) {
            own.append(line.trimmed());
            continue;
        }
        own.sort();
        lines += std::exchange(own, {});
        QString end = line;
        while (end.endsWith(' '))
            end.chop(1);
        lines.append(end);
    }
    own.sort();
    return (lines + own).join('\n');
}

} // namespace netdraft::tests
