// What every store that can be written to promises about definitions, and about what was touched.
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>

#include "temporary_folder.h"
#include "tests/conformance/stores.h"

using namespace lintas;
using namespace lintas::conformance;

namespace {

template <typename Check> void for_each_store(Check check) {
    for (const auto& kind : store_kinds()) {
        if (!kind.can_write) continue;
        DYNAMIC_SECTION(kind.name) {
            const testing::TemporaryFolder folder;
            const auto store = kind.build(folder.path(), [](BulkLoad&) {});
            check(*store);
        }
    }
}

Schema sample_schema() {
    Schema schema;
    schema.indexes = {
        {"org_id", 1, IndexKind::Range, EntityKind::Node, {"Org"}, {"id"}, true},
        {"text", 2, IndexKind::FullText, EntityKind::Relationship, {"A", "B"}, {"x", "y"}, false}};
    schema.constraints = {
        {"kind_is_text", 3, ConstraintKind::Type, EntityKind::Node, "Org", {"kind"}, "STRING"},
        {"org_id", 4, ConstraintKind::Unique, EntityKind::Node, "Org", {"id"}, ""}};
    schema.next_id = 5;
    return schema;
}

bool touched(const Touched& all, NodeId node) {
    return std::ranges::find(all.nodes, node) != all.nodes.end();
}

} // namespace

TEST_CASE("Definitions come with a commit and stay", "[conformance][schema]") {
    for_each_store([](Store& store) {
        const auto before = store.snapshot();
        CHECK(before->schema().is_empty());
        const auto schema = sample_schema();
        {
            const auto abandoned = store.begin();
            abandoned->set_schema(schema);
        }
        CHECK(store.snapshot()->schema().is_empty());
        const auto transaction = store.begin();
        transaction->set_schema(schema);
        CHECK(transaction->schema() == schema);
        transaction->commit();
        CHECK(store.snapshot()->schema() == schema);
        CHECK(before->schema().is_empty());

        const auto next = store.begin();
        next->create_node({});
        next->commit();
        CHECK(store.snapshot()->schema() == schema);
    });
}

TEST_CASE("A loaded store has the definitions that came with the load", "[conformance][schema]") {
    for (const auto& kind : store_kinds()) {
        DYNAMIC_SECTION(kind.name) {
            const testing::TemporaryFolder folder;
            const auto store =
                kind.build(folder.path(), [](BulkLoad& load) { load.set_schema(sample_schema()); });
            CHECK(store->snapshot()->schema() == sample_schema());
        }
    }
}

TEST_CASE("A store tells what commits touched", "[conformance][schema]") {
    for_each_store([](Store& store) {
        const auto first = store.snapshot();
        const auto one = store.begin();
        const auto node = one->create_node({});
        const auto loop = one->create_relationship(node, one->type("T"), node);
        one->commit();
        const auto second = store.snapshot();
        const auto two = store.begin();
        two->set_property(node, two->key("k"), 1);
        two->set_property(loop, two->key("k"), 1);
        two->commit();
        const auto third = store.snapshot();

        Touched all;
        TouchedMark mark{first->version()};
        CHECK(second->touched_since(mark, all));
        CHECK(mark.version == second->version());
        CHECK(touched(all, node));
        CHECK(all.relationships == Relationships{loop});

        all = {};
        CHECK(second->touched_since(mark, all));
        CHECK(all.size() == 0);
        CHECK(third->touched_since(mark, all));
        CHECK(all.nodes == Nodes{node});
        CHECK(all.relationships == Relationships{loop});
        CHECK(mark.version == third->version());
        CHECK_FALSE(second->touched_since(mark, all));
        CHECK(all.size() == 2);
    });
}

TEST_CASE("A transaction tells what it touched itself", "[conformance][schema]") {
    for_each_store([](Store& store) {
        TouchedMark mark{store.snapshot()->version()};
        const auto before = store.begin();
        const auto node = before->create_node({});
        const auto other = before->create_node({});
        const auto loop = before->create_relationship(node, before->type("T"), node);
        before->commit();

        const auto transaction = store.begin();
        Touched all;
        CHECK(transaction->touched_since(mark, all));
        CHECK(touched(all, node));
        const auto label = transaction->label("A");
        all = {};
        transaction->add_label(node, label);
        CHECK(transaction->touched_since(mark, all));
        CHECK(all.nodes == Nodes{node});
        all = {};
        CHECK(transaction->touched_since(mark, all));
        CHECK(all.size() == 0);
        transaction->remove_label(node, label);
        transaction->delete_relationship(loop);
        transaction->delete_node(other);
        CHECK(transaction->touched_since(mark, all));
        CHECK(touched(all, node));
        CHECK(touched(all, other));
        CHECK(all.relationships == Relationships{loop});
    });
}
