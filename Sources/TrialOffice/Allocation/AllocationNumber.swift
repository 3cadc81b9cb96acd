/// Allocation numbers: `A-0001`, in the order in which the arms were drawn.
enum AllocationNumber {
    /// The number of the allocation that is the `count`th of the trial.
    static func text(_ count: Int) -> String {
        let digits = String(count)
        return "A-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
