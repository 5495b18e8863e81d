internal import CGDAL
import Foundation

/// GDAL, loaded when a file first asks for it: a run without such files neither needs nor waits
/// for it (`Documentation/Decisions/0071`).
///
/// A value stands for the right to call it; its functions are those of GDAL's C interface.
struct GDALLibrary: Sendable {
  let functions: CGDAL

  /// - Throws: ``GeoIOError/noGDAL(words:)`` where no library is found.
  static func loaded() throws(GeoIOError) -> GDALLibrary { try shared.get() }

  private static let shared: Result<GDALLibrary, GeoIOError> = load()

  /// The name that `libgdal-dev` adds, then Debian's of 12 (GDAL 3.6) and whatever came since.
  private static let names = ["libgdal.so"] + (32...45).map { "libgdal.so.\($0)" }

  private static func load() -> Result<GDALLibrary, GeoIOError> {
    var functions = CGDAL()
    let status = names.withCStrings { cgdal_load($0, &functions) }
    switch status {
    case 0:
      functions.GDALAllRegister()
      return .success(GDALLibrary(functions: functions))
    case 1: return .failure(.noGDAL(words: "it was not found"))
    default: return .failure(.noGDAL(words: "the one found is older than 2.3"))
    }
  }

  var version: String {
    functions.GDALVersionInfo("RELEASE_NAME").map { String(cString: $0) } ?? "of no known version"
  }

  /// Runs `body` with what GDAL says collected instead of printed.
  ///
  /// The last words of an error, if any; warnings are left out. The clock that GDAL writes into
  /// files stands still within.
  func quietly<Value>(_ body: () throws(GeoIOError) -> Value) throws(GeoIOError)
    -> (value: Value, words: String?)
  {
    let heard = Heard()
    functions.CPLPushErrorHandlerEx(
      { severity, _, words in
        // 3 is CE_Failure; the handler finds its place again through GDAL.
        guard severity >= 3, let words, let place = GDALLibrary.heardPlace() else { return }
        Unmanaged<Heard>.fromOpaque(place).takeUnretainedValue().words = String(cString: words)
      }, Unmanaged.passUnretained(heard).toOpaque())
    functions.CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", Self.date)
    defer {
      functions.CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nil)
      functions.CPLPopErrorHandler()
    }
    let value = try body()
    return (value, heard.words)
  }

  /// What GDAL takes for now: the same question gives the same bytes.
  private static let date = "2000-01-01T00:00:00.000Z"

  private final class Heard {
    var words: String?
  }

  private static func heardPlace() -> UnsafeMutableRawPointer? {
    guard case .success(let library) = shared else { return nil }
    return library.functions.CPLGetErrorHandlerUserData()
  }
}
