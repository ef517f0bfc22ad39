#pragma once

#include "app/main_window.h"
#include "tests/views/lesson.h"
#include "views/document/document.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

#include <functional>
#include <memory>

namespace netdraft::tests {

/// A window with the routing lesson, and a folder for its settings and files, for each test of a class.
class WindowTest : public QObject
{
protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::MainWindow> m_window;

    void nameSettings(const char *test) const
    {
        QCoreApplication::setOrganizationName("netdraft");
        QCoreApplication::setApplicationName(QLatin1String(test));
        QSettings::setDefaultFormat(QSettings::IniFormat);
    }
    void openLesson()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->filePath("settings"));
        openWindow();
        m_window->start({});
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void openWindow()
    {
        m_window = std::make_unique<app::MainWindow>(m_folder->filePath("recovery"));
        m_window->show();
    }
    void close()
    {
        m_window.reset();
        QSettings().clear();
    }

    QAction *action(const char *id) const { return m_window->findChild<QAction *>(QLatin1String(id)); }
    views::Document &document() const { return m_window->document(); }
    void changeSomething() const { QVERIFY(document().perform("Add route", solution()[0])); }
};

/// Does something with the next modal dialog of this name, once it is there; `seen` tells that it was.
template <typename D>
void answer(const char *name, bool &seen, const std::function<void(D &)> &with)
{
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [=, &seen] {
        auto *dialog = qobject_cast<D *>(QApplication::activeModalWidget());
        if (!dialog || dialog->objectName() != QLatin1String(name))
            return;
        timer->deleteLater();
        timer->stop();
        seen = true;
        with(*dialog);
    });
    timer->start(5);
}

inline void press(QMessageBox &box, QMessageBox::StandardButton button)
{
    QTest::mouseClick(box.button(button), Qt::LeftButton);
}

} // namespace netdraft::tests
