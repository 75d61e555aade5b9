using HelpDeskBot.Desk.People;
using HelpDeskBot.Domain;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Tests.Desk.Storage;
using HelpDeskBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Desk.People;

/// <summary>One human on several channels is one person, but an address alone gives no rights.</summary>
public class MeetPersonTests
{
    private static readonly Introduction InTeams = new("teams", "tenant/1", "Ada Lovelace") { Email = "Ada@Example.com", Locale = "de-DE", Zone = "Europe/Berlin" };
    private static readonly Introduction InSlack = new("slack", "T1/U1", "ada") { Email = "ada@example.com" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_same_verified_address_is_the_same_person(Database database)
    {
        await using var desk = await StorageDesk.StartAsync(database, "example.com");
        var first = (await MeetAsync(desk, InTeams)).Value;
        var second = (await MeetAsync(desk, InSlack)).Value;
        Assert.Equal(first.Person, second.Person);
        Assert.Equal(["slack:T1/U1", "teams:tenant/1"], new[] { first.Identity!, second.Identity! }.Order());

        var known = await desk.ReadAsync(db => db.People.SingleAsync(person => person.Id == first.Person, Stop));
        Assert.Equal(("Ada Lovelace", "de-DE", "Europe/Berlin"), (known.Name, known.Language, known.Zone));
        Assert.Equal(first.Person, (await MeetAsync(desk, InTeams)).Value.Person);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Whose_address_is_not_of_our_domains_is_refused_and_nothing_of_them_is_kept(Database database)
    {
        await using var desk = await StorageDesk.StartAsync(database, "example.com");
        Assert.Equal("person.outside", (await MeetAsync(desk, InTeams with { Email = "ada@example.com.evil.org" })).Refusal!.Code);
        Assert.Equal("person.outside", (await MeetAsync(desk, InTeams with { Email = "ada@notexample.com" })).Refusal!.Code);
        Assert.False(await desk.ReadAsync(db => db.Identities.AnyAsync(row => row.Channel == "teams", Stop)));
    }

    [Fact]
    public async Task Without_domains_of_ours_an_address_proves_nothing()
    {
        await using var desk = await StorageDesk.StartAsync(Database.Sqlite);
        Assert.NotEqual((await MeetAsync(desk, InTeams)).Value.Person, (await MeetAsync(desk, InSlack)).Value.Person);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Roles_count_only_for_the_account_that_the_settings_name(Database database)
    {
        await using var desk = await StorageDesk.StartAsync(database, "example.com");
        var chen = (await MeetAsync(desk, new Introduction("webchat", "chen", "Chen Wei") { Email = "chen@example.com" })).Value;
        var elsewhere = (await MeetAsync(desk, new Introduction("slack", "T1/U9", "Chen") { Email = "chen@example.com" })).Value;
        Assert.Equal(chen.Person, elsewhere.Person);
        Assert.True(chen.IsAgentSomewhere);
        Assert.False(elsewhere.IsAgentSomewhere);
        var again = await desk.DoAsync((services, stop) => services.GetRequiredService<RecognisePerson>().RunAsync("slack", "T1/U9", stop));
        Assert.False(again!.IsAgentSomewhere);
    }

    private static Task<Outcome<Actor>> MeetAsync(StorageDesk desk, Introduction who) =>
        desk.DoAsync((services, stop) => services.GetRequiredService<MeetPerson>().RunAsync(who, stop));
}
