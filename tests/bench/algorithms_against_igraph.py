#!/usr/bin/env python3
"""Times lintas' algorithms beside igraph's C core, on the same graphs in one run.

    algorithms_against_igraph.py BENCH plaw N M SEED       a power-law graph of N vertices and M ties
    algorithms_against_igraph.py BENCH ties FILE.csv 0 4 1 the columns of sources, targets and weights, from 0; the
                                                           file has a header line

BENCH is the program lintas_algorithms_bench of a release build. Prints a table in Markdown: processor seconds of
igraph and of lintas, both with one thread, and what each found. Graphs are built before; for lintas, `build` says what
that takes.
"""
import subprocess
import sys
import tempfile
import time

import igraph
import numpy as np


def power_law(n, m, seed):
    """Both ends by a power law over ranks, ids shuffled (Chung, Lu 2002)."""
    rng = np.random.default_rng(seed)
    order = rng.permutation(n)
    got = np.empty(0, np.int64)
    while len(got) < m:
        x = np.minimum((n * rng.random(int(m * 1.25)) ** 3.0).astype(np.int64), n - 1)
        y = (n * rng.random(int(m * 1.25)) ** 1.2).astype(np.int64)
        x, y = order[x], order[y]
        low, high = np.minimum(x, y), np.maximum(x, y)
        got = np.unique(np.r_[got, (low * n + high)[low != high]])
    got = np.sort(rng.choice(got, m, replace=False))
    return n, np.stack([got // n, got % n], 1), None


def read_ties(path, columns):
    rows = np.loadtxt(path, delimiter=",", skiprows=1, usecols=[int(column) for column in columns])
    names, ends = np.unique(rows[:, :2].astype(np.int64), return_inverse=True)
    return len(names), ends.reshape(-1, 2), rows[:, 2]


def write(path, n, edges, weights):
    with open(path, "wb") as file:
        np.array([n, len(edges), 0 if weights is None else 1], np.uint64).tofile(file)
        edges.astype(np.uint32).tofile(file)
        if weights is not None:
            weights.astype(np.float64).tofile(file)


def lintas(bench, path, threads):
    done = subprocess.run([bench, path, str(threads)], capture_output=True, text=True, check=True)
    return {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines()}


def timed(run):
    best = result = None
    for i in range(3):
        if i and best > 2:
            break
        begin = time.process_time()
        result = run()
        taken = time.process_time() - begin
        best = taken if best is None else min(best, taken)
    return best, result


def peer(n, edges, weights):
    g = igraph.Graph(n=n, edges=edges)
    costs = None if weights is None else weights.tolist()
    hub = int(np.argmax(g.degree()))
    yield "components", lambda: len(g.connected_components()) - 1
    yield "page_rank", lambda: max(g.pagerank(damping=0.85, implementation="prpack"))
    yield "core_numbers", lambda: max(g.coreness())
    yield "triangles", lambda: len(g.list_triangles()) if n < 20_000 else g.transitivity_undirected()
    yield "distances", lambda: max(x for x in g.distances(source=[hub])[0] if x != float("inf"))
    yield "dijkstra", lambda: max(x for x in g.distances(source=[hub], weights=costs)[0] if x != float("inf"))
    yield "louvain", lambda: communities(g, g.community_multilevel(weights=costs), costs)
    yield "leiden", lambda: communities(
        g, g.community_leiden(objective_function="modularity", weights=costs, n_iterations=2), costs)
    yield "label_propagation", lambda: len(g.community_label_propagation()) - 1
    if n <= 20_000:
        yield "closeness", lambda: float(np.nanmax(g.closeness()))
        yield "betweenness", lambda: max(g.betweenness())
    yield "constraint", lambda: g.constraint()[hub]


def communities(g, found, costs):
    return f"{len(found)} {g.modularity(found.membership, weights=costs):.4f}"


def main():
    bench, kind = sys.argv[1:3]
    if kind == "plaw":
        n, edges, weights = power_law(*(int(float(x)) for x in sys.argv[3:6]))
    else:
        n, edges, weights = read_ties(sys.argv[3], sys.argv[4:7])
    with tempfile.NamedTemporaryFile() as file:
        write(file.name, n, edges, weights)
        ours = lintas(bench, file.name, 1)
    print(f"{n} vertices, {len(edges)} ties; igraph {igraph.__version__}\n")
    print("| | igraph | lintas | ratio | igraph found | lintas found |\n| --- | --- | --- | --- | --- | --- |")
    for name, run in peer(n, edges, weights):
        seconds, found = timed(run)
        taken = float(ours[name][0])
        print(f"| {name} | {seconds:.3f} | {taken:.3f} | {taken / max(seconds, 1e-6):.2f} | {found} "
              f"| {' '.join(ours[name][1:])} |", flush=True)
    print(f"| build | | {float(ours['build'][0]):.3f} | | | {' '.join(ours['build'][1:])} |")


main()
