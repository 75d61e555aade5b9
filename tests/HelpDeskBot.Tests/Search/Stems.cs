namespace HelpDeskBot.Tests.Search;

/// <summary>Words with their stems by the published description of "English (Porter2)".</summary>
internal static class Stems
{
    /// <summary>Pairs of a word and its stem, one group of rules after the other.</summary>
    public static IEnumerable<(string Word, string Stem)> All => Table.Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#')
        .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(pair => pair.Split('='))
        .Select(pair => (pair[0], pair[1]));

    private const string Table = """
        # The samples of the published description.
        consign=consign consigned=consign consigning=consign consignment=consign consist=consist consisted=consist consistency=consist
        consistent=consist consistently=consist consisting=consist consists=consist consolation=consol consolations=consol consolatory=consolatori
        console=consol consoled=consol consoles=consol consolidate=consolid consolidated=consolid consolidating=consolid consoling=consol
        consols=consol consonant=conson consort=consort consorted=consort consorting=consort conspicuous=conspicu conspicuously=conspicu
        conspiracy=conspiraci conspirator=conspir conspirators=conspir conspire=conspir conspired=conspir conspiring=conspir constable=constabl
        constables=constabl constance=constanc constancy=constanc constant=constant knack=knack knackeries=knackeri knacks=knack knag=knag knave=knave
        knaves=knave knavish=knavish kneaded=knead kneading=knead knee=knee kneel=kneel kneeled=kneel kneeling=kneel kneels=kneel knees=knee
        knell=knell knelt=knelt knew=knew knick=knick knif=knif knife=knife knight=knight knightly=knight knights=knight knit=knit knits=knit
        knitted=knit knitting=knit knives=knive knob=knob knobs=knob knock=knock knocked=knock knocker=knocker knockers=knocker knocking=knock
        knocks=knock knopp=knopp knot=knot knots=knot
        # Exceptional forms, and those that stay after their plural s.
        skis=ski skies=sky sky=sky dying=die lying=lie tying=tie idly=idl gently=gentl ugly=ugli early=earli only=onli singly=singl news=news
        howe=howe atlas=atlas cosmos=cosmos bias=bias andes=andes inning=inning innings=inning outing=outing outings=outing canning=canning
        cannings=canning herring=herring herrings=herring earring=earring earrings=earring proceed=proceed proceeds=proceed exceed=exceed
        exceeds=exceed succeed=succeed succeeds=succeed
        # Regions that start after a fixed beginning.
        generate=generat generates=generat generated=generat generating=generat general=general generally=general generic=generic generically=generic
        generous=generous generously=generous communication=communic community=communiti communism=communism arsenal=arsenal arsenic=arsenic
        # Plurals and endings in s (step 1a).
        caresses=caress ties=tie cries=cri flies=fli tied=tie cried=cri gas=gas this=this gaps=gap kiwis=kiwi bus=bus buses=buse abyss=abyss
        passes=pass
        # Past and progressive forms (step 1b).
        agreed=agre feed=feed proceedings=proceed luxuriated=luxuri hopped=hop hopping=hop hoped=hope hoping=hope falling=fall fizzed=fizz
        failing=fail filing=file conflated=conflat troubled=troubl sized=size bed=bed red=red sing=sing tanned=tan missed=miss fixing=fix
        markedly=mark exceedingly=exceed
        # A final y (step 1c) and a y that is a consonant.
        cry=cri happy=happi by=by say=say enjoy=enjoy yearly=year yellow=yellow boyish=boyish flying=fli toy=toy
        # Derived words (steps 2 to 4).
        conditional=condit rational=ration relational=relat authorization=author authenticator=authent digitizer=digit operator=oper feudalism=feudal
        decisiveness=decis hopefulness=hope callousness=callous formality=formal sensitivity=sensit possibility=possibl probably=probabl
        analogy=analog geology=geolog carelessly=careless fully=fulli quickly=quick really=realli triplicate=triplic formative=format formalize=formal
        electricity=electr electrical=electr hopeful=hope goodness=good revival=reviv allowance=allow inference=infer airliner=airlin
        adjustable=adjust defensible=defens irritant=irrit replacement=replac adjustment=adjust dependent=depend adoption=adopt communion=communion
        activate=activ effective=effect homologous=homolog bowdlerize=bowdler
        # A final e or l (step 5).
        probate=probat rate=rate cease=ceas controlling=control rolling=roll roll=roll save=save hate=hate these=these
        # What a help desk talks about.
        printers=printer printing=print passwords=password connection=connect connections=connect connected=connect rejecting=reject
        installation=instal installed=instal updates=updat device=devic devices=devic slowly=slowli crashes=crash
        # Not a word of English letters: stays.
        a=a is=is 0x80=0x80 zoë=zoë vpn2=vpn2 don't=don't
        """;
}
