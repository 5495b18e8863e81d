/// What would meet a target that is missed.
public enum TargetRemedy: Hashable, Sendable {
  /// Not even all of so many scenarios together.
  case notEvenAll(Int)
  /// Each a set of scenarios, by their names, that is enough; all of the smallest size.
  case sets([[String]])

  /// `铜天高速 + 张官高速`, of several sets the first three.
  func words(_ language: Language) -> String {
    switch self {
    case .notEvenAll(let count):
      return language("全部\(count)项也不够", "not even all \(count)")
    case .sets(let sets):
      let told = sets.prefix(Self.told).map { $0.joined(separator: " + ") }
        .joined(separator: language("；或", "; or "))
      let more = sets.count - Self.told
      return told + (more > 0 ? language("；另有\(more)组", "; or \(more) more sets") : "")
    }
  }

  private static let told = 3

  /// Every set, for machines: members with a plus, sets with semicolons.
  var record: String {
    switch self {
    case .notEvenAll(let count): "not even all \(count)"
    case .sets(let sets): sets.map { $0.joined(separator: "+") }.joined(separator: ";")
    }
  }
}
