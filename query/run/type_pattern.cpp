#include "query/run/type_pattern.h"

#include "graph/error.h"

#include <algorithm>
#include <optional>
#include <string>

namespace lintas::query {

namespace {

constexpr ValueType all_types[] = {
    ValueType::Boolean,       ValueType::Integer,       ValueType::Float,
    ValueType::String,        ValueType::List,          ValueType::Map,
    ValueType::Node,          ValueType::Relationship,  ValueType::Path,
    ValueType::Date,          ValueType::LocalTime,     ValueType::ZonedTime,
    ValueType::LocalDateTime, ValueType::ZonedDateTime, ValueType::Duration,
    ValueType::Point,
};

bool is_storable(const Value& value) {
    switch (value.type()) {
        using enum ValueType;
    case Map:
    case Node:
    case Relationship:
    case Path: return false;
    case List:
        return std::ranges::all_of(value.list(), [](const Value& element) {
            return !element.is_null() && !element.is(List) && is_storable(element);
        });
    case Null:
    case Boolean:
    case Integer:
    case Float:
    case String:
    case Date:
    case LocalTime:
    case ZonedTime:
    case LocalDateTime:
    case ZonedDateTime:
    case Duration:
    case Point: return true;
    }
    return false;
}

[[noreturn]] void refuse(std::string_view text) {
    throw Error{ErrorCode::Syntax, ErrorDetail::UnexpectedSyntax,
                "`" + std::string{text} + "` is no type of values"};
}

} // namespace

struct TypePattern::Member {
    enum class Form { One, Any, Nothing, Null, Storable };
    Form form = Form::One;
    ValueType type = ValueType::Null; // of One
    bool has_elements = false;        // LIST<...>, ANY<...>: `parts` is what is inside
    std::vector<Member> parts;
    bool not_null = false;
};

// Reads the text from the left; recursion is as deep as the text nests.
class TypePattern::Reader {
public:
    explicit Reader(std::string_view text) : text_{text} {}

    std::vector<Member> read_all() {
        auto members = read_members();
        if (at_ != text_.size()) refuse(text_);
        return members;
    }

private:
    std::vector<Member> read_members() {
        constexpr std::size_t depth_limit = 200;
        if (++depth_ > depth_limit) refuse(text_);
        std::vector<Member> members{read_member()};
        while (take("|")) members.push_back(read_member());
        --depth_;
        return members;
    }

    Member read_member() {
        auto member = named(read_name());
        if (take("<")) {
            member.has_elements = true;
            member.parts = read_members();
            if (!take(">")) refuse(text_);
        }
        member.not_null = take("NOT NULL");
        return member;
    }

    Member named(std::string_view word) {
        using Form = Member::Form;
        if (word == "ANY" || word == "ANY VALUE") return {Form::Any, {}, false, {}, false};
        if (word == "NOTHING") return {Form::Nothing, {}, false, {}, false};
        if (word == "NULL") return {Form::Null, {}, false, {}, false};
        if (word == "PROPERTY VALUE") return {Form::Storable, {}, false, {}, false};
        const auto* found =
            std::ranges::find(all_types, word, [](ValueType type) { return name(type); });
        if (found == std::end(all_types)) refuse(text_);
        return {Form::One, *found, false, {}, false};
    }

    // The longest run of words before NOT NULL, a bracket or a bar.
    std::string_view read_name() {
        skip_spaces();
        const auto rest = text_.substr(at_);
        auto length = std::min(rest.find_first_of("<>|"), rest.size());
        length = std::min(length, std::min(rest.find(" NOT NULL"), rest.size()));
        auto word = rest.substr(0, length);
        at_ += length;
        while (word.ends_with(' ')) word.remove_suffix(1);
        return word;
    }

    bool take(std::string_view token) {
        skip_spaces();
        if (!text_.substr(at_).starts_with(token)) return false;
        at_ += token.size();
        return true;
    }
    void skip_spaces() { at_ = std::min(text_.find_first_not_of(' ', at_), text_.size()); }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
};

TypePattern::TypePattern(std::string_view text) : members_{Reader{text}.read_all()} {}
TypePattern::~TypePattern() = default;

bool TypePattern::matches(const Value& value) const { return matches(members_, value); }

bool TypePattern::matches(const std::vector<Member>& members, const Value& value) {
    return std::ranges::any_of(members,
                               [&value](const Member& member) { return matches(member, value); });
}

bool TypePattern::matches(const Member& member, const Value& value) {
    if (member.form == Member::Form::Nothing) return false;
    if (value.is_null()) return !member.not_null;
    switch (member.form) {
        using enum Member::Form;
    case Nothing:
    case Null: return false;
    case Any: return !member.has_elements || matches(member.parts, value);
    case Storable: return is_storable(value);
    case One: break;
    }
    if (!value.is(member.type)) return false;
    if (!value.is(ValueType::List) || !member.has_elements) return true;
    return std::ranges::all_of(
        value.list(), [&member](const Value& element) { return matches(member.parts, element); });
}

} // namespace lintas::query
