import Shapes

/// Shores by squares of 0.02°, and whether a box is free of water in constant time.
struct ShoreIndex: Sendable {
  enum Body: Hashable, Sendable {
    case area(Int)
    case line(Int)
  }

  struct Shore: Hashable, Sendable {
    var from: GeoPoint
    var to: GeoPoint
    var body: Body
  }

  private static let square = 0.02

  private let shores: [Shore]
  private let bounds: GeoBounds
  private let columns: Int
  private let rows: Int
  /// Shores of square s: `shoreOfSquare[firstShore[s]..<firstShore[s + 1]]`.
  private let firstShore: [UInt32]
  private let shoreOfSquare: [UInt32]
  /// Areas of square s, likewise: every area that the square may meet.
  private let firstArea: [UInt32]
  private let areaOfSquare: [UInt32]
  /// Wet squares south-west of each square's corner: (columns + 1) × (rows + 1) sums.
  private let wetSums: [UInt32]

  init(shores: [Shore], areas: [GeoPolygon]) {
    self.shores = shores
    var bounds = GeoBounds()
    for shore in shores {
      bounds.insert(shore.from)
      bounds.insert(shore.to)
    }
    self.bounds = bounds
    columns = bounds.isEmpty ? 0 : Int((bounds.east - bounds.west) / Self.square) + 1
    rows = bounds.isEmpty ? 0 : Int((bounds.north - bounds.south) / Self.square) + 1
    let squares = Squares(bounds: bounds, columns: columns, rows: rows)
    var counts = [UInt32](repeating: 0, count: columns * rows + 1)
    for shore in shores { squares.forEach(along: shore) { counts[$0 + 1] += 1 } }
    var wet = counts.dropFirst().map { $0 > 0 }
    for square in 0..<columns * rows { counts[square + 1] += counts[square] }
    var next = counts
    var shoreOfSquare = [UInt32](repeating: 0, count: Int(counts.last ?? 0))
    for (number, shore) in shores.enumerated() {
      squares.forEach(along: shore) { square in
        shoreOfSquare[Int(next[square])] = UInt32(number)
        next[square] += 1
      }
    }
    firstShore = counts
    self.shoreOfSquare = shoreOfSquare
    let touched = Self.squares(of: areas, among: squares)
    var firstArea = [UInt32](repeating: 0, count: columns * rows + 1)
    for own in touched {
      for square in own {
        wet[square] = true
        firstArea[square + 1] += 1
      }
    }
    for square in 0..<columns * rows { firstArea[square + 1] += firstArea[square] }
    var nextArea = firstArea
    var areaOfSquare = [UInt32](repeating: 0, count: Int(firstArea.last ?? 0))
    for (number, own) in touched.enumerated() {
      for square in own {
        areaOfSquare[Int(nextArea[square])] = UInt32(number)
        nextArea[square] += 1
      }
    }
    (self.firstArea, self.areaOfSquare) = (firstArea, areaOfSquare)
    var sums = [UInt32](repeating: 0, count: (columns + 1) * (rows + 1))
    for row in 0..<rows {
      var inRow: UInt32 = 0
      for column in 0..<columns {
        if wet[row * columns + column] { inRow += 1 }
        sums[(row + 1) * (columns + 1) + column + 1] =
          sums[row * (columns + 1) + column + 1] + inRow
      }
    }
    wetSums = sums
  }

  /// The squares that each area may meet.
  private static func squares(of areas: [GeoPolygon], among squares: Squares) -> [Set<Int>] {
    areas.enumerated().map { number, area in
      var own: Set<Int> = []
      squares.fill(area) { own.insert($0) }
      for ring in area.rings {
        guard var previous = ring.last else { continue }
        for vertex in ring {
          squares.forEach(along: Shore(from: previous, to: vertex, body: .area(number))) {
            own.insert($0)
          }
          previous = vertex
        }
      }
      return own
    }
  }

  func isClear(_ box: GeoBounds) -> Bool {
    guard let range = squareRange(box) else { return true }
    let width = columns + 1
    let (west, east) = (range.columns.lowerBound, range.columns.upperBound + 1)
    let (south, north) = (range.rows.lowerBound, range.rows.upperBound + 1)
    // Signs never show: each difference is a count.
    return wetSums[north * width + east] + wetSums[south * width + west]
      == wetSums[south * width + east] + wetSums[north * width + west]
  }

  /// Whether any of the shores that may meet `box` is as asked; one may come twice.
  func contains(in box: GeoBounds, where isAsked: (Shore) -> Bool) -> Bool {
    guard let range = squareRange(box) else { return false }
    for row in range.rows {
      for column in range.columns {
        let square = row * columns + column
        for slot in firstShore[square]..<firstShore[square + 1]
        where isAsked(shores[Int(shoreOfSquare[Int(slot)])]) {
          return true
        }
      }
    }
    return false
  }

  /// The shores that may meet `box`; one may come twice.
  func forEachShore(in box: GeoBounds, _ body: (Shore) -> Void) {
    _ = contains(in: box) { shore in
      body(shore)
      return false
    }
  }

  /// The first of the areas around `point`, in ascending order, that is as asked.
  func firstArea(around point: GeoPoint, where isAsked: (Int) -> Bool) -> Int? {
    guard let range = squareRange(GeoBounds(point, point)) else { return nil }
    let square = range.rows.lowerBound * columns + range.columns.lowerBound
    return areaOfSquare[Int(firstArea[square])..<Int(firstArea[square + 1])].lazy
      .map { Int($0) }.first(where: isAsked)
  }

  private func squareRange(_ box: GeoBounds) -> (
    columns: ClosedRange<Int>, rows: ClosedRange<Int>
  )? {
    guard columns > 0, box.intersects(bounds) else { return nil }
    let squares = Squares(bounds: bounds, columns: columns, rows: rows)
    return (
      squares.column(box.west)...squares.column(box.east),
      squares.row(box.south)...squares.row(box.north)
    )
  }

  /// The arithmetic of squares over a box.
  private struct Squares {
    let bounds: GeoBounds
    let columns: Int
    let rows: Int

    func column(_ longitude: Double) -> Int {
      let column = (longitude - bounds.west) / ShoreIndex.square
      return Int(max(0, min(Double(columns - 1), column)))
    }

    func row(_ latitude: Double) -> Int {
      let row = (latitude - bounds.south) / ShoreIndex.square
      return Int(max(0, min(Double(rows - 1), row)))
    }

    /// Every square that the shore's box meets.
    func forEach(along shore: Shore, _ body: (Int) -> Void) {
      let low = min(shore.from.latitude, shore.to.latitude)
      let high = max(shore.from.latitude, shore.to.latitude)
      let west = min(shore.from.longitude, shore.to.longitude)
      let east = max(shore.from.longitude, shore.to.longitude)
      for row in row(low)...row(high) {
        for column in column(west)...column(east) { body(row * columns + column) }
      }
    }

    /// The squares whose middle parallel runs through `area`: with those on its shores, all that it
    /// touches.
    func fill(_ area: GeoPolygon, _ body: (Int) -> Void) {
      let box = area.bounds
      for row in row(box.south)...row(box.north) {
        let latitude = bounds.south + (Double(row) + 0.5) * ShoreIndex.square
        var crossings: [Double] = []
        for ring in area.rings {
          guard var previous = ring.last else { continue }
          for vertex in ring {
            if (vertex.latitude > latitude) != (previous.latitude > latitude) {
              let part = (latitude - vertex.latitude) / (previous.latitude - vertex.latitude)
              crossings.append(
                vertex.longitude + part * (previous.longitude - vertex.longitude))
            }
            previous = vertex
          }
        }
        crossings.sort()
        for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
          for column in column(crossings[pair])...column(crossings[pair + 1]) {
            body(row * columns + column)
          }
        }
      }
    }
  }
}
