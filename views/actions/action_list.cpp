#include "views/actions/action_list.h"

#include <QtGlobal>

#include <string_view>

namespace netdraft::views {

std::span<const ActionEntry> actionList()
{
    static constexpr ActionEntry entries[] = {
        {"actionNew", QT_TRANSLATE_NOOP("Action", "&New"), "Ctrl+N", "new",
         QT_TRANSLATE_NOOP("Action", "Start with an empty network")},
        {"actionNewFromTemplate", QT_TRANSLATE_NOOP("Action", "New From &Template…"), "Ctrl+Shift+N", "new",
         QT_TRANSLATE_NOOP("Action", "Start with a network of a known shape, of any size")},
        {"actionNewWindow", QT_TRANSLATE_NOOP("Action", "New &Window"), "Ctrl+Alt+N", nullptr,
         QT_TRANSLATE_NOOP("Action", "Work on another network beside this one")},
        {"actionOpen", QT_TRANSLATE_NOOP("Action", "&Open…"), "Ctrl+O", "open",
         QT_TRANSLATE_NOOP("Action", "Open a project file, a script, or a lab of another program")},
        {"actionOpenFolder", QT_TRANSLATE_NOOP("Action", "Open &Folder…"), "Ctrl+Shift+O", "import",
         QT_TRANSLATE_NOOP("Action", "Open a folder, such as a Kathará lab or what was captured on a machine")},
        {"actionCapture", QT_TRANSLATE_NOOP("Action", "&Capture This Machine…"), "", "machine",
         QT_TRANSLATE_NOOP("Action", "Draw the network of this machine, with its namespaces and containers")},
        {"actionSave", QT_TRANSLATE_NOOP("Action", "&Save"), "Ctrl+S", "save",
         QT_TRANSLATE_NOOP("Action", "Write the project to its file")},
        {"actionSaveAs", QT_TRANSLATE_NOOP("Action", "Save &As…"), "Ctrl+Shift+S", "save-as",
         QT_TRANSLATE_NOOP("Action", "Write the project to another file")},
        {"actionExport", QT_TRANSLATE_NOOP("Action", "&Export…"), "Ctrl+E", "export",
         QT_TRANSLATE_NOOP("Action", "Take the network away as a script, configuration files, a lab or a picture")},
        {"actionSavePackets", QT_TRANSLATE_NOOP("Action", "Save Pac&kets…"), "", "packets",
         QT_TRANSLATE_NOOP("Action", "Write what the tab Packets lists into a capture file that Wireshark opens")},
        {"actionQuit", QT_TRANSLATE_NOOP("Action", "&Quit"), "Ctrl+Q", nullptr,
         QT_TRANSLATE_NOOP("Action", "Close the window")},

        {"actionUndo", QT_TRANSLATE_NOOP("Action", "&Undo"), "Ctrl+Z", "undo",
         QT_TRANSLATE_NOOP("Action", "Take back the last change")},
        {"actionRedo", QT_TRANSLATE_NOOP("Action", "&Redo"), "Ctrl+Shift+Z; Ctrl+Y", "redo",
         QT_TRANSLATE_NOOP("Action", "Do again what was taken back")},
        {"actionAddresses", QT_TRANSLATE_NOOP("Action", "&Give Addresses…"), "Ctrl+I", "addresses",
         QT_TRANSLATE_NOOP("Action",
                           "Give every interface an address, every host a gateway and every router its routes")},
        {"actionFind", QT_TRANSLATE_NOOP("Action", "&Find Node…"), "Ctrl+F", "search",
         QT_TRANSLATE_NOOP("Action", "Find a node by its name or an address and select it")},
        {"actionTerminal", QT_TRANSLATE_NOOP("Action", "Open &Terminal"), "Ctrl+T", "terminal",
         QT_TRANSLATE_NOOP("Action", "Type commands on the selected node")},
        {"actionHidePath", QT_TRANSLATE_NOOP("Action", "&Hide Path"), "Ctrl+H", nullptr,
         QT_TRANSLATE_NOOP("Action", "Stop drawing the way of a packet")},
        {"actionPacketBack", QT_TRANSLATE_NOOP("Action", "Packet &Before"), "F7", "step-back",
         QT_TRANSLATE_NOOP("Action", "Look at the packet before, of those that the shown ping sends")},
        {"actionPacketForward", QT_TRANSLATE_NOOP("Action", "&Next Packet"), "F8", "step-forward",
         QT_TRANSLATE_NOOP("Action", "Look at the next packet of those that the shown ping sends")},
        {"actionPacketPlay", QT_TRANSLATE_NOOP("Action", "&Play Packets"), "F9", "play",
         QT_TRANSLATE_NOOP("Action", "Let the packets of the shown ping go by"), Checkable::Yes},
        {"actionPacketGuess", QT_TRANSLATE_NOOP("Action", "&Guess the Next Hop"), "", "help",
         QT_TRANSLATE_NOOP("Action", "Hide where each packet comes to next until somebody has guessed it"),
         Checkable::Yes},

        {"actionCommandPalette", QT_TRANSLATE_NOOP("Action", "&Command Palette…"), "Ctrl+Shift+P; Ctrl+K", nullptr,
         QT_TRANSLATE_NOOP("Action", "Find any action by its name")},
        {"actionResetLayout", QT_TRANSLATE_NOOP("Action", "&Reset Layout"), "", nullptr,
         QT_TRANSLATE_NOOP("Action", "Put every panel back where it was at first")},
        {"actionNextPart", QT_TRANSLATE_NOOP("Action", "&Next Panel"), "F6", nullptr,
         QT_TRANSLATE_NOOP("Action", "Take the keyboard to the next panel in sight, or back to the canvas")},
        {"actionPreviousPart", QT_TRANSLATE_NOOP("Action", "Pre&vious Panel"), "Shift+F6", nullptr,
         QT_TRANSLATE_NOOP("Action", "Take the keyboard to the panel before")},
        {"actionPresenter", QT_TRANSLATE_NOOP("Action", "Presenter &Mode"), "F5", nullptr,
         QT_TRANSLATE_NOOP("Action", "Show the drawing alone, in large type and without the answers"), Checkable::Yes},
        {"actionHideAnswers", QT_TRANSLATE_NOOP("Action", "Hide Ans&wers"), "F4", nullptr,
         QT_TRANSLATE_NOOP("Action", "While presenting: hide who reaches whom and the way of a packet, or show them"),
         Checkable::Yes},
        {"actionFullScreen", QT_TRANSLATE_NOOP("Action", "F&ull Screen"), "F11", nullptr,
         QT_TRANSLATE_NOOP("Action", "Use the whole screen"), Checkable::Yes},
        {"actionThemeSystem", QT_TRANSLATE_NOOP("Action", "As the &System"), "", nullptr,
         QT_TRANSLATE_NOOP("Action", "Light or dark, as the desktop is"), Checkable::Yes},
        {"actionThemeLight", QT_TRANSLATE_NOOP("Action", "&Light"), "", nullptr,
         QT_TRANSLATE_NOOP("Action", "Dark on light"), Checkable::Yes},
        {"actionThemeDark", QT_TRANSLATE_NOOP("Action", "&Dark"), "", nullptr,
         QT_TRANSLATE_NOOP("Action", "Light on dark"), Checkable::Yes},

        {"actionLanguageSystem", QT_TRANSLATE_NOOP("Action", "&Language of the System"), "", nullptr,
         QT_TRANSLATE_NOOP("Action", "The language that the desktop speaks, or English"), Checkable::Yes},

        {"actionShortcuts", QT_TRANSLATE_NOOP("Action", "&Keyboard Shortcuts"), "F1", nullptr,
         QT_TRANSLATE_NOOP("Action", "Every key and what it does")},
        {"actionStartPage", QT_TRANSLATE_NOOP("Action", "&Start Page"), "", nullptr,
         QT_TRANSLATE_NOOP("Action", "Examples, recent files and other ways to begin")},
        {"actionTour", QT_TRANSLATE_NOOP("Action", "Take the &Tour"), "", nullptr,
         QT_TRANSLATE_NOOP("Action", "Five steps through the window")},
        {"actionAbout", QT_TRANSLATE_NOOP("Action", "&About Netdraft"), "", nullptr,
         QT_TRANSLATE_NOOP("Action", "Version and licence")},
    };
    return entries;
}

std::span<const MenuEntry> menuList()
{
    static constexpr const char *file[] = {
        "actionNew",     "actionNewFromTemplate", "actionNewWindow",   "actionOpen", "actionOpenFolder",
        "actionCapture", ">menuRecent",           ">menuExamples",     "-",          "actionSave",
        "actionSaveAs",  "actionExport",          "actionSavePackets", "-",          "actionQuit"};
    static constexpr const char *edit[] = {"actionUndo",
                                           "actionRedo",
                                           "-",
                                           "canvas.add",
                                           "canvas.addNote",
                                           "canvas.addBox",
                                           "canvas.addArrow",
                                           "-",
                                           "canvas.cut",
                                           "canvas.copy",
                                           "canvas.paste",
                                           "canvas.duplicate",
                                           "canvas.rename",
                                           "canvas.remove",
                                           "-",
                                           "canvas.fold",
                                           "canvas.takeOut",
                                           "-",
                                           "canvas.selectAll",
                                           "canvas.selectNone",
                                           ">menuGo",
                                           "-",
                                           ">menuArrange",
                                           ">menuColour",
                                           "actionAddresses",
                                           "-",
                                           "actionFind"};
    static constexpr const char *view[] = {"canvas.zoomIn",
                                           "canvas.zoomOut",
                                           "canvas.zoomReset",
                                           "canvas.fitAll",
                                           "canvas.fitSelection",
                                           "-",
                                           "canvas.showInterfaceNames",
                                           "canvas.showAddresses",
                                           "canvas.showGrid",
                                           "canvas.shadeSubnets",
                                           "canvas.snap",
                                           "canvas.showOverview",
                                           "actionHidePath",
                                           "-",
                                           ">menuPanels",
                                           "actionNextPart",
                                           "actionPreviousPart",
                                           "actionResetLayout",
                                           "-",
                                           ">menuTheme",
                                           ">menuLanguage",
                                           "actionPresenter",
                                           "actionHideAnswers",
                                           "actionFullScreen"};
    static constexpr const char *tools[] = {
        "canvas.select",    "canvas.connect",    "-", "actionPacketBack", "actionPacketForward",
        "actionPacketPlay", "actionPacketGuess", "-", "actionTerminal"};
    static constexpr const char *help[] = {
        "actionStartPage", "actionCommandPalette", "actionShortcuts", "actionTour", "-", "actionAbout"};
    static constexpr MenuEntry entries[] = {
        {"menuFile", QT_TRANSLATE_NOOP("Action", "&File"), file},
        {"menuEdit", QT_TRANSLATE_NOOP("Action", "&Edit"), edit},
        {"menuView", QT_TRANSLATE_NOOP("Action", "&View"), view},
        {"menuTools", QT_TRANSLATE_NOOP("Action", "&Tools"), tools},
        {"menuHelp", QT_TRANSLATE_NOOP("Action", "&Help"), help},
    };
    return entries;
}

const char *submenuTitle(const char *id)
{
    struct Title {
        std::string_view id;
        const char *title;
    };
    static constexpr Title titles[] = {
        {"menuArrange", QT_TRANSLATE_NOOP("Action", "Arran&ge")},
        {"menuColour", QT_TRANSLATE_NOOP("Action", "Co&lour")},
        {"menuGo", QT_TRANSLATE_NOOP("Action", "Go T&o")},
        {"menuRecent", QT_TRANSLATE_NOOP("Action", "Open &Recent")},
        {"menuExamples", QT_TRANSLATE_NOOP("Action", "Open &Example")},
        {"menuPanels", QT_TRANSLATE_NOOP("Action", "&Panels")},
        {"menuTheme", QT_TRANSLATE_NOOP("Action", "&Theme")},
        {"menuLanguage", QT_TRANSLATE_NOOP("Action", "&Language")},
    };
    for (const Title &title : titles) {
        if (title.id == id)
            return title.title;
    }
    return "";
}

std::span<const char *const> toolBarList()
{
    static constexpr const char *items[] = {"actionNew",
                                            "actionOpen",
                                            "actionSave",
                                            "actionExport",
                                            "-",
                                            "actionUndo",
                                            "actionRedo",
                                            "-",
                                            "canvas.select",
                                            "canvas.connect",
                                            "-",
                                            "canvas.zoomOut",
                                            "canvas.zoomIn",
                                            "canvas.fitAll"};
    return items;
}

} // namespace netdraft::views
