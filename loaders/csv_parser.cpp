#include "loaders/csv_parser.h"

#include "graph/error.h"
#include "loaders/csv_part.h"
#include "loaders/csv_rows.h"
#include "loaders/csv_scalar.h"
#include "loaders/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::loaders {
namespace {

constexpr std::size_t rows_a_batch = 65'536;

std::vector<std::string> cut_list(std::string_view text, char delimiter) {
    std::vector<std::string> items;
    while (!text.empty()) {
        const auto end = text.find(delimiter);
        if (end != 0) items.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return items;
}

// What node and relationship files share: the columns that become properties, and the parts that
// rows are sorted into by their labels or type.
class Parser {
public:
    Parser(const CsvTask& task, const CsvParseOptions& options, Rejects& rejects,
           const TakeBatch& take)
        : task_{task}, options_{options}, take_{take}, rows_{task.file, rejects, options.tolerate} {
    }
    virtual ~Parser() = default;

    std::uint64_t run() {
        while (going_ && rows_.next()) {
            add_row();
            if (waiting_ == rows_a_batch) flush(0);
        }
        if (going_) flush(task_.file.input.size);
        return rows_.count();
    }

protected:
    virtual void add_row() = 0;
    virtual void complete(CsvBatch& batch) = 0;

    void add_property(std::size_t field, const HeaderColumn& column) {
        if (task_.keys[field]) fields_.push_back({field, *task_.keys[field], column});
    }
    const CsvTask& task() const { return task_; }
    const HeaderColumn& column(std::size_t at) const { return task_.file.header.columns[at]; }
    const CsvRecord& row() const { return rows_.row(); }
    void reject(std::size_t column, std::string_view reason, std::string_view sentence) {
        rows_.reject(column, reason, sentence);
    }

    // The part for the labels or the type in that column.
    CsvPart& part(std::optional<std::size_t> names_column, bool is_list) {
        const auto text =
            names_column ? row().fields[*names_column].text : std::string_view{task_.file.name};
        if (last_ != nullptr && *last_text_ == text) return *last_;
        const auto [found, is_new] = parts_.try_emplace(std::string{text}, nullptr);
        if (is_new) {
            auto names = is_list ? cut_list(text, label_delimiter(names_column))
                                 : std::vector{std::string{text}};
            found->second =
                std::make_unique<CsvPart>(std::move(names), fields_, options_.list_delimiter);
        }
        last_text_ = &found->first;
        last_ = found->second.get();
        return *last_;
    }

    char label_delimiter(std::optional<std::size_t> names_column) const {
        const auto own = names_column ? column(*names_column).delimiter : std::nullopt;
        return own.value_or(options_.list_delimiter);
    }

    // False, and the row is rejected, if a field is not of its type.
    bool append(CsvPart& part) {
        const auto faulty = part.append(row());
        if (!faulty) return true;
        const auto& field = fields_[*faulty];
        reject(field.field, "value of another type",
               fmt::format("is not {}{}", field.column.is_list ? "a list, each item " : "",
                           allowed(field.column.type)));
        return false;
    }
    void count_row() { ++waiting_; }

private:
    void flush(std::uint64_t finished_bytes) {
        const auto owners = rows_.reader().take_owners();
        const auto unfinished =
            std::ranges::count_if(parts_, [](const auto& part) { return part.second->rows() > 0; });
        auto left = unfinished;
        for (auto& [names, part] : parts_) {
            if (part->rows() == 0) continue;
            --left;
            send(part->take(owners), left == 0 ? finished_bytes : 0);
        }
        if (unfinished == 0 && finished_bytes > 0) send({}, finished_bytes);
        waiting_ = 0;
        parts_.clear();
        last_ = nullptr;
    }
    void send(CsvBatch batch, std::uint64_t finished_bytes) {
        batch.task = &task_;
        batch.position = rows_.reader().position();
        batch.rows_read = rows_.count();
        batch.finished_bytes = finished_bytes;
        complete(batch);
        going_ = going_ && take_(std::move(batch));
    }

    const CsvTask& task_;
    const CsvParseOptions& options_;
    const TakeBatch& take_;
    CsvRows rows_;
    std::vector<PropertyField> fields_;
    std::map<std::string, std::unique_ptr<CsvPart>, std::less<>> parts_;
    const std::string* last_text_ = nullptr;
    CsvPart* last_ = nullptr;
    std::size_t waiting_ = 0;
    bool going_ = true;
};

class NodeParser final : public Parser {
public:
    NodeParser(const CsvTask& task, IdGroups& groups, const CsvParseOptions& options,
               Rejects& rejects, const TakeBatch& take)
        : Parser{task, options, rejects, take}, id_{task.file.header.find(ColumnRole::Id)},
          labels_{task.file.header.find(ColumnRole::Labels)} {
        if (id_) group_ = groups.at(column(*id_).group).get();
        for (std::size_t i = 0; i < task.keys.size(); ++i) {
            auto property = column(i);
            if (i == id_) property.type = id_type();
            add_property(i, property);
        }
    }

private:
    ScalarType id_type() const {
        return group_->index.has_integers() ? ScalarType::Long : ScalarType::String;
    }

    void add_row() override {
        if (id_ && !has_id()) return;
        if (labels_ && !is_utf8(row().fields[*labels_].text)) {
            return reject(*labels_, "value of another type", "is not UTF-8 text");
        }
        auto& target = part(labels_, true);
        if (!append(target)) return;
        if (id_ && !insert_id(target)) return;
        count_row();
    }

    bool has_id() {
        const auto text = row().fields[*id_].text;
        if (text.empty()) {
            reject(*id_, "empty id", "is empty, where the id of the node is expected");
        } else if (column(*id_).ids_are_integers == true && !canonical_integer(text)) {
            reject(*id_, "value of another type",
                   "is not an integer, which the header promises for this id");
        } else {
            return true;
        }
        return false;
    }

    bool insert_id(CsvPart& target) {
        const auto number = static_cast<std::uint32_t>(group_->index.size());
        if (group_->index.insert(row().fields[*id_].text)) {
            target.ids.push_back(number);
            return true;
        }
        target.drop_last();
        reject(*id_, "duplicate id",
               fmt::format("is the id of an earlier node of the group `{}`, where ids differ",
                           column(*id_).group));
        return false;
    }

    void complete(CsvBatch& batch) override { batch.group = group_; }

    std::optional<std::size_t> id_;
    std::optional<std::size_t> labels_;
    IdGroup* group_ = nullptr;
};

class RelationshipParser final : public Parser {
public:
    RelationshipParser(const CsvTask& task, IdGroups& groups, const CsvParseOptions& options,
                       Rejects& rejects, const TakeBatch& take)
        : Parser{task, options, rejects, take}, start_{*task.file.header.find(ColumnRole::StartId)},
          end_{*task.file.header.find(ColumnRole::EndId)}, type_{task.file.header.find(
                                                               ColumnRole::Type)},
          starts_{index(start_, groups)}, ends_{index(end_, groups)} {
        for (std::size_t i = 0; i < task.keys.size(); ++i) add_property(i, column(i));
    }

private:
    const IdIndex& index(std::size_t at, const IdGroups& groups) const {
        const auto found = groups.find(column(at).group);
        if (found != groups.end()) return found->second->index;
        std::string known;
        for (const auto& [name, group] : groups) {
            known += fmt::format("{}`{}`", known.empty() ? "" : ", ", name);
        }
        throw Error{ErrorCode::Input,
                    fmt::format("`{}` line 1: no node file has ids of the group `{}`; there are {}",
                                task().source, column(at).group,
                                known.empty() ? "none with ids" : known)};
    }

    void add_row() override {
        if (type_ && (row().fields[*type_].text.empty() || !is_utf8(row().fields[*type_].text))) {
            return reject(*type_, "no type", "is not the name of a relationship type");
        }
        const auto source = find(starts_, start_, "unknown start node");
        if (!source) return;
        const auto target = find(ends_, end_, "unknown end node");
        if (!target) return;
        auto& rows = part(type_, false);
        if (!append(rows)) return;
        rows.sources.push_back(NodeId{*source});
        rows.targets.push_back(NodeId{*target});
        count_row();
    }

    std::optional<std::uint32_t> find(const IdIndex& ids, std::size_t at, std::string_view reason) {
        const auto found = ids.find(row().fields[at].text);
        if (!found) {
            reject(at, reason,
                   fmt::format("is the id of no node of the group `{}`", column(at).group));
        }
        return found;
    }

    void complete(CsvBatch&) override {}

    std::size_t start_;
    std::size_t end_;
    std::optional<std::size_t> type_;
    const IdIndex& starts_;
    const IdIndex& ends_;
};

void add_summary(const CsvFile& file, std::size_t id, IdSummary& summary) {
    const auto reader = file.read();
    CsvRecord record;
    for (std::size_t row = 1; reader->next(record); ++row) {
        if (record.fields.size() > id && !record.fields[id].text.empty()) {
            summary.add(record.fields[id].text);
        }
        if (row % rows_a_batch == 0) reader->take_owners();
    }
}

} // namespace

IdGroups find_id_groups(std::span<const CsvFile> files) {
    std::map<std::string, IdSummary> summaries;
    for (const auto& file : files) {
        const auto id = file.header.find(ColumnRole::Id);
        if (!id) continue;
        const auto& column = file.header.columns[*id];
        auto& summary = summaries[column.group];
        add_summary(file, *id, summary);
        if (column.ids_are_integers == false) summary.all_integers = false;
    }
    IdGroups groups;
    for (const auto& [name, summary] : summaries) {
        groups.emplace(name, std::make_unique<IdGroup>(summary));
    }
    return groups;
}

std::uint64_t parse_csv(const CsvTask& task, IdGroups& groups, const CsvParseOptions& options,
                        Rejects& rejects, const TakeBatch& take) {
    if (task.file.header.is_relationships) {
        return RelationshipParser{task, groups, options, rejects, take}.run();
    }
    return NodeParser{task, groups, options, rejects, take}.run();
}

} // namespace lintas::loaders
