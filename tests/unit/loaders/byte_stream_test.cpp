#include "loaders/byte_stream.h"

#include "graph/error.h"
#include "loaders/archive.h"
#include "loaders/gzip_stream.h"
#include "loaders/input.h"

#include "packed_bytes.h"
#include "test_files.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::loaders;
using namespace lintas::testing;
using Catch::Matchers::Contains;

namespace {

std::string read_all(ByteStream& stream, std::size_t step = 7) {
    std::string text;
    std::string buffer(step, '\0');
    while (const auto count = stream.read(buffer.data(), buffer.size())) {
        text.append(buffer, 0, count);
    }
    return text;
}

std::string read_file(const std::filesystem::path& path) { return read_all(*open_file(path)); }

// Every shortening of a file must be an error.
void check_all_prefixes_fail(const std::string& bytes, const std::string& name) {
    const TestFiles files;
    for (std::size_t size = 4; size < bytes.size(); ++size) {
        CAPTURE(size);
        const auto path = files.write(name, std::string_view{bytes}.substr(0, size));
        CHECK_THROWS_AS(
            [&] {
                for (const auto& input : expand(path)) read_all(*input.open());
            }(),
            Error);
    }
}

} // namespace

TEST_CASE("Plain, gzip and zstd files give their bytes", "[loaders]") {
    const TestFiles files;
    const std::string text = "some bytes\nand more";
    CHECK(read_file(files.write("a", text)) == text);
    CHECK(read_file(files.write("b", gzip(text))) == text);
    CHECK(read_file(files.write("c", gzip(text) + gzip("!") + std::string(5, '\0'))) == text + "!");
    CHECK(read_file(files.write("d", zstd(text))) == text);
    CHECK(read_file(files.write("e", "")).empty());
}

TEST_CASE("A gzip file that is cut short or damaged is an error", "[loaders]") {
    const std::string text(1000, 'x');
    check_all_prefixes_fail(gzip(text), "a.gz");
    const TestFiles files;
    auto packed = gzip(text);
    packed[packed.size() - 6] = static_cast<char>(packed[packed.size() - 6] ^ 1); // the checksum
    CHECK_THROWS_WITH(read_file(files.write("b.gz", packed)), Contains("damaged"));
    CHECK_THROWS_WITH(read_file(files.write("c.gz", gzip(text) + "tail")),
                      Contains("followed by other bytes"));
}

TEST_CASE("A zip archive gives its files by name", "[loaders]") {
    const TestFiles files;
    const auto path = files.write("a.zip", zip({{"one.csv", "1"},
                                                {"sub/two.csv", "22"},
                                                {"__MACOSX/one.csv", "no"},
                                                {".hidden", "no"}}));
    const auto inputs = expand(path);
    REQUIRE(inputs.size() == 2);
    CHECK(inputs[0].name() == path.string() + ":one.csv");
    CHECK(inputs[1].file_name() == "two.csv");
    CHECK(read_all(*inputs[1].open()) == "22");
    CHECK_THROWS_WITH(open_zip_entry(map_file(path), "a.zip", "three"),
                      Contains("there is no file `three` in it"));
}

TEST_CASE("A zip archive that is cut short or damaged is an error", "[loaders]") {
    check_all_prefixes_fail(zip({{"one.csv", "some text"}}), "a.zip");
    const TestFiles files;
    auto damaged = zip({{"one.csv", "some text"}});
    damaged[damaged.find("some")] = 'S';
    CHECK_THROWS_WITH(read_all(*expand(files.write("b.zip", damaged)).at(0).open()),
                      Contains("cannot be unpacked"));
    const auto cut = zip({{"one.csv", "some text"}});
    CHECK_THROWS_WITH(expand(files.write("c.zip", cut.substr(0, cut.size() - 1))),
                      Contains("the archive is cut short"));
}

TEST_CASE("A folder gives its files in the order of their names, hidden ones left out",
          "[loaders]") {
    const TestFiles files;
    files.write("b.csv", "");
    files.write("a.csv", "");
    files.write(".c.csv", "");
    files.write("deeper/d.csv", "");
    const auto inputs = expand(files.path());
    REQUIRE(inputs.size() == 2);
    CHECK(inputs[0].file_name() == "a.csv");
    std::filesystem::create_directory(files.path("empty"));
    CHECK_THROWS_WITH(expand(files.path("empty")), Contains("holds no files"));
    CHECK_THROWS_WITH(expand(files.path("absent")), Contains("does not exist"));
}

TEST_CASE("A file's name is known without its folders and compression", "[loaders]") {
    CHECK(Input{"/x/h2020.csv.gz", "", 0}.file_name() == "h2020.csv");
    CHECK(Input{"/x/a.csv.zst", "", 0}.file_name() == "a.csv");
    CHECK(Input{"/x/all.zip", "data/v2.json", 0}.file_name() == "v2.json");
    CHECK(Input{"/x/.gz", "", 0}.file_name() == ".gz");
}

TEST_CASE("The head of a file has no byte order mark", "[loaders]") {
    const TestFiles files;
    const Input input{files.write("a", "\xef\xbb\xbf"
                                       "abcdef"),
                      "", 9};
    CHECK(head(input, 6) == "abc");
    CHECK(head(input, 100) == "abcdef");
}
