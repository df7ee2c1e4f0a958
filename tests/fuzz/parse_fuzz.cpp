// A libFuzzer target: the parser's promises hold for any bytes. A broken one aborts, which the
// fuzzer reports with its input.
#include "fuzz/parsing_promises.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    lintas::testing::check_parsing({reinterpret_cast<const char*>(data), size});
    return 0;
}
