// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "milenari-benchmarks",
    platforms: [.macOS(.v15)],
    targets: [.executableTarget(name: "CommandLatency")],
    swiftLanguageModes: [.v6]
)
