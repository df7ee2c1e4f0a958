#include "query/store_transactions.h"

#include "query/nested_query.h"
#include "query/run/run_context.h"

#include <utility>

namespace lintas::query {

namespace {

class Part final : public PartTransaction {
public:
    Part(std::unique_ptr<Transaction> transaction, std::shared_ptr<const Procedures> procedures)
        : transaction_{std::move(transaction)}, procedures_{std::move(procedures)} {}

    const Snapshot& graph() const override { return *transaction_; }
    void enter(RunContext& part) override {
        part.write_to(*transaction_);
        part.ask_with(nested_queries(part, procedures_));
    }
    void commit() override { transaction_->commit(); }

private:
    std::unique_ptr<Transaction> transaction_;
    std::shared_ptr<const Procedures> procedures_; // shared with the engine
};

} // namespace

StoreTransactions::StoreTransactions(Store& store, std::shared_ptr<MovingSnapshot> graph,
                                     std::shared_ptr<const Procedures> procedures, Limits limits,
                                     Deadline deadline)
    : store_{store}, graph_{std::move(graph)},
      procedures_{std::move(procedures)}, limits_{std::move(limits)}, deadline_{deadline} {}

std::unique_ptr<PartTransaction> StoreTransactions::begin() {
    return std::make_unique<Part>(begin_writing(store_, limits_, deadline_), procedures_);
}

void StoreTransactions::show_newest() { graph_->move_to(store_.snapshot()); }

} // namespace lintas::query
