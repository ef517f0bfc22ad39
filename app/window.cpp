#include "app/window.h"

#include "app/main_window.h"
#include "views/document/recovery.h"
#include "views/style/icon.h"

#include <QApplication>

namespace netdraft::app {

int runWindow(int argc, char **argv, const QString &file)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("netdraft"));
    QApplication::setOrganizationName(QStringLiteral("netdraft"));
    QApplication::setApplicationDisplayName(QStringLiteral("Netdraft"));
    QApplication::setApplicationVersion(QStringLiteral(NETDRAFT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("netdraft"));
    MainWindow::setSavedAppearance();
    MainWindow::setSavedLanguage();
    QApplication::setWindowIcon(views::icon(QStringLiteral("netdraft"), QColor(0x1f5fd1)));

    MainWindow window(views::recoveryFolder());
    window.show();
    window.start(file);
    if (file.isEmpty())
        window.offerTour();
    return QApplication::exec();
}

} // namespace netdraft::app
