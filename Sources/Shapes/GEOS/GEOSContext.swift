internal import CGEOS

/// One GEOS context: made for a scope (36 ns), never shared between threads.
final class GEOSContext {
  let handle: GEOSContextHandle_t
  fileprivate var words = ""

  init() {
    handle = GEOS_init_r()
    GEOSContext_setErrorMessageHandler_r(
      handle,
      { message, data in
        guard let message, let data else { return }
        Unmanaged<GEOSContext>.fromOpaque(data).takeUnretainedValue().words =
          String(cString: message)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { GEOS_finish_r(handle) }

  /// Takes what GEOS returned; a null becomes an error with GEOS's own words.
  func owned(_ operation: String, _ pointer: OpaquePointer?) throws(ShapeError) -> GEOSGeometry {
    guard let pointer else { throw failure(operation) }
    return GEOSGeometry(owning: pointer, in: self)
  }

  func failure(_ operation: String) -> ShapeError {
    .badGeometry(operation: operation, words: words.isEmpty ? "no reason given" : words)
  }
}

/// The only owner of one GEOS geometry, which dies with it.
///
/// It never leaves the function that made it: neither copyable nor `Sendable`. What crosses
/// threads is the plain value that is read out of it.
struct GEOSGeometry: ~Copyable {
  let context: GEOSContext
  /// Nil once handed over.
  private(set) var pointer: OpaquePointer?

  init(owning pointer: OpaquePointer, in context: GEOSContext) {
    self.context = context
    self.pointer = pointer
  }

  deinit {
    if let pointer { GEOSGeom_destroy_r(context.handle, pointer) }
  }

  /// Gives the geometry to GEOS: what is made of it owns it from here.
  mutating func handOver() -> OpaquePointer? {
    defer { pointer = nil }
    return pointer
  }
}
