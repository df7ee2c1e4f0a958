// Counts what a thread allocates on behalf of a query, so that its memory budget is about bytes
// that were really taken, and are refused before they are.
//
// Invariant: a meter counts what `operator new` gave less what `operator delete` took back, with
// the allocator's rounding, on the threads and during the times for which a Metering names it.
// Under a limit, an allocation of large_allocation bytes or more that would pass it throws
// ErrorCode::Limit and takes nothing; smaller ones are let through, and is_over() tells of them.
// Memory that others will keep is allocated under Unmetered.
#pragma once

#include <cstddef>
#include <cstdint>

namespace lintas {

inline constexpr std::size_t large_allocation = std::size_t{64} << 10;

// For one thread at a time.
class MemoryMeter {
public:
    // Zero: no limit.
    explicit MemoryMeter(std::uint64_t limit = 0) : limit_{limit} {}

    void limit(std::uint64_t bytes) { limit_ = bytes; }
    std::uint64_t limit() const { return limit_; }
    // May be negative: what was taken elsewhere and given back here counts too.
    std::int64_t held() const { return held_; }
    bool is_over() const { return limit_ != 0 && held_ > static_cast<std::int64_t>(limit_); }
    // Throws Limit if that much more would be over the limit.
    void expect_room(std::size_t bytes) const;
    [[noreturn]] void refuse() const;

    void add(std::size_t bytes) noexcept { held_ += static_cast<std::int64_t>(bytes); }
    void subtract(std::size_t bytes) noexcept { held_ -= static_cast<std::int64_t>(bytes); }

private:
    std::uint64_t limit_;
    std::int64_t held_ = 0;
};

// While it lives, the thread's allocations count for the meter.
class Metering {
public:
    explicit Metering(MemoryMeter& meter) noexcept : Metering{&meter} {}
    Metering(const Metering&) = delete;
    Metering& operator=(const Metering&) = delete;
    ~Metering();

protected:
    explicit Metering(MemoryMeter* meter) noexcept;

private:
    MemoryMeter* before_;
};

// While it lives, the thread's allocations count for nobody.
class Unmetered : private Metering {
public:
    Unmetered() noexcept : Metering{nullptr} {}
};

} // namespace lintas
