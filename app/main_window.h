#pragma once

#include "views/dialogs/address_dialog.h"
#include "views/dialogs/quick_list.h"
#include "views/document/document.h"
#include "views/document/selection.h"

#include <QMainWindow>

#include <map>

class QLabel;

namespace netdraft::views {
class Panel;
class ActionSet;
class Autosave;
class FileFlow;
class NetworkView;
class LastChange;
class PacketTrace;
class ShownPing;
class WeakPoints;
enum class Appearance;
} // namespace netdraft::views

namespace netdraft::app {

class Presenter;

/// Places the canvas and the panels of the list, and connects the actions of the list with those who do them.
/// It computes nothing and knows no panel by its type.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Copies of unsaved work are kept in `recoveryFolder`.
    explicit MainWindow(const QString &recoveryFolder);
    ~MainWindow() override;

    /// Opens a file, or offers what was lost, or shows the routing lesson to somebody new and the start page to all
    /// others; to be called once the window is shown.
    void start(const QString &file);
    /// Leads somebody who has not seen it through the window.
    void offerTour();

    views::Document &document() { return m_document; }
    views::Selection &selection() { return m_selection; }

    /// Light, dark or as the system, as the user has last chosen.
    static void setSavedAppearance();
    /// The language that the user has last chosen, or the system's.
    static void setSavedLanguage();

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    /// Counts up when the panels change so much that an old layout would be wrong.
    static constexpr int layoutVersion = 1;

    views::Document m_document;
    views::Selection m_selection;
    views::ShownPing *m_shown;
    views::PacketTrace *m_trace;
    views::WeakPoints *m_weak;
    views::LastChange *m_change;
    QString m_changeWords; ///< what the status bar says of the last change
    QString m_recoveryFolder;
    views::Autosave *m_autosave;
    views::NetworkView *m_canvas = nullptr;
    views::ActionSet *m_actions = nullptr;
    views::FileFlow *m_files = nullptr;
    Presenter *m_presenter = nullptr;
    QLabel *m_zoom = nullptr;
    QByteArray m_firstLayout;
    std::map<QString, views::Panel *> m_kept; ///< panels at work, by their ids, while the window is furnished anew

    void furnish();
    void clear();
    void furnishAnew();
    void followDocument();
    void placeParts();
    void placePanels();
    void placeMenus();
    void connectFiles();
    void connectEditing();
    void connectCanvas();
    void connectLooks();
    void resizePanels();
    void chooseAppearance(views::Appearance appearance);
    void placeLanguages();
    void chooseLanguage(const QString &locale);
    void takeTour();
    void showStartPage();
    void closeStartPage();
    void say(const QString &text);
    void syncTitle();
    void showShownPing();
    void showWeakPoints();
    void showLastChange();
    void exportNetwork();
    void openTerminal();
    void findNode();
    void findAction();
    void newFromTemplate();
    void newWindow();
    void giveAddresses(views::AddressDialog::Scope scope);
    void chooseKind(const QString &prompt, QPoint global, const std::function<void(model::NodeKind)> &chosen,
                    const std::function<void(model::AnnotationKind)> &annotates);
    std::vector<views::QuickEntry> nodesToFind();
};

} // namespace netdraft::app
