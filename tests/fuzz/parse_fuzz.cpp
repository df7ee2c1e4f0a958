// A libFuzzer target: any bytes give a tree or a rendered Error, and a tree prints and parses
// again to the same. A broken promise aborts, which the fuzzer reports with its input.
#include "graph/expect.h"
#include "query/syntax/parser.h"
#include "query/syntax/print.h"
#include "query/syntax/source.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

using namespace lintas;

namespace {

// The query printed, or nothing when it does not parse.
std::optional<std::string> printed(std::string_view text) {
    try {
        return query::syntax::print(query::syntax::parse(text));
    } catch (const Error& error) {
        expect(error.code() != ErrorCode::Internal, "the fault lies in the query");
        expect(error.span() && error.span()->end <= text.size(), "the span lies in the query");
        expect(!query::syntax::render(error, text).empty(), "every error can be rendered");
        return std::nullopt;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (const auto once = printed(text)) expect(printed(*once) == once, "printing keeps the tree");
    return 0;
}
