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

/// code | exponent of 2 | exponent of 5 | name
enum UCUMPrefixTable {
    static let version = "2.2"

    static let rows = #"""
    Y|24|24|yotta
    Z|21|21|zetta
    E|18|18|exa
    P|15|15|peta
    T|12|12|tera
    G|9|9|giga
    M|6|6|mega
    k|3|3|kilo
    h|2|2|hecto
    da|1|1|deka
    d|-1|-1|deci
    c|-2|-2|centi
    m|-3|-3|milli
    u|-6|-6|micro
    n|-9|-9|nano
    p|-12|-12|pico
    f|-15|-15|femto
    a|-18|-18|atto
    z|-21|-21|zepto
    y|-24|-24|yocto
    Ki|10|0|kibi
    Mi|20|0|mebi
    Gi|30|0|gibi
    Ti|40|0|tebi
    """#
}
