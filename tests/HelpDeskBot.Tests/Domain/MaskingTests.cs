using HelpDeskBot.Domain.Knowledge;
using HelpDeskBot.Tests.Search;

namespace HelpDeskBot.Tests.Domain;

/// <summary>What tells who somebody is or where leaves a text; what an answer needs stays.</summary>
public class MaskingTests
{
    private static readonly string[] People = ["Amina Yusuf", "Chen Wei", "Jörg Müller-Lüdenscheidt", "Bo Li", "ayusuf"];

    [Theory]
    [InlineData("Hi Chen Wei, it is Amina.", "Hi […], it is […].")]
    [InlineData("amina's laptop and Aminas Drucker", "[…] laptop and […] Drucker")]
    [InlineData("Herr Mueller-Luedenscheidt, Muller, MÜLLER", "Herr […], […], […]")]
    [InlineData("ask Bo, not bo", "ask […], not bo")]
    [InlineData("my user is ayusuf", "my user is […]")]
    [InlineData("Weihnachten, aminals, Aminata, Blink", "Weihnachten, aminals, Aminata, Blink")]
    public void Names_of_the_people_leave_in_every_spelling_and_words_that_begin_like_them_stay(string text, string masked) =>
        Assert.Equal(masked, Masking.Of(text, People));

    [Theory]
    [InlineData("write to amina.yusuf+vpn@mail.example.com please", "write to […] please")]
    [InlineData("jörg.müller@firma.de, x@y", "[…], […]")]
    [InlineData("call +49 (89) 1234-567 or 089/1234567 or 0151 23456789", "call […] or […] or […]")]
    [InlineData("extension 4711 on floor 12", "extension 4711 on floor 12")]
    [InlineData("card 4111 1111 1111 1111, account DE89 3704 0044 0532 0130 00", "card […], account […]")]
    [InlineData("personnel number 00482913", "personnel number […]")]
    [InlineData("HD-1042 and hd-7, INC0012345, REQ-4711, TICKET#9912", "[…] and […], […], […], […]")]
    public void Addresses_and_numbers_of_people_and_tickets_leave(string text, string masked) => Assert.Equal(masked, Masking.Of(text, []));

    [Theory]
    [InlineData(@"as ACME\ayusuf or corp.acme\svc_backup$", "as […] or […]")]
    [InlineData(@"the drive \\fs01.acme.de\projects\2026", @"the drive \\[…]\projects\2026")]
    [InlineData(@"C:\Users\ayusuf\AppData and /home/chen/.ssh", @"C:\Users\[…]\AppData and /home/[…]/.ssh")]
    [InlineData("10.20.30.40, 192.168.0.1:8080, 10.0.0.0/8", "[…], […], […]")]
    [InlineData("fe80::1ff:fe23:4567:890a%eth2 and 2001:db8:0:0:0:0:2:1 and ::1", "[…] and […] and […]")]
    [InlineData("00:1A:2b:3C:4d:5E or 00-1A-2B-3C-4D-5E", "[…] or […]")]
    [InlineData("on LAPTOP-4F7K2Q, DESKTOP-AB12CD3, WS-00123, NB0815, pc-amina, srv-file01.acme.de", "on […], […], […], […], […], […]")]
    [InlineData("intranet.acme.local and mail01.corp", "[…] and […]")]
    [InlineData("S-1-5-21-3623811015-3361044348-30300820-1013", "[…]")]
    public void Machines_and_accounts_leave(string text, string masked) => Assert.Equal(masked, Masking.Of(text, []));

    [Theory]
    [InlineData("https://acme.example/reset?token=abc&user=amina now", "[…] now")]
    [InlineData("https://acme-my.sharepoint.com/personal/amina_y/doc.xlsx", "[…]")]
    [InlineData("http://user:pw@host/x and http://10.1.2.3/admin", "[…] and […]")]
    [InlineData("https://outlook.office.com/mail stays", "https://outlook.office.com/mail stays")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U", "[…]")]
    [InlineData("key AKIA4EXAMPLE7Q2ZTB3XK9", "key […]")]
    [InlineData("device 6fa459ea-ee8a-3ca4-894e-db77e160355e", "device […]")]
    [InlineData("Passwort: geheim! und my pin is 1234", "Passwort: […] und my pin is […]")]
    public void Secrets_and_addresses_that_carry_them_leave(string text, string masked) => Assert.Equal(masked, Masking.Of(text, []));

    [Theory]
    [InlineData("error 0x80070005 after KB5034441 on Windows 10.0.19045.3803")]
    [InlineData("my password is expired and the token was rejected")]
    [InlineData("outlook.exe stops, error 1603, code 809, CRITICAL_PROCESS_DIED, ERR_CONNECTION_TIMED_OUT")]
    [InlineData("WPA2-PSK, UTF-8, DP-1, USB-C, Wi-Fi 6E, Office 365, iPhone 15, Win11, CVE-2024-12345")]
    [InlineData("since 2026-11-23 14:30 and 23.11.2026, at 09:15")]
    [InlineData("and/or, on/off, 50/60 Hz, 1920x1080, 3,5 mm")]
    [InlineData("PC startet nicht, the server is down, my laptop is slow, Drucker 2. Stock")]
    [InlineData("Settings > System > About, then C:\\Windows\\System32\\drivers")]
    [InlineData("std::vector, System::String, 10:20:30")]
    public void What_an_answer_is_found_by_stays(string text) => Assert.Equal(text, Masking.Of(text, People));

    [Fact]
    public void Neighbours_become_one_mark() => Assert.Equal("by […]", Masking.Of("by Amina Yusuf amina@example.com", People));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("𝒳 \uD83D\uDC68 \u202E")]
    public void Nothing_in_it_stays_nothing(string text) => Assert.Equal(text, Masking.Of(text, ["", " ", ".", "\\"]));

    [Theory]
    [InlineData("a@")]
    [InlineData("1 ")]
    [InlineData("1.")]
    [InlineData("a:")]
    [InlineData("a\\")]
    [InlineData("pc-")]
    [InlineData("http://a/")]
    [InlineData("password is ")]
    [InlineData("A1")]
    public async Task No_text_takes_long(string part) =>
        Assert.NotEmpty(await InTime.Run(() => Masking.Of(string.Concat(Enumerable.Repeat(part, 16_000 / part.Length)), People)));

    [Fact]
    public void Masking_again_changes_nothing()
    {
        var once = Masking.Of("Amina (amina@example.com) on LAPTOP-4F7K2Q, +49 89 1234567", People);
        Assert.Equal(once, Masking.Of(once, People));
    }
}
