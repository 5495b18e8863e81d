/// Names as plans write them, and what they mean: units, systems, zones.
///
/// With or without 市, 县, 区, 自治县; simplified or traditional; pinyin; six-digit codes. A bare
/// name means the highest level that bears it, and is ambiguous only within one level.
public struct Gazetteer: Sendable {
  /// What a name can stand for.
  public enum Meaning: Hashable, Sendable {
    case unit(UnitReference)
    /// Index in ``Region/systems``.
    case system(Int)
    /// Index in ``Region/zones``.
    case zone(Int)
    /// Index in ``Gazetteer/places``.
    case place(Int)
  }

  /// Longer names are no names.
  public static let longestName = 60

  let region: Region
  /// Points that bear names where no unit does.
  public let places: [NamedPlace]
  private let placesByName: [String: [Int]]
  /// Nodes of a network by their ids and names, letter for letter: they are not suggested.
  private let nodesByName: [String: [Int]]
  private let key: NameKey
  private let units: [String: [UnitReference]]
  private let systems: [String: Int]
  private let zones: [String: [Int]]

  public init(
    _ region: Region, places: [NamedPlace] = [], simplified: [Character: Character]
  ) {
    self.region = region
    self.places = places
    let key = NameKey(simplified: simplified)
    self.key = key
    var placesByName: [String: [Int]] = [:]
    var nodesByName: [String: [Int]] = [:]
    for (index, place) in places.enumerated() {
      let names = [place.localName, place.name.chinese, place.name.english]
      guard place.kind != .node else {
        for name in Set(names) where !name.isEmpty { nodesByName[name, default: []].append(index) }
        continue
      }
      for key in Set(names.map { key($0) }) where !key.isEmpty {
        placesByName[key, default: []].append(index)
      }
    }
    (self.placesByName, self.nodesByName) = (placesByName, nodesByName)
    var units: [String: [UnitReference]] = [:]
    func add(_ unit: UnitReference) {
      let name = region.name(of: unit)
      var keys = [key(region.code(of: unit)), key(name.chinese)]
      keys += BareName.shortForms(of: name.chinese).map { key($0) }
      // 4301 for 430100: prefectures are often called by their first four digits.
      let code = region.code(of: unit)
      if unit.level == .prefecture, code.count == 6, code.hasSuffix("00") {
        keys.append(String(code.prefix(4)))
      }
      keys += BareEnglishName.keys(of: name.english, isCounty: unit.level == .county)
      for key in Set(keys) where !key.isEmpty { units[key, default: []].append(unit) }
    }
    for index in region.counties.indices { add(UnitReference(.county, index)) }
    for index in region.prefectures.indices { add(UnitReference(.prefecture, index)) }
    for index in region.provinces.indices { add(UnitReference(.province, index)) }
    self.units = units.mapValues { $0.sorted { ($0.level, $0.index) < ($1.level, $1.index) } }
    var systems: [String: Int] = [:]
    for (index, system) in region.systems.enumerated() {
      for alias in [system.id] + system.aliases where systems[key(alias)] == nil {
        systems[key(alias)] = index
      }
    }
    self.systems = systems
    var zones: [String: [Int]] = [:]
    for (index, zone) in region.zones.enumerated() {
      var keys = [key(zone.name)]
      if let bare = BareName.of(zone.name) { keys.append(key(bare)) }
      for key in keys { zones[key, default: []].append(index) }
    }
    self.zones = zones
  }

  /// Everything that `name` can stand for: units from the highest level down, systems, zones,
  /// places from the largest down, and nodes of a network.
  public func meanings(of name: String) -> [Meaning] {
    guard name.count <= Self.longestName else { return [] }
    let key = key(name)
    let nodes = (nodesByName[name] ?? []).map { Meaning.place($0) }
    guard !key.isEmpty else { return nodes }
    return (units[key] ?? []).reversed().map { .unit($0) }
      + (systems[key].map { [.system($0)] } ?? []) + (zones[key] ?? []).map { .zone($0) }
      + (placesByName[key] ?? []).sorted { (places[$0].kind, $0) < (places[$1].kind, $1) }
      .map { .place($0) } + nodes
  }

  /// The one thing that `name` stands for.
  ///
  /// - Throws: ``NameError`` where it is empty, unknown or ambiguous, or no more than a zone.
  public func meaning(of name: String) throws(NameError) -> Meaning {
    let found = meanings(of: name)
    let fitting = found.compactMap { meaning -> UnitReference? in
      if case .unit(let unit) = meaning { unit } else { nil }
    }
    if let highest = fitting.map(\.level).max() {
      let top = fitting.filter { $0.level == highest }
      // All of Chongqing is a province and its own prefecture: the city is meant.
      if highest == .province,
        let city = fitting.first(where: {
          $0.level == .prefecture && region.code(of: $0) == region.code(of: top[0])
        })
      {
        return .unit(city)
      }
      guard top.count == 1 else {
        throw .ambiguous(name: shortened(name), candidates: top.map(describe))
      }
      return .unit(top[0])
    }
    if let system = found.first(where: { if case .system = $0 { true } else { false } }) {
      return system
    }
    if let place = try place(among: found, named: name) { return place }
    if case .zone(let zone)? = found.first { throw zoneError(zone) }
    guard !key(name).isEmpty else { throw .empty }
    throw .unknown(name: shortened(name), nearest: nearest(to: name))
  }

  /// The largest place among meanings; nil where there is none.
  private func place(among found: [Meaning], named name: String) throws(NameError) -> Meaning? {
    let named = found.compactMap { meaning -> Int? in
      if case .place(let index) = meaning { index } else { nil }
    }
    guard let largest = named.first else { return nil }
    let peers = named.filter { places[$0].kind == places[largest].kind }
    guard peers.count == 1 else {
      throw .severalPlaces(
        name: shortened(name),
        at: peers.prefix(5).map { places[$0].position.commandText })
    }
    return .place(largest)
  }

  private func zoneError(_ index: Int) -> NameError {
    let zone = region.zones[index]
    let host = region.counties.first { $0.code == zone.hostCode }?.name.chinese ?? zone.hostCode
    return .zoneWithoutPolygon(name: zone.name, host: host)
  }

  /// A name with its code and where it lies: 永定区 (430802, 张家界市).
  public func describe(_ unit: UnitReference) -> String {
    let name = region.name(of: unit).chinese
    let code = region.code(of: unit)
    switch unit.level {
    case .county:
      return
        "\(name) (\(code), \(region.prefectures[region.counties[unit.index].prefecture].name.chinese))"
    case .prefecture:
      return
        "\(name) (\(code), \(region.provinces[region.prefectures[unit.index].province].name.chinese))"
    case .province: return "\(name) (\(code))"
    }
  }

  private func shortened(_ name: String) -> String {
    name.count <= Self.longestName ? name : "\(name.prefix(20))… (\(name.count) characters)"
  }

  /// The five known names that differ least, by edits.
  private func nearest(to name: String) -> [String] {
    guard name.count <= Self.longestName else { return [] }
    let asked = Array(key(name))
    var best: [String: (edits: Int, rank: Int)] = [:]
    func consider(_ key: String, _ shown: String, rank: Int) {
      let known = Array(key)
      // A name inside a longer phrase (长株潭一小时通勤圈), the longest first.
      if known.count >= 2, known.count < asked.count, name.contains(key) {
        best[shown] = (-known.count, rank)
        return
      }
      guard abs(known.count - asked.count) <= 3 else { return }
      let edits = editDistance(asked, known)
      guard edits < max(asked.count, known.count), edits <= max(1, asked.count / 2) else { return }
      if let known = best[shown], (known.edits, known.rank) <= (edits, rank) { return }
      best[shown] = (edits, rank)
    }
    for (key, references) in units {
      for unit in references {
        // Of names as near, the higher level first.
        consider(key, region.name(of: unit).chinese, rank: -unit.level.rawValue)
      }
    }
    for (key, system) in systems { consider(key, region.systems[system].name, rank: 1) }
    for (key, named) in placesByName {
      if let place = named.first { consider(key, places[place].localName, rank: 2) }
    }
    return best.sorted {
      ($0.value.edits, $0.value.rank, $0.key) < ($1.value.edits, $1.value.rank, $1.key)
    }.prefix(5).map(\.key)
  }
}

/// Levenshtein's distance.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var row = Array(0...right.count)
  for (i, character) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let kept = diagonal + (character == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(kept, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[right.count]
}
