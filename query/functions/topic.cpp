#include "query/functions/topic.h"

#include <array>

namespace lintas::query {

std::span<const FunctionTopic> function_topics() {
    static const auto topics = std::to_array<FunctionTopic>({
        {"Conversion", conversion_functions()},
        {"List", list_functions()},
        {"Mathematics", math_functions()},
        {"Node, relationship and path", entity_functions()},
        {"Scalar", scalar_functions()},
        {"Spatial", point_functions()},
        {"String", string_functions()},
        {"Temporal", temporal_functions()},
        {"Vector", vector_functions()},
    });
    return topics;
}

} // namespace lintas::query
