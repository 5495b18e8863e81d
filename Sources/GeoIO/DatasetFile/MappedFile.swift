import Foundation
import Glibc

/// A file's bytes where the system's page cache holds them: read-only, and shared by every process
/// that maps the same file.
///
/// `@unchecked Sendable`: the address and length never change until `deinit`, and nobody writes
/// through them. Whoever replaces the file does so by renaming, which leaves these bytes alone.
final class MappedFile: @unchecked Sendable {
  let path: String
  /// Nanoseconds since 1970 at which the file was last written.
  let modified: Int64
  let bytes: UnsafeRawBufferPointer

  /// - Throws: ``GeoIOError/fileNotFound(path:)``, ``GeoIOError/notReadable(path:words:)``.
  /// - Complexity: O(1): no byte is read.
  init(path: String) throws(GeoIOError) {
    self.path = path
    // A pipe must not keep us waiting for its other end.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT
        ? .fileNotFound(path: path) : .notReadable(path: path, words: "permission or disk")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .notReadable(path: path, words: "no attributes")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .notReadable(path: path, words: "it is no plain file")
    }
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    guard status.st_size > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    let address = mmap(nil, Int(status.st_size), PROT_READ, MAP_SHARED, descriptor, 0)
    guard let address, address != MAP_FAILED else {
      throw .notReadable(path: path, words: "it cannot be mapped")
    }
    bytes = UnsafeRawBufferPointer(start: address, count: Int(status.st_size))
  }

  deinit {
    if let address = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: address), bytes.count)
    }
  }
}
