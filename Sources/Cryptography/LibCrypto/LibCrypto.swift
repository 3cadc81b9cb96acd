internal import CLibCrypto

/// The one door to libcrypto: a library context of our own and the algorithms fetched from it.
///
/// A context of our own with the default provider named explicitly makes the result of every
/// operation independent of the `openssl.cnf` of the machine.
///
/// Safety: `@unchecked Sendable` holds because every pointer here is set once, before it can be
/// seen, and points to an immutable fetched method. OPENSSL-THREADS(7): "Objects are thread-safe
/// as long as the API's being invoked don't modify the object"; fetched methods are never modified
/// and never freed.
@safe struct LibCrypto: @unchecked Sendable {
    let context: OpaquePointer
    let sha256: OpaquePointer
    let aes128GCM: OpaquePointer
    let aes192GCM: OpaquePointer
    let aes256GCM: OpaquePointer

    private static let loaded: Result<LibCrypto, CryptographyError> = load()

    /// Loads the library, or says why that cannot be done.
    static func shared() throws(CryptographyError) -> LibCrypto {
        try loaded.get()
    }

    /// The library, for operations that have no way to fail once it is loaded.
    ///
    /// Trapping here is like running out of memory: a libcrypto without SHA-256 can do nothing
    /// for this program. A command that wants to report it calls `CryptographyLibrary.prepare()`.
    static var required: LibCrypto {
        switch loaded {
        case .success(let library): library
        case .failure(let error): preconditionFailure(error.description)
        }
    }

    private static func load() -> Result<LibCrypto, CryptographyError> {
        do throws(CryptographyError) {
            // CRYPTO_secure_malloc_init(3): sizes are powers of two; 2 means that the heap works
            // but could not be locked into memory; 0 leaves allocation to the ordinary heap.
            // Either way every secret is still erased after use.
            _ = CRYPTO_secure_malloc_init(SecretBytes.secureHeapSize, 32)
            guard let context = unsafe OSSL_LIB_CTX_new() else {
                throw .fromLibrary("OSSL_LIB_CTX_new")
            }
            guard unsafe OSSL_PROVIDER_load(context, "default") != nil else {
                throw .fromLibrary("OSSL_PROVIDER_load")
            }
            guard let sha256 = unsafe EVP_MD_fetch(context, "SHA256", nil) else {
                throw .fromLibrary("EVP_MD_fetch")
            }
            return .success(
                unsafe LibCrypto(
                    context: context,
                    sha256: sha256,
                    aes128GCM: try cipher("AES-128-GCM", in: context),
                    aes192GCM: try cipher("AES-192-GCM", in: context),
                    aes256GCM: try cipher("AES-256-GCM", in: context)
                )
            )
        } catch {
            return .failure(error)
        }
    }

    private static func cipher(
        _ name: String,
        in context: OpaquePointer
    ) throws(CryptographyError) -> OpaquePointer {
        guard let cipher = unsafe EVP_CIPHER_fetch(context, name, nil) else {
            throw .fromLibrary("EVP_CIPHER_fetch")
        }
        return unsafe cipher
    }
}

extension CryptographyError {
    /// The error of the call that has just failed; empties this thread's error queue.
    ///
    /// ERR_get_error(3): "returns the earliest error code from the thread's error queue and
    /// removes the entry". Only the static reason text is kept: the optional data of an entry
    /// could name a file or a parameter.
    static func fromLibrary(_ operation: String) -> CryptographyError {
        var reason = "no reason given"
        let first = ERR_get_error()
        if first != 0, let text = unsafe ERR_reason_error_string(first) {
            reason = unsafe String(cString: text)
        }
        while ERR_get_error() != 0 {}
        return .library(operation: operation, reason: reason)
    }
}

/// The cryptographic library under this module.
public enum CryptographyLibrary: Sendable {
    /// Loads libcrypto, so that a machine without a usable one is reported instead of trapped on.
    ///
    /// - Throws: `CryptographyError.library` when an algorithm is missing.
    public static func prepare() throws(CryptographyError) {
        _ = try LibCrypto.shared()
    }

    /// The version text of the library that is in use.
    public static var version: String {
        unsafe String(cString: OpenSSL_version(OPENSSL_VERSION))
    }
}
