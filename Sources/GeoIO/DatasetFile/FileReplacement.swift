import Glibc

/// Files that are replaced as a whole: readers see the old bytes or the new ones.
enum FileReplacement {
  /// Writes `bytes` aside and renames them to `path`.
  ///
  /// Of several processes that write to one path at once, one does and the others leave it at
  /// that. A process that dies leaves a `.part` behind, which the next one of that path takes over.
  /// `isLasting` waits for the disk first.
  ///
  /// - Returns: Whether this process has written the file.
  static func write(_ bytes: [UInt8], to path: String, isLasting: Bool) -> Bool {
    let part = path + ".part"
    let descriptor = open(part, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return false }
    // Another process may have renamed it between our opening and locking.
    var (opened, named) = (stat(), stat())
    guard fstat(descriptor, &opened) == 0, stat(part, &named) == 0,
      opened.st_ino == named.st_ino, opened.st_dev == named.st_dev,
      // Of a name that others can foresee: what else they lay there is not to be emptied.
      opened.st_mode & S_IFMT == S_IFREG, opened.st_nlink == 1
    else { return false }
    let isWritten =
      ftruncate(descriptor, 0) == 0 && write(bytes, to: descriptor)
      && (!isLasting || fsync(descriptor) == 0) && rename(part, path) == 0
    if !isWritten { unlink(part) }
    return isWritten
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { all in
      var rest = all[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }
}
