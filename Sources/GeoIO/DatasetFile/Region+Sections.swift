import Geometry
import Shapes

extension SectionWriter {
  mutating func add(_ region: Region) {
    let counties = region.counties
    add("county.code", texts: counties.map(\.code))
    add("county.name", names: counties.map(\.name))
    add("county.prefecture", indices: counties.map(\.prefecture))
    add("county.province", indices: counties.map(\.province))
    add("county.area", areas: counties.map(\.polygons))
    add("county.seat", points: counties.map(\.seat))
    add("county.people", counts: counties.map(\.people))
    add("county.urban_people", counts: counties.map(\.urbanPeople))
    let prefectures = region.prefectures
    add("prefecture.code", texts: prefectures.map(\.code))
    add("prefecture.name", names: prefectures.map(\.name))
    add("prefecture.province", indices: prefectures.map(\.province))
    add("prefecture.counties", lists: prefectures.map(\.counties))
    add("prefecture.core", points: prefectures.map(\.core))
    add("province.code", texts: region.provinces.map(\.code))
    add("province.name", names: region.provinces.map(\.name))
    add("province.prefectures", lists: region.provinces.map(\.prefectures))
    add("settlement.position", region.settlements.map(\.position))
    add("settlement.county", indices: region.settlements.map(\.county))
    add("water.name", names: region.waters.map(\.name))
    add("water.barrier", words: region.waters.map(\.barrier.rawValue))
    add("water.area", areas: region.waters.map(\.areas))
    add("water.line", lineSets: region.waters.map(\.lines))
    add(region.systems)
    add("zone.name", texts: region.zones.map(\.name))
    add("zone.host", texts: region.zones.map(\.hostCode))
    add("zone.people", counts: region.zones.map(\.people))
    if let counted = region.counted { add(counted) }
    if !region.figures.isEmpty { add(region.figures) }
  }

  private mutating func add(_ systems: [NamedSystem]) {
    add("system.id", texts: systems.map(\.id))
    add("system.source", texts: systems.map(\.source))
    add("system.alias", texts: systems.flatMap(\.aliases))
    add(
      "system.alias.system",
      indices: systems.indices.flatMap { index in
        systems[index].aliases.map { _ in index }
      })
    let members = systems.flatMap(\.members)
    add("system.member.code", texts: members.map(\.code))
    add("system.member.role", words: members.map(\.role.rawValue))
    add("system.member.basis", words: members.map(\.basis.rawValue))
    add(
      "system.member.system",
      indices: systems.indices.flatMap { index in
        systems[index].members.map { _ in index }
      })
  }
}

extension SectionReader {
  /// - Throws: ``GeoIOError/damagedDataset(path:words:)`` for whatever no table could have said.
  func region() throws(GeoIOError) -> Region {
    let provinceCodes = try codes("province.code")
    let prefectureCodes = try codes("prefecture.code")
    let countyCodes = try codes("county.code")
    let known = Set(provinceCodes + prefectureCodes + countyCodes)
    let counties = try counties(
      countyCodes, prefectures: prefectureCodes.count, provinces: provinceCodes.count)
    return Region(
      counties: counties,
      prefectures: try prefectures(
        prefectureCodes, counties: countyCodes.count, provinces: provinceCodes.count),
      provinces: try provinces(provinceCodes, prefectures: prefectureCodes.count),
      settlements: try settlements(counties: counties.count), waters: try waters(),
      systems: try systems(of: known), zones: try zones(of: Set(countyCodes)),
      counted: try counted(counties), figures: try figures(counties: counties.count))
  }

  /// Codes, each there once.
  private func codes(_ name: String) throws(GeoIOError) -> [String] {
    let codes = try texts(name)
    guard Set(codes).count == codes.count, !codes.contains("") else {
      throw damaged("section '\(name)' holds a code twice or none")
    }
    return codes
  }

  private func counties(
    _ codes: [String], prefectures: Int, provinces: Int
  ) throws(GeoIOError) -> [County] {
    let names = try names("county.name", count: codes.count)
    let prefecture = try indices("county.prefecture", count: codes.count, below: prefectures)
    let province = try indices("county.province", count: codes.count, below: provinces)
    let areas = try areas("county.area", count: codes.count)
    let seats = try optionalPoints("county.seat", count: codes.count)
    let people = try counts("county.people", count: codes.count)
    let urban = try counts("county.urban_people", count: codes.count)
    return try codes.indices.map { index throws(GeoIOError) in
      guard !areas[index].isEmpty, urban[index] ?? 0 <= people[index] ?? 0 else {
        throw damaged("county \(codes[index]) has no ground or more townspeople than people")
      }
      return County(
        code: codes[index], name: names[index], prefecture: Int(prefecture[index]),
        province: Int(province[index]), polygons: areas[index], seat: seats[index],
        people: people[index], urbanPeople: urban[index])
    }
  }

  private func prefectures(
    _ codes: [String], counties: Int, provinces: Int
  ) throws(GeoIOError) -> [Prefecture] {
    let names = try names("prefecture.name", count: codes.count)
    let province = try indices("prefecture.province", count: codes.count, below: provinces)
    let members = try lists("prefecture.counties", count: codes.count, below: counties)
    let cores = try optionalPoints("prefecture.core", count: codes.count)
    return codes.indices.map { index in
      Prefecture(
        code: codes[index], name: names[index], province: Int(province[index]),
        counties: members[index], core: cores[index])
    }
  }

  private func provinces(_ codes: [String], prefectures: Int) throws(GeoIOError) -> [Province] {
    let names = try names("province.name", count: codes.count)
    let members = try lists("province.prefectures", count: codes.count, below: prefectures)
    return codes.indices.map {
      Province(code: codes[$0], name: names[$0], prefectures: members[$0])
    }
  }

  private func settlements(counties: Int) throws(GeoIOError) -> [Settlement] {
    let positions = try points("settlement.position")
    let county = try indices("settlement.county", count: positions.count, below: counties)
    return zip(positions, county).map { Settlement(position: $0, county: Int($1)) }
  }

  private func waters() throws(GeoIOError) -> [WaterBody] {
    let chinese = try texts("water.name.zh")
    let names = try names("water.name", count: chinese.count)
    let barriers = try words("water.barrier", count: names.count, as: WaterBody.Barrier.self)
    let areas = try areas("water.area", count: names.count)
    let lines = try lineSets("water.line", count: names.count)
    return names.indices.map {
      WaterBody(name: names[$0], barrier: barriers[$0], areas: areas[$0], lines: lines[$0])
    }
  }

  /// Systems whose members are among the `known` codes.
  private func systems(of known: Set<String>) throws(GeoIOError) -> [NamedSystem] {
    let ids = try codes("system.id")
    let sources = try texts("system.source", count: ids.count)
    var systems = zip(ids, sources).map {
      NamedSystem(id: $0, aliases: [], members: [], source: $1)
    }
    let aliases = try texts("system.alias")
    let named = try indices("system.alias.system", count: aliases.count, below: ids.count)
    for (alias, system) in zip(aliases, named) { systems[Int(system)].aliases.append(alias) }
    let members = try texts("system.member.code")
    let roles = try words(
      "system.member.role", count: members.count, as: NamedSystem.Role.self)
    let bases = try words(
      "system.member.basis", count: members.count, as: NamedSystem.Basis.self)
    let joined = try indices("system.member.system", count: members.count, below: ids.count)
    for (index, code) in members.enumerated() {
      guard known.contains(code) else { throw damaged("no unit has the code \(code)") }
      systems[Int(joined[index])].members.append(
        .init(code: code, role: roles[index], basis: bases[index]))
    }
    return systems
  }

  private func zones(of known: Set<String>) throws(GeoIOError) -> [ManagementZone] {
    let names = try texts("zone.name")
    let hosts = try texts("zone.host", count: names.count)
    let people = try counts("zone.people", count: names.count)
    guard hosts.allSatisfy(known.contains) else { throw damaged("a zone lies in no county") }
    return names.indices.map {
      ManagementZone(name: names[$0], hostCode: hosts[$0], people: people[$0])
    }
  }
}
