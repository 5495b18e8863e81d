import Analysis
import GeoIO
import Geometry
import Routing
import Shapes

extension Workspace {
  /// The rows of a question about access.
  ///
  /// A system stands for its counties and a province likewise; other names for one unit each.
  func rows(of request: AccessRequest) throws -> [PlaceGroup] {
    let region = dataset.region
    var groups: [PlaceGroup] = []
    var known: Set<[CentrePlace]> = []
    func add(_ group: PlaceGroup) {
      if known.insert(group.places).inserted { groups.append(group) }
    }
    func addCounties(_ counties: [Int]) {
      for county in counties where region.counties[county].seat != nil {
        add(PlaceGroup(UnitReference(.county, county), in: region))
      }
    }
    for name in request.places {
      if Self.collectives.contains(name.lowercased()) {
        for group in try self.groups(named: [name]).groups { add(group) }
        continue
      }
      switch try gazetteer.meaning(of: name) {
      case .unit(let unit) where unit.level == .province: addCounties(region.counties(of: unit))
      case .unit(let unit): add(PlaceGroup(unit, in: region))
      case .system(let index):
        let system = region.systems[index]
        let counties = system.counties(in: region)
        guard !counties.isEmpty else {
          throw NameError.membersUnstated(system: system.name, source: system.source)
        }
        addCounties(counties)
      case .place: add(try group(named: name))
      case .zone: throw NameError.unknown(name: name, nearest: [])
      }
    }
    for point in request.points { add(PlaceGroup(point: point)) }
    return groups
  }

  /// Whose mass the rows of a question are held against.
  func destinations(of request: AccessRequest, rows: [PlaceGroup]) -> [UnitReference] {
    let region = dataset.region
    let ofPrefectures =
      request.to.map { $0 == "prefectures" } ?? rows.allSatisfy { $0.unit?.level == .prefecture }
    return ofPrefectures
      ? region.prefectures.indices.map { UnitReference(.prefecture, $0) }
      : region.counties.indices.map { UnitReference(.county, $0) }
  }

  func mass(of request: AccessRequest) throws -> AccessMass {
    if let path = request.weights {
      let table = try CSVTable(path: path)
      let (code, value) = (try table.column("code"), try table.column(request.weight))
      let counties = Set(dataset.region.counties.map(\.code))
      var values: [String: Double] = [:]
      for row in 0..<table.rowCount where !table.isEmpty(row, value) {
        let number = try table.number(row, value)
        guard number >= 0 else { throw table.badValue(row, value, expected: "0 or more") }
        let county = try table.text(row, code)
        guard counties.contains(county) else {
          throw table.badValue(row, code, expected: "the code of a county of the dataset")
        }
        guard values.updateValue(number, forKey: county) == nil else {
          throw table.badValue(row, code, expected: "each county once")
        }
      }
      return .table(name: request.weight, values: values)
    }
    switch request.weight {
    case "people": return .people
    case "urban": return .urban
    default:
      guard let figures = dataset.region.figures.first(where: { $0.name == request.weight }) else {
        throw AccessError.unknownWeight(request.weight)
      }
      let known = zip(dataset.region.counties, figures.values).compactMap { county, value in
        value.map { (county.code, $0) }
      }
      return .table(
        name: figures.name, values: Dictionary(known, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// Kinds of facility that `--nearest` knows.
  public static let facilityKinds = [
    "interchange", "station", "hsr", "intercity", "conventional", "airport", "port",
    "own-prefecture",
  ]

  /// A layer by its kind, or those of a file of points: one a kind.
  func facilityLayers(_ text: String) throws -> [FacilityLayer] {
    if let layer = datasetLayer(text) { return [layer] }
    return try fileLayers(text)
  }

  /// A layer of the dataset's; nil for a word that is none of ``facilityKinds``.
  private func datasetLayer(_ text: String) -> FacilityLayer? {
    func stations(_ name: String, _ english: String, _ classes: Set<RailClass>) -> FacilityLayer {
      layer(text, (name, english), self.stations(of: classes), isPartial: true)
    }
    func listed(_ name: String, _ english: String, _ belongs: (String) -> Bool) -> FacilityLayer {
      layer(text, (name, english), dataset.facilities.filter { belongs($0.kind) })
    }
    switch text {
    case "interchange": return .interchanges(of: world)
    case "own-prefecture": return .ownPrefectures(of: world)
    case "station": return stations("铁路客站", "railway station", Set(RailClass.allCases))
    case "hsr": return stations("高铁站", "HSR station", [.highSpeed])
    case "intercity":
      return stations("城际及高铁站", "intercity or HSR station", [.highSpeed, .intercity])
    case "conventional": return stations("普速站", "conventional station", [.conventional])
    case "airport": return listed("机场", "airport") { $0 == "airport" }
    case "port": return listed("港口", "port") { $0.hasSuffix("port") && $0 != "airport" }
    default: return nil
    }
  }

  /// Stations that trains stop at, each of the class of its best line; those of some classes.
  private func stations(of classes: Set<RailClass>) -> [Facility] {
    let (network, names) = (world.rail.network, world.railNames)
    var best = [Int?](repeating: nil, count: network.stations.count)
    for run in network.runs {
      let rank = RailClass.allCases.firstIndex(of: run.railClass) ?? 0
      for station in [Int(run.from), Int(run.to)] {
        best[station] = min(best[station] ?? rank, rank)
      }
    }
    return network.stations.indices.compactMap { index in
      guard let rank = best[index], classes.contains(RailClass.allCases[rank]) else { return nil }
      return Facility(
        kind: RailClass.allCases[rank].rawValue, code: names.stationCodes[index],
        name: names.stations[index].asStation, position: network.stations[index])
    }
  }

  private func layer(
    _ key: String, _ name: (chinese: String, english: String), _ facilities: [Facility],
    isPartial: Bool = false
  ) -> FacilityLayer {
    FacilityLayer(
      key: key, name: PlaceName(chinese: name.chinese, english: name.english),
      facilities: facilities, isPartial: isPartial)
  }

  /// Layers named after their kinds, or after the file where it holds a single one; their columns
  /// begin with the name's letters and digits.
  private func fileLayers(_ path: String) throws -> [FacilityLayer] {
    guard [".csv", ".geojson", ".json"].contains(where: path.lowercased().hasSuffix) else {
      throw AccessError.unknownLayer(path, known: Self.facilityKinds)
    }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = file.split(separator: ".").first.map(String.init) ?? file
    let facilities = try FacilityFile(path: path).facilities
    var kinds: [String] = []
    for facility in facilities where !kinds.contains(facility.kind) { kinds.append(facility.kind) }
    return kinds.map { kind in
      let name = kinds.count == 1 ? name : kind
      let key = String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
      return layer(key, (name, name), facilities.filter { $0.kind == kind })
    }
  }

  /// The systems of a question about cohesion, and those that name fewer than two members.
  func systems(of request: AccessRequest) throws -> (
    systems: [CohesionQuestion.System], leftOut: [String]
  ) {
    let region = dataset.region
    var systems: [CohesionQuestion.System] = []
    var leftOut: [String] = []
    func add(_ system: NamedSystem, isNamed: Bool) throws {
      let members = system.memberUnits(in: region)
      guard members.count >= 2 else {
        if isNamed, system.members.isEmpty {
          throw NameError.membersUnstated(system: system.name, source: system.source)
        }
        if isNamed { throw AccessError.noPairs(system.name) }
        leftOut.append(system.name)
        return
      }
      systems.append(
        .init(
          name: system.placeName, members: members, counties: system.counties(in: region)))
    }
    for name in request.places {
      if name.lowercased() == "systems" {
        for system in region.systems { try add(system, isNamed: false) }
        continue
      }
      switch try gazetteer.meaning(of: name) {
      case .system(let index): try add(region.systems[index], isNamed: true)
      case .unit(let unit):
        let counties = region.counties(of: unit)
        guard counties.count >= 2 else { throw AccessError.noPairs(name) }
        systems.append(
          .init(
            name: region.name(of: unit), members: counties.map { UnitReference(.county, $0) },
            counties: counties))
      case .place: throw NameError.placeWithoutGround(name: name)
      case .zone: throw NameError.unknown(name: name, nearest: [])
      }
    }
    guard !systems.isEmpty else { throw AccessError.noPlaces }
    return (systems, leftOut)
  }
}
