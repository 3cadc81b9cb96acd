/// Thrown when an expression has no meaning; the diagnostic is already recorded.
struct Reported: Error {}
