/// Something that takes any text.
protocol Target {
    /// A text to try.
    func input(_ dice: inout Dice) -> String

    /// Takes the text; what is wrong with the outcome, or nil.
    func run(_ input: String) -> String?
}
