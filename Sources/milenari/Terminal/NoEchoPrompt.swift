import Foundation

/// Reads one line from the terminal without showing it.
enum NoEchoPrompt {
    /// The bytes typed before the line end; nil when standard input is not a terminal.
    ///
    /// Ctrl-C ends the command, with the terminal as it was before.
    static func read(_ prompt: String) -> [UInt8]? {
        var settings = termios()
        // tcgetattr(3): "get the parameters associated with the object referred by fd".
        guard unsafe tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
        Terminal.prompt(prompt)
        var silent = settings
        // Without ISIG, Ctrl-C arrives as a byte: nobody is left with a terminal that shows nothing.
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        // TCSAFLUSH: what was typed before is thrown away, it was not meant for this prompt.
        guard unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0 else { return nil }
        var line = TypedLine()
        while line.isOpen, let byte = nextByte() { line.type(byte) }
        _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
        Terminal.prompt("\n")
        if line.isInterrupted {
            raise(SIGINT)
            // Whoever started the command may have blocked the signal; shells say 130 for it.
            exit(130)
        }
        return line.bytes
    }

    /// Nil at the end of the input.
    private static func nextByte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            // read(2): the number of bytes read; -1 with EINTR when a signal came first.
            let count = unsafe Foundation.read(STDIN_FILENO, &byte, 1)
            if count == 1 { return byte }
            if count == 0 || errno != EINTR { return nil }
        }
    }
}
