extension NameLists {
    /// The half that rules were looked at with.
    static let development = NameLists(
        spain: People(
            male: ListedName.european(
                """
                Alejandro/Alexandre~Álex~Jandro, Daniel~Dani, Pablo/Pau, Hugo, Álvaro, Adrián/Adrià, \
                David, Javier/Xavier~Javi~Xavi, Diego, Mario, Sergio/Sergi, Marcos/Marc, \
                Francisco/Francesc~Paco~Fran, José/Josep~Pepe, Juan/Joan, Antonio/Antoni~Toni, \
                Manuel/Manel~Manolo, Jorge/Jordi, Ignacio/Ignasi~Nacho, Iker, Oriol, Gerard
                """
            ),
            female: ListedName.european(
                """
                Lucía/Llúcia, María/Maria, Paula, Daniela, Carla, Martina, Sofía, Alba, Valeria, \
                Julia/Júlia, Carmen/Carme, Dolores/Dolors~Lola, Concepción~Concha, \
                Isabel/Elisabet~Isa, Núria/Nuria, Montserrat~Montse, Eulalia/Eulàlia~Laia, \
                Pilar~Pili, Teresa~Tere, Ana/Anna
                """
            ),
            family: ListedName.european(
                """
                García, Fernández, González, Rodríguez, López, Martínez, Sánchez, Pérez, Gómez, \
                Martín, Ruiz, Hernández, Jiménez/Giménez, Díaz, Moreno, Muñoz, Álvarez, Romero, \
                Gutiérrez, Alonso, de la Torre, del Río, de la Fuente, Puig, Soler, Vila, Ferrer, \
                Roca, Serra, Bosch, Casals, Pujol, Font
                """
            ),
            maleCompounds: ListedName.european(
                """
                José Luis~Pepe, José Antonio, Juan Carlos, Miguel Ángel, José María~Chema, \
                Francisco Javier~Paco, Luis Miguel
                """
            ),
            femaleCompounds: ListedName.european(
                """
                María José, María del Carmen, Ana María, María Teresa~Maite, María Isabel~Maribel, \
                Rosa María, María Jesús
                """
            )
        ),
        italy: People(
            male: ListedName.european(
                """
                Leonardo~Leo, Francesco~Ciccio, Alessandro~Sandro, Lorenzo~Renzo, Mattia, Andrea, \
                Gabriele, Giuseppe~Beppe~Pino, Antonio~Tonio, Giovanni~Gianni, Vincenzo~Enzo, \
                Salvatore~Totò, Marco, Luca, Matteo, Davide
                """
            ),
            female: ListedName.european(
                """
                Sofia, Giulia, Aurora, Alice, Ginevra, Francesca~Chicca, Chiara, Anna, \
                Giuseppina~Pina, Elisabetta~Betta, Maria, Elena, Sara, Camilla, Viola
                """
            ),
            family: ListedName.european(
                """
                Rossi, Ferrari, Russo, Bianchi, Romano, Colombo, Ricci, Marino, Greco, Bruno, Gallo, \
                Conti, De Luca, Costa, Giordano, Mancini, Rizzo, Lombardi, Moretti, D'Angelo, \
                Dell'Aquila, Di Stefano, Lo Presti, La Rosa, Esposito, Barbieri
                """
            ),
            maleCompounds: ListedName.european(
                "Gian Luca, Pier Paolo, Giovanni Battista, Marco Antonio, Gian Maria"
            ),
            femaleCompounds: ListedName.european(
                "Maria Chiara, Anna Maria, Maria Grazia, Maria Teresa, Maria Rosa"
            )
        ),
        arab: People(
            male: ListedName.arabic(
                """
                محمد:muhammad, أحمد:ahmad, علي:cali, حسن:hasan, حسين:husEn, عمر:cumar, خالد:KAlid, \
                يوسف:yUsuf, إبراهيم:ibrAhIm, مصطفى:mustafa, كريم:karIm, سامر:sAmir, سمير:samIr, \
                رامي:rAmi, زياد:ziyAd, وليد:walId, طارق:tAriq, حسام:husAm, باسل:bAsil, نضال:nidAl, \
                مازن:mAzin, فادي:fAdi, جاد:jAd, عبد الله:cabdallah, عبد الرحمن:cabd arrahmAn, \
                عماد:cimAd, رائد:rA'id, غسان:GassAn, هاني:hAni, ماهر:mAhir, شربل:Xarbil, \
                إلياس:ilyAs, بشار:baXXAr, معتز:muctazz, قصي:qusay, ليث:lET, يزن:yazan
                """
            ),
            female: ListedName.arabic(
                """
                فاطمة:fAtim@, زينب:zEnab, مريم:maryam, عائشة:cA'iX@, خديجة:KadIj@, نور:nUr, \
                سارة:sAra, ليلى:lEla, رنا:rana, ريم:rIm, هدى:huda, منى:muna, سلمى:salma, دانا:dAna, \
                لينا:lIna, ياسمين:yAsamIn, أسماء:asmA', هبة:hib@, رهف:rahaf, تالا:tAla, جنى:jana, \
                ملك:malak, بتول:batUl, أمل:amal, وفاء:wafA', ديما:dIma, رغد:raGad, شهد:Xahd, ميرا:mIra
                """
            ),
            family: ListedName.arabic(
                """
                حداد:haddAd, خوري:KUri, الخطيب:al-KatIb, منصور:mansUr, سليمان:sulEmAn, عيسى:cIsa, \
                الحاج:al-hAjj, درويش:darwIX, قاسم:qAsim, زعيتر:zucEtir, شمعون:XamcUn, \
                المصري:al-masri, أبو خليل:abu KalIl, الزعبي:al-zucbi, الطراونة:al-tarAwn@, \
                العمري:al-cumari, الشامي:al-XAmi, الحلبي:al-halabi, صليبا:salIba, معلوف:maclUf, \
                جبران:jubrAn, عواد:cawwAd, بدران:badrAn, غانم:GAnim, لحود:lahhUd, سعادة:sacAd@, \
                الحسيني:al-husEni, حمدان:hamdAn, النجار:al-najjAr, حجازي:hijAzi, مراد:murAd, \
                شاهين:XAhIn, الرفاعي:al-rifAci, الحمصي:al-humsi, العلي:al-cali, المحمد:al-muhammad, \
                الجبوري:al-jubUri, العبيدي:al-cubEdi, الخليلي:al-KalIli, زيدان:zEdAn
                """
            )
        ),
        armenian: People(
            male: ListedName.spelled(
                """
                هاغوب:Hagop/Hakob/Agop, كريكور:Krikor/Grigor, كرابيت:Garabed/Karapet, \
                سركيس:Sarkis/Sargis, هوفانيس:Hovhannes/Hovannes/Ohannes, رافي:Raffi/Rafi, آرام:Aram
                """
            ),
            female: ListedName.spelled(
                """
                آني:Ani, تالين:Talin/Taline/Taleen, مارال:Maral, شوغيك:Shoghig/Choghig/Shoghik, \
                نايري:Nairi/Nayiri, سيفان:Sevan
                """
            ),
            family: ListedName.spelled(
                """
                سركيسيان:Sarkissian/Sarkisian/Sargsyan, هاغوبيان:Hagopian/Agopian/Hakobyan, \
                كريكوريان:Krikorian/Grigoryan, مانوكيان:Manoukian/Manukyan, \
                كيفوركيان:Kevorkian/Gevorgian, دميرجيان:Demirjian/Demirdjian
                """
            )
        )
    )
}
