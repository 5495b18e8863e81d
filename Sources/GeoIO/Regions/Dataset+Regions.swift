import Foundation
public import Geometry
import Routing
public import Shapes

/// What a layer of regions brought to a dataset, and what is odd about it.
public struct RegionCounts: Hashable, Sendable {
  /// Where the seats of units were taken from.
  public enum Seats: String, Hashable, Sendable {
    case columns
    /// The largest place in the unit that bears its name.
    case places
    /// Where most people live, by what was counted.
    case people
    /// Where junctions stand closest.
    case roads
  }

  public var file: RegionFile.Counts
  public var review: RegionReview
  /// How many seats came from where, and the counties that have none, by name.
  public var seats: [Seats: Int] = [:]
  public var withoutSeat: [String] = []
  /// Nodes of the roads, and how many of them lie in no unit.
  public var nodes = 0
  public var nodesOutside = 0
}

extension Dataset {
  /// Gives a dataset of roads the regions of a layer: units, their seats, what is said of itself.
  ///
  /// `reference` holds points of units by their codes in WGS 84, which tell a layer that is drawn in
  /// a shifted system; `isAsDrawn` takes it as it is.
  ///
  /// - Throws: ``GeoIOError/unitsOutside(path:words:)`` where no unit meets the roads,
  ///   ``GeoIOError/shiftedRegions(path:datum:meters:option:)``.
  mutating func add(
    _ file: RegionFile, reference: [String: GeoPoint], isAsDrawn: Bool
  ) throws -> RegionCounts {
    if !isAsDrawn { try file.checkDatum(by: reference, places, simplified: simplified) }
    let bounds = GeoBounds(roads.nodes)
    let meeting = file.region.counties.filter { $0.polygons.bounds.intersects(bounds) }
    guard !meeting.isEmpty else {
      func words(_ box: GeoBounds) -> String {
        String(
          format: "%.2f,%.2f to %.2f,%.2f", locale: nil, box.west, box.south, box.east, box.north)
      }
      let own = file.region.counties.reduce(into: GeoBounds()) {
        $0.formUnion($1.polygons.bounds)
      }
      throw GeoIOError.unitsOutside(
        path: file.path, words: "units \(words(own)), roads \(words(bounds))")
    }
    let others = region
    region = file.region
    (region.waters, region.systems, region.zones) = (others.waters, others.systems, others.zones)
    let locator = RegionLocator(region.counties)
    // What a map knows as places are settlements where nothing else says so.
    let settled =
      others.settlements.isEmpty
      ? places.filter { $0.kind != .node }.map(\.position) : others.settlements.map(\.position)
    region.settlements = settled.compactMap { position in
      locator.county(at: position).map { Settlement(position: position, county: $0) }
    }
    var counts = RegionCounts(
      file: file.counts, review: try RegionReview(of: region.counties, on: plane))
    counts.seats[.columns] = region.counties.count { $0.seat != nil }
    counts.nodes = roads.nodes.count
    counts.nodesOutside = roads.nodes.count { locator.county(at: $0) == nil }
    return counts
  }

  /// Seats of counties that have none: the largest place of the county's name in it, else where most people live if they were counted, else where
  /// junctions of ordinary roads stand closest; and cores of prefectures after them.
  mutating func seatUnits(_ counts: inout RegionCounts) throws {
    for (index, place) in places.named(as: region.counties, simplified: simplified)
    where region.counties[index].seat == nil {
      region.counties[index].seat = place
      counts.seats[.places, default: 0] += 1
    }
    for index in region.counties.indices where region.counties[index].seat == nil {
      region.counties[index].seat = try region.densestPoint(of: index, on: plane)
      if region.counties[index].seat != nil { counts.seats[.people, default: 0] += 1 }
    }
    let missing = region.counties.indices.filter { region.counties[$0].seat == nil }
    let ordinary = (0..<roads.edgeCount).filter { !roads.roadClass[$0].isControlledAccess }
    var degree = [UInt8](repeating: 0, count: roads.nodes.count)
    for edge in ordinary {
      for node in [Int(roads.from[edge]), Int(roads.to[edge])] where degree[node] < 3 {
        degree[node] += 1
      }
    }
    let junctions = degree.indices.filter { degree[$0] >= 3 }.map { roads.nodes[$0] }
    let ends = degree.indices.filter { degree[$0] >= 1 }.map { roads.nodes[$0] }
    let areas = missing.map { region.counties[$0].polygons }
    let found = try RoadSeats.seats(of: areas, nodes: junctions, on: plane)
    // Where nothing meets, a road's end or bend has to do.
    let rest = found.indices.filter { found[$0] == nil }
    let others = try RoadSeats.seats(of: rest.map { areas[$0] }, nodes: ends, on: plane)
    for (index, seat) in zip(missing, found) { region.counties[index].seat = seat }
    for (place, seat) in zip(rest, others) { region.counties[missing[place]].seat = seat }
    counts.seats[.roads] = missing.count { region.counties[$0].seat != nil }
    counts.withoutSeat = region.counties.filter { $0.seat == nil }.map(\.name.chinese)
    region.seatPrefectures()
  }
}

extension RegionFile {
  /// - Throws: ``GeoIOError/shiftedRegions(path:datum:meters:option:)`` where the units lie off
  ///   `reference` the way that a shifted system moves them.
  ///
  /// Seats that the layer gives are compared with places of their units' names, too.
  func checkDatum(
    by reference: [String: GeoPoint], _ places: [NamedPlace], simplified: [Character: Character]
  ) throws {
    var pairs = try region.counties.compactMap { county -> (drawn: GeoPoint, known: GeoPoint)? in
      guard let known = reference[county.code],
        let drawn = try county.polygons.middle()
      else { return nil }
      return (drawn, known)
    }
    if pairs.isEmpty, region.counties.contains(where: { $0.seat != nil }) {
      for (index, place) in places.named(as: region.counties, simplified: simplified) {
        if let seat = region.counties[index].seat { pairs.append((seat, place)) }
      }
    }
    guard let suspicion = ShiftSuspicion(pairs) else { return }
    let option = suspicion.datum == .gcj02 ? "--from-gcj02" : "--from-bd09"
    throw GeoIOError.shiftedRegions(
      path: path, datum: suspicion.datum.rawValue, meters: Int(suspicion.offset.rounded()),
      option: option)
  }
}

extension [NamedPlace] {
  /// Of each county in which a place of its name lies the largest such place, in order of counties.
  ///
  /// - Complexity: O(places · log counties).
  fileprivate func named(
    as counties: [County], simplified: [Character: Character]
  ) -> [(county: Int, position: GeoPoint)] {
    guard !isEmpty else { return [] }
    let names = Gazetteer(
      Region(counties: counties, prefectures: [], provinces: []), simplified: simplified)
    let grounds = counties.map { AreaIndex($0.polygons) }
    var largest: [Int: NamedPlace] = [:]
    for place in self where place.kind != .node {
      for name in Set([place.localName, place.name.chinese, place.name.english]) {
        for meaning in names.meanings(of: name) {
          guard case .unit(let unit) = meaning, unit.level == .county,
            grounds[unit.index].contains(place.position),
            largest[unit.index].map({ place.kind < $0.kind }) ?? true
          else { continue }
          largest[unit.index] = place
        }
      }
    }
    return largest.sorted { $0.key < $1.key }.map { ($0.key, $0.value.position) }
  }
}

extension [GeoPolygon] {
  /// The centre of gravity of the largest area; nil for none.
  func middle() throws -> GeoPoint? {
    guard let start = first?.outer.first else { return nil }
    let frame = LocalFrame(at: start)
    var best: (area: Double, point: GeoPoint)?
    for polygon in self {
      let ring = polygon.outer.map(frame.offset)
      var (twice, x, y) = (0.0, 0.0, 0.0)
      for index in ring.indices {
        let (from, to) = (ring[index], ring[index + 1 == ring.count ? 0 : index + 1])
        let cross = from.x * to.y - to.x * from.y
        twice += cross
        x += (from.x + to.x) * cross
        y += (from.y + to.y) * cross
      }
      guard twice != 0, abs(twice) > best?.area ?? 0 else { continue }
      best = (
        abs(twice), frame.point(at: PlanePoint(x: x / (3 * twice), y: y / (3 * twice)))
      )
    }
    return best?.point
  }
}
