import Foundation
import Shapes

/// Shapes as well-known binary (OGC 06-103r4, 8.2), little-endian: how they cross to GDAL.
///
/// Positions are those of GeoJSON: seven decimals, outer rings counter-clockwise.
struct WellKnownBinary {
  private(set) var bytes: [UInt8] = []

  enum Kind: UInt32 {
    case point = 1
    case lineString = 2
    case polygon = 3
    case multiLineString = 5
    case multiPolygon = 6
  }

  init(_ shape: FeatureTable.Shape) {
    switch shape {
    case .point(let point):
      start(.point)
      write(point)
    case .lines(let lines):
      start(.multiLineString)
      write(lines.count)
      for line in lines {
        start(.lineString)
        write(line.count)
        for point in line { write(point) }
      }
    case .areas(let areas):
      start(.multiPolygon)
      write(areas.count)
      for area in areas {
        let rings = area.wound().rings
        start(.polygon)
        write(rings.count)
        for ring in rings {
          write(ring.count + (ring.isEmpty ? 0 : 1))
          for point in ring { write(point) }
          if let first = ring.first { write(first) }
        }
      }
    }
  }

  private mutating func start(_ kind: Kind) {
    bytes.append(1)
    write(kind.rawValue)
  }

  private mutating func write(_ count: Int) { write(UInt32(count)) }

  private mutating func write(_ number: UInt32) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func write(_ point: GeoPoint) {
    for degrees in [point.longitude, point.latitude] {
      let scale = pow(10, Double(GeoJSONWriter.decimals))
      let rounded = (degrees * scale).rounded() / scale
      withUnsafeBytes(of: rounded.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }
}
