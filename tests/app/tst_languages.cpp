// The window in every language: each sentence is there, and it can be switched while one works.

#include "model/phrase.h"
#include "tests/app/window_test.h"
#include "tests/registered.h"
#include "tests/views/lesson.h"
#include "views/canvas/network_view.h"
#include "views/document/language.h"
#include "views/document/shown_ping.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>
#include <QXmlStreamReader>

using namespace netdraft;
using namespace netdraft::tests;

namespace {

struct Sentence {
    QString context;
    QString source;
    QString translation;
    bool finished = true;
};

/// What a file of translations/ says.
QList<Sentence> sentencesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Sentence> all;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = xml.name();
        if (name == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (name == QLatin1String("message")) {
            all.append({context, {}, {}, true});
        } else if (name == QLatin1String("source")) {
            all.back().source = xml.readElementText();
        } else if (name == QLatin1String("translation")) {
            all.back().finished = !xml.attributes().hasAttribute("type");
            all.back().translation = xml.readElementText();
        }
    }
    return xml.hasError() ? QList<Sentence>() : all;
}

QString fileOf(const QString &locale)
{
    return QStringLiteral(NETDRAFT_SOURCE_DIR "/translations/netdraft_%1.ts").arg(locale);
}

/// All that the pattern finds, sorted: what a translation must have as often.
QStringList found(const QString &text, const char *pattern)
{
    QStringList all;
    QRegularExpressionMatchIterator matches = QRegularExpression(QLatin1String(pattern)).globalMatch(text);
    while (matches.hasNext())
        all << matches.next().captured();
    all.sort();
    return all;
}

/// Whether fmt could fill the translation of a sentence of the model, with as many words.
bool fits(const QString &source, const QString &translation)
{
    const auto count = found(source, "\\{\\}").size();
    const QStringList plain = found(translation, "\\{\\}");
    QStringList numbered = found(translation, "\\{\\d\\}");
    if (numbered.isEmpty())
        return plain.size() == count;
    numbered.removeDuplicates();
    return plain.isEmpty() && numbered.size() == count && numbered.back() == QStringLiteral("{%1}").arg(count - 1);
}

/// What a part of the window says by itself: not the names and numbers of a network, which have digits or no letters,
/// or are a letter.
QSet<QString> textsOf(const QWidget &root)
{
    QSet<QString> all;
    const auto add = [&all](QString text) {
        text = text.remove('&').trimmed();
        static const QRegularExpression word("^[^0-9]*\\p{L}{3}[^0-9]*$");
        if (word.match(text).hasMatch())
            all << text;
    };
    for (const auto *one : root.findChildren<QLabel *>())
        add(one->text());
    for (const auto *one : root.findChildren<QAbstractButton *>()) {
        add(one->text());
        add(one->toolTip());
    }
    for (const auto *one : root.findChildren<QLineEdit *>())
        add(one->placeholderText());
    for (const auto *one : root.findChildren<QWidget *>())
        add(one->accessibleName());
    for (const auto *one : root.findChildren<QComboBox *>()) {
        for (int item = 0; item < one->count(); ++item)
            add(one->itemText(item));
    }
    for (const auto *one : root.findChildren<QListWidget *>()) {
        for (int row = 0; row < one->count(); ++row) {
            add(one->item(row)->text());
            add(one->item(row)->toolTip());
        }
    }
    for (const auto *one : root.findChildren<QAbstractItemView *>()) {
        for (int column = 0; one->model() && column < one->model()->columnCount(); ++column)
            add(one->model()->headerData(column, Qt::Horizontal).toString());
    }
    return all;
}

/// How a sentence ends and begins: as its translation must.
QString edges(QString text)
{
    text.remove(QChar::Nbsp); // French has one before its colon
    const QString first = text.startsWith(u' ') ? " " : text.startsWith(u':') ? ":" : "";
    const QString last = text.endsWith(u' ') ? " " : text.endsWith(u'…') ? "…" : "";
    return first + "|" + last;
}

} // namespace

class TestLanguages : public WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { nameSettings("tst_languages"); }
    void init() { openLesson(); }
    void cleanup()
    {
        close();
        views::setLanguage("en");
    }
    void everySentenceIsThere_data() { eachLanguage(); }
    void everySentenceIsThere();
    void itsFormIsKept_data() { eachLanguage(); }
    void itsFormIsKept();
    void windowSpeaks_data() { eachLanguage(); }
    void windowSpeaks();
    void nothingStaysEnglish_data() { eachLanguage(); }
    void nothingStaysEnglish();
    void headersFit_data() { eachLanguage(); }
    void headersFit();
    void tabsFit_data() { eachLanguage(); }
    void tabsFit();
    void workOutlivesTheSwitch();
    void reasonsAreTold();
    void hintsAreTold();
    void orderOfWordsMayDiffer();
    void systemsLanguageIsTaken_data();
    void systemsLanguageIsTaken();
    void choiceIsKept();
    void englishWordsFindToo();

private:
    static void eachLanguage();
    QString banner() const;
    /// By the menu; done when the window has another canvas.
    void choose(const char *id);
};

void TestLanguages::eachLanguage()
{
    QTest::addColumn<QString>("locale");
    for (const views::Language &language : views::languages().subspan(1))
        QTest::addRow("%s", language.locale) << QString::fromLatin1(language.locale);
}

QString TestLanguages::banner() const
{
    return m_window->findChild<QLabel *>("summaryText")->text();
}

void TestLanguages::choose(const char *id)
{
    const QPointer<QMenuBar> before = m_window->menuBar();
    action(id)->trigger();
    QTRY_VERIFY(!before);
}

/// The texts are collected anew: none is new, none is gone, and each is translated.
void TestLanguages::everySentenceIsThere()
{
    QFETCH(const QString, locale);
    const QString copy = m_folder->filePath(QFileInfo(fileOf(locale)).fileName());
    QVERIFY(QFile::copy(fileOf(locale), copy));
    QCOMPARE(QProcess::execute(NETDRAFT_SOURCE_DIR "/scripts/translations.sh", {m_folder->path()}), 0);
    const QList<Sentence> collected = sentencesOf(copy);
    QVERIFY(collected.size() > 600);
    for (const Sentence &one : collected)
        QVERIFY2(one.finished && !one.translation.isEmpty(), qPrintable(one.context + ": " + one.source));
    const QList<Sentence> kept = sentencesOf(fileOf(locale));
    QCOMPARE(kept.size(), collected.size());
}

void TestLanguages::itsFormIsKept()
{
    QFETCH(const QString, locale);
    for (const Sentence &one : sentencesOf(fileOf(locale))) {
        const QByteArray where = (one.context + ": " + one.source + " -> " + one.translation).toUtf8();
        QVERIFY2(found(one.source, "%L?\\d") == found(one.translation, "%L?\\d"), where);
        QVERIFY2(found(one.source, "</?\\w+[^>]*>") == found(one.translation, "</?\\w+[^>]*>"), where);
        QVERIFY2(found(one.source, "&[^&\\s]").size() == found(one.translation, "&[^&\\s]").size(), where);
        QVERIFY2(edges(one.source) == edges(one.translation), where);
        if (one.context.endsWith("Words") && one.source.contains("{}"))
            QVERIFY2(fits(one.source, one.translation), where);
    }
}

void TestLanguages::windowSpeaks()
{
    QFETCH(const QString, locale);
    // Only sentences that differ show whether they were translated.
    QSet<QString> english;
    for (const Sentence &one : sentencesOf(fileOf(locale))) {
        if (one.source != one.translation)
            english << QString(one.source).remove('&');
    }
    for (const Sentence &one : sentencesOf(fileOf(locale)))
        english.remove(QString(one.translation).remove('&'));
    QStringList englishNow;
    const auto look = [&](const char *what, QString text) {
        text.remove('&');
        if (english.contains(text))
            englishNow << QLatin1String(what) + ": " + text;
    };
    const auto lookAtAll = [&] {
        englishNow.clear();
        for (const auto *one : m_window->findChildren<QAction *>()) {
            if (!one->objectName().startsWith("_q_"))
                look("action", one->text());
        }
        for (const auto *one : m_window->findChildren<QDockWidget *>())
            look("dock", one->windowTitle());
        for (const auto *one : m_window->findChildren<QLabel *>())
            look("label", one->text());
        for (const auto *one : m_window->findChildren<QAbstractButton *>()) {
            look("button", one->text());
            look("button", one->toolTip());
        }
        for (const auto *one : m_window->findChildren<QLineEdit *>())
            look("field", one->placeholderText());
        for (const auto *one : m_window->findChildren<QWidget *>())
            look("name", one->accessibleName());
        for (const auto *one : m_window->findChildren<QAbstractItemView *>()) {
            for (int column = 0; one->model() && column < one->model()->columnCount(); ++column)
                look("column", one->model()->headerData(column, Qt::Horizontal).toString());
        }
    };
    lookAtAll();
    QVERIFY(englishNow.size() > 60); // that it is seen at all
    choose(("language." + locale).toUtf8());
    QCOMPARE(QString::fromLatin1(views::currentLanguage().locale), locale);
    lookAtAll();
    QCOMPARE(englishNow, QStringList());
}

/// Window and dialogs, also what nobody has given to the translators: what is said in English and in another language
/// alike is a translation, or a name.
void TestLanguages::nothingStaysEnglish()
{
    QFETCH(const QString, locale);
    // Names; and what Qt has named its tab bars' buttons, which outlive the switch.
    QSet<QString> alike{"Netdraft", "host", "host#", "routing.sh", "Scroll Left", "Scroll Right"};
    for (const views::Language &language : views::languages())
        alike << QString::fromUtf8(language.name);
    for (const Sentence &one : sentencesOf(fileOf(locale))) {
        if (one.source == one.translation)
            alike << QString(one.source).remove('&');
    }
    const auto said = [this] {
        QSet<QString> all = textsOf(*m_window);
        for (const char *id : {"actionExport", "actionNewFromTemplate", "actionAddresses", "actionShortcuts",
                               "actionFind", "actionCommandPalette"}) {
            action(id)->trigger();
            QCoreApplication::processEvents();
            for (auto *dialog : m_window->findChildren<QDialog *>()) {
                if (!dialog->isVisible())
                    continue;
                all |= textsOf(*dialog);
                dialog->close();
            }
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        return all;
    };
    QSet<QString> both = said();
    QVERIFY(both.size() > 200);
    choose(("language." + locale).toUtf8());
    both &= said();
    both -= alike;
    QVERIFY2(both.isEmpty(), qPrintable(QStringList(both.begin(), both.end()).join(" | ")));
}

/// What stands above the columns at the side is read whole on a laptop.
void TestLanguages::headersFit()
{
    QFETCH(const QString, locale);
    choose(("language." + locale).toUtf8());
    m_window->resize(1366, 768);
    m_window->selection().set({nodeNamed(document(), "A")});
    QCoreApplication::processEvents();
    int seen = 0;
    for (const char *name : {"routesTable", "interfacesTable"}) {
        const auto *table = m_window->findChild<QTableView *>(name);
        QVERIFY2(table && table->isVisible(), name);
        const QHeaderView *header = table->horizontalHeader();
        for (int column = 0; column < header->count(); ++column, ++seen) {
            const QString title = header->model()->headerData(column, Qt::Horizontal).toString();
            QVERIFY2(header->sectionSize(column) >= header->fontMetrics().horizontalAdvance(title) + 4,
                     qPrintable(title));
        }
    }
    QVERIFY(seen >= 8);
}

/// So are the tabs of the panels.
void TestLanguages::tabsFit()
{
    QFETCH(const QString, locale);
    choose(("language." + locale).toUtf8());
    m_window->resize(1366, 768);
    QCoreApplication::processEvents();
    // As wide as they are where the window opens in this size.
    m_window->resizeDocks(
        {m_window->findChild<QDockWidget *>("dock.palette"), m_window->findChild<QDockWidget *>("dock.inspector")},
        {96, 396}, Qt::Horizontal);
    QCoreApplication::processEvents();
    int seen = 0;
    for (const QTabBar *bar : m_window->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly)) {
        for (int tab = 0; tab < bar->count(); ++tab, ++seen) {
            const int wanted = bar->fontMetrics().horizontalAdvance(bar->tabText(tab)) + 8;
            QVERIFY2(bar->tabRect(tab).width() >= wanted, qPrintable(bar->tabText(tab)));
            QVERIFY2(bar->rect().contains(bar->tabRect(tab)), qPrintable(bar->tabText(tab)));
        }
    }
    QVERIFY(seen >= 10);
}

/// What was done stays, and so do the ways to go on.
void TestLanguages::workOutlivesTheSwitch()
{
    changeSomething();
    m_window->selection().set({nodeNamed(document(), "A")});
    action("actionTerminal")->trigger();
    auto *line = m_window->findChild<QLineEdit *>("terminalLine");
    QTest::keyClicks(line, "hostname");
    QTest::keyClick(line, Qt::Key_Return);
    action("show.matrix")->trigger();
    const bool matrix = action("show.matrix")->isChecked();

    choose("language.de");
    QCOMPARE(document().undoStack().count(), 1);
    QCOMPARE(m_window->selection().singleNode(), nodeNamed(document(), "A"));
    QCOMPARE(action("show.matrix")->isChecked(), matrix);
    QPlainTextEdit *output = nullptr;
    for (auto *one : m_window->findChildren<QPlainTextEdit *>("terminalOutput")) {
        if (one->toPlainText().contains("hostname"))
            output = one;
    }
    QVERIFY(output);
    QVERIFY(action("actionUndo")->isEnabled());
    action("actionUndo")->trigger();
    QCOMPARE(document().undoStack().index(), 0);

    // Things said of later changes are said once, and in the language of now.
    choose("actionLanguageSystem");
    choose("language.en");
    QVERIFY(m_window->menuBar()->actions().first()->text().contains("File"));
    action("actionRedo")->trigger();
    QCOMPARE(document().undoStack().index(), 1);
}

void TestLanguages::reasonsAreTold()
{
    QVERIFY2(banner().contains("has no route to"), qPrintable(banner()));
    choose("language.de");
    QTRY_VERIFY2(!banner().isEmpty() && !banner().contains("has no route to"), qPrintable(banner()));
    const QString told = QString::fromStdString(document().problems().front().text);
    QVERIFY2(!told.contains("cannot reach") && told.contains("192.168."), qPrintable(told));
    choose("language.en");
    QTRY_VERIFY2(banner().contains("has no route to"), qPrintable(banner()));
}

/// What was probably meant in a terminal, below what the tool says in English.
void TestLanguages::hintsAreTold()
{
    m_window->selection().set({nodeNamed(document(), "A")});
    choose("language.de");
    action("actionTerminal")->trigger();
    auto *line = m_window->findChild<QLineEdit *>("terminalLine");
    QTest::keyClicks(line, "ip link set eth7 up");
    QTest::keyClick(line, Qt::Key_Return);
    const QString said = m_window->findChild<QPlainTextEdit *>("terminalOutput")->toPlainText();
    QVERIFY2(said.contains("Cannot find device \"eth7\"\nA hat kein eth7, aber eth0."), qPrintable(said));
    choose("language.en");
}

void TestLanguages::orderOfWordsMayDiffer()
{
    model::speak([](const char *context, const char *english) -> std::string {
        const std::string_view text = english;
        return context != std::string_view("MendWords") ? ""
               : text == "{} before {}"                 ? "{1} nach {0}"
               : text == "{} broken"                    ? "{7}"
                                                        : "";
    });
    using model::MendWords;
    using model::ReasonWords;
    QCOMPARE(MendWords::phrase("{} before {}", "A", 2), "2 nach A");
    QCOMPARE(MendWords::phrase("{} broken", "A"), "A broken");
    QCOMPARE(MendWords::phrase("{} unknown", "A"), "A unknown");
    QCOMPARE(ReasonWords::phrase("{} before {}", "A", "B"), "A before B");
    model::speak(nullptr);
    QCOMPARE(MendWords::phrase("{} before {}", "A", "B"), "A before B");
}

void TestLanguages::systemsLanguageIsTaken_data()
{
    QTest::addColumn<QStringList>("read");
    QTest::addColumn<QString>("spoken");
    QTest::newRow("the very one") << QStringList{"pt-BR", "pt"} << "pt_BR";
    QTest::newRow("of another country") << QStringList{"de-AT"} << "de";
    QTest::newRow("first that is there") << QStringList{"fi-FI", "fi", "fr-FR", "es"} << "fr";
    QTest::newRow("none that is there") << QStringList{"fi-FI", "fi"} << "en";
    QTest::newRow("English before others") << QStringList{"en-GB", "de"} << "en";
    QTest::newRow("simplified script") << QStringList{"zh-Hans-SG"} << "zh_CN";
    QTest::newRow("another script") << QStringList{"zh-Hant-TW"} << "en";
    QTest::newRow("C") << QStringList{"C"} << "en";
}

void TestLanguages::systemsLanguageIsTaken()
{
    QFETCH(const QStringList, read);
    QFETCH(const QString, spoken);
    QCOMPARE(QString(views::languageFor(read).locale), spoken);
}

void TestLanguages::choiceIsKept()
{
    choose("language.ja");
    openWindow();
    QVERIFY(action("language.ja")->isChecked());
    views::setLanguage("en");
    app::MainWindow::setSavedLanguage();
    QCOMPARE(QString(views::currentLanguage().locale), "ja");
    action("language.zh_CN")->trigger();
    QTRY_COMPARE(QString(views::currentLanguage().locale), "zh_CN");
    for (const char *id : {"language.es", "language.fr", "language.pt_BR"})
        QVERIFY(action(id));
}

/// Where one cannot type the window's own words at once, the commands' language does.
void TestLanguages::englishWordsFindToo()
{
    choose("language.zh_CN");
    document().load({}, {});
    QCoreApplication::processEvents();
    auto *canvas = m_window->findChild<views::NetworkView *>("canvas");
    QTest::mouseDClick(canvas->viewport(), Qt::LeftButton, {}, QPoint(200, 120));
    auto *line = m_window->findChild<QLineEdit *>("quickLine");
    QVERIFY(line);
    QTest::keyClicks(line, "ro");
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(document().network().find("r1"));
    QTRY_VERIFY(!m_window->findChild<QLineEdit *>("quickLine"));
    action("actionCommandPalette")->trigger();
    line = m_window->findChild<QLineEdit *>("quickLine");
    // The key that some languages write behind a menu's entry does nothing in a list.
    const auto *rows = m_window->findChild<QListWidget *>("quickEntries");
    static const QRegularExpression key(QStringLiteral("\\([A-Z0-9]\\)$"));
    for (int row = 0; row < rows->count(); ++row)
        QVERIFY2(!rows->item(row)->text().contains(key), qPrintable(rows->item(row)->text()));
    QTest::keyClicks(line, "ThemeDark");
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(action("actionThemeDark")->isChecked());
    action("actionThemeLight")->trigger();
}

NETDRAFT_TEST(TestLanguages)
#include "tst_languages.moc"
