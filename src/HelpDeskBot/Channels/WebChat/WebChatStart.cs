using System.Security.Cryptography;
using HelpDeskBot.BotFramework.DirectLine;
using HelpDeskBot.Desk.People;
using HelpDeskBot.Desk.Settings;
using HelpDeskBot.Desk.Work;
using HelpDeskBot.Domain.People;
using HelpDeskBot.Hosting;
using Microsoft.Extensions.Options;

namespace HelpDeskBot.Channels.WebChat;

/// <summary>Makes the web chat ready: the key of its tokens, the rooms of the queues, and the people one may choose to be.</summary>
internal sealed class WebChatStart(
    UnitOfWork work, DirectLineKey key, DeskSettingsStore settings, IOptions<HelpDeskOptions> options, LocalPeople people) : IHostedService
{
    private const string KeyName = "webchat-token-key";

    public Task StartAsync(CancellationToken cancellationToken) => work.RunAsync(
        async (services, token) =>
        {
            var kept = await services.GetRequiredService<KeptValues>()
                .GetOrCreateAsync(KeyName, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), token);
            key.Value = Convert.FromBase64String(kept);
            await OpenRoomsAsync(services.GetServices<IQueueRooms>(), token);
            await RegisterAsync(services, token);
        },
        cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task OpenRoomsAsync(IEnumerable<IQueueRooms> channels, CancellationToken stop)
    {
        foreach (var channel in channels)
        {
            foreach (var queue in settings.Current.Queues)
            {
                await channel.OpenAsync(queue.Id, stop);
            }
        }
    }

    private async Task RegisterAsync(IServiceProvider services, CancellationToken stop)
    {
        if (!people.AreAllowed)
        {
            return;
        }

        foreach (var person in options.Value.People)
        {
            var zone = settings.Current.Queues[0].Zone;
            var known = new Person(new PersonId(person.Id), person.Name) { Zone = zone };
            await services.GetRequiredService<RegisterPerson>()
                .RunAsync(new RegisterPersonCommand(WebChatNames.Channel, person.Id, known), stop);
            await services.GetRequiredService<KeepConversation>()
                .RunAsync(new KeepConversationCommand(WebChatNames.Channel, WebChatNames.DirectOf(person.Id)) { Person = known.Id }, stop);
        }
    }
}

/// <summary>Whether people may choose who they are: only in development and on this machine's own addresses.</summary>
internal sealed record LocalPeople(bool AreAllowed);
