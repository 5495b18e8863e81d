import Geometry

/// Named systems from `systems.csv`, management zones from `zones.csv`.
struct SystemTables {
  let folder: DatasetFolder

  /// - Throws: ``GeoIOError/badValue(_:column:row:path:expected:)`` for a member that the region
  ///   does not hold, or a role or basis that is not one.
  func systems(in region: Region) throws -> [NamedSystem] {
    let table = try folder.table("systems.csv")
    let (id, alias, member) = (
      try table.column("id"), try table.column("alias"), try table.column("member_code")
    )
    let (role, basis) = (try table.column("role"), try table.column("basis"))
    let (document, line) = (try table.column("document"), try table.column("line"))
    let known = Set(
      region.counties.map(\.code) + region.prefectures.map(\.code) + region.provinces.map(\.code))
    var order: [String] = []
    var systems: [String: NamedSystem] = [:]
    for row in 0..<table.rowCount {
      let key = try table.text(row, id)
      if systems[key] == nil {
        order.append(key)
        let source = [try table.text(row, document), try table.text(row, line)]
        systems[key] = NamedSystem(
          id: key, aliases: [], members: [],
          source: source.filter { !$0.isEmpty }.joined(separator: ":"))
      }
      let names = try table.text(row, alias).split(separator: "|").map(String.init)
      systems[key]?.aliases.append(contentsOf: names)
      guard !table.isEmpty(row, member) else { continue }
      let code = try table.text(row, member)
      guard known.contains(code) else {
        throw table.badValue(row, member, expected: "a code of regions.geojson")
      }
      guard let role = NamedSystem.Role(rawValue: try table.text(row, role)) else {
        throw table.badValue(row, role, expected: "centre, member or province")
      }
      guard let basis = NamedSystem.Basis(rawValue: try table.text(row, basis)) else {
        throw table.badValue(
          row, basis, expected: "document, abbreviation, outside or unstated")
      }
      systems[key]?.members.append(.init(code: code, role: role, basis: basis))
    }
    return order.compactMap { systems[$0] }
  }

  /// Zones, each inside a county of `known` codes.
  func zones(of known: Set<String>) throws -> [ManagementZone] {
    let table = try folder.table("zones.csv")
    let (name, host, people) = (
      try table.column("name"), try table.column("host_code"),
      try table.column("people", or: "population_2020")
    )
    return try (0..<table.rowCount).map { row in
      guard known.contains(try table.text(row, host)) else {
        throw table.badValue(row, host, expected: "a code of regions.geojson")
      }
      return ManagementZone(
        name: try table.text(row, name), hostCode: try table.text(row, host),
        people: table.isEmpty(row, people) ? nil : try table.whole(row, people))
    }
  }
}
