internal import CPROJ
import Foundation

/// A map projection by its PROJ definition: degrees in, metres out, and back.
///
/// A value, free to cross threads: each call makes its own PROJ context (about 0.1 ms) and works
/// in bulk. The network is never asked, and definitions by parameters need no database.
public struct ProjectedPlane: Hashable, Sendable {
  /// A PROJ string such as `+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +ellps=WGS84`.
  public let definition: String

  /// - Throws: ``ShapeError/notAReferenceSystem(definition:words:)``.
  public init(_ definition: String) throws(ShapeError) {
    self.definition = definition
    _ = try Transformation(definition)
  }

  /// - Throws: ``ShapeError/notProjectable(point:definition:)`` for a point the projection has
  ///   no place for.
  public func project(_ points: [GeoPoint]) throws(ShapeError) -> [PlanePoint] {
    let degree = Double.pi / 180
    var values: [PlanePoint] = []
    values.reserveCapacity(points.count)
    for point in points {
      values.append(PlanePoint(x: point.longitude * degree, y: point.latitude * degree))
    }
    try Transformation(definition).apply(PJ_FWD, to: &values)
    for (index, value) in values.enumerated() where !(value.x.isFinite && value.y.isFinite) {
      throw .notProjectable(point: points[index], definition: definition)
    }
    return values
  }

  public func unproject(_ points: [PlanePoint]) throws(ShapeError) -> [GeoPoint] {
    var values = points
    try Transformation(definition).apply(PJ_INV, to: &values)
    let degrees = 180 / Double.pi
    return values.map { GeoPoint(longitude: $0.x * degrees, latitude: $0.y * degrees) }
  }
}

/// The only owner of one PROJ context and transformation, which die with it.
private struct Transformation: ~Copyable {
  private let context: OpaquePointer
  private let operation: OpaquePointer

  init(_ definition: String) throws(ShapeError) {
    guard let context = proj_context_create() else {
      throw .notAReferenceSystem(definition: definition, words: "no PROJ context")
    }
    proj_context_set_enable_network(context, 0)
    proj_log_level(context, PJ_LOG_NONE)
    guard let operation = proj_create(context, definition) else {
      let code = proj_context_errno(context)
      let words = proj_context_errno_string(context, code).map { String(cString: $0) } ?? "?"
      proj_context_destroy(context)
      throw .notAReferenceSystem(definition: definition, words: words)
    }
    self.context = context
    self.operation = operation
  }

  deinit {
    proj_destroy(operation)
    proj_context_destroy(context)
  }

  func apply(_ direction: PJ_DIRECTION, to values: inout [PlanePoint]) throws(ShapeError) {
    let count = values.count
    guard count > 0 else { return }
    values.withUnsafeMutableBytes { bytes in
      let doubles = bytes.assumingMemoryBound(to: Double.self).baseAddress
      let stride = MemoryLayout<PlanePoint>.stride
      _ = proj_trans_generic(
        operation, direction, doubles, stride, count, doubles.map { $0 + 1 }, stride, count, nil, 0,
        0, nil, 0, 0)
    }
  }
}
