public import Shapes

/// Known travel times held against what a dataset gives for the same places.
public struct TimeCheck: Hashable, Sendable {
  /// One known time.
  public struct Row: Hashable, Sendable {
    public var from: String
    public var to: String
    /// Minutes as known.
    public var known: Double
    /// Minutes by the dataset; nil where there is no way.
    public var computed: Double?

    public init(from: String, to: String, known: Double, computed: Double?) {
      self.from = from
      self.to = to
      self.known = known
      self.computed = computed
    }

    /// Minutes computed beyond those known: negative is too fast.
    public var error: Double? { computed.map { $0 - known } }

    /// The error as a share of what is known.
    public var relativeError: Double? { error.map { $0 / known } }
  }

  /// A row that was not compared, and why.
  public struct LeftOut: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable {
      /// A place bears no name of the dataset, or lies outside.
      case unknownPlace
      /// Both are the same place to the dataset.
      case samePlace
      /// Another mode, or a bound instead of a time.
      case otherKind
    }

    public var from: String
    public var to: String
    public var reason: Reason

    public init(from: String, to: String, reason: Reason) {
      self.from = from
      self.to = to
      self.reason = reason
    }
  }

  /// In the order of the table.
  public var rows: [Row]
  public var leftOut: [LeftOut]

  /// - Precondition: known times are over 0.
  public init(rows: [Row], leftOut: [LeftOut] = []) {
    precondition(rows.allSatisfy { $0.known > 0 })
    self.rows = rows
    self.leftOut = leftOut
  }

  /// Rows that have a time, the furthest off as a share first; ties in the order of the table.
  public var worst: [Row] {
    rows.enumerated().filter { $0.element.computed != nil }
      .sorted { left, right in
        let (a, b) = (abs(left.element.relativeError ?? 0), abs(right.element.relativeError ?? 0))
        return a == b ? left.offset < right.offset : a > b
      }.map(\.element)
  }

  public var unreached: [Row] { rows.filter { $0.computed == nil } }

  /// Figures over all rows that have a time; nil where there is none.
  public struct Summary: Hashable, Sendable {
    public var count: Int
    /// Mean and median of the errors with their signs, in minutes: the bias.
    public var meanError: Double
    public var medianError: Double
    /// Median of the errors as shares, with their signs and without.
    public var medianRelativeError: Double
    public var medianAbsoluteRelativeError: Double
    /// Mean of the errors without their signs, and root of the mean of their squares, in minutes.
    public var meanAbsoluteError: Double
    public var rootMeanSquareError: Double
    /// Shares of rows that are off by at most 15 % and at most 30 %.
    public var within15Percent: Double
    public var within30Percent: Double
  }

  public var summary: Summary? {
    let errors = rows.compactMap(\.error)
    let shares = rows.compactMap(\.relativeError)
    guard !errors.isEmpty else { return nil }
    let count = Double(errors.count)
    return Summary(
      count: errors.count, meanError: errors.reduce(0, +) / count, medianError: errors.median,
      medianRelativeError: shares.median,
      medianAbsoluteRelativeError: shares.map(abs).median,
      meanAbsoluteError: errors.reduce(0) { $0 + abs($1) } / count,
      rootMeanSquareError: (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot(),
      within15Percent: Double(shares.count { abs($0) <= 0.15 }) / count,
      within30Percent: Double(shares.count { abs($0) <= 0.30 }) / count)
  }

  /// A row a known time: `from`, `to`, `minutes_known`, `minutes`, `error`, `error_share`, `status`.
  public var table: FeatureTable {
    var table = FeatureTable(
      name: "check_times",
      columns: [
        .init("from", .text), .init("to", .text), .init("minutes_known", .decimal(places: 2)),
        .init("minutes", .decimal(places: 2)), .init("error", .decimal(places: 2)),
        .init("error_share", .decimal(places: 4)), .init("status", .text),
      ])
    for row in rows {
      table.append([
        .text(row.from), .text(row.to), .decimal(row.known), .decimal(row.computed),
        .decimal(row.error), .decimal(row.relativeError),
        .text(row.computed == nil ? "unreached" : "compared"),
      ])
    }
    for row in leftOut {
      table.append([
        .text(row.from), .text(row.to), .missing, .missing, .missing, .missing,
        .text(row.reason.rawValue),
      ])
    }
    return table
  }
}

extension [Double] {
  /// The middle one, or the mean of the middle two; 0 for none.
  fileprivate var median: Double {
    let sorted = sorted()
    guard !isEmpty else { return 0 }
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
