#include "query/plan/index_steps.h"

namespace lintas::query {

namespace {

struct Expressions {
    std::vector<ExpressionPointer> operator()(const EqualKey& key) const { return {key.value}; }
    std::vector<ExpressionPointer> operator()(const KeyInList& key) const { return {key.list}; }
    std::vector<ExpressionPointer> operator()(const KeyInRange& key) const {
        std::vector<ExpressionPointer> found;
        if (key.lower) found.push_back(key.lower);
        if (key.upper) found.push_back(key.upper);
        return found;
    }
    std::vector<ExpressionPointer> operator()(const KeyWithPrefix& key) const {
        return {key.prefix};
    }
};

} // namespace

std::vector<ExpressionPointer> expressions_of(const KeySeek& seek) {
    return std::visit(Expressions{}, seek);
}

} // namespace lintas::query
