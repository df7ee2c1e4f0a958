#include "query/explicit_transaction.h"

#include "query/open_transaction.h"

#include <utility>

namespace lintas::query {

ExplicitTransaction::ExplicitTransaction(std::shared_ptr<OpenTransaction> open)
    : open_{std::move(open)} {}
ExplicitTransaction::ExplicitTransaction(ExplicitTransaction&&) noexcept = default;

ExplicitTransaction& ExplicitTransaction::operator=(ExplicitTransaction&& other) noexcept {
    if (open_) open_->roll_back();
    open_ = std::move(other.open_);
    return *this;
}

ExplicitTransaction::~ExplicitTransaction() {
    if (open_) open_->roll_back();
}

std::unique_ptr<Cursor> ExplicitTransaction::run(std::string_view text, const Map& parameters,
                                                 const Limits& limits) {
    return open_->run(text, parameters, limits);
}

std::string ExplicitTransaction::commit() { return open_->commit(); }
void ExplicitTransaction::roll_back() { open_->roll_back(); }
bool ExplicitTransaction::is_over() const { return open_->is_over(); }
void ExplicitTransaction::keep_alive() { open_->keep_alive(); }

std::chrono::system_clock::time_point ExplicitTransaction::expiry() const {
    return open_->expiry();
}

} // namespace lintas::query
