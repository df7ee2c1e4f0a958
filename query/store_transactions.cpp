#include "query/store_transactions.h"

#include "query/nested_query.h"
#include "query/run/run_context.h"

#include <utility>

namespace lintas::query {

namespace {

class Part final : public PartTransaction {
public:
    Part(std::unique_ptr<Transaction> transaction, std::shared_ptr<Indexes> indexes,
         std::shared_ptr<const Procedures> procedures)
        : transaction_{std::move(transaction)}, writing_{std::move(indexes), *transaction_},
          procedures_{std::move(procedures)} {}

    const Snapshot& graph() const override { return *transaction_; }
    void enter(RunContext& part) override {
        part.write_to(*transaction_);
        part.use_indexes(&writing_.indexes());
        part.ask_with(nested_queries(part, procedures_));
    }
    void commit() override {
        writing_.end_statement();
        writing_.commit();
    }

private:
    std::unique_ptr<Transaction> transaction_;
    Writing writing_;
    std::shared_ptr<const Procedures> procedures_; // shared with the engine
};

} // namespace

StoreTransactions::StoreTransactions(Store& store, std::shared_ptr<Indexes> indexes,
                                     std::shared_ptr<MovingSnapshot> graph,
                                     std::shared_ptr<const Procedures> procedures, Limits limits,
                                     Deadline deadline)
    : store_{store}, indexes_{std::move(indexes)}, graph_{std::move(graph)},
      procedures_{std::move(procedures)}, limits_{std::move(limits)}, deadline_{deadline} {}

std::unique_ptr<PartTransaction> StoreTransactions::begin() {
    return std::make_unique<Part>(begin_writing(store_, limits_, deadline_), indexes_, procedures_);
}

void StoreTransactions::show_newest() { graph_->move_to(store_.snapshot()); }

} // namespace lintas::query
