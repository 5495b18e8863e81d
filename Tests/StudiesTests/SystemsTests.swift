import GeoIO
import Geometry
import Studies
import Testing

/// Every name of `systems.csv`: found, and a place to start from or a sentence why not.
@Suite struct SystemsTests {
  @Test func everyNameOfASystemIsFound() throws {
    let workspace = try Embedded.workspace()
    var shadowed: [String] = []
    for (index, system) in workspace.dataset.region.systems.enumerated() {
      #expect(!system.aliases.isEmpty, "\(system.id)")
      for name in [system.id] + system.aliases {
        #expect(workspace.gazetteer.meanings(of: name).contains(.system(index)), "\(name)")
        if try workspace.gazetteer.meaning(of: name) != .system(index) { shadowed.append(name) }
      }
    }
    #expect(shadowed.isEmpty)  // No unit bears the name of a system.
  }

  @Test func everySystemStartsSomewhereOrSaysWhyNot() throws {
    let region = try Embedded.workspace().dataset.region
    var refused = (unstated: 0, withoutCentre: 0, provinces: 0)
    for system in region.systems {
      do throws(NameError) {
        let centres = try system.centreUnits(in: region)
        #expect(centres.count == system.centres.count, "\(system.name)")
        #expect(centres.allSatisfy { $0.level < .province }, "\(system.name)")
      } catch {
        switch error {
        case .membersUnstated:
          refused.unstated += 1
          #expect(system.counties(in: region).isEmpty)
        case .noCentre: refused.withoutCentre += 1
        case .systemOfProvinces: refused.provinces += 1
        default: Issue.record("\(system.name): \(error)")
        }
        #expect(error.description.contains(system.name))
      }
      if !system.members.isEmpty {
        #expect(!system.counties(in: region).isEmpty, "\(system.name)")
      }
    }
    print("systems: \(refused) of \(region.systems.count)")
    #expect(refused.unstated > 0 && refused.withoutCentre > 0 && refused.provinces > 0)
  }

  @Test(arguments: [
    "长株潭", "3+5", "益沅桃", "鹤中", "鹤中洪芷", "襄十随神", "宜荆荆恩", "武汉城市圈", "娄涟双冷", "津澧",
  ])
  func systemsThatPlansNameHaveCentres(name: String) throws {
    let region = try Embedded.workspace().dataset.region
    #expect(try !Embedded.system(name).centreUnits(in: region).isEmpty)
  }

  /// 鹤中 are 鹤城区 and 中方县, the core; 鹤中洪芷 are four, of which only the core is a centre.
  @Test func aSmallSystemToTheLastMember() throws {
    let region = try Embedded.workspace().dataset.region
    func codes(_ name: String) throws -> [String] {
      try Embedded.system(name).counties(in: region).map { region.counties[$0].code }
    }
    #expect(try codes("鹤中") == ["431202", "431221"])
    #expect(try codes("鹤中洪芷") == ["431202", "431221", "431228", "431281"])
    #expect(
      try Embedded.system("鹤中洪芷").centreUnits(in: region).map(region.code(of:)).sorted()
        == ["431202", "431221"])
  }

  /// With Guangxi and without it: two border areas, neither a centre.
  @Test func fourProvincesAreNotFive() throws {
    let region = try Embedded.workspace().dataset.region
    let (four, five) = (try Embedded.system("湘鄂渝黔"), try Embedded.system("湘鄂渝黔桂"))
    #expect(four.id != five.id)
    #expect(five.counties(in: region).count > four.counties(in: region).count)
    let guangxi = region.counties.indices.filter { region.counties[$0].code.hasPrefix("45") }
    #expect(Set(five.counties(in: region)).isSuperset(of: guangxi))
    #expect(Set(four.counties(in: region)).isDisjoint(with: guangxi))
    for system in [four, five] {
      #expect(throws: NameError.systemOfProvinces(system: system.name)) {
        try system.centreUnits(in: region)
      }
    }
  }

  @Test(arguments: [
    ("长沙", "430100"), ("長沙", "430100"), ("changsha", "430100"), ("430100", "430100"),
    ("芷江", "431228"), ("湘西", "433100"), ("恩施", "422800"), ("沅江", "430981"),
    ("重庆", "500000"), ("邵阳县", "430523"), ("神农架", "429021"), ("仙桃", "429004"),
    ("六枝", "520203"), ("luan", "341500"), ("shexian", "341021"), ("岳陽", "430600"),
  ])
  func unitsByTheNamesThatPlansUse(name: String, code: String) throws {
    let workspace = try Embedded.workspace()
    guard case .unit(let unit) = try workspace.gazetteer.meaning(of: name) else {
      Issue.record("\(name) is no unit")
      return
    }
    #expect(workspace.dataset.region.code(of: unit) == code)
  }

  /// As plans write them: 新晃县 for 新晃侗族自治县, 湘西州 for 湘西土家族苗族自治州.
  @Test(arguments: [
    ("新晃县", "431227"), ("城步县", "430529"), ("湘西州", "433100"), ("恩施州", "422800"),
    ("黔东南州", "522600"),
  ])
  func autonomousUnitsByTheirShortNames(name: String, code: String) throws {
    let workspace = try Embedded.workspace()
    let codes = workspace.gazetteer.meanings(of: name).compactMap { meaning -> String? in
      if case .unit(let unit) = meaning { workspace.dataset.region.code(of: unit) } else { nil }
    }
    #expect(codes == [code])
  }

  @Test(arguments: ["永定区", "西湖区", "鼓楼区", "城关"])
  func namesThatTwoCountiesBear(name: String) throws {
    let workspace = try Embedded.workspace()
    do {
      let meaning = try workspace.gazetteer.meaning(of: name)
      #expect(workspace.gazetteer.meanings(of: name) == [meaning])
    } catch NameError.ambiguous(_, let candidates) {
      #expect(candidates.count >= 2 && Set(candidates).count == candidates.count)
    } catch NameError.unknown(_, let nearest) {
      #expect(nearest.count <= 5)
    }
  }

  @Test func hongjiangIsACityAndAZone() throws {
    let workspace = try Embedded.workspace()
    let findings = try workspace.findings(for: "洪江", language: .chinese)
    #expect(findings.contains("洪江市 (431281"))
    #expect(findings.contains("洪江区") && findings.contains("57004"))
    #expect(throws: NameError.zoneWithoutPolygon(name: "洪江区", host: "洪江市")) {
      try workspace.gazetteer.meaning(of: "洪江区")
    }
  }

  /// Every full name, and every English one, finds its unit: alone, or among namesakes.
  @Test func everyUnitIsFoundByItsNamesAndCode() throws {
    let workspace = try Embedded.workspace()
    let region = workspace.dataset.region
    let units =
      region.counties.indices.map { UnitReference(.county, $0) }
      + region.prefectures.indices.map { UnitReference(.prefecture, $0) }
      + region.provinces.indices.map { UnitReference(.province, $0) }
    for unit in units {
      let name = region.name(of: unit)
      for text in [name.chinese, name.english, region.code(of: unit)] {
        #expect(workspace.gazetteer.meanings(of: text).contains(.unit(unit)), "\(text)")
      }
    }
  }
}
