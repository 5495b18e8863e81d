public import Shapes

/// A border laid out by length, for asking where it is crossed and where it is not.
///
/// Places on it are metres from the start of one of its lines.
public struct BorderLine: Sendable {
  /// A place on the border.
  public struct Place: Hashable, Sendable {
    /// Index in ``lines``.
    public var line: Int
    /// Metres from the line's start.
    public var distance: Double
    public var point: GeoPoint
    /// The two counties that meet there, the lower index first.
    public var counties: [Int]
  }

  /// A stretch of the border that nothing crosses.
  public struct Gap: Hashable, Sendable {
    public var length: Meters
    /// Half way along it.
    public var middle: Place
  }

  private struct Piece {
    var side: GeoSide
    var line: Int
    /// Metres from the line's start, at the side's.
    var start: Double
    var length: Double
    var counties: [Int]
  }

  private static let squareSize = 0.1  // degrees

  private struct Square: Hashable {
    var column: Int
    var row: Int
  }

  /// The border strung together over its counties; a ring repeats its first position.
  public let lines: [[GeoPoint]]
  public let bounds: GeoBounds
  private let pieces: [Piece]
  private let squares: [Square: [Int]]
  private let lengths: [Double]
  private let isRing: [Bool]

  /// The border that consists of `contacts`; points of contact have no length.
  public init(of contacts: [CountyContact]) {
    lines = contacts.sides.strung()
    var owners: [GeoSide: [Int]] = [:]
    for contact in contacts {
      for line in contact.lines {
        for (from, to) in zip(line, line.dropFirst()) {
          owners[GeoSide(from, to).undirected] = [contact.first, contact.second]
        }
      }
    }
    var pieces: [Piece] = []
    var lengths: [Double] = []
    for (index, line) in lines.enumerated() {
      var distance = 0.0
      for (from, to) in zip(line, line.dropFirst()) {
        let side = GeoSide(from, to)
        let length = side.length.value
        pieces.append(
          Piece(
            side: side, line: index, start: distance, length: length,
            counties: owners[side.undirected] ?? []))
        distance += length
      }
      lengths.append(distance)
    }
    var squares: [Square: [Int]] = [:]
    for (index, piece) in pieces.enumerated() {
      Self.forEachSquare(GeoBounds(piece.side.from, piece.side.to)) {
        squares[$0, default: []].append(index)
      }
    }
    self.pieces = pieces
    self.squares = squares
    self.lengths = lengths
    isRing = lines.map { $0.count > 2 && $0.first == $0.last }
    bounds = GeoBounds(lines.joined())
  }

  public var length: Meters { Meters(lengths.reduce(0, +)) }

  private static func forEachSquare(_ box: GeoBounds, _ body: (Square) -> Void) {
    func index(_ degrees: Double) -> Int { Int((degrees / squareSize).rounded(.down)) }
    for row in index(box.south)...index(box.north) {
      for column in index(box.west)...index(box.east) { body(Square(column: column, row: row)) }
    }
  }

  /// Where a straight piece of road gets from one side to the other; nil where it does not.
  ///
  /// A piece that crosses and comes back does not cross. Of three crossings or five, the middle one
  /// along the piece stands for all.
  ///
  /// - Complexity: O(sides nearby).
  public func crossing(of road: GeoSide) -> Place? {
    let box = GeoBounds(road.from, road.to)
    guard bounds.intersects(box) else { return nil }
    var candidates: Set<Int> = []
    Self.forEachSquare(box) { candidates.formUnion(squares[$0] ?? []) }
    var crossings: [(part: Double, place: Place)] = []
    for index in candidates.sorted() {
      let piece = pieces[index]
      guard let parts = road.crossing(of: piece.side) else { continue }
      crossings.append(
        (
          parts.own,
          Place(
            line: piece.line, distance: piece.start + parts.other * piece.length,
            point: piece.side.point(at: parts.other), counties: piece.counties)
        ))
    }
    guard crossings.count % 2 == 1 else { return nil }
    crossings.sort { $0.part < $1.part }
    return crossings[crossings.count / 2].place
  }

  /// Metres in a straight line from a point to the border; infinite for a border without length.
  ///
  /// - Complexity: O(sides).
  public func distance(to point: GeoPoint) -> Double {
    let frame = LocalFrame(at: point)
    return pieces.reduce(Double.infinity) { nearest, piece in
      min(nearest, frame.nearestPoint(piece.side.from, piece.side.to).distance)
    }
  }

  /// The longest stretch without any of `places`; nil for a border without length.
  ///
  /// A stretch may start or end where the border does.
  public func longestGap(between places: [Place]) -> Gap? {
    var longest: (line: Int, start: Double, length: Double)?
    for (line, length) in lengths.enumerated() {
      let stops = places.filter { $0.line == line }.map(\.distance).sorted()
      var bounds = [0] + stops + [length]
      if isRing[line], let first = stops.first {
        bounds = stops + [first + length]
      }
      for (from, to) in zip(bounds, bounds.dropFirst()) where to - from > longest?.length ?? 0 {
        longest = (line, from, to - from)
      }
    }
    guard let longest else { return nil }
    let middle = (longest.start + longest.length / 2)
      .truncatingRemainder(dividingBy: lengths[longest.line].nextUp)
    return place(on: longest.line, at: middle)
      .map { Gap(length: Meters(longest.length), middle: $0) }
  }

  private func place(on line: Int, at distance: Double) -> Place? {
    guard let piece = pieces.last(where: { $0.line == line && $0.start <= distance }) else {
      return nil
    }
    let part = piece.length > 0 ? min(1, (distance - piece.start) / piece.length) : 0
    return Place(
      line: line, distance: distance, point: piece.side.point(at: part), counties: piece.counties)
  }
}

extension GeoSide {
  func point(at part: Double) -> GeoPoint {
    GeoPoint(
      longitude: from.longitude + part * (to.longitude - from.longitude),
      latitude: from.latitude + part * (to.latitude - from.latitude))
  }

  /// Where `other` crosses this piece, as parts of either; nil where it does not.
  ///
  /// Half-open on both: a line that passes through a vertex crosses one of the two sides there.
  func crossing(of other: GeoSide) -> (own: Double, other: Double)? {
    func turn(_ line: GeoSide, _ point: GeoPoint) -> Double {
      (line.to.longitude - line.from.longitude) * (point.latitude - line.from.latitude)
        - (line.to.latitude - line.from.latitude) * (point.longitude - line.from.longitude)
    }
    let (before, after) = (turn(self, other.from), turn(self, other.to))
    guard (before > 0) != (after > 0) else { return nil }
    let (start, end) = (turn(other, from), turn(other, to))
    guard (start > 0) != (end > 0) else { return nil }
    return (start / (start - end), before / (before - after))
  }
}
