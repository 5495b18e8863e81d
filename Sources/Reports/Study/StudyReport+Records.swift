public import Shapes

extension StudyReport {
  /// A row a target and reading, for machines.
  public var records: FeatureTable {
    var table = FeatureTable(name: "targets", columns: Self.columns)
    for row in rows { table.append(row) }
    return table
  }

  /// What a row tells of a target.
  static var columns: [FeatureTable.Column] {
    [
      .init("id", .text), .init("name_zh", .text), .init("name_en", .text),
      .init("quote", .text), .init("source", .text), .init("reading", .text),
      .init("asked", .text), .init("value", .decimal(places: 4)),
      .init("margin", .decimal(places: 4)), .init("met", .flag), .init("must", .flag),
      .init("binding", .text), .init("binding_minutes", .decimal(places: 2)),
      .init("fewest_scenarios", .text),
    ]
  }

  var rows: [[FeatureTable.Value]] {
    targets.map { target in
      [
        .text(target.id), .text(target.words.chinese), .text(target.words.english),
        .text(target.quote), .text(target.place), .text(target.reading?.rawValue),
        .text(target.bound.words), .decimal(target.value),
        .decimal(target.value.map { target.bound.margin(of: $0) }), .flag(target.isMet),
        .flag(target.isMust), .text(target.binding?.chinese), .decimal(target.bindingMinutes),
        .text(target.remedy?.record),
      ]
    }
  }

  /// The study for machines: its sentence, how much was computed, and ``records``.
  var members: [(key: String, value: JSONText)] {
    [
      (key: "title", value: .string(title.chinese)),
      (key: "sentence", value: .string(quote)), (key: "source", value: .string(place)),
      (key: "questions_computed", value: .whole(questions.count)),
      (key: "questions", value: .whole(asked)), (key: "targets", value: records.records),
      (
        key: "failures",
        value: .array((failures + targetFailures).map { .string($0.words) })
      ),
    ]
  }

  /// A suite of JUnit's, a case a target and reading.
  ///
  /// A target that must be met fails where no reading meets it; what could not be worked out is an
  /// error.
  func junit(name: String) -> String {
    let met = Set(targets.filter(\.isMet).map(\.id))
    func isFailure(_ target: Target) -> Bool { target.isMust && !met.contains(target.id) }
    func attribute(_ text: String) -> String { "\"\(text.escapedForXML)\"" }
    func item(_ id: String, _ content: String) -> String {
      "    <testcase name=\(attribute(id)) classname=\(attribute(name))>\(content)</testcase>\n"
    }
    let cases = targets.map { target in
      let words = "\(target.bound.words): \(target.value.map { "\($0)" } ?? "no value")"
      return item(
        target.id + (target.reading.map { " \($0.rawValue)" } ?? ""),
        isFailure(target)
          ? "<failure message=\(attribute(words))/>"
          : "<system-out>\(words.escapedForXML)</system-out>")
    }
    let errors = (failures + targetFailures).map {
      item($0.name, "<error message=\(attribute($0.words))/>")
    }
    return "  <testsuite name=\(attribute(name)) tests=\"\(targets.count + errors.count)\" "
      + "failures=\"\(targets.count(where: isFailure))\" errors=\"\(errors.count)\">\n"
      + (cases + errors).joined() + "  </testsuite>\n"
  }
}
