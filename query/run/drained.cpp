#include "query/run/drained.h"

#include <memory>
#include <string>

namespace lintas::query {

namespace {

// The strings one after the other in one block that the column keeps.
Column owned(const Column& column, const Strings& strings) {
    std::size_t bytes = 0;
    for (const auto text : strings) bytes += text.size();
    const auto block = std::make_shared<std::string>();
    block->reserve(bytes);
    Strings copies;
    copies.reserve(strings.size());
    for (const auto text : strings) {
        copies.emplace_back(block->data() + block->size(), text.size());
        block->append(text);
    }
    Column result{std::move(copies), {column.nulls().begin(), column.nulls().end()}};
    result.keep(block);
    return result;
}

} // namespace

void own_strings(Batch& batch) {
    for (std::size_t i = 0; i < batch.width(); ++i) {
        const auto slot = Slot{static_cast<std::uint32_t>(i)};
        if (!batch.is_set(slot)) continue;
        const auto& column = batch.column(slot);
        if (const auto* strings = column.get<Strings>()) batch.set(slot, owned(column, *strings));
    }
}

Drained::Drained(OperatorPointer input, RunContext& context)
    : input_{std::move(input)}, context_{context} {}

bool Drained::read() {
    if (!input_) return false;
    for (Batch batch; input_->next(batch);) {
        context_.check();
        own_strings(batch);
        batches_.push_back(std::move(batch));
        batch = Batch{};
    }
    input_.reset();
    return true;
}

bool Drained::next(Batch& out) {
    while (at_ < batches_.size()) {
        out = std::move(batches_[at_++]);
        if (out.rows() > 0) return true;
    }
    return false;
}

} // namespace lintas::query
