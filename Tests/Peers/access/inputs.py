#!/usr/bin/env python3
"""Draws the inputs of second_opinion.py, once: 48 places, who touches whom, costs, a road graph.

    python3 inputs.py

The same files come out every time; they are kept beside this script, and the Swift tests read them.
"""

import math
import pathlib
import random

FOLDER = pathlib.Path(__file__).parent


def write(name, header, rows):
    lines = [header] + [",".join(str(value) for value in row) for row in rows]
    (FOLDER / name).write_text("\n".join(lines) + "\n")


def main():
    draw = random.Random(20201101)
    places = []
    for place in range(48):
        x, y = place % 8 * 40 + draw.uniform(-15, 15), place // 8 * 40 + draw.uniform(-15, 15)
        value = round(60 + 0.5 * x + 20 * draw.random(), 3)
        people = round(math.exp(draw.gauss(12.5, 0.8)))
        places.append((place, value, people, place % 8 // 2, round(x, 2), round(y, 2)))
    write("places.csv", "id,value,people,group,x,y", places)

    # Neighbours on the bent grid; place 47 touches nobody.
    pairs = []
    for place in range(47):
        for other, there in ((place + 1, place % 8 < 7), (place + 8, place < 40)):
            if there and other < 47:
                pairs.append((place, other))
    write("pairs.csv", "from,to", pairs)

    # Minutes between all places, and to six facilities with their supply.
    minutes = []
    for left in places:
        for right in places:
            distance = math.dist(left[4:6], right[4:6])
            minutes.append(
                (left[0], right[0], round(8 + distance * 0.9, 2) if left != right else 7.5)
            )
    write("minutes.csv", "from,to,minutes", minutes)
    facilities = [(f, round(draw.uniform(50, 500))) for f in range(6)]
    write("facilities.csv", "id,supply", facilities)
    costs = []
    for place in places:
        for facility, _ in facilities:
            costs.append((place[0], facility, round(draw.uniform(5, 120), 2)))
    write("costs.csv", "from,to,minutes", costs)

    # A road graph with meshes, chains, dead ends, side-by-side links and two parts.
    links = []
    for node in range(60):
        for other in (node + 1, node + 6):
            if other < 60 and not (other == node + 1 and node % 6 == 5) and draw.random() < 0.72:
                links.append((node, other, draw.randrange(60_000, 3_600_000)))
    links += [(0, 1, 90_000), (60, 61, 100_000), (61, 62, 100_000), (59, 63, 200_000)]
    write("links.csv", "from,to,milliseconds", links)


main()
