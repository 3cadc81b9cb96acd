extension NameLists {
    /// The half that was only measured with: no name stands in both.
    static let heldOut = NameLists(
        spain: People(
            male: ListedName.european(
                """
                Martín/Martí, Lucas/Lluc, Mateo/Mateu, Leo, Nicolás/Nicolau~Nico, Gonzalo, Rodrigo, \
                Rubén, Iván, Óscar, Ángel/Àngel, Rafael~Rafa, Fernando/Ferran~Nando, \
                Enrique/Enric~Quique, Guillermo/Guillem~Guille, Santiago~Santi, \
                Joaquín/Joaquim~Quim, Pedro/Pere, Andrés/Andreu, Luis/Lluís, Eduardo/Eduard~Edu, \
                Vicente/Vicent, Aitor, Arnau
                """
            ),
            female: ListedName.european(
                """
                Emma, Elena/Helena, Noa, Claudia/Clàudia, Marta, Irene, Sara, Laura, Noelia, \
                Beatriz/Beatriu~Bea, Cristina~Cris, Rosario~Charo, Mercedes/Mercè~Merche, \
                Guadalupe~Lupe, Margarita/Margarida, Esther/Ester, Ainhoa, Aitana, Inés, \
                Victoria~Vicky, Rocío, Triana
                """
            ),
            family: ListedName.european(
                """
                Navarro, Torres, Domínguez, Vázquez, Ramos, Gil, Ramírez, Blanco, Molina, Morales, \
                Suárez, Ortega, Delgado, Castro, Ortiz, Rubio, Marín, Sanz, Núñez, Iglesias, Medina, \
                Garrido, de la Cruz, de la Rosa, San José, Castellanos, Vidal, Riera, Camps, Ribas, \
                Coll, Vives, Grau, Oliveras, Echeverría/Etxeberria, Bermúdez
                """
            ),
            maleCompounds: ListedName.european(
                """
                Juan José~Juanjo, Luis Alberto, Carlos Alberto, José Manuel~Josema, \
                Juan Manuel~Juanma, Pedro Pablo
                """
            ),
            femaleCompounds: ListedName.european(
                """
                María Ángeles, María Luisa~Marisa, Ana Isabel, María Dolores~Lola, \
                María del Pilar~Pili, María Fernanda
                """
            )
        ),
        italy: People(
            male: ListedName.european(
                """
                Tommaso~Tommy, Riccardo~Ricky, Edoardo~Edo, Federico~Fede, Nicolò/Niccolò, \
                Filippo~Pippo, Luigi~Gigi, Domenico~Mimmo, Michele, Pasquale, Raffaele~Lello, \
                Stefano, Giacomo, Samuele, Pietro, Emanuele~Manu
                """
            ),
            female: ListedName.european(
                """
                Beatrice~Bea, Emma, Martina, Gaia, Margherita~Rita, Caterina~Cate, Antonella~Nella, \
                Filomena~Mena, Domenica~Mimma, Alessandra~Ale, Federica~Fede, Benedetta, Noemi, \
                Matilde, Bianca, Ilaria
                """
            ),
            family: ListedName.european(
                """
                Fontana, Santoro, Mariani, Rinaldi, Caruso, Ferrara, Galli, Martini, Leone, Longo, \
                Gentile, Martinelli, Vitale, Coppola, De Santis, D'Amico, Dall'Oglio, Di Marco, \
                Lo Russo, La Torre, Della Valle, Pellegrini, Palumbo, Sanna, Farina, Monti
                """
            ),
            maleCompounds: ListedName.european(
                "Giuseppe Maria, Pier Giorgio, Carlo Alberto, Gian Marco, Paolo Emilio"
            ),
            femaleCompounds: ListedName.european(
                "Maria Pia, Maria Luisa~Marisa, Rosa Maria, Maria Antonietta, Anna Rita"
            )
        ),
        arab: People(
            male: ListedName.arabic(
                """
                محمود:mahmUd, حمزة:hamz@, عثمان:cuTmAn, بلال:bilAl, ياسر:yAsir, أنس:anas, آدم:Adam, \
                جواد:jawAd, حيدر:hEdar, مهدي:mahdi, عبد العزيز:cabd al-cazIz, هشام:hiXAm, \
                عبد الكريم:cabd al-karIm, سعد:sacd, فراس:firAs, قيس:qEs, غيث:GET, إياد:iyAd, \
                وسيم:wasIm, ربيع:rabIc, شادي:XAdi, جهاد:jihAd, عدنان:cadnAn, رضوان:ridwAn, \
                منير:munIr, نديم:nadIm, مروان:marwAn, سليم:salIm, كنان:kinAn, تيم:tEm, زين:zEn, \
                أمير:amIr, سيف:sEf, أيهم:ayham, بطرس:butrus, مارون:mArUn, جوزيف:jUzEf, عيسى:cIsa, \
                داود:dAwUd, نزار:nizAr
                """
            ),
            female: ListedName.arabic(
                """
                آمنة:Amin@, رقية:ruqayy@, حليمة:halIm@, سمية:sumayy@, آية:Aya, بيان:bayAn, تقى:tuqa, \
                دعاء:ducA', رزان:razAn, رؤى:ru'a, سجى:saja, شيماء:XEmA', صفاء:safA', غدير:GadIr, \
                فرح:farah, لجين:lujEn, لمى:lama, مروة:marw@, نسرين:nisrIn, هاجر:hAjar, يارا:yAra, \
                جود:jUd, ريتا:rIta, ماريا:mAriya, نايا:nAya, ليان:layAn, إيلاف:IlAf, ميس:mEs, \
                سندس:sundus, أريج:arIj
                """
            ),
            family: ListedName.arabic(
                """
                سلامة:salAm@, شحادة:XahAd@, عباس:cabbAs, ناصر:nAsir, بركات:barakAt, عون:cOn, \
                كرم:karam, رزق:rizq, مطر:matar, طعمة:tucm@, بيضون:bEdUn, فواز:fawwAz, جابر:jAbir, \
                الصباغ:al-sabbAG, الشريف:al-XarIf, العجلوني:al-cajlUni, العبادي:al-cabbAdi, \
                المومني:al-mUmani, الحوراني:al-hOrAni, الدمشقي:al-dimaXqi, الحموي:al-hamawi, \
                أبو زيد:abu zEd, أبو حمدان:abu hamdAn, بو صعب:bu sacb, عطا الله:catallah, \
                ملحم:milhim, قبلان:qabalAn, زيادة:ziyAd@, الكردي:al-kurdi, البغدادي:al-baGdAdi, \
                التميمي:al-tamImi, الساعدي:al-sAcidi, عبيدات:cubEdAt, النابلسي:al-nAbulsi, \
                قطيش:qutEX, الدباس:al-dabbAs, صوالحة:sawAlh@, نمر:nimr
                """
            )
        ),
        armenian: People(
            male: ListedName.spelled(
                """
                بيدروس:Bedros/Petros, بوغوص:Boghos/Poghos, كيفورك:Kevork/Gevorg, \
                فارتان:Vartan/Vardan, هراير:Hrair/Hrayr, زاريه:Zareh/Zare
                """
            ),
            female: ListedName.spelled(
                """
                لوسين:Lusine/Loussine/Lucine, أربي:Arpi/Arpie, هاسميك:Hasmig/Hasmik, \
                تاكوهي:Takouhi/Takuhi, سيرون:Siroun/Sirun
                """
            ),
            family: ListedName.spelled(
                """
                بدروسيان:Bedrossian/Petrosyan, بوغوصيان:Boghossian/Poghosyan, \
                خاتشادوريان:Khatchadourian/Khachaturian, تشولاكيان:Tcholakian/Cholakian, \
                نالبنديان:Nalbandian/Nalbandyan, طاشجيان:Tachdjian/Tashjian
                """
            )
        )
    )
}
