// swift-tools-version: 6.2
import PackageDescription

/// The house.
///
/// An arrow that is not written here does not compile:
/// build with `--explicit-target-dependency-import-check error`.
let package = Package(
    name: "milenari",
    products: [
        .executable(name: "milenari", targets: ["milenari"]),
        .library(name: "TrialOffice", targets: ["TrialOffice"]),
        .library(
            name: "Screening",
            targets: ["ClinicalRecord", "Eligibility", "Intake", "TrialDefinition"]
        ),
        .library(name: "Cryptography", targets: ["Cryptography"]),
        .library(name: "Pseudonymization", targets: ["NamePairs", "Pseudonymization"]),
        .library(name: "ClinicalQuality", targets: ["ClinicalQuality"]),
        .library(name: "Randomization", targets: ["Randomization"]),
        .library(name: "UnitsOfMeasure", targets: ["UnitsOfMeasure"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Pure: no storage, keys, clock or file access.
        .target(name: "UnitsOfMeasure"),
        .target(name: "ClinicalQuality", dependencies: ["UnitsOfMeasure"]),
        .target(name: "ClinicalRecord", dependencies: ["ClinicalQuality", "UnitsOfMeasure"]),
        .target(
            name: "TrialDefinition",
            dependencies: [
                "ClinicalQuality", "UnitsOfMeasure", .product(name: "Yams", package: "Yams"),
            ]
        ),
        .target(
            name: "Eligibility",
            dependencies: ["TrialDefinition", "ClinicalRecord", "ClinicalQuality"]
        ),
        .target(name: "Randomization"),

        // Keys and what is kept.
        .systemLibrary(
            name: "CLibCrypto",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
        ),
        .target(name: "Cryptography", dependencies: ["CLibCrypto"]),
        .target(name: "Pseudonymization", dependencies: ["Cryptography"]),
        .target(name: "AuditLog", dependencies: ["Cryptography"]),
        .target(
            name: "TrialStore",
            dependencies: [
                "AuditLog", "Cryptography", .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),

        // Doors.
        .target(
            name: "Intake",
            dependencies: [
                "ClinicalRecord", "ClinicalQuality", "Pseudonymization", "TrialDefinition",
                "UnitsOfMeasure", .product(name: "Yams", package: "Yams"),
            ]
        ),
        .target(
            name: "TrialOffice",
            dependencies: [
                "AuditLog", "ClinicalQuality", "ClinicalRecord", "Cryptography", "Eligibility",
                "Intake", "Pseudonymization", "Randomization", "TrialDefinition", "TrialStore",
            ]
        ),
        .target(
            name: "Reporting",
            dependencies: [
                "ClinicalQuality", "Eligibility", "Pseudonymization", "Randomization",
                "TrialDefinition", "TrialOffice",
            ]
        ),
        .executableTarget(
            name: "milenari",
            dependencies: [
                "Pseudonymization", "Randomization", "Reporting", "TrialDefinition", "TrialOffice",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // Fixtures, a folder for each test, the built command.
        .target(
            name: "TestSupport",
            dependencies: [
                "TrialDefinition", "TrialOffice", .product(name: "Yams", package: "Yams"),
            ],
            path: "Tests/TestSupport"
        ),
        // Candidates on both sides of every limit of a protocol, and what is right there.
        .target(
            name: "ProtocolSupport",
            dependencies: [
                "ClinicalQuality", "ClinicalRecord", "Intake", "TestSupport", "TrialDefinition",
                "UnitsOfMeasure", .product(name: "Yams", package: "Yams"),
            ],
            path: "Tests/ProtocolSupport"
        ),
        // Judges one CQL expression, for the tests and for the public suite.
        .target(
            name: "CQLSupport",
            dependencies: ["ClinicalQuality"],
            path: "Tests/CQLSupport"
        ),
        // Labelled pairs of synthetic identities, for the tests and for Benchmarks.
        .target(
            name: "NamePairs",
            dependencies: ["Cryptography", "Pseudonymization"],
            path: "Benchmarks/NamePairs"
        ),
        // The public suites, called by Scripts/conformance.
        .executableTarget(
            name: "conformance",
            dependencies: [
                "AuditLog", "CQLSupport", "ClinicalQuality", "Cryptography", "UnitsOfMeasure",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Conformance"
        ),
        // Changes a protocol in many ways and looks whether its tests notice; for Scripts/mutate.
        .executableTarget(
            name: "mutation",
            dependencies: [
                "ProtocolSupport", "TestSupport", "TrialDefinition", "TrialOffice",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Mutation"
        ),
        // The program of the tutorial; a test runs it.
        .executableTarget(
            name: "one-expression",
            dependencies: ["ClinicalQuality", "ClinicalRecord", "Intake"],
            path: "Examples/OneExpression"
        ),
        // Judges draws of the code that allocates, for the tests and for Scripts/randomness.
        .target(
            name: "RandomnessSupport",
            dependencies: ["Cryptography", "Randomization"],
            path: "Tests/RandomnessSupport"
        ),
        .executableTarget(
            name: "randomness",
            dependencies: ["RandomnessSupport"],
            path: "Tests/Randomness"
        ),
        // What hostile texts cost, called by Scripts/hostile.
        .executableTarget(
            name: "hostile",
            dependencies: ["CQLSupport", "ClinicalQuality"],
            path: "Tests/Hostile"
        ),
        .testTarget(name: "UnitsOfMeasureTests", dependencies: ["UnitsOfMeasure"]),
        .testTarget(
            name: "ClinicalQualityTests",
            dependencies: ["CQLSupport", "ClinicalQuality", "UnitsOfMeasure"]
        ),
        // Uses keys and stops, so that a test can look through its memory.
        .executableTarget(
            name: "memory-probe",
            dependencies: ["Cryptography"],
            path: "Tests/MemoryProbe"
        ),
        .testTarget(name: "CryptographyTests", dependencies: ["Cryptography", "memory-probe"]),
        .testTarget(name: "AuditLogTests", dependencies: ["AuditLog", "Cryptography"]),
        .testTarget(
            name: "RandomizationTests",
            dependencies: ["Randomization", "RandomnessSupport"]
        ),
        .testTarget(
            name: "PseudonymizationTests",
            dependencies: ["Cryptography", "NamePairs", "Pseudonymization"]
        ),
        .testTarget(
            name: "TrialDefinitionTests",
            dependencies: ["ClinicalQuality", "TestSupport", "TrialDefinition"]
        ),
        .testTarget(
            name: "IntakeTests",
            dependencies: [
                "ClinicalQuality", "ClinicalRecord", "Intake", "Pseudonymization", "TestSupport",
                "TrialDefinition",
            ]
        ),
        .testTarget(
            name: "EligibilityTests",
            dependencies: [
                "ClinicalQuality", "ClinicalRecord", "Eligibility", "Intake", "TestSupport",
                "TrialDefinition",
            ]
        ),
        .testTarget(
            name: "ProtocolTests",
            dependencies: ["ProtocolSupport", "TestSupport", "TrialDefinition"]
        ),
        .testTarget(
            name: "TrialStoreTests",
            dependencies: [
                "AuditLog", "Cryptography", "TestSupport", "TrialOffice", "TrialStore",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "TrialOfficeTests",
            dependencies: [
                "Eligibility", "Reporting", "TestSupport", "TrialDefinition", "TrialOffice",
            ]
        ),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "ClinicalQuality", "Eligibility", "Pseudonymization", "Reporting", "TestSupport",
                "TrialDefinition", "TrialOffice",
            ]
        ),
        .testTarget(
            name: "PromiseTests",
            dependencies: [
                "ClinicalQuality", "Eligibility", "Pseudonymization", "Reporting", "TestSupport",
                "TrialDefinition", "TrialOffice", "milenari",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "Cryptography", "TestSupport", "TrialDefinition", "TrialOffice", "conformance",
                "milenari",
                "one-expression",
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
        .treatWarning("ExplicitSendable", as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("ImmutableWeakCaptures"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
