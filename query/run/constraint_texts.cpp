#include "query/run/constraint_texts.h"

#include "graph/ids.h"

#include <fmt/format.h>

namespace lintas::query {

namespace {

bool is_about_nodes(const ConstraintDefinition& constraint) {
    return constraint.entity == EntityKind::Node;
}

std::string id_of(const ConstraintDefinition& constraint, std::uint32_t entity) {
    return is_about_nodes(constraint) ? element_id(NodeId{entity})
                                      : element_id(RelationshipId{entity});
}

std::string named(const ConstraintDefinition& constraint, std::uint32_t entity) {
    return fmt::format("{} `{}`", is_about_nodes(constraint) ? "node" : "relationship",
                       id_of(constraint, entity));
}

// `id` = `7` and `kind` = `'x'`
std::string keys_text(const ConstraintDefinition& constraint, const Keys& keys) {
    std::string text;
    for (std::size_t key = 0; key < keys.size(); ++key)
        text += fmt::format("{}`{}` = `{}`", key == 0 ? "" : " and ", constraint.keys[key],
                            to_text(keys[key]));
    return text;
}

std::string wanted(const ConstraintDefinition& constraint) {
    const auto keys = fmt::format("`{}`", fmt::join(constraint.keys, "`, `"));
    switch (constraint.kind) {
    case ConstraintKind::Unique: return fmt::format("allows each {} once", keys);
    case ConstraintKind::Key: return fmt::format("wants {}, each once", keys);
    case ConstraintKind::Exists: return fmt::format("wants {}", keys);
    case ConstraintKind::Type:
        return fmt::format("wants {} to be of the type `{}`", keys, constraint.type);
    }
    return {};
}

std::string subject(const ConstraintDefinition& constraint) {
    return fmt::format("{} `{}`", is_about_nodes(constraint) ? "label" : "type", constraint.label);
}

} // namespace

void Offenders::add(std::uint32_t entity, Keys keys) {
    constexpr std::size_t most_named = 5;
    ++count;
    if (some.size() < most_named) some.push_back({entity, std::move(keys)});
}

Error refused(const ConstraintDefinition& constraint, const Offenders& offenders) {
    std::string list;
    for (const auto& [entity, keys] : offenders.some)
        list += fmt::format("{}{} with {}", list.empty() ? "" : ", ", named(constraint, entity),
                            keys_text(constraint, keys));
    if (offenders.count > offenders.some.size())
        list += fmt::format(" and {} more", offenders.count - offenders.some.size());
    return {ErrorCode::ConstraintVerification,
            fmt::format("The constraint `{}` {} for the {}, but the graph has {}", constraint.name,
                        wanted(constraint), subject(constraint), list)};
}

Error broken(const ConstraintDefinition& constraint, const Offender& offender,
             std::uint32_t other) {
    return {ErrorCode::ConstraintValidation,
            fmt::format("The constraint `{}` {} for the {}, but {} would have {} as {} has",
                        constraint.name, wanted(constraint), subject(constraint),
                        named(constraint, offender.entity), keys_text(constraint, offender.keys),
                        named(constraint, other))};
}

Error broken(const ConstraintDefinition& constraint, const Offender& offender) {
    return {ErrorCode::ConstraintValidation,
            fmt::format("The constraint `{}` {} for the {}, but {} would have {}", constraint.name,
                        wanted(constraint), subject(constraint), named(constraint, offender.entity),
                        keys_text(constraint, offender.keys))};
}

} // namespace lintas::query
