import Analysis
import ArgumentParser
import Foundation
import GeoIO
import Geometry
import Reports
import Shapes
import Studies

/// Exit codes: 0 done, 64 wrong command line, 65 bad data, 66 missing file, 1 anything else.
enum ExitCodes {
  /// Runs `body`; an error becomes one sentence on standard error and its exit code.
  ///
  /// At a study's desk the error goes on: the study tells of it.
  static func exiting(_ body: () throws -> Void) throws {
    guard StudyDesk.current == nil else { return try body() }
    do {
      try body()
    } catch let exit as ExitCode {
      throw exit
    } catch {
      StandardStreams.write("hinterland: \("\(error)".printable)\n", to: .standardError)
      throw ExitCode(code(of: error))
    }
  }

  private static func code(of error: any Error) -> Int32 {
    switch error {
    case is UsageError, is NoSheetError: 64
    case let error as GeoIOError:
      switch error {
      case .fileNotFound, .notReadable, .noDataset, .cannotWrite, .folderInTheWay, .noGDAL,
        .noSheetTool:
        66
      case .unknownEnding, .isAnInput, .notAReferenceSystem, .unknownReferenceSystem: 64
      default: 65
      }
    case is LeafletError: 66
    case is NameError, is CentreError, is ShapeError, is ProfileError, is ScenarioError,
      is YAMLFault, is ScenarioSetError, is RankingError, is LinkCostError, is BorderError,
      is CorridorError, is AccessError, is ModeError, is TargetError, is UnansweredStudy,
      is TimeCheckError:
      65
    default: 1
    }
  }
}
