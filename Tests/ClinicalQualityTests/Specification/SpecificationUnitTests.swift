import Testing

/// Source of the rules: UCUM, sections 2 (syntax), 3 (special and arbitrary units) and 4 (tables).
struct SpecificationUnitTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `units are those of UCUM`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    5 'm/s2' = 5 'm.s-2' ==> true
    5 '(m)2' ==> !semantic
    5 'm2' = 5 'm+2' ==> true
    5 'm{a}' = 5 'm' ==> true
    5 '{a}' = 5 '1' ==> true
    5 'm{a}{b}' ==> !semantic
    5 'm{a b}' ==> !semantic
    5 '{a}m' ==> !semantic
    5 '10*3' = 5000 '1' ==> true
    5 '10^3' = 5000 '1' ==> true
    5 '10' = 50 '1' ==> true
    5 '5.m' = 25 'm' ==> true
    5 'k' ==> !semantic
    5 'kk' ==> !semantic
    5 'dd' ==> !semantic
    5 'KG' ==> !semantic
    5 'Kg' ==> !semantic
    5 'ML' ==> 5 'ML'
    5 'ml' = 5 'mL' ==> true
    5 'cd' = 5 'cd' ==> true
    1 'Pa' = 1 'N/m2' ==> true
    1 'm[Hg]' = 1000 'mm[Hg]' ==> true
    1 'B[SPL]' = 10 'dB[SPL]' ==> true
    1 'kat' = 60000000 'U' ==> true
    1 'U' = 1 'umol/min' ==> true
    1 '[iU]' = 1 '[IU]' ==> true
    1 'k[IU]' = 1000 '[IU]' ==> true
    1 "[arb'U]" ==> !
    1 '[arb\'U]' = 1 '[arb\'U]' ==> true
    1 '[arb\'U]' = 1 '[IU]' ==> null
    1 'k[arb\'U]' ==> !semantic
    1 'm//s' ==> !semantic
    1 'm.' ==> !semantic
    1 '.m' ==> !semantic
    1 '/m' = 1 'm-1' ==> true
    1 'm/' ==> !semantic
    1 '()' ==> !semantic
    1 '(m' ==> !semantic
    1 'm)' ==> !semantic
    1 'm s' ==> !semantic
    1 ' m' ==> !semantic
    1 '' ==> !semantic
    1 '1' = 100 '%' ==> true
    1 'mol/L' = 1000 'mmol/L' ==> true
    1 '[in_i]' = 2.54 'cm' ==> true
    1 '[lb_av]' = 453.59237 'g' ==> true
    1 '[ft_i]' = 12 '[in_i]' ==> true
    212 '[degF]' = 100 'Cel' ==> true
    0 'Cel' = 273.15 'K' ==> true
    7 '[pH]' = 0.0000001 'mol/L' ==> true
    1 'a' = 365.25 'd' ==> true
    1 'mo' = 30.4375 'd' ==> true
    1 'a_t' = 365.24219 'd' ==> true
    1 'wk' = 7 'd' ==> true
    1 'Bi' = 10 'A' ==> true
    1 'KiBy' = 1024 'By' ==> true
    1 'By' = 8 'bit' ==> true
    1 'deg' = 60 '\'' ==> true
    1 '\'' = 60 '\'\'' ==> true
    1 'st' = 1 'm3' ==> true
    1 't' = 1000 'kg' ==> true
    1 'l' = 1 'dm3' ==> true
    1 'g.m/s2' = 0.001 'N' ==> true
    1 'mg/kg/d' = 1 'mg/(kg.d)' ==> true
    1 'mL/min/{1.73_m2}' = 1 'mL/min' ==> true
    1 '10*9/L' = 1000 '10*6/L' ==> true
    1 '/uL' = 1000000 '/L' ==> true
    1 '{cells}/uL' = 1 '/uL' ==> true
    convert 1 'g/dL' to 'g/L' ==> 10 'g/L'
    convert 37 'Cel' to '[degF]' ==> 98.6 '[degF]'
    convert 1 '[IU]' to 'U' ==> null
    convert 1 'mmol' to 'mg' ==> null
    convert 100 '%' to '1' ==> 1 '1'
    1 'm99999999999' ==> !semantic
    1 'Ym' = 1000000000000000000000000 'm' ==> true
    1 'dam' = 10 'm' ==> true
    1 'hm' = 100 'm' ==> true
    1 'um' = 0.000001 'm' ==> true
    1 'µm' ==> !semantic
    1 'm²' ==> !semantic
    1 'm*s' ==> !semantic
    1 'm^2' ==> !semantic
    1 'm-' ==> !semantic
    1 '2m' ==> !semantic
    convert 98.6 '[degF]' to 'Cel' ==> 37 'Cel'
    convert 310.15 'K' to 'Cel' ==> 37 'Cel'
    convert 37 'Cel' to 'K' ==> 310.15 'K'
    convert 37 'Cel' to 'mg' ==> null
    38 'Cel' > 100 '[degF]' ==> true
    Max({37 'Cel', 100 '[degF]'}) ==> 100 '[degF]'
    37 'Cel' + 1 'Cel' ==> null
    37 'Cel' - 1 'K' ==> null
    37 'Cel' * 2 ==> null
    37 'Cel' / 2 ==> null
    37 'Cel' / 2 'Cel' ==> null
    37 'Cel' div 2 'Cel' ==> null
    37 'Cel' mod 2 'Cel' ==> null
    Avg({37 'Cel', 39 'Cel'}) ==> 38 'Cel'
    Sum({37 'Cel', 39 'Cel'}) ==> null
    -(37 'Cel') ==> -37 'Cel'
    Interval[36 'Cel', 38 'Cel'] contains 98.6 '[degF]' ==> true
    """#
