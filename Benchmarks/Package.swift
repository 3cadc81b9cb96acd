// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "milenari-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "milenari", path: "..")],
    targets: [
        .executableTarget(name: "CommandLatency"),
        .executableTarget(
            name: "CriteriaThroughput",
            dependencies: [
                .product(name: "ClinicalQuality", package: "milenari"),
                .product(name: "Screening", package: "milenari"),
                .product(name: "TrialOffice", package: "milenari"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
