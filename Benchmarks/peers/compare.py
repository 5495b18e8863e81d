"""Times this engine beside what else can be taken from PyPI: same graph, same run, same answers.

    compare.py PEERTIMES GRAPH [RUNS]

PEERTIMES is the program of that name; it writes the graph and its answers as files, and every
distance that a peer finds is held against them. Milliseconds are processor time, medians of RUNS
(7), but of pgRouting, which is a server, by the clock and once. A cell that is empty is a task the
peer has no call for. Who cannot run is named with its error.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

UNREACHED = 1 << 30
TASKS = ["tree", "tree in a batch of 16", "within 7 %", "within 33 %", "within 90 %",
         "matrix 100", "matrix 1000", "customize", "change 20", "1 % changed, 100 trees"]


class Case:
    """A graph, the questions asked of it, and this engine's answers."""

    def __init__(self, folder, facts):
        read = lambda name: np.fromfile(folder / f"{name}.u32", dtype="<u4")
        self.count = facts["nodes"]
        self.tails, self.heads, self.weights = read("tails"), read("heads"), read("weights")
        self.order, self.slower = read("order"), read("slower")
        self.sources = self.nodes(32, 0)
        self.trees = read("trees").reshape(16, self.count)
        self.within = {p: (int(w[0]), w[1:]) for p in (7, 33, 90) for w in [read(f"within-{p}")]}
        self.by_rule = {p: read(f"within-{p}-by-rule")[1:] for p in (7, 33, 90)}
        self.matrix = {n: read(f"matrix-{n}").reshape(n, n) for n in (100, 1000)}
        sums = read("sums").astype(np.uint64)
        self.sums = sums[0::2] + (sums[1::2] << np.uint64(32))
        self.twenty = read("twenty")
        self.after_twenty = read("after-twenty")

    def nodes(self, count, start):
        """Spread over the graph by a fixed stride, as in PeerTimes."""
        return [(i * 7919 * 31 + 17) % self.count for i in range(start, start + count)]


def agree(found, expected, what):
    found = np.asarray(found, dtype=float)
    found = np.where(np.isfinite(found), found, UNREACHED).astype(np.uint64)
    found = np.minimum(found, UNREACHED)
    if not np.array_equal(found, expected.astype(np.uint64)):
        wrong = int((found != expected).sum())
        raise AssertionError(f"{what}: {wrong} of {expected.size} distances differ")


def median(runs, body):
    """Milliseconds of processor time, and the last result."""
    times = []
    for run in range(runs):
        start = time.process_time()
        result = body(run)
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times), result


def scipy_peer(case, runs):
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    def graph(weights):
        # Of parallel arcs the shortest: a sparse matrix would add them up.
        order = np.lexsort((weights, case.heads, case.tails))
        tails, heads = case.tails[order], case.heads[order]
        first = np.ones(len(order), bool)
        first[1:] = (tails[1:] != tails[:-1]) | (heads[1:] != heads[:-1])
        kept = order[first]
        if (weights[kept] == 0).any():
            raise ValueError("an arc of no time, which a sparse matrix takes for no arc")
        return csr_array((weights[kept].astype(float), (case.tails[kept], case.heads[kept])),
                         shape=(case.count, case.count))

    given = graph(case.weights)
    times = {}
    tree = lambda g, s, limit=np.inf: dijkstra(g, indices=s, limit=limit)
    times["tree"], _ = median(runs, lambda run: tree(given, case.sources[run % 16]))
    for row in range(16):
        agree(tree(given, case.sources[row]), case.trees[row], "tree")
    for percent, (limit, expected) in case.within.items():
        times[f"within {percent} %"], found = median(
            runs, lambda _: tree(given, case.sources[0], limit))
        agree(found, expected, f"within {percent} %")
        agree(found, case.by_rule[percent], f"within {percent} % by rule")
    # Rows of the matrices, for they are trees: all of the small one, some of the large.
    rows = case.nodes(100, 100)
    start = time.process_time()
    found = dijkstra(given, indices=rows)[:, case.nodes(100, 5000)]
    times["matrix 100"] = (time.process_time() - start) * 1000
    agree(found, case.matrix[100], "matrix 100")
    some = [0, 1, 499, 998, 999]
    found = dijkstra(given, indices=[case.nodes(1000, 100)[i] for i in some])
    agree(found[:, case.nodes(1000, 5000)], case.matrix[1000][some], "matrix 1000")
    start = time.process_time()
    slower = graph(case.slower)
    sums = [int(np.where(np.isfinite(d), d, UNREACHED).sum())
            for d in (tree(slower, s) for s in case.nodes(100, 40))]
    times["1 % changed, 100 trees"] = (time.process_time() - start) * 1000
    if sums != [int(s) for s in case.sums]:
        raise AssertionError("1 % changed: the sums of the trees differ")
    doubled = case.weights.copy()
    doubled[case.twenty] *= 2
    agree(tree(graph(doubled), case.sources[0]), case.after_twenty, "change 20")
    return times


def igraph_peer(case, runs):
    import igraph
    graph = igraph.Graph(case.count, np.column_stack([case.tails, case.heads]), directed=True)
    weights = case.weights.astype(float).tolist()
    tree, found = median(
        min(runs, 7), lambda run: graph.distances(case.sources[run % 7], weights=weights)[0])
    agree(found, case.trees[(min(runs, 7) - 1) % 7], "tree")
    return {"tree": tree}


def networkit_peer(case, runs):
    import networkit
    networkit.setNumberOfThreads(1)
    # GraphFromCoo loses the weights; addEdges keeps them.
    graph = networkit.Graph(case.count, weighted=True, directed=True)
    graph.addEdges((case.weights.astype(float), (case.tails.astype(np.uint64),
                                                 case.heads.astype(np.uint64))))
    def tree(run):
        search = networkit.distance.Dijkstra(graph, case.sources[run % 16], storePaths=False)
        return search.run().getDistances()
    time_, found = median(runs, tree)
    found = np.asarray(found)
    agree(np.where(found > UNREACHED, np.inf, found), case.trees[(runs - 1) % 16], "tree")
    return {"tree": time_}


def routingkit_peer(case, runs):
    import routingkit_cch as rk
    lists = lambda a: a.tolist()
    # The same order as this engine's, so that only the engines differ.
    cch = rk.CCH(lists(case.order), lists(case.tails), lists(case.heads), False)
    weights = lists(case.weights)
    times = {}
    metric = rk.CCHMetric(cch, weights)
    times["customize"], _ = median(runs, lambda _: metric.reset(weights))
    for size in (100, 1000):
        targets = case.nodes(size, 5000)
        def matrix(_):
            search = rk.CCHOneToMany(metric, targets)
            return [search.distances_from(s) for s in case.nodes(size, 100)]
        times[f"matrix {size}"], found = median(runs if size == 100 else min(runs, 3), matrix)
        rows = [[UNREACHED if d is None else d for d in row] for row in found]
        agree(rows, case.matrix[size], f"matrix {size}")
    updater = rk.CCHMetricPartialUpdater(cch)
    def change(run):
        factor = 2 if run % 2 == 0 else 1
        updater.apply(metric, {int(a): int(case.weights[a]) * factor for a in case.twenty})
    times["change 20"], _ = median(2 * runs + 1, change)
    search = rk.CCHOneToMany(metric, list(range(0, case.count, 997)))
    found = [UNREACHED if d is None else d for d in search.distances_from(case.sources[0])]
    agree(found, case.after_twenty[::997], "change 20")
    return times


def pandana_peer(case, runs):
    import pandana  # noqa: F401
    import pandas as pd
    nodes = pd.Series(np.arange(case.count), dtype=float)
    network = pandana.Network(nodes, nodes, pd.Series(case.tails), pd.Series(case.heads),
                              pd.DataFrame({"w": case.weights}), twoway=False)
    sources, targets = case.nodes(100, 100), case.nodes(100, 5000)
    def matrix(_):
        pairs = [(s, t) for s in sources for t in targets]
        return network.shortest_path_lengths([s for s, _ in pairs], [t for _, t in pairs])
    time_, found = median(min(runs, 3), matrix)
    agree(np.asarray(found).reshape(100, 100), case.matrix[100], "matrix 100")
    return {"matrix 100": time_}


def pgrouting_peer(case, runs):
    import pgrouting
    time_, found = pgrouting.matrix(case, case.nodes(100, 100), case.nodes(100, 5000), UNREACHED)
    agree(found, case.matrix[100], "matrix 100")
    return {"matrix 100": time_}


PEERS = {"scipy": scipy_peer, "igraph": igraph_peer, "networkit": networkit_peer,
         "routingkit-cch": routingkit_peer, "pandana": pandana_peer, "pgRouting": pgrouting_peer}
PATIENCE = 180  # seconds a peer may take


def main():
    if len(sys.argv) > 1 and sys.argv[1] == "--peer":
        return run_peer(*sys.argv[2:])
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    program, graph = sys.argv[1:3]
    runs = int(sys.argv[3]) if len(sys.argv) == 4 else 7
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([program, graph, folder, str(runs)], stdout=subprocess.PIPE, text=True)
        if done.returncode:
            sys.exit(done.returncode)
        facts = json.loads(done.stdout)
        table, absent = {}, {}
        for name in PEERS:
            print(f"{name} …", file=sys.stderr)
            try:
                answer = subprocess.run(
                    [sys.executable, __file__, "--peer", name, folder, json.dumps(facts), str(runs)],
                    capture_output=True, text=True, timeout=PATIENCE)
                if answer.returncode:
                    said = answer.stderr.strip().splitlines()
                    absent[name] = said[-1] if said else f"ended with {answer.returncode}"
                else:
                    table[name] = json.loads(answer.stdout.splitlines()[-1])
            except subprocess.TimeoutExpired:
                absent[name] = f"did not finish within {PATIENCE} s"
        report(graph, facts, runs, table, absent)
    if any("differ" in words for words in absent.values()):
        sys.exit(1)


def run_peer(name, folder, facts, runs):
    case = Case(Path(folder), json.loads(facts))
    print(json.dumps(PEERS[name](case, int(runs))))


def report(graph, facts, runs, table, absent):
    ours = {name: times["cpu_ms"] for name, times in facts["times"].items()}
    ours["tree in a batch of 16"] = ours["trees of 16, read in place"] / 16
    for peer in table.values():
        if "tree" in peer:
            peer["tree in a batch of 16"] = peer["tree"]
        for minutes in (7, 33, 90):
            peer.setdefault(f"within {minutes} %", None)
    print(f"\n{graph}: {facts['nodes']:,} nodes, {facts['arcs']:,} arcs, hierarchy of "
          f"{facts['hierarchy_arcs']:,} arcs, sweeps by {facts['dispatch']}; milliseconds of "
          f"processor time, medians of {runs}; × is how many times longer than this engine\n")
    print("| task | hinterland | " + " | ".join(table) + " |")
    print("|---|---|" + "---|" * len(table))
    for task in TASKS:
        cells = []
        for peer in table.values():
            value = peer.get(task)
            cells.append(f"{value:,.2f} (× {value / ours[task]:,.1f})" if value else "")
        print(f"| {task} | {ours[task]:,.2f} | " + " | ".join(cells) + " |")
    print(f"\nOnce a graph: order {ours['order']:,.0f} ms, hierarchy {ours['hierarchy']:,.0f} ms. "
          f"A tree by plain search: {ours['plain search']:,.1f} ms. A tree in a batch of 16 copied "
          f"to an array of its own: {ours['trees of 16'] / 16:,.2f} ms.")
    for name in table:
        print(f"{name}: all distances agree.")
    for name, words in absent.items():
        print(f"{name} did not run: {words}")


main()
