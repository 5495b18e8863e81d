import Analysis
import Geometry
import Routing
import Shapes

extension ScenarioFile {
  private static let keys = [
    "name", "mode", "via", "interchanges", "opens", "cost", "speed", "design", "km", "trains",
    "terrain", "excludes", "requires", "source", "note",
  ]

  private static let modes =
    RoadClass.allCases.map(\.rawValue)
    + ScenarioLink.RailService.allCases.map(\.rawValue)

  /// Metres from a drawn line within which a named place is its interchange.
  private static let drawnReach = 15_000.0

  func link(_ item: YAMLNode) throws -> ScenarioLink {
    let members = try item.members(of: "a link", known: Self.keys)
    guard let via = members["via"] else {
      throw item.fault("a link needs via, the places it passes, as in via: [碧江区, 天柱县]")
    }
    var course: [ScenarioLink.Point] = []
    for point in try via.items(of: "via") { course.append(try self.point(point)) }
    guard course.count >= 2 else {
      throw via.fault(
        "via has \(course.count) place\(course.count == 1 ? "" : "s"); give two or more")
    }
    for (index, (a, b)) in zip(course, course.dropFirst()).enumerated()
    where a.position == b.position {
      throw try via.items(of: "via")[index + 1].fault(
        "via names \(b.words) twice in a row; keep one")
    }
    if let interchanges = members["interchanges"] {
      for item in try interchanges.items(of: "interchanges") {
        let name = item.isList || item.isMapping ? nil : try item.text(of: "an interchange")
        var found = course.indices.filter { name != nil && course[$0].name == name }
        if found.isEmpty {
          let point = try self.point(item)
          found = course.indices.filter { index in
            (point.name != nil && course[index].name == point.name)
              || course[index].position.geodesicDistance(to: point.position)
                <= RoadNetwork.meetingDistance
          }
        }
        guard !found.isEmpty else {
          let words = try point(item).words
          throw item.fault("interchange \(words) is not on the line; add it to via")
        }
        for index in found { course[index].isInterchange = true }
      }
    } else {
      course[0].isInterchange = true
      course[course.count - 1].isInterchange = true
    }
    return try link(members, item, course: course, isDrawn: false)
  }

  /// The lines of a GeoJSON file; properties are the keys of a link.
  func drawnLinks(_ root: YAMLNode, _ members: [String: YAMLNode]) throws -> [ScenarioLink] {
    switch try members["type"]?.text(of: "type") {
    case "FeatureCollection":
      guard let features = members["features"] else {
        throw root.fault("a FeatureCollection needs features")
      }
      return try features.items(of: "features").map { try drawnLink($0) }
    case "Feature": return [try drawnLink(root)]
    case let type:
      throw root.fault("type is '\(type?.prefix(30) ?? "")'; give a FeatureCollection of lines")
    }
  }

  private func drawnLink(_ feature: YAMLNode) throws -> ScenarioLink {
    let parts = feature.members(among: ["geometry", "properties"])
    let geometry = parts["geometry"]?.members(among: ["type", "coordinates"]) ?? [:]
    let type = try geometry["type"]?.text(of: "type") ?? "missing"
    guard type == "LineString", let coordinates = geometry["coordinates"] else {
      throw (parts["geometry"] ?? feature).fault(
        "the geometry of a link is \(type); draw one LineString a link")
    }
    var line: [ScenarioLink.Point] = []
    for item in try coordinates.items(of: "coordinates") {
      let position = try position(item)
      if line.last?.position != position {
        line.append(.init(name: nil, position: position, isInterchange: false))
      }
    }
    guard line.count >= 2 else {
      throw coordinates.fault("a line has \(line.count) positions; give two or more")
    }
    let properties = parts["properties"]
    let members = properties?.members(among: Self.keys) ?? [:]
    var course = line
    if let interchanges = members["interchanges"] {
      course = try inserting(try points(interchanges), into: line, within: Self.drawnReach)
    } else {
      course[0].isInterchange = true
      course[course.count - 1].isInterchange = true
    }
    return try link(members, properties ?? feature, course: course, isDrawn: true)
  }

  private func link(
    _ members: [String: YAMLNode], _ item: YAMLNode, course: [ScenarioLink.Point],
    isDrawn: Bool
  ) throws -> ScenarioLink {
    guard let name = members["name"] else { throw item.fault("a link needs a name") }
    guard let mode = members["mode"] else {
      throw item.fault("a link needs a mode: \(Self.modes.joined(separator: ", "))")
    }
    guard course.count(where: \.isInterchange) > 0 else {
      throw (members["interchanges"] ?? item).fault(
        "the link can be entered nowhere; give interchanges, or leave the key out for both ends")
    }
    return ScenarioLink(
      name: try name.text(of: "name"), mode: try linkMode(mode), course: course, isDrawn: isDrawn,
      kilometers: try members["km"]?.number(of: "km", in: 0.1...10_000),
      speed: try members["speed"]?.number(of: "speed", in: 1...600),
      designSpeed: try members["design"]?.number(of: "design", in: 1...600),
      trains: try members["trains"]?.number(of: "trains", in: 0.1...1_000),
      opens: try members["opens"]?.year(of: "opens"),
      cost: try members["cost"]?.number(of: "cost", in: 0...100_000),
      terrain: try members["terrain"].map { try self.terrain($0) },
      excludes: try names(members["excludes"]), requires: try names(members["requires"]),
      writtenAt: item.shortPlace)
  }

  private func linkMode(_ item: YAMLNode) throws -> ScenarioLink.Mode {
    let word = try item.text(of: "mode")
    if let roadClass = RoadClass(rawValue: word) { return .road(roadClass) }
    if let service = ScenarioLink.RailService(rawValue: word) { return .rail(service) }
    throw item.fault(
      "mode is '\(word.prefix(30))'; give one of \(Self.modes.joined(separator: ", "))")
  }

  private func terrain(_ item: YAMLNode) throws -> Terrain {
    let word = try item.text(of: "terrain")
    guard let terrain = Terrain(rawValue: word) else {
      throw item.fault("terrain is '\(word.prefix(30))'; give plain, hill or mountain")
    }
    return terrain
  }

  /// A list of places; in a GeoJSON property also one text with commas.
  private func points(_ list: YAMLNode) throws -> [(
    point: ScenarioLink.Point, item: YAMLNode
  )] {
    guard !list.isList else {
      return try list.items(of: "interchanges").map { (try point($0), $0) }
    }
    return try NameList.split(try list.text(of: "interchanges")).map { name in
      (try point(list.replacing(name)), list)
    }
  }

  private func names(_ list: YAMLNode?) throws -> [String] {
    guard let list else { return [] }
    guard list.isList else { return NameList.split(try list.text(of: "a list of links")) }
    var names: [String] = []
    for item in try list.items(of: "a list of links") { names.append(try item.text(of: "a link")) }
    return names
  }
}
