/// What kind of road an edge is, which decides its speed and where it can be entered.
public enum RoadClass: String, Hashable, Sendable, CaseIterable {
  case expressway
  /// National roads and trunks (国道).
  case trunk
  case provincial
  case county
  case village
  /// Nationals, provincials and primaries mixed: all that the embedded backbone tells.
  case main

  /// Entered and left at interchanges only: nodes it shares with an ordinary road.
  public var isControlledAccess: Bool { self == .expressway }
}
