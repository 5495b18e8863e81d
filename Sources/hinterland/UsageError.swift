/// A wrong command line, in a sentence: which value, and what to give instead.
struct UsageError: Error, CustomStringConvertible {
  let description: String

  init(_ sentence: String) { description = sentence }
}
