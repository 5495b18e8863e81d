#!/usr/bin/env python3
"""What PySAL and igraph say about the inputs beside this script.

    python3 -m venv venv && venv/bin/pip install -r requirements.txt
    venv/bin/python second_opinion.py

Prints names and values; Tests/AnalysisTests/Statistics/SecondOpinionTests.swift holds them and
agrees to 1e-6. Permuted p-values depend on a generator, so of those only the statistics and the
analytic moments are compared.
"""

import pathlib

import access
import esda
import igraph
import inequality
import libpysal
import numpy
import pandas

FOLDER = pathlib.Path(__file__).parent


def show(name, *values):
    print(name, *[f"{value:.12g}" if isinstance(value, float) else value for value in values])


def statistics(places):
    value, people = places["value"].to_numpy(), places["people"].to_numpy().astype(float)
    show("gini(value)", float(inequality.gini.Gini(value).g))
    show("gini(people)", float(inequality.gini.Gini(people).g))
    theil = inequality.theil.TheilD(people, places["group"].to_numpy())
    show("theil(people)", float(numpy.ravel(theil.T)[0]))
    show("theil between", float(numpy.ravel(theil.bg)[0]))
    show("theil within", float(numpy.ravel(theil.wg)[0]))
    show("cv(value)", float(value.std() / value.mean()))
    fifths = numpy.quantile(value, [0.2, 0.4, 0.6, 0.8], method="inverted_cdf")
    show("quantiles(value)", *[float(limit) for limit in fifths])


def autocorrelation(places, pairs):
    neighbours = {place: [] for place in places["id"]}
    for left, right in pairs.itertuples(index=False):
        neighbours[left].append(right)
        neighbours[right].append(left)
    weights = libpysal.weights.W(neighbours, silence_warnings=True)
    weights.transform = "r"
    value = places["value"].to_numpy()
    moran = esda.Moran(value, weights, transformation="r", permutations=0)
    show("moran", float(moran.I), float(moran.EI))
    local = esda.Moran_Local(value, weights, transformation="r", permutations=9999, seed=1)
    for place in (0, 5, 20, 33, 46):
        show(f"local moran {place}", float(local.Is[place]), "HH LH LL HL".split()[local.q[place] - 1])
    # Folded p-values, which are half of two-sided ones.
    show("local p", *[float(round(p, 4)) for p in local.p_sim[[0, 5, 20, 33, 46]]])


def accessibility(places, minutes, facilities, costs):
    demand = pandas.DataFrame({"id": places["id"], "people": places["people"]})
    pairs = minutes.rename(columns={"from": "origin", "to": "dest", "minutes": "cost"})
    same = access.Access(
        demand_df=demand, demand_index="id", demand_value="people",
        supply_df=demand.rename(columns={"people": "mass"}), supply_index="id",
        supply_value=["mass"], cost_df=pairs, cost_origin="origin", cost_dest="dest",
        cost_name="cost", neighbor_cost_df=pairs, neighbor_cost_origin="origin",
        neighbor_cost_dest="dest", neighbor_cost_name="cost",
    )
    within = same.weighted_catchment("within", max_cost=60)["within_mass"]
    potential = same.weighted_catchment(
        "potential", weight_fn=access.weights.gravity(scale=1, alpha=-1, min_dist=0)
    )["potential_mass"]
    squared = same.weighted_catchment(
        "squared", weight_fn=access.weights.gravity(scale=1, alpha=-2, min_dist=0)
    )["squared_mass"]
    for place in (0, 13, 47):
        show(f"reach {place}", float(within[place]), float(potential[place]), float(squared[place]))
    pairs = costs.rename(columns={"from": "origin", "to": "dest", "minutes": "cost"})
    other = access.Access(
        demand_df=demand, demand_index="id", demand_value="people", supply_df=facilities,
        supply_index="id", supply_value=["supply"], cost_df=pairs, cost_origin="origin",
        cost_dest="dest", cost_name="cost",
    )
    steps = other.two_stage_fca("steps", max_cost=30)["steps_supply"]
    for place in (0, 7, 31, 47):
        show(f"two steps {place}", float(steps.get(place, 0.0)))
    matrix = minutes.pivot(index="from", columns="to", values="minutes").to_numpy()
    people = places["people"].to_numpy().astype(float)
    average = (matrix * people).sum(axis=1) / people.sum()
    show("watt", *[float(average[place]) for place in (0, 13, 47)])
    decayed = (people * numpy.exp(-matrix / 30)).sum(axis=1)
    show("exponential", *[float(decayed[place]) for place in (0, 13, 47)])


def structure(links):
    graph = igraph.Graph(n=64, edges=links[["from", "to"]].values.tolist())
    show("bridges", *sorted(graph.bridges()))
    show("cyclomatic", graph.ecount() - graph.vcount() + len(graph.connected_components()))
    show("dead ends", *[v for v in range(64) if graph.degree(v) == 1])
    between = graph.betweenness(weights=links["milliseconds"].tolist())
    show("betweenness", *[float(b) for b in between])
    # A second graph with ties: every link as long.
    show("tied betweenness", *[float(b) for b in graph.betweenness()])
    cut = graph.copy()
    cut.delete_edges(graph.bridges())
    show("blocks", *cut.connected_components().membership)


def main():
    read = lambda name: pandas.read_csv(FOLDER / name)
    places = read("places.csv")
    statistics(places)
    autocorrelation(places, read("pairs.csv"))
    accessibility(places, read("minutes.csv"), read("facilities.csv"), read("costs.csv"))
    structure(read("links.csv"))


main()
