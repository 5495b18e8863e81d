public import Geometry
import Shapes

/// What a name stands for, for a terminal.
public struct NameReport: Sendable {
  public let name: String
  public let gazetteer: Gazetteer
  public let region: Region
  public let language: Language

  public init(name: String, gazetteer: Gazetteer, region: Region, language: Language) {
    self.name = name
    self.gazetteer = gazetteer
    self.region = region
    self.language = language
  }

  /// - Throws: ``NameError`` where nothing bears the name, with the nearest ones.
  public func text() throws -> String {
    let meanings = gazetteer.meanings(of: name)
    guard !meanings.isEmpty else {
      _ = try gazetteer.meaning(of: name)
      return ""
    }
    return meanings.map { meaning in
      switch meaning {
      case .unit(let unit): unitText(unit)
      case .system(let index): systemText(region.systems[index])
      case .zone(let index): zoneText(region.zones[index])
      case .place(let index): placeText(gazetteer.places[index])
      }
    }.joined()
  }

  private func unitText(_ unit: UnitReference) -> String {
    let level =
      switch unit.level {
      case .county: language("县级", "county")
      case .prefecture: language("地级", "prefecture")
      case .province: language("省级", "province")
      }
    let counties = region.counties(of: unit)
    let people = counties.reduce(0) { $0 + (region.counties[$1].people ?? 0) }
    let figures = people > 0 ? "\(people)" : language("无人口数", "no figure")
    let count =
      unit.level == .county ? "" : language(",\(counties.count)县", ", \(counties.count) counties")
    return "\(gazetteer.describe(unit)) \(region.name(of: unit).english)"
      + language(" — \(level)\(count),人口\(figures)\n", " — \(level)\(count), people \(figures)\n")
  }

  private func systemText(_ system: NamedSystem) -> String {
    let aliases = system.aliases.dropFirst().joined(separator: language("、", ", "))
    var text = system.name + language(" — 名称体系", " — a named system")
    text += aliases.isEmpty ? "" : language(",又名 \(aliases)", ", also \(aliases)")
    text += language(";出处 \(system.source)\n", "; source \(system.source)\n")
    guard !system.members.isEmpty else {
      return text + language("  文件没有列出其成员。\n", "  No document spells out its members.\n")
    }
    for (role, words) in [
      (NamedSystem.Role.centre, language("中心", "centres")),
      (.member, language("成员", "members")), (.province, language("省", "provinces")),
    ] {
      let names = system.members.filter { $0.role == role }.map { memberName($0.code) }
      guard !names.isEmpty else { continue }
      text += "  \(words) (\(names.count)): " + names.joined(separator: language("、", ", ")) + "\n"
    }
    let counties = system.counties(in: region)
    let people = counties.reduce(0) { $0 + (region.counties[$1].people ?? 0) }
    return text
      + language(
        "  共\(counties.count)县,人口\(people)\n", "  \(counties.count) counties, people \(people)\n")
  }

  private func memberName(_ code: String) -> String {
    let units =
      region.provinces.map { ($0.code, $0.name) } + region.prefectures.map { ($0.code, $0.name) }
      + region.counties.map { ($0.code, $0.name) }
    return units.first { $0.0 == code }.map { "\(language($0.1)) (\(code))" } ?? code
  }

  private func placeText(_ place: NamedPlace) -> String {
    let names = [place.localName, place.name.chinese, place.name.english]
    let kind =
      switch place.kind {
      case .city: language("城市", "city")
      case .town: language("镇", "town")
      case .village: language("村", "village")
      case .suburb: language("城区", "suburb")
      case .quarter: language("片区", "quarter")
      case .neighbourhood: language("小区", "neighbourhood")
      case .hamlet: language("小村", "hamlet")
      case .node: language("路网节点", "node of the network")
      }
    return names.enumerated().filter { names.firstIndex(of: $1) == $0 }.map(\.element)
      .joined(separator: " ") + " — " + kind + language(",位于 ", ", at ")
      + place.position.commandText + "\n"
  }

  private func zoneText(_ zone: ManagementZone) -> String {
    let host = region.counties.first { $0.code == zone.hostCode }
    let hostName = host.map { language($0.name) } ?? zone.hostCode
    let people = zone.people.map(String.init) ?? language("不详", "unknown")
    return zone.name
      + language(
        " — 管理区,人口\(people),在\(hostName)(\(zone.hostCode))内,没有单独的边界\n",
        " — management zone, people \(people), inside \(hostName) (\(zone.hostCode)), "
          + "no polygon of its own\n")
  }
}
