#pragma once

#include "model/network/link.h"

#include <QStringList>

namespace netdraft::views {

/// The addresses of a link as the drawing shows them, IPv4 before IPv6: without those that the kernel formed of a MAC
/// alone and, at a bridge, those that it heard of routers; long ones without their middle, so that they fit beside a
/// cable. The tooltip and the inspector have them whole.
QStringList shownAddresses(const model::Link &link);

/// No more lines than these; the last then says how many are left out.
QStringList firstLines(QStringList lines, qsizetype most);

} // namespace netdraft::views
