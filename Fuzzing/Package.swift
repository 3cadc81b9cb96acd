// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "milenari-fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "milenari", path: "..")],
    targets: [
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                .product(name: "ClinicalQuality", package: "milenari"),
                .product(name: "Screening", package: "milenari"),
                .product(name: "UnitsOfMeasure", package: "milenari"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
