import Foundation
import Shapes

/// The geodesic on the WGS 84 ellipsoid by Vincenty's inverse formula (1975, *Survey Review*
/// 23(176), 88): half a millimetre, and nothing in common with ``LocalFrame``.
func geodesic(_ from: GeoPoint, _ to: GeoPoint) -> Double {
  let (a, f) = (6_378_137.0, 1 / 298.257223563)
  let b = a * (1 - f)
  let degree = Double.pi / 180
  let reducedFrom = atan((1 - f) * tan(from.latitude * degree))
  let reducedTo = atan((1 - f) * tan(to.latitude * degree))
  let (sinFrom, cosFrom) = (sin(reducedFrom), cos(reducedFrom))
  let (sinTo, cosTo) = (sin(reducedTo), cos(reducedTo))
  let east = (to.longitude - from.longitude) * degree
  var lambda = east
  for _ in 0..<100 {
    let across = cosTo * sin(lambda)
    let along = cosFrom * sinTo - sinFrom * cosTo * cos(lambda)
    let sinSigma = (across * across + along * along).squareRoot()
    if sinSigma == 0 { return 0 }
    let cosSigma = sinFrom * sinTo + cosFrom * cosTo * cos(lambda)
    let sigma = atan2(sinSigma, cosSigma)
    let sinAlpha = cosFrom * cosTo * sin(lambda) / sinSigma
    let cosSquaredAlpha = 1 - sinAlpha * sinAlpha
    let middle = cosSquaredAlpha > 0 ? cosSigma - 2 * sinFrom * sinTo / cosSquaredAlpha : 0
    let c = f / 16 * cosSquaredAlpha * (4 + f * (4 - 3 * cosSquaredAlpha))
    let before = lambda
    lambda =
      east + (1 - c) * f * sinAlpha
      * (sigma + c * sinSigma * (middle + c * cosSigma * (2 * middle * middle - 1)))
    guard abs(lambda - before) < 1e-12 else { continue }
    let u = cosSquaredAlpha * (a * a - b * b) / (b * b)
    let largeA = 1 + u / 16_384 * (4_096 + u * (u * (320 - 175 * u) - 768))
    let largeB = u / 1_024 * (256 + u * (u * (74 - 47 * u) - 128))
    let last = largeB / 6 * middle * (4 * sinSigma * sinSigma - 3) * (4 * middle * middle - 3)
    let delta =
      largeB * sinSigma
      * (middle + largeB / 4 * (cosSigma * (2 * middle * middle - 1) - last))
    return b * largeA * (sigma - delta)
  }
  return .nan
}

// Square metres between two meridians and two parallels of the WGS 84 ellipsoid, in closed form
// (Snyder 1987, USGS PP 1395, eq. 3-12).
func ellipsoidalArea(west: Double, south: Double, east: Double, north: Double) -> Double {
  let a = 6_378_137.0
  let squared = 2 / 298.257223563 - 1 / (298.257223563 * 298.257223563)
  let e = squared.squareRoot()
  let degree = Double.pi / 180
  func authalic(_ latitude: Double) -> Double {
    let s = sin(latitude * degree)
    return (1 - squared) * (s / (1 - squared * s * s) - log((1 - e * s) / (1 + e * s)) / (2 * e))
  }
  return a * a * (east - west) * degree * (authalic(north) - authalic(south)) / 2
}

/// The lattice of the embedded dataset.
func embeddedLattice(cellSize: Double = 500) throws -> Lattice {
  Lattice(
    plane: try ProjectedPlane("+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +ellps=WGS84"),
    cellSize: cellSize)
}

/// Areas of the plane as they are written: in degrees, seven decimals.
func asWritten(_ polygons: [PlanePolygon], on lattice: Lattice) throws -> [GeoPolygon] {
  try polygons.map { polygon in
    func ring(_ points: [PlanePoint]) throws -> [GeoPoint] {
      try lattice.plane.unproject(points).map {
        GeoPoint(
          longitude: ($0.longitude * 1e7).rounded() / 1e7,
          latitude: ($0.latitude * 1e7).rounded() / 1e7)
      }
    }
    return GeoPolygon(outer: try ring(polygon.outer), holes: try polygon.holes.map(ring))
  }
}

/// A plane of metres drawn as degrees, 100 km a degree, for what GEOS has to say of it.
func asDegrees(_ polygons: [PlanePolygon]) -> [GeoPolygon] {
  polygons.map { polygon in
    polygon.map { GeoPoint(longitude: $0.x / 1e5, latitude: $0.y / 1e5) }
  }
}

/// Square metres of areas drawn by ``asDegrees(_:)``.
func squareMeters(_ polygons: [GeoPolygon]) -> Double {
  polygons.reduce(0) { sum, polygon in
    sum + polygon.map { PlanePoint(x: $0.longitude * 1e5, y: $0.latitude * 1e5) }.area
  }
}
