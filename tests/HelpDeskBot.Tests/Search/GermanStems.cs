namespace HelpDeskBot.Tests.Search;

/// <summary>German words with their stems by the published Snowball description "German".</summary>
internal static class GermanStems
{
    /// <summary>Pairs of a word and its stem: samples of the description, words that try each rule, and words of our articles.</summary>
    public static IEnumerable<(string Word, string Stem)> All => Table
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .Select(pair => (pair[0], pair[1]));

    private const string Table = """
        aufeinander=aufeinand aufeinanderbiss=aufeinanderbiss aufeinanderfolge=aufeinanderfolg aufeinanderfolgen=aufeinanderfolg
        aufeinanderfolgend=aufeinanderfolg aufeinanderfolgende=aufeinanderfolg aufeinanderfolgenden=aufeinanderfolg
        aufeinanderfolgender=aufeinanderfolg aufeinanderfolgt=aufeinanderfolgt aufeinanderfolgten=aufeinanderfolgt
        aufeinanderschlügen=aufeinanderschlug aufenthalt=aufenthalt aufenthalten=aufenthalt aufenthaltes=aufenthalt auferlegen=auferleg
        auferlegt=auferlegt auferlegten=auferlegt auferstand=auferstand auferstanden=auferstand auferstehen=aufersteh aufersteht=aufersteht
        auferstehung=aufersteh auferweckt=auferweckt auferzogen=auferzog aufessen=aufess auffa=auffa auffallen=auffall auffallend=auffall
        auffallenden=auffall auffallender=auffall auffällig=auffall auffälligen=auffall auffälliges=auffall auffassen=auffass auffasst=auffasst
        auffaßt=auffasst auffassung=auffass auffassungsvermögen=auffassungsvermog kategorie=kategori kategorien=kategori kater=kat
        katerliebe=katerlieb katers=kat käthchen=kathch kätzchen=katzch kaufen=kauf kauen=kau bauer=bau trauer=trau treue=treu neuen=neu quelle=quell
        straße=strass strassen=strass bayern=bay hayek=hayek zeugnisse=zeugnis hindernisse=hindernis hindernis=hindernis bildnis=bildnis
        freiheit=freiheit dunkelheit=dunkel tätigkeit=tatig möglichkeit=moglich ewigkeit=ewig einigung=einig beruhigung=beruh steinigung=steinig
        lesbarkeit=lesbar herrlichkeit=herrlich freundlichkeit=freundlich kindheit=kindheit gewohnheit=gewohn sicherheit=sich abends=abend
        kuchens=kuch autos=autos jahres=jahr sechst=sech lachst=lach gehst=gehst ernst=ernst magst=magst schönster=schon größten=grosst
        häufigsten=haufig ewig=ewig eig=eig kratzig=kratzig teigig=teigig zweig=zweig physik=physik politik=polit logisch=logisch typisch=typisch
        englisch=englisch weiblich=weiblich sommerlich=somm wesentlich=wesent öffentlich=offent eigentlich=eigent ärgerlich=arg laufend=laufend
        singend=singend abend=abend verständigend=verstand peinigend=peinig x=x ö=o äu=au abbrechen=abbrech abbruch=abbruch abgelehnt=abgelehnt
        abwesenheitsnotiz=abwesenheitsnotiz aktenzeichen=aktenzeich alle=all alles=all als=als also=also anderer=and angehakt=angehakt
        anmeldemethode=anmeldemethod anmeldeseite=anmeldeseit anmeldung=anmeld anschluss=anschluss antworten=antwort arbeite=arbeit
        arbeitsadresse=arbeitsadress arbeitskontos=arbeitskontos arbeitsspeicher=arbeitsspeich arbeitstag=arbeitstag archiv=archiv audience=audienc
        aufgabe=aufgab aufräumen=aufraum auftrag=auftrag aufträge=auftrag aus=aus authenticator=authenticator außerhalb=ausserhalb backup=backup
        badge=badg band=band bandbreite=bandbreit batterie=batteri bei=bei beide=beid beim=beim bekannte=bekannt bekommen=bekomm berechtigung=berecht
        bereit=bereit bescheid=bescheid besprechung=besprech bestätigen=bestat bildschirm=bildschirm bin=bin bis=bis bitte=bitt bleibt=bleibt
        blockiert=blockiert brauche=brauch brauchst=brauch bricht=bricht böse=bos chefin=chefin damit=damit danke=dank dann=dann darauf=darauf
        darum=darum darüber=darub datenschutz=datenschutz dauer=dau dauert=dauert dazu=dazu deine=dein deinem=dein deinen=dein deines=dein
        deshalb=deshalb deu=deu die=die diebstahl=diebstahl diensttelefons=diensttelefon dock=dock dokument=dokument drei=drei dringlichkeit=dringlich
        druckauftrag=druckauftrag drucker=druck drücke=druck dunkel=dunkel durchgestrichener=durchgestrich ebenfalls=ebenfall einem=ein
        einfache=einfach eingang=eingang eingegeben=eingegeb einmal=einmal eintippst=eintippst email=email energiesparen=energiespar
        energiesparmodus=energiesparmodus erreichen=erreich erscheint=erscheint ersten=erst etwas=etwas everyone=everyon falsch=falsch fast=fast
        fehler=fehl fehlernummer=fehlernumm fehlt=fehlt feststelltaste=feststelltast follow=follow frag=frag fragt=fragt freigabe=freigab
        frisch=frisch frist=frist fundbüro=fundburo ganz=ganz ganze=ganz ganzen=ganz gegen=geg gehackt=gehackt gehört=gehort geld=geld genauen=genau
        geräte=gerat gespeichertes=gespeichert getrennt=getrennt ghz=ghz gilt=gilt gleich=gleich große=gross gruppe=grupp gäste=gast habe=hab
        halte=halt handgriffe=handgriff hast=hast hause=haus hebt=hebt heiß=heiss helfen=helf helligkeit=hellig hergeben=hergeb
        herunterladen=herunterlad hin=hin holen=hol hängt=hangt höre=hor ihn=ihn ihr=ihr immer=imm inhalt=inhalt innerhalb=innerhalb ins=ins
        instabil=instabil installiere=installi internet=internet inzwischen=inzwisch kamera=kamera kann=kann kannst=kann karte=kart keine=kein
        kennt=kennt klappt=klappt klick=klick konntest=konnt kurz=kurz können=konn ladegerät=ladegerat langsam=langsam langsames=langsam leere=leer
        lege=leg lehnt=lehnt leicht=leicht leitungen=leitung lesen=les letzten=letzt link=link links=link liste=list lizenzen=lizenz
        lizenziert=lizenziert lizenziertes=lizenziert login=login läuft=lauft lösche=losch mac=mac mach=mach machen=mach mail=mail markiere=marki
        mehreren=mehr meisten=meist melden=meld meldet=meldet merkst=merk minuten=minut mitarbeitende=mitarbeit monitor=monitor monitore=monitor
        montag=montag morgens=morg muss=muss name=nam namen=nam network=network netzwerk=netzwerk netzwerkkabel=netzwerkkabel neu=neu neue=neu
        nichts=nicht nie=nie niemand=niemand nimm=nimm not=not nummer=numm nur=nur oberste=oberst offen=off office=offic offline=offlin oft=oft
        onedrive=onedriv ordner=ordn ort=ort papier=papi passwort=passwort pfad=pfad polizei=polizei portals=portal printing=printing problem=probl
        produkt=produkt programm=programm programmen=programm programms=programm prozent=prozent prüfen=pruf quota=quota riecht=riecht ruckeln=ruckeln
        ruhig=ruhig sagst=sagst scanne=scann schadsoftware=schadsoftwar schaffe=schaff schaltet=schaltet schick=schick schlecht=schlecht
        schloss=schloss schnell=schnell schneller=schnell schrank=schrank schreibtischs=schreibtisch schwaches=schwach schützt=schutzt sein=sein
        seite=seit selbst=selb senden=send server=serv setz=setz sicherheitsinformationen=sicherheitsinformation sieh=sieh signal=signal sind=sind
        sitzt=sitzt sofort=sofort sondern=sond sortiere=sorti speichern=speich spiele=spiel spooler=spool steckdose=steckdos stecke=steck
        steckt=steckt stehst=steh stellst=stell store=stor tablet=tablet tag=tag tasche=tasch team=team tempo=tempo text=text tippe=tipp token=tok
        tun=tun tunnel=tunnel uhrzeit=uhrzeit ungültig=ungult uns=uns unser=uns unsicher=unsich unter=unt urlaub=urlaub verbinden=verbind
        verdächtige=verdacht verloren=verlor verschlüsselt=verschlusselt verspricht=verspricht versuchs=versuch verwalten=verwalt verwenden=verwend
        viel=viel vieles=viel von=von vor=vor warst=warst webcam=webcam weiß=weiss wem=wem wenig=wenig weniger=wenig wer=wer wochen=woch
        wochenende=wochen wofür=wofur womit=womit zehntel=zehntel zeit=zeit zertifikat=zertifikat ziffern=ziff zugriff=zugriff zurückholen=zuruckhol
        zurücksetzen=zurucksetz zweck=zweck zweiter=zweit zählt=zahlt öffnen=offn übertragen=ubertrag
        """;
}
