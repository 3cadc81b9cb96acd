public import ClinicalQuality

extension ClinicalRecord {
    /// The same record, with what is planned on `day` or later planned `days` days later.
    ///
    /// A plan is a `Procedure` with the status `preparation`. A plan of which the day is not known
    /// stays as it is.
    public func movingPlans(from day: CalendarDate, byDays days: Int) -> ClinicalRecord {
        guard days != 0 else { return self }
        return ClinicalRecord(
            patient: patient,
            resources: resources.map { $0.movingPlan(from: day, byDays: days) }
        )
    }
}

extension Instance {
    fileprivate func movingPlan(from day: CalendarDate, byDays days: Int) -> Instance {
        guard type.name == "FHIR.Procedure", case .string("preparation") = self["status"],
            let index = type.index(of: "performed"),
            let moved = elements[index].moved(from: day, byDays: days)
        else { return self }
        var elements = elements
        elements[index] = moved
        return Instance(type: type, elements: elements)
    }
}

extension Value {
    /// The time or period `days` days later; nil where it does not begin on `day` or later.
    fileprivate func moved(from day: CalendarDate, byDays days: Int) -> Value? {
        switch self {
        case .dateTime(let time):
            guard !time.date.isBefore(day) else { return nil }
            return time.advanced(byDays: days).map(Value.dateTime)
        case .instance(let period):
            guard case .dateTime(let start) = period["start"], !start.date.isBefore(day) else {
                return nil
            }
            return .instance(
                Instance(
                    type: period.type,
                    elements: period.elements.map { value in
                        guard case .dateTime(let time) = value else { return value }
                        return time.advanced(byDays: days).map(Value.dateTime) ?? value
                    }
                )
            )
        default: return nil
        }
    }
}
