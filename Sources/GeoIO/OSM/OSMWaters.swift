import Foundation
import Geometry
import Shapes

/// What water a way or a multipolygon is, by its tags.
enum OSMWater: Hashable {
  case area
  /// The middle line of a river or canal, and how wide it is in metres where that is said.
  case line(width: Double?)

  static let keys = OSMName.keys.union([
    "natural", "waterway", "landuse", "width", "tunnel", "intermittent",
  ])

  /// Reads those `tags` that are among ``keys``; nil for dry land, brooks, and what runs below ground
  /// or at times only.
  init?(_ tags: [String: String]) {
    guard tags["intermittent"] != "yes", ["no", nil].contains(tags["tunnel"]) else { return nil }
    if tags["natural"] == "water" || tags["landuse"] == "reservoir"
      || ["riverbank", "dock"].contains(tags["waterway"])
    {
      self = .area
    } else if ["river", "canal"].contains(tags["waterway"]) {
      let text = tags["width"]?.replacing("m", with: "").trimmingCharacters(in: .whitespaces)
      let width = text.flatMap { Double($0) }.flatMap { (0...5_000).contains($0) ? $0 : nil }
      self = .line(width: width)
    } else {
      return nil
    }
  }
}

/// Waters of extracts on their way to areas and lines.
struct OSMWaters {
  private struct Relation {
    var name: PlaceName
    var ways: [(id: Int64, isInner: Bool)]
  }

  private struct Way {
    var id: Int64
    var name: PlaceName
    var water: OSMWater
    var nodes: Range<Int>
  }

  private static let keys = OSMKeys(OSMWater.keys)

  private var relations: [Relation] = []
  private var relationsSeen: Set<Int64> = []
  /// Ways that are water by themselves.
  private var ways: [Way] = []
  /// Ways that multipolygons are put together from.
  private var wanted: Set<Int64> = []
  private var nodesOfMember: [Int64: Range<Int>] = [:]
  /// Identifiers of nodes, way after way.
  private(set) var references: [Int64] = []

  /// Identifiers of the ways that relations name, ascending.
  var members: [Int64] { wanted.sorted() }

  /// Takes a multipolygon up if it is water.
  mutating func take(
    relation id: Int64, _ ways: UnsafeBufferPointer<Int64>,
    isInner: UnsafeBufferPointer<UInt8>, _ tags: OSMTags
  ) {
    let tags = tags.among(Self.keys)
    guard OSMWater(tags) == .area, relationsSeen.insert(id).inserted else { return }
    wanted.formUnion(ways)
    relations.append(
      Relation(
        name: OSMName.of(tags) ?? PlaceName(chinese: "", english: ""),
        ways: zip(ways, isInner).map { ($0, $1 != 0) }))
  }

  /// Takes a way up if it is water.
  mutating func take(way id: Int64, _ nodes: UnsafeBufferPointer<Int64>, _ tags: [String: String]) {
    guard let water = OSMWater(tags), nodes.count > 1 else { return }
    ways.append(
      Way(
        id: id, name: OSMName.of(tags) ?? PlaceName(chinese: "", english: ""), water: water,
        nodes: append(nodes)))
  }

  /// Takes a way up that a relation names.
  mutating func take(member id: Int64, _ nodes: UnsafeBufferPointer<Int64>) {
    guard nodesOfMember[id] == nil, nodes.count > 1 else { return }
    nodesOfMember[id] = append(nodes)
  }

  private mutating func append(_ nodes: UnsafeBufferPointer<Int64>) -> Range<Int> {
    references.append(contentsOf: nodes)
    return references.count - nodes.count..<references.count
  }

  // MARK: Bodies

  /// m² that an area has at least to bar the way, since what is smaller is soon walked round; assumed.
  static let leastArea = 10_000.0
  /// Metres that a river is wide at least to bar the way where it is drawn as a line; assumed.
  static let leastWidth = 20.0

  /// Areas, and rivers as lines, by names; and how many areas were too small, or could not be closed.
  ///
  /// - Complexity: O(vertices · log vertices of each area).
  func bodies(_ points: OSMPoints) -> (bodies: [WaterBody], small: Int, open: Int) {
    var areas: [PlaceName: [GeoPolygon]] = [:]
    var lines: [PlaceName: [[GeoPoint]]] = [:]
    var (small, open) = (0, 0)
    func add(_ polygons: [GeoPolygon], _ name: PlaceName) {
      let large = polygons.filter { Self.area(of: $0) >= Self.leastArea }
      small += polygons.count - large.count
      if !large.isEmpty { areas[name, default: []] += large }
    }
    for relation in relations {
      let parts = relation.ways.map { way in
        (nodes: nodesOfMember[way.id].map { Array(references[$0]) } ?? [], isInner: way.isInner)
      }
      let outer = OSMRings(parts.filter { !$0.isInner }.map(\.nodes))
      let inner = OSMRings(parts.filter(\.isInner).map(\.nodes))
      open += outer.openCount + inner.openCount
      let shells = polygons(outer.rings, points, &open)
      let holes = polygons(inner.rings, points, &open)
      add(holes.isEmpty ? shells : (try? shells.subtracting(holes)) ?? shells, relation.name)
    }
    // Such a way is drawn by its relation, whose islands it would drown.
    let outlines = Set(relations.flatMap { $0.ways.filter { !$0.isInner }.map(\.id) })
    for way in ways where way.water != .area || !outlines.contains(way.id) {
      let nodes = references[way.nodes]
      switch way.water {
      case .area:
        guard nodes.count > 3, nodes.first == nodes.last else {
          open += wanted.contains(way.id) ? 0 : 1
          continue
        }
        add(polygons([Array(nodes)], points, &open), way.name)
      case .line(let width):
        let line = points.line(nodes)
        guard line.count > 1 else { continue }
        let thinned = Thinning.kept(of: line).map { line[$0] }
        lines[way.name, default: []].append(thinned)
        if let width, width >= Self.leastWidth {
          areas[way.name, default: []] += Self.banks(along: thinned, width: width)
        }
      }
    }
    var bodies: [WaterBody] = []
    for (name, polygons) in areas.sorted(by: { Self.precedes($0.key, $1.key) }) {
      bodies.append(WaterBody(name: name, barrier: .hard, areas: polygons, lines: []))
    }
    for (name, lines) in lines.sorted(by: { Self.precedes($0.key, $1.key) }) {
      bodies.append(WaterBody(name: name, barrier: .none, areas: [], lines: lines))
    }
    return (bodies, small, open)
  }

  private static func precedes(_ one: PlaceName, _ two: PlaceName) -> Bool {
    (one.chinese, one.english) < (two.chinese, two.english)
  }

  /// The areas that rings of nodes enclose, thinned and valid; `open` grows where GEOS can make none of
  /// them.
  private func polygons(
    _ rings: [[Int64]], _ points: OSMPoints, _ open: inout Int
  ) -> [GeoPolygon] {
    let outlines = rings.compactMap { ring -> GeoPolygon? in
      let line = points.line(ring)
      guard line.count > 3, line.first == line.last else { return nil }
      let kept = Thinning.kept(of: line).dropLast().map { line[$0] }
      return kept.count > 2 ? GeoPolygon(outer: kept, holes: []) : nil
    }
    guard !outlines.isEmpty else { return [] }
    guard let valid = try? outlines.madeValid() else {
      open += outlines.count
      return []
    }
    return valid
  }

  /// The ground within half of `width` of a line, as rectangles around its pieces.
  private static func banks(along line: [GeoPoint], width: Double) -> [GeoPolygon] {
    let half = width / 2
    let pieces = zip(line, line.dropFirst()).compactMap { from, to -> GeoPolygon? in
      let frame = LocalFrame(at: from)
      let end = frame.offset(to: to)
      let length = hypot(end.x, end.y)
      guard length > 0 else { return nil }
      let (x, y) = (end.x / length * half, end.y / length * half)
      let corners = [
        (-x - y, -y + x), (-x + y, -y - x), (end.x + x + y, end.y + y - x),
        (end.x + x - y, end.y + y + x),
      ]
      return GeoPolygon(
        outer: corners.map { frame.point(at: PlanePoint(x: $0.0, y: $0.1)) }, holes: [])
    }
    return (try? pieces.dissolved()) ?? pieces
  }

  /// m², holes taken off.
  private static func area(of polygon: GeoPolygon) -> Double {
    guard let start = polygon.outer.first else { return 0 }
    return polygon.map(LocalFrame(at: start).offset).area
  }
}
