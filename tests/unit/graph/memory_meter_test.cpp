#include "graph/memory_meter.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <vector>

using namespace lintas;

TEST_CASE("A meter counts what is taken and given back", "[memory]") {
    MemoryMeter meter;
    {
        const Metering metering{meter};
        const std::vector<char> taken(1000);
        CHECK(meter.held() >= 1000);
        const auto aligned = std::make_unique<std::array<char, 64>>();
        CHECK(meter.held() >= 1064);
    }
    CHECK(meter.held() == 0);
}

TEST_CASE("A meter counts over-aligned memory and arrays", "[memory]") {
    struct alignas(128) Wide {
        char bytes[300];
    };
    MemoryMeter meter;
    const Metering metering{meter};
    auto wide = std::make_unique<Wide[]>(3);
    CHECK(reinterpret_cast<std::uintptr_t>(wide.get()) % 128 == 0);
    CHECK(meter.held() >= 3 * 384);
    wide.reset();
    CHECK(meter.held() == 0);
}

TEST_CASE("What is taken outside a metering, unmetered or by other threads does not count",
          "[memory]") {
    MemoryMeter meter;
    const std::string before(1000, 'a');
    const Metering metering{meter};
    {
        const Unmetered unmetered;
        const std::string within(1000, 'b');
        CHECK(meter.held() == 0);
    }
    std::thread other;
    {
        const Unmetered unmetered;
        other = std::thread{[] { const std::string own(1'000'000, 'c'); }};
    }
    other.join();
    CHECK(meter.held() <= 0);
}

TEST_CASE("A large allocation over the limit is refused and takes nothing", "[memory]") {
    MemoryMeter meter{1'000'000};
    const Metering metering{meter};
    const std::vector<char> first(600'000);
    const auto held = meter.held();
    try {
        const std::vector<char> second(600'000);
        FAIL("600,000 bytes over a limit were given out");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Limit);
        CHECK(std::string{error.what()} ==
              "The query needs more memory than its limit of 1000000 bytes allows");
    }
    CHECK(meter.held() <= held);
    CHECK_FALSE(meter.is_over());
}

TEST_CASE("Small allocations pass the limit and are told of", "[memory]") {
    MemoryMeter meter{100'000};
    const Metering metering{meter};
    std::vector<std::unique_ptr<std::array<char, 1000>>> taken;
    for (int i = 0; i < 200; ++i) taken.push_back(std::make_unique<std::array<char, 1000>>());
    CHECK(meter.is_over());
    taken.clear();
    CHECK_FALSE(meter.is_over());
}
