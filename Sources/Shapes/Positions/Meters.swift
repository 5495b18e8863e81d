/// A length on the ground.
public struct Meters: Hashable, Comparable, Sendable {
  public var value: Double

  @inlinable
  public init(_ value: Double) { self.value = value }

  @inlinable
  public static func kilometers(_ value: Double) -> Meters { Meters(value * 1000) }

  @inlinable
  public var kilometers: Double { value / 1000 }

  @inlinable
  public static func < (left: Meters, right: Meters) -> Bool { left.value < right.value }
}
