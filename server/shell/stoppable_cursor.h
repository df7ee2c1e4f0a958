// An answer that ends where its reader asks for it, also when the query has found all rows already.
//
// Invariant: rows come as the cursor below gives them.
#pragma once

#include "graph/error.h"
#include "query/result.h"

#include <stop_token>
#include <utility>

namespace lintas::server {

class StoppableCursor final : public query::Cursor {
public:
    // `cursor` outlives it.
    StoppableCursor(query::Cursor& cursor, std::stop_token stop)
        : cursor_{cursor}, stop_{std::move(stop)} {}

    const std::vector<std::string>& columns() const override { return cursor_.columns(); }
    bool next(std::vector<Value>& row) override {
        if (stop_.stop_requested())
            throw Error{ErrorCode::Limit, ErrorDetail::Cancelled, "The query was cancelled"};
        return cursor_.next(row);
    }
    const Snapshot& graph() const override { return cursor_.graph(); }
    const query::Summary& summary() const override { return cursor_.summary(); }

private:
    query::Cursor& cursor_;
    std::stop_token stop_;
};

} // namespace lintas::server
