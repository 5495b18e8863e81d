public import Geometry
public import Shapes

extension TravelMatrix {
  /// A row a pair, origins first: columns as the contract spells them.
  ///
  /// The shape is the straight line between the two; a pair of one point has none.
  public func table(in region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "matrix",
      columns: [
        .init("from", .text), .init("to", .text), .init("minutes", .decimal(places: 2)),
        .init("km", .decimal(places: 2)), .init("status", .text),
        .init("from_snap_km", .decimal(places: 3)), .init("to_snap_km", .decimal(places: 3)),
        .init("from_name", .text), .init("to_name", .text),
      ])
    for (row, origin) in origins.enumerated() {
      for (column, destination) in destinations.enumerated() {
        let minutes = minutes(from: row, to: column)
        table.append(
          [
            .text(origin.code(in: region)), .text(destination.code(in: region)),
            .decimal(minutes), .decimal(minutes == nil ? nil : kilometers(from: row, to: column)),
            .text(minutes == nil ? "unreached" : "reached"),
            .decimal(origin.distanceToRoads.map { $0 / 1_000 }),
            .decimal(destination.distanceToRoads.map { $0 / 1_000 }),
            .text(origin.group.name.chinese), .text(destination.group.name.chinese),
          ], shape: line(from: origin, to: destination))
      }
    }
    return table
  }

  private func line(from origin: End, to destination: End) -> FeatureTable.Shape? {
    guard let start = origin.points.first, let end = destination.points.first, start != end else {
      return nil
    }
    return .lines([[start, end]])
  }
}

extension TravelMatrix.End {
  /// The codes of its units joined by `;`; a point's coordinates.
  public func code(in region: Region) -> String {
    group.places.map { place in
      switch place {
      case .unit(let unit): region.code(of: unit)
      case .point(let point): point.commandText
      case .zone(let name, _): name
      case .gates(let name, _): name.chinese
      }
    }.joined(separator: ";")
  }
}
