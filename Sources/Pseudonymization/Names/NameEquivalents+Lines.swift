extension NameEquivalents {
    /// On each line the spellings of one name, folded.
    ///
    /// A spelling may stand on several lines.
    static let lines = """
        alejandro alexandre alex jandro ale
        alessandro sandro ale alex
        alessandra sandra ale
        alejandra alexandra sandra ale alex
        alexandra alessandra alex sandra
        adrian adria
        agustin agusti tin
        alberto albert berto
        alfonso alfons
        alfredo alfred fredo
        ana anna anita
        andres andreu
        angel angelito
        angela angels angeles
        antonio antoni toni tonio nino anton tonino
        antonia toni tonia antonieta
        antonella nella
        arturo artur
        bartolome bartomeu tomeu
        bartolomeo bartolo
        beatriz beatriu bea
        beatrice bea
        benito benet
        bernardo bernat nardo
        blanca bianca blanche
        carlos carles carlo charly
        carmen carme mamen carmela
        catalina caterina cati
        caterina cate rina katia
        cristina cris tina
        cristobal cristofol tofol
        clara chiara claire
        claudia clodia
        concepcion concha conchita conchi
        consuelo chelo
        daniel dani daniele
        daniela dani
        diego dieg didac
        dolores dolors lola loles lolita
        domenico mimmo menico
        domenica mimma menica
        domingo domenec mingo
        eduardo eduard edu lalo
        edoardo edo dodo
        elena helena ellen
        elisabetta betta lisa elisa
        emanuele manuele manu lele
        emilia mila
        emilio emili
        enrique enric quique kike quico
        enrico rico
        esteban esteve
        stefano stefan ste
        ester esther
        eugenio eugeni
        eulalia laia lali
        federico fede frederic
        federica fede
        felipe felip
        filippo pippo
        fernando ferran nando ferdinando hernando
        filomena mena
        francisco francesc paco fran kiko curro cesc xisco patxi pancho frasquito fco
        francesco ciccio fra franco checco cecco
        francisca francesca paqui paca cesca
        francesca chicca fra cesca franca
        gabriel biel gabi
        gabriele lele
        gerardo gerard
        giacomo jacopo mino
        giovanni gianni vanni nino gio giovannino
        giovanna gianna vanna
        giuseppe beppe peppe pino peppino beppino geppo pippo
        giuseppina pina giusy pinuccia peppina giusi
        gonzalo gonza
        gregorio gregori goyo
        guadalupe lupe lupita
        guillermo guillem guille memo
        gustavo gustau
        helena elena
        ignacio ignasi nacho inaki
        ines agnes
        isabel elisabet isa elisabeth isabela
        jaime jaume
        javier xavier javi xavi
        jeronimo jeroni
        jesus chus suso
        joaquin joaquim quim ximo
        jorge jordi
        jose josep pepe pep xose pepito
        josefa pepa fina
        joseph josef youssef
        juan joan xoan jon juanito
        juana joana
        julia giulia
        julian julia
        leonardo leonard leo nardo
        lorena lore
        lorenzo llorenc renzo enzo
        lourdes lurdes
        lucas lluc luca
        lucia llucia
        luis lluis luisito
        luigi gigi gino
        luisa lluisa
        luisa gina
        magdalena magda lena malena
        manuel manel manolo manu lolo
        manuela manoli
        marcos marc marco
        margarita margarida marga rita
        margherita rita margot ghita
        maria ma mari mary
        marta martha
        martin marti
        mateo mateu matteo
        matias maties
        mercedes merce merche
        miguel miquel mikel miki
        michele miky
        miriam myriam miryam
        monserrat montserrat montse
        montserrat montse
        nicolas nicolau nico
        nicolo niccolo nico
        nicola nico
        nuria nurieta
        oscar oskar
        pablo pau
        paolo pablo
        pascual pasqual
        pasquale lino
        pedro pere perico kepa
        pietro piero
        pilar pili piluca
        rafael rafa rafel
        raffaele lello raf lele
        raimundo ramon
        ramon moncho
        raquel raquela
        riccardo ricky ricciardo
        ricardo ricard richi
        roberto robert rober
        rodrigo roderic
        rosario charo chari sario
        salvador salva vador
        salvatore toto turi totuccio salvo
        santiago santi yago iago jaume
        sebastian sebastia sebas
        sergio sergi
        sofia sophie sophia
        susana susanna susi
        teresa tere maite mayte teresita teresa
        tomas tomeu tomasin
        tommaso tommy maso
        vicente vicent chente
        vincenzo enzo vicenzo cenzo
        vincenza enza
        victoria vicky viki
        vittoria vicky
        yolanda ioland yoli
        juanjose juanjo
        juanmanuel juanma
        juancarlos juanca
        juanantonio juanan
        josemanuel josema
        josemaria chema txema josema
        joseramon joserra
        joseluis joselu
        joseantonio joseant
        jesusmaria txus chus
        mariaisabel maribel
        mariadelmar marimar
        mariajose majose marijose
        mariadelpilar maripili
        mariapilar maripili
        marialuisa marisa
        mariateresa maite mayte marite
        mariadelcarmen mamen maricarmen
        mariacarmen mamen maricarmen
        mariadolores marilo maridolores
        mariaangeles marian
        mariaelena marilena malena
        mariaconcepcion mariconchi
        anamaria anama
        rosamaria rosamari
        annamaria annamari
        giancarlo carlo
        gianluca luca
        piergiorgio giorgio
        alvarez alvrez
        dominguez dguez domguez
        fernandez fdez fdz fndez
        garcia gcia gca
        gomez gmez
        gonzalez glez gzlez gonzlez
        gutierrez gtrrez gtez
        hernandez hdez hdz hndez
        jimenez gimenez ximenez jmnez
        lopez lpz lpez
        martinez mtnez mtez mnez
        perez prez
        ramirez rmrez rmez
        rodriguez rguez rdguez rodguez rdez
        sanchez snchez schez
        vazquez vzquez vasquez
        echeverria etxeberria etxeverria echevarria
        goicoechea goikoetxea
        aguirre agirre
        ibarra ybarra
        muhammad hammoudi hammoudeh moudi hamoudi mohd md muhd
        abdallah abboud aboudi abed
        ali alloush alawi
        hasan hassouna
        zeinab zouzou zozo
        fatima fattoum fattouma toumi
        khadija khaddouj
        mariam marioum mimi
        yusuf joseph josef zouzou joe
        jurj georges george jojo jorge jordi giorgio
        boutros pierre peter pedro pietro bedros petros
        boulos paul pablo paolo boghos poghos
        yaqub jacob jacques giacomo hagop hakob agop
        yuhanna john jean juan giovanni hovhannes hovannes ohannes hanna
        mikhail michel michael miguel michele mike
        ilyas elias elie
        antoun antoine tony toni antonio
        ibrahim abraham
        daoud david
        dawud david
        sulaiman solomon
        musa moses
        isa jesus
        fransis francois francis francesco
        charl charles carlos carlo
        nikola nicolas nicola nicolas
        """

    /// Further given names that are in use: one of them is hardly a slip for another.
    static let given = """
        aaron abel abril ada adela adele aida ainara ainhoa aisha aitana aitor alba alda aldo alessia
        alice alicia alina alma alvaro amalia amanda amelia anais andrea aniol ariadna arianna arnau
        asia asier aurora azzurra benedetta berta bruna bruno caetana camila camilla carla carlota
        carlotta carolina cecilia celia chloe cloe cosimo dalia damiano damian dario davide debora
        desiree diana dina donato elia elio elisa elsa emma emiliano emily enea erica erik ernesto eva
        fabian fabio fabiola fatima felix fiona flavia flavio flora gaia gael gala gemma gerard
        ginevra gioele gioia giorgia giorgio giada gisela gloria greta guido hector hugo ian iker
        ilaria ilia inma irene iria irina iris isaac ismael itziar ivan jacobo jana jan janina jennifer
        jessica jimena jonathan joel judit judith julieta karen karla katia kevin kilian laia lara
        laura leandro leila leire leo leon leonardo leonor leticia leyre lia lidia lilia lina linda
        lino livia lorea luana lucrecia ludovica luna mabel maddalena maia malena mara marc marcel
        marcello marcelo marco margot mariana marina mario marisol marissa martina mattia matilde
        mauro maura max maya melania melissa mia micaela milan mila mireia mirko mirta moises monica
        nadia naia nahia naiara nara natalia nayara nerea neus nina noa noah noe noelia noemi norma
        nora olga olivia omar oriol oriana orlando ornella paloma paola patricia patrizia paula pol
        penelope priscila rachele rebeca rebecca regina renata rita rocco rocio romeo rosa rosalia
        ruben ruth samuel samuele samanta sara sandra selena serena sheila silvia silvio simon simone
        sira sonia sole soledad tamara tania teo thiago tiziana tiziano tristan ugo unai ursula
        valentin valentina valentino valeria valerio vanesa vanessa vega vera veronica viola violeta
        virginia vito viviana ximena yaiza yeray zaira zoe
        """
}
