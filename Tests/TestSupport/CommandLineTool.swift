public import Foundation

/// Runs the built `milenari`, as a person would.
public enum CommandLineTool: Sendable {
    /// What a run gave.
    public struct Run: Sendable {
        /// The exit code.
        public let status: Int32
        /// Standard output, whole.
        public let output: String
        /// Standard error, whole.
        public let errors: String
    }

    /// The built command, beside the test bundle.
    public static let executable: URL = {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        for folder in [bundle, bundle.deletingLastPathComponent()] {
            let file = folder.appendingPathComponent("milenari")
            if FileManager.default.isExecutableFile(atPath: file.path) { return file }
        }
        return Repository.root.appendingPathComponent(".build/debug/milenari")
    }()

    /// Starts the command with `arguments`; standard output and error go to the given files.
    ///
    /// `shell` is a script that starts it, for example `exec "$@" >&-`.
    public static func start(
        _ arguments: [String],
        output: FileHandle,
        errors: FileHandle,
        environment: [String: String] = [:],
        shell: String? = nil
    ) throws -> Process {
        let process = Process()
        process.executableURL = shell == nil ? executable : URL(fileURLWithPath: "/bin/sh")
        process.arguments = (shell.map { ["-c", $0, "sh", executable.path] } ?? []) + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        return process
    }

    /// Runs the command with `arguments` to its end; `shell` is a script that starts it.
    public static func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        shell: String? = nil
    ) throws -> Run {
        let folder = try TemporaryFolder()
        let (out, err) = (folder.file("out"), folder.file("err"))
        for file in [out, err] { try Data().write(to: file) }
        let output = try FileHandle(forWritingTo: out)
        let errors = try FileHandle(forWritingTo: err)
        let process = try start(
            arguments,
            output: output,
            errors: errors,
            environment: environment,
            shell: shell
        )
        process.waitUntilExit()
        try output.close()
        try errors.close()
        return Run(
            status: process.terminationStatus,
            output: try String(contentsOf: out, encoding: .utf8),
            errors: try String(contentsOf: err, encoding: .utf8)
        )
    }
}
