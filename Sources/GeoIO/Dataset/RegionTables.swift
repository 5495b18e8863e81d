import Geometry
import Shapes

/// Provinces, prefectures, counties, people, settlements, waters and systems from their tables.
struct RegionTables {
  /// People of one unit that no table goes up to.
  static let mostPeople = 1_000_000_000

  let folder: DatasetFolder

  func read() throws -> Region {
    let layer = try GeoJSONLayer(path: folder.file("regions.geojson"))
    let codes = try codes(of: layer)
    let people = try peopleByCode(of: codes)
    let seats = try points(
      "seats.csv", key: "adcode", longitude: "lon", latitude: "lat", of: codes)
    let cores = try points(
      "prefectures.csv", key: "prefecture_code", longitude: "core_lon", latitude: "core_lat",
      of: Set(layer.features.compactMap { $0.properties["prefecture_code"] }))
    var region = try units(layer, people: people, seats: seats, cores: cores)
    seatPrefecturesInDistricts(&region)
    region.settlements = try settlements(in: region.counties)
    region.waters = try waters()
    region.systems = try SystemTables(folder: folder).systems(in: region)
    region.zones = try SystemTables(folder: folder).zones(of: codes)
    return region
  }

  /// Moves the point of a prefecture whose densest unit is a county-level city (义乌 in 金华) to
  /// the urban district with the most town people: the city that bears the prefecture's name.
  private func seatPrefecturesInDistricts(_ region: inout Region) {
    for index in region.prefectures.indices {
      let members = region.prefectures[index].counties.map { region.counties[$0] }
      let districts = members.filter { $0.isUrbanDistrict && $0.seat != nil }
      let core = region.prefectures[index].core
      guard !districts.contains(where: { $0.seat == core }),
        members.contains(where: { $0.seat == core }),
        let largest = districts.max(by: {
          ($0.urbanPeople ?? 0, $1.code) < ($1.urbanPeople ?? 0, $0.code)
        })
      else { continue }
      region.prefectures[index].core = largest.seat
    }
  }

  private struct Parents {
    var provinces: [String: PlaceName] = [:]
    var prefectures: [String: (name: PlaceName, province: String)] = [:]
  }

  /// The counties' codes: each is there, and there once.
  private func codes(of layer: GeoJSONLayer) throws -> Set<String> {
    let path = folder.file("regions.geojson")
    var codes: Set<String> = []
    for feature in layer.features {
      guard let code = feature.properties["adcode"], !code.isEmpty else {
        throw GeoIOError.missingColumn(
          "adcode", path: path, found: feature.properties.keys.sorted())
      }
      guard codes.insert(code).inserted else {
        throw GeoIOError.badValue(
          code, column: "adcode", row: 1, path: path, expected: "each code once")
      }
    }
    return codes
  }

  /// Units in order of their codes, whatever the order of the file.
  private func units(
    _ layer: GeoJSONLayer, people: [String: (all: Int, urban: Int?)], seats: [String: GeoPoint],
    cores: [String: GeoPoint]
  ) throws -> Region {
    let path = folder.file("regions.geojson")
    func text(_ feature: GeoJSONLayer.Feature, _ key: String) throws -> String {
      guard let value = feature.properties[key], !value.isEmpty else {
        throw GeoIOError.missingColumn(key, path: path, found: feature.properties.keys.sorted())
      }
      return value
    }
    func name(_ feature: GeoJSONLayer.Feature, _ key: String) throws -> PlaceName {
      PlaceName(
        chinese: try text(feature, "\(key)_zh"), english: try text(feature, "\(key)_en"))
    }
    var parents = Parents()
    for feature in layer.features {
      let province = try text(feature, "province_code")
      parents.provinces[province] = try name(feature, "province")
      parents.prefectures[try text(feature, "prefecture_code")] = (
        try name(feature, "prefecture"), province
      )
    }
    let provinceCodes = parents.provinces.keys.sorted()
    let prefectureCodes = parents.prefectures.keys.sorted()
    let provinceIndex = Dictionary(
      uniqueKeysWithValues: provinceCodes.enumerated().map { ($1, $0) })
    let prefectureIndex = Dictionary(
      uniqueKeysWithValues: prefectureCodes.enumerated().map { ($1, $0) })
    var provinces = provinceCodes.map {
      Province(
        code: $0, name: parents.provinces[$0] ?? .init(chinese: $0, english: $0), prefectures: [])
    }
    var prefectures = prefectureCodes.map { code in
      let parent = parents.prefectures[code]
      return Prefecture(
        code: code, name: parent?.name ?? .init(chinese: code, english: code),
        province: parent.flatMap { provinceIndex[$0.province] } ?? 0, counties: [],
        core: cores[code])
    }
    for (index, prefecture) in prefectures.enumerated() {
      provinces[prefecture.province].prefectures.append(index)
    }
    let ordered = try layer.features.map { (code: try text($0, "adcode"), feature: $0) }
      .sorted { $0.code < $1.code }
    var counties: [County] = []
    for (code, feature) in ordered {
      guard !feature.areas.isEmpty else { throw GeoIOError.noPolygons(path: "\(path) (\(code))") }
      let prefecture = prefectureIndex[try text(feature, "prefecture_code")] ?? 0
      prefectures[prefecture].counties.append(counties.count)
      counties.append(
        County(
          code: code, name: try name(feature, "name"), prefecture: prefecture,
          province: prefectures[prefecture].province, polygons: feature.areas.map { $0.wound() },
          seat: seats[code], people: people[code]?.all, urbanPeople: people[code]?.urban))
    }
    return Region(counties: counties, prefectures: prefectures, provinces: provinces)
  }

  /// An empty figure is a county that was not counted.
  private func peopleByCode(of known: Set<String>) throws -> [String: (all: Int, urban: Int?)] {
    let table = try folder.table("population.csv")
    let code = try table.column("adcode")
    let (all, urban) = (
      try table.column("people", or: "population_2020"),
      try table.column("urban_people", or: "urban_2020")
    )
    var people: [String: (all: Int, urban: Int?)] = [:]
    for row in 0..<table.rowCount where !table.isEmpty(row, all) {
      let county = try table.text(row, code)
      guard known.contains(county) else {
        throw table.badValue(row, code, expected: "a code of regions.geojson")
      }
      let total = try table.whole(row, all, below: Self.mostPeople)
      people[county] = (
        total, table.isEmpty(row, urban) ? nil : try table.whole(row, urban, below: total + 1)
      )
    }
    return people
  }

  private func points(
    _ name: String, key: String, longitude: String, latitude: String, of known: Set<String>
  ) throws -> [String: GeoPoint] {
    let table = try folder.table(name)
    let (key, x, y) = (
      try table.column(key), try table.column(longitude), try table.column(latitude)
    )
    var points: [String: GeoPoint] = [:]
    for row in 0..<table.rowCount where !table.isEmpty(row, x) {
      let code = try table.text(row, key)
      guard known.contains(code) else {
        throw table.badValue(row, key, expected: "a code of regions.geojson")
      }
      points[code] = try table.position(row, longitude: x, latitude: y)
    }
    return points
  }

  /// Points outside every polygon are left out: they serve the people of a county.
  private func settlements(in counties: [County]) throws -> [Settlement] {
    let table = try folder.table("places.csv")
    let (x, y) = (try table.column("lon"), try table.column("lat"))
    let locator = RegionLocator(counties)
    var settlements: [Settlement] = []
    for row in 0..<table.rowCount {
      let position = try table.position(row, longitude: x, latitude: y)
      guard let county = locator.county(at: position) else { continue }
      settlements.append(Settlement(position: position, county: county))
    }
    return settlements
  }

  private func waters() throws -> [WaterBody] {
    let path = folder.file("water.geojson")
    return try GeoJSONLayer(path: path).features.enumerated().map { number, feature in
      let text = feature.properties["barrier"] ?? ""
      guard let barrier = WaterBody.Barrier(rawValue: text) else {
        throw GeoIOError.badValue(
          text, column: "barrier", row: number + 1, path: path, expected: "hard, soft or none")
      }
      return WaterBody(
        name: PlaceName(
          chinese: feature.properties["name_zh"] ?? "", english: feature.properties["name_en"] ?? ""
        ),
        barrier: barrier, areas: feature.areas, lines: feature.lines)
    }
  }
}

extension CSVTable {
  func position(_ row: Int, longitude: Int, latitude: Int) throws -> GeoPoint {
    let (x, y) = (try number(row, longitude), try number(row, latitude))
    do {
      return try GeoPoint(checking: x, y)
    } catch {
      throw badValue(row, longitude, expected: "longitude and latitude in degrees, WGS 84")
    }
  }
}
