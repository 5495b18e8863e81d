/// Which columns of a layer hold what of its units: as named, or as such layers usually call them.
struct UnitColumns {
  let code: Int
  let name: Int
  let english: Int?
  let prefectureCode: Int?
  let prefectureName: Int?
  let provinceCode: Int?
  let provinceName: Int?
  /// Longitude and latitude of the seat, or one column with both.
  let seat: (longitude: Int, latitude: Int)?
  let centre: Int?

  /// Names that columns have, the surest first: those of this program, of GB/T 2260 and the National
  /// Platform's maps, of OCHA's common datasets (`ADM3_PCODE`), of GADM 4 (`GID_3`), of DataV.
  private enum Usual {
    static let code = [
      "adcode", "gb", "code", "adm3_pcode", "gid_3", "county_code", "countycode", "pac", "xzqdm",
      "xzqh", "qxdm", "adm_code", "geo_code", "代码", "区划代码", "行政区划代码", "县代码", "区县代码",
      "adm2_pcode", "gid_2", "lau_id", "nuts_id", "geoid", "id",
    ]
    static let name = [
      "name_zh", "name_chn", "nl_name_3", "adm3_zh", "adm3_cn", "name", "xzqmc", "qxmc", "county",
      "名称", "县名", "区县", "地名", "name_3", "adm3_en", "adm3_name", "nl_name_2", "adm2_zh", "name_2",
      "adm2_en", "lau_name", "name_latn", "nuts_name",
    ]
    static let english = [
      "name_en", "name_eng", "adm3_en", "name_3", "pinyin", "adm2_en", "name_2", "name_latn",
    ]
    static let prefectureCode = [
      "prefecture_code", "city_code", "citycode", "adm2_pcode", "gid_2", "市代码", "地级码",
    ]
    static let prefectureName = [
      "prefecture_zh", "prefecture", "nl_name_2", "adm2_zh", "city", "市", "地级", "市名", "地市",
      "name_2", "adm2_en", "adm2_name",
    ]
    static let provinceCode = [
      "province_code", "prov_code", "provcode", "adm1_pcode", "gid_1", "省代码", "省级码",
    ]
    static let provinceName = [
      "province_zh", "province", "nl_name_1", "adm1_zh", "prov", "省", "省级", "省名", "name_1",
      "adm1_en", "adm1_name",
    ]
  }

  /// - Throws: ``GeoIOError/noUnitColumn(_:option:path:found:)`` for a column that was named and is
  ///   not there, or that nothing is like.
  init(of file: VectorFile, _ options: RegionFile.Options) throws(GeoIOError) {
    let lowered = file.columns.map { $0.lowercased() }
    /// Columns that hold something; the rest have no say.
    let filled = file.columns.indices.filter { column in
      file.rows.contains { $0.values[column] != nil }
    }
    func usual(_ names: [String], besides: Set<Int> = []) -> Int? {
      names.lazy.compactMap { name in
        filled.first { lowered[$0] == name && !besides.contains($0) }
      }.first
    }
    func column(
      _ named: String?, _ names: [String], what: String, option: String
    ) throws(GeoIOError) -> Int {
      let found =
        named.map { named in
          file.columns.firstIndex(of: named) ?? lowered.firstIndex(of: named.lowercased())
        } ?? usual(names)
      guard let found else {
        throw .noUnitColumn(
          named.map { "\(what), '\($0.prefix(60))'" } ?? what, option: option, path: file.path,
          found: file.columns)
      }
      return found
    }
    func optional(_ named: String?, _ names: [String], what: String, option: String)
      throws(GeoIOError) -> Int?
    {
      named == nil
        ? usual(names, besides: [code, name])
        : try column(named, names, what: what, option: option)
    }
    let code = try column(
      options.code, Usual.code, what: "the units' codes", option: "--code-column")
    let name = try column(
      options.name, Usual.name, what: "the units' names", option: "--name-column")
    (self.code, self.name) = (code, name)
    english = usual(Usual.english, besides: [code, name])
    prefectureName = try optional(
      options.prefecture, Usual.prefectureName, what: "the prefectures",
      option: "--prefecture-column")
    provinceName = try optional(
      options.province, Usual.provinceName, what: "the provinces", option: "--province-column")
    // Codes of a guessed column would contradict a name that was asked for.
    prefectureCode =
      options.prefecture == nil ? usual(Usual.prefectureCode, besides: [code, name]) : nil
    provinceCode =
      options.province == nil ? usual(Usual.provinceCode, besides: [code, name]) : nil
    func pair(_ longitude: String, _ latitude: String) -> (longitude: Int, latitude: Int)? {
      guard let x = usual([longitude]), let y = usual([latitude]) else { return nil }
      return (x, y)
    }
    seat = pair("seat_lon", "seat_lat") ?? pair("core_lon", "core_lat")
    centre = usual(["center", "seat"], besides: [code, name])
  }
}
