#include "function_cases.h"

#include <limits>

using namespace lintas;
using namespace lintas::testing;

namespace {

const std::vector<FunctionCase> vector_calls = {
    {"vector.similarity.cosine", {Value{List{1, 2}}, Value{List{2, 4}}}, "1.0"},
    {"vector.similarity.cosine", {Value{List{1.0, 0}}, Value{List{0, 3.5}}}, "0.5"},
    {"vector.similarity.cosine", {Value{List{1}}, Value{List{-1}}}, "0.0"},
    {"vector.similarity.cosine", {Value{List{1e300, 1e300}}, Value{List{1e-160, 1e-160}}}, "1.0"},
    {"vector.similarity.euclidean", {Value{List{1, 2}}, Value{List{1.0, 2.0}}}, "1.0"},
    {"vector.similarity.euclidean", {Value{List{0, 0}}, Value{List{0, 3}}}, "0.1"},
    {"Vector.Similarity.Euclidean", {Value{List{0}}, Value{List{1}}}, "0.5"},
};

} // namespace

TEST_CASE("Similar vectors have a similarity near 1", "[functions][vector]") {
    check_functions(vector_calls);
    check_null_in_null_out(vector_calls);
}

TEST_CASE("Vectors have equally many finite coordinates and a direction", "[functions][vector]") {
    const auto infinity = std::numeric_limits<double>::infinity();
    check_functions({
        {"vector.similarity.cosine",
         {Value{List{1, 2}}, Value{List{1}}},
         "ArgumentError InvalidArgumentValue"},
        {"vector.similarity.cosine",
         {Value{List{}}, Value{List{}}},
         "ArgumentError InvalidArgumentValue"},
        {"vector.similarity.cosine",
         {Value{List{0, 0}}, Value{List{1, 2}}},
         "ArgumentError InvalidArgumentValue"},
        {"vector.similarity.euclidean",
         {Value{List{"a"}}, Value{List{1}}},
         "TypeError InvalidArgumentValue"},
        {"vector.similarity.euclidean",
         {Value{List{Value{}}}, Value{List{1}}},
         "TypeError InvalidArgumentValue"},
        {"vector.similarity.euclidean",
         {Value{List{infinity}}, Value{List{1}}},
         "TypeError InvalidArgumentValue"},
        {"vector.similarity.euclidean", {"a", Value{List{1}}}, "TypeError InvalidArgumentValue"},
    });
}
