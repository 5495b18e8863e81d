import Analysis
import Geometry

/// How a page words figures and choices, in its language.
struct PageWords {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  func mode(_ mode: TravelMode) -> String { typeset(mode.words(language)) }

  func reading(_ reading: CentreReading) -> String {
    switch reading {
    case .core: language("建成区核心", "built-up core")
    case .seat: language("政府驻地", "seat of government")
    case .districts: language("各市辖区驻地", "seats of all urban districts")
    }
  }

  func minutes(_ minutes: Double) -> String {
    let number = Figures.short(minutes, places: 2)
    return language("\(number) 分钟", "\(number) min")
  }

  /// Square kilometres, whole.
  func area(_ area: Double) -> String {
    Figures.grouped((area).fixed(0))
  }

  /// 万人 in Chinese, thousands in English, one decimal; the unit stands in the column's head.
  func people(_ people: Int?) -> String {
    guard let people else { return "–" }
    return Figures.grouped((Double(people) / peopleDivisor).fixed(1))
  }

  func share(_ share: Double) -> String {
    (share * 100).fixed(1) + "%"
  }

  /// A difference with its sign, in hundredths of a per cent.
  func signedShare(_ share: Double) -> String {
    let text = (share * 100).fixed(2) + "%"
    if text.hasPrefix("-") { return "−" + text.dropFirst() }
    return text == "0.00%" ? text : "+" + text
  }

  var peopleDivisor: Double { language == .chinese ? 10_000 : 1_000 }
  var peopleUnit: String { language("万人", "thousand") }
  var areaUnit: String { "km²" }

  /// People with their unit, within a sentence.
  func peopleWithUnit(_ people: Int) -> String {
    language(
      "\(Figures.short(Double(people) / peopleDivisor, places: 1)) 万人",
      "\(Figures.grouped("\(people)")) people")
  }

  func roadClass(_ name: String) -> String {
    switch name {
    case "expressway": language("高速公路", "expressways")
    case "trunk": language("国道", "national roads")
    case "provincial": language("省道", "provincial roads")
    case "county": language("县道", "county roads")
    case "village": language("乡村道路", "village roads")
    case "main": language("干线公路（国省道混合）", "main roads (national and provincial mixed)")
    default: name
    }
  }

  /// Text that was not written for print, with the punctuation of its language.
  func typeset(_ text: String) -> String {
    language == .chinese ? text.withFullWidthPunctuation : text
  }
}
