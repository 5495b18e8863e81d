import Geometry
import Shapes

/// The nodes that roads refer to, found by their identifiers.
struct OSMNodes {
  /// Ascending, each once.
  private let identifiers: [Int64]
  /// Nil where no file holds the node, or not on the Earth.
  let positions: [GeoPoint?]
  /// Whether several ways meet there, one comes twice, or one ends.
  let isJunction: [Bool]
  let isBarrier: [Bool]
  /// Towns and villages among all nodes, in the order of the files.
  let places: [NamedPlace]

  var count: Int { identifiers.count }

  /// Looks `references` up in `files`; `ends` are the ways they belong to.
  ///
  /// `progress` is called with how many nodes were looked at, now and then.
  ///
  /// - Complexity: O(references · log references + nodes of the files · log nodes of roads).
  init(
    _ references: [Int64], ends: [Range<Int>], in files: [OSMFile],
    progress: @escaping (Int) -> Void
  ) throws(GeoIOError) {
    let sorted = references.sorted()
    var identifiers: [Int64] = []
    var isJunction: [Bool] = []
    for reference in sorted {
      if identifiers.last == reference {
        isJunction[isJunction.count - 1] = true
      } else {
        identifiers.append(reference)
        isJunction.append(false)
      }
    }
    self.identifiers = identifiers
    for way in ends {
      for end in [way.lowerBound, way.upperBound - 1] {
        if let index = Self.index(of: references[end], in: identifiers) { isJunction[index] = true }
      }
    }
    self.isJunction = isJunction
    final class Found {
      var positions: [GeoPoint?]
      var isBarrier: [Bool]
      var places: [NamedPlace] = []
      var placesSeen: Set<Int64> = []
      var count = 0

      init(count: Int) {
        positions = [GeoPoint?](repeating: nil, count: count)
        isBarrier = [Bool](repeating: false, count: count)
      }
    }
    let found = Found(count: identifiers.count)
    for file in files {
      try file.nodes { id, position, tags in
        found.count += 1
        if found.count % OSMFile.progressStep == 0 { progress(found.count) }
        if !tags.isEmpty, let position,
          let place = OSMPlace.named(tags.among(OSMPlace.keys), at: position),
          found.placesSeen.insert(id).inserted
        {
          found.places.append(place)
        }
        guard let index = Self.index(of: id, in: identifiers) else { return }
        found.positions[index] = found.positions[index] ?? position
        if !tags.isEmpty, OSMBarrier.stops(tags.among(OSMBarrier.keys)) {
          found.isBarrier[index] = true
        }
      }
    }
    positions = found.positions
    isBarrier = found.isBarrier
    places = found.places
  }

  /// Where the nodes at `indices` lie; those without a position are left out.
  func line(_ indices: ArraySlice<UInt32>) -> [GeoPoint] {
    indices.compactMap { positions[Int($0)] }
  }

  func index(of identifier: Int64) -> Int? { Self.index(of: identifier, in: identifiers) }

  private static func index(of identifier: Int64, in sorted: [Int64]) -> Int? {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < identifier { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == identifier ? low : nil
  }
}
