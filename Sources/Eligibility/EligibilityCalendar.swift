public import ClinicalQuality
public import TrialDefinition

/// On which days ahead the candidate would be eligible, if nothing else changes but the day.
///
/// What is planned on the first day or later (leukapheresis, infusion) keeps its distance to the
/// screening day: a later screening means a later infusion. All dates are ISO 8601.
public struct EligibilityCalendar: Sendable, Codable, Equatable {
    /// The first day.
    public let from: String
    /// The last day.
    public let to: String
    /// Every criterion with its answers over time, in the order of the protocol.
    public let criteria: [CriterionTimeline]
    /// The longest runs of days on which every criterion allows, in order.
    public let windows: [EligibilityWindow]
    /// The same if every result or statement that runs out is repeated in time, and says the same.
    public let windowsWithRepeats: [EligibilityWindow]
    /// The ways to become eligible that need the fewest changes, soonest first: none of them could
    /// do with a part of its changes on the same day or an earlier one.
    public let ways: [EligibilityWay]
}

/// A criterion over time.
public struct CriterionTimeline: Sendable, Codable, Equatable {
    /// The identifier in the protocol.
    public let id: String
    /// A few words, for tables.
    public let title: Phrase
    /// Runs of days with the same effect, without gaps.
    public let spans: [Span]

    /// A run of days.
    public struct Span: Sendable, Codable, Equatable {
        /// The first day.
        public let from: String
        /// The last day.
        public let to: String
        /// How many days.
        public let days: Int
        /// What the answer means on each of them.
        public let effect: CriterionEffect
    }
}

/// A run of days on which the candidate would be eligible.
public struct EligibilityWindow: Sendable, Codable, Equatable {
    /// The first day.
    public let from: String
    /// The last day.
    public let to: String
    /// How many days after the calendar's first day it begins.
    public let start: Int
    /// How many days it lasts.
    public let days: Int
    /// The criteria that stood in the way, or were open, on the day before; empty when the window
    /// begins on the calendar's first day.
    public let opens: [WindowEdge]
    /// The criteria that stand in the way, or are open, on the day after; empty when the window
    /// lasts to the calendar's last day.
    public let closes: [WindowEdge]
    /// The tests to repeat, soonest first; empty where nothing is taken to be repeated.
    public let repeats: [Repeat]

    /// A test whose result runs out.
    public struct Repeat: Sendable, Codable, Equatable {
        /// The criterion's identifier in the protocol.
        public let id: String
        /// A few words, for tables.
        public let title: Phrase
        /// The last day on which the present result counts.
        public let by: String
    }
}

/// What opens or closes a window.
public struct WindowEdge: Sendable, Codable, Equatable {
    /// The criterion's identifier in the protocol.
    public let id: String
    /// A few words, for tables.
    public let title: Phrase
    /// Why the criterion does not allow on the day outside of the window.
    public let why: Phrase?
}

/// A set of changes that would make the candidate eligible.
public struct EligibilityWay: Sendable, Codable, Equatable {
    /// The day: the calendar's first, or the one for which to wait.
    public let on: String
    /// How many days to wait.
    public let days: Int
    /// What has to become otherwise by that day.
    public let changes: [Change]

    /// One criterion that has to be changed.
    public struct Change: Sendable, Codable, Equatable {
        /// The criterion's identifier in the protocol.
        public let id: String
        /// A few words, for tables.
        public let title: Phrase
        /// What to do: `repeat` or `correct`.
        public let remedy: Remedy
    }
}
