import Geometry

extension SectionWriter {
  mutating func add(_ facilities: [Facility]) {
    add("facility.kind", texts: facilities.map(\.kind))
    add("facility.code", texts: facilities.map { $0.code ?? "" })
    add("facility.name", names: facilities.map(\.name))
    add("facility.position", facilities.map(\.position))
    add("facility.supply", facilities.map(\.supply))
  }

  mutating func add(_ aliases: [CorridorAlias]) {
    add("corridor.alias", texts: aliases.map(\.name))
    add("corridor.alias.codes", texts: aliases.map { $0.codes.joined(separator: ";") })
  }
}

extension SectionReader {
  /// - Throws: ``GeoIOError/damagedDataset(path:words:)``.
  func facilities() throws(GeoIOError) -> [Facility] {
    let positions = try points("facility.position")
    let kinds = try texts("facility.kind", count: positions.count)
    let codes = try texts("facility.code", count: positions.count)
    let names = try names("facility.name", count: positions.count)
    let supply = try numbers(
      "facility.supply", count: positions.count, upTo: Facility.supplies.upperBound)
    return positions.indices.map { index in
      Facility(
        kind: kinds[index], code: codes[index].isEmpty ? nil : codes[index], name: names[index],
        position: positions[index], supply: supply[index])
    }
  }

  /// - Throws: ``GeoIOError/damagedDataset(path:words:)``.
  func corridorAliases() throws(GeoIOError) -> [CorridorAlias] {
    let names = try texts("corridor.alias")
    return zip(names, try texts("corridor.alias.codes", count: names.count)).map {
      CorridorAlias(name: $0, codes: $1.split(separator: ";").map(String.init))
    }
  }
}
