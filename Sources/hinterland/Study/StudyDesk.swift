import ArgumentParser
import GeoIO
import Reports
import Studies

/// Where a study's questions are answered: on worlds that are open already, and without a word.
///
/// A command that runs at a desk reads its options as ever; its answer goes to the desk instead of
/// to files and standard output.
final class StudyDesk: @unchecked Sendable {
  // One thread makes a desk, runs one command at it, and takes the answer: nothing is shared.
  let shelf: WorkspaceShelf
  let study: Study
  let language: Language
  private(set) var run: (any QuestionRun)?

  @TaskLocal static var current: StudyDesk?

  init(shelf: WorkspaceShelf, study: Study, language: Language) {
    self.shelf = shelf
    self.study = study
    self.language = language
  }

  /// Answers one question of the study.
  ///
  /// - Throws: ``UsageError`` where the command line would refuse the options, else what the
  ///   question throws.
  static func answer(
    _ question: Study.Question, of study: Study, on shelf: WorkspaceShelf, language: Language
  ) throws -> any QuestionRun {
    let desk = StudyDesk(shelf: shelf, study: study, language: language)
    var command: any ParsableCommand
    do {
      command = try HinterlandCommand.parseAsRoot(question.arguments)
    } catch {
      let words = HinterlandCommand.message(for: error).split(separator: "\n").first ?? ""
      throw UsageError(String(words))
    }
    try $current.withValue(desk) { try command.run() }
    guard let run = desk.run else {
      throw UsageError("This form of the question has no answer to keep; leave out --dry-run.")
    }
    return run
  }

  /// Takes one answer, worked out on the study's dataset.
  func take(
    _ options: Workspace.Options,
    _ ask: (Workspace, Language, (String) -> Void) throws -> any QuestionRun
  ) throws {
    var options = options
    options.data = study.dataset
    options.corrections = study.corrections
    run = try ask(try shelf.workspace(options), language) { _ in }
  }
}
