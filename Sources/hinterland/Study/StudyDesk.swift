import ArgumentParser
import GeoIO
import Reports
import Studies

/// Where questions are answered for another command: on worlds that are open already, and without
/// a word.
///
/// A command that runs at a desk reads its options as ever; its answer goes to the desk instead of
/// to files and standard output.
final class StudyDesk: @unchecked Sendable {
  // One thread makes a desk, runs commands at it one after the other, and takes the answers: nothing
  // is shared.
  private let shelf: WorkspaceShelf
  private let dataset: String?
  private let corrections: String?
  private let language: Language
  private var run: (any QuestionRun)?

  @TaskLocal static var current: StudyDesk?

  /// Questions are asked of this dataset with these corrections, whatever a user's own are.
  init(shelf: WorkspaceShelf, dataset: String?, corrections: String?, language: Language) {
    self.shelf = shelf
    self.dataset = dataset
    self.corrections = corrections
    self.language = language
  }

  /// Answers one question, given as the command line takes it.
  ///
  /// - Throws: ``UsageError`` where the command line would refuse the options, else what the
  ///   question throws.
  func answer(_ arguments: [String]) throws -> any QuestionRun {
    var command: any ParsableCommand
    do {
      command = try HinterlandCommand.parseAsRoot(arguments)
    } catch {
      let words = HinterlandCommand.message(for: error).split(separator: "\n").first ?? ""
      throw UsageError(String(words))
    }
    run = nil
    try Self.$current.withValue(self) { try command.run() }
    guard let run else {
      throw UsageError("This form of the question has no answer to keep; leave out --dry-run.")
    }
    return run
  }

  /// Takes one answer, worked out on the desk's dataset.
  func take(
    _ options: Workspace.Options,
    _ ask: (Workspace, Language, (String) -> Void) throws -> any QuestionRun
  ) throws {
    var options = options
    options.data = dataset
    options.corrections = corrections
    run = try ask(try shelf.workspace(options), language) { _ in }
  }
}
