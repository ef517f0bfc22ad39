#include "tests/registered.h"
#include "tests/transcript.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace netdraft::tests;

namespace {

/// A test that the document names.
struct Witness {
    QString file;    ///< NAME.lab, or NAME.txt of a transcript
    QString command; ///< of the transcript
};

/// A row of a table of the document.
struct DocRow {
    QString id;
    QString says;
    QList<Witness> shownBy;
    QString trouble; ///< what cannot be read
};

QString read(const QString &path)
{
    QFile file(NETDRAFT_SOURCE_DIR + ('/' + path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString folderOf(const QString &file)
{
    return file.endsWith(".lab") ? "tests/kernel/networks/" : "tests/data/transcripts/";
}

/// The words between backticks.
QStringList quoted(const QString &cell)
{
    QStringList words;
    const QStringList parts = cell.split('`');
    for (qsizetype i = 1; i < parts.size(); i += 2)
        words.append(parts[i]);
    return words;
}

DocRow readRow(const QString &line)
{
    const QStringList cells = line.split(" | ");
    if (cells.size() != 3)
        return {{}, {}, {}, "a row has three cells"};
    DocRow row{quoted(cells[0]).value(0), cells[1].trimmed(), {}, {}};
    for (const QString &word : quoted(cells[2])) {
        const bool isFile = word.endsWith(".lab") || word.endsWith(".txt");
        if (isFile)
            row.shownBy.append({word, {}});
        else if (!row.shownBy.isEmpty() && row.shownBy.last().file.endsWith(".txt"))
            row.shownBy.last().command = word;
        else
            row.trouble = word + " belongs to no transcript";
    }
    return row;
}

/// The rows of docs/kernel.md: those of its tables that begin with an id.
QList<DocRow> documentRows()
{
    QList<DocRow> rows;
    for (const QString &line : read("docs/kernel.md").split('\n'))
        if (line.startsWith("| `"))
            rows.append(readRow(line));
    return rows;
}

QSet<QString> idsIn(const QString &comment)
{
    static const QRegularExpression mark(R"(\[([a-z0-9-]+)\])");
    QSet<QString> ids;
    for (auto found = mark.globalMatch(comment); found.hasNext();)
        ids.insert(found.next().captured(1));
    return ids;
}

/// What the comments of a lab name.
QSet<QString> idsOfLab(const QString &file)
{
    QSet<QString> ids;
    for (const QString &line : read(folderOf(file) + file).split('\n'))
        if (line.startsWith('#'))
            ids += idsIn(line);
    return ids;
}

/// A command of a transcript that shows a row.
struct Shown {
    QString id;
    QString command;
    QString results;
};

/// What the comments just before each command of a transcript name.
QList<Shown> shownBy(const QString &file)
{
    QList<Shown> all;
    const auto transcript = readTranscript(file);
    QSet<QString> ids;
    for (const Transcript::Entry &entry : transcript ? transcript->entries : QList<Transcript::Entry>()) {
        if (entry.isComment()) {
            ids += idsIn(entry.line);
        } else {
            for (const QString &id : std::as_const(ids))
                all.append({id, entry.isQuestion() ? entry.command() : QString(), entry.results()});
            ids.clear();
        }
    }
    return all;
}

/// What the row quotes of what is printed: that begins with a capital letter, or has a colon.
QStringList printedWords(const QString &says)
{
    QStringList words;
    for (const QString &word : quoted(says))
        if (word.front().isUpper() || word.contains(": "))
            words.append(word);
    return words;
}

/// Why a witness does not show the row.
QString doubt(const QString &id, const Witness &witness)
{
    if (!QFile::exists(NETDRAFT_SOURCE_DIR + ('/' + folderOf(witness.file)) + witness.file))
        return "there is no such file";
    if (witness.file.endsWith(".lab"))
        return idsOfLab(witness.file).contains(id) ? QString() : "it does not name the id";
    if (witness.command.isEmpty())
        return "the command is missing";
    const bool isNamed = std::ranges::any_of(
        shownBy(witness.file), [&](const Shown &shown) { return shown.id == id && shown.command == witness.command; });
    return isNamed ? QString() : "the id does not stand before the command";
}

} // namespace

/// Every row of docs/kernel.md names the tests that show it, and those name the row.
class TestKernelDoc : public QObject
{
    Q_OBJECT

private slots:
    void isShown_data();
    void isShown();
    void quotesWhatIsPrinted_data() { isShown_data(); }
    void quotesWhatIsPrinted();
    void isNamedOnce();
    void namesKnownRows_data();
    void namesKnownRows();
};

void TestKernelDoc::isShown_data()
{
    QTest::addColumn<int>("index");
    const QList<DocRow> rows = documentRows();
    QVERIFY(!rows.isEmpty());
    for (qsizetype i = 0; i < rows.size(); ++i)
        QTest::newRow(qPrintable(rows[i].id)) << static_cast<int>(i);
}

void TestKernelDoc::isShown()
{
    QFETCH(int, index);
    const DocRow row = documentRows().value(index);
    static const QRegularExpression kebab("^[a-z0-9]+(-[a-z0-9]+)*$");
    QCOMPARE(row.trouble, QString());
    QVERIFY2(kebab.match(row.id).hasMatch(), qPrintable(row.id));
    QVERIFY2(!row.says.isEmpty(), "the row says nothing");
    QVERIFY2(!row.shownBy.isEmpty(), "no test shows it");
    for (const Witness &witness : row.shownBy) {
        const QString why = doubt(row.id, witness);
        QVERIFY2(why.isEmpty(), qPrintable(witness.file + ": " + why));
    }
}

/// Labs hold no words; transcripts do.
void TestKernelDoc::quotesWhatIsPrinted()
{
    QFETCH(int, index);
    const DocRow row = documentRows().value(index);
    QString printed;
    for (const Witness &witness : row.shownBy) {
        if (!witness.file.endsWith(".txt"))
            continue;
        for (const Shown &shown : shownBy(witness.file))
            if (shown.id == row.id)
                printed += shown.results;
    }
    if (printed.isEmpty())
        return;
    for (const QString &words : printedWords(row.says))
        QVERIFY2(printed.contains(words), qPrintable('"' + words + "\" is not in:\n" + printed));
}

void TestKernelDoc::isNamedOnce()
{
    QSet<QString> ids;
    for (const DocRow &row : documentRows()) {
        QVERIFY2(!ids.contains(row.id), qPrintable(row.id));
        ids.insert(row.id);
    }
}

void TestKernelDoc::namesKnownRows_data()
{
    QTest::addColumn<QString>("file");
    const QDir labs(NETDRAFT_SOURCE_DIR "/tests/kernel/networks");
    for (const QString &file : labs.entryList({"*.lab"}, QDir::Files, QDir::Name) + transcriptNames())
        QTest::newRow(qPrintable(file)) << file;
}

/// What a test names, the document has, and says that this test shows it.
void TestKernelDoc::namesKnownRows()
{
    QFETCH(QString, file);
    QSet<std::pair<QString, QString>> named;
    if (file.endsWith(".lab")) {
        for (const QString &id : idsOfLab(file))
            named.insert({id, {}});
    } else {
        for (const Shown &shown : shownBy(file))
            named.insert({shown.id, shown.command});
    }
    for (const DocRow &row : documentRows())
        for (const Witness &witness : row.shownBy)
            if (witness.file == file)
                named.remove({row.id, witness.command});
    QStringList unknown;
    for (const auto &[id, command] : std::as_const(named))
        unknown.append(id + ' ' + command);
    QCOMPARE(unknown.join(", "), QString());
}

NETDRAFT_TEST(TestKernelDoc)
#include "tst_kernel_doc.moc"
