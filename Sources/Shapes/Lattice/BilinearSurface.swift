/// The 64 sub-samples of a cell whose bilinear value is at most `level`.
///
/// Corners are given south-west, south-east, north-west, north-east. Bit 8·j + i is the sub-sample
/// i eastwards and j northwards, as in ``CellMasks``.
@inlinable
public func subsamplesInside(
  _ southWest: UInt32, _ southEast: UInt32, _ northWest: UInt32, _ northEast: UInt32,
  level: UInt32
) -> UInt64 {
  let highest = max(max(southWest, southEast), max(northWest, northEast))
  if highest <= level { return .max }
  let lowest = min(min(southWest, southEast), min(northWest, northEast))
  if lowest > level { return 0 }
  // Whole arithmetic: corners weigh (15 − 2i)(15 − 2j) … of 256, so that nothing is rounded.
  let limit = UInt64(level) * 256
  var mask: UInt64 = 0
  for j in 0..<UInt64(8) {
    let north = 2 * j + 1
    let west = UInt64(southWest) * (16 - north) + UInt64(northWest) * north
    let east = UInt64(southEast) * (16 - north) + UInt64(northEast) * north
    for i in 0..<UInt64(8) {
      let along = 2 * i + 1
      if west * (16 - along) + east * along <= limit { mask |= 1 << (8 * j + i) }
    }
  }
  return mask
}
