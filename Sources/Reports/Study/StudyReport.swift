public import Analysis
public import Geometry
import Shapes

/// What a study came to: its sentence, its targets, its questions, what to doubt.
public struct StudyReport: Sendable {
  /// A target under one reading.
  public struct Target: Sendable {
    public var id: String
    public var words: PlaceName
    public var quote: String
    /// `001:122`.
    public var place: String
    public var reading: ReachTarget.Reading?
    public var bound: TargetBound
    public var value: Double?
    public var binding: PlaceName?
    public var bindingMinutes: Double?
    public var isMust: Bool
    /// Nil where it is met, or no scenarios were tried.
    public var remedy: TargetRemedy?

    public init(
      id: String, words: PlaceName, quote: String, place: String, reading: ReachTarget.Reading?,
      bound: TargetBound, value: Double?, binding: PlaceName?, bindingMinutes: Double?,
      isMust: Bool, remedy: TargetRemedy? = nil
    ) {
      self.id = id
      self.words = words
      self.quote = quote
      self.place = place
      self.reading = reading
      self.bound = bound
      self.value = value
      self.binding = binding
      self.bindingMinutes = bindingMinutes
      self.isMust = isMust
      self.remedy = remedy
    }

    var isMet: Bool { value.map { bound.isMet(by: $0) } ?? false }
  }

  public struct Question: Sendable {
    public var name: String
    /// As the command line takes it.
    public var command: String
    /// In one sentence.
    public var answer: String
    public var files: [String]

    public init(name: String, command: String, answer: String, files: [String]) {
      self.name = name
      self.command = command
      self.answer = answer
      self.files = files
    }
  }

  /// What was not computed, and why, in a sentence.
  public struct Failure: Hashable, Sendable {
    /// Of a question or target.
    public var name: String
    public var words: String

    public init(name: String, words: String) {
      self.name = name
      self.words = words
    }
  }

  /// A part that waits for data.
  public struct Wait: Sendable {
    public var words: PlaceName
    public var column: String
    public var format: PlaceName

    public init(words: PlaceName, column: String, format: PlaceName) {
      self.words = words
      self.column = column
      self.format = format
    }
  }

  public let title: PlaceName
  public let quote: String
  public let place: String
  public let doubt: PlaceName
  public let targets: [Target]
  public let questions: [Question]
  /// Questions that the study asks.
  public let asked: Int
  /// Questions, and targets, that could not be worked out.
  public let failures: [Failure]
  public let targetFailures: [Failure]
  public let contradictions: [(words: PlaceName, at: String)]
  public let waits: [Wait]
  public let ground: ResultPage.Ground

  public init(
    title: PlaceName, quote: String, place: String, doubt: PlaceName, targets: [Target],
    questions: [Question], asked: Int, failures: [Failure],
    targetFailures: [Failure], contradictions: [(words: PlaceName, at: String)], waits: [Wait],
    ground: ResultPage.Ground
  ) {
    self.title = title
    self.quote = quote
    self.place = place
    self.doubt = doubt
    self.targets = targets
    self.questions = questions
    self.asked = asked
    self.failures = failures
    self.targetFailures = targetFailures
    self.contradictions = contradictions
    self.waits = waits
    self.ground = ground
  }

  var language: Language { ground.language }

  /// Whether scenarios were tried for targets that are missed.
  var hasRemedies: Bool { targets.contains { $0.remedy != nil } }

  /// Whether its sentence is answered: a target has a figure.
  var isAnswered: Bool { targets.contains { $0.value != nil } }

  /// Distinct targets that have a figure, that every reading meets, and that some reading meets.
  var counts: (all: Int, answered: Int, met: Int, partly: Int) {
    let ids = Set(targets.map(\.id))
    let met = ids.count { id in targets.allSatisfy { $0.id != id || $0.isMet } }
    let some = ids.count { id in targets.contains { $0.id == id && $0.isMet } }
    return (
      ids.count + targetFailures.count,
      ids.count { id in targets.contains { $0.id == id && $0.value != nil } }, met,
      some - met
    )
  }

  /// The answer to the sentence, from its first target; the first question's where it has none.
  var answer: String {
    guard let first = targets.first else { return questions.first?.answer ?? "" }
    let readings = targets.filter { $0.id == first.id }
    let told = readings.map { target -> String in
      let reading = target.reading.map { language($0.words) + language("：", ": ") } ?? ""
      return reading + figure(target)
    }.joined(separator: language("；", "; "))
    let met = readings.count(where: \.isMet)
    let verdict =
      readings.count == 1
      ? (met == 1 ? language("达到", "met") : language("未达到", "missed"))
      : language(
        "\(readings.count)种读法中\(met)种达到", "met under \(met) of \(readings.count) readings")
    return language(first.words) + language("（要求", " (asked: ") + first.bound.words
      + language("）——", ") – ") + told + language("。", ". ") + verdict + language("。", ".")
  }

  func figure(_ target: Target) -> String {
    guard let value = target.value else { return "–" }
    let places = max(target.bound.decimals, target.bound.unit.isEmpty ? 2 : 1)
    let unit = target.bound.unit
    return Figures.short(value, places: places)
      + (unit.isEmpty ? "" : unit == "%" ? "%" : " " + unit)
  }

  func margin(_ target: Target) -> String {
    guard let value = target.value else { return "–" }
    let margin = target.bound.margin(of: value)
    let text = Figures.short(abs(margin), places: 2)
    if text == "0", margin != 0 { return margin < 0 ? "> −0.01" : "< 0.01" }
    return (text == "0" ? "" : margin < 0 ? "−" : "+") + text
  }

  func binding(_ target: Target) -> String {
    guard let binding = target.binding else { return "–" }
    guard let minutes = target.bindingMinutes else { return language(binding) }
    return language(binding) + " " + Figures.short(minutes, places: 1)
      + language(" 分钟", " min")
  }

  func verdict(_ target: Target) -> String {
    guard target.value != nil else { return language("无值", "no value") }
    return target.isMet ? language("达到", "met") : language("未达到", "missed")
  }
}

extension ReachTarget.Reading {
  /// The reading in a planner's words.
  var words: PlaceName {
    switch self {
    case .core: PlaceName(chinese: "从主城区起", english: "from the cores")
    case .seat: PlaceName(chinese: "从驻地起", english: "from the seats")
    case .districts: PlaceName(chinese: "从各区驻地起", english: "from every district's seat")
    case .members: PlaceName(chinese: "成员两两之间", english: "between members")
    }
  }
}
