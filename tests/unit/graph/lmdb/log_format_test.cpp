// The log's bytes: what was written is read, what was torn is left out, what was damaged is told.
#include "graph/lmdb/log_format.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

#include <string>

using namespace lintas;
using namespace lintas::lmdb;

namespace {

const std::string uuid = "01234567-89ab-cdef-0123-456789abcdef";

Bytes record(std::string_view text) {
    const auto bytes = bytes_of(text);
    return {bytes.begin(), bytes.end()};
}

void append(Bytes& log, const Bytes& bytes) { log.insert(log.end(), bytes.begin(), bytes.end()); }

// Three frames with the commits 5 to 9.
Bytes sample() {
    auto log = encode_log_header({uuid, 5});
    append(log, encode_frame(uuid, 5, {record("five"), record("six")}));
    append(log, encode_frame(uuid, 7, {record("")}));
    append(log, encode_frame(uuid, 8, {record("eight"), record("the ninth")}));
    return log;
}

std::vector<std::string> texts(const LogContent& content) {
    std::vector<std::string> found;
    for (const auto& commit : content.commits) found.emplace_back(text_of(commit.record));
    return found;
}

} // namespace

TEST_CASE("A log gives back its commits", "[lmdb][log]") {
    auto bytes = sample();
    const auto end = bytes.size();
    bytes.resize(end + 4096); // zeros, as they are written ahead
    const auto content = read_log(bytes);
    REQUIRE(content);
    CHECK(content->header.uuid == uuid);
    CHECK(content->header.first_lsn == 5);
    CHECK(content->end == end);
    CHECK(texts(*content) == std::vector<std::string>{"five", "six", "", "eight", "the ninth"});
    CHECK(content->commits.back().lsn == 9);
}

TEST_CASE("A log that is cut anywhere gives the whole frames before", "[lmdb][log]") {
    const auto whole = sample();
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto content = read_log(ByteView{whole}.first(size));
        REQUIRE(content.has_value() == (size >= log_header_size));
        if (content) CHECK(content->commits.size() <= 3);
    }
}

TEST_CASE("A byte of the last frame that is not as written makes it not be there", "[lmdb][log]") {
    const auto whole = sample();
    const auto begin =
        whole.size() - encode_frame(uuid, 8, {record("eight"), record("the ninth")}).size();
    for (std::size_t at = begin; at < whole.size(); ++at) {
        auto bytes = whole;
        bytes[at] ^= std::byte{0x10};
        const auto content = read_log(bytes);
        REQUIRE(content);
        CHECK(content->commits.size() == 3);
        CHECK(content->end == begin);
    }
}

TEST_CASE("A byte of an earlier frame that is not as written is damage", "[lmdb][log]") {
    const auto whole = sample();
    const auto end =
        whole.size() - encode_frame(uuid, 8, {record("eight"), record("the ninth")}).size();
    for (std::size_t at = log_header_size; at < end; ++at) {
        auto bytes = whole;
        bytes[at] ^= std::byte{0x10};
        CHECK_THROWS_AS(read_log(bytes), Error);
    }
}

TEST_CASE("Another store's frames are not read", "[lmdb][log]") {
    auto bytes = encode_log_header({uuid, 1});
    append(bytes, encode_frame("fedcba98-7654-3210-fedc-ba9876543210", 1, {record("one")}));
    CHECK(read_log(bytes)->commits.empty());
}
