#include "server/report/report.h"

#include "graph/error.h"
#include "graph/temporal_parse.h"
#include "server/report/ask_all.h"
#include "server/report/check_options.h"
#include "server/report/draw_figure.h"
#include "server/report/embedded_files.h"
#include "server/report/parameters.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::report {

namespace {

std::string_view query_of(std::string_view figure) {
    return embedded_file(fmt::format("queries/{}.cypher", figure));
}

struct Member {
    std::string iso2;
    std::string name;
    std::vector<NativeName> native_names;
};

class Maker {
public:
    Maker(query::Engine& engine, Options options, const Value& taxonomy, const Texts& texts,
          const Progress& progress)
        : engine_{engine}, texts_{texts}, progress_{progress} {
        report_.options = std::move(options);
        report_.taxonomy = taxonomy;
        parameters_ = {{"taxonomy", taxonomy}};
        fill_in_period();
        check_regions_and_topic(engine_, report_.options);
        texts_ = texts_.with(names_in_texts(report_));
        set_parameters();
        find_members();
    }

    Report make() {
        ask_figures();
        int number = 0;
        for (const auto& part : parts()) make(part, std::to_string(++number));
        return std::move(report_);
    }

private:
    void fill_in_period();
    void set_parameters();
    void find_members();
    std::vector<Member> profiled() const;
    Map parameters_for(const Figure& figure, const Member* member) const;
    void ask_figures();
    bool is_wanted(const Figure& figure) const;
    void make(const Part& part, const std::string& number);
    Section section(const Part& part, const std::string& number, const Member* member);
    MadeFigure make(const Figure& figure, const std::string& number, const Member* member);
    void show(const Question& question);
    const ResultTable& ask(std::string_view figure, const Map& parameters);
    const ResultTable& keep(const Question& question, ResultTable table);

    query::Engine& engine_;
    Texts texts_;
    const Progress& progress_;
    Report report_;
    Map parameters_;
    std::vector<Member> members_;
    std::map<std::string, ResultTable> answers_; // by query and parameters
    std::size_t done_ = 0;
    std::size_t of_ = 0;
};

std::string key_of(std::string_view figure, const Map& parameters) {
    return fmt::format("{} {}", figure, parameters_json(parameters));
}

void Maker::show(const Question& question) {
    progress_(question.figure, done_, std::max(of_, done_), question.query);
}

const ResultTable& Maker::keep(const Question& question, ResultTable table) {
    if (report_.snapshot.empty()) report_.snapshot = table.snapshot;
    if (report_.snapshot != table.snapshot)
        throw Error{ErrorCode::Storage, "The store was changed while the report was made"};
    return answers_.insert_or_assign(key_of(question.figure, question.parameters), std::move(table))
        .first->second;
}

const ResultTable& Maker::ask(std::string_view figure, const Map& parameters) {
    if (const auto known = answers_.find(key_of(figure, parameters)); known != answers_.end())
        return known->second;
    const Question question{figure, query_of(figure), parameters};
    show(question);
    ++done_;
    return keep(question, run_query(engine_, question.query, parameters));
}

// In the one form that the queries and the pages use, whichever it was given in.
std::string day_of(const std::string& text) {
    const auto day = parse_date(std::string_view{text}.substr(0, text.find('T')));
    if (!day)
        throw Error{ErrorCode::Usage,
                    fmt::format("The day `{}` is not of the form 2026-06-30", text)};
    const auto quoted = to_text(Value{*day});
    return quoted.substr(1, quoted.size() - 2);
}

// What the options leave open is said by the data: the last ten years with events, and the day the
// data was seen last.
void Maker::fill_in_period() {
    const auto table = ask("period", {});
    auto& options = report_.options;
    const auto row = table.rows.empty() ? Row(table.columns.size()) : table.rows.front();
    const auto first = static_cast<std::int64_t>(table.number(row, "firstYear").value_or(0));
    const auto last = static_cast<std::int64_t>(table.number(row, "lastYear").value_or(0));
    if (last == 0)
        throw Error{ErrorCode::Input, "The store has no events with a year: no project, "
                                      "publication, patent or agreement to report on"};
    if (!options.to) options.to = last;
    if (!options.from) options.from = std::min(std::max(first, *options.to - 9), *options.to);
    if (*options.from > *options.to)
        throw Error{ErrorCode::Usage,
                    fmt::format("The years from {} to {} are none", *options.from, *options.to)};
    if (*options.from > last || *options.to < first)
        throw Error{ErrorCode::Usage,
                    fmt::format("There are no events from {} to {}; the store has events from {} "
                                "to {}",
                                *options.from, *options.to, first, last)};
    if (options.as_of.empty()) options.as_of = table.text(row, "lastSeen");
    if (options.as_of.empty()) options.as_of = fmt::format("{:04}-12-31", *options.to);
    options.as_of = day_of(options.as_of);
}

void Maker::set_parameters() {
    const auto& options = report_.options;
    const auto text = [](const std::string& value) { return value.empty() ? Value{} : value; };
    parameters_.insert({{"region", options.region},
                        {"against", options.against},
                        {"topic", text(options.topic)},
                        {"from", *options.from},
                        {"to", *options.to},
                        {"asOf", options.as_of},
                        {"previous", text(options.previous)},
                        {"smallestCell", options.smallest_cell},
                        {"language", texts_.language()}});
}

void Maker::find_members() {
    const auto query = query_of("members");
    const auto table = ask("members", parameters_of(query, parameters_));
    for (const auto& row : table.rows) {
        Member member{table.text(row, "country"), table.text(row, "name"), {}};
        const auto& names = table.value(row, "names");
        const auto& languages = table.value(row, "languages");
        if (names.is(ValueType::List) && languages.is(ValueType::List))
            for (std::size_t at = 0; at < std::min(names.list().size(), languages.list().size());
                 ++at)
                if (names.list()[at].is(ValueType::String) &&
                    languages.list()[at].is(ValueType::String))
                    member.native_names.push_back(
                        {names.list()[at].string(), languages.list()[at].string()});
        members_.push_back(std::move(member));
    }
    const auto& country = report_.options.country;
    if (country.empty() || !profiled().empty()) return;
    std::vector<std::string> known;
    for (const auto& member : members_) known.push_back(member.iso2);
    throw Error{ErrorCode::Usage,
                fmt::format("--country is `{}`, which is no member of `{}` on {}{}", country,
                            report_.options.region, report_.options.as_of,
                            others_than(country, known))};
}

std::vector<Member> Maker::profiled() const {
    const auto& country = report_.options.country;
    if (country.empty()) return members_;
    std::vector<Member> found;
    std::ranges::copy_if(members_, std::back_inserter(found),
                         [&](const Member& member) { return member.iso2 == country; });
    return found;
}

bool Maker::is_wanted(const Figure& figure) const {
    switch (figure.needs) {
    case Needs::Nothing: return true;
    case Needs::Previous: return !report_.options.previous.empty();
    }
    return false;
}

Map Maker::parameters_for(const Figure& figure, const Member* member) const {
    auto parameters = parameters_;
    if (member != nullptr) parameters.insert_or_assign("country", member->iso2);
    return parameters_of(query_of(figure.id), parameters);
}

// All at once, so that no core waits; what was asked for the options is known already.
void Maker::ask_figures() {
    std::vector<Question> questions;
    std::vector<Question> last;
    const auto add = [&](const Figure& figure, const Member* member) {
        auto parameters = parameters_for(figure, member);
        if (!answers_.contains(key_of(figure.id, parameters)))
            (figure.asked == Asked::Last ? last : questions)
                .push_back({figure.id, query_of(figure.id), std::move(parameters)});
    };
    for (const auto& part : parts())
        for (const auto& figure : part.figures) {
            if (!is_wanted(figure)) continue;
            if (part.repeat == Repeat::Once) add(figure, nullptr);
            if (part.repeat == Repeat::EachMember)
                for (const auto& member : profiled()) add(figure, &member);
        }
    std::ranges::move(last, std::back_inserter(questions));
    of_ = done_ + questions.size();
    auto tables = ask_all(engine_, questions, [this](const Question& question) {
        show(question);
        ++done_;
    });
    for (std::size_t at = 0; at < questions.size(); ++at)
        keep(questions[at], std::move(tables[at]));
}

void Maker::make(const Part& part, const std::string& number) {
    MadePart made{&part, number, {}};
    switch (part.repeat) {
    case Repeat::Once: made.sections.push_back(section(part, number, nullptr)); break;
    case Repeat::EachMember: {
        int at = 0;
        for (const auto& member : profiled())
            made.sections.push_back(section(part, fmt::format("{}.{}", number, ++at), &member));
    }
    }
    report_.parts.push_back(std::move(made));
}

Section Maker::section(const Part& part, const std::string& number, const Member* member) {
    Section made;
    if (member != nullptr) {
        made.country = member->iso2;
        made.heading = member->name;
        made.native_names = member->native_names;
    }
    int at = 0;
    for (const auto& figure : part.figures)
        if (is_wanted(figure))
            made.figures.push_back(make(figure, fmt::format("{}.{}", number, ++at), member));
    return made;
}

MadeFigure Maker::make(const Figure& figure, const std::string& number, const Member* member) {
    MadeFigure made;
    made.figure = &figure;
    made.id =
        member == nullptr ? std::string{figure.id} : fmt::format("{}-{}", figure.id, member->iso2);
    made.number = number;
    const Map names{{"country", member == nullptr ? std::string{} : member->name}};
    made.title = texts_.text(fmt::format("figure.{}.title", figure.id), names);
    made.text = texts_.text(fmt::format("figure.{}.text", figure.id), names);
    made.parameters = parameters_for(figure, member);
    made.table = ask(figure.id, made.parameters);
    made.drawing = draw_figure(figure.drawing, made.table,
                               {made.id, made.title, made.text, texts_.language()}, texts_);
    return made;
}

} // namespace

Map names_in_texts(const Report& report) {
    const auto& options = report.options;
    const auto of_taxonomy = [&](std::string_view key) -> std::string {
        if (!report.taxonomy.is(ValueType::Map)) return {};
        const auto& taxonomy = report.taxonomy.map();
        const auto found = taxonomy.find(key);
        const auto is_text = found != taxonomy.end() && found->second.is(ValueType::String);
        return is_text ? found->second.string() : std::string{};
    };
    return {{"scheme", of_taxonomy("scheme")},
            {"taxonomyVersion", of_taxonomy("version")},
            {"taxonomySource", of_taxonomy("source")},
            {"region", options.region},
            {"against", options.against},
            {"from", std::to_string(*options.from)},
            {"to", std::to_string(*options.to)},
            {"asOf", options.as_of},
            {"topic", options.topic},
            {"previous", options.previous},
            {"smallestCell", std::to_string(options.smallest_cell)}};
}

Report make_report(query::Engine& engine, const Options& options, const Value& taxonomy,
                   const Texts& texts, const Progress& progress) {
    return Maker{engine, options, taxonomy, texts, progress}.make();
}

} // namespace lintas::report
