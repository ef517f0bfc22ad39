#include "views/canvas/address_lines.h"

namespace netdraft::views {

namespace {

/// Every IPv4 address with its length fits, and IPv6 addresses as people write them.
constexpr qsizetype mostLetters = 20;

QString shortened(const QString &address)
{
    if (address.size() <= mostLetters)
        return address;
    constexpr qsizetype front = 9;
    return address.left(front) + QChar(0x2026) + address.right(mostLetters - front - 1);
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
