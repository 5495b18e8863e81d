/// Which columns of a layer of lines say what.
struct LineColumns {
  private(set) var roadClass: Int?
  private(set) var speed: Int?
  private(set) var minutes: Int?
  private(set) var kilometers: Int?
  private(set) var oneWay: Int?
  private(set) var route: Int?

  /// Names that columns usually have, the likeliest first; a length without a unit is none.
  private enum Usual {
    static let roadClass = [
      "class", "highway", "fclass", "road_class", "roadclass", "道路等级", "行政等级", "公路等级", "等级",
      "道路类型", "类型", "type",
    ]
    static let speed = ["speed", "speed_kmh", "kmh", "maxspeed", "速度", "车速", "限速", "设计速度"]
    static let minutes = ["minutes", "time_min", "分钟", "时间_分钟"]
    static let kilometers = ["km", "length_km", "公里", "里程_km", "长度_km"]
    static let oneWay = ["oneway", "one_way", "单行", "单向"]
    static let route = ["ref", "route", "路线编号", "路线代码", "编号"]
  }

  /// - Throws: ``GeoIOError/noUnitColumn(_:option:path:found:)`` for a column that is named and not
  ///   there, or where none says how fast a line is.
  init(of file: VectorFile, _ options: LineOptions) throws(GeoIOError) {
    let lowered = file.columns.map { $0.lowercased() }
    func column(
      _ named: String?, _ usual: [String], what: String, option: String
    ) throws(GeoIOError) -> Int? {
      guard let named else { return usual.lazy.compactMap { lowered.firstIndex(of: $0) }.first }
      guard
        let found = file.columns.firstIndex(of: named)
          ?? lowered.firstIndex(of: named.lowercased())
      else {
        throw .noUnitColumn(
          "\(what), '\(named.prefix(60))'", option: option, path: file.path, found: file.columns)
      }
      return found
    }
    roadClass = try column(
      options.roadClass, Usual.roadClass, what: "the lines' class", option: "--class-column")
    speed = try column(
      options.speed, Usual.speed, what: "the lines' speed", option: "--speed-column")
    minutes = try column(
      options.minutes, Usual.minutes, what: "the lines' minutes", option: "--minutes-column")
    kilometers = try column(
      options.kilometers, Usual.kilometers, what: "the lines' kilometres", option: "--km-column")
    oneWay = try column(
      options.oneWay, Usual.oneWay, what: "the lines' direction", option: "--oneway-column")
    route = try column(
      options.route, Usual.route, what: "the lines' route", option: "--ref-column")
    guard roadClass != nil || speed != nil || minutes != nil else {
      throw .noUnitColumn(
        "the lines' class, speed or minutes",
        option: "--class-column, --speed-column or --minutes-column", path: file.path,
        found: file.columns)
    }
  }

  /// What is taken from which column, by the names that own tables have for it.
  func names(in columns: [String]) -> [(what: String, column: String)] {
    [
      ("class", roadClass), ("speed", speed), ("minutes", minutes), ("km", kilometers),
      ("oneway", oneWay), ("ref", route),
    ].compactMap { what, column in column.map { (what, columns[$0]) } }
  }
}
