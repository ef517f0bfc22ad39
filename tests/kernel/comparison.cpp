#include "comparison.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <optional>

using namespace netdraft::model;

namespace {

/// Times that run out, in steps of two minutes: what is left of them lies in the last one before the whole.
QString withoutElapsed(QString text)
{
    constexpr qint64 step = 120;
    static const QRegularExpression times(
        R"re((expires |valid_lft |preferred_lft |"expires": ?|"valid_life_time": ?|"preferred_life_time": ?)(\d+))re");
    QString result;
    qsizetype done = 0;
    for (auto all = times.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        const qint64 seconds = match.captured(2).toLongLong();
        result += QStringView(text).mid(done, match.capturedStart(2) - done);
        result += QString::number((seconds + step - 1) / step * step);
        done = match.capturedEnd();
    }
    return result + text.mid(done);
}

/// Addresses that were formed of what routers advertise, in one order: of several it is chance which was heard first.
QString withoutOrderHeard(QString text)
{
    static const QRegularExpression inText(R"((?:    inet6 [^\n]* dynamic [^\n]*\n[^\n]*\n){2,})");
    static const QRegularExpression inJson(R"re((?:\{"family":"inet6"[^{}]*"dynamic":true[^{}]*\},){2,})re");
    const bool json = text.startsWith('[');
    const QRegularExpression &runs = json ? inJson : inText;
    for (qsizetype from = 0;;) {
        const auto match = runs.match(text, from);
        if (!match.hasMatch())
            return text;
        static const QRegularExpression oneInText(R"([^\n]*\n[^\n]*\n)");
        static const QRegularExpression oneInJson(R"(\{[^{}]*\},)");
        QStringList parts;
        for (auto all = (json ? oneInJson : oneInText).globalMatch(match.captured()); all.hasNext();)
            parts.append(all.next().captured());
        parts.sort();
        text.replace(match.capturedStart(), match.capturedLength(), parts.join(QString()));
        from = match.capturedEnd();
    }
}

} // namespace

QString withoutChanceOrder(const QString &given)
{
    const QString text = withoutOrderHeard(withoutElapsed(given));
    const bool json = text.startsWith('[');
    const QString between = json ? "},{" : "\n";
    const QStringList kinds =
        json ? QStringList{"\"dst\":\"fe80::/64\"", "\"type\":\"local\",\"dst\":\"fe80::", "\"dst\":\"fe80::\",",
                           "\"dst\":\"ff00::/8\""}
             : QStringList{"fe80::/64 ", "local fe80::", "anycast fe80:: ", "multicast ff00::/8 "};
    const QString router = json ? "\"protocol\":\"ra\"" : " proto ra ";
    const QString neighbour = json ? "\"state\":[\"PERMANENT\"]" : " PERMANENT";
    // None: it stays where it is.
    const auto kindOf = [&](const QString &part) -> std::optional<qsizetype> {
        if (part.contains(neighbour))
            return kinds.size();
        if (part.contains(router) && part.contains("default"))
            return kinds.size() + 1;
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
    return withoutElapsed(text.replace(times, "TIME"));
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
