import Analysis
import Shapes

extension StudyFile {
  /// A study to start from: it runs as it is.
  public static let template = """
    # A study: a sentence of a plan, and what answers it. Documentation/Studies.md explains each key.
    version: 1
    title: {zh: 长沙一小时圈, en: An hour around Changsha}

    # The phrase that bears the number, and where it stands.
    sentence: {quote: 一小时, document: my-plan, line: 1}

    # The main thing to doubt about the answer.
    doubt: {zh: 时间按自由流计算, en: Minutes are at free flow}

    # Optional: dataset (a folder or file), corrections (a scenario file).

    # A command with its options, in the words of the command line; files are seen from this folder.
    questions:
      - name: circle
        circle: [长沙]
        within: 30,60
        zone: 长沙市
        outputs: [.html, .csv, .geojson]

    # reach: people, area, seats (per cent), units (how many) or minutes (the farthest seat).
    # Each reading of "from" is answered: core, seat, districts, members.
    targets:
      - id: changsha-people
        zh: 长沙市人口在长沙60分钟内
        en: People of Changsha within 60 minutes of it
        quote: 一小时
        document: my-plan
        line: 1
        reach: {measure: people, of: 长沙市, within: 60, from: 长沙, readings: [core, seat]}
        compare: ">= 80 %"
        # must: true   # missing it under every reading gives exit code 1

    """

  /// The JSON Schema (draft 2020-12) of a study file.
  public static var schema: String {
    func strings(_ values: [String]) -> JSONText {
      .object([(key: "enum", value: .array(values.map { .string($0) }))])
    }
    func type(_ name: String) -> JSONText { .object([(key: "type", value: .string(name))]) }
    func object(
      _ members: [(key: String, value: JSONText)], required: [String], open: Bool = false
    ) -> JSONText {
      .object([
        (key: "type", value: .string("object")), (key: "properties", value: .object(members)),
        (key: "required", value: .array(required.map { .string($0) })),
        (key: "additionalProperties", value: .flag(open)),
      ])
    }
    func list(_ items: JSONText) -> JSONText {
      .object([(key: "type", value: .string("array")), (key: "items", value: items)])
    }
    let word = type("string")
    let texts = JSONText.object([
      (key: "type", value: .array([.string("string"), .string("number"), .string("array")]))
    ])
    let words = object([("zh", word), ("en", word)], required: ["zh", "en"])
    let place: [(key: String, value: JSONText)] = [
      ("quote", word), ("document", texts), ("line", type("integer")),
    ]
    let reach = object(
      [
        ("measure", strings(ReachTarget.Measure.allCases.map(\.rawValue))), ("of", texts),
        ("within", type("number")), ("from", texts),
        ("mode", strings(TravelMode.allCases.map(\.rawValue))),
        ("readings", list(strings(ReachTarget.Reading.allCases.map(\.rawValue)))),
      ], required: ["measure", "of", "within", "from"])
    let table = object(
      [
        ("measure", strings(Study.Table.Measure.allCases.map(\.rawValue))), ("file", word),
        ("column", word), ("rows", type("object")), ("over", type("number")),
        ("at_least", type("number")), ("below", type("number")),
      ], required: ["measure", "file", "column"])
    let figure = object(
      [
        ("question", word), ("table", word), ("column", word), ("rows", type("object")),
        ("take", strings(Study.Figure.Take.allCases.map(\.rawValue))),
      ], required: ["question", "table"])
    let target = object(
      [("id", word), ("zh", word), ("en", word)] + place + [
        ("compare", word), ("must", type("boolean")), ("reach", reach), ("table", table),
        ("figure", figure),
      ], required: ["id", "zh", "en", "quote", "document", "line", "compare"])
    let question = object(
      [("name", word), ("outputs", list(strings(endings)))] + commands.map { ($0, texts) },
      required: [], open: true)
    let root = object(
      [
        ("version", strings(["\(version)"])), ("title", words),
        ("sentence", object(place, required: ["quote", "document", "line"])), ("doubt", words),
        (
          "contradictions",
          list(object([("zh", word), ("en", word), ("at", word)], required: ["zh", "en", "at"]))
        ), ("dataset", word), ("corrections", word), ("questions", list(question)),
        ("targets", list(target)),
        (
          "waits_for",
          list(
            object(
              [("zh", word), ("en", word), ("column", word), ("format", words)],
              required: ["zh", "en", "column", "format"]))
        ),
      ], required: ["version", "title", "sentence", "doubt"])
    guard case .object(var members) = root else { return "" }
    members.insert(
      (key: "$schema", value: .string("https://json-schema.org/draft/2020-12/schema")), at: 0)
    return JSONText.object(
      members.map { member in
        guard member.key == "properties", case .object(var keys) = member.value,
          let index = keys.firstIndex(where: { $0.key == "version" })
        else { return member }
        keys[index].value = .object([(key: "const", value: .whole(version))])
        return (key: member.key, value: .object(keys))
      }
    ).text + "\n"
  }
}
