// Random expressions over a batch against the same expressions over each of its rows alone.
#include "query/run/evaluate.h"

#include "graph/error.h"
#include "plan_building.h"
#include "random_seed.h"
#include "random_value.h"

#include <catch2/catch.hpp>

#include <optional>

namespace lintas::query {
namespace {

using namespace lintas::testing;

constexpr std::uint32_t columns = 4;
constexpr std::size_t rows = 9;

class RandomExpressions {
public:
    explicit RandomExpressions(RandomValues& random) : random_{random} {}

    ExpressionPointer any(int depth, std::uint32_t slots = columns) {
        if (depth == 0) return leaf(slots);
        const auto part = [&] { return any(depth - 1, slots); };
        switch (random_.below(13)) {
        case 0:
        case 1: return binary(comparison(), part(), part());
        case 2: return binary(arithmetic(), part(), part());
        case 3:
        case 4: return binary(logic(), truth(depth - 1, slots), truth(depth - 1, slots));
        case 5: return expression(UnaryExpression{unary(), part()});
        case 6:
            return expression(CaseExpression{
                {{truth(depth - 1, slots), part()}, {truth(depth - 1, slots), part()}},
                random_.below(2) == 0 ? part() : nullptr});
        case 7: return call_of("coalesce", {part(), part()});
        case 8: return expression(ListExpression{{part(), part()}});
        case 9: return expression(IndexExpression{list(depth - 1, slots), part()});
        case 10: return property(part(), "v");
        case 11: return loop(depth, slots);
        default: return truth(depth, slots);
        }
    }

    // Mostly boolean.
    ExpressionPointer truth(int depth, std::uint32_t slots) {
        if (depth == 0) return random_.below(3) == 0 ? leaf(slots) : constant(random_truth());
        const auto part = [&] { return any(depth - 1, slots); };
        switch (random_.below(4)) {
        case 0: return binary(comparison(), part(), part());
        case 1: return binary(BinaryKind::In, part(), list(depth - 1, slots));
        case 2: return expression(UnaryExpression{UnaryKind::IsNull, part()});
        default: return binary(logic(), truth(depth - 1, slots), truth(depth - 1, slots));
        }
    }

private:
    Value random_truth() {
        const auto kind = random_.below(3);
        return kind == 0 ? Value{} : Value{kind == 1};
    }
    static ExpressionPointer call_of(const char* name, std::vector<ExpressionPointer> arguments) {
        return expression(FunctionExpression{find_function(name), std::move(arguments)});
    }
    ExpressionPointer leaf(std::uint32_t slots) {
        if (random_.below(3) == 0) return constant(random_.any(1));
        return variable(static_cast<std::uint32_t>(random_.below(slots)));
    }
    ExpressionPointer list(int depth, std::uint32_t slots) {
        if (random_.below(4) == 0) return leaf(slots);
        return expression(ListExpression{{any(depth, slots), leaf(slots)}});
    }
    // The variable of a loop is the next slot.
    ExpressionPointer loop(int depth, std::uint32_t slots) {
        auto over = list(depth - 1, slots);
        switch (random_.below(3)) {
        case 0:
            return expression(ComprehensionExpression{
                std::move(over), slot(slots),
                random_.below(2) == 0 ? truth(depth - 1, slots + 1) : nullptr,
                random_.below(2) == 0 ? any(depth - 1, slots + 1) : nullptr});
        case 1:
            return expression(QuantifierExpression{static_cast<QuantifierKind>(random_.below(4)),
                                                   std::move(over), slot(slots),
                                                   truth(depth - 1, slots + 1)});
        default:
            return expression(ReduceExpression{slot(slots), any(depth - 1, slots), std::move(over),
                                               slot(slots + 1), any(depth - 1, slots + 2)});
        }
    }
    BinaryKind comparison() {
        return random_.one_of({BinaryKind::Equal, BinaryKind::NotEqual, BinaryKind::Less,
                               BinaryKind::LessOrEqual, BinaryKind::Greater,
                               BinaryKind::GreaterOrEqual, BinaryKind::StartsWith,
                               BinaryKind::Contains});
    }
    BinaryKind arithmetic() {
        return random_.one_of({BinaryKind::Add, BinaryKind::Subtract, BinaryKind::Multiply,
                               BinaryKind::Divide, BinaryKind::Modulo, BinaryKind::Power});
    }
    BinaryKind logic() {
        return random_.one_of({BinaryKind::And, BinaryKind::Or, BinaryKind::Xor});
    }
    UnaryKind unary() {
        return random_.one_of({UnaryKind::Minus, UnaryKind::Plus, UnaryKind::Not, UnaryKind::IsNull,
                               UnaryKind::IsNotNull});
    }

    RandomValues& random_;
};

Batch random_batch(RandomValues& random) {
    Batch batch{frame_width, rows};
    for (std::uint32_t column = 0; column < columns; ++column) {
        const auto kind = random.below(6);
        Boxed values(rows);
        for (auto& value : values) {
            if (random.below(6) == 0) continue;
            if (kind == 0) value = static_cast<std::int64_t>(random.below(4));
            if (kind == 1) value = random.floating();
            if (kind == 2) value = random.text();
            if (kind == 3) value = random.below(2) == 0;
            if (kind == 4) value = node(static_cast<std::uint32_t>(random.below(3)));
            if (kind == 5) value = random.any(2);
        }
        batch.set(slot(column), typed_column(std::move(values)));
    }
    return batch;
}

// The values of the rows, or nothing when one of them fails.
std::optional<std::vector<std::string>> texts_of(const Expression& expression, const Batch& batch,
                                                 RunContext& context) {
    try {
        const auto column = evaluate(expression, batch, context);
        expect(column.size() == batch.rows(), "an expression gives a value for each row");
        std::vector<std::string> texts;
        for (std::size_t row = 0; row < column.size(); ++row) {
            texts.push_back(to_text(column.value(row)));
        }
        return texts;
    } catch (const Error& error) {
        expect(error.code() != ErrorCode::Internal, error.what());
        return std::nullopt;
    }
}

} // namespace

TEST_CASE("A batch gives what its rows give one by one", "[run][evaluate]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    RandomValues random{seed};
    RandomExpressions expressions{random};
    const auto graph = graph_of(3, {{0, 1}, {1, 2}, {2, 0}});
    const Map none;
    RunContext context{*graph, none, frame_width};
    std::size_t without_error = 0;
    for (int round = 0; round < 6000; ++round) {
        CAPTURE(round);
        const auto tested = expressions.any(1 + static_cast<int>(random.below(4)));
        const auto batch = random_batch(random);
        std::optional<std::vector<std::string>> wanted{std::in_place};
        for (std::size_t row = 0; row < rows && wanted; ++row) {
            const auto one = texts_of(*tested, batch.slice(row, 1), context);
            if (!one) wanted = std::nullopt;
            if (one) wanted->push_back(one->front());
        }
        CHECK(texts_of(*tested, batch, context) == wanted);
        without_error += wanted.has_value();
    }
    CHECK(without_error > 1000);
}

} // namespace lintas::query
