public import Analysis
import Foundation
import GeoIO
public import Geometry
public import Reports
import Shapes

/// What a target came to under one reading.
public struct TargetValue: Sendable {
  public var target: Study.Target
  /// Nil where the target has one reading only.
  public var reading: ReachTarget.Reading?
  public var value: Double?
  /// Where it hangs: a place, or what a table's figure is made of.
  public var binding: PlaceName?
  public var bindingMinutes: Double?
  /// Which of the study's scenarios would meet it; nil where it is met or none are given.
  public var remedy: TargetRemedy?

  public var isMet: Bool { value.map { target.bound.isMet(by: $0) } ?? false }
  public var margin: Double? { value.map { target.bound.margin(of: $0) } }
}

extension TargetValue {
  fileprivate init(_ target: Study.Target, _ found: ReachTarget.Value) {
    self.init(
      target: target, reading: found.reading, value: found.value,
      binding: found.binding.map { binding in
        guard let share = binding.share else { return binding.name }
        return PlaceName(
          chinese: "\(binding.name.chinese) \(share.fixed(1))%",
          english: "\(binding.name.english) \(share.fixed(1)) %")
      }, bindingMinutes: found.binding?.minutes)
  }
}

/// Why a target could not be worked out.
public struct TargetError: Error, Hashable, Sendable, CustomStringConvertible {
  public var at: String
  public var words: String

  public var description: String { "\(at): \(words)." }
}

extension Study.Target {
  /// Its value under each of its readings.
  ///
  /// - Throws: ``NameError`` for a name that is none, ``TargetError``, and what a table throws.
  func values(
    in workspace: Workspace, survey: TargetSurvey, runs: [String: any QuestionRun]
  ) throws -> [TargetValue] {
    switch basis {
    case .reach(let reach):
      return try survey.values(of: reach.target(in: workspace), readings: reach.readings)
        .map { TargetValue(self, $0) }
    case .table(let table):
      let (value, binding) = try table.value(at: at)
      return [TargetValue(target: self, value: value, binding: binding)]
    case .figure(let figure):
      guard let run = runs[figure.question] else {
        throw TargetError(at: at, words: "question '\(figure.question)' was not computed")
      }
      let (value, binding) = try figure.value(in: run, at: at)
      return [TargetValue(target: self, value: value, binding: binding)]
    }
  }
}

extension Study.Reach {
  func target(in workspace: Workspace) throws -> ReachTarget {
    var places: [CentrePlace] = []
    let groups = try from.map { try workspace.group(named: $0) }
    for place in groups.flatMap(\.places) where !places.contains(place) { places.append(place) }
    return ReachTarget(
      measure, of: try workspace.counties(of), within: minutes,
      from: groups.isEmpty
        ? nil
        : PlaceGroup(
          name: PlaceName(
            chinese: groups.map(\.name.chinese).joined(separator: "、"),
            english: groups.map(\.name.english).joined(separator: ", ")), places: places),
      members: try members(in: workspace), mode: mode)
  }

  /// The members of a system; the counties of a unit.
  private func members(in workspace: Workspace) throws -> [PlaceGroup] {
    guard readings.contains(.members) else { return [] }
    let region = workspace.dataset.region
    var units: [UnitReference] = []
    for name in NameList.split(of) {
      if case .system(let index) = try workspace.gazetteer.meaning(of: name) {
        units += region.systems[index].memberUnits(in: region)
      } else {
        units += try workspace.counties(name).map { UnitReference(.county, $0) }
      }
    }
    return units.filter { workspace.world.seat(of: $0) != nil }
      .map { PlaceGroup(name: region.name(of: $0), places: [.unit($0)]) }
  }
}

extension Study.Table {
  /// The figure that the plan's own table gives, and what it is made of.
  func value(at place: String) throws -> (Double?, PlaceName?) {
    let table = try CSVTable(path: path)
    let (name, column) = (0, try table.column(column))
    let conditions = try rows.map { (try table.column($0.key), $0.value) }
    var figures: [NamedFigures.Figure] = []
    for row in 0..<table.rowCount {
      guard try conditions.allSatisfy({ try table.text(row, $0.0) == $0.1 }) else { continue }
      figures.append(.init(try table.text(row, name), try table.number(row, column)))
    }
    guard !figures.isEmpty else {
      throw TargetError(at: place, words: "no row of \(path) is as `rows` asks")
    }
    let all = NamedFigures(figures)
    func names(_ figures: [NamedFigures.Figure]) -> PlaceName {
      let words = figures.prefix(6).map(\.name).joined(separator: "、")
      let more = figures.count > 6
      return PlaceName(chinese: words + (more ? "…" : ""), english: words + (more ? " …" : ""))
    }
    switch measure {
    case .count:
      let found = all.within(lower, upper)
      return (Double(found.count), names(found))
    case .primacy:
      return (all.primacy(of: Int(over)), names(Array(all.ranked.prefix(Int(over)))))
    case .sum: return (all.sum, names(figures))
    case .rise: return (all.rise(over: over), names(figures))
    case .growth: return (all.growth(over: over), names(figures))
    case .slope: return (all.rankSizeSlope(), names(all.ranked))
    case .least: return (all.ranked.last?.value, names(Array(all.ranked.suffix(1))))
    case .most: return (all.ranked.first?.value, names(Array(all.ranked.prefix(1))))
    }
  }
}

extension Study.Figure {
  /// A column of a question's table, over the rows asked for.
  func value(in run: any QuestionRun, at place: String) throws -> (Double?, PlaceName?) {
    let tables = run.layers + [run.table] + run.sideTables
    guard let table = tables.first(where: { $0.name == self.table }) else {
      throw TargetError(
        at: place,
        words: "question '\(question)' has no table '\(self.table)'; it has "
          + Set(tables.map(\.name)).sorted().joined(separator: ", "))
    }
    func index(_ name: String) throws -> Int {
      guard let index = table.columns.firstIndex(where: { $0.name == name }) else {
        throw TargetError(
          at: place,
          words: "table '\(table.name)' has no column '\(name)'; it has "
            + table.columns.map(\.name).joined(separator: ", "))
      }
      return index
    }
    let conditions = try rows.map { (try index($0.key), $0.value) }
    let found = table.rows.filter { row in
      conditions.allSatisfy { row.values[$0.0].plain == $0.1 }
    }
    if take == .count { return (Double(found.count), nil) }
    guard !found.isEmpty else {
      throw TargetError(
        at: place,
        words: "table '\(table.name)' has no row as `rows` asks: "
          + rows.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
          .joined(separator: ", "))
    }
    let column = try index(column ?? "")
    let name = table.columns.firstIndex { ["name", "to_name", "name_zh"].contains($0.name) }
    let lacking = found.first { $0.values[column].number == nil }
    if let lacking {
      // A figure over rows of which one has none would be of the others.
      let words = name.map { lacking.values[$0].plain } ?? "–"
      return (nil, PlaceName(chinese: "\(words)无值", english: "\(words) has no figure"))
    }
    let values = found.compactMap { row in
      row.values[column].number.map { (value: $0, name: name.map { row.values[$0].plain }) }
    }
    func named(_ found: (value: Double, name: String?)?) -> (Double?, PlaceName?) {
      (found?.value, found?.name.map { PlaceName(chinese: $0, english: $0) })
    }
    switch take {
    case .count: return (Double(found.count), nil)
    case .sum: return (values.isEmpty ? nil : values.reduce(0) { $0 + $1.value }, nil)
    case .least: return named(values.min { $0.value < $1.value })
    case .most: return named(values.max { $0.value < $1.value })
    }
  }
}

extension FeatureTable.Value {
  /// As a study file writes it.
  var plain: String {
    switch self {
    case .text(let text): text
    case .whole(let number): "\(number)"
    case .decimal(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    case .flag(let flag): flag ? "true" : "false"
    case .missing: ""
    }
  }

  var number: Double? {
    switch self {
    case .whole(let number): Double(number)
    case .decimal(let number): number
    case .text, .flag, .missing: nil
    }
  }
}
