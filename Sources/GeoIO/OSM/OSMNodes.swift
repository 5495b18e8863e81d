import Shapes

/// The nodes that roads refer to, found by their identifiers.
struct OSMNodes {
  private var identifiers: OSMIdentifiers
  /// Nil where no file holds the node, or not on the Earth.
  private(set) var positions: [GeoPoint?]
  /// Whether several ways meet there, one comes twice, or one ends.
  let isJunction: [Bool]
  private(set) var isBarrier: [Bool]

  var count: Int { identifiers.count }

  /// Takes up what `references` name; `ends` are the ways they belong to.
  ///
  /// - Complexity: O(references · log references).
  init(_ references: [Int64], ends: [Range<Int>]) {
    var identifiers: [Int64] = []
    var isJunction: [Bool] = []
    for reference in references.sorted() {
      if identifiers.last == reference {
        isJunction[isJunction.count - 1] = true
      } else {
        identifiers.append(reference)
        isJunction.append(false)
      }
    }
    self.identifiers = OSMIdentifiers(sorted: identifiers)
    for way in ends {
      for end in [way.lowerBound, way.upperBound - 1] {
        if let index = self.identifiers.index(of: references[end]) { isJunction[index] = true }
      }
    }
    self.isJunction = isJunction
    positions = [GeoPoint?](repeating: nil, count: identifiers.count)
    isBarrier = [Bool](repeating: false, count: identifiers.count)
  }

  /// Notes where a node is; of one that comes twice the first position counts.
  mutating func take(_ id: Int64, at position: GeoPoint?, isBarrier: Bool) {
    guard let index = identifiers.next(id) else { return }
    positions[index] = positions[index] ?? position
    if isBarrier { self.isBarrier[index] = true }
  }

  /// Where the nodes at `indices` lie; those without a position are left out.
  func line(_ indices: ArraySlice<UInt32>) -> [GeoPoint] {
    indices.compactMap { positions[Int($0)] }
  }

  func index(of identifier: Int64) -> Int? { identifiers.index(of: identifier) }
}

/// The nodes that tracks and shores refer to, found by their identifiers.
struct OSMPoints {
  private var identifiers: OSMIdentifiers
  private var positions: [GeoPoint?]

  init(_ references: [Int64]) {
    var sorted: [Int64] = []
    for reference in references.sorted() where sorted.last != reference { sorted.append(reference) }
    identifiers = OSMIdentifiers(sorted: sorted)
    positions = [GeoPoint?](repeating: nil, count: sorted.count)
  }

  /// Notes where a node is; of one that comes twice the first position counts.
  mutating func take(_ id: Int64, at position: GeoPoint?) {
    guard let index = identifiers.next(id) else { return }
    positions[index] = positions[index] ?? position
  }

  /// The index of a node whose position is known.
  func index(of identifier: Int64) -> Int? {
    identifiers.index(of: identifier).flatMap { positions[$0] == nil ? nil : $0 }
  }

  subscript(index: Int) -> GeoPoint { positions[index] ?? GeoPoint(longitude: 0, latitude: 0) }

  /// Where `nodes` lie; those without a position are left out.
  func line(_ nodes: some Sequence<Int64>) -> [GeoPoint] {
    nodes.compactMap { identifiers.index(of: $0).flatMap { positions[$0] } }
  }
}
