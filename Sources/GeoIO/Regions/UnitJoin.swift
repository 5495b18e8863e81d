import Geometry

/// Which row of a table speaks of which county: by codes, or by names as plans write them.
struct UnitJoin {
  /// Row of each county; nil where none speaks of it.
  let rowOfCounty: [Int?]
  /// The texts of rows that name no county of the region, or could name several.
  let unmatched: [String]
  /// The columns that tell of units, and hold no figures.
  let keyColumns: Set<Int>

  private static let codes = [
    "adcode", "code", "gb", "county_code", "adm3_pcode", "代码", "区划代码", "行政区划代码", "区县代码",
  ]
  private static let names = [
    "name", "name_zh", "county", "county_zh", "unit", "名称", "地区", "县市区", "区县", "县", "县名",
    "单位", "行政区",
  ]

  /// `own` are the columns of the layer that the units' codes and names were taken from: a table that
  /// was made from it has them, too.
  ///
  /// - Throws: ``GeoIOError/noUnitColumn(_:option:path:found:)`` where there is neither column,
  ///   ``GeoIOError/unitTwice(_:path:)`` where two rows speak of one county,
  ///   ``GeoIOError/noneJoined(path:example:)`` where none does.
  init(
    _ table: PlanTable, in region: Region, simplified: [Character: Character],
    own: RegionFile.Counts?
  ) throws(GeoIOError) {
    func column(_ usual: [String], _ own: String?) -> Int? {
      table.column(usual) ?? own.flatMap { table.column([$0]) }
    }
    let keys = [column(Self.codes, own?.codeColumn), column(Self.names, own?.nameColumn)]
      .compactMap(\.self)
    guard !keys.isEmpty else {
      throw .noUnitColumn(
        "the units' codes or names", option: "a header such as code or name", path: table.path,
        found: table.columns)
    }
    let gazetteer = Gazetteer(region, simplified: simplified)
    let byCode = Dictionary(
      region.counties.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var rowOfCounty = [Int?](repeating: nil, count: region.counties.count)
    var unmatched: [String] = []
    for row in table.rows.indices {
      let texts = keys.compactMap { table.rows[row][$0] }
      guard let first = texts.first else { continue }
      // A code that the region lacks is another unit, whatever its name: there are two 永定区.
      let county = byCode[UnitRow.nationalCode(first)] ?? gazetteer.county(named: first)
      guard let county else {
        unmatched.append(texts.last ?? first)
        continue
      }
      guard rowOfCounty[county] == nil else { throw .unitTwice(first, path: table.path) }
      rowOfCounty[county] = row
    }
    guard rowOfCounty.contains(where: { $0 != nil }) else {
      throw .noneJoined(path: table.path, example: unmatched.first ?? "")
    }
    self.rowOfCounty = rowOfCounty
    self.unmatched = unmatched
    keyColumns = Set(keys)
  }
}

extension Gazetteer {
  /// The one county that bears a name, whatever higher units do.
  fileprivate func county(named name: String) -> Int? {
    let counties = meanings(of: name).compactMap { meaning -> Int? in
      if case .unit(let unit) = meaning, unit.level == .county { unit.index } else { nil }
    }
    return counties.count == 1 ? counties[0] : nil
  }
}
