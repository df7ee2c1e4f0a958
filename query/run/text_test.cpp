#include "query/run/text_test.h"

#include "graph/expect.h"
#include "query/functions/operators.h"
#include "query/run/column_kernel.h"

#include <cstring>
#include <string_view>

namespace lintas::query {

namespace {

bool has_part(std::string_view text, std::string_view part) {
    return part.empty() || memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

template <typename Test>
Column test_each(const Strings& texts, std::span<const std::uint8_t> nulls, Test test) {
    Booleans results(texts.size());
    for (std::size_t row = 0; row < texts.size(); ++row) {
        if (nulls.empty() || !nulls[row]) results[row] = test(texts[row]);
    }
    return {std::move(results), {nulls.begin(), nulls.end()}};
}

// A whole column of texts against one part.
Column test_strings(BinaryKind kind, const Strings& texts, std::span<const std::uint8_t> nulls,
                    std::string_view part) {
    if (kind == BinaryKind::StartsWith) {
        return test_each(texts, nulls, [part](auto text) { return text.starts_with(part); });
    }
    if (kind == BinaryKind::EndsWith) {
        return test_each(texts, nulls, [part](auto text) { return text.ends_with(part); });
    }
    return test_each(texts, nulls, [part](auto text) { return has_part(text, part); });
}

Column test_values(BinaryKind kind, const Column& texts, const Column& parts) {
    if (kind == BinaryKind::StartsWith) return boxed_rows(texts, parts, starts_with);
    if (kind == BinaryKind::EndsWith) return boxed_rows(texts, parts, ends_with);
    if (kind == BinaryKind::Contains) return boxed_rows(texts, parts, contains);
    expect(kind == BinaryKind::Matches, "a test of texts is one of four");
    return boxed_rows(texts, parts, matches);
}

} // namespace

Column test_texts(BinaryKind kind, const Column& texts, const Column& parts) {
    const auto* strings = texts.get<Strings>();
    const auto* part = parts.get<Constant>();
    if (part && part->value.is_null()) return null_column(texts.size());
    if (strings && part && part->value.is(ValueType::String) && kind != BinaryKind::Matches) {
        return test_strings(kind, *strings, texts.nulls(), part->value.string());
    }
    return test_values(kind, texts, parts);
}

} // namespace lintas::query
