/// A name reduced to what plans agree on: simplified characters, lower case, without spaces,
/// quotation marks, dashes and apostrophes.
struct NameKey {
  private let simplified: [Character: Character]

  init(simplified: [Character: Character]) { self.simplified = simplified }

  func callAsFunction(_ name: String) -> String {
    var key = ""
    for character in NameList.halfWidth(name) {
      if Self.dropped.contains(character) || character.isWhitespace { continue }
      key.append(simplified[character] ?? character)
    }
    return key.lowercased()
  }

  private static let dropped: Set<Character> = [
    "“", "”", "\"", "'", "’", "‘", "「", "」", "《", "》", "-", "‐", "–", "—", "―", "－", "·", "、",
    "・", ".", "（", "）", "(", ")",
  ]
}

/// Chinese names of units without their level and peoples: 芷江侗族自治县 → 芷江.
enum BareName {
  /// What GB/T 2260 names end in, longest first.
  private static let levels = [
    "壮族自治区", "自治区", "自治州", "自治县", "林区", "特区", "地区", "省", "市", "州", "县", "区", "旗",
  ]

  /// The peoples that autonomous units of the dataset's provinces are named after, and their
  /// neighbours: 民族区域自治 names list them after the place.
  private static let peoples = [
    "土家族", "苗族", "侗族", "瑶族", "壮族", "畲族", "布依族", "仡佬族", "水族", "回族", "彝族", "毛南族",
    "仫佬族", "白族", "满族", "蒙古族", "黎族", "傣族", "羌族", "藏族", "各族",
  ]

  /// Nil where nothing comes off, or too little is left to be a name (南县, 道县).
  static func of(_ name: String) -> String? {
    guard let level = levels.first(where: { name.hasSuffix($0) }) else { return nil }
    var bare = String(name.dropLast(level.count))
    while let people = peoples.first(where: { bare.hasSuffix($0) }) {
      bare = String(bare.dropLast(people.count))
    }
    return bare.count >= 2 ? bare : nil
  }

  /// The short forms that plans use: the bare name, and for autonomous units the bare name with
  /// the plain level, 新晃侗族自治县 → 新晃, 新晃县.
  static func shortForms(of name: String) -> [String] {
    guard let bare = of(name) else { return [] }
    for level in ["自治县", "自治州", "自治区"] where name.hasSuffix(level) {
      return [bare, bare + level.suffix(1)]
    }
    return [bare]
  }
}

/// English names of units without their level: "Zhijiang Dong Autonomous County" → "zhijiang".
enum BareEnglishName {
  /// Full name, first word, and for counties the local spelling with "xian".
  static func keys(of name: String, isCounty: Bool) -> [String] {
    func letters(_ text: some StringProtocol) -> String {
      String(text.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) })
    }
    let full = letters(name)
    let first = letters(name.split(separator: " ").first ?? "")
    guard !first.isEmpty, first != full else { return [full] }
    return isCounty ? [full, first, first + "xian"] : [full, first, first + "shi"]
  }
}
