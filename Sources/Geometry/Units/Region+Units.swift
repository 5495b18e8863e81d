import Shapes

/// How the counties of a layer find their prefectures and provinces.
public enum ParentBasis: String, Hashable, Sendable {
  /// By columns of the layer.
  case columns
  /// By the first four and two of six digits (GB/T 2260).
  case codePrefix
  /// Neither: the whole layer is one prefecture and one province.
  case none
}

extension Region {
  /// A region of counties and what they say of the levels above, in order of their codes.
  ///
  /// Where rows name no parents and all codes have the six digits of GB/T 2260, the digits tell; without
  /// them a province stands for its only prefecture, and `title` for all of a level. `known` gives names to codes that have none.
  ///
  /// - Precondition: codes are there, and each once.
  public init(
    units: [UnitRow], title: PlaceName, known: [String: PlaceName] = [:]
  ) {
    let rows = units.sorted { $0.code < $1.code }
    let isNational = rows.allSatisfy { NationalCode.six(of: $0.code) == $0.code }
    func parent(
      _ given: UnitRow.Parent?, _ digits: (String) -> String, of row: UnitRow
    ) -> (code: String, name: PlaceName) {
      let code =
        given.flatMap { $0.code ?? $0.name?.chinese }
        ?? (isNational ? digits(row.code) : title.chinese)
      let fallback = code == title.chinese ? title : PlaceName(chinese: code, english: code)
      return (code, given?.name ?? known[code] ?? fallback)
    }
    let parents = rows.map { row in
      // A layer that names provinces alone has one prefecture in each.
      let prefecture = row.prefecture ?? (isNational ? nil : row.province)
      return (
        prefecture: parent(prefecture, NationalCode.prefecture, of: row),
        province: parent(row.province, NationalCode.province, of: row)
      )
    }
    // The same name in two provinces (永定区's 市中区) is two prefectures: codes of names carry both.
    func key(_ index: Int) -> String {
      let (row, own) = (rows[index], parents[index])
      let isNamed = row.prefecture?.code == nil && row.prefecture?.name != nil
      return isNamed ? own.province.code + "/" + own.prefecture.code : own.prefecture.code
    }
    var provinceNames: [String: PlaceName] = [:]
    var prefectureParents: [String: (name: PlaceName, province: String)] = [:]
    for index in rows.indices {
      provinceNames[parents[index].province.code] = parents[index].province.name
      prefectureParents[key(index)] = (
        parents[index].prefecture.name, parents[index].province.code
      )
    }
    let provinceCodes = provinceNames.keys.sorted()
    let prefectureCodes = prefectureParents.keys.sorted()
    var provinces = provinceCodes.map {
      Province(
        code: $0, name: provinceNames[$0] ?? PlaceName(chinese: $0, english: $0), prefectures: [])
    }
    var prefectures = prefectureCodes.map { code in
      let parent = prefectureParents[code]
      return Prefecture(
        code: code, name: parent?.name ?? PlaceName(chinese: code, english: code),
        province: provinceCodes.firstIndex(of: parent?.province ?? "") ?? 0, counties: [],
        core: nil)
    }
    let prefectureIndex = Dictionary(
      uniqueKeysWithValues: prefectureCodes.enumerated().map { ($1, $0) })
    for (index, prefecture) in prefectures.enumerated() {
      provinces[prefecture.province].prefectures.append(index)
    }
    var counties: [County] = []
    for (index, row) in rows.enumerated() {
      let prefecture = prefectureIndex[key(index)] ?? 0
      prefectures[prefecture].counties.append(index)
      counties.append(
        County(
          code: row.code, name: row.name, prefecture: prefecture,
          province: prefectures[prefecture].province, polygons: row.polygons, seat: row.seat,
          people: nil, urbanPeople: nil))
    }
    self.init(counties: counties, prefectures: prefectures, provinces: provinces)
  }

  /// Gives each prefecture the seat of the district with most people as its core; without people,
  /// that of the first district; without districts, of any county likewise.
  public mutating func seatPrefectures() {
    for index in prefectures.indices where prefectures[index].core == nil {
      let seated = prefectures[index].counties.map { counties[$0] }.filter { $0.seat != nil }
      let districts = seated.filter(\.isUrbanDistrict)
      let candidates = districts.isEmpty ? seated : districts
      // The larger one; of two alike the one with the lower code.
      prefectures[index].core =
        candidates.max {
          (($0.people ?? 0), $1.code) < (($1.people ?? 0), $0.code)
        }?.seat
    }
  }
}
