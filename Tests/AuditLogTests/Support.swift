import AuditLog
import Cryptography
import Testing

func utf8(_ text: String) -> [UInt8] {
    Array(text.utf8)
}

func digest(_ hex: String) throws -> Digest {
    try #require(Digest(hex: hex))
}

/// A signing key that is the same in every run.
func signingKey(_ first: UInt8) throws -> Ed25519.PrivateKey {
    try Ed25519.PrivateKey(secret: SecretBytes(copying: Array(first..<first + 32)))
}

extension Array<UInt8> {
    /// A copy with one bit changed.
    func flippingBit(_ bit: Int) -> [UInt8] {
        var copy = self
        copy[bit / 8] ^= 1 << UInt8(bit % 8)
        return copy
    }
}

/// The definitions of RFC 6962 section 2.1, written down as they stand there.
enum Reference {
    static func leaf(_ bytes: [UInt8]) -> Digest {
        SHA256.digest(of: [0] + bytes)
    }

    static func node(_ left: Digest, _ right: Digest) -> Digest {
        SHA256.digest(of: [1] + left.bytes + right.bytes)
    }

    static func split(_ count: Int) -> Int {
        var power = 1
        while power * 2 < count {
            power *= 2
        }
        return power
    }

    static func root(_ leaves: ArraySlice<Digest>) -> Digest {
        guard let first = leaves.first else { return SHA256.digest(of: []) }
        guard leaves.count > 1 else { return first }
        let middle = leaves.startIndex + split(leaves.count)
        return node(root(leaves[..<middle]), root(leaves[middle...]))
    }

    static func path(_ index: Int, _ leaves: ArraySlice<Digest>) -> [Digest] {
        guard leaves.count > 1 else { return [] }
        let middle = split(leaves.count)
        let left = leaves.prefix(middle)
        let right = leaves.dropFirst(middle)
        return index < middle
            ? path(index, left) + [root(right)] : path(index - middle, right) + [root(left)]
    }

    static func subproof(_ size: Int, _ leaves: ArraySlice<Digest>, _ isKnown: Bool) -> [Digest] {
        guard size < leaves.count else { return isKnown ? [] : [root(leaves)] }
        let middle = split(leaves.count)
        let left = leaves.prefix(middle)
        let right = leaves.dropFirst(middle)
        return size <= middle
            ? subproof(size, left, isKnown) + [root(right)]
            : subproof(size - middle, right, false) + [root(left)]
    }
}
