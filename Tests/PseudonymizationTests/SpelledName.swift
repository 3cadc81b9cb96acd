import Testing

/// A name in Arabic script with its Latin spellings, as they occur in the four countries.
///
/// The tables were compiled for these tests; no person is meant.
struct SpelledName: Sendable, CustomTestStringConvertible {
    let arabic: String
    let latin: [String]

    var testDescription: String { arabic }

    /// One name on each line: the Arabic spelling, an equals sign, Latin spellings with commas.
    static func table(_ text: String) -> [SpelledName] {
        text.split(separator: "\n").compactMap { line in
            let sides = line.split(separator: "=").map(String.init)
            guard let arabic = sides.first, let latin = sides.last else { return nil }
            return SpelledName(arabic: arabic, latin: latin.split(separator: ",").map(String.init))
        }
    }

    /// Given names with many spellings, and such as are easily confused.
    static let frequentGiven = table(
        """
        محمد=Muhammad,Mohammad,Mohamed,Mohammed,Mouhamad,Mohamad,Mhamad,Muḥammad
        مُحَمَّد=Mohammad
        محمود=Mahmoud,Mahmud,Mahmood
        خديجة=Khadija,Khadijah,Khadije,Jadiya,Khadîja
        خديجه=Khadija
        يوسف=Youssef,Yusuf,Yousef,Youcef,Yūsuf
        فاطمة=Fatima,Fatma,Fatimah,Fatme
        عائشة=Aisha,Aïcha,Aysha,ʿĀʾisha
        زينب=Zainab,Zeinab,Zaynab
        عبد الله=Abdullah,Abdallah,Abd Allah,Abdalla,Abdellah
        عبدالله=Abdullah
        عبد الرحمن=Abdulrahman,Abdel Rahman,Abd al-Rahman,Abderrahmane
        عبد المجيد=Abdul Majid,Abdelmajid,Abd el-Majid
        عبد اللطيف=Abdullatif,Abdel Latif
        صلاح الدين=Salah al-Din,Salaheddine,Salah Eddin,Salahuddin
        نور الدين=Noureddine,Nour Eddine,Nuruddin
        إبراهيم=Ibrahim,Brahim,Ibraheem
        علي=Ali,Aly
        عمر=Omar,Umar
        حسين=Hussein,Husain,Hocine
        كريم=Karim,Kareem
        ليلى=Layla,Leila
        سارة=Sara,Sarah
        منى=Mona,Muna
        رامي=Rami,Ramy
        جمال=Jamal,Gamal,Djamel
        شربل=Charbel,Sharbel
        إلياس=Elias,Ilyas
        وليد=Walid,Waleed,Oualid
        آية=Aya
        تيسير=Taysir,Tayseer
        غيث=Ghaith,Gheith
        لبنى=Lubna,Loubna,Lobna
        ميساء=Maysa,Maissaa
        نضال=Nidal
        عدنان=Adnan
        رنيم=Raneem,Ranim
        تالا=Tala
        جنان=Jinan
        معن=Maan,Ma'an
        شهد=Shahd,Chahd
        مروة=Marwa
        بتول=Batoul,Batool
        طلحة=Talha
        نجاة=Najat
        """
    )

    /// Family names with articles, particles and compounds.
    static let frequentFamily = table(
        """
        الخطيب=Al-Khatib,El Khatib,Khatib,Alkhatib,El-Khateeb
        الحاج علي=El Hajj Ali,Al Hajj Ali,Hajj Ali
        حداد=Haddad,Hadad
        خوري=Khoury,Khouri,Khury
        الجميل=Gemayel,El Gemayel
        ابو شقرا=Abou Chakra,Abouchakra,Abu Shaqra
        نصر الله=Nasrallah,Nasr Allah
        النجار=Al-Najjar,An-Najjar,Najjar,Ennajjar
        الشريف=Al-Sharif,Ash-Sharif,El Cherif
        بن علي=Ben Ali,Bin Ali
        المصري=Al-Masri,El Masri,Masri,Almasri
        حجازي=Hijazi,Hegazi
        درويش=Darwish,Darwich
        عواد=Awad,Awwad
        قاسم=Qasim,Kassem
        زعيتر=Zeaiter,Zaiter
        شعبان=Shaaban,Chaaban
        صليبا=Saliba
        معلوف=Maalouf,Maluf
        سلامة=Salameh,Salama,Salamé
        الطراونة=Al-Tarawneh,Tarawneh,Altarawneh
        العبادي=Al-Abbadi,Abbadi
        الزعبي=Al-Zoubi,Zoubi,Alzoubi
        الفايز=Al-Fayez,Alfayez
        بني حسن=Bani Hassan
        """
    )

    /// Further given names.
    static let given = table(
        """
        عبير=Abeer,Abir
        عفاف=Afaf
        أحلام=Ahlam
        أميرة=Amira,Ameera
        أنور=Anwar,Anouar
        أسيل=Aseel,Assil
        أروى=Arwa
        بسمة=Basma,Basmah
        بيان=Bayan
        ضحى=Duha,Doha,Douha
        دعاء=Doaa,Duaa
        ديما=Dima
        إيهاب=Ihab,Ehab
        إلهام=Ilham,Elham
        إسراء=Israa,Esraa,Isra
        فلك=Falak
        فراس=Firas,Feras
        فرات=Furat
        غدير=Ghadeer,Ghadir
        غيداء=Ghaida,Ghaydaa
        حازم=Hazem,Hazim
        هيفاء=Haifa,Hayfa
        إخلاص=Ikhlas
        جبران=Gibran,Jibran,Joubran
        جواهر=Jawaher
        جود=Joud,Jood
        جوري=Joury,Jouri,Juri
        كنان=Kinan
        كنزة=Kenza
        لجين=Loujain,Lujain,Lojain
        لؤلؤة=Loulwa
        لميس=Lamis,Lamees
        لارا=Lara
        ليان=Layan,Lian
        مايا=Maya
        ميرا=Mira
        ميس=Mays,Mais
        مهند=Mohannad,Muhannad,Mouhanad
        مجد=Majd
        معتصم=Moatasem,Mutasim
        مؤيد=Moayad,Muayyad
        منذر=Munther,Mounzer,Monther
        منير=Mounir,Munir,Moneer
        نائلة=Naila,Nayla
        ناجي=Naji,Nagi
        نسرين=Nisreen,Nesrine,Nisrin
        نورهان=Nourhan
        عبيدة=Obaida,Oubaida
        قيس=Qais,Kais,Qays
        قصي=Qusai,Koussay,Qusay
        رغد=Raghad
        رهف=Rahaf
        رفيق=Rafiq,Rafik
        راشد=Rashed,Rashid
        رزان=Razan
        رؤى=Roua,Ruaa
        ساجدة=Sajida,Sajeda
        سجى=Saja
        صبا=Saba
        شهاب=Shihab,Chehab
        شيرين=Shirine,Shireen,Cherine
        صهيب=Suhaib,Sohaib
        تمارا=Tamara
        تقى=Tuqa,Toka
        ثائر=Thaer,Thair
        وعد=Waad
        وردة=Warda,Wardeh
        يزن=Yazan
        يارا=Yara
        زاهر=Zaher
        زينة=Zeina,Zayna
        ياقوت=Yaqout,Yakout
        حلا=Hala
        لمى=Lama
        نغم=Nagham
        أوس=Aws,Aous
        هزار=Hazar
        أكرم=Akram
        بكر=Bakr,Baker
        ماريتا=Marita
        كارلا=Carla,Karla
        جويل=Joelle,Joel
        جيسيكا=Jessica
        شارل=Charles
        روبير=Robert
        ريتا=Rita
        بشرى=Bushra,Bouchra
        تيريز=Therese,Thérèse
        كريستيل=Christelle
        كارين=Karine,Carine
        طانيوس=Tanios,Tanious
        نعمة=Nehme,Neemeh,Nimeh
        طارق=Tarek
        زياد=Ziad
        سمير=Samir
        سامر=Samer
        نبيل=Nabil
        هشام=Hicham
        أمين=Amin
        أيمن=Ayman
        إيمان=Iman
        حنان=Hanan
        باسل=Bassel
        باسم=Bassem
        بدر=Bader
        بشير=Bashir
        بلال=Bilal
        """
    )

    /// Further family names.
    static let family = table(
        """
        صليبي=Saliby,Salibi
        الهاشمي=Al Hashemi,Hachemi,El Hachimi
        القضاة=Al-Qudah,Qudah
        الرواشدة=Al-Rawashdeh,Rawashdeh
        الشوابكة=Shawabkeh,Al Shawabkeh
        العمري=Al-Omari,Omari
        البطاينة=Al-Bataineh,Bataineh
        عبيدات=Obeidat,Obaidat
        بني هاني=Bani Hani
        المومني=Al-Momani,Momani
        الحسيني=Al-Husseini,El Husseini
        شمعون=Chamoun,Shamoun
        جنبلاط=Jumblatt,Joumblatt
        فرنجية=Frangieh,Franjieh
        ارسلان=Arslan
        بري=Berri,Berry
        كرامي=Karami
        الصلح=Solh,El Solh
        سلام=Salam
        عون=Aoun,Awn
        لحود=Lahoud
        غانم=Ghanem
        عطية=Attieh,Atiyeh,Attia
        طعمة=Tohme,Tomeh,Toameh
        سعادة=Saadeh,Saade
        مطر=Matar
        ملحم=Melhem
        رزق=Rizk
        ابي راشد=Abi Rached
        بو صعب=Bou Saab
        تويني=Tueni
        غصن=Ghosn
        يمين=Yammine,Yamine
        زغيب=Zogheib,Zgheib
        قزي=Kazzi
        بدران=Badran
        زيادة=Ziadeh,Ziade
        عيتاني=Itani
        حمود=Hammoud,Hamoud
        شحادة=Shehadeh,Chehade
        بيضون=Beydoun,Baydoun
        فواز=Fawaz
        مغنية=Mughniyeh,Moghnieh
        ترمس=Termos
        جابر=Jaber
        بزي=Bazzi
        """
    )
}
