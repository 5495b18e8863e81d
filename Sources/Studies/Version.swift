/// The program's version, as `--version` and every result say it.
public enum Hinterland {
  public static let version = "0.1.0"
}
