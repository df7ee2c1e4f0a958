#include "loaders/ror_load.h"

#include "graph/error.h"
#include "loaders/file_date.h"
#include "loaders/json_records.h"
#include "loaders/ror_stage.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace lintas::loaders {
namespace {

constexpr std::uint64_t records_a_report = 512;

bool is_json(const Input& input) {
    const auto name = input.file_name();
    return name.ends_with(".json") || name.ends_with(".jsonl") || name.ends_with(".ndjson");
}

// A dump of ROR holds the same records as JSON of both schemas and as CSV; the newest JSON is
// enough.
std::vector<Input> ror_inputs(LoadingSource& source, const Loading& loading) {
    if (source.inputs.size() == 1) return source.inputs;
    const auto is_second = [](const Input& input) {
        return is_json(input) && input.entry.find("schema_v2") != std::string::npos;
    };
    std::set<std::filesystem::path> with_second_schema;
    for (const auto& input : source.inputs) {
        if (is_second(input)) with_second_schema.insert(input.path);
    }
    std::vector<Input> inputs;
    for (const auto& input : source.inputs) {
        const bool superseded = with_second_schema.contains(input.path) && !is_second(input);
        if (is_json(input) && !superseded) {
            inputs.push_back(input);
        } else {
            source.report.ignored.push_back(input.name());
            loading.progress.finish_file(input.size, 0);
        }
    }
    return inputs;
}

class RorFile {
public:
    RorFile(const Input& input, LoadingSource& source, const Loading& loading, RorStage& stage)
        : input_{input}, source_{source}, loading_{loading}, stage_{stage} {}

    void load(std::set<std::string>& ids) {
        JsonRecords records{input_.open(), input_.name()};
        RorPlace place{input_.name(), 0, file_date(input_.file_name())};
        Json json;
        while (records.next(json)) {
            place.number = records.count();
            add(json, place, ids);
            if (place.number % records_a_report == 0) {
                loading_.progress.update(place.file, records.position(), place.number);
            }
        }
        source_.report.rows += records.count();
        loading_.progress.finish_file(input_.size, records.count());
        if (records.count() > 0 && accepted_ == 0) {
            throw Error{ErrorCode::Input,
                        fmt::format("`{}` has {} records, none with a ROR id such as "
                                    "`https://ror.org/02mhbdp94`",
                                    place.file, records.count())};
        }
    }

private:
    void add(const Json& json, const RorPlace& place, std::set<std::string>& ids) {
        const auto record = read_ror_record(json);
        if (!record) {
            loading_.rejects.add({place.file, place.number, "record without a ROR id",
                                  json["id"].string().value_or("")});
            return;
        }
        ids.insert(record->id);
        ++accepted_;
        stage_.add(*record, place);
    }

    const Input& input_;
    LoadingSource& source_;
    const Loading& loading_;
    RorStage& stage_;
    std::uint64_t accepted_ = 0;
};

} // namespace

bool recognises_ror(const Input& input) {
    constexpr std::size_t enough = 4096;
    if (!is_json(input) && !input.entry.empty()) return false;
    const auto text = head(input, enough);
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string::npos && (text[first] == '[' || text[first] == '{') &&
           text.find("ror.org/") != std::string::npos;
}

void load_ror(std::span<LoadingSource* const> sources, const Loading& loading) {
    RorStage stage{loading.staging, loading.rejects};
    for (auto* source : sources) {
        std::set<std::string> ids;
        for (const auto& input : ror_inputs(*source, loading)) {
            RorFile{input, *source, loading, stage}.load(ids);
        }
        source->report.counts.emplace_back("organisations", ids.size());
        source->report.rejected = loading.rejects.take_counts();
    }
    stage.relate();
    for (const auto& [reason, count] : loading.rejects.take_counts()) {
        sources.back()->report.rejected[reason] += count;
    }
}

} // namespace lintas::loaders
