#include "server/report/check_options.h"

#include "graph/error.h"
#include "query/procedures/near_name.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::report {

namespace {

constexpr std::size_t most_named = 12;

// The first column of an answer.
std::vector<std::string> names_in(const ResultTable& table) {
    std::vector<std::string> names;
    for (const auto& row : table.rows)
        if (!row.empty() && row.front().is(ValueType::String))
            names.push_back(row.front().string());
    return names;
}

std::vector<std::string> regions(query::Engine& engine) {
    return names_in(
        run_query(engine, "MATCH (r:Region) RETURN DISTINCT r.id AS id ORDER BY id", {}));
}

bool has_members(query::Engine& engine, const std::string& region, const std::string& day) {
    const auto table =
        run_query(engine,
                  "MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country) "
                  "WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) "
                  "RETURN c.iso2 AS country LIMIT 1",
                  {{"region", region}, {"asOf", day}});
    return !table.rows.empty();
}

void check_region(query::Engine& engine, std::string_view option, const std::string& region,
                  const std::string& day) {
    const auto known = regions(engine);
    if (std::ranges::find(known, region) == known.end())
        throw Error{ErrorCode::Usage, fmt::format("{} is `{}`; the store has no such region{}",
                                                  option, region, others_than(region, known))};
    if (!has_members(engine, region, day))
        throw Error{ErrorCode::Usage,
                    fmt::format("{} is `{}`; no country is a member of it on {} in this store",
                                option, region, day)};
}

// As `collab.*` understand a topic: its code, id or name, or the beginning of codes.
void check_topic(query::Engine& engine, const std::string& topic) {
    const auto found = run_query(
        engine,
        "MATCH (t:Topic) WHERE $topic IN [t.code, t.id, t.name] OR t.code STARTS WITH $topic + '.' "
        "RETURN 1 AS one LIMIT 1",
        {{"topic", topic}});
    if (!found.rows.empty()) return;
    const auto known = names_in(
        run_query(engine,
                  "MATCH (t:Topic) UNWIND [t.code, t.id, t.name] AS name RETURN DISTINCT name "
                  "ORDER BY name",
                  {}));
    throw Error{ErrorCode::Usage, fmt::format("--topic is `{}`; the store has no such topic{}",
                                              topic, others_than(topic, known))};
}

// A code of two or three letters is near to any other; only its case may differ.
std::string_view near_to(std::string_view wanted, const std::vector<std::string_view>& names) {
    constexpr std::size_t longest_code = 3;
    if (wanted.size() > longest_code) return query::near_name(wanted, names);
    const auto found = std::ranges::find_if(
        names, [&](std::string_view name) { return query::folded(name) == query::folded(wanted); });
    return found == names.end() ? std::string_view{} : *found;
}

} // namespace

std::string others_than(std::string_view wanted, const std::vector<std::string>& names) {
    if (names.empty()) return "; there are none";
    const std::vector<std::string_view> views{names.begin(), names.end()};
    const auto near = near_to(wanted, views);
    if (!near.empty()) return fmt::format("; did you mean `{}`?", near);
    const auto named = std::min(most_named, names.size());
    std::string text = "; there are ";
    for (std::size_t at = 0; at < named; ++at)
        text += fmt::format("{}`{}`", at == 0 ? "" : ", ", names[at]);
    if (names.size() > named) text += fmt::format(" and {} more", names.size() - named);
    return text;
}

void check_regions_and_topic(query::Engine& engine, const Options& options) {
    check_region(engine, "--region", options.region, options.as_of);
    check_region(engine, "--against", options.against, options.as_of);
    if (options.region == options.against)
        throw Error{
            ErrorCode::Usage,
            fmt::format("--region and --against are both `{}`; a report is about two regions",
                        options.region)};
    if (!options.topic.empty()) check_topic(engine, options.topic);
}

} // namespace lintas::report
