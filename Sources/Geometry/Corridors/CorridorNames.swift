/// A name that plans give to one line of transport or several: 渝厦高铁 is its three parts.
public struct CorridorAlias: Hashable, Sendable {
  public var name: String
  /// As in ``Corridor/code``.
  public var codes: [String]

  public init(name: String, codes: [String]) {
    self.name = name
    self.codes = codes
  }
}

/// Names of lines of transport, and which lines they stand for.
///
/// A line's own name in Chinese or English, its code (`G60`, `JG`), and the names that plans give to
/// one line or several (渝厦高铁 is its three parts); written as names of places may be.
public struct CorridorNames: Sendable {
  private let key: NameKey
  private let codesOfName: [String: [String]]
  private let shown: [String]

  /// Takes the lines' own names, and `aliases` with the codes that each stands for.
  public init(
    _ corridors: [Corridor], aliases: [CorridorAlias],
    simplified: [Character: Character]
  ) {
    let key = NameKey(simplified: simplified)
    let known = Set(corridors.map(\.code))
    var codesOfName: [String: [String]] = [:]
    var shown: [String] = []
    func add(_ name: String, _ codes: [String]) {
      let codes = codes.filter(known.contains)
      guard !codes.isEmpty, codesOfName[key(name)] == nil, !key(name).isEmpty else { return }
      codesOfName[key(name)] = codes
      shown.append(name)
    }
    for alias in aliases { add(alias.name, alias.codes) }
    for corridor in corridors {
      add(corridor.code, [corridor.code])
      add(corridor.name.chinese, [corridor.code])
      add(corridor.name.english, [corridor.code])
    }
    self.key = key
    self.codesOfName = codesOfName
    self.shown = shown
  }

  /// The codes of the lines that a name stands for.
  ///
  /// - Throws: ``CorridorError/unknown(name:nearest:)`` with names that share most characters.
  public func codes(of name: String) throws(CorridorError) -> [String] {
    guard name.count <= Gazetteer.longestName, !key(name).isEmpty else {
      throw .unknown(name: String(name.prefix(20)), nearest: [])
    }
    if let codes = codesOfName[key(name)] { return codes }
    let wanted = Set(key(name))
    let nearest = shown.enumerated().map { index, other in
      (common: wanted.intersection(key(other)).count, length: other.count, index: index)
    }.filter { $0.common > 1 }
      .sorted { ($1.common, $0.length, $0.index) < ($0.common, $1.length, $1.index) }
      .prefix(5).map { shown[$0.index] }
    throw .unknown(name: name, nearest: nearest)
  }
}

/// Why a line of transport cannot be taken.
public enum CorridorError: Error, Hashable, Sendable {
  case unknown(name: String, nearest: [String])
  case noGates(name: String)
  case noLine(path: String)
  case noPoints(path: String)
  case onePlace(name: String)
}

extension CorridorError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknown(let name, let nearest):
      "No expressway or railway is called '\(name)'"
        + (nearest.isEmpty ? "" : "; near it are \(nearest.joined(separator: ", "))")
        + ". Give a name such as 京广高铁, a route code such as G60, or a layer with --line."
    case .noGates(let name):
      "\(name) can be entered nowhere in this dataset; give a layer with its access points by "
        + "--line."
    case .noLine(let path):
      "\(path) holds no line; give a layer with a LineString, and a Point wherever it can be entered."
    case .noPoints(let path):
      "\(path) holds no point; add a Point wherever the line can be entered."
    case .onePlace(let name):
      "--via '\(name)' names one place; give two or more with commas, as in --via 长沙,益阳,常德."
    }
  }
}
