#include "graph/schema_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas {

namespace {

// In backticks unless it is made of plain letters, digits and underscores.
std::string quoted(const std::string& name) {
    const auto is_letter = [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
    };
    const auto is_plain = std::ranges::all_of(
        name, [&](char byte) { return is_letter(byte) || (byte >= '0' && byte <= '9'); });
    if (is_plain && !name.empty() && is_letter(name.front())) return name;
    std::string text = "`";
    for (const auto byte : name) text += byte == '`' ? "``" : std::string{byte};
    return text + "`";
}

std::string labels_text(const std::vector<std::string>& labels) {
    std::string text;
    for (const auto& label : labels) text += (text.empty() ? "" : "|") + quoted(label);
    return text;
}

std::string pattern(EntityKind entity, const std::vector<std::string>& labels) {
    const auto text = labels_text(labels);
    return entity == EntityKind::Node ? fmt::format("(n:{})", text)
                                      : fmt::format("()-[n:{}]-()", text);
}

std::string keys_text(const std::vector<std::string>& keys) {
    std::string text;
    for (const auto& key : keys) text += (text.empty() ? "n." : ", n.") + quoted(key);
    return text;
}

std::string rule(const ConstraintDefinition& constraint) {
    switch (constraint.kind) {
    case ConstraintKind::Unique: return "UNIQUE";
    case ConstraintKind::Key:
        return constraint.entity == EntityKind::Node ? "NODE KEY" : "RELATIONSHIP KEY";
    case ConstraintKind::Exists: return "NOT NULL";
    case ConstraintKind::Type: return ":: " + constraint.type;
    }
    return "";
}

} // namespace

std::string create_statement(const IndexDefinition& index) {
    const auto head =
        fmt::format("INDEX {} FOR {} ON", quoted(index.name), pattern(index.entity, index.labels));
    switch (index.kind) {
    case IndexKind::Range: return fmt::format("CREATE RANGE {} ({})", head, keys_text(index.keys));
    case IndexKind::Text: return fmt::format("CREATE TEXT {} ({})", head, keys_text(index.keys));
    case IndexKind::FullText:
        return fmt::format("CREATE FULLTEXT {} EACH [{}]", head, keys_text(index.keys));
    }
    return "";
}

std::string create_statement(const ConstraintDefinition& constraint) {
    return fmt::format("CREATE CONSTRAINT {} FOR {} REQUIRE ({}) IS {}", quoted(constraint.name),
                       pattern(constraint.entity, {constraint.label}), keys_text(constraint.keys),
                       rule(constraint));
}

std::vector<std::string> create_statements(const Schema& schema) {
    std::vector<std::string> statements;
    for (const auto& constraint : schema.constraints)
        statements.push_back(create_statement(constraint));
    for (const auto& index : schema.indexes)
        if (!index.owned) statements.push_back(create_statement(index));
    return statements;
}

} // namespace lintas
