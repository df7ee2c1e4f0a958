#include "graph/lmdb/task_pool.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <stdexcept>

using lintas::lmdb::TaskPool;

TEST_CASE("A pool runs every task, also those that tasks add", "[lmdb][tasks]") {
    for (const std::size_t threads : {1, 2, 5}) {
        TaskPool pool{threads};
        std::atomic<int> done = 0;
        for (int task = 0; task < 50; ++task)
            pool.add(TaskPool::Task{[&] {
                ++done;
                pool.add_urgent(TaskPool::Task{[&] { ++done; }});
            }});
        pool.wait();
        CHECK(done == 100);
        pool.wait();
    }
}

TEST_CASE("One thread runs tasks in order, the urgent ones first", "[lmdb][tasks]") {
    TaskPool pool{1};
    std::vector<int> order;
    pool.add(TaskPool::Task{[&] {
        pool.add(TaskPool::Task{[&] { order.push_back(2); }});
        pool.add_urgent(TaskPool::Task{[&] { order.push_back(1); }});
        order.push_back(0);
    }});
    pool.wait();
    CHECK(order == std::vector{0, 1, 2});
}

TEST_CASE("What a task throws comes out of wait", "[lmdb][tasks]") {
    TaskPool pool{2};
    pool.add(TaskPool::Task{[] { throw std::runtime_error{"no room"}; }});
    pool.add(TaskPool::Task{[] {}});
    CHECK_THROWS_WITH(pool.wait(), "no room");
    CHECK_NOTHROW(pool.wait());
}

TEST_CASE("A pool that goes away waits for running tasks only", "[lmdb][tasks]") {
    std::atomic<int> done = 0;
    {
        TaskPool pool{1};
        for (int task = 0; task < 1'000; ++task) pool.add(TaskPool::Task{[&] { ++done; }});
    }
    CHECK(done <= 1'000);
}
