#if os(Linux)
import Foundation
import TestSupport
import Testing

/// No memory of the command gets out of it: no core file, no report of a crash, no tracing.
struct ProcessHardeningTests {
    /// A command that waits for a pipe from which nothing comes.
    private final class Waiting {
        let folder: TemporaryFolder
        let process: Process

        init(shell: String) throws {
            folder = try TemporaryFolder()
            let pipe = folder.file("pipe").path
            try #require(unsafe mkfifo(pipe, 0o600) == 0)
            for name in ["out", "err"] { try Data().write(to: folder.file(name)) }
            process = try CommandLineTool.start(
                ["log", "verify", pipe],
                output: try FileHandle(forWritingTo: folder.file("out")),
                errors: try FileHandle(forWritingTo: folder.file("err")),
                environment: ["SWIFT_BACKTRACE": "enable=yes"],
                shell: "cd \(folder.url.path) && \(shell)"
            )
        }

        deinit {
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }

        /// The line of a file in `/proc` that begins with `name`, once `isRight` holds for it.
        func line(_ file: String, _ name: String, until isRight: (String) -> Bool) -> String {
            var found = ""
            for _ in 0..<500 {
                let path = "/proc/\(process.processIdentifier)/\(file)"
                let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
                let lines = text.split(separator: "\n").map(String.init)
                found = lines.first { $0.hasPrefix(name) } ?? ""
                if isRight(found) { break }
                Thread.sleep(forTimeInterval: 0.02)
            }
            return found
        }
    }

    @Test func `no core file and no report with memory when the command crashes`() throws {
        let waiting = try Waiting(shell: #"ulimit -S -c "$(ulimit -H -c)"; exec "$@""#)
        let limit = waiting.line("limits", "Max core file size") { line in
            line.contains(#/size +0 +0 /#)
        }
        #expect(limit.contains(#/size +0 +0 /#), "\(limit)")
        let handlers = waiting.line("status", "SigCgt:") { $0.hasSuffix("\t0000000000000000") }
        #expect(handlers.hasSuffix("\t0000000000000000"), "\(handlers)")
        kill(waiting.process.processIdentifier, SIGSEGV)
        waiting.process.waitUntilExit()
        #expect(waiting.process.terminationReason == .uncaughtSignal)
        #expect(waiting.process.terminationStatus == SIGSEGV)
        for name in ["out", "err"] {
            #expect(try Data(contentsOf: waiting.folder.file(name)).isEmpty)
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: waiting.folder.url.path)
        #expect(files.sorted() == ["err", "out", "pipe"])
    }

    /// Only root can look into a process that cannot be traced.
    @Test(.enabled(if: geteuid() == 0))
    func `no file of a trial is opened as standard input, output or error`() throws {
        let waiting = try Waiting(shell: #"exec "$@" <&- >&- 2>&-"#)
        _ = waiting.line("limits", "Max core file size") { $0.contains(#/size +0 +0 /#) }
        for descriptor in 0...2 {
            let link = "/proc/\(waiting.process.processIdentifier)/fd/\(descriptor)"
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link)
            #expect(target == "/dev/null")
        }
    }

    /// Files in `/proc` of a process that cannot be traced belong to root; for root itself there
    /// is nothing to see.
    @Test(.enabled(if: geteuid() != 0))
    func `another process of the same user cannot read the memory`() throws {
        let waiting = try Waiting(shell: #"exec "$@""#)
        _ = waiting.line("limits", "Max core file size") { $0.contains(#/size +0 +0 /#) }
        let path = "/proc/\(waiting.process.processIdentifier)/environ"
        var isClosed = false
        for _ in 0..<500 where !isClosed {
            isClosed = !FileManager.default.isReadableFile(atPath: path)
            Thread.sleep(forTimeInterval: 0.02)
        }
        #expect(isClosed && waiting.process.isRunning)
    }
}
#endif
