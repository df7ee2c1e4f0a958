// Calls functions and operators as a query would, and says in one line what came of it, so that
// their tests can be tables.
//
// Invariant: an answer is the value as Cypher text, or the code and detail of the error.
#pragma once

#include "graph/memory_store.h"
#include "query/functions/function.h"

#include <catch2/catch.hpp>

#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::testing {

template <typename Body> std::string answer_of(const Body& body) {
    try {
        return to_text(body());
    } catch (const Error& error) {
        std::string text{name(error.code())};
        if (error.detail() != ErrorDetail::None) text += " " + std::string{name(error.detail())};
        return text;
    }
}

// An empty graph that can be written to, and what a call needs besides.
struct Calls {
    std::unique_ptr<Store> store = make_memory_store();
    std::unique_ptr<Transaction> graph = store->begin();
    std::mt19937_64 random{20240229};
    query::CallContext context{
        *graph, {1'700'000'000, 0, 0, {}}, {1'700'000'000, 123'456'789, 0, {}}, random};

    Value call(std::string_view name, const List& arguments) {
        const auto* function = query::find_function(name);
        if (!function) FAIL("There is no function " << name);
        return query::call(*function, arguments, context);
    }
    std::string answer(std::string_view name, const List& arguments) {
        return answer_of([&] { return call(name, arguments); });
    }
};

struct FunctionCase {
    std::string_view function;
    List arguments;
    std::string_view answer;
};

inline void check_functions(const std::vector<FunctionCase>& cases) {
    Calls calls;
    for (const auto& [function, arguments, answer] : cases) {
        INFO(function << " of " << to_text(Value{arguments}));
        CHECK(calls.answer(function, arguments) == answer);
    }
}

// Every one of the functions gives null when any argument is null, and refuses to be called with
// no argument.
inline void check_null_in_null_out(const std::vector<FunctionCase>& cases) {
    Calls calls;
    for (const auto& [function, arguments, answer] : cases) {
        for (std::size_t at = 0; at < arguments.size(); ++at) {
            auto with_null = arguments;
            with_null[at] = Value{};
            INFO(function << " of " << to_text(Value{with_null}));
            CHECK(calls.answer(function, with_null) == "null");
        }
        if (arguments.empty()) continue;
        INFO(function << " of nothing");
        CHECK(calls.answer(function, {}) == "SyntaxError InvalidNumberOfArguments");
    }
}

} // namespace lintas::testing
