public import Analysis
import GeoIO
import Geometry
import Shapes

/// A question about lines of transport as a user puts it: names and files, not yet looked up.
public struct CorridorRequest: Hashable, Sendable {
  /// Names or codes of lines.
  public var names: [String]
  /// Places one after the other, a list a line.
  public var places: [String]
  /// Layers with a line and its access points.
  public var layers: [String]
  public var minutes: [Double]
  public var mode: TravelMode
  public var hubs: [String]
  /// Minutes that count as nearer to a hub.
  public var gain: Double
  /// Kilometres of line a bar of the profile.
  public var step: Double

  public init(
    names: [String] = [], places: [String] = [], layers: [String] = [], minutes: [Double] = [30],
    mode: TravelMode = .roadDoor, hubs: [String] = [], gain: Double = 5, step: Double = 20
  ) {
    self.names = names
    self.places = places
    self.layers = layers
    self.minutes = minutes
    self.mode = mode
    self.hubs = hubs
    self.gain = gain
    self.step = step
  }
}

extension CorridorRequest {
  /// The question, names and files looked up in a workspace.
  func question(in workspace: Workspace) throws -> CorridorQuestion {
    let known = CorridorNames(
      workspace.dataset.corridors, aliases: workspace.dataset.corridorAliases,
      simplified: workspace.dataset.simplified)
    let lines =
      try names.map { name in
        try workspace.line(named: name, codes: known.codes(of: name))
      } + places.map { try workspace.line(through: $0) } + layers.map { try workspace.line(in: $0) }
    return CorridorQuestion(
      lines: lines, minutes: Array(Set(minutes)).sorted(), mode: mode,
      hubs: try hubs.map { try workspace.group(named: $0) }, gain: gain, step: step)
  }

  /// The request as parameters of a result, in the words of the command line.
  var json: JSONText {
    func strings(_ values: [String]) -> JSONText { .array(values.map { .string($0) }) }
    return .object([
      (key: "places", value: strings(names)), (key: "via", value: strings(places)),
      (key: "line", value: strings(layers)),
      (key: "within", value: .array(minutes.map { .exact($0) })),
      (key: "mode", value: .string(mode.rawValue)), (key: "hub", value: strings(hubs)),
      (key: "gain", value: .exact(gain)), (key: "step_km", value: .exact(step)),
    ])
  }
}

extension Workspace {
  /// A line of the dataset under the name that was asked for, with its interchanges and stations.
  fileprivate func line(named name: String, codes: [String]) throws -> CorridorLine {
    let parts = codes.compactMap { code in dataset.corridors.first { $0.code == code } }
    let kinds = Set(parts.map(\.kind))
    var gates: [CorridorLine.Gate] = []
    if kinds.contains(.expressway) {
      gates += world.network.roads.interchanges(on: Set(codes)).map { point, routes in
        let roads = routes.joined(separator: "/")
        return CorridorLine.Gate(name: PlaceName(chinese: roads, english: roads), point: point)
      }
    }
    // A railway is drawn straight from station to station.
    let nameOfStation = Dictionary(
      zip(dataset.rail.stations, dataset.railNames.stations),
      uniquingKeysWith: { first, _ in first }
    )
    var seen: Set<GeoPoint> = []
    for point in parts.filter({ $0.kind == .rail }).flatMap({ $0.lines.joined() })
    where seen.insert(point).inserted {
      gates.append(
        CorridorLine.Gate(
          name: nameOfStation[point] ?? PlaceName(chinese: "", english: ""), point: point))
    }
    guard !gates.isEmpty else { throw CorridorError.noGates(name: name) }
    let own = parts.count == 1 ? parts[0].name : nil
    return CorridorLine(
      name: PlaceName(chinese: name, english: own?.english ?? name),
      kind: kinds.count > 1 ? .mixed : kinds.contains(.rail) ? .rail : .expressway, codes: codes,
      lines: parts.flatMap(\.lines), gates: gates)
  }

  /// A line straight through the seats of places, entered at each.
  fileprivate func line(through text: String) throws -> CorridorLine {
    let names = NameList.split(text)
    let units = try names.flatMap { name in
      try group(named: name).places.compactMap { place -> UnitReference? in
        if case .unit(let unit) = place { unit } else { nil }
      }
    }
    let gates = try units.map { unit -> CorridorLine.Gate in
      let name = dataset.region.name(of: unit)
      guard unit.level < .province else {
        throw CentreError.provinceIsTooLarge(name: name.chinese)
      }
      guard let seat = world.seat(of: unit) else { throw CentreError.noSeat(name: name.chinese) }
      return CorridorLine.Gate(name: name, point: seat)
    }
    guard gates.count > 1 else { throw CorridorError.onePlace(name: text) }
    let joined = gates.map(\.name.chinese).joined(separator: "—")
    return CorridorLine(
      name: PlaceName(
        chinese: joined, english: gates.map(\.name.english).joined(separator: "–")),
      kind: .places, codes: [], lines: [gates.map(\.point)], gates: gates)
  }

  /// The lines of a layer, entered at its points.
  fileprivate func line(in path: String) throws -> CorridorLine {
    let features = try GeoJSONLayer(path: path).features
    let lines = features.flatMap(\.lines)
    guard !lines.isEmpty else { throw CorridorError.noLine(path: path) }
    let gates = features.flatMap { feature in
      feature.points.map { point in
        let name = feature.properties["name"] ?? ""
        return CorridorLine.Gate(name: PlaceName(chinese: name, english: name), point: point)
      }
    }
    guard !gates.isEmpty else { throw CorridorError.noPoints(path: path) }
    let name =
      features.first { !$0.lines.isEmpty }?.properties["name"]
      ?? String(path.split(separator: "/").last?.split(separator: ".").first ?? "")
    return CorridorLine(
      name: PlaceName(chinese: name, english: name), kind: .drawn, codes: [], lines: lines,
      gates: gates)
  }
}
