#include "graph/memory_meter.h"

#include "graph/error.h"

#include <cstdlib>
#include <malloc.h>
#include <new>
#include <string>
#include <utility>

namespace lintas {

namespace {

thread_local constinit MemoryMeter* current_meter = nullptr;

void* allocate(std::size_t bytes, std::size_t alignment) {
    auto* const meter = current_meter;
    if (meter != nullptr && bytes >= large_allocation) meter->expect_room(bytes);
    void* const memory =
        alignment == 0 ? std::malloc(bytes == 0 ? 1 : bytes) : std::aligned_alloc(alignment, bytes);
    if (memory == nullptr) throw std::bad_alloc{};
    if (meter != nullptr) meter->add(::malloc_usable_size(memory));
    return memory;
}

void* allocate_or_null(std::size_t bytes) noexcept {
    try {
        return allocate(bytes, 0);
    } catch (...) {
        return nullptr;
    }
}

// aligned_alloc() wants a size that is a multiple of the alignment.
void* allocate_aligned(std::size_t bytes, std::align_val_t alignment) {
    const auto unit = static_cast<std::size_t>(alignment);
    if (bytes > ~std::size_t{0} - unit) throw std::bad_alloc{};
    return allocate((bytes + unit) / unit * unit, unit);
}

void release(void* memory) noexcept {
    if (current_meter != nullptr && memory != nullptr)
        current_meter->subtract(::malloc_usable_size(memory));
    std::free(memory);
}

} // namespace

void MemoryMeter::expect_room(std::size_t bytes) const {
    if (limit_ == 0) return;
    const auto held = held_ > 0 ? static_cast<std::uint64_t>(held_) : 0;
    if (held > limit_ || bytes > limit_ - held) refuse();
}

void MemoryMeter::refuse() const {
    const Unmetered unmetered;
    throw Error{ErrorCode::Limit, "The query needs more memory than its limit of " +
                                      std::to_string(limit_) + " bytes allows"};
}

Metering::Metering(MemoryMeter* meter) noexcept : before_{std::exchange(current_meter, meter)} {}
Metering::~Metering() { current_meter = before_; }

} // namespace lintas

// The program's allocation functions. Those with `nothrow` are here too, since a sanitizer's would
// not call the others.
void* operator new(std::size_t bytes) { return lintas::allocate(bytes, 0); }
void* operator new[](std::size_t bytes) { return lintas::allocate(bytes, 0); }
void* operator new(std::size_t bytes, std::align_val_t alignment) {
    return lintas::allocate_aligned(bytes, alignment);
}
void* operator new[](std::size_t bytes, std::align_val_t alignment) {
    return lintas::allocate_aligned(bytes, alignment);
}
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
    return lintas::allocate_or_null(bytes);
}
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept {
    return lintas::allocate_or_null(bytes);
}
void operator delete(void* memory) noexcept { lintas::release(memory); }
void operator delete[](void* memory) noexcept { lintas::release(memory); }
void operator delete(void* memory, std::size_t) noexcept { lintas::release(memory); }
void operator delete[](void* memory, std::size_t) noexcept { lintas::release(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { lintas::release(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { lintas::release(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
    lintas::release(memory);
}
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept {
    lintas::release(memory);
}
