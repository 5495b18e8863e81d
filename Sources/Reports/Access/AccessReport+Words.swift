import Analysis
import Shapes

extension AccessReport {
  /// A column's title.
  func title(_ variable: AccessVariable) -> String {
    let mass = massName(answer.question.mass)
    func short(_ value: Double) -> String { Figures.short(value, places: 2) }
    return switch variable {
    case .averageTime: language("加权平均时间", "average time")
    case .potential: language("潜能", "potential")
    case .selfShare: language("潜能中自身占比", "own share of potential")
    case .within(let minutes):
      language("\(short(minutes))分钟可达\(mass)", "\(mass) within \(short(minutes)) min")
    case .near(let kilometers):
      language("\(short(kilometers))公里内\(mass)", "\(mass) within \(short(kilometers)) km")
    case .performance(let minutes, let kilometers):
      language(
        "交通绩效\(short(minutes))分/\(short(kilometers))公里",
        "performance \(short(minutes)) min/\(short(kilometers)) km")
    case .linkage: language("联系强度", "linkage")
    case .strongestLink: language("最强联系", "strongest link")
    case .strongestShare: language("隶属度", "its share")
    case .decay: language("衰减可达性", "decayed access")
    case .prefectureMinutes: language("到所属地市", "to own prefecture")
    case .capitalMinutes: language("到本省省会", "to own capital")
    case .otherCapitalMinutes: language("到最近外省省会", "to another capital")
    case .targetsMet: language("1-2-3达成数", "of 1-2-3 met")
    }
  }

  /// The unit behind a title: 万人, minutes, nothing for ratios.
  func unit(_ variable: AccessVariable) -> String {
    switch variable {
    case .averageTime, .prefectureMinutes, .capitalMinutes, .otherCapitalMinutes:
      language("分钟", "min")
    case .within, .near, .decay: countUnit
    case .potential:
      isCountOfPeople ? language("万人/分钟", "thousand/min") : language("每分钟", "per min")
    case .linkage: isCountOfPeople ? language("万人²/分钟²", "thousand²/min²") : ""
    default: ""
    }
  }

  /// What a value is divided by to be told in its ``unit(_:)``.
  func scale(_ variable: AccessVariable) -> Double {
    guard isCountOfPeople else { return 1 }
    switch variable {
    case .within, .near, .decay, .potential: return language.countScale
    case .linkage: return language.countScale * language.countScale
    default: return 1
    }
  }

  private var countUnit: String {
    isCountOfPeople ? language("万人", "thousand") : ""
  }

  private var isCountOfPeople: Bool {
    switch answer.question.mass {
    case .people, .urban: true
    case .table: false
    }
  }

  /// A value as a reader takes it in; full digits are for files.
  func figure(_ number: Double?, _ variable: AccessVariable) -> String {
    guard let number else { return "–" }
    let scaled = number / scale(variable)
    switch variable {
    case .averageTime, .prefectureMinutes, .capitalMinutes, .otherCapitalMinutes:
      return Figures.short(number, places: 1)
    case .within, .near, .decay: return Figures.grouped(scaled.fixed(1))
    case .potential: return Figures.grouped(scaled.fixed(isCountOfPeople ? 2 : 1))
    case .selfShare, .strongestShare: return (number * 100).fixed(1) + "%"
    case .performance: return number.fixed(2)
    case .linkage: return isCountOfPeople ? Figures.grouped(scaled.fixed(1)) : scientific(number)
    case .targetsMet: return number.fixed(0)
    case .strongestLink: return ""
    }
  }

  /// 1.23e9: strengths of links between masses of one's own may have many digits.
  private func scientific(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    var (mantissa, exponent) = (value, 0)
    while abs(mantissa) >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while abs(mantissa) < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    return "\(mantissa.fixed(2))e\(exponent)"
  }
}

extension Language {
  /// People are told in 万 or in thousands.
  var countScale: Double { self == .chinese ? 10_000 : 1_000 }
}
