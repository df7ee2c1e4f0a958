#include "loaders/csv_load.h"

#include "loaders/csv_parser.h"
#include "loaders/csv_queue.h"
#include "loaders/csv_target.h"

#include <algorithm>
#include <future>

namespace lintas::loaders {
namespace {

constexpr std::size_t sniffed_bytes = std::size_t{1} << 16;

bool is_named_csv(const Input& input) {
    const auto name = input.file_name();
    return name.ends_with(".csv") || name.ends_with(".tsv") || name.ends_with(".CSV");
}

bool has_import_header(const Input& input) {
    const auto text = head(input, sniffed_bytes);
    CsvReader reader{open_bytes({text, nullptr}), find_delimiter(text)};
    CsvRecord record;
    if (!reader.next(record) || record.fault != CsvFault::None) return false;
    std::vector<std::string> fields;
    for (const auto& field : record.fields) fields.emplace_back(field.text);
    return is_import_header(fields);
}

// A file to parse and the source it belongs to.
struct SourceTask {
    CsvTask task;
    LoadingSource* source;
};

std::vector<std::optional<KeyId>> property_keys(const CsvHeader& header, BulkLoad& target) {
    std::vector<std::optional<KeyId>> keys;
    for (const auto& column : header.columns) {
        const bool is_property =
            column.role == ColumnRole::Property || column.role == ColumnRole::Id;
        keys.push_back(is_property && !column.name.empty() ? std::optional{target.key(column.name)}
                                                           : std::nullopt);
    }
    return keys;
}

// Of a folder or an archive only CSV files count; a file that was named is taken as it is.
std::vector<Input> csv_inputs(LoadingSource& source, const Loading& loading) {
    if (source.inputs.size() == 1) return source.inputs;
    std::vector<Input> inputs;
    for (const auto& input : source.inputs) {
        if (is_named_csv(input)) {
            inputs.push_back(input);
        } else {
            source.report.ignored.push_back(input.name());
            loading.progress.finish_file(input.size, 0);
        }
    }
    return inputs;
}

// Node files first, otherwise in the order given.
std::vector<SourceTask> open_files(std::span<LoadingSource* const> sources,
                                   const Loading& loading) {
    std::vector<SourceTask> tasks;
    for (auto* source : sources) {
        for (const auto& input : csv_inputs(*source, loading)) {
            auto file = open_csv(input, loading.options);
            auto keys = property_keys(file.header, loading.target);
            tasks.push_back({{std::move(file), input.name(), std::move(keys)}, source});
        }
    }
    std::ranges::stable_partition(
        tasks, [](const auto& task) { return !task.task.file.header.is_relationships; });
    return tasks;
}

// Both ends of the parsing thread's life: whoever leaves first, the other one does not wait.
class Cancel {
public:
    explicit Cancel(CsvQueue& queue) : queue_{queue} {}
    ~Cancel() { queue_.cancel(); }
    Cancel(const Cancel&) = delete;
    Cancel& operator=(const Cancel&) = delete;

private:
    CsvQueue& queue_;
};

class Close {
public:
    explicit Close(CsvQueue& queue) : queue_{queue} {}
    ~Close() { queue_.close(); }
    Close(const Close&) = delete;
    Close& operator=(const Close&) = delete;

private:
    CsvQueue& queue_;
};

class CsvLoad {
public:
    CsvLoad(std::vector<SourceTask> tasks, const Loading& loading)
        : tasks_{std::move(tasks)}, loading_{loading}, target_{loading.staging.old() == nullptr
                                                                   ? add_directly(loading.target)
                                                                   : add_through(loading.staging)} {
    }

    void run() {
        std::vector<CsvFile> files;
        for (const auto& task : tasks_) files.push_back(task.task.file);
        groups_ = find_id_groups(files);
        auto parsing = std::async(std::launch::async, [this] { parse(); });
        {
            const Cancel cancel{queue_};
            while (auto batch = queue_.pop()) add(*batch);
        }
        parsing.get();
    }

private:
    // In the parsing thread; the rejects are its own until it ends.
    void parse() {
        const Close close{queue_};
        const CsvParseOptions options{loading_.options.tolerate, loading_.options.list_delimiter};
        const TakeBatch take = [this](CsvBatch batch) { return queue_.push(std::move(batch)); };
        bool nodes_are_known = false;
        for (auto& [task, source] : tasks_) {
            if (task.file.header.is_relationships && !nodes_are_known) {
                if (!queue_.wait_until_added()) return;
                for (auto& [name, group] : groups_) group->index.resolve(group->nodes);
                nodes_are_known = true;
            }
            source->report.rows += parse_csv(task, groups_, options, loading_.rejects, take);
            for (const auto& [reason, count] : loading_.rejects.take_counts()) {
                source->report.rejected[reason] += count;
            }
        }
    }

    void add(const CsvBatch& batch) {
        if (batch.rows > 0 && batch.task->file.header.is_relationships) {
            target_->add_relationships(batch);
        } else if (batch.rows > 0) {
            target_->add_nodes(batch);
        }
        if (batch.finished_bytes > 0) {
            loading_.progress.finish_file(batch.finished_bytes, batch.rows_read);
            loading_.progress.update(batch.task->source, 0, 0);
        } else {
            loading_.progress.update(batch.task->source, batch.position, batch.rows_read);
        }
    }

    std::vector<SourceTask> tasks_;
    const Loading& loading_;
    std::unique_ptr<CsvTarget> target_;
    IdGroups groups_;
    CsvQueue queue_;
};

std::uint64_t& count(SourceReport& report, const std::string& what) {
    const auto found =
        std::ranges::find(report.counts, what, &std::pair<std::string, std::uint64_t>::first);
    if (found != report.counts.end()) return found->second;
    return report.counts.emplace_back(what, 0).second;
}

} // namespace

bool recognises_csv(const Input& input) { return is_named_csv(input) || has_import_header(input); }

void load_csv(std::span<LoadingSource* const> sources, const Loading& loading) {
    auto tasks = open_files(sources, loading);
    for (const auto& [task, source] : tasks) {
        if (loading.staging.old() != nullptr) check_can_be_found_again(task);
        ++count(source->report,
                task.file.header.is_relationships ? "relationship files" : "node files");
    }
    CsvLoad{std::move(tasks), loading}.run();
}

} // namespace lintas::loaders
