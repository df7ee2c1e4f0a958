#!/usr/bin/env python3
"""Times lintas' algorithms beside igraph's C core, on the same graphs in one run.

    algorithms_against_igraph.py BENCH plaw N M SEED       a power-law graph of N vertices and M ties
    algorithms_against_igraph.py BENCH communities N M SEED
                                                           the same with communities and weights, as authors have
    algorithms_against_igraph.py BENCH planted N M SEED    the same with fewer and larger communities
    algorithms_against_igraph.py BENCH ties FILE.csv 0 4 1 the columns of sources, targets and weights, from 0; the
                                                           file has a header line

BENCH is the program lintas_algorithms_bench of a release build. Prints a table in Markdown: processor seconds of
igraph and of lintas, both with one thread, and what each found. Graphs are built before; for lintas, `build` says what
that takes. igraph is 1.0 or later (pip install igraph); it is stopped after --limit processor seconds (600) in an algorithm; --only NAME,NAME asks igraph for
these alone.
"""
import argparse
import multiprocessing
import resource
import subprocess
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


def communities(n, m, seed, outside=0.3):
    """Communities whose sizes, and vertices whose degrees, follow power laws; a share of ties lies between communities.

    Sizes go from 20 to 5,000, the number of joint works along a tie is geometric.
    """
    rng = np.random.default_rng(seed)
    sizes = np.minimum(20 * (1 - rng.random(n // 20)) ** -1.2, 5000).astype(np.int64)
    first = np.r_[0, np.cumsum(sizes)]
    first = first[first < n]
    sizes = np.diff(np.r_[first, n])
    community = np.repeat(np.arange(len(first)), sizes)
    order = rng.permutation(n)
    weight = (1 - rng.random(n)) ** -0.5  # of a vertex: a Pareto law whose density falls with the third power
    ends = np.cumsum(weight)
    before = np.r_[0, ends][first]
    total = np.add.reduceat(weight, first)

    def among_all(count):
        return np.minimum(np.searchsorted(ends, rng.random(count) * ends[-1]), n - 1)

    def beside(x):
        at = community[x]
        return np.minimum(np.searchsorted(ends, before[at] + rng.random(len(x)) * total[at]), n - 1)

    got = np.empty(0, np.int64)
    while len(got) < m:
        x = among_all(int(m * 0.6))
        y = np.where(rng.random(len(x)) < outside, among_all(len(x)), beside(x))
        x, y = order[x], order[y]
        low, high = np.minimum(x, y), np.maximum(x, y)
        got = np.unique(np.r_[got, (low * n + high)[low != high]])
    got = np.sort(rng.choice(got, m, replace=False))
    edges = np.stack([got // n, got % n], 1)
    turned = rng.random(m) < 0.5  # so that the directed graph has cycles
    edges[turned] = edges[turned][:, ::-1]
    return n, edges, rng.geometric(0.5, m).astype(np.float64)


def planted(n, m, seed):
    """Communities of 50 to 5,000 vertices, four of five ties within them; expected degrees fall with the square root
    of the rank (exponent 3). Weights are geometric."""
    rng = np.random.default_rng(seed)
    sizes = (50 * rng.pareto(1.5, n // 50 + 2) + 50).clip(50, 5_000).astype(np.int64)
    ends = np.minimum(np.cumsum(sizes), n)
    ends = ends[: np.searchsorted(ends, n) + 1]
    community = np.searchsorted(ends, np.arange(n), side="right")
    until = np.r_[0, np.cumsum((rng.permutation(n) + 1.0) ** -0.5)]
    low, high = until[np.r_[0, ends[:-1]][community]], until[ends[community]]
    order = rng.permutation(n)

    def place(at):
        return np.clip(np.searchsorted(until, at, side="right") - 1, 0, n - 1)

    def draw(count):
        x = place(rng.random(count) * until[-1])
        within = low[x] + rng.random(count) * (high[x] - low[x])
        y = place(np.where(rng.random(count) < 0.8, within, rng.random(count) * until[-1]))
        return order[x], order[y]

    edges = distinct(n, m, draw, rng)
    return n, turned(edges), rng.geometric(0.4, m).astype(np.float64)


def distinct(n, m, draw, rng):
    got = np.empty(0, np.int64)
    while len(got) < m:
        x, y = draw(int(m * 1.25))
        low, high = np.minimum(x, y), np.maximum(x, y)
        got = np.unique(np.r_[got, (low * n + high)[low != high]])
    got = np.sort(rng.choice(got, m, replace=False))
    return np.stack([got // n, got % n], 1)


def turned(edges):
    """Half of the ties the other way round, for the algorithms that look at directions."""
    turn = np.random.default_rng(0).random(len(edges)) < 0.5
    return np.where(turn[:, None], edges[:, ::-1], edges)


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
    """Quick ones run again, as clocks are coarse."""
    begin, taken, runs = time.process_time(), 0, 0
    while taken < 0.5:
        result = run()
        runs += 1
        taken = time.process_time() - begin
    return taken / runs, result


def timed_apart(run, limit):
    """The same in a process of its own, which ends at the limit: then None."""

    def child(pipe):
        used = int(time.process_time())
        resource.setrlimit(resource.RLIMIT_CPU, (used + limit, used + limit))
        pipe.send(timed(run))

    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=child, args=(there,))
    process.start()
    there.close()
    try:
        return here.recv()
    except EOFError:
        return None
    finally:
        process.join()


def structure(g, directed):
    yield "components", lambda: components(g)
    yield "strong_components", lambda: len(directed.connected_components(mode="strong")) - 1
    yield "core_numbers", lambda: max(g.coreness())
    yield "triangles", lambda: len(g.list_triangles()) if g.vcount() < 20_000 else g.transitivity_undirected()
    yield "clustering", lambda: float(np.mean(g.transitivity_local_undirected(mode="zero")))
    yield "weak_points", lambda: f"{len(g.articulation_points())} {len(g.bridges())}"


def components(g):
    getattr(g, "__invalidate_cache")()  # igraph remembers that all is one component
    return len(g.connected_components()) - 1


def paths(g, costs, hub, second, far):
    yield "distances", lambda: max(x for x in g.distances(source=[hub])[0] if x != float("inf"))
    yield "dijkstra", lambda: max(x for x in g.distances(source=[hub], weights=costs)[0] if x != float("inf"))
    yield "yen", lambda: ways(g.get_k_shortest_paths(hub, far, 10, weights=costs, output="epath"), costs)
    yield "edge_disjoint", lambda: g.edge_disjoint_paths(hub, second)
    yield "vertex_disjoint", lambda: (
        g.vertex_disjoint_paths(hub, second, neighbors="ignore") + g.are_connected(hub, second))


def ways(found, costs):
    return f"{len(found)} {sum(1 if costs is None else costs[tie] for tie in found[-1])}"


def mixing(g):
    groups = [v % 10 for v in range(g.vcount())]
    yield "assortativity", lambda: f"{g.assortativity_nominal(groups, directed=False):.6f}"
    yield "degree_assortativity", lambda: f"{g.assortativity_degree(directed=False):.6f}"
    yield "modularity", lambda: f"{g.modularity(groups):.6f}"


def found_communities(g, costs):
    def summary(found):
        return f"{len(found)} {g.modularity(found.membership, weights=costs):.4f}"

    yield "louvain", lambda: summary(g.community_multilevel(weights=costs))
    yield "leiden", lambda: summary(
        g.community_leiden(objective_function="modularity", weights=costs, n_iterations=2))
    yield "label_propagation", lambda: len(g.community_label_propagation()) - 1
    if g.vcount() <= 20_000:
        yield "greedy_modularity", lambda: summary(g.community_fastgreedy(weights=costs).as_clustering())


def centrality(g, hub):
    yield "page_rank", lambda: max(g.pagerank(damping=0.85, implementation="prpack"))
    yield "personal_page_rank", lambda: max(g.personalized_pagerank(reset_vertices=[hub], implementation="prpack"))
    if g.vcount() <= 20_000:
        yield "closeness", lambda: float(np.nanmax(g.closeness()))
        yield "betweenness", lambda: max(g.betweenness())
    yield "constraint", lambda: g.constraint()[hub]
    yield "adamic_adar", lambda: most_alike(g, hub)


def samples(g, costs, many):
    n, few = g.vcount(), many[:16]
    yield "closeness_of_64", lambda: float(np.nanmax(g.closeness(vertices=many)))
    yield "cost_closeness_of_64", lambda: float(np.nanmax(g.closeness(vertices=many, weights=costs)))
    yield "betweenness_from_16", lambda: max(g.betweenness(sources=few)) * n / len(few)
    yield "cost_betweenness_from_16", lambda: max(g.betweenness(sources=few, weights=costs)) * n / len(few)


def most_alike(g, hub):
    near = set(g.neighbors(hub)) | {hub}
    return max(value for v, value in enumerate(g.similarity_inverse_log_weighted([hub])[0]) if v not in near)


def peer(n, edges, weights, ends, sampled):
    g = igraph.Graph(n=n, edges=edges)
    costs = None if weights is None else weights.tolist()
    hub, second, far = ends
    yield from structure(g, igraph.Graph(n=n, edges=edges, directed=True))
    yield from paths(g, costs, hub, second, far)
    yield from mixing(g)
    yield from found_communities(g, costs)
    yield from samples(g, costs, sampled)
    yield from centrality(g, hub)


def row(name, theirs, ours, limit):
    taken, found = float(ours[0]), " ".join(ours[1:])
    if theirs is None:
        return f"| {name} | over {limit} | {taken:.3f} | under {taken / limit:.2f} | | {found} |"
    seconds, result = theirs
    return f"| {name} | {seconds:.4f} | {taken:.4f} | {taken / max(seconds, 1e-6):.2f} | {result} | {found} |"


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench")
    parser.add_argument("kind", choices=("plaw", "communities", "planted", "ties"))
    parser.add_argument("of", nargs="+")
    parser.add_argument("--limit", type=int, default=600)
    parser.add_argument("--only", type=lambda text: text.split(","))
    return parser.parse_args()


def main():
    given = arguments()
    if given.kind == "ties":
        n, edges, weights = read_ties(given.of[0], given.of[1:])
    else:
        make = {"plaw": power_law, "communities": communities, "planted": planted}[given.kind]
        n, edges, weights = make(*(int(float(x)) for x in given.of))
    with tempfile.NamedTemporaryFile() as file:
        write(file.name, n, edges, weights)
        ours = lintas(given.bench, file.name, 1)
    print(f"{n} vertices, {len(edges)} ties; igraph {igraph.__version__}\n")
    print("| | igraph | lintas | ratio | igraph found | lintas found |\n| --- | --- | --- | --- | --- | --- |")
    ends, sampled = ([int(v) for v in ours[name][1:]] for name in ("ends", "sampled"))
    for name, run in peer(n, edges, weights, ends, sampled):
        if given.only is None or name in given.only:
            print(row(name, timed_apart(run, given.limit), ours[name], given.limit), flush=True)
    print(f"| build | | {float(ours['build'][0]):.3f} | | | {' '.join(ours['build'][1:])} |")


main()
