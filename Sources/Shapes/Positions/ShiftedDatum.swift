import Foundation

/// The two systems of Chinese web maps, which move positions by 100 to 700 m inside China.
///
/// GCJ-02 is that of Amap and Tencent, BD-09 that of Baidu. Neither is published by who made it; the
/// formulas are those in use since 2010 (as in googollee/eviltransform), and reproduce its published
/// pairs to the micro-degree.
public enum ShiftedDatum: String, Hashable, Sendable, CaseIterable {
  case gcj02 = "GCJ-02"
  case bd09 = "BD-09"

  /// Where a position of WGS 84 is drawn in this system; outside China where it is.
  public func shifted(_ point: GeoPoint) -> GeoPoint {
    switch self {
    case .gcj02: point.gcj02
    case .bd09: point.gcj02.bd09
    }
  }

  /// The position of WGS 84 that is drawn at `point`: the inverse of ``shifted(_:)``, to 1 cm.
  ///
  /// - Complexity: some five rounds of ``shifted(_:)``.
  public func unshifted(_ point: GeoPoint) -> GeoPoint {
    var guess = point
    // The shift changes by under 1 % of the way it moves a point, so that each round gains two digits.
    for _ in 0..<20 {
      let drawn = shifted(guess)
      let (x, y) = (drawn.longitude - point.longitude, drawn.latitude - point.latitude)
      guess.longitude -= x
      guess.latitude -= y
      if abs(x) < 1e-8, abs(y) < 1e-8 { break }
    }
    return guess
  }

  /// The box outside of which nothing is moved: `outOfChina` of the formulas' first publication.
  static let box = GeoBounds(west: 72.004, south: 0.8293, east: 137.8347, north: 55.8271)
}

extension GeoPoint {
  fileprivate var gcj02: GeoPoint {
    guard ShiftedDatum.box.contains(self) else { return self }
    // Krasovsky's ellipsoid of 1940, as in the Beijing 1954 system.
    let (axis, squaredEccentricity) = (6_378_245.0, 0.006_693_421_622_965_943_23)
    let (x, y) = (longitude - 105, latitude - 35)
    let root = abs(x).squareRoot()
    /// Three waves of 20, 20, 40 … a term, as both shifts have them.
    func waves(_ value: Double, _ first: Double, _ second: Double, _ third: [Double]) -> Double {
      let angle = value * .pi
      return
        (20 * sin(angle) + 40 * sin(angle / 3)) * 2 / 3
        + (first * sin(angle / 12) + second * sin(angle / 30)) * 2 / 3 + third.reduce(0, +)
    }
    let ripple = (20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)) * 2 / 3
    let north =
      -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + ripple
      + waves(y, 160, 320, [])
    let east =
      300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + ripple + waves(x, 150, 300, [])
    let angle = latitude * .pi / 180
    let shrink = 1 - squaredEccentricity * sin(angle) * sin(angle)
    let meridian = axis * (1 - squaredEccentricity) / (shrink * shrink.squareRoot())
    return GeoPoint(
      longitude: longitude + east / (axis / shrink.squareRoot() * cos(angle)) * 180 / .pi,
      latitude: latitude + north / meridian * 180 / .pi)
  }

  fileprivate var bd09: GeoPoint {
    guard ShiftedDatum.box.contains(self) else { return self }
    let turn = Double.pi * 3_000 / 180
    let radius =
      (longitude * longitude + latitude * latitude).squareRoot() + 0.000_02 * sin(latitude * turn)
    let angle = atan2(latitude, longitude) + 0.000_003 * cos(longitude * turn)
    return GeoPoint(
      longitude: radius * cos(angle) + 0.0065, latitude: radius * sin(angle) + 0.006)
  }
}
