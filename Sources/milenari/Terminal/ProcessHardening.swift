import Foundation

/// Keeps the memory of this process, which holds keys and identities, from getting out of it.
///
/// Every call is best effort: where the system refuses one, the others still hold.
enum ProcessHardening {
    /// Called once, before anything is read.
    static func apply() {
        takeStandardDescriptors()
        // A reader that goes away is then an error of write(2), which has a message and a code.
        signal(SIGPIPE, SIG_IGN)
        refuseCrashReports()
        refuseCoreFiles()
        refuseTracing()
    }

    /// Fills closed standard descriptors, so that no file of the trial is ever opened as one.
    ///
    /// They are opened the wrong way round: what is closed still fails when it is used.
    private static func takeStandardDescriptors() {
        for (descriptor, mode) in [
            (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
        ] where fcntl(descriptor, F_GETFD) == -1 {
            // open(2): "the lowest-numbered file descriptor not currently open for the process".
            _ = unsafe open("/dev/null", mode)
        }
    }

    /// Takes away the signal handlers with which Swift's runtime prints registers and memory.
    private static func refuseCrashReports() {
        for number in [SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP] {
            // signal(2) "returns the previous value of the signal handler".
            let former = signal(number, SIG_DFL)
            if address(former) == address(SIG_IGN) { signal(number, SIG_IGN) }
        }
    }

    private static func address(_ handler: (@convention(c) (CInt) -> Void)?) -> Int {
        unsafe unsafeBitCast(handler, to: Int.self)
    }

    private static func refuseCoreFiles() {
        var limit = rlimit(rlim_cur: 0, rlim_max: 0)
        // getrlimit(2): RLIMIT_CORE: "When 0 no core dump files are created."
        #if canImport(Glibc)
        _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
        #else
        _ = unsafe setrlimit(RLIMIT_CORE, &limit)
        #endif
    }

    /// Other processes of the same user cannot attach, and no core goes to a crash collector
    /// either, for which the limit above does not hold.
    private static func refuseTracing() {
        #if os(Linux)
        // PR_SET_DUMPABLE of <linux/prctl.h>. Swift does not import prctl(2), as it is
        // variadic; all its arguments are of the width of a register, so this type fits it.
        let setDumpable: CInt = 4
        typealias Control =
            @convention(c) (CInt, CUnsignedLong, CUnsignedLong, CUnsignedLong, CUnsignedLong) ->
            CInt
        guard let symbol = unsafe dlsym(nil, "prctl") else { return }
        let control = unsafe unsafeBitCast(symbol, to: Control.self)
        // prctl(2): "Processes that are not dumpable can not be attached via ptrace(2)".
        _ = control(setDumpable, 0, 0, 0, 0)
        #endif
    }
}
