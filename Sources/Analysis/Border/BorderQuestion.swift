import Geometry

/// Which counties across provincial borders belong together, and what keeps them apart.
public struct BorderQuestion: Hashable, Sendable {
  /// Which counties are looked at.
  public enum Band: Hashable, Sendable {
    /// Up to so many counties deep: 1 is those on the border, 2 their neighbours, too.
    case steps(Int)
    /// Those on the border, and those whose seat lies within so many kilometres of it.
    case kilometers(Double)
    /// All counties of the provinces.
    case everywhere
  }

  /// Indices in ``Region/provinces``, whose borders with each other are asked about.
  ///
  /// Of one alone all its borders are meant; none asks about places only.
  public var provinces: [Int]
  public var band: Band
  /// Minutes that a link between two seats takes at most.
  public var minutes: Double
  /// θ: a link of T minutes weighs exp(−T / θ).
  public var decay: Double
  /// γ of modularity.
  public var resolution: Double
  public var seed: UInt64
  public var mode: TravelMode
  /// Cities whose reach by province is asked for, within each of ``reach`` minutes.
  public var centres: [PlaceGroup]
  public var reach: [Double]
  /// Groups of places that a plan names together, held against their minutes and borders.
  public var groups: [PlaceGroup]

  public init(
    provinces: [Int], band: Band = .steps(2), minutes: Double = 60, decay: Double? = nil,
    resolution: Double = 1, seed: UInt64 = 1, mode: TravelMode = .roadDoor,
    centres: [PlaceGroup] = [], reach: [Double] = [60, 120, 180], groups: [PlaceGroup] = []
  ) {
    self.provinces = provinces
    self.band = band
    self.minutes = minutes
    self.decay = decay ?? minutes / 2
    self.resolution = resolution
    self.seed = seed
    self.mode = mode
    self.centres = centres
    self.reach = reach.sorted()
    self.groups = groups
  }
}

/// Why borders cannot be looked at.
public enum BorderError: Error, Hashable, Sendable {
  case noCommonBorder(provinces: [String])
  case noBorderOfOne(province: String)
  /// The effect of a border was asked for, and not of two provinces.
  case notTwoProvinces(names: [String])
}

extension BorderError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noCommonBorder(let provinces):
      "\(provinces.joined(separator: ", ")) do not touch each other in this dataset; name "
        + "provinces that share a border, or one alone for all its borders."
    case .notTwoProvinces(let names):
      "--effect takes one border apart, and \(names.joined(separator: ", ")) are not two provinces; "
        + "name two, as in `hinterland border 湖南 贵州 --effect`."
    case .noBorderOfOne(let province):
      "\(province) touches no other province of this dataset; name another, or add a layer of its "
        + "neighbours."
    }
  }
}
