extension LocalFrame {
  /// The point of a straight piece that is nearest to the frame's origin, and how far it is.
  public func nearestPoint(_ from: GeoPoint, _ to: GeoPoint) -> (distance: Double, point: GeoPoint)
  {
    let (a, b) = (offset(to: from), offset(to: to))
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let squared = dx * dx + dy * dy
    let part = squared > 0 ? max(0, min(1, -(a.x * dx + a.y * dy) / squared)) : 0
    let nearest = PlanePoint(x: a.x + part * dx, y: a.y + part * dy)
    return (
      (nearest.x * nearest.x + nearest.y * nearest.y).squareRoot(),
      GeoPoint(
        longitude: from.longitude + part * (to.longitude - from.longitude),
        latitude: from.latitude + part * (to.latitude - from.latitude))
    )
  }
}
