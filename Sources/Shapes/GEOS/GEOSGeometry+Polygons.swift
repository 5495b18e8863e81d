internal import CGEOS

extension GEOSContext {
  /// Areas as one GEOS multipolygon, longitudes as x.
  func multiPolygon(_ polygons: [GeoPolygon]) throws(ShapeError) -> GEOSGeometry {
    var parts: [OpaquePointer?] = []
    for polygon in polygons {
      var part = try self.polygon(polygon)
      parts.append(part.handOver())
    }
    return try owned(
      "make a multipolygon",
      GEOSGeom_createCollection_r(
        handle, Int32(GEOS_MULTIPOLYGON.rawValue), &parts, UInt32(parts.count)))
  }

  private func polygon(_ polygon: GeoPolygon) throws(ShapeError) -> GEOSGeometry {
    var shell = try ring(polygon.outer)
    var holes: [OpaquePointer?] = []
    for hole in polygon.holes {
      var hole = try ring(hole)
      holes.append(hole.handOver())
    }
    return try owned(
      "make a polygon",
      GEOSGeom_createPolygon_r(handle, shell.handOver(), &holes, UInt32(holes.count)))
  }

  private func ring(_ points: [GeoPoint]) throws(ShapeError) -> GEOSGeometry {
    var flat: [Double] = []
    flat.reserveCapacity(2 * points.count + 2)
    for point in points + points.prefix(1) {
      flat.append(point.longitude)
      flat.append(point.latitude)
    }
    guard
      let sequence = GEOSCoordSeq_copyFromBuffer_r(
        handle, flat, UInt32(flat.count / 2), 0, 0)
    else { throw failure("read a ring") }
    return try owned("close a ring", GEOSGeom_createLinearRing_r(handle, sequence))
  }
}

extension GEOSGeometry {
  /// The polygons in it, outer rings counter-clockwise; lines and points are left out.
  borrowing func polygons() throws(ShapeError) -> [GeoPolygon] {
    var found: [GeoPolygon] = []
    let count = GEOSGetNumGeometries_r(context.handle, pointer)
    for index in 0..<max(0, count) {
      guard let part = GEOSGetGeometryN_r(context.handle, pointer, index),
        GEOSGeomTypeId_r(context.handle, part) == GEOS_POLYGON.rawValue,
        GEOSisEmpty_r(context.handle, part) == 0
      else { continue }
      guard let shell = GEOSGetExteriorRing_r(context.handle, part) else {
        throw context.failure("read a polygon")
      }
      var holes: [[GeoPoint]] = []
      for hole in 0..<max(0, GEOSGetNumInteriorRings_r(context.handle, part)) {
        guard let ring = GEOSGetInteriorRingN_r(context.handle, part, hole) else {
          throw context.failure("read a hole")
        }
        holes.append(try points(of: ring))
      }
      found.append(GeoPolygon(outer: try points(of: shell), holes: holes).wound())
    }
    return found
  }

  private borrowing func points(of ring: OpaquePointer) throws(ShapeError) -> [GeoPoint] {
    guard let sequence = GEOSGeom_getCoordSeq_r(context.handle, ring) else {
      throw context.failure("read a ring")
    }
    var size: UInt32 = 0
    guard GEOSCoordSeq_getSize_r(context.handle, sequence, &size) == 1 else {
      throw context.failure("read a ring")
    }
    var flat = [Double](repeating: 0, count: 2 * Int(size))
    guard GEOSCoordSeq_copyToBuffer_r(context.handle, sequence, &flat, 0, 0) == 1 else {
      throw context.failure("read a ring")
    }
    return (0..<max(0, Int(size) - 1)).map {
      GeoPoint(longitude: flat[2 * $0], latitude: flat[2 * $0 + 1])
    }
  }
}
