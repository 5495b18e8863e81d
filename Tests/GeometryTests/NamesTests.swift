import Geometry
import Shapes
import TestSupport
import Testing

/// Names over a hand-made region: two 永定区, two 西湖区, a 洪江市 with a zone 洪江区 in it, and
/// Chongqing, a province that is its own prefecture.
@Suite struct NamesTests {
  private let gazetteer = Gazetteer(NamesRegion.region, simplified: NamesRegion.simplified)

  /// Codes of what a name may stand for, highest level first; systems and zones by name.
  private func meanings(_ name: String) -> [String] {
    gazetteer.meanings(of: name).map { meaning in
      switch meaning {
      case .unit(let unit): NamesRegion.region.code(of: unit)
      case .system(let index): NamesRegion.region.systems[index].id
      case .zone(let index): NamesRegion.region.zones[index].name
      case .place(let index): gazetteer.places[index].localName
      }
    }
  }

  /// The code or id of the one thing that a name stands for.
  private func meaning(_ name: String) throws(NameError) -> String {
    switch try gazetteer.meaning(of: name) {
    case .unit(let unit): NamesRegion.region.code(of: unit)
    case .system(let index): NamesRegion.region.systems[index].id
    case .zone(let index): NamesRegion.region.zones[index].name
    case .place(let index): gazetteer.places[index].localName
    }
  }

  @Test(arguments: [
    ("长沙", "430100"), ("长沙市", "430100"), ("长沙县", "430121"), ("湖南", "430000"),
    ("湖南省", "430000"), ("芷江", "431228"), ("芷江侗族自治县", "431228"),
    ("湘西", "433100"), ("湘西土家族苗族自治州", "433100"), ("洪江", "431281"),
    ("洪江市", "431281"), ("南县", "430921"), ("广西", "450000"), ("广西壮族自治区", "450000"),
  ])
  func aUnitIsFoundWithAndWithoutItsLevel(name: String, code: String) throws {
    #expect(try meaning(name) == code)
  }

  /// As plans write them: 新晃县 for 新晃侗族自治县, 湘西州 for 湘西土家族苗族自治州.
  @Test(arguments: [("芷江县", "431228"), ("湘西州", "433100")])
  func autonomousUnitsAreFoundByTheirShortNames(name: String, code: String) throws {
    let found = try meaning(name)
    #expect(found == code)
  }

  @Test(arguments: [
    ("長沙", "430100"), ("長沙縣", "430121"), ("洪江區", "洪江区"), ("長株潭", "changzhutan"),
  ])
  func traditionalCharactersAreReadAsSimplifiedOnes(name: String, meant: String) {
    #expect(meanings(name).contains(meant))
  }

  @Test(arguments: [
    ("changsha", "430100"), ("Changsha", "430100"), ("CHANGSHA", "430100"),
    ("Changsha City", "430100"), ("changshashi", "430100"), ("changsha county", "430121"),
    ("changshaxian", "430121"), ("zhijiang", "431228"), ("hunan", "430000"),
    ("chang sha", "430100"), ("she", "341021"), ("shexian", "341021"),
  ])
  func pinyinIsReadWithoutCase(name: String, code: String) throws {
    #expect(try meaning(name) == code)
  }

  @Test(arguments: ["430100", "430121", "430000", "500000", " 430100 "])
  func codesAreNames(code: String) throws {
    #expect(try meaning(code) == code.filter { $0 != " " })
  }

  @Test func quotesSpacesAndDashesDoNotCount() throws {
    for name in ["“3+5”", "3 + 5", "「3+5」", "‘3+5’"] { #expect(try meaning(name) == "3plus5") }
    for name in ["Chang-Zhu-Tan", "chang–zhu–tan", "CHANGZHUTAN"] {
      #expect(try meaning(name) == "changzhutan")
    }
    #expect(try meaning("长 沙") == "430100")
  }

  /// 长沙 is a prefecture and, without 县, also a county of it.
  @Test func aBareNameMeansTheHighestLevelThatBearsIt() throws {
    #expect(meanings("长沙").prefix(2) == ["430100", "430121"])
    #expect(try meaning("长沙") == "430100")
  }

  @Test(arguments: [
    ("永定区", ["永定区 (350803, 龙岩市)", "永定区 (430802, 张家界市)"]),
    ("永定", ["永定区 (350803, 龙岩市)", "永定区 (430802, 张家界市)"]),
    ("西湖区", ["西湖区 (330106, 杭州市)", "西湖区 (360103, 南昌市)"]),
  ])
  func aNameIsAmbiguousWithinOneLevel(name: String, candidates: [String]) {
    let error = #expect(throws: NameError.self) { try meaning(name) }
    guard case .ambiguous(let asked, let found)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(asked == name)
    #expect(found.sorted() == candidates)
  }

  /// 洪江市 is a county; 洪江区 is a management zone inside it, with people and no polygon.
  @Test func aZoneIsFoundAndIsNoPlaceToStartFrom() throws {
    #expect(meanings("洪江") == ["431281", "洪江区"])
    #expect(meanings("洪江区") == ["洪江区"])
    #expect(throws: NameError.zoneWithoutPolygon(name: "洪江区", host: "洪江市")) {
      try meaning("洪江区")
    }
  }

  @Test(arguments: ["重庆", "重庆市", "chongqing", "500000"])
  func allOfChongqingIsTheCity(name: String) throws {
    guard case .unit(let unit) = try gazetteer.meaning(of: name) else {
      Issue.record("\(name) is no unit")
      return
    }
    #expect(unit.level == .prefecture)
    #expect(NamesRegion.region.counties(of: unit).count == 1)
  }

  @Test(arguments: [("长纱", "长沙市"), ("芷江侗族自治州", "芷江侗族自治县"), ("chansha", "长沙市")])
  func anUnknownNameGetsTheNearestOnes(name: String, nearest: String) {
    let error = #expect(throws: NameError.self) { try meaning(name) }
    guard case .unknown(_, let found)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(found.count <= 5)
    #expect(found.first == nearest, "\(found)")
  }

  @Test func whatIsLikeNothingGetsNoNeighbours() {
    #expect(throws: NameError.unknown(name: "Ουλάν Μπατόρ", nearest: [])) {
      try meaning("Ουλάν Μπατόρ")
    }
  }

  @Test(arguments: ["", " ", "\n", "—", "“”", "\u{3000}"])
  func nothingIsNoName(name: String) {
    #expect(meanings(name).isEmpty)
    #expect(throws: NameError.empty) { try meaning(name) }
  }

  @Test(arguments: ["长", "长沙", "\u{301}", "👩‍👩‍👧‍👦", "("])
  func tenThousandCharactersAreNoName(part: String) {
    let name = String(repeating: part, count: 10_000 / part.count)
    #expect(meanings(name).isEmpty)
    let error = #expect(throws: NameError.self) { try meaning(name) }
    #expect((error?.description.count ?? .max) < 200)
  }

  @Test func anyTextOfAllPlanesIsReadOrRefused() {
    var random = SeededGenerator(seed: 80)
    for _ in 0..<2_000 {
      var name = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let top: UInt32 = Bool.random(using: &random) ? 0x250 : 0x10FFFF
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...top, using: &random)) {
          name.unicodeScalars.append(scalar)
        }
      }
      do throws(NameError) { _ = try meaning(name) } catch {
        #expect(error.description.hasSuffix("."))
      }
    }
  }
}

/// The counties that a named system stands for, and where its circles start.
@Suite struct NamesOfSystemsTests {
  private let region = NamesRegion.region

  private func system(_ id: String) throws -> NamedSystem {
    try #require(region.systems.first { $0.id == id })
  }

  private func codes(_ id: String) throws -> [String] {
    try system(id).counties(in: region).map { region.counties[$0].code }
  }

  @Test func aPrefectureAloneStandsForAllItsCounties() throws {
    #expect(try codes("changzhutan") == ["430102", "430121", "430202", "430281"])
  }

  /// 株洲市 stands beside 荷塘区 of its own, which alone is meant; 长沙市 stands alone.
  @Test func aPrefectureBesideItsOwnCountiesStandsForThoseOnly() throws {
    #expect(try codes("metro") == ["430102", "430121", "430202"])
    #expect(
      try system("metro").centreUnits(in: region).map(region.code(of:)) == ["430100", "430200"])
  }

  @Test func provincesAreGroundAndNoCentre() throws {
    #expect(try codes("border") == region.counties.map(\.code).filter { $0.hasPrefix("43") })
    #expect(throws: NameError.systemOfProvinces(system: "湘边")) {
      try system("border").centreUnits(in: region)
    }
  }

  @Test func aSystemWithoutMembersOrCentresSaysWhy() throws {
    #expect(try codes("unstated").isEmpty)
    #expect(throws: NameError.membersUnstated(system: "无名都市圈", source: "003:7")) {
      try system("unstated").centreUnits(in: region)
    }
    #expect(throws: NameError.noCentre(system: "3+5")) {
      try system("3plus5").centreUnits(in: region)
    }
  }

  @Test func aSystemIsFoundByIdAndEveryAliasAndGivesWayToAUnit() throws {
    let gazetteer = Gazetteer(region, simplified: NamesRegion.simplified)
    for (index, system) in region.systems.enumerated() {
      for name in [system.id] + system.aliases where name != "长沙" {
        #expect(try gazetteer.meaning(of: name) == .system(index), "\(name)")
      }
    }
    // The last system is also called 长沙, as a city is: the city is meant, both are shown.
    #expect(gazetteer.meanings(of: "长沙").count == 3)
    guard case .unit = try gazetteer.meaning(of: "长沙") else {
      Issue.record("长沙 is no unit")
      return
    }
  }
}
