public import Shapes

/// Whether positions are drawn in a shifted system of Chinese web maps, by what is known of the
/// same places in WGS 84.
public struct ShiftSuspicion: Hashable, Sendable {
  public var datum: ShiftedDatum
  /// How far the positions lie from where they should, by the median, in metres.
  public var offset: Double
  /// How far they would lie once brought back, likewise.
  public var left: Double

  /// Metres below which nothing is suspected: the shift is 100 m or more almost everywhere.
  static let least = 100.0

  /// Compares positions as drawn with the same places in WGS 84.
  ///
  /// Suspected is the system that leaves the least, where that is under half of what lies between
  /// the positions as they are, and the shift points the way that the positions lie off: sources
  /// that merely differ by some hundred metres do so each its own way.
  ///
  /// - Returns: nil for fewer than three pairs, or where nothing is suspected.
  public init?(_ pairs: [(drawn: GeoPoint, known: GeoPoint)]) {
    guard pairs.count >= 3 else { return nil }
    func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    func distance(_ bring: (GeoPoint) -> GeoPoint) -> Double {
      // The middle offset east and north: what each place is off by itself cancels out.
      let offsets = pairs.map { LocalFrame(at: $0.known).offset(to: bring($0.drawn)) }
      let (x, y) = (median(offsets.map(\.x)), median(offsets.map(\.y)))
      return (x * x + y * y).squareRoot()
    }
    let asDrawn = distance { $0 }
    guard asDrawn >= Self.least else { return nil }
    let tried = ShiftedDatum.allCases.map { datum in
      (datum: datum, left: distance { datum.unshifted($0) })
    }
    guard let best = tried.min(by: { $0.left < $1.left }), best.left < asDrawn / 2 else {
      return nil
    }
    self.datum = best.datum
    offset = asDrawn
    left = best.left
  }
}
