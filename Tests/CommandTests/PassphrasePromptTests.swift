#if os(Linux)
import Foundation
import TestSupport
import Testing

/// The passphrase on a terminal, with a real one in front of the real command.
struct PassphrasePromptTests {
    @Test(arguments: [
        ("jordi.bcn\n", 2),
        ("jordi.bcX\u{7F}n\r", 2),
        ("jordi.b\u{00E9}\u{7F}cn\n", 2),
        ("all wrong\u{15}jordi.bcn\n", 2),
        ("jordi.bc\n", 77),
    ])
    func `what is typed and corrected is the passphrase`(_ typed: String, _ status: Int32) throws {
        let run = try TypedRun(typed)
        #expect(run.status == status)
        #expect(run.reason == .exit)
        #expect(run.echoesAfterwards)
    }

    @Test(arguments: ["\u{03}", "jordi\u{03}", "jordi\u{1C}"])
    func `an interruption leaves the terminal as it was`(_ typed: String) throws {
        let run = try TypedRun(typed)
        #expect(run.status == (run.reason == .uncaughtSignal ? SIGINT : 130))
        #expect(run.echoesAfterwards)
    }
}

/// A screening whose passphrase is typed on a terminal once it shows nothing any more.
private struct TypedRun {
    let status: Int32
    let reason: Process.TerminationReason
    let echoesAfterwards: Bool

    init(_ typed: String) throws {
        let trial = try SampleTrial(active: ["BCN"])
        // Undetermined, so that the exit code tells it from an error.
        let candidate = try CandidateFixture.named("06")
        let terminal = try PseudoTerminal()
        let process = try CommandLineTool.start(
            [
                "screen", candidate.file.path, "--trial", trial.url.path, "--user", "jordi.bcn",
                "--as-of", "2026-11-21",
            ],
            output: FileHandle.nullDevice,
            errors: FileHandle.nullDevice,
            shell: "exec \"$@\" <\(terminal.path)"
        )
        while terminal.echoes, process.isRunning { Thread.sleep(forTimeInterval: 0.005) }
        terminal.type(typed)
        process.waitUntilExit()
        status = process.terminationStatus
        reason = process.terminationReason
        echoesAfterwards = terminal.echoes
    }
}

/// Both ends of a terminal.
private final class PseudoTerminal {
    let path: String
    private let keyboard: Int32
    private let line: Int32

    init() throws {
        keyboard = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
        // ioctl_tty(2): TIOCSPTLCK unlocks the other end, TIOCGPTN gets its number.
        var lock: Int32 = 0
        var number: UInt32 = 0
        try #require(keyboard >= 0)
        try #require(unsafe ioctl(keyboard, 0x4004_5431, &lock) == 0)
        try #require(unsafe ioctl(keyboard, 0x8004_5430, &number) == 0)
        path = "/dev/pts/\(number)"
        line = unsafe open(path, O_RDWR | O_NOCTTY)
        try #require(line >= 0)
    }

    deinit {
        close(keyboard)
        close(line)
    }

    var echoes: Bool {
        var settings = termios()
        return unsafe tcgetattr(line, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = unsafe write(keyboard, bytes, bytes.count)
    }
}
#endif
