#include "views/dialogs/about_dialog.h"

#include <QGuiApplication>
#include <QMessageBox>

namespace netdraft::views {

void showAbout(const QString &version, QWidget *window)
{
    QMessageBox box(QMessageBox::NoIcon, QMessageBox::tr("About Netdraft"),
                    QStringLiteral("<h3>Netdraft %1</h3>").arg(version.toHtmlEscaped()), QMessageBox::Ok, window);
    box.setObjectName(QStringLiteral("aboutDialog"));
    box.setIconPixmap(QGuiApplication::windowIcon().pixmap(64, 64));
    box.setInformativeText(
        QMessageBox::tr("<p>Draw Linux networks, see who reaches whom and why not, and take the commands that build "
                        "them along.</p>"
                        "<p>Free software under the GNU General Public License, version 3 or later; it comes with no "
                        "warranty. Made with Qt %1.</p>")
            .arg(QLatin1String(qVersion())));
    box.exec();
}

} // namespace netdraft::views
