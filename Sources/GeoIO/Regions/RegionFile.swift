import Foundation
public import Geometry
public import Shapes

/// A layer of county-level units in any format and reference system, as a region.
public struct RegionFile: Sendable {
  /// What a user says of the layer; nil is guessed.
  public struct Options: Hashable, Sendable {
    public var layer: String?
    /// How a shapefile writes its texts; nil as it says itself, else UTF-8 or GB 18030.
    public var encoding: String?
    public var code: String?
    public var name: String?
    public var prefecture: String?
    public var province: String?
    /// In which shifted system the layer is drawn.
    public var datum: ShiftedDatum?

    public init(
      layer: String? = nil, encoding: String? = nil, code: String? = nil, name: String? = nil,
      prefecture: String? = nil, province: String? = nil, datum: ShiftedDatum? = nil
    ) {
      self.encoding = encoding
      self.layer = layer
      self.code = code
      self.name = name
      self.prefecture = prefecture
      self.province = province
      self.datum = datum
    }
  }

  /// What reading found, beside the region.
  public struct Counts: Hashable, Sendable {
    public var layer = ""
    /// The columns that codes and names were taken from.
    public var codeColumn = ""
    public var nameColumn = ""
    public var parents = ParentBasis.none
    /// Units whose rings crossed themselves or each other, and were made valid.
    public var mended: [String] = []
    /// Rows without areas, by their codes or numbers.
    public var withoutAreas: [String] = []
    public var emptyRings = 0
    public var isGB18030 = false
  }

  public let path: String
  public let region: Region
  public let counts: Counts

  /// Reads the layer; `known` gives names to codes of prefectures and provinces that come without.
  ///
  /// - Throws: ``GeoIOError`` with what is wrong: no layer, no polygon, no column for codes or names,
  ///   a code that is missing or there twice.
  public init(
    path: String, _ options: Options = Options(), known: [String: PlaceName] = [:]
  ) throws {
    self.path = path
    let file = try VectorFile(path: path, layer: options.layer, encoding: options.encoding)
    guard file.rows.contains(where: { !$0.areas.isEmpty }) else {
      throw GeoIOError.noPolygons(path: path)
    }
    let columns = try UnitColumns(of: file, options)
    var counts = Counts()
    counts.layer = file.layer
    (counts.codeColumn, counts.nameColumn) = (
      file.columns[columns.code], file.columns[columns.name]
    )
    (counts.isGB18030, counts.emptyRings) = (file.isGB18030, file.emptyRings)
    var rows: [UnitRow] = []
    var codes: Set<String> = []
    for (number, row) in file.rows.enumerated() {
      guard !row.areas.isEmpty else {
        counts.withoutAreas.append(row.values[columns.code] ?? "\(number + 1)")
        continue
      }
      guard let given = row.values[columns.code] else {
        throw GeoIOError.badValue(
          "", column: counts.codeColumn, row: number + 1, path: path, expected: "each unit a code")
      }
      var unit = try Self.unit(row, code: given, columns, row: number + 1, path: path)
      guard codes.insert(unit.code).inserted else {
        throw GeoIOError.codeTwice(unit.code, path: path)
      }
      if let datum = options.datum { unit.bringBack(from: datum) }
      rows.append(unit)
    }
    let drawn = rows
    let mended = try Parallel.map(drawn.count) { index -> [GeoPolygon]? in
      let areas = drawn[index].polygons
      return try areas.invalidity() == nil ? nil : try areas.madeValid()
    }
    for (index, areas) in mended.enumerated() {
      guard let areas else {
        rows[index].polygons = rows[index].polygons.map { $0.wound() }
        continue
      }
      counts.mended.append(rows[index].name.chinese)
      rows[index].polygons = areas
    }
    for index in rows.indices { rows[index].polygons.removeAll { $0.isSpeck } }
    counts.withoutAreas += rows.filter(\.polygons.isEmpty).map(\.code)
    rows.removeAll(where: \.polygons.isEmpty)
    guard !rows.isEmpty else { throw GeoIOError.noPolygons(path: path) }
    counts.parents = Self.parents(columns, rows)
    self.counts = counts
    let title = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    region = Region(
      units: rows, title: PlaceName(chinese: title, english: title), known: known)
  }

  private static func parents(_ columns: UnitColumns, _ rows: [UnitRow]) -> ParentBasis {
    if columns.prefectureCode != nil || columns.prefectureName != nil
      || columns.provinceCode != nil || columns.provinceName != nil
    {
      return .columns
    }
    let isNational = rows.allSatisfy { $0.code.utf8.count == 6 && Int($0.code) != nil }
    return isNational ? .codePrefix : .none
  }

  private static func unit(
    _ row: VectorFile.Row, code given: String, _ columns: UnitColumns, row number: Int,
    path: String
  ) throws -> UnitRow {
    func text(_ column: Int?) -> String? {
      // GADM has variants of a name in one field.
      column.flatMap { row.values[$0] }.flatMap { $0.split(separator: "|").first.map(String.init) }
    }
    let code = UnitRow.nationalCode(given)
    let chinese = text(columns.name) ?? code
    func parent(_ code: Int?, _ name: Int?) -> UnitRow.Parent? {
      guard code != nil || name != nil else { return nil }
      let (code, name) = (text(code).map(UnitRow.nationalCode), text(name))
      guard code != nil || name != nil else { return nil }
      return .init(code: code, name: name.map { PlaceName(chinese: $0, english: $0) })
    }
    return UnitRow(
      code: code, name: PlaceName(chinese: chinese, english: text(columns.english) ?? chinese),
      prefecture: parent(columns.prefectureCode, columns.prefectureName),
      province: parent(columns.provinceCode, columns.provinceName), polygons: row.areas,
      seat: try seat(row, columns, row: number, path: path))
  }

  /// A seat by its two columns, or by one that holds a pair.
  private static func seat(
    _ row: VectorFile.Row, _ columns: UnitColumns, row number: Int, path: String
  ) throws -> GeoPoint? {
    var pair: [Double] = []
    if let seat = columns.seat {
      let texts = [row.values[seat.longitude], row.values[seat.latitude]].compactMap(\.self)
      guard texts.count == 2 else { return nil }
      pair = texts.compactMap(Double.init)
      guard pair.count == 2, let point = try? GeoPoint(checking: pair[0], pair[1]) else {
        throw GeoIOError.badValue(
          texts.joined(separator: ","), column: "seat_lon", row: number, path: path,
          expected: "longitude and latitude in degrees")
      }
      return point
    }
    guard let centre = columns.centre, let text = row.values[centre] else { return nil }
    // GDAL writes a list as (2:112.9,28.2), JSON as [112.9, 28.2].
    let list = text.split(separator: ":").last ?? ""
    pair = list.split { " ,()[]".contains($0) }.compactMap { Double($0) }
    return pair.count == 2 ? try? GeoPoint(checking: pair[0], pair[1]) : nil
  }
}

extension GeoPolygon {
  /// Whether it has less than about a square metre.
  ///
  /// A line drawn to and fro has what is left of rounding; in degrees it is straight.
  fileprivate var isSpeck: Bool {
    abs(outer.map { PlanePoint(x: $0.longitude, y: $0.latitude) }.signedArea) < 1e-10
  }
}

extension UnitRow {
  fileprivate mutating func bringBack(from datum: ShiftedDatum) {
    polygons = polygons.map { $0.map(datum.unshifted) }
    seat = seat.map(datum.unshifted)
  }
}
