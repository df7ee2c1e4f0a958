#include "loaders/csv_reader.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstring>
#include <random>

using namespace lintas::loaders;

namespace {

// Gives its bytes a few at a time, as a decompressor may.
class Pieces final : public ByteStream {
public:
    Pieces(std::string bytes, std::size_t most) : bytes_{std::move(bytes)}, most_{most} {}
    std::size_t read(char* into, std::size_t size) override {
        const auto count = std::min({size, most_, bytes_.size() - at_});
        std::memcpy(into, bytes_.data() + at_, count);
        at_ += count;
        return count;
    }
    std::uint64_t position() const override { return at_; }

private:
    std::string bytes_;
    std::size_t most_;
    std::size_t at_ = 0;
};

struct Row {
    std::uint64_t line;
    std::vector<std::string> fields;
    CsvFault fault;
    bool operator==(const Row&) const = default;
};

std::vector<Row> read(std::unique_ptr<ByteStream> stream, char delimiter = ',') {
    CsvReader reader{std::move(stream), delimiter};
    CsvRecord record;
    std::vector<Row> rows;
    while (reader.next(record)) {
        Row row{record.line, {}, record.fault};
        for (const auto& field : record.fields) {
            row.fields.push_back((field.quoted ? "q:" : "") + std::string{field.text});
        }
        rows.push_back(row);
    }
    return rows;
}

std::vector<Row> read(const std::string& text, char delimiter = ',') {
    return read(open_bytes({text, nullptr}), delimiter);
}

constexpr auto none = CsvFault::None;

} // namespace

TEST_CASE("Lines end with LF, CRLF or CR, also mixed, and the last one with nothing", "[csv]") {
    const std::vector<Row> expected = {
        {1, {"a", "b"}, none}, {2, {"c", "d"}, none}, {3, {"e", "f"}, none}, {4, {"g", "h"}, none}};
    CHECK(read("a,b\nc,d\r\ne,f\rg,h") == expected);
    CHECK(read("a,b\nc,d\r\ne,f\rg,h\r") == expected);
}

TEST_CASE("Empty lines are passed over and counted", "[csv]") {
    CHECK(read("\n\r\na\n\n\r\rb\n") == std::vector<Row>{{3, {"a"}, none}, {7, {"b"}, none}});
    CHECK(read("").empty());
    CHECK(read("\n\r\n").empty());
}

TEST_CASE("A byte order mark at the front is no part of the first field", "[csv]") {
    CHECK(read("\xef\xbb\xbf"
               "a,\xef\xbb\xbf"
               "b") == std::vector<Row>{{1,
                                         {"a", "\xef\xbb\xbf"
                                               "b"},
                                         none}});
    CHECK(read("\xef\xbb\xbf").empty());
}

TEST_CASE("A quoted field holds delimiters, line ends and doubled quotes", "[csv]") {
    CHECK(read("\"a,b\",\"c\nd\r\ne\rf\",\"g\"\"h\"\"\"\ni") ==
          std::vector<Row>{{1, {"q:a,b", "q:c\nd\r\ne\rf", "q:g\"h\""}, none}, {5, {"i"}, none}});
    CHECK(read("\"\",") == std::vector<Row>{{1, {"q:", ""}, none}});
}

TEST_CASE("A quote inside of an unquoted field is itself", "[csv]") {
    CHECK(read("a\"b,c\"") == std::vector<Row>{{1, {"a\"b", "c\""}, none}});
}

TEST_CASE("A quoted field that does not end is a fault, and reading goes on a line later",
          "[csv]") {
    CHECK(read("a,\"b\nc,d\n") ==
          std::vector<Row>{{1, {"a"}, CsvFault::OpenQuote}, {2, {"c", "d"}, none}});
}

TEST_CASE("Text behind a closing quote is a fault", "[csv]") {
    CHECK(read("a,\"b\"c\nd") ==
          std::vector<Row>{{1, {"a"}, CsvFault::TextAfterQuote}, {2, {"d"}, none}});
}

TEST_CASE("Any delimiter separates fields", "[csv]") {
    CHECK(read("a|b,c;\"d|e", '|') == std::vector<Row>{{1, {"a", "b,c;\"d", "e"}, none}});
    CHECK(read("a\tb", '\t') == std::vector<Row>{{1, {"a", "b"}, none}});
}

TEST_CASE("Text in small pieces reads like text in one", "[csv]") {
    const auto seed = GENERATE(range(1u, 200u));
    CAPTURE(seed);
    std::mt19937 random{seed};
    constexpr std::string_view alphabet = "ab,\"\"\n\r,x";
    std::string text;
    const auto length = random() % 60;
    for (std::size_t i = 0; i < length; ++i) text += alphabet[random() % alphabet.size()];
    CAPTURE(text);
    CHECK(read(std::make_unique<Pieces>(text, 1 + random() % 3)) == read(text));
}

TEST_CASE("Text of many megabytes reads the same from a stream", "[csv]") {
    std::string text;
    for (int i = 0; i < 300'000; ++i) {
        text += std::to_string(i) + (i % 7 == 0 ? ",\"a\r\n\"\"b\"\"\",c\r\n" : ",plain,c\r");
    }
    const auto whole = read(text);
    const auto pieces = read(std::make_unique<Pieces>(text, 65'537));
    CHECK(whole.size() == 300'000);
    CHECK(whole == pieces);
}

TEST_CASE("The fields live as long as their owners", "[csv]") {
    CsvReader reader{std::make_unique<Pieces>("a,\"b\"\"c\"\nd,e\n", 4), ','};
    CsvRecord record;
    reader.next(record);
    const auto fields = record.fields;
    const auto owners = reader.take_owners();
    while (reader.next(record)) reader.take_owners();
    CHECK(fields[0].text == "a");
    CHECK(fields[1].text == "b\"c");
    CHECK_FALSE(owners.empty());
}
