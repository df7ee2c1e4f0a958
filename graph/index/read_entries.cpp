#include "graph/index/read_entries.h"

namespace lintas {

SortedEntries read_entries(const IndexDefinition& definition, const Snapshot& snapshot,
                           const ReadEntries& report) {
    const LabelledEntities members{snapshot, definition.entity, definition.labels};
    EntityNumbers entities;
    std::vector<Boxed> keys(definition.keys.size());
    std::uint64_t read = 0;
    LabelledEntities::Position position;
    for (EntityNumbers some; members.scan(position, some);) {
        std::vector<Column> columns;
        for (const auto& key : definition.keys) columns.push_back(members.gather(key, some));
        for (std::size_t row = 0; row < some.size(); ++row) {
            if (columns.front().is_null(row)) continue;
            entities.push_back(some[row]);
            for (std::size_t key = 0; key < keys.size(); ++key)
                keys[key].push_back(columns[key].value(row));
        }
        read += some.size();
        report(read);
    }
    return {std::move(entities), std::move(keys)};
}

} // namespace lintas
