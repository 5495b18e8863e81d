import Geometry
import Shapes

// The counterparts of `SectionWriter+Values.swift`; `count` is how many there have to be. Whatever
// a section says is checked here, so that no index leads out of an array.
extension SectionReader {
  /// The ranges of lists that follow each other through `total` entries.
  private func ranges(_ name: String, count: Int?, total: Int) throws(GeoIOError) -> [Range<Int>] {
    let first: [UInt32] = try values(name + ".first")
    guard first.first == 0, Int(first[first.count - 1]) == total,
      count == nil || first.count - 1 == count,
      zip(first, first.dropFirst()).allSatisfy({ $0 <= $1 })
    else { throw damaged("section '\(name).first' does not divide '\(name)'") }
    return zip(first, first.dropFirst()).map { Int($0)..<Int($1) }
  }

  func texts(_ name: String, count: Int? = nil) throws(GeoIOError) -> [String] {
    let bytes: [UInt8] = try values(name)
    var texts: [String] = []
    for range in try ranges(name, count: count, total: bytes.count) {
      guard let text = String(validating: bytes[range], as: UTF8.self) else {
        throw damaged("section '\(name)' is not UTF-8")
      }
      texts.append(text)
    }
    return texts
  }

  func names(_ name: String, count: Int) throws(GeoIOError) -> [PlaceName] {
    zip(try texts(name + ".zh", count: count), try texts(name + ".en", count: count)).map {
      PlaceName(chinese: $0, english: $1)
    }
  }

  /// Indices below `limit`.
  func indices(_ name: String, count: Int? = nil, below limit: Int) throws(GeoIOError) -> [UInt32] {
    let indices: [UInt32] =
      if let count { try values(name, count: count) } else { try values(name) }
    guard indices.allSatisfy({ $0 < limit }) else {
      throw damaged("section '\(name)' points beyond \(limit) entries")
    }
    return indices
  }

  func lists(_ name: String, count: Int, below limit: Int) throws(GeoIOError) -> [[Int]] {
    let all = try indices(name, below: limit).map { Int($0) }
    return try ranges(name, count: count, total: all.count).map { Array(all[$0]) }
  }

  func counts(_ name: String, count: Int) throws(GeoIOError) -> [Int?] {
    let values: [Int64] = try values(name, count: count)
    guard values.allSatisfy({ $0 >= -1 && $0 < 1_000_000_000 }) else {
      throw damaged("section '\(name)' holds counts below 0 or beyond reason")
    }
    return values.map { $0 < 0 ? nil : Int($0) }
  }

  /// Numbers from 0 to `limit`.
  func numbers(_ name: String, count: Int, upTo limit: Double) throws(GeoIOError) -> [Double] {
    let numbers: [Double] = try values(name, count: count)
    guard numbers.allSatisfy({ $0 >= 0 && $0 <= limit }) else {
      throw damaged("section '\(name)' holds numbers outside 0 to \(limit)")
    }
    return numbers
  }

  func points(_ name: String, count: Int? = nil) throws(GeoIOError) -> [GeoPoint] {
    let points: [GeoPoint] =
      if let count { try values(name, count: count) } else { try values(name) }
    guard points.allSatisfy({ abs($0.longitude) <= 180 && abs($0.latitude) <= 90 }) else {
      throw damaged("section '\(name)' holds positions that are not degrees")
    }
    return points
  }

  func optionalPoints(_ name: String, count: Int) throws(GeoIOError) -> [GeoPoint?] {
    let points: [GeoPoint] = try values(name, count: count)
    return try points.map { point throws(GeoIOError) in
      if point.longitude.isNaN, point.latitude.isNaN { return nil }
      guard abs(point.longitude) <= 180, abs(point.latitude) <= 90 else {
        throw damaged("section '\(name)' holds positions that are not degrees")
      }
      return point
    }
  }

  /// Values that are written as words.
  func words<Word: RawRepresentable<String>>(
    _ name: String, count: Int, as: Word.Type = Word.self
  ) throws(GeoIOError) -> [Word] {
    let known = try texts(name + ".words").map { text throws(GeoIOError) in
      guard let word = Word(rawValue: text) else {
        throw damaged("section '\(name)' knows no '\(text.prefix(30))'")
      }
      return word
    }
    let codes: [UInt8] = try values(name, count: count)
    guard codes.allSatisfy({ Int($0) < known.count }) else {
      throw damaged("section '\(name)' points beyond \(known.count) words")
    }
    return codes.map { known[Int($0)] }
  }

  private func lines(_ name: String, atLeast least: Int) throws(GeoIOError) -> [[GeoPoint]] {
    let points = try points(name + ".points")
    return try ranges(name + ".points", count: nil, total: points.count).map {
      range throws(GeoIOError) in
      guard range.count >= least else {
        throw damaged("section '\(name).points' holds lines of fewer than \(least) positions")
      }
      return Array(points[range])
    }
  }

  func lineSets(_ name: String, count: Int) throws(GeoIOError) -> [[[GeoPoint]]] {
    let lines = try lines(name, atLeast: 2)
    return try ranges(name, count: count, total: lines.count).map { Array(lines[$0]) }
  }

  func areas(_ name: String, count: Int) throws(GeoIOError) -> [[GeoPolygon]] {
    let rings = try lines(name, atLeast: 3)
    let polygons = try ranges(name + ".rings", count: nil, total: rings.count).map {
      range throws(GeoIOError) in
      guard let outer = range.first else { throw damaged("section '\(name).rings' holds no ring") }
      return GeoPolygon(outer: rings[outer], holes: Array(rings[range.dropFirst()]))
    }
    return try ranges(name, count: count, total: polygons.count).map { Array(polygons[$0]) }
  }
}
