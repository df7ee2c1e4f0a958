// Damaged files: found by the check, and never wrong data or a crash for who opens them.
#include "graph/error.h"
#include "graph/lmdb/check.h"
#include "graph/lmdb/check_pages.h"
#include "graph/lmdb/lmdb_store.h"
#include "graph/lmdb/store_file.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "graph_text.h"
#include "random_seed.h"
#include "sample_load.h"
#include "temporary_folder.h"

using namespace lintas;
using namespace lintas::testing;

namespace {

void write_store_to_damage(const std::filesystem::path& path, std::size_t most_home_label_sets) {
    const auto load = begin_bulk_load(path, {.most_home_label_sets = most_home_label_sets});
    SampleLoad{*load, 60, 150}.run();
    load->finish();
}

std::string read_all(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// A store whose bytes are changed and put back.
class Patient {
public:
    explicit Patient(std::size_t most_home_label_sets = 1000) {
        write_store_to_damage(path(), most_home_label_sets);
        bytes_ = read_all(path());
        text_ = graph_text(*open_lmdb_store(path())->snapshot());
        used_.resize(bytes_.size());
        const lmdb::MappedFile mapped{path()};
        const lmdb::PageFile file{mapped.bytes()};
        lmdb::check_pages(
            file, [](const std::string& what) { FAIL(what); },
            [this](std::uint64_t begin, std::uint64_t length) {
                std::fill_n(used_.begin() + static_cast<std::ptrdiff_t>(begin), length, true);
            });
    }

    std::filesystem::path path() const { return folder_.path() / "store"; }
    const std::string& bytes() const { return bytes_; }
    bool is_used(std::size_t at) const { return used_[at]; }

    // Writes other bytes over some of the store's.
    void patch(std::size_t at, const std::string& patch) const {
        std::fstream file{path(), std::ios::binary | std::ios::in | std::ios::out};
        file.seekp(static_cast<std::streamoff>(at));
        file.write(patch.data(), static_cast<std::streamsize>(patch.size()));
    }
    void heal() const {
        std::filesystem::resize_file(path(), bytes_.size());
        patch(0, bytes_);
    }

    // Does the check say that something is wrong?
    bool is_found_out() const {
        try {
            return !check_lmdb_store(path()).findings.empty();
        } catch (const Error& error) {
            return error.code() == ErrorCode::Storage;
        }
    }
    // Does reading everything give an error, or all that was there?
    bool is_safe_to_read() const {
        try {
            return graph_text(*open_lmdb_store(path())->snapshot()) == text_;
        } catch (const Error& error) {
            return error.code() == ErrorCode::Storage;
        }
    }

private:
    TemporaryFolder folder_;
    std::string bytes_;
    std::string text_;
    std::vector<bool> used_;
};

// Flips one bit after the other; `choose` says where.
template <typename Choose>
void check_flips(const Patient& patient, std::size_t count, std::mt19937& random, Choose choose) {
    for (std::size_t round = 0; round < count; ++round) {
        const std::size_t at = choose();
        const auto bit = random() % 8;
        CAPTURE(at, bit);
        patient.patch(at, {static_cast<char>(patient.bytes()[at] ^ (1 << bit))});
        if (!patient.is_found_out() && patient.is_used(at)) FAIL_CHECK("It goes unnoticed");
        if (!patient.is_safe_to_read()) FAIL_CHECK("It gives wrong data");
        patient.patch(at, {patient.bytes()[at]});
    }
    CHECK_FALSE(patient.is_found_out());
    CHECK(patient.is_safe_to_read());
}

} // namespace

TEST_CASE("Every flipped bit is found, or lies where nothing is", "[lmdb][damage]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    std::mt19937 random{seed};
    for (const std::size_t most_home_label_sets : {1000, 1}) {
        const Patient patient{most_home_label_sets};
        const auto anywhere = [&] { return random() % patient.bytes().size(); };
        const auto in_use = [&] {
            auto at = anywhere();
            while (!patient.is_used(at)) at = anywhere();
            return at;
        };
        check_flips(patient, 1'000, random, in_use);
        check_flips(patient, 250, random, anywhere);
    }
}

TEST_CASE("The check watches every byte that is in use", "[lmdb][damage]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    std::mt19937 random{seed};
    const Patient patient;
    for (std::size_t at = 0; at < patient.bytes().size(); ++at) {
        if (!patient.is_used(at)) continue;
        const auto bit = random() % 8;
        patient.patch(at, {static_cast<char>(patient.bytes()[at] ^ (1 << bit))});
        if (!patient.is_found_out()) FAIL_CHECK("Bit " << bit << " of byte " << at << " is not");
        patient.patch(at, {patient.bytes()[at]});
    }
}

TEST_CASE("Every flipped bit of the first pages is found", "[lmdb][damage]") {
    const Patient patient;
    for (std::size_t at = 0; at < 2 * 4096; ++at) {
        if (!patient.is_used(at)) continue;
        for (int bit = 0; bit < 8; ++bit) {
            CAPTURE(at, bit);
            patient.patch(at, {static_cast<char>(patient.bytes()[at] ^ (1 << bit))});
            if (!patient.is_found_out()) FAIL_CHECK("A changed byte goes unnoticed");
            if (!patient.is_safe_to_read()) FAIL_CHECK("A changed byte gives wrong data");
        }
        patient.patch(at, {patient.bytes()[at]});
    }
}

TEST_CASE("Rubbish over any part of the file does no harm", "[lmdb][damage]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    std::mt19937 random{seed};
    const Patient patient;
    for (int round = 0; round < 400; ++round) {
        const auto at = random() % patient.bytes().size();
        const auto length = std::min(patient.bytes().size() - at, 1 + random() % 5000);
        const auto filler = static_cast<char>(random());
        const bool is_random = random() % 2 == 0;
        std::string rubbish(length, filler);
        if (is_random)
            for (auto& byte : rubbish) byte = static_cast<char>(random());
        CAPTURE(at, length, filler, is_random);
        patient.patch(at, rubbish);
        patient.is_found_out();
        if (!patient.is_safe_to_read()) FAIL_CHECK("Rubbish gives wrong data");
        patient.patch(at, patient.bytes().substr(at, length));
    }
}

TEST_CASE("Pages in one another's place are found", "[lmdb][damage]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    std::mt19937 random{seed};
    const Patient patient;
    const auto pages = patient.bytes().size() / 4096;
    for (int round = 0; round < 100; ++round) {
        const auto one = random() % pages;
        const auto two = random() % pages;
        CAPTURE(one, two);
        patient.patch(one * 4096, patient.bytes().substr(two * 4096, 4096));
        const bool is_used = patient.is_used(one * 4096);
        if (one != two && is_used && !patient.is_found_out()) FAIL_CHECK("It goes unnoticed");
        if (!patient.is_safe_to_read()) FAIL_CHECK("It gives wrong data");
        patient.patch(one * 4096, patient.bytes().substr(one * 4096, 4096));
    }
}

TEST_CASE("A file cut short anywhere is found", "[lmdb][damage]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    std::mt19937 random{seed};
    const Patient patient;
    for (int round = 0; round < 200; ++round) {
        const auto length =
            round < 20 ? static_cast<std::size_t>(round) * 512 : random() % patient.bytes().size();
        CAPTURE(length);
        std::filesystem::resize_file(patient.path(), length);
        const auto last = static_cast<std::ptrdiff_t>(length);
        bool loses_something = false;
        for (auto at = last; at < std::ssize(patient.bytes()); ++at)
            loses_something = loses_something || patient.is_used(static_cast<std::size_t>(at));
        if (loses_something && !patient.is_found_out()) FAIL_CHECK("It goes unnoticed");
        if (!patient.is_safe_to_read()) FAIL_CHECK("It gives wrong data");
        patient.heal();
    }
}

TEST_CASE("A damaged segment harms only who reads it", "[lmdb][damage]") {
    const Patient patient;
    auto at = patient.bytes().find("nnnnnnnn");
    while (at != std::string::npos && !patient.is_used(at))
        at = patient.bytes().find("nnnnnnnn", at + 1);
    REQUIRE(at != std::string::npos);
    patient.patch(at, "m");
    const auto snapshot = open_lmdb_store(patient.path())->snapshot();
    Nodes nodes;
    ScanPosition position;
    REQUIRE(snapshot->scan(position, snapshot->symbols().labels.find("Person"), nodes));
    CHECK(snapshot->gather(*snapshot->symbols().keys.find("year"), nodes).size() == nodes.size());
    CHECK_THROWS_WITH(snapshot->gather(*snapshot->symbols().keys.find("name"), nodes),
                      Catch::Contains("The store is damaged (segment `P/0/8/"));
    const auto findings = check_lmdb_store(patient.path()).findings;
    REQUIRE(findings.size() == 1);
    CHECK_THAT(findings[0], Catch::Contains("is not as it was written"));
}
