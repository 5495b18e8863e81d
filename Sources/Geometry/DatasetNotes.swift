/// What a dataset says of itself: every answer prints it.
public struct DatasetNotes: Hashable, Sendable {
  public var title: PlaceName
  public var version: String
  /// A digest of all that decides answers, hexadecimal; tells two datasets apart.
  public var digest: String
  /// What was measured when: people, roads, boundaries, rail.
  public var vintage: PlaceName
  /// The line that a map or table made from the dataset must carry.
  public var attribution: [String]
  /// What the dataset does not hold.
  public var limits: PlaceName

  public init(
    title: PlaceName, version: String, digest: String, vintage: PlaceName, attribution: [String],
    limits: PlaceName
  ) {
    self.title = title
    self.version = version
    self.digest = digest
    self.vintage = vintage
    self.attribution = attribution
    self.limits = limits
  }
}
