public import Analysis
public import Geometry
import Shapes

/// A study: sentences of a plan as targets, and the questions that answer them.
///
/// `Documentation/Studies.md` says how its file is written.
public struct Study: Hashable, Sendable {
  /// Path of its file.
  public var path: String
  /// The name of its folder: what its answers are called.
  public var name: String
  public var title: PlaceName
  public var sentence: Source
  /// Its main doubt.
  public var doubt: PlaceName
  /// What the documents say against themselves.
  public var contradictions: [Contradiction]
  /// Folder or file of its dataset; nil takes the embedded one.
  public var dataset: String?
  /// A scenario file that mends the baseline; nil has none.
  public var corrections: String?
  /// Scenario files of which the fewest are sought that would meet a missed target.
  public var scenarios: [String]
  public var questions: [Question]
  public var targets: [Target]
  public var waits: [Wait]

  /// Words of a plan, and where they stand.
  public struct Source: Hashable, Sendable {
    /// The phrase that bears the number, as the plan writes it.
    public var quote: String
    public var document: String
    public var line: Int

    /// `001:122`.
    public var place: String { "\(document):\(line)" }
  }

  public struct Contradiction: Hashable, Sendable {
    public var words: PlaceName
    /// `001:19`, or several.
    public var at: String
  }

  /// One question of the command line.
  public struct Question: Hashable, Sendable {
    /// What its files are called.
    public var name: String
    /// The command and its options as the command line takes them.
    public var arguments: [String]
    /// Endings of the files to write, as `.html`.
    public var outputs: [String]
    /// Where it stands: `study.yaml:12:5`.
    public var at: String
  }

  /// A part that the embedded data cannot answer.
  public struct Wait: Hashable, Sendable {
    public var words: PlaceName
    /// `facilities.csv: kind=clinic`: the table and the column or kind that it lacks.
    public var column: String
    /// In which format to bring it.
    public var format: PlaceName
  }

  /// A sentence that is met or missed.
  public struct Target: Hashable, Sendable {
    /// What it is called: a name of its own.
    public var id: String
    public var words: PlaceName
    public var source: Source
    public var bound: TargetBound
    /// Whether missing it decides the exit code.
    public var isMust: Bool
    public var basis: Basis
    public var at: String
  }

  /// What a target's value comes from.
  public enum Basis: Hashable, Sendable {
    /// Ground or seats within some minutes.
    case reach(Reach)
    /// The plan's own table.
    case table(Table)
    /// A column of a table of a question of this study.
    case figure(Figure)
  }

  public struct Reach: Hashable, Sendable {
    public var measure: ReachTarget.Measure
    /// Names of what is to lie within, and of what it is to be near; no centre holds each county
    /// against its own.
    public var of: String
    public var from: [String]
    public var minutes: Double
    public var mode: TravelMode
    public var readings: [ReachTarget.Reading]
  }

  public struct Table: Hashable, Sendable {
    public enum Measure: String, Hashable, Sendable, CaseIterable {
      case count
      case primacy
      case sum
      case rise
      case growth
      case slope
      case least
      case most
    }

    public var measure: Measure
    /// Path of a table with a row a name.
    public var path: String
    public var column: String
    /// Column and value that rows have; empty takes all.
    public var rows: [String: String]
    /// `primacy`: how many cities; `rise` and `growth`: over how many years.
    public var over: Double
    /// `count`: from the one, to below the other.
    public var lower: Double
    public var upper: Double
  }

  public struct Figure: Hashable, Sendable {
    public enum Take: String, Hashable, Sendable, CaseIterable {
      case count
      case sum
      case least
      case most
    }

    public var question: String
    public var table: String
    /// Nil only counts rows.
    public var column: String?
    public var rows: [String: String]
    public var take: Take
  }
}
