// A libFuzzer target: the engine's promises hold for any bytes. A broken one aborts, which the
// fuzzer reports with its input.
#include "fuzz/running_promises.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    lintas::testing::check_running({reinterpret_cast<const char*>(data), size});
    return 0;
}
