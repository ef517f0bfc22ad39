#include "comparison.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>

using namespace netdraft::model;

QString withoutChanceOrder(const QString &text)
{
    const bool json = text.startsWith('[');
    const QString between = json ? "},{" : "\n";
    const QStringList kinds =
        json ? QStringList{"\"dst\":\"fe80::/64\"", "\"type\":\"local\",\"dst\":\"fe80::", "\"dst\":\"fe80::\",",
                           "\"dst\":\"ff00::/8\""}
             : QStringList{"fe80::/64 ", "local fe80::", "anycast fe80:: ", "multicast ff00::/8 "};
    const QString neighbour = json ? "\"state\":[\"PERMANENT\"]" : " PERMANENT";
    // None: it stays where it is.
    const auto kindOf = [&](const QString &part) -> std::optional<qsizetype> {
        if (part.contains(neighbour))
            return kinds.size();
        for (qsizetype i = 0; i < kinds.size(); ++i)
            if (json ? part.contains(kinds[i]) : part.startsWith(kinds[i]))
                return i;
        return std::nullopt;
    };
    // The brackets around a list belong to no part of it.
    const qsizetype end = json ? text.lastIndexOf('}') : text.size();
    QStringList parts = text.left(end).mid(json ? 2 : 0).split(between);
    for (qsizetype first = 0; first < parts.size();) {
        qsizetype last = first + 1;
        while (last < parts.size() && kindOf(parts[last]) == kindOf(parts[first]))
            ++last;
        if (kindOf(parts[first]))
            std::sort(parts.begin() + first, parts.begin() + last);
        first = last;
    }
    return parts.join(between);
}

Replacements macReplacements(const MacAddress &real, const MacAddress &simulated)
{
    const auto text = [](const auto &address) { return QString::fromStdString(address.toString()); };
    return {{text(real), text(simulated)}, {text(linkLocalOf(real)), text(linkLocalOf(simulated))}};
}

QString replaced(QString text, const Replacements &replacements)
{
    for (const auto &[from, to] : replacements)
        text.replace(from, to);
    return text;
}

QString replacedByLink(const QString &text, const QHash<QString, Replacements> &links)
{
    // A part that names no link goes on about the last one.
    static const QRegularExpression naming(R"re(^\d+: ([^:@]+)|"(?:ifname|dev)":"([^"]+)"| dev (\S+))re");
    const QString between = text.startsWith('[') ? "{" : "\n";
    QStringList parts = text.split(between);
    QString link;
    for (QString &part : parts) {
        if (const auto match = naming.match(part); match.hasMatch())
            link = match.captured(match.lastCapturedIndex());
        part = replaced(part, links.value(link));
    }
    return parts.join(between);
}

QString withoutTimes(QString text)
{
    static const QRegularExpression times(R"(time[ =<][0-9.]+ ?ms|= [0-9./]+ ms|(?<=  )[0-9.]+ ms)");
    return text.replace(times, "TIME");
}

QString difference(const QString &what, const QString &simulated, const QString &real)
{
    const QStringList left = simulated.split('\n');
    const QStringList right = real.split('\n');
    qsizetype line = 0;
    while (line < left.size() && line < right.size() && left[line] == right[line])
        ++line;
    const QString a = left.value(line);
    const QString b = right.value(line);
    qsizetype column = 0;
    while (column < a.size() && column < b.size() && a[column] == b[column])
        ++column;
    const auto part = [&](const QString &text) { return text.mid(std::max<qsizetype>(0, column - 60), 160); };
    return QString("\n    %1, line %2:\n      simulation: %3\n      kernel:     %4")
        .arg(what)
        .arg(line + 1)
        .arg(part(a), part(b));
}
