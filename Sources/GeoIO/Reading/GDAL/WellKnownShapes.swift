import Foundation
import Shapes

/// Well-known binary (OGC 06-103r4, 8.2) as positions: the counterpart of ``WellKnownBinary``.
///
/// Only flat, straight shapes are taken, which is what the reader asks GDAL for.
struct WellKnownShapes {
  private(set) var areas: [GeoPolygon] = []
  private(set) var points: [GeoPoint] = []
  private(set) var lines: [[GeoPoint]] = []
  /// Rings of fewer than three different corners, which bound nothing and are left out.
  private(set) var emptyRings = 0
  /// Lines of one position, left out.
  private(set) var shortLines = 0

  private let bytes: [UInt8]
  private var place = 0

  /// Nil where the bytes are cut off or hold anything else.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard read(depth: 0) else { return nil }
  }

  private mutating func read(depth: Int) -> Bool {
    guard depth < 32, place < bytes.count, bytes[place] == 1 else { return false }
    place += 1
    guard let kind = number() else { return false }
    switch kind {
    case 1:
      guard let point = point() else { return false }
      // An empty point is written as not-a-number.
      if point.longitude.isFinite { points.append(point) }
      return true
    case 2:
      guard let line = ring() else { return false }
      if line.count >= 2 { lines.append(line) } else if !line.isEmpty { shortLines += 1 }
      return true
    case 3: return readPolygon()
    case 4...7:
      guard let count = number() else { return false }
      for _ in 0..<count where !read(depth: depth + 1) { return false }
      return true
    default: return false
    }
  }

  private mutating func readPolygon() -> Bool {
    guard let count = number() else { return false }
    var rings: [[GeoPoint]] = []
    for number in 0..<count {
      guard var ring = ring() else { return false }
      if ring.count > 1, ring.first == ring.last { ring.removeLast() }
      guard Set(ring).count >= 3 else {
        emptyRings += 1
        // Without its outline a polygon has no holes either.
        if number == 0 {
          for _ in 1..<count { guard self.ring() != nil else { return false } }
          return true
        }
        continue
      }
      rings.append(ring)
    }
    if let outer = rings.first {
      areas.append(GeoPolygon(outer: outer, holes: Array(rings.dropFirst())))
    }
    return true
  }

  private mutating func ring() -> [GeoPoint]? {
    guard let count = number(), count <= (bytes.count - place) / 16 else { return nil }
    return (0..<count).compactMap { _ in point() }
  }

  private mutating func number() -> Int? {
    guard place + 4 <= bytes.count else { return nil }
    defer { place += 4 }
    return bytes.withUnsafeBytes {
      Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
    }
  }

  private mutating func point() -> GeoPoint? {
    guard place + 16 <= bytes.count else { return nil }
    defer { place += 16 }
    let pair = bytes.withUnsafeBytes { bytes in
      [place, place + 8].map {
        Double(
          bitPattern: UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self)))
      }
    }
    return GeoPoint(longitude: pair[0], latitude: pair[1])
  }
}
