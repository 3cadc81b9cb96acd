/// An interval of points, each end open or closed, known or `null`.
///
/// A closed end that is `null` stands for the minimum or maximum of the point type, an open one
/// for an unknown point. An uncertainty, the result of counting between partial dates, is an
/// interval too: "some value from low to high".
public struct Interval: Sendable {
    private final class Storage: Sendable {
        let low: Value
        let high: Value
        let lowClosed: Bool
        let highClosed: Bool
        let pointType: DataType
        let isUncertainty: Bool

        init(
            _ low: Value,
            _ high: Value,
            lowClosed: Bool,
            highClosed: Bool,
            pointType: DataType,
            isUncertainty: Bool
        ) {
            self.low = low
            self.high = high
            self.lowClosed = lowClosed
            self.highClosed = highClosed
            self.pointType = pointType
            self.isUncertainty = isUncertainty
        }
    }

    private let storage: Storage

    /// Creates an interval without checking its ends; `Operators.interval` checks them.
    ///
    /// `pointType` is the type of the points, needed only when both ends are `null`.
    public init(
        _ low: Value,
        _ high: Value,
        lowClosed: Bool = true,
        highClosed: Bool = true,
        pointType: DataType? = nil
    ) {
        let lowType = low.isNull ? high.dataType : low.dataType
        storage = Storage(
            low,
            high,
            lowClosed: lowClosed,
            highClosed: highClosed,
            pointType: lowType == .any ? pointType ?? .any : lowType,
            isUncertainty: false
        )
    }

    /// Creates an uncertainty: some integer from `low` to `high`.
    init(uncertainFrom low: Value, to high: Value) {
        storage = Storage(
            low,
            high,
            lowClosed: true,
            highClosed: true,
            pointType: low.dataType,
            isUncertainty: true
        )
    }

    /// The low end as it was given; see `Operators.start(of:)` for the first point.
    public var low: Value { storage.low }

    /// The high end as it was given; see `Operators.end(of:)` for the last point.
    public var high: Value { storage.high }

    /// Whether the low end belongs to the interval.
    public var lowClosed: Bool { storage.lowClosed }

    /// Whether the high end belongs to the interval.
    public var highClosed: Bool { storage.highClosed }

    /// The type of the points; `any` when it is not known.
    public var pointType: DataType { storage.pointType }

    /// Whether this stands for one number that is known only to lie between the ends.
    public var isUncertainty: Bool { storage.isUncertainty }
}
