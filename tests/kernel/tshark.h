#pragma once

#include <QString>
#include <QStringList>

/// Why no capture can be read by tshark; empty where it can.
QString whyNoTshark();

/// The fields of each packet of a capture that a display filter of Wireshark's agrees with, a line each, apart by tabs.
/// All checksums are looked at.
QStringList tshark(const QString &capture, const QString &filter, const QStringList &fields);
