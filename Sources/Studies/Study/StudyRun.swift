import Analysis
import Foundation
public import Reports
import Shapes

/// Opened workspaces, each once: questions of one run are asked of the same world.
public final class WorkspaceShelf {
  private var open: [String: Workspace] = [:]

  public init() {}

  /// The workspace of these options, opened the first time it is asked for.
  public func workspace(_ options: Workspace.Options) throws -> Workspace {
    let key = [
      options.data ?? "", options.profile ?? "", options.cell.map { "\($0)" } ?? "",
      options.scenarios.joined(separator: "\n"), options.compared.joined(separator: "\n"),
      options.corrections ?? "",
    ].joined(separator: "\u{0}")
    if let known = open[key] { return known }
    let workspace = try Workspace(options)
    // Worlds with scenarios are many and large, and each is asked once: only plain ones are kept.
    if options.scenarios.isEmpty, options.compared.isEmpty { open[key] = workspace }
    return workspace
  }
}

/// A study asked and answered.
public struct StudyRun: Sendable {
  public struct Answer: Sendable {
    public var question: Study.Question
    public var run: any QuestionRun
  }

  public let study: Study
  public let workspace: Workspace
  public let language: Language
  /// How many questions were asked.
  public let asked: Int
  public private(set) var answers: [Answer] = []
  public private(set) var failures: [StudyReport.Failure] = []
  public private(set) var values: [TargetValue] = []
  public private(set) var targetFailures: [StudyReport.Failure] = []

  /// What asks one question: the command line reads its options as it reads a user's.
  public typealias Asker = (Study.Question) throws -> any QuestionRun

  /// Asks all questions, or only those that a target needs, then works out all targets.
  ///
  /// A question that fails is told of in ``failures`` and leaves the others alone.
  ///
  /// - Throws: what opening the dataset throws.
  public init(
    _ study: Study, on shelf: WorkspaceShelf, targetsOnly: Bool = false, language: Language,
    saying: (String) -> Void = { _ in }, asking: Asker
  ) throws {
    self.study = study
    self.language = language
    workspace = try shelf.workspace(study.options)
    let questions = study.questions.filter { !targetsOnly || study.needs($0) }
    asked = questions.count
    for question in questions {
      saying("\(study.name) \(question.name)")
      do {
        let run = try asking(question)
        answers.append(Answer(question: question, run: run))
      } catch {
        failures.append(.init(name: question.name, words: "\(question.at): \(error)"))
      }
    }
    let runs = Dictionary(
      answers.map { ($0.question.name, $0.run) }, uniquingKeysWith: { first, _ in first })
    let survey = TargetSurvey(of: workspace.world)
    for target in study.targets {
      saying("\(study.name) \(target.id)")
      do {
        values += try target.values(in: workspace, survey: survey, runs: runs)
      } catch {
        // An error of a target says its place itself.
        let words = error is TargetError ? "\(error)" : "\(target.at): \(error)"
        targetFailures.append(.init(name: target.id, words: words))
      }
    }
    do {
      let refused = try TargetRemedy.find(for: &values, of: study, on: shelf) {
        saying("\(study.name) \($0)")
      }
      failures += refused.map { .init(name: "scenarios", words: $0.words(language)) }
    } catch {
      failures.append(.init(name: "scenarios", words: "\(study.path): \(error)"))
    }
  }

  /// Targets marked `must:` that were worked out and that no reading meets.
  public var missedMusts: [String] {
    study.targets.filter(\.isMust).map(\.id).filter { id in
      let found = values.filter { $0.target.id == id }
      return !found.isEmpty && !found.contains(where: \.isMet)
    }
  }

  /// Targets that have a figure.
  public var answeredTargets: Int {
    Set(values.filter { $0.value != nil }.map(\.target.id)).count
  }
}

extension Study {
  /// What its questions are asked of.
  public var options: Workspace.Options {
    Workspace.Options(data: dataset, corrections: corrections)
  }

  func needs(_ question: Question) -> Bool {
    targets.contains { target in
      if case .figure(let figure) = target.basis { return figure.question == question.name }
      return false
    }
  }
}
