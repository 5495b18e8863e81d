public import Routing

/// What of a layer of lines became roads, and what did not.
public struct LineCounts: Hashable, Sendable {
  public var layer = ""
  /// What was taken from which column.
  public var columns: [String: String] = [:]
  public var isGB18030 = false
  public var rows = 0
  /// Lines that became roads; a row may have several.
  public var lines = 0
  public var rowsOfSeveral = 0
  public var meters = 0.0
  /// Rows left out: without a line, by words of class that are no road's, and how often each.
  public var withoutLine = 0
  public var otherWords: [String: Int] = [:]
  /// Lines left out: without length, with positions that are no numbers, shorter than the tolerance.
  public var withoutLength = 0
  public var notNumbers = 0
  public var tooShort = 0
  /// Rows whose kilometres are under half or over double of what is drawn.
  public var oddKilometers = 0
  /// Metres within which ends become one node.
  public var snap = 0.0
  /// Ends of lines, those that share a node with another, and those that were moved for it.
  public var ends = 0
  public var joined = 0
  public var moved = 0
  /// Metres that the end which was moved most was moved.
  public var farthest = 0.0
  /// Vertices within lines at which an end of another meets them.
  public var touched = 0
  public var parts = NetworkParts()
  public var fast: FastEdges?
}

/// Into how many parts a network falls that no road joins.
public struct NetworkParts: Hashable, Sendable {
  public var count = 0
  /// Metres of roads of the longest part, and of all.
  public var longest = 0.0
  public var all = 0.0

  public init() {}

  /// Parts of nodes that edges join, whatever their direction.
  ///
  /// - Complexity: O(nodes + edges).
  public init(of roads: RoadNetwork) {
    var sets = DisjointSets(count: roads.nodes.count)
    for edge in 0..<roads.edgeCount { sets.join(Int(roads.from[edge]), Int(roads.to[edge])) }
    var meters: [Int: Double] = [:]
    for edge in 0..<roads.edgeCount {
      meters[sets.root(of: Int(roads.from[edge])), default: 0] += roads.length[edge]
    }
    count = meters.count
    longest = meters.values.max() ?? 0
    all = roads.length.reduce(0, +)
  }
}

/// Edges that say they are faster than any road.
public struct FastEdges: Hashable, Sendable {
  /// km/h beyond which minutes or kilometres are likely to be wrong.
  ///
  /// Assumed: no road is designed for more than 120 (JTG B01-2014), and few trains that a network may
  /// stand for are faster.
  public static let limit = 200.0

  public var count = 0
  /// km/h of the fastest, and the line of the file that says so.
  public var fastest = 0.0
  public var line = 0

  /// Takes a speed in km/h into account.
  static func note(_ speed: Double, line: Int, in edges: inout FastEdges?) {
    guard speed > limit else { return }
    var noted = edges ?? FastEdges()
    noted.count += 1
    if speed > noted.fastest { (noted.fastest, noted.line) = (speed, line) }
    edges = noted
  }
}
