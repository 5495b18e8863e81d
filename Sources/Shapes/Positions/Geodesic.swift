import Foundation

extension GeoPoint {
  /// The geodesic distance to `other` on the WGS 84 ellipsoid in metres, whatever the distance.
  ///
  /// Vincenty's inverse formula (1975, *Survey Review* 23(176), 88): half a millimetre, except
  /// within half a degree of the antipode, where the great circle stands in.
  ///
  /// - Complexity: about four rounds of six trigonometric functions.
  public func geodesicDistance(to other: GeoPoint) -> Double {
    let flattening = Ellipsoid.flattening
    let minorAxis = Ellipsoid.semiMajorAxis * (1 - flattening)
    let degree = Double.pi / 180
    let reducedFrom = atan((1 - flattening) * tan(latitude * degree))
    let reducedTo = atan((1 - flattening) * tan(other.latitude * degree))
    let (sineFrom, cosineFrom) = (sin(reducedFrom), cos(reducedFrom))
    let (sineTo, cosineTo) = (sin(reducedTo), cos(reducedTo))
    let east = (other.longitude - longitude) * degree
    var lambda = east
    for _ in 0..<60 {
      let across = cosineTo * sin(lambda)
      let along = cosineFrom * sineTo - sineFrom * cosineTo * cos(lambda)
      let sineSigma = (across * across + along * along).squareRoot()
      guard sineSigma > 0 else { return 0 }
      let cosineSigma = sineFrom * sineTo + cosineFrom * cosineTo * cos(lambda)
      let sigma = atan2(sineSigma, cosineSigma)
      let sineAlpha = cosineFrom * cosineTo * sin(lambda) / sineSigma
      let squaredCosine = 1 - sineAlpha * sineAlpha
      let middle = squaredCosine > 0 ? cosineSigma - 2 * sineFrom * sineTo / squaredCosine : 0
      let bend = flattening / 16 * squaredCosine * (4 + flattening * (4 - 3 * squaredCosine))
      let next =
        east + (1 - bend) * flattening * sineAlpha
        * (sigma + bend * sineSigma * (middle + bend * cosineSigma * (2 * middle * middle - 1)))
      let change = abs(next - lambda)
      lambda = next
      guard change < 1e-12 else { continue }
      let major = Ellipsoid.semiMajorAxis
      let u = squaredCosine * (major * major - minorAxis * minorAxis) / (minorAxis * minorAxis)
      let a = 1 + u / 16_384 * (4_096 + u * (u * (320 - 175 * u) - 768))
      let b = u / 1_024 * (256 + u * (u * (74 - 47 * u) - 128))
      let tail = b / 6 * middle * (4 * sineSigma * sineSigma - 3) * (4 * middle * middle - 3)
      let delta =
        b * sineSigma * (middle + b / 4 * (cosineSigma * (2 * middle * middle - 1) - tail))
      return minorAxis * a * (sigma - delta)
    }
    return greatCircleDistance(to: other).value
  }
}
