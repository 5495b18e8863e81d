public import Shapes

/// The cells of one county: how much of each is the county's, and who lives there.
///
/// A cell on a border is shared: each county holds its own sub-samples and its own people of it.
public struct CountyCells: Sendable {
  /// Index in ``Region/counties``.
  public let county: Int
  public let window: LatticeWindow
  /// Positions in `window`, ascending: row by row from the south-west.
  public let places: [UInt32]
  /// The county's sub-samples of each cell, as in ``CellMasks``.
  public let masks: [UInt64]
  /// Residents of each cell, whole persons; they sum to the county's total.
  public let people: [UInt32]

  /// Area in sub-samples: 64 a cell.
  public var subsamples: Int { masks.reduce(0) { $0 + $1.nonzeroBitCount } }
}
