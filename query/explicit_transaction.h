// Several statements that are committed together, or not at all.
//
// Invariant: the statements see one state of the graph and what those before them changed. The
// writer's turn is taken by the first statement that changes something; where others have changed
// the graph since an earlier statement read it, that is refused with Transaction
// TransactionOutdated. After a statement has failed, all but roll_back() is refused.
//
// One thread at a time: who comes while a statement runs gets Transaction AccessedConcurrently. A
// cursor is read to its end before the next statement runs; it keeps the transaction's view, and a
// writer's turn that was not committed, for as long as it lives.
#pragma once

#include "graph/value.h"
#include "query/limits.h"
#include "query/result.h"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace lintas::query {

enum class Access { Read, Write };

struct TransactionOptions {
    Access access = Access::Write;
    // Rolled back once nothing was asked of it for so long; zero: never.
    std::chrono::milliseconds idle_time{0};
    // Rolled back when it is so old, unless a statement is running; zero: never.
    std::chrono::milliseconds longest_time{0};
};

class OpenTransaction;

class ExplicitTransaction {
public:
    explicit ExplicitTransaction(std::shared_ptr<OpenTransaction> open);
    ExplicitTransaction(ExplicitTransaction&&) noexcept;
    ExplicitTransaction& operator=(ExplicitTransaction&&) noexcept;
    // Rolls back what was not committed.
    ~ExplicitTransaction();

    std::unique_ptr<Cursor> run(std::string_view text, const Map& parameters = {},
                                const Limits& limits = {});
    // The bookmark of what was committed. The transaction is over afterwards, also when this
    // throws.
    std::string commit();
    // Nothing where it is over already.
    void roll_back();
    // Begins the idle time anew. Transaction TransactionOver where it is over.
    void keep_alive();
    bool is_over() const;
    // When it will be rolled back if nothing more is asked of it.
    std::chrono::system_clock::time_point expiry() const;

private:
    std::shared_ptr<OpenTransaction> open_; // shared with its cursors and whoever ends idle ones
};

} // namespace lintas::query
