#include "loaders/edgelist_load.h"

#include "graph/error.h"
#include "loaders/graph_target.h"
#include "loaders/line_reader.h"
#include "loaders/shown_text.h"
#include "loaders/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::loaders {
namespace {

constexpr std::uint64_t lines_a_report = 65'536;
constexpr std::size_t most_fields = 4;
constexpr std::string_view separators = " \t,;";

using EdgeFields = std::vector<std::string_view>;

EdgeFields fields_of(std::string_view line) {
    EdgeFields fields;
    while (true) {
        const auto begin = line.find_first_not_of(separators);
        if (begin == std::string_view::npos) return fields;
        const auto end = std::min(line.find_first_of(separators, begin), line.size());
        fields.push_back(line.substr(begin, end - begin));
        line.remove_prefix(end);
    }
}

bool is_comment(std::string_view line) { return line.starts_with('#') || line.starts_with('%'); }

bool has_ending(const Input& input, std::string_view ending) {
    return input.file_name().ends_with(ending);
}

class EdgeFile {
public:
    EdgeFile(const Input& input, const Loading& loading, GraphTarget& target)
        : input_{input}, loading_{loading}, target_{target}, label_{label_or(loading.options,
                                                                             usual_label)},
          type_{type_or(loading.options, usual_type)}, has_nodes_{has_ending(input, ".v")} {}

    std::uint64_t load() {
        LineReader lines{input_.open()};
        for (std::string_view line; lines.next(line);) {
            if (is_comment(line)) continue;
            const auto fields = fields_of(line);
            if (fields.empty()) continue;
            ++rows_;
            if (const auto fault = take(fields)) refuse(*fault, lines.line(), line);
            if (rows_ % lines_a_report == 0)
                loading_.progress.update(input_.name(), lines.position(), rows_);
        }
        loading_.progress.finish_file(input_.size, rows_);
        return rows_;
    }

private:
    // What is wrong with the line, if anything is.
    std::optional<std::string_view> take(const EdgeFields& fields) {
        for (const auto field : fields)
            if (!is_utf8(field)) return "text that is not UTF-8";
        if (has_nodes_) {
            if (fields.size() != 1) return "line that is not one id";
            target_.node(label_, identity(fields[0]));
            return {};
        }
        if (fields.size() < 2 || fields.size() > most_fields)
            return "line that is not two ids and perhaps a weight";
        std::vector<std::pair<std::string, Value>> properties;
        constexpr std::string_view names[] = {"weight", "time"};
        for (std::size_t i = 2; i < fields.size(); ++i) {
            auto value = number_or_text(fields[i]);
            if (!value.is_number()) return "weight that is no number";
            properties.emplace_back(names[i - 2], std::move(value));
        }
        const auto from = target_.node(label_, identity(fields[0]));
        const auto to = target_.node(label_, identity(fields[1]));
        target_.relate(type_, from, to, properties);
        return {};
    }

    // Ids are whole numbers or texts.
    static Value identity(std::string_view text) {
        auto value = number_or_text(text);
        return value.is(ValueType::Float) ? Value{text} : value;
    }

    void refuse(std::string_view fault, std::uint64_t line, std::string_view text) const {
        if (loading_.options.tolerate) {
            loading_.rejects.add({input_.name(), line, fault, text});
            return;
        }
        throw Error{ErrorCode::Input, fmt::format("Line {} of `{}` has a {}: `{}`", line,
                                                  input_.name(), fault, shown_text(text))};
    }

    const Input& input_;
    const Loading& loading_;
    GraphTarget& target_;
    std::string label_;
    std::string type_;
    bool has_nodes_;
    std::uint64_t rows_ = 0;
};

// Do the first lines consist of numbers?
bool has_number_lines(const Input& input) {
    constexpr std::size_t enough = 4096;
    auto text = std::string_view{};
    const auto bytes = head(input, enough);
    text = bytes;
    std::size_t numbers = 0;
    while (!text.empty()) {
        const auto end = text.find_first_of("\r\n");
        // The last line at hand may be cut short.
        if (end == std::string_view::npos && bytes.size() == enough) break;
        const auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (is_comment(line)) continue;
        const auto fields = fields_of(line);
        if (fields.empty()) continue;
        if (fields.size() < 2 || fields.size() > most_fields ||
            !std::ranges::all_of(
                fields, [](std::string_view field) { return number_or_text(field).is_number(); }))
            return false;
        ++numbers;
    }
    return numbers > 0;
}

} // namespace

bool recognises_edgelist(const Input& input) {
    for (const auto* ending : {".edges", ".edgelist", ".el", ".v", ".e"})
        if (has_ending(input, ending)) return true;
    return has_ending(input, ".txt") && has_number_lines(input);
}

void load_edgelist(std::span<LoadingSource* const> sources, const Loading& loading) {
    GraphTarget target{loading, "id"};
    // Nodes that have files of their own come first, in their order.
    for (const bool wants_nodes : {true, false})
        for (auto* source : sources)
            for (const auto& input : source->inputs) {
                if (has_ending(input, ".v") != wants_nodes) continue;
                const auto before = target.relationships();
                const auto nodes = target.nodes();
                source->report.rows += EdgeFile{input, loading, target}.load();
                source->report.counts.emplace_back("nodes", target.nodes() - nodes);
                source->report.counts.emplace_back("relationships",
                                                   target.relationships() - before);
                for (const auto& [reason, count] : loading.rejects.take_counts())
                    source->report.rejected[reason] += count;
            }
    target.finish();
}

} // namespace lintas::loaders
