extension JSONText: Decodable {
  /// Any JSON; numbers without a fraction are ``whole(_:)``, and keys come in alphabetical order.
  public init(from decoder: any Decoder) throws {
    if let members = try? decoder.container(keyedBy: Key.self) {
      self = .object(
        try members.allKeys.sorted { $0.stringValue < $1.stringValue }
          .map { (key: $0.stringValue, value: try members.decode(JSONText.self, forKey: $0)) })
      return
    }
    if var items = try? decoder.unkeyedContainer() {
      var values: [JSONText] = []
      while !items.isAtEnd { values.append(try items.decode(JSONText.self)) }
      self = .array(values)
      return
    }
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Int.self) {
      self = .whole(number)
    } else if let number = try? value.decode(Double.self) {
      self = .exact(number)
    } else {
      self = .string(try value.decode(String.self))
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
