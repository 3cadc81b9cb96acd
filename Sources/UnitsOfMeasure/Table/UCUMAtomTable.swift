// Made by Scripts/make-ucum-table from ucum-essence.xml 2.2 (2024-06-17). Do not edit.
// swift-format-ignore-file
//
// The codes, names and definitions of units are those of The Unified Code for Units of Measure.
//
// Copyright 1999-2024 Regenstrief Institute, Inc. All rights reserved.
// Licensed under the UCUM License, Version 1.1 (the "License"); you may not use this file except
// in compliance with the License. You may obtain a copy of the License at
//
//     https://unitsofmeasure.org/license
//
// Unless required by applicable law or agreed to in writing, software distributed under the
// License is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND,
// either express or implied. See the License for the specific language governing permissions and
// limitations under the License.

/// code | kind | metric | exponent of 2 | exponent of 5 | numerator | denominator (hex) |
/// dimensions | arbitrary units | moles | function | value | unit | name
enum UCUMAtomTable {
    static let version = "2.2"

    static let rows = #"""
    m|base|metric|0|0|1|1|L:1||0||1|m|meter
    s|base|metric|0|0|1|1|T:1||0||1|s|second
    g|base|metric|0|0|1|1|M:1||0||1|g|gram
    rad|base|metric|0|0|1|1|A:1||0||1|rad|radian
    K|base|metric|0|0|1|1|C:1||0||1|K|kelvin
    C|base|metric|0|0|1|1|Q:1||0||1|C|coulomb
    cd|base|metric|0|0|1|1|F:1||0||1|cd|candela
    10*|unit||1|1|1|1|||0||10|1|the number ten for arbitrary powers
    10^|unit||1|1|1|1|||0||10|1|the number ten for arbitrary powers
    [pi]|unit||-64|-64|4c5e2dd8319cf417a325675c3d0e7a0ba66fba25d47c8b2ac5ad23|1|||0||3.1415926535897932384626433832795028841971693993751058209749445923|1|the number pi
    %|unit||-2|-2|1|1|||0||1|10*-2|percent
    [ppth]|unit||-3|-3|1|1|||0||1|10*-3|parts per thousand
    [ppm]|unit||-6|-6|1|1|||0||1|10*-6|parts per million
    [ppb]|unit||-9|-9|1|1|||0||1|10*-9|parts per billion
    [pptr]|unit||-12|-12|1|1|||0||1|10*-12|parts per trillion
    mol|unit|metric|17|15|8f943af|1|||1||6.02214076|10*23|mole
    sr|unit|metric|0|0|1|1|A:2||0||1|rad2|steradian
    Hz|unit|metric|0|0|1|1|T:-1||0||1|s-1|hertz
    N|unit|metric|3|3|1|1|L:1 M:1 T:-2||0||1|kg.m/s2|newton
    Pa|unit|metric|3|3|1|1|L:-1 M:1 T:-2||0||1|N/m2|pascal
    J|unit|metric|3|3|1|1|L:2 M:1 T:-2||0||1|N.m|joule
    W|unit|metric|3|3|1|1|L:2 M:1 T:-3||0||1|J/s|watt
    A|unit|metric|0|0|1|1|Q:1 T:-1||0||1|C/s|ampère
    V|unit|metric|3|3|1|1|L:2 M:1 Q:-1 T:-2||0||1|J/C|volt
    F|unit|metric|-3|-3|1|1|L:-2 M:-1 Q:2 T:2||0||1|C/V|farad
    Ohm|unit|metric|3|3|1|1|L:2 M:1 Q:-2 T:-1||0||1|V/A|ohm
    S|unit|metric|-3|-3|1|1|L:-2 M:-1 Q:2 T:1||0||1|Ohm-1|siemens
    Wb|unit|metric|3|3|1|1|L:2 M:1 Q:-1 T:-1||0||1|V.s|weber
    Cel|special|metric|0|0|1|1|C:1||0|cel|1|K|degree Celsius
    T|unit|metric|3|3|1|1|M:1 Q:-1 T:-1||0||1|Wb/m2|tesla
    H|unit|metric|3|3|1|1|L:2 M:1 Q:-2||0||1|Wb/A|henry
    lm|unit|metric|0|0|1|1|A:2 F:1||0||1|cd.sr|lumen
    lx|unit|metric|0|0|1|1|A:2 F:1 L:-2||0||1|lm/m2|lux
    Bq|unit|metric|0|0|1|1|T:-1||0||1|s-1|becquerel
    Gy|unit|metric|0|0|1|1|L:2 T:-2||0||1|J/kg|gray
    Sv|unit|metric|0|0|1|1|L:2 T:-2||0||1|J/kg|sievert
    gon|unit||-67|-66|4c5e2dd8319cf417a325675c3d0e7a0ba66fba25d47c8b2ac5ad23|1|A:1||0||0.9|deg|gon
    deg|unit||-66|-65|1974b9f2bb34515d3661cd1ebf04d359377a9361f17ed90e41e461|3|A:1||0||2|[pi].rad/360|degree
    '|unit||-68|-66|1974b9f2bb34515d3661cd1ebf04d359377a9361f17ed90e41e461|9|A:1||0||1|deg/60|minute
    ''|unit||-70|-67|1974b9f2bb34515d3661cd1ebf04d359377a9361f17ed90e41e461|1b|A:1||0||1|'/60|second
    l|unit|metric|-3|-3|1|1|L:3||0||1|dm3|liter
    L|unit|metric|-3|-3|1|1|L:3||0||1|l|liter
    ar|unit|metric|2|2|1|1|L:2||0||100|m2|are
    min|unit||2|1|3|1|T:1||0||60|s|minute
    h|unit||4|2|9|1|T:1||0||60|min|hour
    d|unit||7|2|1b|1|T:1||0||24|h|day
    a_t|unit||2|-3|3ac783b9|1|T:1||0||365.24219|d|tropical year
    a_j|unit||5|2|9a17|1|T:1||0||365.25|d|mean Julian year
    a_g|unit||3|0|3c30ab|1|T:1||0||365.2425|d|mean Gregorian year
    a|unit||5|2|9a17|1|T:1||0||1|a_j|year
    wk|unit||7|2|bd|1|T:1||0||7|d|week
    mo_s|unit||2|-3|4c09f71|1|T:1||0||29.53059|d|synodal month
    mo_j|unit||3|2|335d|1|T:1||0||1|a_j/12|mean Julian month
    mo_g|unit||1|0|141039|1|T:1||0||1|a_g/12|mean Gregorian month
    mo|unit||3|2|335d|1|T:1||0||1|mo_j|month
    t|unit|metric|6|6|1|1|M:1||0||1e3|kg|tonne
    bar|unit|metric|8|8|1|1|L:-1 M:1 T:-2||0||1e5|Pa|bar
    u|unit|metric|-33|-34|1eee113a5|1|M:1||0||1.66053906660e-24|g|unified atomic mass unit
    eV|unit|metric|-24|-25|2fbfa33d|1|L:2 M:1 T:-2||0||1|[e].V|electronvolt
    AU|unit||0|0|22d4ba5a63|1|L:1||0||149597.870691|Mm|astronomic unit
    pc|unit|metric|11|10|178ab7|1|L:1||0||3.085678e16|m|parsec
    [c]|unit|metric|1|0|8ef3c25|1|L:1 T:-1||0||299792458|m/s|velocity of light
    [h]|unit|metric|-39|-38|7e61dbb|1|L:2 M:1 T:-1||0||6.62607015e-34|J.s|Planck constant
    [k]|unit|metric|-26|-26|151129|1|C:-1 L:2 M:1 T:-2||0||1.380649e-23|J/K|Boltzmann constant
    [eps_0]|unit|metric|-24|-24|20fc02f29|1|L:-3 M:-1 Q:2 T:2||0||8.854187817e-12|F/m|permittivity of vacuum
    [mu_0]|unit|metric|-66|-68|4c5e2dd8319cf417a325675c3d0e7a0ba66fba25d47c8b2ac5ad23|1|L:1 M:1 Q:-2||0||1|4.[pi].10*-7.N/A2|permeability of vacuum
    [e]|unit|metric|-27|-28|2fbfa33d|1|Q:1||0||1.602176634e-19|C|elementary charge
    [m_e]|unit|metric|-38|-38|15359da553|1|M:1||0||9.1093837139e-31|kg|electron mass
    [m_p]|unit|metric|-35|-34|7c9ebb3f7|1|M:1||0||1.67262192595e-27|kg|proton mass
    [G]|unit|metric|-18|-18|104b7|1|L:3 M:-1 T:-2||0||6.67430e-11|m3.kg-1.s-2|Newtonian constant of gravitation
    [g]|unit|metric|-5|-4|2fe25|1|L:1 T:-2||0||980665e-5|m/s2|standard acceleration of free fall
    atm|unit||3|5|fd5|1|L:-1 M:1 T:-2||0||101325|Pa|standard atmosphere
    [ly]|unit|metric|6|2|560b7aca953|1|L:1||0||1|[c].a_j|light-year
    gf|unit|metric|-5|-4|2fe25|1|L:1 M:1 T:-2||0||1|g.[g]|gram-force
    [lbf_av]|unit||-10|-9|8175d56a939|1|L:1 M:1 T:-2||0||1|[lb_av].[g]|pound force
    Ky|unit|metric|2|2|1|1|L:-1||0||1|cm-1|Kayser
    Gal|unit|metric|-2|-2|1|1|L:1 T:-2||0||1|cm/s2|Gal
    dyn|unit|metric|-2|-2|1|1|L:1 M:1 T:-2||0||1|g.cm/s2|dyne
    erg|unit|metric|-4|-4|1|1|L:2 M:1 T:-2||0||1|dyn.cm|erg
    P|unit|metric|2|2|1|1|L:-1 M:1 T:-1||0||1|dyn.s/cm2|Poise
    Bi|unit|metric|1|1|1|1|Q:1 T:-1||0||10|A|Biot
    St|unit|metric|-4|-4|1|1|L:2 T:-1||0||1|cm2/s|Stokes
    Mx|unit|metric|-5|-5|1|1|L:2 M:1 Q:-1 T:-1||0||1e-8|Wb|Maxwell
    G|unit|metric|-1|-1|1|1|M:1 Q:-1 T:-1||0||1e-4|T|Gauss
    Oe|unit|metric|65|67|1|4c5e2dd8319cf417a325675c3d0e7a0ba66fba25d47c8b2ac5ad23|L:-1 Q:1 T:-1||0||250|/[pi].A/m|Oersted
    Gb|unit|metric|63|65|1|4c5e2dd8319cf417a325675c3d0e7a0ba66fba25d47c8b2ac5ad23|Q:1 T:-1||0||1|Oe.cm|Gilbert
    sb|unit|metric|4|4|1|1|F:1 L:-2||0||1|cd/cm2|stilb
    Lmb|unit|metric|68|68|1|4c5e2dd8319cf417a325675c3d0e7a0ba66fba25d47c8b2ac5ad23|F:1 L:-2||0||1|cd/cm2/[pi]|Lambert
    ph|unit|metric|-4|-4|1|1|A:2 F:1 L:-2||0||1e-4|lx|phot
    Ci|unit|metric|9|9|25|1|T:-1||0||37e9|Bq|Curie
    R|unit|metric|-8|-9|81|1|M:-1 Q:1||0||2.58e-4|C/kg|Roentgen
    RAD|unit|metric|-2|-2|1|1|L:2 T:-2||0||100|erg/g|radiation absorbed dose
    REM|unit|metric|-2|-2|1|1|L:2 T:-2||0||1|RAD|radiation equivalent man
    [in_i]|unit||-3|-4|7f|1|L:1||0||254e-2|cm|inch
    [ft_i]|unit||-1|-4|17d|1|L:1||0||12|[in_i]|foot
    [yd_i]|unit||-1|-4|477|1|L:1||0||3|[ft_i]|yard
    [mi_i]|unit||4|-3|311d|1|L:1||0||5280|[ft_i]|mile
    [fth_i]|unit||0|-4|477|1|L:1||0||6|[ft_i]|fathom
    [nmi_i]|unit||2|0|1cf|1|L:1||0||1852|m|nautical mile
    [kn_i]|unit||-2|-2|1cf|9|L:1 T:-1||0||1|[nmi_i]/h|knot
    [sin_i]|unit||-6|-8|3f01|1|L:2||0||1|[in_i]2|square inch
    [sft_i]|unit||-2|-8|23709|1|L:2||0||1|[ft_i]2|square foot
    [syd_i]|unit||-2|-8|13ef51|1|L:2||0||1|[yd_i]2|square yard
    [cin_i]|unit||-9|-12|1f417f|1|L:3||0||1|[in_i]3|cubic inch
    [cft_i]|unit||-3|-12|34be865|1|L:3||0||1|[ft_i]3|cubic foot
    [cyd_i]|unit||-3|-12|590182a7|1|L:3||0||1|[yd_i]3|cubic yard
    [bf_i]|unit||-5|-12|1194d77|1|L:3||0||144|[in_i]3|board foot
    [cr_i]|unit||4|-12|34be865|1|L:3||0||128|[ft_i]3|cord
    [mil_i]|unit||-6|-7|7f|1|L:1||0||1e-3|[in_i]|mil
    [cml_i]|unit||-78|-78|12cb79a6620dd1aec53dd7951a62cd175801253f09707abc11d0614a23|1|L:2||0||1|[pi]/4.[mil_i]2|circular mil
    [hd_i]|unit||-1|-4|7f|1|L:1||0||4|[in_i]|hand
    [ft_us]|unit||4|2|3|f61|L:1||0||1200|m/3937|foot
    [yd_us]|unit||4|2|9|f61|L:1||0||3|[ft_us]|yard
    [in_us]|unit||2|2|1|f61|L:1||0||1|[ft_us]/12|inch
    [rd_us]|unit||3|2|63|f61|L:1||0||16.5|[ft_us]|rod
    [ch_us]|unit||5|2|63|f61|L:1||0||4|[rd_us]|Gunter's chain
    [lk_us]|unit||3|0|63|f61|L:1||0||1|[ch_us]/100|link for Gunter's chain
    [rch_us]|unit||6|4|3|f61|L:1||0||100|[ft_us]|Ramden's chain
    [rlk_us]|unit||4|2|3|f61|L:1||0||1|[rch_us]/100|link for Ramden's chain
    [fth_us]|unit||5|2|9|f61|L:1||0||6|[ft_us]|fathom
    [fur_us]|unit||6|3|63|f61|L:1||0||40|[rd_us]|furlong
    [mi_us]|unit||9|3|63|f61|L:1||0||8|[fur_us]|mile
    [acr_us]|unit||11|5|2649|ec82c1|L:2||0||160|[rd_us]2|acre
    [srd_us]|unit||6|4|2649|ec82c1|L:2||0||1|[rd_us]2|square rod
    [smi_us]|unit||18|6|2649|ec82c1|L:2||0||1|[mi_us]2|square mile
    [sct]|unit||18|6|2649|ec82c1|L:2||0||1|[mi_us]2|section
    [twp]|unit||20|6|15891|ec82c1|L:2||0||36|[sct]|township
    [mil_us]|unit||-1|-1|1|f61|L:1||0||1e-3|[in_us]|mil
    [in_br]|unit||-7|-8|1360ef|1|L:1||0||2.539998|cm|inch
    [ft_br]|unit||-5|-8|3a22cd|1|L:1||0||12|[in_br]|foot
    [rd_br]|unit||-6|-8|77e7c6d|1|L:1||0||16.5|[ft_br]|rod
    [ch_br]|unit||-4|-8|77e7c6d|1|L:1||0||4|[rd_br]|Gunter's chain
    [lk_br]|unit||-6|-10|77e7c6d|1|L:1||0||1|[ch_br]/100|link for Gunter's chain
    [fth_br]|unit||-4|-8|ae6867|1|L:1||0||6|[ft_br]|fathom
    [pc_br]|unit||-6|-7|3a22cd|1|L:1||0||2.5|[ft_br]|pace
    [yd_br]|unit||-5|-8|ae6867|1|L:1||0||3|[ft_br]|yard
    [mi_br]|unit||0|-7|77e7c6d|1|L:1||0||5280|[ft_br]|mile
    [nmi_br]|unit||1|-7|4509537|1|L:1||0||6080|[ft_br]|nautical mile
    [kn_br]|unit||-3|-9|7abb3f|1|L:1 T:-1||0||1|[nmi_br]/h|knot
    [acr_br]|unit||-7|-15|38294cadc5c669|1|L:2||0||4840|[yd_br]2|acre
    [gal_us]|unit||-9|-12|1c341999|1|L:3||0||231|[in_i]3|Queen Anne's wine gallon
    [bbl_us]|unit||-8|-12|25046198d|1|L:3||0||42|[gal_us]|barrel
    [qt_us]|unit||-11|-12|1c341999|1|L:3||0||1|[gal_us]/4|quart
    [pt_us]|unit||-12|-12|1c341999|1|L:3||0||1|[qt_us]/2|pint
    [gil_us]|unit||-14|-12|1c341999|1|L:3||0||1|[pt_us]/4|gill
    [foz_us]|unit||-16|-12|1c341999|1|L:3||0||1|[gil_us]/4|fluid ounce
    [fdr_us]|unit||-19|-12|1c341999|1|L:3||0||1|[foz_us]/8|fluid dram
    [min_us]|unit||-21|-13|966b333|1|L:3||0||1|[fdr_us]/60|minim
    [crd_us]|unit||4|-12|34be865|1|L:3||0||128|[ft_i]3|cord
    [bu_us]|unit||-10|-14|3347939d7f|1|L:3||0||2150.42|[in_i]3|bushel
    [gal_wi]|unit||-13|-14|3347939d7f|1|L:3||0||1|[bu_us]/8|historical winchester gallon
    [pk_us]|unit||-12|-14|3347939d7f|1|L:3||0||1|[bu_us]/4|peck
    [dqt_us]|unit||-15|-14|3347939d7f|1|L:3||0||1|[pk_us]/8|dry quart
    [dpt_us]|unit||-16|-14|3347939d7f|1|L:3||0||1|[dqt_us]/2|dry pint
    [tbs_us]|unit||-17|-12|1c341999|1|L:3||0||1|[foz_us]/2|tablespoon
    [tsp_us]|unit||-17|-12|966b333|1|L:3||0||1|[tbs_us]/3|teaspoon
    [cup_us]|unit||-13|-12|1c341999|1|L:3||0||16|[tbs_us]|cup
    [foz_m]|unit||-5|-5|3|1|L:3||0||30|mL|metric fluid ounce
    [cup_m]|unit||-2|-5|3|1|L:3||0||240|mL|metric cup
    [tsp_m]|unit||-6|-5|1|1|L:3||0||5|mL|metric teaspoon
    [tbs_m]|unit||-6|-5|3|1|L:3||0||15|mL|metric tablespoon
    [gal_br]|unit||-8|-8|6efd1|1|L:3||0||4.54609|l|gallon
    [pk_br]|unit||-7|-8|6efd1|1|L:3||0||2|[gal_br]|peck
    [bu_br]|unit||-5|-8|6efd1|1|L:3||0||4|[pk_br]|bushel
    [qt_br]|unit||-10|-8|6efd1|1|L:3||0||1|[gal_br]/4|quart
    [pt_br]|unit||-11|-8|6efd1|1|L:3||0||1|[qt_br]/2|pint
    [gil_br]|unit||-13|-8|6efd1|1|L:3||0||1|[pt_br]/4|gill
    [foz_br]|unit||-13|-9|6efd1|1|L:3||0||1|[gil_br]/5|fluid ounce
    [fdr_br]|unit||-16|-9|6efd1|1|L:3||0||1|[foz_br]/8|fluid dram
    [min_br]|unit||-18|-10|6efd1|3|L:3||0||1|[fdr_br]/60|minim
    [gr]|unit||-8|-8|62e013|1|M:1||0||64.79891|mg|grain
    [lb_av]|unit||-5|-5|2b42085|1|M:1||0||7000|[gr]|pound
    [oz_av]|unit||-9|-5|2b42085|1|M:1||0||1|[lb_av]/16|ounce
    [dr_av]|unit||-13|-5|2b42085|1|M:1||0||1|[oz_av]/16|dram
    [scwt_av]|unit||-3|-3|2b42085|1|M:1||0||100|[lb_av]|short hundredweight
    [lcwt_av]|unit||-1|-5|12ece3a3|1|M:1||0||112|[lb_av]|long hundredweight
    [ston_av]|unit||-1|-2|2b42085|1|M:1||0||20|[scwt_av]|short ton
    [lton_av]|unit||1|-4|12ece3a3|1|M:1||0||20|[lcwt_av]|long ton
    [stone_av]|unit||-4|-5|12ece3a3|1|M:1||0||14|[lb_av]|stone
    [pwt_tr]|unit||-5|-8|128a039|1|M:1||0||24|[gr]|pennyweight
    [oz_tr]|unit||-3|-7|128a039|1|M:1||0||20|[pwt_tr]|ounce
    [lb_tr]|unit||-1|-7|379e0ab|1|M:1||0||12|[oz_tr]|pound
    [sc_ap]|unit||-6|-7|62e013|1|M:1||0||20|[gr]|scruple
    [dr_ap]|unit||-6|-7|128a039|1|M:1||0||3|[sc_ap]|dram
    [oz_ap]|unit||-3|-7|128a039|1|M:1||0||8|[dr_ap]|ounce
    [lb_ap]|unit||-1|-7|379e0ab|1|M:1||0||12|[oz_ap]|pound
    [oz_m]|unit||2|0|7|1|M:1||0||28|g|metric ounce
    [lne]|unit||-5|-4|7f|3|L:1||0||1|[in_i]/12|line
    [pnt]|unit||-6|-4|7f|9|L:1||0||1|[lne]/6|point
    [pca]|unit||-4|-4|7f|3|L:1||0||12|[pnt]|pica
    [pnt_pr]|unit||-9|-10|1ad073|1|L:1||0||0.013837|[in_i]|Printer's point
    [pca_pr]|unit||-7|-10|507159|1|L:1||0||12|[pnt_pr]|Printer's pica
    [pied]|unit||0|-4|cb|1|L:1||0||32.48|cm|pied
    [pouce]|unit||-2|-4|cb|3|L:1||0||1|[pied]/12|pouce
    [ligne]|unit||-4|-4|cb|9|L:1||0||1|[pouce]/12|ligne
    [didot]|unit||-5|-4|cb|1b|L:1||0||1|[ligne]/6|didot
    [cicero]|unit||-3|-4|cb|9|L:1||0||12|[didot]|cicero
    [degF]|special||0|1|1|9|C:1||0|degF|5|K/9|degree Fahrenheit
    [degR]|unit||0|1|1|9|C:1||0||5|K/9|degree Rankine
    [degRe]|special||-2|1|1|1|C:1||0|degRe|5|K/4|degree Réaumur
    cal_[15]|unit|metric|0|-1|51c1|1|L:2 M:1 T:-2||0||4.18580|J|calorie at 15 °C
    cal_[20]|unit|metric|-1|-1|a35b|1|L:2 M:1 T:-2||0||4.18190|J|calorie at 20 °C
    cal_m|unit|metric|-1|-2|3325d|1|L:2 M:1 T:-2||0||4.19002|J|mean calorie
    cal_IT|unit|metric|1|-1|28e3|1|L:2 M:1 T:-2||0||4.1868|J|international table calorie
    cal_th|unit|metric|3|0|20b|1|L:2 M:1 T:-2||0||4.184|J|thermochemical calorie
    cal|unit|metric|3|0|20b|1|L:2 M:1 T:-2||0||1|cal_th|calorie
    [Cal]|unit||6|3|20b|1|L:2 M:1 T:-2||0||1|kcal_th|nutrition label Calories
    [Btu_39]|unit||1|1|19def|1|L:2 M:1 T:-2||0||1.05967|kJ|British thermal unit at 39 °F
    [Btu_59]|unit||4|2|a4d|1|L:2 M:1 T:-2||0||1.05480|kJ|British thermal unit at 59 °F
    [Btu_60]|unit||3|1|66ff|1|L:2 M:1 T:-2||0||1.05468|kJ|British thermal unit at 60 °F
    [Btu_m]|unit||1|1|19c73|1|L:2 M:1 T:-2||0||1.05587|kJ|mean British thermal unit
    [Btu_IT]|unit||-4|-5|c484fbc37|1|L:2 M:1 T:-2||0||1.05505585262|kJ|international table British thermal unit
    [Btu_th]|unit||1|2|525f|1|L:2 M:1 T:-2||0||1.054350|kJ|thermochemical British thermal unit
    [Btu]|unit||1|2|525f|1|L:2 M:1 T:-2||0||1|[Btu_th]|British thermal unit
    [HP]|unit||-10|-11|8476810dbc5c27|1|L:2 M:1 T:-3||0||550|[ft_i].[lbf_av]/s|horsepower
    tex|unit|metric|-3|-3|1|1|L:-1 M:1||0||1|g/km|tex
    [den]|unit||-3|-3|1|9|L:-1 M:1||0||1|g/9/km|Denier
    m[H2O]|unit|metric|1|2|2fe25|1|L:-1 M:1 T:-2||0||980665e-5|kPa|meter of water column
    m[Hg]|unit|metric|4|3|10465|1|L:-1 M:1 T:-2||0||133.3220|kPa|meter of mercury column
    [in_i'H2O]|unit||-2|-2|17c145b|1|L:-1 M:1 T:-2||0||1|m[H2O].[in_i]/m|inch of water column
    [in_i'Hg]|unit||1|-1|812e1b|1|L:-1 M:1 T:-2||0||1|m[Hg].[in_i]/m|inch of mercury column
    [PRU]|unit||7|6|10465|1|L:-4 M:1 T:-1||0||1|mm[Hg].s/ml|peripheral vascular resistance unit
    [wood'U]|unit||6|4|30d2f|1|L:-4 M:1 T:-1||0||1|mm[Hg].min/L|Wood unit
    [diop]|unit||0|0|1|1|L:-1||0||1|/m|diopter
    [p'diop]|special||0|0|1|1|A:1||0|tan100|1|rad|prism diopter
    %[slope]|special||0|0|1|1|A:1||0|tan100|1|rad|percent of slope
    [mesh_i]|unit||3|4|1|7f|L:-1||0||1|/[in_i]|mesh
    [Ch]|unit||-3|-3|1|3|L:1||0||1|mm/3|Charrière
    [drp]|unit||-8|-7|1|1|L:3||0||1|ml/20|drop
    [hnsf'U]|unit||0|0|1|1|||0||1|1|Hounsfield unit
    [MET]|unit||-12|-10|7|3|L:3 M:-1 T:-1||0||3.5|mL/min/kg|metabolic equivalent
    [hp'_X]|special||0|0|1|1|||0|hpX|1|1|homeopathic potency of decimal series (retired)
    [hp'_C]|special||0|0|1|1|||0|hpC|1|1|homeopathic potency of centesimal series (retired)
    [hp'_M]|special||0|0|1|1|||0|hpM|1|1|homeopathic potency of millesimal series (retired)
    [hp'_Q]|special||0|0|1|1|||0|hpQ|1|1|homeopathic potency of quintamillesimal series (retired)
    [hp_X]|arbitrary||0|0|1|1||[hp_X]:1|0||1|1|homeopathic potency of decimal hahnemannian series
    [hp_C]|arbitrary||0|0|1|1||[hp_C]:1|0||1|1|homeopathic potency of centesimal hahnemannian series
    [hp_M]|arbitrary||0|0|1|1||[hp_M]:1|0||1|1|homeopathic potency of millesimal hahnemannian series
    [hp_Q]|arbitrary||0|0|1|1||[hp_Q]:1|0||1|1|homeopathic potency of quintamillesimal hahnemannian series
    [kp_X]|arbitrary||0|0|1|1||[kp_X]:1|0||1|1|homeopathic potency of decimal korsakovian series
    [kp_C]|arbitrary||0|0|1|1||[kp_C]:1|0||1|1|homeopathic potency of centesimal korsakovian series
    [kp_M]|arbitrary||0|0|1|1||[kp_M]:1|0||1|1|homeopathic potency of millesimal korsakovian series
    [kp_Q]|arbitrary||0|0|1|1||[kp_Q]:1|0||1|1|homeopathic potency of quintamillesimal korsakovian series
    eq|unit|metric|17|15|8f943af|1|||0||1|mol|equivalents
    osm|unit|metric|17|15|8f943af|1|||0||1|mol|osmole
    [pH]|special||20|18|8f943af|1|L:-3||1|pH|1|mol/l|pH
    g%|unit|metric|4|4|1|1|L:-3 M:1||0||1|g/dl|gram percent
    [S]|unit||-13|-13|1|1|T:1||0||1|10*-13.s|Svedberg unit
    [HPF]|unit||0|0|1|1|||0||1|1|high power field
    [LPF]|unit||2|2|1|1|||0||100|1|low power field
    kat|unit|metric|17|15|8f943af|1|T:-1||1||1|mol/s|katal
    U|unit|metric|9|8|8f943af|3|T:-1||1||1|umol/min|Unit
    [iU]|arbitrary|metric|0|0|1|1||[iU]:1|0||1|1|international unit
    [IU]|arbitrary|metric|0|0|1|1||[iU]:1|0||1|[iU]|international unit
    [arb'U]|arbitrary||0|0|1|1||[arb'U]:1|0||1|1|arbitrary unit
    [USP'U]|arbitrary||0|0|1|1||[USP'U]:1|0||1|1|United States Pharmacopeia unit
    [GPL'U]|arbitrary||0|0|1|1||[GPL'U]:1|0||1|1|GPL unit
    [MPL'U]|arbitrary||0|0|1|1||[MPL'U]:1|0||1|1|MPL unit
    [APL'U]|arbitrary||0|0|1|1||[APL'U]:1|0||1|1|APL unit
    [beth'U]|arbitrary||0|0|1|1||[beth'U]:1|0||1|1|Bethesda unit
    [anti'Xa'U]|arbitrary||0|0|1|1||[anti'Xa'U]:1|0||1|1|anti factor Xa unit
    [todd'U]|arbitrary||0|0|1|1||[todd'U]:1|0||1|1|Todd unit
    [dye'U]|arbitrary||0|0|1|1||[dye'U]:1|0||1|1|Dye unit
    [smgy'U]|arbitrary||0|0|1|1||[smgy'U]:1|0||1|1|Somogyi unit
    [bdsk'U]|arbitrary||0|0|1|1||[bdsk'U]:1|0||1|1|Bodansky unit
    [ka'U]|arbitrary||0|0|1|1||[ka'U]:1|0||1|1|King-Armstrong unit
    [knk'U]|arbitrary||0|0|1|1||[knk'U]:1|0||1|1|Kunkel unit
    [mclg'U]|arbitrary||0|0|1|1||[mclg'U]:1|0||1|1|Mac Lagan unit
    [tb'U]|arbitrary||0|0|1|1||[tb'U]:1|0||1|1|tuberculin unit
    [CCID_50]|arbitrary||0|0|1|1||[CCID_50]:1|0||1|1|50% cell culture infectious dose
    [TCID_50]|arbitrary||0|0|1|1||[TCID_50]:1|0||1|1|50% tissue culture infectious dose
    [EID_50]|arbitrary||0|0|1|1||[EID_50]:1|0||1|1|50% embryo infectious dose
    [PFU]|arbitrary||0|0|1|1||[PFU]:1|0||1|1|plaque forming units
    [FFU]|arbitrary||0|0|1|1||[FFU]:1|0||1|1|focus forming units
    [CFU]|arbitrary||0|0|1|1||[CFU]:1|0||1|1|colony forming units
    [IR]|arbitrary||0|0|1|1||[IR]:1|0||1|1|index of reactivity
    [BAU]|arbitrary||0|0|1|1||[BAU]:1|0||1|1|bioequivalent allergen unit
    [AU]|arbitrary||0|0|1|1||[AU]:1|0||1|1|allergen unit
    [Amb'a'1'U]|arbitrary||0|0|1|1||[Amb'a'1'U]:1|0||1|1|allergen unit for Ambrosia artemisiifolia
    [PNU]|arbitrary||0|0|1|1||[PNU]:1|0||1|1|protein nitrogen unit
    [Lf]|arbitrary||0|0|1|1||[Lf]:1|0||1|1|Limit of flocculation
    [D'ag'U]|arbitrary||0|0|1|1||[D'ag'U]:1|0||1|1|D-antigen unit
    [FEU]|arbitrary||0|0|1|1||[FEU]:1|0||1|1|fibrinogen equivalent unit
    [ELU]|arbitrary||0|0|1|1||[ELU]:1|0||1|1|ELISA unit
    [EU]|arbitrary||0|0|1|1||[EU]:1|0||1|1|Ehrlich unit
    Np|special|metric|0|0|1|1|||0|ln|1|1|neper
    B|special|metric|0|0|1|1|||0|lg|1|1|bel
    B[SPL]|special|metric|-1|-2|1|1|L:-1 M:1 T:-2||0|lg2|2|10*-5.Pa|bel sound pressure
    B[V]|special|metric|3|3|1|1|L:2 M:1 Q:-1 T:-2||0|lg2|1|V|bel volt
    B[mV]|special|metric|0|0|1|1|L:2 M:1 Q:-1 T:-2||0|lg2|1|mV|bel millivolt
    B[uV]|special|metric|-3|-3|1|1|L:2 M:1 Q:-1 T:-2||0|lg2|1|uV|bel microvolt
    B[10.nV]|special|metric|-5|-5|1|1|L:2 M:1 Q:-1 T:-2||0|lg2|10|nV|bel 10 nanovolt
    B[W]|special|metric|3|3|1|1|L:2 M:1 T:-3||0|lg|1|W|bel watt
    B[kW]|special|metric|6|6|1|1|L:2 M:1 T:-3||0|lg|1|kW|bel kilowatt
    st|unit|metric|0|0|1|1|L:3||0||1|m3|stere
    Ao|unit||-10|-10|1|1|L:1||0||0.1|nm|Ångström
    b|unit||-28|-28|1|1|L:2||0||100|fm2|barn
    att|unit||2|3|2fe25|1|L:-1 M:1 T:-2||0||1|kgf/cm2|technical atmosphere
    mho|unit|metric|-3|-3|1|1|L:-2 M:-1 Q:2 T:1||0||1|S|mho
    [psi]|unit||-4|-1|8175d56a939|3f01|L:-1 M:1 T:-2||0||1|[lbf_av]/[in_i]2|pound per square inch
    circ|unit||-63|-64|4c5e2dd8319cf417a325675c3d0e7a0ba66fba25d47c8b2ac5ad23|1|A:1||0||2|[pi].rad|circle
    sph|unit||-62|-64|4c5e2dd8319cf417a325675c3d0e7a0ba66fba25d47c8b2ac5ad23|1|A:2||0||4|[pi].sr|sphere
    [car_m]|unit||0|-1|1|1|M:1||0||2e-1|g|metric carat
    [car_Au]|unit||-3|0|1|3|||0||1|/24|carat of gold alloys
    [smoot]|unit||-3|-4|213d|1|L:1||0||67|[in_i]|Smoot
    [m/s2/Hz^(1/2)]|special||0|0|1|1|L:2 T:-3||0|sqrt|1|m2/s4/Hz|meter per square seconds per square root of hertz
    [NTU]|unit||0|0|1|1|||0||1|1|Nephelometric Turbidity Unit
    [FNU]|unit||0|0|1|1|||0||1|1|Formazin Nephelometric Unit
    bit_s|special||0|0|1|1|||0|ld|1|1|bit
    bit|unit|metric|0|0|1|1|||0||1|1|bit
    By|unit|metric|3|0|1|1|||0||8|bit|byte
    Bd|unit|metric|0|0|1|1|T:-1||0||1|/s|baud
    """#
}
