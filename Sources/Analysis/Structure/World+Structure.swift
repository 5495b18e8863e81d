import Geometry
import Routing
import Shapes

extension World {
  /// How the roads hang together around places.
  ///
  /// Times between places are free flow from seat to seat: terminal minutes say nothing of a road.
  ///
  /// - Complexity: O(roads), and a matrix of the places.
  public func structure(_ question: StructureQuestion) throws -> StructureAnswer {
    let graph = network.links()
    let bridges = Bridges(of: graph)
    let tree = BridgeTree(of: bridges, in: graph)
    let roads = try OrdinaryRoads(of: self)
    let matrix = try matrix(
      MatrixQuestion(
        origins: question.places, destinations: question.places, mode: .road, reading: .seat,
        measuresWays: false))
    let entries = try matrix.origins.map { end in
      try end.points.first.flatMap { try roads.edge(nearestTo: $0) }
    }
    let locator = RegionLocator(region.counties)
    let nodes = network.roads.nodes
    let countyOfNode = Parallel.map(nodes.count) { locator.county(at: nodes[$0]) ?? -1 }
    var deadEnds = [Int](repeating: 0, count: region.counties.count)
    for node in graph.deadEnds where countyOfNode[node] >= 0 { deadEnds[countyOfNode[node]] += 1 }
    var places = question.places.indices.map { row in
      place(
        question.places[row], at: matrix.origins[row].points.first, entry: entries[row], bridges,
        tree, graph)
    }
    for row in places.indices {
      places[row].deadEnds = places[row].unit.map { unit in
        region.counties(of: unit).reduce(0) { $0 + deadEnds[$1] }
      }
    }
    shareBridges(&places)
    let links = matrix.placeLinks(detour: question.detour, longest: question.longest)
    let provinces = places.map { $0.unit.flatMap(region.province) }
    fill(&places, betweenness: links, provinces: provinces)
    return StructureAnswer(
      question: question, places: places,
      networks: networkFigures(graph, bridges, countyOfNode: countyOfNode),
      links: links.linkCount,
      borderLinks: links.ends.count { provinces[$0.0] != provinces[$0.1] },
      warnings: [.backboneOnly]
        + (entries.contains(nil)
          ? [
            .withoutRoad(
              question.places.indices.filter { entries[$0] == nil }.map { question.places[$0].name }
            )
          ] : []))
  }

  private func place(
    _ group: PlaceGroup, at point: GeoPoint?, entry: Int?, _ bridges: Bridges, _ tree: BridgeTree,
    _ graph: LinkGraph
  ) -> StructurePlace {
    var place = StructurePlace(
      group: group, unit: group.unit, point: point,
      people: group.unit.flatMap { AccessMass.people.value(of: $0, in: region) }.map { Int($0) },
      routes: 0, bridges: 0, bridge: nil, bridgeRoad: nil, bridgeKilometers: nil,
      peopleBehind: nil, deadEnds: nil, links: 0, betweenness: 0, borderBetweenness: 0)
    guard let entry else { return place }
    let (from, to) = (bridges.block[graph.ends[entry].0], bridges.block[graph.ends[entry].1])
    guard let nearer = tree.depth[from], let further = tree.depth[to] else { return place }
    // On a bridge, the way to the network begins with part of it.
    place.bridges = max(nearer, further)
    place.routes = place.bridges == 0 ? 2 : 1
    let behind = nearer > further ? from : to
    if place.bridges > 0 {
      let bridge = tree.firstBridge[behind]
      place.bridge = bridge
      place.bridgeRoad = network.roads.routes[Int(network.roads.route[bridge])]
      place.bridgeKilometers = network.roads.length[bridge] / 1_000
    }
    return place
  }

  /// People of all places that one bridge cuts off, in the rows of each of them.
  private func shareBridges(_ places: inout [StructurePlace]) {
    var people: [Int: Int] = [:]
    for place in places {
      if let bridge = place.bridge { people[bridge, default: 0] += place.people ?? 0 }
    }
    for row in places.indices {
      places[row].peopleBehind = places[row].bridge.flatMap { people[$0] }
    }
  }

  private func fill(
    _ places: inout [StructurePlace], betweenness links: LinkGraph, provinces: [Int?]
  ) {
    let between = links.betweenness()
    let across = links.betweenness { provinces[$0] != provinces[$1] }
    let count = Double(places.count)
    let pairs = (count - 1) * (count - 2) / 2
    var crossing = 0.0
    for (index, province) in provinces.enumerated() {
      crossing += Double(provinces[..<index].count { $0 != province })
    }
    for row in places.indices {
      places[row].links = links.degree(of: row)
      places[row].betweenness = pairs > 0 ? between[row] / pairs : 0
      // Pairs that the place itself is an end of cannot lead through it.
      let own = Double(provinces.count { $0 != provinces[row] })
      places[row].borderBetweenness = crossing > own ? across[row] / (crossing - own) : 0
    }
  }

  /// Figures by province, then of all roads inside the counties.
  private func networkFigures(
    _ graph: LinkGraph, _ bridges: Bridges, countyOfNode: [Int]
  ) -> [NetworkFigures] {
    let provinceOfNode = countyOfNode.map { $0 < 0 ? -1 : region.counties[$0].province }
    let groups: [Int?] = region.provinces.indices.map { $0 } + [nil]
    return groups.map { province in
      func holds(_ node: Int) -> Bool {
        province.map { provinceOfNode[node] == $0 } ?? (provinceOfNode[node] >= 0)
      }
      let members = graph.ends.indices.filter {
        holds(graph.ends[$0].0) && holds(graph.ends[$0].1)
      }
      var number = [Int](repeating: -1, count: graph.nodeCount)
      var count = 0
      for link in members {
        for node in [graph.ends[link].0, graph.ends[link].1] where number[node] < 0 {
          number[node] = count
          count += 1
        }
      }
      let part = LinkGraph(
        nodeCount: count, ends: members.map { (number[graph.ends[$0].0], number[graph.ends[$0].1]) }
      )
      let cut = members.filter { bridges.isBridge[$0] }
      func kilometers(_ links: [Int]) -> Double {
        links.reduce(0) { $0 + network.roads.length[$1] } / 1_000
      }
      return NetworkFigures(
        of: part, province: province, kilometers: kilometers(members),
        bridgeKilometers: kilometers(cut), bridges: cut.count,
        deadEnds: graph.deadEnds.count { holds($0) })
    }
  }
}

extension NetworkFigures {
  fileprivate init(
    of graph: LinkGraph, province: Int?, kilometers: Double, bridgeKilometers: Double, bridges: Int,
    deadEnds: Int
  ) {
    // Taking out a node of two links takes out one link with it.
    let onTheWay = (0..<graph.nodeCount).count { graph.degree(of: $0) == 2 }
    let nodes = graph.nodeCount - onTheWay
    let links = graph.linkCount - onTheWay
    let cycles = graph.cyclomaticNumber
    self.init(
      province: province, kilometers: kilometers, bridgeKilometers: bridgeKilometers,
      bridges: bridges, deadEnds: deadEnds, junctions: nodes, cyclomaticNumber: cycles,
      alpha: nodes > 2 ? Double(cycles) / Double(2 * nodes - 5) : nil,
      beta: nodes > 0 ? Double(links) / Double(nodes) : nil,
      gamma: nodes > 2 ? Double(links) / Double(3 * (nodes - 2)) : nil)
  }
}
