// The transactions of a statement that commits in parts: each waits for its turn to write.
#pragma once

#include "query/begin_writing.h"
#include "query/moving_snapshot.h"
#include "query/procedures/procedure.h"
#include "query/run/transaction_source.h"
#include "query/writing.h"

#include <memory>

namespace lintas::query {

class StoreTransactions final : public TransactionSource {
public:
    // The store outlives this, and `graph` is the one that the statement runs on.
    StoreTransactions(Store& store, std::shared_ptr<Indexes> indexes,
                      std::shared_ptr<MovingSnapshot> graph,
                      std::shared_ptr<const Procedures> procedures, Limits limits,
                      Deadline deadline);

    std::unique_ptr<PartTransaction> begin() override;
    void show_newest() override;

private:
    Store& store_;
    std::shared_ptr<Indexes> indexes_;             // shared with the engine
    std::shared_ptr<MovingSnapshot> graph_;        // shared with the statement
    std::shared_ptr<const Procedures> procedures_; // shared with the engine
    Limits limits_;
    Deadline deadline_;
};

} // namespace lintas::query
