/// A group of units under one name in a plan: 长株潭, 鹤中 or 湘鄂渝黔桂, say.
public struct NamedSystem: Hashable, Sendable {
  public enum Role: String, Hashable, Sendable {
    /// A circle of the system starts here.
    case centre
    case member
    /// One of the provinces of a border area: too large to start from.
    case province
  }

  /// Where the list of members comes from.
  public enum Basis: String, Hashable, Sendable {
    case document
    case abbreviation
    case outside
    /// No document spells the members out.
    case unstated
  }

  public struct Member: Hashable, Sendable {
    public var code: String
    public var role: Role
    public var basis: Basis

    public init(code: String, role: Role, basis: Basis) {
      self.code = code
      self.role = role
      self.basis = basis
    }
  }

  public var id: String
  /// The names plans use, the usual one first.
  public var aliases: [String]
  public var members: [Member]
  /// Document and line that name it, as in `systems.csv`.
  public var source: String

  public init(id: String, aliases: [String], members: [Member], source: String) {
    self.id = id
    self.aliases = aliases
    self.members = members
    self.source = source
  }

  public var name: String { aliases.first ?? id }
  public var centres: [Member] { members.filter { $0.role == .centre } }
  public var isOfProvinces: Bool { members.contains { $0.role == .province } }
}
