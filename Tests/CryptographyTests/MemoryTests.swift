#if os(Linux)
import Cryptography
import Foundation
import Glibc
import Testing

/// What is left of keys in the memory of a process that has used them.
///
/// The keys are looked for from outside, in all memory that the process can write, and that is more
/// than a core dump holds. What this cannot show: copies that the kernel keeps (pipes, terminals, a
/// swapped page where the heap could not be locked, a hibernated machine), and values that were made
/// of a key and do not contain it.
@Suite struct `Memory after use` {
    private static let passphrase = Array("a passphrase of 32 bytes, exactly".utf8.prefix(32))

    /// The probe, beside the test bundle.
    private static var probe: URL? {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        return [bundle, bundle.deletingLastPathComponent()].map {
            $0.appendingPathComponent("memory-probe")
        }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    private static func fixed(_ seed: UInt8) -> [UInt8] {
        (0..<32).map { UInt8(truncatingIfNeeded: Int($0) * 73 + Int(seed) * 41 + 5) }
    }

    /// A region of another process.
    private struct Region {
        let start: UInt64
        let bytes: [UInt8]
        let flags: String
        let name: String
    }

    /// All that the process can write, with the kernel's flags of each region.
    private static func memory(of process: Int32) throws -> [Region] {
        // Such files have no size, so they are read until nothing comes.
        let map = unsafe Glibc.open("/proc/\(process)/smaps", O_RDONLY)
        try #require(map >= 0)
        defer { close(map) }
        let smaps = String(decoding: read(map, from: 0, to: 1 << 22), as: UTF8.self)
        let descriptor = unsafe Glibc.open("/proc/\(process)/mem", O_RDONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var regions: [Region] = []
        var bounds: (start: UInt64, end: UInt64)?
        var name = ""
        for line in smaps.split(separator: "\n") {
            let words = line.split(separator: " ")
            let ends = words[0].split(separator: "-").compactMap { UInt64($0, radix: 16) }
            if ends.count == 2 {
                // What cannot be written holds the program, not its secrets.
                bounds = words[1].hasPrefix("rw") ? (ends[0], ends[1]) : nil
                name = String(line)
            } else if line.hasPrefix("VmFlags:"), let (start, end) = bounds {
                let bytes = read(descriptor, from: start, to: end)
                regions.append(
                    Region(
                        start: start,
                        bytes: bytes,
                        flags: String(line),
                        name: name
                    )
                )
            }
        }
        return regions
    }

    private static func read(_ descriptor: Int32, from start: UInt64, to end: UInt64) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: Int(end - start)) { buffer, count in
            // Pages that are not there end it early.
            while count < buffer.count {
                let read = unsafe pread(
                    descriptor,
                    buffer.baseAddress.map { unsafe $0 + count },
                    buffer.count - count,
                    Int(start) + count
                )
                guard read > 0 else { break }
                count += read
            }
        }
    }

    /// The regions that hold the first half of the bytes.
    private static func regions(_ memory: [Region], holding needle: [UInt8]) -> [Region] {
        let half = Array(needle.prefix(16))
        return memory.filter { region in
            unsafe region.bytes.withUnsafeBytes { bytes in unsafe contains(bytes, half) }
        }
    }

    private static func contains(_ bytes: UnsafeRawBufferPointer, _ needle: [UInt8]) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        var offset = 0
        while offset + needle.count <= bytes.count {
            guard
                let found = unsafe memchr(
                    base + offset,
                    Int32(needle[0]),
                    bytes.count - offset - needle.count + 1
                )
            else { return false }
            if unsafe memcmp(found, needle, needle.count) == 0 { return true }
            offset = unsafe UnsafeRawPointer(found) - base + 1
        }
        return false
    }

    @Test func `no key and no passphrase is left, and open keys are kept out of dumps`() throws {
        let secrets = [
            "agreement key": Self.fixed(1), "signing key": Self.fixed(2),
            "data key": Self.fixed(3), "passphrase": Self.passphrase,
        ]
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("memory-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Self.prepare(folder)

        let process = Process()
        let probe = try #require(Self.probe)
        process.executableURL = probe
        process.arguments = [folder.path]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        defer { process.terminate() }
        try input.fileHandleForWriting.write(contentsOf: Data(Self.passphrase))
        #expect(output.fileHandleForReading.availableData == Data("open\n".utf8))
        let during = try Self.memory(of: process.processIdentifier)
        try input.fileHandleForWriting.write(contentsOf: Data([1]))
        #expect(output.fileHandleForReading.availableData == Data("closed\n".utf8))
        let after = try Self.memory(of: process.processIdentifier)
        try input.fileHandleForWriting.write(contentsOf: Data([1]))

        for (name, secret) in secrets {
            let open = Self.regions(during, holding: secret)
            // Else looking for it afterwards would show nothing.
            #expect(!open.isEmpty, "\(name) is not found while it is open")
            for region in open {
                // madvise(2), MADV_DONTDUMP: dd.
                #expect(region.flags.contains(" dd"), "\(name): \(region.name)")
            }
            #expect(Self.regions(after, holding: secret).isEmpty, "\(name) is left")
        }
    }

    /// Writes the keys as they are stored.
    private static func prepare(_ folder: URL) throws {
        let keys = UserKeys(
            agreement: try X25519.PrivateKey(secret: SecretBytes(copying: fixed(1))),
            signing: try Ed25519.PrivateKey(secret: SecretBytes(copying: fixed(2)))
        )
        let sealed = try SealedUserKeys.seal(
            keys,
            passphrase: SecretBytes(copying: passphrase),
            user: "probe",
            trial: "probe",
            cost: .minimum
        )
        let key = try DataKey(
            identifier: KeyIdentifier(text: "records/BCN#1"),
            secret: SecretBytes(copying: fixed(3))
        )
        let wrapped = try WrappedKey.wrap(key, for: keys.agreement.publicKey, trial: "probe")
        try Data(sealed.encoded).write(to: folder.appendingPathComponent("keys"))
        try Data(wrapped.encoded).write(to: folder.appendingPathComponent("wrapped"))
    }
}
#endif
