import CSweep

/// What a way costs: milliseconds (`UInt32`), or milliseconds and then a length (`UInt64`).
///
/// Costs add up and compare as plain numbers. Unreached is a quarter of the range, so that a sum of
/// two cannot wrap; what is not below it is unreached.
protocol PathCost: FixedWidthInteger, UnsignedInteger, Sendable {
  static var unreached: Self { get }

  /// One downward sweep; `lanes` is 1 or ``Sweep/width``.
  static func sweep(
    _ dispatch: SweepDispatch, lanes: Int, nodes: Int, firstArc: UnsafePointer<UInt32>,
    head: UnsafePointer<UInt32>, cost: UnsafePointer<Self>, touched: UnsafePointer<UInt64>,
    reached: UnsafeMutablePointer<Self>)
}

/// Which instructions a sweep of sixteen uses; all give the same bits.
public enum SweepDispatch: Int32, Hashable, Sendable, CaseIterable {
  case portable = 0
  case avx2 = 1
  case avx512 = 2

  /// The widest this machine runs.
  public static let best = SweepDispatch(rawValue: hinterland_sweep_best()) ?? .portable

  /// Those this machine runs.
  public static var available: [SweepDispatch] { allCases.filter { $0.rawValue <= best.rawValue } }
}

extension UInt32: PathCost {
  static var unreached: UInt32 { TravelTime.unreachable }

  static func sweep(
    _ dispatch: SweepDispatch, lanes: Int, nodes: Int, firstArc: UnsafePointer<UInt32>,
    head: UnsafePointer<UInt32>, cost: UnsafePointer<UInt32>, touched: UnsafePointer<UInt64>,
    reached: UnsafeMutablePointer<UInt32>
  ) {
    if lanes == 1 {
      hinterland_sweep_times_1(UInt32(nodes), firstArc, head, cost, touched, reached)
    } else {
      hinterland_sweep_times_16(
        dispatch.rawValue, UInt32(nodes), firstArc, head, cost, touched, reached)
    }
  }
}

extension UInt64: PathCost {
  static var unreached: UInt64 { 1 << 62 }

  static func sweep(
    _ dispatch: SweepDispatch, lanes: Int, nodes: Int, firstArc: UnsafePointer<UInt32>,
    head: UnsafePointer<UInt32>, cost: UnsafePointer<UInt64>, touched: UnsafePointer<UInt64>,
    reached: UnsafeMutablePointer<UInt64>
  ) {
    if lanes == 1 {
      hinterland_sweep_costs_1(UInt32(nodes), firstArc, head, cost, touched, reached)
    } else {
      hinterland_sweep_costs_16(
        dispatch.rawValue, UInt32(nodes), firstArc, head, cost, touched, reached)
    }
  }
}
