using System.Text.Json.Nodes;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Authorisation;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Turns.Actions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDeskBot.Tests.Inert;

/// <summary>A desk with a person for every role, and everything that is newly shown to any of them.</summary>
internal sealed class InertDesk(RoleDesk roles)
{
    private static readonly string[] Readers = ["requester", "author", "follower", "owner", "lead", "admin", "employee"];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public IServiceProvider Services => roles.Desk.Services;

    /// <summary>The ticket that the next press is about.</summary>
    public Ticket Ticket { get; private set; } = null!;

    public TestPerson Person(string role) => roles.Desk.As(RoleDesk.AccountOf(role));

    public async Task NewTicketAsync(Fields fields) => Ticket = await roles.TicketAsync(fields.IsPrivate, fields.Status, fields.Act);

    /// <summary>Presses and returns the whole answer, whatever it is.</summary>
    public async Task<JsonObject> PressAsync(string role, string verb, JsonObject data)
    {
        await Person(role).ConnectAsync();
        var response = await Person(role).SendPressAsync("none", new JsonObject { ["verb"] = verb, ["data"] = data });
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{verb}: {response.StatusCode} {body[..Math.Min(300, body.Length)]}");
        return (JsonObject)JsonNode.Parse(body)!;
    }

    /// <summary>What everybody is newly shown, by who: a card, or a text in a value.</summary>
    public async Task<IReadOnlyList<(string Reader, ShownMessage Message)>> NewsAsync()
    {
        var all = new List<(string, ShownMessage)>();
        foreach (var (reader, person) in Readers.Select(reader => (reader, Person(reader))).Append(("room", roles.Desk.InRoom("owner", Ticket.Queue.Value))))
        {
            await person.ReadAsync();
            all.AddRange(person.Shown.Where(message => message.IsFromBot && _seen.Add($"{reader} {message.Id} {message.Text.GetHashCode(StringComparison.Ordinal)}"))
                .Select(message => (reader, message)));
        }

        return all;
    }

    public ActionRoute RouteOf(string verb)
    {
        using var scope = Services.CreateScope();
        return scope.ServiceProvider.GetServices<IActionGroup>().SelectMany(group => group.Routes).Single(route => route.Verb == verb);
    }

    public async Task<string> DraftOfAsync(string role)
    {
        var body = await roles.Desk.ReadAsync(db => db.Drafts.Where(row => row.Person == new PersonId(role)).Select(row => row.Body).SingleOrDefaultAsync());
        return body is null ? Guid.NewGuid().ToString() : JsonNode.Parse(body)!["id"]!.GetValue<string>();
    }
}

/// <summary>One desk on each database, started when a test first needs it.</summary>
public sealed class InertDesks : IAsyncLifetime
{
    private readonly Dictionary<Database, RoleDesk> _roles = [];
    private readonly Dictionary<Database, InertDesk> _desks = [];

    internal async Task<InertDesk> OnAsync(Database database)
    {
        if (!_desks.TryGetValue(database, out var desk))
        {
            var roles = _roles[database] = new RoleDesk { Database = database };
            await roles.InitializeAsync();
            desk = _desks[database] = new InertDesk(roles);
        }

        return desk;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var roles in _roles.Values)
        {
            await roles.DisposeAsync();
        }
    }
}
