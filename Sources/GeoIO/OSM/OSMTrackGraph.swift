import Foundation
import Geometry
import Routing
import Shapes

/// Tracks as a graph of directed pieces, with stations standing on it.
struct OSMTrackGraph {
  /// A straight piece of a track in one direction; piece `i ^ 1` is the same backwards.
  struct Piece {
    var from: UInt32
    var to: UInt32
    var track: UInt32
    /// Metres, and milliseconds without stops.
    var length: Double
    var time: Double
    /// A unit vector, east and north.
    var x: Double
    var y: Double
  }

  /// Metres from a station within which every track is one of its own; without any the nearest is,
  /// within ``farthest``.
  static let near = 150.0
  static let farthest = 500.0

  private(set) var positions: [GeoPoint] = []
  private(set) var pieces: [Piece] = []
  /// Pieces that leave node n: `leaving[first[n]..<first[n + 1]]`.
  private var first: [UInt32] = []
  private var leaving: [UInt32] = []
  /// The station at each node; none is `.max`.
  private(set) var station: [UInt32] = []
  private(set) var nodesOfStation: [[UInt32]] = []

  /// - Complexity: O(nodes of tracks + pieces near stations).
  init(_ tracks: OSMTracks, _ points: OSMPoints, stations: [OSMStation]) {
    var lines: [(track: Int, nodes: [Int])] = []
    for track in 0..<tracks.count {
      var open: [Int] = []
      for reference in tracks.nodes(of: track) {
        if let point = points.index(of: reference) {
          if open.last != point { open.append(point) }
        } else {
          if open.count > 1 { lines.append((track, open)) }
          open = []
        }
      }
      if open.count > 1 { lines.append((track, open)) }
    }
    let stops = Stops(lines.map { $0.nodes.map { points[$0] } }, stations: stations)
    nodesOfStation = stations.map { _ in [] }
    var nodeOf: [Int: UInt32] = [:]
    for (index, line) in lines.enumerated() {
      var previous: UInt32?
      for (step, point) in line.nodes.enumerated() {
        let node = nodeOf[point] ?? add(points[point])
        nodeOf[point] = node
        if let previous { join(previous, node, tracks.tracks[line.track], line.track) }
        previous = node
        for stop in stops.on(line: index, step: step) {
          let between = add(stop.position)
          station[Int(between)] = UInt32(stop.station)
          nodesOfStation[stop.station].append(between)
          if let previous { join(previous, between, tracks.tracks[line.track], line.track) }
          previous = between
        }
      }
    }
    (first, leaving) = ([UInt32](repeating: 0, count: positions.count + 1), [])
    for piece in pieces { first[Int(piece.from) + 1] += 1 }
    for node in positions.indices { first[node + 1] += first[node] }
    leaving = [UInt32](repeating: 0, count: pieces.count)
    var next = first
    for (index, piece) in pieces.enumerated() {
      leaving[Int(next[Int(piece.from)])] = UInt32(index)
      next[Int(piece.from)] += 1
    }
  }

  func leaving(_ node: UInt32) -> ArraySlice<UInt32> {
    leaving[Int(first[Int(node)])..<Int(first[Int(node) + 1])]
  }

  private mutating func add(_ position: GeoPoint) -> UInt32 {
    positions.append(position)
    station.append(.max)
    return UInt32(positions.count - 1)
  }

  /// Mean speed of a ride between stops over the limit of its tracks; assumed.
  private static let share = 0.75

  private mutating func join(_ from: UInt32, _ to: UInt32, _ track: OSMTrack, _ index: Int) {
    let offset = LocalFrame(at: positions[Int(from)]).offset(to: positions[Int(to)])
    let length = hypot(offset.x, offset.y)
    let scale = length > 0 ? 1 / length : 0
    let time = length * 3_600 / (track.limit * Self.share)
    for isBack in [false, true] {
      let sign = isBack ? -scale : scale
      pieces.append(
        Piece(
          from: isBack ? to : from, to: isBack ? from : to, track: UInt32(index), length: length,
          time: time, x: offset.x * sign, y: offset.y * sign))
    }
  }

  /// Where trains stop: at the foot of the perpendicular from a station to each of its tracks.
  private struct Stops {
    struct Stop {
      var station: Int
      /// From the start of the piece, 0 to 1.
      var part: Double
      var position: GeoPoint
      var distance: Double
    }

    private struct Place: Hashable {
      var line: Int
      var step: Int
    }

    private var stops: [Place: [Stop]] = [:]

    func on(line: Int, step: Int) -> [Stop] {
      stops.isEmpty ? [] : stops[Place(line: line, step: step)] ?? []
    }

    init(_ lines: [[GeoPoint]], stations: [OSMStation]) {
      guard !stations.isEmpty else { return }
      let grid = StationGrid(stations)
      var found: [[(place: Place, stop: Stop)]] = stations.map { _ in [] }
      for (index, line) in lines.enumerated() {
        for step in 0..<line.count - 1 {
          let (from, to) = (line[step], line[step + 1])
          grid.forEach(near: GeoBounds(from, to)) { station in
            let frame = LocalFrame(at: stations[station].position)
            let (start, end) = (frame.offset(to: from), frame.offset(to: to))
            let (x, y) = (end.x - start.x, end.y - start.y)
            let square = x * x + y * y
            let part = square > 0 ? min(1, max(0, -(start.x * x + start.y * y) / square)) : 0
            let foot = PlanePoint(x: start.x + part * x, y: start.y + part * y)
            let distance = hypot(foot.x, foot.y)
            guard distance <= OSMTrackGraph.farthest else { return }
            found[station].append(
              (
                Place(line: index, step: step),
                Stop(
                  station: station, part: part, position: frame.point(at: foot), distance: distance)
              ))
          }
        }
      }
      for candidates in found {
        // A line's bend is nearest to both its pieces: one stop a line is enough where it passes once.
        let near = candidates.filter { $0.stop.distance <= OSMTrackGraph.near }
        let chosen =
          near.isEmpty
          ? candidates.min { $0.stop.distance < $1.stop.distance }.map { [$0] } ?? []
          : Dictionary(grouping: near, by: \.place.line).sorted { $0.key < $1.key }.compactMap {
            $0.value.min { $0.stop.distance < $1.stop.distance }
          }
        for each in chosen { stops[each.place, default: []].append(each.stop) }
      }
      for place in stops.keys { stops[place]?.sort { $0.part < $1.part } }
    }
  }

  /// Stations by squares of 0.01°.
  private struct StationGrid {
    private static let side = 0.01
    private var stations: [OSMSquare: [Int]] = [:]
    /// Degrees that ``farthest`` metres span, at the highest latitude of any station.
    private let margin: (longitude: Double, latitude: Double)

    init(_ stations: [OSMStation]) {
      let highest = stations.map { abs($0.position.latitude) }.max() ?? 0
      let latitude = OSMTrackGraph.farthest / 110_000
      margin = (latitude / max(0.05, cos(highest * .pi / 180)), latitude)
      for (index, station) in stations.enumerated() {
        self.stations[
          OSMSquare(
            column: Int((station.position.longitude / Self.side).rounded(.down)),
            row: Int((station.position.latitude / Self.side).rounded(.down))),
          default: []
        ].append(index)
      }
    }

    /// A piece longer than some kilometres crosses few squares: pieces between two nodes are short.
    func forEach(near box: GeoBounds, _ body: (Int) -> Void) {
      func index(_ degrees: Double) -> Int { Int((degrees / Self.side).rounded(.down)) }
      let columns = index(box.west - margin.longitude)...index(box.east + margin.longitude)
      let rows = index(box.south - margin.latitude)...index(box.north + margin.latitude)
      if columns.count * rows.count > stations.count {
        for square in stations.keys.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) })
        where columns.contains(square.column) && rows.contains(square.row) {
          stations[square]?.forEach(body)
        }
        return
      }
      for row in rows {
        for column in columns { stations[OSMSquare(column: column, row: row)]?.forEach(body) }
      }
    }
  }
}
