#include "query/run/constraint_check.h"

#include "graph/compare.h"
#include "graph/error.h"
#include "graph/index/schema_change.h"
#include "query/run/constraint_texts.h"
#include "query/run/duplicates.h"
#include "query/run/type_pattern.h"

#include <algorithm>

namespace lintas::query {

namespace {

// Members of what a constraint is about, with their keys.
struct Rows {
    EntityNumbers entities;
    std::vector<Column> keys;

    Keys keys_of(std::size_t row) const {
        Keys values;
        for (const auto& key : keys) values.push_back(key.value(row));
        return values;
    }
};

Rows read_rows(const Snapshot& snapshot, const ConstraintDefinition& constraint,
               EntityNumbers entities) {
    Rows rows{std::move(entities), {}};
    const std::vector<std::string> labels{constraint.label};
    const LabelledEntities members{snapshot, constraint.entity, labels};
    for (const auto& key : constraint.keys) rows.keys.push_back(members.gather(key, rows.entities));
    return rows;
}

EntityNumbers members_among(const Snapshot& snapshot, const ConstraintDefinition& constraint,
                            const Touched& touched) {
    const std::vector<std::string> labels{constraint.label};
    const LabelledEntities members{snapshot, constraint.entity, labels};
    auto numbers = touched_numbers(touched, constraint.entity);
    const auto marks = members.are_members(numbers);
    std::size_t to = 0;
    for (std::size_t at = 0; at < numbers.size(); ++at)
        if (marks[at] != 0) numbers[to++] = numbers[at];
    numbers.resize(to);
    return numbers;
}

// Finds rows that lack a key, or have one of another type.
class Presence {
public:
    explicit Presence(const ConstraintDefinition& constraint) : constraint_{constraint} {
        if (constraint.kind == ConstraintKind::Type) type_.emplace(constraint.type);
    }

    bool is_kept(const Rows& rows, std::size_t row) const {
        return std::ranges::all_of(rows.keys, [&](const Column& key) {
            switch (constraint_.kind) {
            case ConstraintKind::Unique: return true;
            case ConstraintKind::Key:
            case ConstraintKind::Exists: return !key.is_null(row);
            case ConstraintKind::Type: return type_->matches(key.value(row));
            }
            return true;
        });
    }

private:
    const ConstraintDefinition& constraint_;
    std::optional<TypePattern> type_;
};

void verify_presence(const Snapshot& snapshot, const ConstraintDefinition& constraint,
                     const std::function<void()>& check) {
    const Presence presence{constraint};
    const std::vector<std::string> labels{constraint.label};
    const LabelledEntities members{snapshot, constraint.entity, labels};
    Offenders offenders;
    LabelledEntities::Position position;
    for (EntityNumbers some; members.scan(position, some);) {
        check();
        const auto rows = read_rows(snapshot, constraint, some);
        for (std::size_t row = 0; row < rows.entities.size(); ++row)
            if (!presence.is_kept(rows, row)) offenders.add(rows.entities[row], rows.keys_of(row));
    }
    if (offenders.count > 0) throw refused(constraint, offenders);
}

} // namespace

void verify_constraint(const Snapshot& snapshot, const ConstraintDefinition& constraint,
                       const std::function<void()>& check) {
    if (constraint.kind != ConstraintKind::Unique) verify_presence(snapshot, constraint, check);
    if (!owns_index(constraint.kind)) return;
    const auto duplicates = find_duplicates(snapshot, constraint, check);
    if (duplicates.count > 0) throw refused(constraint, duplicates);
}

ConstraintCheck::ConstraintCheck(const Transaction& transaction, IndexView& view)
    : transaction_{transaction}, view_{view}, begun_{view.committed().version(), 0, 0},
      checked_{begun_} {}

void ConstraintCheck::check_statement() {
    const auto& constraints = transaction_.schema().constraints;
    if (constraints.empty()) return;
    Touched touched;
    const auto is_known = transaction_.touched_since(checked_, touched);
    for (const auto& constraint : constraints) {
        if (!owns_index(constraint.kind)) continue;
        if (is_known)
            check_unique(constraint, touched);
        else
            verify_constraint(transaction_, constraint, [] {});
    }
}

void ConstraintCheck::check_unique(const ConstraintDefinition& constraint, const Touched& touched) {
    const auto definition = *transaction_.schema().find_index(constraint.name);
    const auto rows =
        read_rows(transaction_, constraint, members_among(transaction_, constraint, touched));
    for (std::size_t row = 0; row < rows.entities.size(); ++row) {
        const auto keys = rows.keys_of(row);
        if (!may_be_duplicate(keys)) continue;
        auto seek = view_.seek(definition, KeyBounds{keys, {}, {}});
        if (!seek) {
            const auto duplicates = find_duplicates(transaction_, constraint, [] {});
            if (duplicates.count > 0)
                throw broken(constraint, duplicates.some[1], duplicates.some[0].entity);
            return;
        }
        EntityNumbers found;
        while (seek->next(found)) {
        }
        for (const auto other : found)
            if (other != rows.entities[row])
                throw broken(constraint, {std::max(rows.entities[row], other), keys},
                             std::min(rows.entities[row], other));
    }
}

void ConstraintCheck::check_commit() const {
    const auto& constraints = transaction_.schema().constraints;
    if (constraints.empty()) return;
    auto mark = begun_;
    Touched touched;
    const auto is_known = transaction_.touched_since(mark, touched);
    for (const auto& constraint : constraints) {
        if (constraint.kind == ConstraintKind::Unique) continue;
        if (!is_known) {
            verify_constraint(transaction_, constraint, [] {});
            continue;
        }
        const Presence presence{constraint};
        const auto rows =
            read_rows(transaction_, constraint, members_among(transaction_, constraint, touched));
        for (std::size_t row = 0; row < rows.entities.size(); ++row)
            if (!presence.is_kept(rows, row))
                throw broken(constraint, {rows.entities[row], rows.keys_of(row)});
    }
}

} // namespace lintas::query
