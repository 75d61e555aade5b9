using HelpDeskBot.Desk;
using HelpDeskBot.Desk.Inbox;
using HelpDeskBot.Desk.Outbox;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Desk.Tickets;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Domain.Tickets;
using HelpDeskBot.Tests.Domain.Tickets;
using HelpDeskBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDeskBot.Tests.Desk.Storage;

/// <summary>
/// The desk without the host: storage, use cases, inbox and outbox on a database of its own. Channel, renderer, turn handler and clock
/// are the test's, and nothing runs in the background but what a test starts.
/// </summary>
internal sealed class StorageDesk : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("helpdesk-storage-").FullName;
    private readonly ServiceProvider _services;

    private StorageDesk(string? postgres, string[] mailDomains)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Problems).SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IChannel>(Channel);
        services.AddSingleton<IRenderer, PlainRenderer>();
        services.AddSingleton<ITurnHandler>(Turns);
        services.AddDesk(new DeskOptions
        {
            Storage = new StorageOptions { DataFolder = _folder, Postgres = postgres },
            DeskFile = Path.Combine(RepositoryFolder.Root, "src", "HelpDeskBot", "desk.yaml"),
            KnowledgeFolder = _folder,
            MailDomains = mailDomains,
        });
        _services = services.BuildServiceProvider();
    }

    public ManualClock Clock { get; } = new();

    public RecordingChannel Channel { get; } = new();

    public RecordingTurns Turns { get; } = new();

    public LoggedProblems Problems { get; } = new();

    public IServiceProvider Services => _services;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A desk that knows amina, chen and the room of their queue.</summary>
    public static async Task<StorageDesk> StartAsync(Database database, params string[] mailDomains)
    {
        var desk = await CreateAsync(database, mailDomains);
        await desk.SetUpAsync();
        await desk.DoAsync(async (services, stop) =>
        {
            foreach (var person in new[] { TicketStory.Amina, TicketStory.Chen })
            {
                await services.GetRequiredService<RegisterPerson>()
                    .RunAsync(new RegisterPersonCommand("test", person.Name, new Person(person.Person!.Value, person.Name)), stop);
                await services.GetRequiredService<KeepConversation>()
                    .RunAsync(new KeepConversationCommand("test", person.Name) { Person = person.Person }, stop);
            }

            await services.GetRequiredService<KeepConversation>()
                .RunAsync(new KeepConversationCommand("test", "room") { Queue = TicketStory.Queue }, stop);
            return true;
        });
        return desk;
    }

    /// <summary>A desk whose database nothing has touched yet.</summary>
    public static async Task<StorageDesk> CreateAsync(Database database, params string[] mailDomains) =>
        Create(database == Database.Postgres ? await PostgresServer.NewDatabaseAsync() : null, mailDomains);

    /// <summary>A desk on this PostgreSQL database, or on SQLite.</summary>
    public static StorageDesk Create(string? postgres, params string[] mailDomains) => new(postgres, mailDomains);

    /// <summary>Does what a start does with the database, again if called again.</summary>
    public Task SetUpAsync() => ActivatorUtilities.CreateInstance<DeskStart>(_services).StartAsync(Stop);

    /// <summary>Runs work in a unit of work of its own.</summary>
    public Task<T> DoAsync<T>(Func<IServiceProvider, CancellationToken, Task<T>> work) => _services.GetRequiredService<UnitOfWork>().RunAsync(work, Stop);

    public async Task<T> ReadAsync<T>(Func<HelpDeskDb, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<HelpDeskDb>());
    }

    /// <summary>Amina files a ticket.</summary>
    public async Task<Ticket> FileAsync()
    {
        var command = new NewTicket(TicketStory.Amina.Person!.Value, TicketStory.Queue, "VPN token rejected", "Since this morning.");
        var filed = await DoAsync((services, stop) => services.GetRequiredService<FileTicket>().RunAsync(command, TicketStory.Amina, stop));
        return filed.Value;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
