import Geometry
import Routing
public import Shapes

/// What of a dataset can be taken out as a layer.
public enum DatasetLayer: String, Hashable, Sendable, CaseIterable {
  case roads, nodes, regions, places, rail, stations, water
}

extension Dataset {
  /// A layer as a table of shapes; without rows where the dataset holds none of it.
  ///
  /// Roads and nodes have the columns that a network of one's own is imported from.
  /// - Complexity: O(points of the layer).
  public func table(of layer: DatasetLayer) -> FeatureTable {
    switch layer {
    case .roads: roads.edgeTable()
    case .nodes: roads.nodeTable()
    case .regions: regionTable()
    case .places: placeTable()
    case .rail: railTable()
    case .stations: stationTable()
    case .water: waterTable()
    }
  }

  private func regionTable() -> FeatureTable {
    var table = FeatureTable(
      name: "regions",
      columns: [
        .init("code", .text), .init("name", .text), .init("name_en", .text),
        .init("prefecture_code", .text), .init("prefecture", .text), .init("province_code", .text),
        .init("province", .text), .init("people", .whole), .init("urban_people", .whole),
        .init("seat_lon", .decimal(places: 7)), .init("seat_lat", .decimal(places: 7)),
      ])
    for county in region.counties {
      let prefecture = region.prefectures[county.prefecture]
      let province = region.provinces[county.province]
      table.append(
        [
          .text(county.code), .text(county.name.chinese), .text(county.name.english),
          .text(prefecture.code), .text(prefecture.name.chinese), .text(province.code),
          .text(province.name.chinese), .whole(county.people), .whole(county.urbanPeople),
          .decimal(county.seat?.longitude), .decimal(county.seat?.latitude),
        ], shape: .areas(county.polygons))
    }
    return table
  }

  private func placeTable() -> FeatureTable {
    var table = FeatureTable(
      name: "places",
      columns: [
        .init("name", .text), .init("name_zh", .text), .init("name_en", .text),
        .init("kind", .text), .init("lon", .text), .init("lat", .text),
      ])
    // Nodes of a network are a layer of their own.
    for place in places where place.kind != .node {
      table.append(
        [
          .text(place.localName), .text(place.name.chinese), .text(place.name.english),
          .text(place.kind.rawValue), .text("\(place.position.longitude)"),
          .text("\(place.position.latitude)"),
        ], shape: .point(place.position))
    }
    return table
  }

  /// The lines as they are drawn; their runs and minutes are of stations.
  private func railTable() -> FeatureTable {
    var table = FeatureTable(
      name: "rail",
      columns: [.init("code", .text), .init("name", .text), .init("name_en", .text)])
    for line in corridors where line.kind == .rail {
      table.append(
        [.text(line.code), .text(line.name.chinese), .text(line.name.english)],
        shape: .lines(line.lines))
    }
    return table
  }

  private func stationTable() -> FeatureTable {
    var table = FeatureTable(
      name: "stations",
      columns: [
        .init("code", .text), .init("name", .text), .init("name_en", .text), .init("lon", .text),
        .init("lat", .text),
      ])
    for (index, position) in rail.stations.enumerated() {
      let name = railNames.stations[index]
      table.append(
        [
          .text(railNames.stationCodes[index]), .text(name.chinese), .text(name.english),
          .text("\(position.longitude)"), .text("\(position.latitude)"),
        ],
        shape: .point(position))
    }
    return table
  }

  /// A river's lines and a lake's areas are of one layer, a row each.
  private func waterTable() -> FeatureTable {
    var table = FeatureTable(
      name: "water",
      columns: [.init("name", .text), .init("name_en", .text), .init("barrier", .text)])
    for water in region.waters {
      let values: [FeatureTable.Value] = [
        .text(water.name.chinese), .text(water.name.english), .text(water.barrier.rawValue),
      ]
      if !water.areas.isEmpty { table.append(values, shape: .areas(water.areas)) }
      if !water.lines.isEmpty { table.append(values, shape: .lines(water.lines)) }
    }
    return table
  }
}

extension RoadNetwork {
  fileprivate func edgeTable() -> FeatureTable {
    var table = FeatureTable(
      name: "roads",
      columns: [
        .init("from", .whole), .init("to", .whole), .init("km", .decimal(places: 9)),
        .init("class", .text), .init("speed", .decimal(places: 6)),
        .init("minutes", .decimal(places: 6)), .init("oneway", .whole), .init("ref", .text),
      ])
    for edge in 0..<edgeCount {
      let (start, end) = (Int(from[edge]), Int(to[edge]))
      let own = exceptions[edge]
      // Minutes stand only where an edge without length takes time.
      let delay = own.flatMap { $0.delay > 0 ? Double($0.delay) / 60_000 : nil }
      table.append(
        [
          .whole(start), .whole(end), .decimal(length[edge] > 0 ? length[edge] / 1_000 : nil),
          .text(roadClass[edge].rawValue),
          .decimal(own?.speed), .decimal(delay), .whole(own?.isOneWay == true ? 1 : 0),
          .text(routes[Int(route[edge])]),
        ], shape: .lines([[nodes[start], nodes[end]]]))
    }
    return table
  }

  fileprivate func nodeTable() -> FeatureTable {
    var table = FeatureTable(
      name: "nodes", columns: [.init("id", .whole), .init("lon", .text), .init("lat", .text)])
    for (index, node) in nodes.enumerated() {
      // As text: all digits that a position has.
      table.append(
        [.whole(index), .text("\(node.longitude)"), .text("\(node.latitude)")],
        shape: .point(node))
    }
    return table
  }
}
