#include "loaders/csv_id_index.h"

#include "loaders/csv_scalar.h"

#include <algorithm>

namespace lintas::loaders {
namespace {

std::variant<IntegerTable, StringTable> make_table(const IdSummary& summary) {
    if (!summary.all_integers) return StringTable{summary.count};
    return IntegerTable{summary.count, summary.least, summary.greatest};
}

} // namespace

void IdSummary::add(std::string_view id) {
    ++count;
    if (!all_integers) return;
    const auto number = canonical_integer(id);
    if (!number) {
        all_integers = false;
        return;
    }
    least = std::min(least, *number);
    greatest = std::max(greatest, *number);
}

IdIndex::IdIndex(const IdSummary& summary) : table_{make_table(summary)} {}

bool IdIndex::insert(std::string_view id) {
    const auto number = static_cast<std::uint32_t>(size_);
    if (auto* integers = std::get_if<IntegerTable>(&table_)) {
        const auto key = canonical_integer(id);
        if (!key || !integers->insert(*key, number)) return false;
    } else if (!std::get<StringTable>(table_).insert(id, number)) {
        return false;
    }
    ++size_;
    return true;
}

std::optional<std::uint32_t> IdIndex::find(std::string_view id) const {
    if (const auto* integers = std::get_if<IntegerTable>(&table_)) {
        const auto key = canonical_integer(id);
        return key ? integers->find(*key) : std::nullopt;
    }
    return std::get<StringTable>(table_).find(id);
}

void IdIndex::resolve(std::span<const NodeId> nodes) {
    std::vector<std::uint32_t> numbers(nodes.size());
    std::ranges::transform(nodes, numbers.begin(), [](NodeId node) { return raw(node); });
    std::visit([&](auto& table) { table.replace(numbers); }, table_);
}

} // namespace lintas::loaders
