/// What a user says of a layer of lines; a column that is nil is guessed.
public struct LineOptions: Hashable, Sendable {
  /// Metres within which ends of lines may be asked to meet.
  public static let snaps = 0.0...100.0
  /// Metres that drawn lines miss each other by for want of care: assumed.
  public static let usualSnap = 1.0

  public var path: String
  public var layer: String?
  /// Metres within which ends of lines become one node.
  public var snap: Double
  public var roadClass: String?
  public var speed: String?
  public var minutes: String?
  public var kilometers: String?
  public var oneWay: String?
  public var route: String?

  public init(path: String, layer: String? = nil, snap: Double = usualSnap) {
    self.path = path
    self.layer = layer
    self.snap = snap
  }
}
