extension NamedSystem {
  /// The counties of the system, ascending.
  ///
  /// A prefecture that stands beside counties of its own stands for those only: 长株潭都市圈 has
  /// 株洲市 as a centre, and five of its districts and one of its counties as members.
  public func counties(in region: Region) -> [Int] {
    let codes = Set(members.map(\.code))
    var counties = Set(region.counties.indices.filter { codes.contains(region.counties[$0].code) })
    let narrowed = Set(counties.map { region.counties[$0].prefecture })
    for (index, prefecture) in region.prefectures.enumerated()
    where codes.contains(prefecture.code) && !narrowed.contains(index) {
      counties.formUnion(prefecture.counties)
    }
    for (index, province) in region.provinces.enumerated()
    where members.contains(where: { $0.role == .province && $0.code == province.code }) {
      counties.formUnion(region.counties(of: UnitReference(.province, index)))
    }
    return counties.sorted()
  }

  /// The units that circles of the system start from.
  ///
  /// - Throws: ``NameError`` where no document spells the members out, names a centre, or where
  ///   they are provinces.
  public func centreUnits(in region: Region) throws(NameError) -> [UnitReference] {
    guard !isOfProvinces else { throw .systemOfProvinces(system: name) }
    guard !members.isEmpty else { throw .membersUnstated(system: name, source: source) }
    let units = centres.compactMap { member -> UnitReference? in
      if let index = region.prefectures.firstIndex(where: { $0.code == member.code }) {
        return UnitReference(.prefecture, index)
      }
      return region.counties.firstIndex { $0.code == member.code }
        .map { UnitReference(.county, $0) }
    }
    guard !units.isEmpty else { throw .noCentre(system: name) }
    return units
  }
}

extension NamedSystem {
  /// The units that its rows name, in their order, each once.
  ///
  /// A prefecture that stands beside rows of its own counties stands for those only, as in
  /// ``counties(in:)``; provinces are left out.
  public func units(in region: Region) -> [UnitReference] {
    var units: [UnitReference] = []
    for member in members where member.role != .province {
      if let index = region.counties.firstIndex(where: { $0.code == member.code }) {
        units.append(UnitReference(.county, index))
      } else if let index = region.prefectures.firstIndex(where: { $0.code == member.code }) {
        units.append(UnitReference(.prefecture, index))
      }
    }
    let narrowed = Set(
      units.filter { $0.level == .county }.map { region.counties[$0.index].prefecture })
    return units.enumerated().filter { place, unit in
      units.firstIndex(of: unit) == place
        && !(unit.level == .prefecture && narrowed.contains(unit.index))
    }.map(\.element)
  }
}
