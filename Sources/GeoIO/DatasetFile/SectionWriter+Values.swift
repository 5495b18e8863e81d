import Geometry
import Shapes

// Lists of lists are flat: `first[i]..<first[i + 1]` are the entries of the i-th.
extension SectionWriter {
  /// Where each of some lists begins, and after them the end: one entry more than there are lists.
  private mutating func add(_ name: String, firstOf counts: some Sequence<Int>) {
    var first: [UInt32] = [0]
    var end: UInt32 = 0
    for count in counts {
      end += UInt32(count)
      first.append(end)
    }
    add(name + ".first", first)
  }

  /// UTF-8, one after the other.
  mutating func add(_ name: String, texts: [String]) {
    add(name, texts.flatMap { [UInt8]($0.utf8) })
    add(name, firstOf: texts.map(\.utf8.count))
  }

  mutating func add(_ name: String, names: [PlaceName]) {
    add(name + ".zh", texts: names.map(\.chinese))
    add(name + ".en", texts: names.map(\.english))
  }

  mutating func add(_ name: String, indices: [Int]) { add(name, indices.map { UInt32($0) }) }

  mutating func add(_ name: String, lists: [[Int]]) {
    add(name, indices: lists.flatMap { $0 })
    add(name, firstOf: lists.map(\.count))
  }

  /// Nil is written as −1.
  mutating func add(_ name: String, counts: [Int?]) { add(name, counts.map { Int64($0 ?? -1) }) }

  /// Nil is written as NaN.
  mutating func add(_ name: String, points: [GeoPoint?]) {
    add(name, points.map { $0 ?? GeoPoint(longitude: .nan, latitude: .nan) })
  }

  /// Words of a short list as their numbers in it; the list goes along, in order of appearance.
  mutating func add(_ name: String, words: [String]) {
    var known: [String] = []
    var codes: [UInt8] = []
    codes.reserveCapacity(words.count)
    for word in words {
      let code = known.firstIndex(of: word) ?? known.count
      if code == known.count { known.append(word) }
      codes.append(UInt8(code))
    }
    add(name, codes)
    add(name + ".words", texts: known)
  }

  mutating func add(_ name: String, lines: [[GeoPoint]]) {
    add(name + ".points", lines.flatMap { $0 })
    add(name + ".points", firstOf: lines.map(\.count))
  }

  /// The lines of each of some things.
  mutating func add(_ name: String, lineSets: [[[GeoPoint]]]) {
    add(name, lines: lineSets.flatMap { $0 })
    add(name, firstOf: lineSets.map(\.count))
  }

  /// The polygons of each of some things: their rings, the outer one first, and the rings' points.
  mutating func add(_ name: String, areas: [[GeoPolygon]]) {
    let polygons = areas.flatMap { $0 }
    add(name, lines: polygons.flatMap(\.rings))
    add(name + ".rings", firstOf: polygons.map { $0.holes.count + 1 })
    add(name, firstOf: areas.map(\.count))
  }
}
