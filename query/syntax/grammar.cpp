#include "query/syntax/grammar.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query::syntax {

namespace {

[[noreturn]] void fail_depth(const Token& token) {
    throw Error{ErrorCode::Syntax, ErrorDetail::UnexpectedSyntax,
                fmt::format("The query nests more than {} levels deep here", syntax_depth_limit),
                token.span};
}

} // namespace

Grammar::Nested::Nested(Grammar& grammar) : grammar_{grammar} {
    if (grammar.nesting_ >= syntax_depth_limit) fail_depth(grammar.cursor_.token());
    ++grammar.nesting_;
}

Grammar::Height::~Height() { grammar_.height_ = std::max(grammar_.height_, outer_); }

void Grammar::Height::grow(std::size_t nodes) {
    grammar_.height_ += nodes;
    if (grammar_.height_ > syntax_depth_limit) fail_depth(grammar_.cursor_.token());
}

} // namespace lintas::query::syntax
