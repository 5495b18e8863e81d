import Analysis
import Foundation
import GeoIO
import Geometry
import Routing
import Shapes

/// Reads scenario files, YAML or GeoJSON, and looks up what they name.
struct ScenarioFile {
  static let sizeLimit = 16 << 20

  let gazetteer: Gazetteer
  let region: Region
  let corridors: [Corridor]

  static func text(at path: String) throws -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw GeoIOError.fileNotFound(path: path)
    }
    guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: path) else {
      throw GeoIOError.notReadable(
        path: path, words: isFolder.boolValue ? "it is a folder" : "permission")
    }
    guard data.count <= sizeLimit else {
      throw GeoIOError.fileTooLarge(path: path, bytes: data.count, limit: sizeLimit)
    }
    guard let text = String(bytes: data, encoding: .utf8) else {
      throw GeoIOError.notUTF8(path: path, row: 1)
    }
    return text
  }

  private static let keys = ["name", "base", "links", "change", "close", "border_delay", "note"]

  /// The scenario that a file holds.
  func scenario(at path: String) throws -> Scenario {
    let root = try YAMLNode.read(path)
    let isGeoJSON = root.members(among: ["type"])["type"] != nil
    let members =
      isGeoJSON
      ? root.members(among: Self.keys + ["features", "type", "geometry", "properties"])
      : try root.members(of: "a scenario", known: Self.keys)
    let file = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    var scenario = Scenario(
      name: try members["name"]?.text(of: "name") ?? file, path: path,
      base: try members["base"]?.year(of: "base"))
    scenario.links =
      isGeoJSON
      ? try drawnLinks(root, members)
      : try members["links"]?.items(of: "links").map { try link($0) } ?? []
    scenario.changes = try members["change"]?.items(of: "change").map { try change($0) } ?? []
    scenario.closures =
      try members["close"]?.items(of: "close").map { item in
        try stretch(
          try item.members(of: "an entry of close", known: ["where", "between", "note"]), item)
      } ?? []
    scenario.delays =
      try members["border_delay"]?.items(of: "border_delay").map { try delay($0) } ?? []
    try check(scenario, root)
    return scenario
  }

  /// A scenario changes something, and no two of its links share a name.
  private func check(_ scenario: Scenario, _ root: YAMLNode) throws {
    if scenario.links.isEmpty && scenario.changes.isEmpty && scenario.closures.isEmpty
      && scenario.delays.isEmpty && scenario.base == nil
    {
      throw root.fault("the scenario changes nothing; give links, change, close or border_delay")
    }
    var names: Set<String> = []
    for link in scenario.links where !names.insert(link.name).inserted {
      throw root.fault("two links are called '\(link.name)'; give each a name of its own")
    }
  }

  private func change(_ item: YAMLNode) throws -> StretchChange {
    let members = try item.members(
      of: "an entry of change", known: ["where", "between", "speed", "class", "note"])
    let speed = try members["speed"]?.number(of: "speed", in: 1...400)
    let roadClass = try members["class"].map { try self.roadClass($0) }
    guard speed != nil || roadClass != nil else {
      throw item.fault("an entry of change changes nothing; give speed or class")
    }
    return StretchChange(
      stretch: try stretch(members, item), speed: speed, roadClass: roadClass)
  }

  /// `where`, and `between` two places of it.
  private func stretch(_ members: [String: YAMLNode], _ item: YAMLNode) throws -> Stretch {
    guard let place = members["where"] else {
      throw item.fault("where is missing; give a route, as in `where: 沪昆高速`, or lon and lat")
    }
    let ends = try members["between"].map { try self.ends($0) } ?? []
    if place.isList {
      return Stretch(place: .position(try position(place)), ends: ends)
    }
    let name = try place.text(of: "where")
    if let roadClass = RoadClass(rawValue: name) {
      return Stretch(place: .roadClass(roadClass), ends: ends)
    }
    let routes = corridors.filter { $0.kind == .expressway }
    let found =
      routes.first { $0.code.lowercased() == name.lowercased() }
      ?? routes.first { $0.name.chinese == name || $0.name.english == name }
      ?? routes.first { $0.name.chinese.split(separator: "(").first.map(String.init) == name }
    guard let found else {
      let near = routes.filter { $0.name.chinese.hasPrefix(name.prefix(1)) }
        .prefix(3).map { "\($0.name.chinese) (\($0.code))" }
      throw place.fault(
        "no route of the baseline is called '\(name.prefix(40))'; "
          + (near.isEmpty
            ? "`hinterland data show` lists them" : "nearest are \(near.joined(separator: ", "))"))
    }
    return Stretch(place: .route(code: found.code, name: found.name.chinese), ends: ends)
  }

  private func ends(_ between: YAMLNode) throws -> [Stretch.End] {
    let items = try between.items(of: "between")
    guard items.count == 2 else {
      throw between.fault("between has \(items.count) places; give two")
    }
    return try items.map { item in
      let point = try self.point(item)
      return Stretch.End(name: point.words, position: point.position)
    }
  }

  private func delay(_ item: YAMLNode) throws -> BorderDelay {
    let members = try item.members(
      of: "an entry of border_delay", known: ["between", "class", "minutes", "note"])
    guard region.provinces.count > 1 else {
      throw item.fault(ScenarioError.noProvinces.description)
    }
    guard let between = members["between"], let minutes = members["minutes"] else {
      throw item.fault("an entry of border_delay needs between (two provinces) and minutes")
    }
    let names = try between.items(of: "between")
    guard names.count == 2 else {
      throw between.fault("between has \(names.count) provinces; give two")
    }
    let provinces = try names.map { try province($0) }
    guard provinces[0] != provinces[1] else {
      throw between.fault("between names one province twice; give two")
    }
    return BorderDelay(
      between: provinces[0], and: provinces[1],
      roadClass: try members["class"].map { try self.roadClass($0) },
      minutes: try minutes.number(of: "minutes", in: 0...1_440))
  }

  private func province(_ item: YAMLNode) throws -> Int {
    let name = try item.text(of: "a province")
    for case .unit(let unit) in gazetteer.meanings(of: name) where unit.level == .province {
      return unit.index
    }
    throw item.fault(
      "'\(name.prefix(40))' is no province of this dataset; it has "
        + region.provinces.map(\.name.chinese).joined(separator: ", "))
  }

  func roadClass(_ item: YAMLNode) throws -> RoadClass {
    let name = try item.text(of: "class")
    guard let roadClass = RoadClass(rawValue: name) else {
      throw item.fault(
        "'\(name.prefix(30))' is no road class; give one of "
          + RoadClass.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return roadClass
  }
}
