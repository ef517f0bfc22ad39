#include "views/canvas/address_lines.h"

namespace netdraft::views {

namespace {

/// As every IPv4 address with its length has at the most; IPv6 addresses as people write them mostly fit.
constexpr qsizetype mostLetters = 18;

/// With whole groups at both ends: 2001:db8…:8/64.
QString shortened(const QString &address)
{
    if (address.size() <= mostLetters)
        return address;
    constexpr qsizetype part = 8;
    const qsizetype front = address.lastIndexOf(QLatin1Char(':'), part);
    const qsizetype group = address.indexOf(QLatin1Char(':'), address.size() - part);
    return address.left(front) + QChar(0x2026) + address.mid(group < 0 ? address.indexOf(QLatin1Char('/')) : group);
}

} // namespace

QStringList shownAddresses(const model::Link &link)
{
    QStringList lines;
    for (const model::Family family : {model::Family::Ipv4, model::Family::Ipv6}) {
        for (const model::LinkAddress &address : link.addresses(family)) {
            if (!address.kernelMade && !(address.dynamic && link.bridge()))
                lines += shortened(QString::fromStdString(address.local.toString()));
        }
    }
    return lines;
}

QStringList firstLines(QStringList lines, qsizetype most)
{
    if (lines.size() > most) {
        const qsizetype more = lines.size() - most + 1;
        lines.erase(lines.begin() + most - 1, lines.end());
        lines += QStringLiteral("+%1").arg(more);
    }
    return lines;
}

} // namespace netdraft::views
