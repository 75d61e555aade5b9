using HelpDeskBot.Search.Classification;

namespace HelpDeskBot.Tests.Search.Classification;

/// <summary>
/// Tickets as a small company writes them, half in German: what somebody wants, what was mentioned beside it (often of another category), and politeness. One in
/// twenty is filed under the wrong category. The same seed gives the same ones.
/// </summary>
internal sealed class SampleTickets(int seed)
{
    private static readonly (string Label, string[] Wishes)[] Categories =
    [
        ("Access",
        [
            "my password expired and I cannot sign in", "the VPN token is rejected", "please unlock my account", "mein Kennwort ist abgelaufen",
            "Zugriff auf das Laufwerk der Buchhaltung fehlt", "der VPN-Token wird abgelehnt", "no permission for the shared folder",
            "Konto nach drei Versuchen gesperrt", "the authenticator app asks for a code I never get", "bitte Rechte für SharePoint freischalten",
        ]),
        ("Hardware",
        [
            "my laptop battery drains within an hour", "the docking station does not see the second monitor", "Tastatur reagiert nicht mehr",
            "der Bildschirm flackert", "keyboard and mouse stopped working", "Notebook wird heiß und der Lüfter ist laut",
            "the headset microphone is silent", "need a bigger screen", "Drucker zieht kein Papier ein", "the printer on floor two jams",
        ]),
        ("Payroll",
        [
            "my payslip shows the wrong tax class", "overtime of May was not paid", "Gehaltsabrechnung fehlt", "Reisekosten wurden nicht erstattet",
            "the bank details in my profile are old", "Bonus stimmt nicht mit der Vereinbarung überein", "travel expenses are still open",
            "Krankentage falsch abgerechnet", "where do I find my annual income statement", "Steuerklasse hat sich geändert",
        ]),
        ("Facilities",
        [
            "the heating in room 4 is broken", "a light bulb flickers in the corridor", "Klimaanlage tropft", "die Tür zum Lager schließt nicht",
            "please order new chairs for the meeting room", "Kaffeemaschine im dritten Stock defekt", "the elevator is stuck again",
            "Fenster im Büro klemmt", "the parking gate does not open", "Reinigung hat den Besprechungsraum vergessen",
        ]),
    ];

    private static readonly string[] Courtesies =
    [
        "Hello team, ", "Hi, ", "Hallo zusammen, ", "Dear colleagues, ", "Guten Tag, ", "Urgent! ", "", "",
    ];

    private static readonly string[] Ends =
    [
        " Thanks and best regards", " Vielen Dank", " Please help as soon as possible.", " Since this morning.", " Seit heute früh.", "", "", "",
    ];

    private readonly Random _random = new(seed);

    public static IReadOnlyList<string> Labels => [.. Categories.Select(category => category.Label)];

    public IReadOnlyList<LabelledText> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    private LabelledText Next()
    {
        var own = _random.Next(Categories.Length);
        var aside = _random.Next(6) == 0 ? $" {Some(_random.Next(Categories.Length))}." : "";
        var filed = _random.Next(20) == 0 ? _random.Next(Categories.Length) : own;
        return new LabelledText(Categories[filed].Label, $"{OneOf(Courtesies)}{Some(own)}.{aside}{OneOf(Ends)}");
    }

    // Nobody writes all of it: one word in six is missing.
    private string Some(int category) =>
        string.Join(' ', OneOf(Categories[category].Wishes).Split(' ').Where(_ => _random.Next(6) > 0));

    private string OneOf(string[] choices) => choices[_random.Next(choices.Length)];
}
