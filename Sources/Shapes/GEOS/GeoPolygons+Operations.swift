internal import CGEOS

/// What GEOS does for areas in longitude and latitude. Each call has a context of its own.
extension [GeoPolygon] {
  /// Why the areas are not valid together in GEOS's sense; nil where they are.
  public func invalidity() throws(ShapeError) -> String? {
    let context = GEOSContext()
    let shape = try context.multiPolygon(self)
    guard let words = GEOSisValidReason_r(context.handle, shape.pointer) else {
      throw context.failure("check validity")
    }
    defer { GEOSFree_r(context.handle, words) }
    let reason = String(cString: words)
    return reason == "Valid Geometry" ? nil : reason
  }

  /// The union of areas that share borders but no ground.
  public func dissolved() throws(ShapeError) -> [GeoPolygon] {
    let context = GEOSContext()
    let shape = try context.multiPolygon(self)
    return try context.owned(
      "dissolve borders", GEOSUnaryUnion_r(context.handle, shape.pointer)
    ).polygons()
  }

  /// The ground that both cover.
  public func intersection(_ other: [GeoPolygon]) throws(ShapeError) -> [GeoPolygon] {
    let context = GEOSContext()
    let left = try context.multiPolygon(self)
    let right = try context.multiPolygon(other)
    return try context.owned(
      "intersect", GEOSIntersection_r(context.handle, left.pointer, right.pointer)
    ).polygons()
  }

  /// The ground that these cover and `other` does not.
  public func subtracting(_ other: [GeoPolygon]) throws(ShapeError) -> [GeoPolygon] {
    let context = GEOSContext()
    let left = try context.multiPolygon(self)
    let right = try context.multiPolygon(other)
    return try context.owned(
      "subtract", GEOSDifference_r(context.handle, left.pointer, right.pointer)
    ).polygons()
  }

  /// The same, with every vertex of the result on a grid of `grid` degrees: valid as written with
  /// that many decimals.
  public func subtracting(_ other: [GeoPolygon], grid: Double) throws(ShapeError) -> [GeoPolygon] {
    let context = GEOSContext()
    let left = try context.multiPolygon(self)
    let right = try context.multiPolygon(other)
    return try context.owned(
      "subtract", GEOSDifferencePrec_r(context.handle, left.pointer, right.pointer, grid)
    ).polygons()
  }

  /// The same areas with fewer vertices, none moved by more than `tolerance` degrees.
  ///
  /// No ring vanishes. Where much is left out rings may step over each other: ask ``invalidity()``.
  public func simplified(tolerance: Double) throws(ShapeError) -> [GeoPolygon] {
    let context = GEOSContext()
    let shape = try context.multiPolygon(self)
    return try context.owned(
      "simplify", GEOSTopologyPreserveSimplify_r(context.handle, shape.pointer, tolerance)
    ).polygons()
  }

  /// The same areas made valid: rings that cross themselves become the areas they enclose, holes are
  /// taken off, and what has no area vanishes.
  ///
  /// GEOS's structure method (3.10): all rings are made valid, shells merged, holes subtracted.
  public func madeValid() throws(ShapeError) -> [GeoPolygon] {
    let context = GEOSContext()
    let shape = try context.multiPolygon(self)
    let how = GEOSMakeValidParams_create_r(context.handle)
    defer { GEOSMakeValidParams_destroy_r(context.handle, how) }
    _ = GEOSMakeValidParams_setMethod_r(context.handle, how, GEOS_MAKE_VALID_STRUCTURE)
    _ = GEOSMakeValidParams_setKeepCollapsed_r(context.handle, how, 0)
    return try context.owned(
      "make valid", GEOSMakeValidWithParams_r(context.handle, shape.pointer, how)
    ).polygons()
  }
}
