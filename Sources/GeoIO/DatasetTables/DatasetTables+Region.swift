import Geometry
import Shapes

// Ground and people: the counterpart of `RegionTables` and `SystemTables`.
extension DatasetTables {
  mutating func add(_ region: Region) {
    var layer = LayerText()
    var seats = TableText(["adcode", "lon", "lat"])
    var people = TableText(["adcode", "people", "urban_people"])
    for county in region.counties {
      let prefecture = region.prefectures[county.prefecture]
      let province = region.provinces[county.province]
      layer.append(
        [
          ("adcode", county.code), ("name_zh", county.name.chinese),
          ("name_en", county.name.english), ("prefecture_code", prefecture.code),
          ("prefecture_zh", prefecture.name.chinese), ("prefecture_en", prefecture.name.english),
          ("province_code", province.code), ("province_zh", province.name.chinese),
          ("province_en", province.name.english),
        ], areas: county.polygons)
      if let seat = county.seat { seats.append([county.code] + seat.fields) }
      if let all = county.people {
        people.append([county.code, "\(all)", county.urbanPeople.map { "\($0)" } ?? ""])
      }
    }
    var prefectures = TableText(["prefecture_code", "core_lon", "core_lat"])
    for prefecture in region.prefectures {
      if let core = prefecture.core { prefectures.append([prefecture.code] + core.fields) }
    }
    var settlements = TableText(["lon", "lat"])
    for settlement in region.settlements { settlements.append(settlement.position.fields) }
    var waters = LayerText()
    for water in region.waters {
      waters.append(
        [
          ("name_zh", water.name.chinese), ("name_en", water.name.english),
          ("barrier", water.barrier.rawValue),
        ], areas: water.areas, lines: water.lines)
    }
    add("regions.geojson", layer)
    add("seats.csv", seats)
    add("population.csv", people)
    add("prefectures.csv", prefectures)
    add("places.csv", settlements)
    add("water.geojson", waters)
    add(region.systems)
    var zones = TableText(["name", "host_code", "people"])
    for zone in region.zones {
      zones.append([zone.name, zone.hostCode, zone.people.map { "\($0)" } ?? ""])
    }
    add("zones.csv", zones)
  }

  /// A row a member; names stand on a system's first row.
  private mutating func add(_ systems: [NamedSystem]) {
    var table = TableText(["id", "alias", "member_code", "role", "basis", "document", "line"])
    for system in systems {
      let source = [system.source, ""]
      let names = system.aliases.joined(separator: "|")
      if system.members.isEmpty { table.append([system.id, names, "", "", ""] + source) }
      for (index, member) in system.members.enumerated() {
        table.append(
          [
            system.id, index == 0 ? names : "", member.code, member.role.rawValue,
            member.basis.rawValue,
          ] + source)
      }
    }
    add("systems.csv", table)
  }

  /// Where people were counted: a row a cell that holds some of a county's.
  mutating func add(_ counted: CountedPeople, of counties: [County]) {
    var table = TableText(["adcode", "column", "row", "people"])
    for (index, county) in counties.enumerated() {
      for cell in counted.cells(of: index) {
        table.append([
          county.code, "\(counted.columns[cell])", "\(counted.rows[cell])",
          "\(counted.people[cell])",
        ])
      }
    }
    add("counted.csv", table)
  }

  /// A user's own columns, a row a county.
  mutating func add(_ figures: [UnitFigures], of counties: [County]) {
    var table = TableText(["adcode"] + figures.map(\.name))
    for (index, county) in counties.enumerated() {
      table.append([county.code] + figures.map { $0.values[index]?.digits ?? "" })
    }
    add("figures.csv", table)
  }
}

extension GeoPoint {
  /// Longitude and latitude with all their digits.
  var fields: [String] { [longitude.digits, latitude.digits] }
}
