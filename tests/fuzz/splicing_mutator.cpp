// libFuzzer's hooks: half of its changes keep tokens whole, the others are its own.
#include "fuzz/token_splice.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

std::string_view view(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

// As much of the text as there is room for.
std::size_t put(const std::string& text, std::uint8_t* data, std::size_t most) {
    const auto size = text.size() < most ? text.size() : most;
    std::memcpy(data, text.data(), size);
    return size;
}

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned int seed) {
    if (seed % 2 == 0) return LLVMFuzzerMutate(data, size, most);
    return put(lintas::testing::changed_tokens(view(data, size), seed), data, most);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* one, std::size_t one_size,
                                                 const std::uint8_t* other, std::size_t other_size,
                                                 std::uint8_t* out, std::size_t most,
                                                 unsigned int seed) {
    return put(lintas::testing::spliced_tokens(view(one, one_size), view(other, other_size), seed),
               out, most);
}
