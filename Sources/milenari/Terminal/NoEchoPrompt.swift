import Foundation

/// Reads one line from the terminal without showing it.
enum NoEchoPrompt {
    /// The bytes typed before the line end; nil when standard input is not a terminal.
    static func read(_ prompt: String) -> [UInt8]? {
        var settings = termios()
        // tcgetattr(3): "get the parameters associated with the object referred by fd".
        guard unsafe tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
        Terminal.prompt(prompt)
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        // TCSAFLUSH: what was typed before is thrown away, it was not meant for this prompt.
        guard unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0 else { return nil }
        defer {
            _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
            Terminal.prompt("\n")
        }
        guard let line = readLine(strippingNewline: true) else { return nil }
        return Array(line.utf8)
    }
}
