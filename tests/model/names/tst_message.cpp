#include "model/names/message.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;
using namespace netdraft::model::names;

namespace {

QByteArray hexOf(const std::string &bytes)
{
    return QByteArray::fromStdString(bytes).toHex();
}

} // namespace

/// Messages on the wire, as tcpdump has them of dig and of dnsmasq.
class TestMessage : public QObject
{
    Q_OBJECT

private slots:
    void writesQuestion();
    void writesAnswer();
    void writesData_data();
    void writesData();
    void compresses();
};

void TestMessage::writesQuestion()
{
    const Question question{"web.lab.", RecordType::A, false, true};
    QCOMPARE(hexOf(wireBytes(question, nullptr, false)), QByteArray("0000"
                                                                    "0100"
                                                                    "0001"
                                                                    "0000"
                                                                    "0000"
                                                                    "0000"
                                                                    "03776562"
                                                                    "036c6162"
                                                                    "00"
                                                                    "0001"
                                                                    "0001"));
    QCOMPARE(hexOf(wireBytes(question, nullptr, true)).last(22), QByteArray("00"
                                                                            "0029"
                                                                            "04d0"
                                                                            "00000000"
                                                                            "0000"));
}

void TestMessage::writesAnswer()
{
    const Question question{"web.lab.", RecordType::A, false, true};
    Message answer;
    answer.authoritative = true;
    answer.recursionAvailable = true;
    answer.answers = {{"web.lab.", RecordType::A, 3600, "192.0.2.80"}};
    QCOMPARE(hexOf(wireBytes(question, &answer, false)), QByteArray("0000"
                                                                    "8580"
                                                                    "0001"
                                                                    "0001"
                                                                    "0000"
                                                                    "0000"
                                                                    "03776562"
                                                                    "036c6162"
                                                                    "00"
                                                                    "0001"
                                                                    "0001"
                                                                    "c00c"
                                                                    "0001"
                                                                    "0001"
                                                                    "00000e10"
                                                                    "0004"
                                                                    "c0000250"));
    answer.answers.clear();
    answer.rcode = Rcode::Refused;
    answer.authoritative = false;
    answer.extendedError = 14;
    // What `dig` says of it: MSG SIZE rcvd: 42.
    QCOMPARE(wireBytes(question, &answer, true).size(), std::size_t{42});
}

void TestMessage::writesData_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("data");
    QTest::addColumn<QByteArray>("bytes");
    const auto number = [](RecordType type) { return static_cast<int>(type); };
    QTest::newRow("AAAA") << number(RecordType::Aaaa) << "2001:db8::80"
                          << QByteArray("0010"
                                        "20010db8000000000000000000000080");
    QTest::newRow("MX") << number(RecordType::Mx) << "10 mail.lab."
                        << QByteArray("0009"
                                      "000a"
                                      "046d61696c"
                                      "c010");
    QTest::newRow("SRV, whose target is whole") << number(RecordType::Srv) << "1 2 80 web.lab."
                                                << QByteArray("000f"
                                                              "0001"
                                                              "0002"
                                                              "0050"
                                                              "03776562036c616200");
    QTest::newRow("TXT") << number(RecordType::Txt) << "\"a \\\"b\" \"c\""
                         << QByteArray("0007"
                                       "04"
                                       "61202262"
                                       "01"
                                       "63");
    QTest::newRow("SOA") << number(RecordType::Soa) << "ns.lab. m.lab. 1 2 3 4 5"
                         << QByteArray("001d"
                                       "026e73c010"
                                       "016dc010"
                                       "00000001"
                                       "00000002"
                                       "00000003"
                                       "00000004"
                                       "00000005");
    QTest::newRow("PTR to the name itself") << number(RecordType::Ptr) << "web.lab."
                                            << QByteArray("0002"
                                                          "c00c");
}

void TestMessage::writesData()
{
    QFETCH(int, type);
    QFETCH(QString, data);
    QFETCH(QByteArray, bytes);
    const Question question{"web.lab.", RecordType::A, false, true};
    Message answer;
    answer.answers = {{"web.lab.", static_cast<RecordType>(type), 0, data.toStdString()}};
    const QByteArray all = hexOf(wireBytes(question, &answer, false));
    constexpr int before = 2 * (12 + 13 + 2 + 2 + 2 + 4); // header, question, owner, type, class, time to live
    QCOMPARE(all.mid(before), bytes);
}

void TestMessage::compresses()
{
    const Question question{"www.lab.", RecordType::A, false, true};
    Message answer;
    answer.answers = {{"www.lab.", RecordType::Cname, 0, "web.lab."}, {"web.lab.", RecordType::A, 0, "192.0.2.80"}};
    answer.compressesData = false; // dnsmasq: 12 + 13 + (12 + 9) + 16
    QCOMPARE(wireBytes(question, &answer, false).size(), std::size_t{62});
    answer.compressesData = true; // web and a pointer to lab
    QCOMPARE(wireBytes(question, &answer, false).size(), std::size_t{59});
}

NETDRAFT_TEST(TestMessage)
#include "tst_message.moc"
