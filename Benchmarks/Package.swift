// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "milenari-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "milenari", path: "..")],
    targets: [
        .executableTarget(
            name: "Allocations",
            dependencies: [.product(name: "Randomization", package: "milenari")]
        ),
        .executableTarget(
            name: "BatchThroughput",
            dependencies: [
                .product(name: "Screening", package: "milenari"),
                .product(name: "TrialOffice", package: "milenari"),
            ]
        ),
        .executableTarget(name: "CommandLatency"),
        .executableTarget(
            name: "CriteriaThroughput",
            dependencies: [
                .product(name: "ClinicalQuality", package: "milenari"),
                .product(name: "Screening", package: "milenari"),
                .product(name: "TrialOffice", package: "milenari"),
            ]
        ),
        .executableTarget(
            name: "Linkage",
            dependencies: [
                .product(name: "Cryptography", package: "milenari"),
                .product(name: "Pseudonymization", package: "milenari"),
            ]
        ),
        // What sealing costs without us, in C.
        .target(name: "RawSealing", linkerSettings: [.linkedLibrary("crypto")]),
        .executableTarget(
            name: "SealingThroughput",
            dependencies: [
                "RawSealing", .product(name: "Cryptography", package: "milenari"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
